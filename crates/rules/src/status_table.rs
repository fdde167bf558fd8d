//! Small tables that count goals by status: a row for each status, or a column.

use crate::status_count::status_of;
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::place::Span;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, RowRole, Table};
use uppsikt_text::case::Lower;

/// How many goals a table says have a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The status.
    pub status: Status,
    /// The horizon, where its heading names one.
    pub horizon: Option<Horizon>,
    /// How many.
    pub number: usize,
    /// Where.
    pub span: Span,
}

/// So many statuses make a table one of statuses.
const STATUSES: usize = 2;

/// The counts of a table.
pub fn cells(table: &Table, structure: &Structure) -> Vec<Cell> {
    let rows = by_row(table, structure);
    if rows.is_empty() { by_column(table, structure) } else { rows }
}

fn by_row(table: &Table, structure: &Structure) -> Vec<Cell> {
    let named = table.rows.iter().filter(|row| row.role == RowRole::Item);
    let named = named.filter_map(|row| Some((row, label_status(&row.label.text, structure)?)));
    let named: Vec<(&Row, Status)> = named.collect();
    let counted = (0..table.columns.len()).filter(|column| !is_share(&table.columns[*column].heading.text));
    let of_column = |column: usize| {
        let horizon = horizon(&table.columns[column].heading.text);
        named.iter().filter_map(move |(row, status)| {
            Some(Cell {
                status: *status,
                horizon,
                number: number(row, column)?,
                span: row.cells[column].span,
            })
        })
    };
    if named.len() < STATUSES { Vec::new() } else { counted.flat_map(of_column).collect() }
}

fn by_column(table: &Table, structure: &Structure) -> Vec<Cell> {
    let columns = table.columns.iter().enumerate();
    let named = columns.filter_map(|(at, it)| Some((at, label_status(&it.heading.text, structure)?)));
    let named: Vec<(usize, Status)> = named.collect();
    let total = table.rows.iter().find(|row| is_total(row)).filter(|_| named.len() >= STATUSES);
    let cell = |(column, status): &(usize, Status)| {
        let row = total?;
        let number = number(row, *column)?;
        Some(Cell { status: *status, horizon: None, number, span: row.cells[*column].span })
    };
    named.iter().filter_map(cell).collect()
}

fn is_total(row: &Row) -> bool {
    let label = row.label.text.lower();
    row.role == RowRole::Total || ["summa", "totalt", "samtliga"].iter().any(|word| label.starts_with(word))
}

/// The status that a label of some words is.
fn label_status(label: &str, structure: &Structure) -> Option<Status> {
    const WORDS: usize = 4;
    let lower = label.lower();
    (lower.split_whitespace().count() <= WORDS).then(|| status_of(&lower, structure)).flatten()
}

fn is_share(heading: &str) -> bool {
    let lower = heading.lower();
    lower.starts_with("andel") || lower.contains('%') || lower.contains("procent")
}

fn horizon(heading: &str) -> Option<Horizon> {
    let lower = heading.lower();
    match () {
        () if lower.contains("mandatperiod") => Some(Horizon::Term),
        () if lower.contains("period") || lower.contains("året") => Some(Horizon::Period),
        () => None,
    }
}

/// A count below a hundred.
fn number(row: &Row, column: usize) -> Option<usize> {
    let cell = row.cells.get(column)?;
    let value = cell.value.as_ref().filter(|value| value.decimals == 0 && value.mantissa < 100)?;
    usize::try_from(value.mantissa).ok()
}
