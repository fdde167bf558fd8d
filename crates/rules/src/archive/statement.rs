//! A committee's statement that has another frame than the council decided, though its text has the
//! council's.

use super::explained::is_explained;
use super::own::{Own, amounts};
use super::told::{Told, is_near, meets};
use crate::money;
use crate::seen::Sheet;
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::ColumnKind;

/// The frame of the statement where no table has what was decided and no sentence has what differs: a
/// sentence with the council's amount alone does not tell why the plan is made for another.
pub fn off_in_statement<'t, 'a>(
    sheet: &Sheet<'_>,
    year: i32,
    structure: &Structure,
    decided: &'t [Told<'a>],
) -> Option<(Own, &'t Told<'a>)> {
    let first = decided.first()?;
    let own = frame_line(sheet.document, year, structure).into_iter().min_by_key(|own| own.span)?;
    let is_decided = |value: &Quantity| decided.iter().any(|it| meets(value, &it.amount.value));
    let value = &first.amount.value;
    let sure = is_near(&own.value, value)
        && !in_tables(sheet.document).any(|value| is_decided(&value))
        && !is_explained(sheet, value, &own.value)
        && !tells_apart(sheet, value, &own.value);
    sure.then_some((own, first))
}

/// The statement's own line of the frame, in columns whose heading says that they are the year's budget.
fn frame_line(document: &Document, year: i32, structure: &Structure) -> Vec<Own> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let is_frame = |line: &Option<String>| line.as_deref() == Some(structure.frame_line.as_str());
        for row in table.rows.iter().filter(|row| is_frame(&row.line)) {
            let of_year = |kind: &ColumnKind| *kind == ColumnKind::Budget { year: Some(year) };
            found.extend(amounts(table, row, of_year).map(|(value, span)| Own { value, span }));
        }
    }
    found
}

/// All amounts of money in tables.
fn in_tables(document: &Document) -> impl Iterator<Item = Quantity> {
    document.tables().into_iter().flat_map(|(_, table)| {
        let rows = table.rows.iter().flat_map(|row| row.cells.iter().enumerate());
        rows.filter_map(move |(at, cell)| {
            let value = cell.value.clone().filter(|value| value.mantissa != 0)?;
            Some(Quantity { unit: money::unit(table, at)?, ..value })
        })
    })
}

/// Whether a sentence has how far one amount is from the other.
fn tells_apart(sheet: &Sheet<'_>, one: &Quantity, other: &Quantity) -> bool {
    let size = |value: &Quantity| Some(value.interval_kronor()?.size());
    let Some((one, other)) = size(one).zip(size(other)) else { return true };
    let apart = one.minus(&other).size();
    let mut figures = sheet.figures().iter().flat_map(|said| &said.figures);
    figures.any(|found| {
        found.quantity.unit.is_money() && size(&found.quantity).is_some_and(|it| it.meets(&apart))
    })
}
