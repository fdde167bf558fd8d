//! Holes in the columns of a table of indicators: the unit or the source of one row, where the others have theirs.

use uppsikt_domain::document::Document;
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::compare::normalized;

/// So many rows that have it show that each is to have it.
const ROWS: usize = 3;

/// The rows of indicators that have nothing in the column under one of some headings, where three times as many have.
pub fn holes<'d>(document: &'d Document, headings: &[&str]) -> Vec<&'d Row> {
    let tables =
        document.tables().into_iter().map(|(_, table)| table).filter(|table| is_of_indicators(table));
    let mut found = Vec::new();
    for table in tables {
        let mut columns = table.columns.iter().enumerate().filter(|(_, column)| {
            let own = normalized(&column.heading.text);
            headings.contains(&own.as_str())
        });
        let Some((at, _)) = columns.next().filter(|_| columns.next().is_none()) else { continue };
        let has = |row: &Row, at: usize| row.cells.get(at).is_some_and(|cell| cell.printed.is_some());
        let is_told = |row: &&Row| (0..table.columns.len()).any(|other| other != at && has(row, other));
        let (filled, empty): (Vec<&Row>, Vec<&Row>) =
            table.rows.iter().filter(is_told).partition(|row| has(row, at));
        if filled.len() >= ROWS && empty.len() * ROWS <= filled.len() {
            found.extend(empty.into_iter().filter(|row| !row.guessed));
        }
    }
    found
}

fn is_of_indicators(table: &Table) -> bool {
    let label = normalized(&table.label_heading);
    ["indikator", "mått", "nyckeltal"].iter().any(|word| label.contains(word))
}
