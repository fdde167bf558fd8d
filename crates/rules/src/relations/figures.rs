//! The figures of a table as intervals.

use crate::relations::counts;
use crate::relations::faults::Fault;
use crate::relations::once;
use crate::relations::parted;
use crate::relations::relation::Relation;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Cell, Column, ColumnKind, Table};

/// A cell, by row and column.
pub type At = (usize, usize);

/// A table's figures.
#[derive(Debug, Clone)]
pub struct Figures<'a> {
    /// The table.
    pub table: &'a Table,
    decimals: Vec<u8>,
    amounts: Vec<usize>,
    whole: bool,
    once: bool,
    noted: Vec<usize>,
    /// Of columns where some cells print "%" and others do not: whether the fewer are those that do.
    shares: Vec<Option<bool>>,
}

impl<'a> Figures<'a> {
    /// The figures of a table.
    pub fn of(table: &'a Table) -> Self {
        let most = |column: usize| {
            let figures = table.rows.iter().filter_map(|row| row.cells.get(column)?.value.as_ref());
            figures.map(|figure| figure.decimals).max().unwrap_or(0)
        };
        let columns = table.columns.iter().enumerate();
        let amounts = columns.filter(|(_, column)| is_amount(column)).map(|(index, _)| index);
        Figures {
            table,
            decimals: (0..table.columns.len()).map(most).collect(),
            amounts: amounts.collect(),
            whole: counts::is_of_whole_things(table),
            once: table.caption.as_ref().is_some_and(|caption| once::is_said_in(&caption.text)),
            noted: parted::noted_otherwise(table),
            shares: (0..table.columns.len()).map(|column| fewer_shares(table, column)).collect(),
        }
    }

    /// The same, where the text beside the table says that each is counted once.
    pub fn counted_once(self) -> Self {
        Figures { once: true, ..self }
    }

    /// Whether each is counted once, in however many rows it is.
    pub fn counts_once(&self) -> bool {
        self.once
    }

    /// The printed figure of a cell.
    pub fn printed(&self, at: At) -> Option<&'a Quantity> {
        self.table.rows.get(at.0)?.cells.get(at.1)?.value.as_ref()
    }

    /// Whether a cell holds neither figure nor words.
    pub fn is_empty(&self, at: At) -> bool {
        let cell = self.table.rows.get(at.0).and_then(|row| row.cells.get(at.1));
        cell.is_none_or(|cell| cell.printed.is_none())
    }

    /// Whether a cell holds words where a figure could stand ("ny"): no nought. So does "4 %" among amounts, and
    /// an amount among shares: it is told in a unit of its own.
    pub fn is_word(&self, at: At) -> bool {
        let cell = self.table.rows.get(at.0).and_then(|row| row.cells.get(at.1));
        let fewer = self.shares.get(at.1).copied().flatten();
        if fewer.is_some() && cell.is_some_and(|cell| cell.value.is_some() && Some(is_share(cell)) == fewer) {
            return true;
        }
        let printed = cell.filter(|cell| cell.value.is_none()).and_then(|cell| cell.printed.as_ref());
        printed.is_some_and(|printed| printed.chars().any(char::is_alphanumeric))
    }

    /// Whether all cells of a relation are figures or empty, and stand where they are printed. Where none of what
    /// should make a result is printed, nothing is known of it.
    pub fn is_all_figures(&self, relation: &Relation) -> bool {
        if !relation.terms.iter().any(|term| self.printed(term.at).is_some()) {
            return false;
        }
        let is_guess = |row: usize| self.table.rows[row].guessed || self.noted.contains(&row);
        !relation.cells().any(|at| self.is_word(at) || is_guess(at.0))
            && !parted::holds_otherwise(self, relation)
    }

    /// What a cell can stand for, in its column's unit. An empty cell is nought, rounded
    /// as its column is; a number of goals or assignments is never rounded.
    pub fn interval(&self, at: At) -> Interval {
        let decimals = self.decimals.get(at.1).copied().unwrap_or(0);
        let nought = || Quantity::new(0, decimals, Unit::None);
        if self.whole && decimals == 0 && is_bare(&self.table.columns[at.1]) {
            return Interval::exactly(self.printed(at).map_or(Fixed::ZERO, Quantity::value));
        }
        self.printed(at).map_or_else(|| nought().interval(), Quantity::interval)
    }

    /// A value as a printed figure of a column.
    pub fn as_printed(&self, value: Fixed, column: usize) -> Quantity {
        let decimals = self.decimals.get(column).copied().unwrap_or(0);
        let unit = self.table.columns.get(column).map_or(Unit::None, |column| column.unit.clone());
        Quantity::new(value.rounded(decimals), decimals, unit)
    }

    /// The table with what faults should have been; none where there are none.
    pub fn corrected(&self, faults: &[Fault]) -> Option<Table> {
        let mut table = self.table.clone();
        for fault in faults {
            let row = table.rows.get_mut(fault.cell.0);
            let cell = row.and_then(|row| row.cells.get_mut(fault.cell.1));
            let own = cell.and_then(|cell| cell.value.as_mut());
            own.into_iter()
                .for_each(|own| *own = Quantity { unit: own.unit.clone(), ..fault.expected.clone() });
        }
        (!faults.is_empty()).then_some(table)
    }

    /// Whether the table counts whole things, each of them once.
    pub fn counts_whole(&self) -> bool {
        self.whole
    }

    /// Whether a row has any figure.
    pub fn has_figures(&self, row: usize) -> bool {
        (0..self.table.columns.len()).any(|column| self.printed((row, column)).is_some())
    }

    /// The columns whose figures may be added and subtracted.
    pub fn amount_columns(&self) -> &[usize] {
        &self.amounts
    }
}

/// Whether the fewer cells of a column are those that print "%". `None`: all do, or none.
fn fewer_shares(table: &Table, column: usize) -> Option<bool> {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let valued: Vec<bool> = cells.filter(|cell| cell.value.is_some()).map(is_share).collect();
    let shares = valued.iter().filter(|share| **share).count();
    (shares > 0 && shares < valued.len()).then_some(shares * 2 <= valued.len())
}

fn is_share(cell: &Cell) -> bool {
    cell.printed.as_ref().is_some_and(|printed| printed.trim_end().ends_with('%'))
}

fn is_amount(column: &Column) -> bool {
    !matches!(column.kind, ColumnKind::Percent | ColumnKind::Note) && column.unit != Unit::Percent
}

fn is_bare(column: &Column) -> bool {
    matches!(column.unit, Unit::None | Unit::Other(_)) && column.kind != ColumnKind::Percent
}
