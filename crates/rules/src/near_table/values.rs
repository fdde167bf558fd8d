//! What a table's rows print and give: cells, differences and shares.

use super::is_of;
use super::rows::is_sum;
use crate::slip::{Slip, slip};
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::Table;

/// A value in a unit, with the cells that it rests on.
#[derive(Debug, Clone)]
pub struct Value {
    value: Fixed,
    interval: Interval,
    unit: Unit,
    /// The cells.
    pub cells: Vec<Span>,
}

impl Value {
    /// Whether a number is the value, signs aside.
    pub fn meets(&self, number: &Quantity) -> bool {
        let Some((scale, own)) = self.scales(number) else { return false };
        self.interval.times(own).size().meets(&number.interval().times(scale).size())
    }

    /// What a number's unit and the value's own are to be multiplied with.
    fn scales(&self, number: &Quantity) -> Option<(i64, i64)> {
        if !is_of(&number.unit, &self.unit) {
            return None;
        }
        match (number.unit.kronor(), self.unit.kronor()) {
            (Some(theirs), Some(ours)) => Some((theirs, ours)),
            _ => Some((1, 1)),
        }
    }

    /// The value as a number is printed.
    pub fn in_unit(&self, number: &Quantity) -> Option<Quantity> {
        let (scale, own) = self.scales(number)?;
        let mantissa = self.value.abs().times(own).divided_down(scale).rounded(number.decimals);
        Some(Quantity::new(mantissa, number.decimals, number.unit.clone()))
    }

    /// Whether a number is a slip of the hand from the value: two digits that changed places, or, where it is
    /// otherwise sure that the two belong together, one digit of three.
    pub fn is_slip(&self, number: &Quantity, strict: bool) -> bool {
        let Some(right) = self.in_unit(number) else { return false };
        match slip(number.mantissa, right.mantissa) {
            Some(Slip::Swapped) => true,
            Some(Slip::Digit) => !strict && (number.mantissa.abs() > 99 || number.unit == Unit::Percent),
            None => false,
        }
    }
}

/// A cell's figure with its unit.
fn figure(table: &Table, row: usize, column: usize) -> Option<(Quantity, Span)> {
    let cell = table.rows.get(row)?.cells.get(column)?;
    let value = cell.value.as_ref()?;
    let unit = crate::money::unit(table, column).unwrap_or_else(|| value.unit.clone());
    Some((Quantity { unit, ..value.clone() }, cell.span))
}

/// What a cell prints.
pub fn cell(table: &Table, row: usize, column: usize) -> Option<Value> {
    let (figure, span) = figure(table, row, column)?;
    Some(Value {
        value: figure.value(),
        interval: figure.interval(),
        unit: figure.unit.clone(),
        cells: vec![span],
    })
}

/// How far two cells are apart, and how much the one is of the other and more than it.
fn of_two(one: &(Quantity, Span), other: &(Quantity, Span)) -> Vec<Value> {
    if one.0.unit != other.0.unit {
        return Vec::new();
    }
    let cells = vec![one.1, other.1];
    let apart = Value {
        value: one.0.value() - other.0.value(),
        interval: one.0.interval().minus(&other.0.interval()),
        unit: one.0.unit.clone(),
        cells: cells.clone(),
    };
    let percent = |part: Fixed, whole: Fixed| {
        let share = Fixed::from_decimal(part.share_of(whole)?, 2);
        let interval = Interval::exactly(share).widened(Fixed::from_decimal(6, 2));
        Some(Value { value: share, interval, unit: Unit::Percent, cells: cells.clone() })
    };
    let (a, b) = (one.0.value().abs(), other.0.value().abs());
    let shares = [percent(a, b), percent(b, a), percent(a - b, b), percent(b - a, a)];
    std::iter::once(apart).chain(shares.into_iter().flatten()).collect()
}

/// Everything that a row prints or gives: its cells, what two of them give, and its share of the whole.
pub fn of_row(table: &Table, row: usize) -> Vec<Value> {
    let columns = table.columns.len();
    let mut found: Vec<Value> = (0..columns).filter_map(|column| cell(table, row, column)).collect();
    let figures: Vec<(Quantity, Span)> = (0..columns).filter_map(|at| figure(table, row, at)).collect();
    for (at, one) in figures.iter().enumerate() {
        found.extend(figures[at + 1..].iter().flat_map(|other| of_two(one, other)));
    }
    let sums = (0..table.rows.len()).filter(|other| *other != row && is_sum(table, *other));
    found.extend(sums.flat_map(|sum| shares_of(table, row, sum)));
    found
}

/// What a row is of a sum, column by column, in per cent.
fn shares_of(table: &Table, row: usize, sum: usize) -> Vec<Value> {
    let both = |column: usize| Some((figure(table, row, column)?, figure(table, sum, column)?));
    let shares = (0..table.columns.len()).filter_map(both).filter_map(|(part, whole)| {
        of_two(&part, &whole).into_iter().find(|value| value.unit == Unit::Percent)
    });
    shares.collect()
}

/// The rows and columns of all cells.
pub fn places(table: &Table) -> impl Iterator<Item = (usize, usize)> {
    let columns = table.columns.len();
    (0..table.rows.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}

/// Whether some cell prints a number.
pub fn has_cell(table: &Table, number: &Quantity) -> bool {
    places(table).any(|(row, column)| cell(table, row, column).is_some_and(|value| value.meets(number)))
}

/// What two rows give together: how far apart they are in each column.
pub fn of_pair(table: &Table, one: usize, other: usize) -> Vec<Value> {
    let both = |column: usize| Some((figure(table, one, column)?, figure(table, other, column)?));
    (0..table.columns.len()).filter_map(both).flat_map(|(a, b)| of_two(&a, &b).into_iter().take(1)).collect()
}

/// Whether some cell, two of a row, two of a column or all of a column but one give a number.
pub fn is_given(table: &Table, number: &Quantity) -> bool {
    let in_rows = (0..table.rows.len()).flat_map(|row| of_row(table, row));
    if in_rows.into_iter().any(|value| value.meets(number)) {
        return true;
    }
    (0..table.columns.len()).any(|column| {
        let figures: Vec<(Quantity, Span)> =
            (0..table.rows.len()).filter_map(|row| figure(table, row, column)).collect();
        let pairs = figures
            .iter()
            .enumerate()
            .flat_map(|(at, one)| figures[at + 1..].iter().map(move |it| (one, it)));
        let sum = |one: &(Quantity, Span), other: &(Quantity, Span)| Value {
            value: one.0.value() + other.0.value(),
            interval: one.0.interval().plus(&other.0.interval()),
            unit: one.0.unit.clone(),
            cells: Vec::new(),
        };
        pairs.into_iter().any(|(one, other)| {
            sum(one, other).meets(number) || of_two(one, other).iter().any(|value| value.meets(number))
        })
    })
}
