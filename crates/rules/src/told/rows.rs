//! Rows of tables as a text tells of them.

use super::parts::Part;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{ColumnKind, Row, Table};
use uppsikt_text::case::Lower;

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub struct RowAt<'a> {
    /// The table.
    pub table: &'a Table,
    /// The row's place in it.
    pub row: usize,
    /// The only column that is meant, where the name is a column's.
    pub column: Option<usize>,
    /// What the columns of a split hold.
    pub stands_for: Option<&'a ColumnKind>,
}

impl<'a> RowAt<'a> {
    /// A row with all its columns.
    pub fn whole(table: &'a Table, row: usize) -> Self {
        RowAt { table, row, column: None, stands_for: None }
    }

    /// A row in a part's column.
    pub fn of_part(part: &Part<'a>, row: usize) -> Self {
        RowAt { table: part.table, row, column: Some(part.column), stands_for: part.stands_for }
    }

    /// Whether two are the same row of the same table.
    pub fn is_row_of(&self, other: &RowAt<'_>) -> bool {
        std::ptr::eq(self.table, other.table) && self.row == other.row
    }

    /// Whether it is a line of the statement.
    pub fn is_line(&self, key: &str) -> bool {
        self.get().line.as_deref() == Some(key)
    }

    /// The row itself.
    pub fn get(&self) -> &'a Row {
        &self.table.rows[self.row]
    }

    /// Its figures with their columns and places. Money has its unit.
    pub fn figures(&self) -> Vec<(usize, Quantity, Span)> {
        let meant = |at: &usize| self.column.is_none_or(|column| column == *at);
        let cells = self.get().cells.iter().enumerate().filter(|(at, _)| meant(at));
        let valued = cells.filter_map(|(at, cell)| Some((at, cell.value.as_ref()?, cell.span)));
        valued
            .map(|(at, value, span)| {
                let unit = crate::money::unit(self.table, at).or_else(|| named_in_labels(self.table));
                let unit = unit.unwrap_or_else(|| value.unit.clone());
                (at, Quantity { unit, ..value.clone() }, span)
            })
            .collect()
    }

    /// The kind of a column.
    pub fn kind(&self, column: usize) -> Option<&'a ColumnKind> {
        let column = self.table.columns.get(column)?;
        match column.kind {
            ColumnKind::Part | ColumnKind::Whole => self.stands_for.or(Some(&column.kind)),
            ColumnKind::Other if self.stands_for.is_some() => self.stands_for,
            ColumnKind::Other if is_of_deviations(self.table) => Some(&ColumnKind::Deviation),
            _ => Some(&column.kind),
        }
    }
}

/// The unit of money that a row's label names, in a table without a unit.
fn named_in_labels(table: &Table) -> Option<Unit> {
    let mut labels =
        table.rows.iter().filter(|_| table.unit == Unit::None).map(|row| row.label.text.as_str());
    labels.find_map(crate::money::named)
}

/// Whether a table is a list of deviations: one column without a heading of its own.
fn is_of_deviations(table: &Table) -> bool {
    let alone = table.columns.len() == 1 && table.columns[0].heading.text.is_empty();
    let caption = table.caption.as_ref().map(|caption| caption.text.lower());
    alone && caption.is_some_and(|caption| caption.contains("avvikelse"))
}
