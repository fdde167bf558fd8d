//! The figures of a table as intervals.

use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Column, ColumnKind, Table};

/// A cell, by row and column.
pub type At = (usize, usize);

/// A table's figures.
#[derive(Debug, Clone)]
pub struct Figures<'a> {
    /// The table.
    pub table: &'a Table,
    decimals: Vec<u8>,
}

impl<'a> Figures<'a> {
    /// The figures of a table.
    pub fn of(table: &'a Table) -> Self {
        let most = |column: usize| {
            let figures = table.rows.iter().filter_map(|row| row.cells.get(column)?.value.as_ref());
            figures.map(|figure| figure.decimals).max().unwrap_or(0)
        };
        Figures { table, decimals: (0..table.columns.len()).map(most).collect() }
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

    /// What a cell can stand for, in its column's unit. An empty cell is nought, rounded
    /// as its column is.
    pub fn interval(&self, at: At) -> Interval {
        let decimals = self.decimals.get(at.1).copied().unwrap_or(0);
        let nought = || Quantity::new(0, decimals, Unit::None);
        self.printed(at).map_or_else(|| nought().interval(), Quantity::interval)
    }

    /// A value as a printed figure of a column.
    pub fn as_printed(&self, value: Fixed, column: usize) -> Quantity {
        let decimals = self.decimals.get(column).copied().unwrap_or(0);
        let unit = self.table.columns.get(column).map_or(Unit::None, |column| column.unit.clone());
        Quantity::new(value.rounded(decimals), decimals, unit)
    }

    /// Whether a row has any figure.
    pub fn has_figures(&self, row: usize) -> bool {
        (0..self.table.columns.len()).any(|column| self.printed((row, column)).is_some())
    }

    /// The columns whose figures may be added and subtracted.
    pub fn amount_columns(&self) -> Vec<usize> {
        let amounts = self.table.columns.iter().enumerate().filter(|(_, column)| is_amount(column));
        amounts.map(|(index, _)| index).collect()
    }
}

fn is_amount(column: &Column) -> bool {
    !matches!(column.kind, ColumnKind::Percent | ColumnKind::Note) && column.unit != Unit::Percent
}
