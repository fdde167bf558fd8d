//! The appropriation: what a plan has, what a ledger prints, and the bridge from last year's.

use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, Table, TableKind};
use uppsikt_text::case::Lower;

/// An amount and where it stands.
pub type Printed = (Quantity, Span);

/// The appropriation of the plan's year in its statement: the only table with a budget of the year.
pub fn appropriation(plan: &Document, structure: &Structure) -> Option<Printed> {
    plan.tables().into_iter().map(|(_, table)| table).find_map(|table| {
        let column = table.column(|kind| *kind == ColumnKind::Budget { year: plan.year })?;
        let cell = table.line(&structure.frame_line)?.cells.get(column)?;
        let unit = crate::money::unit(table, column)?;
        Some((Quantity { unit, ..cell.value.clone()? }, cell.span))
    })
}

/// The rows of all ledgers with their amounts, in order.
pub fn ledger_rows(document: &Document) -> Vec<(&Row, Printed)> {
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let ledgers = tables.filter(|table| table.kind == TableKind::Ledger);
    ledgers.flat_map(|table| table.rows.iter().flat_map(|row| amounts(table, row))).collect()
}

fn amounts<'a>(table: &'a Table, row: &'a Row) -> Vec<(&'a Row, Printed)> {
    let valued =
        row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.value.clone()?, cell.span)));
    let unit = |at: usize| crate::money::unit(table, at).unwrap_or(Unit::None);
    valued.map(|(at, value, span)| (row, (Quantity { unit: unit(at), ..value }, span))).collect()
}

/// Whether two amounts may be the same, rounding aside. What is no money is not compared.
pub fn meets(one: &Quantity, other: &Quantity) -> bool {
    match (one.interval_kronor(), other.interval_kronor()) {
        (Some(one), Some(other)) => one.meets(&other),
        _ => true,
    }
}

/// From last year's appropriation to this year's, step by step.
pub struct Bridge<'a> {
    /// The steps: rows with their amounts, the starting point first and the end last.
    pub rows: Vec<(&'a Row, Printed)>,
}

impl<'a> Bridge<'a> {
    /// The starting point: its label and its amount.
    pub fn start(&self) -> Option<(&'a str, &Printed)> {
        self.rows.first().map(|(row, printed)| (row.label.text.as_str(), printed))
    }

    /// What stands between the starting point and the end.
    pub fn steps(&self) -> &[(&'a Row, Printed)] {
        self.rows.get(1..self.rows.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// The table of a plan that leads from last year's appropriation to the year's own.
pub fn bridge(plan: &Document) -> Option<Bridge<'_>> {
    let year = plan.year?;
    let tables = plan.tables().into_iter().map(|(_, table)| table);
    let mut bridges = tables.filter_map(|table| of_table(table, year));
    bridges.find(|bridge| bridge.rows.len() > 2)
}

fn of_table(table: &Table, year: i32) -> Option<Bridge<'_>> {
    let column = (0..table.columns.len()).find(|at| has_amounts(table, *at))?;
    let unit = crate::money::unit(table, column).unwrap_or(Unit::None);
    let amount = |row: &Row| {
        let cell = row.cells.get(column)?;
        Some((Quantity { unit: unit.clone(), ..cell.value.clone()? }, cell.span))
    };
    let rows: Vec<_> = table.rows.iter().filter_map(|row| Some((row, amount(row)?))).collect();
    let names = |row: Option<&(&Row, Printed)>, year: i32| {
        row.is_some_and(|(row, _)| is_frame_of(&row.label.text, year))
    };
    (names(rows.first(), year - 1) && names(rows.last(), year)).then_some(Bridge { rows })
}

fn has_amounts(table: &Table, column: usize) -> bool {
    table.rows.first().and_then(|row| row.cells.get(column)).is_some_and(|cell| cell.value.is_some())
}

/// "Ram 2025, efter beslut", "Kommunbidrag 2026".
fn is_frame_of(label: &str, year: i32) -> bool {
    let lower = label.lower();
    let named = ["ram ", "ramen", "budgetram", "kommunbidrag", "anslag"].iter().any(|it| lower.contains(it));
    named && lower.contains(&year.to_string())
}

/// One amount less another, in tkr, rounded half away from nought. None where one is no money.
pub fn difference_tkr(one: &Quantity, other: &Quantity) -> Option<Quantity> {
    let kronor = |it: &Quantity| {
        let scale = 10_i64.checked_pow(u32::from(it.decimals))?;
        it.mantissa.checked_mul(it.unit.kronor()?).map(|kronor| kronor / scale)
    };
    let kronor = kronor(one)?.checked_sub(kronor(other)?)?;
    Some(Quantity::new((kronor.abs() + 500) / 1_000 * kronor.signum(), 0, Unit::Tkr))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_different_units_are_subtracted_in_tkr() {
        let mkr = Quantity::new(1_786, 1, Unit::Mkr);
        let tkr = Quantity::new(176_900, 0, Unit::Tkr);
        assert_eq!(difference_tkr(&mkr, &tkr), Some(Quantity::new(1_700, 0, Unit::Tkr)));
        assert_eq!(difference_tkr(&tkr, &Quantity::new(3, 0, Unit::Percent)), None);
    }

    #[test]
    fn a_frame_is_known_by_its_word_and_its_year() {
        assert!(is_frame_of("Ram 2025, efter beslut under året", 2025));
        assert!(!is_frame_of("Brukshallen, hyra 2025", 2025));
    }
}
