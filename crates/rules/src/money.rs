//! What a table's amounts are: their unit, where its columns do not say it themselves, and a budget's deficit.

use crate::prose::words;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, Table};
use uppsikt_text::compare::normalized;
use uppsikt_text::figure;

/// The unit of money of a column: its own, the table's, or one that the caption, the label
/// heading or the column's heading names.
pub fn unit(table: &Table, column: usize) -> Option<Unit> {
    let column = table.columns.get(column);
    let own = column.map(|column| column.unit.clone()).filter(Unit::is_money);
    let heading = column.map(|column| column.heading.text.as_str()).unwrap_or_default();
    if column.is_some_and(|column| column.unit == Unit::Percent) || counts(heading) {
        return None;
    }
    let caption = table.caption.iter().map(|caption| caption.text.as_str());
    own.or_else(|| Some(table.unit.clone()).filter(Unit::is_money)).or_else(|| {
        [heading].into_iter().chain(caption).chain([table.label_heading.as_str()]).find_map(named)
    })
}

/// "Antal hushåll": the column counts, whatever unit the others of its table have.
fn counts(heading: &str) -> bool {
    let words = words(heading);
    words.first().is_some_and(|word| word == "antal" || word == "antalet") && named(heading).is_none()
}

/// The result of the year that a table budgets and its cell (row, column), where it is below nought.
pub fn budgeted_deficit(
    table: &Table,
    year: Option<i32>,
    structure: &Structure,
) -> Option<((usize, usize), Quantity)> {
    let column = table.column(|kind| *kind == ColumnKind::Budget { year })?;
    // A statement whose other rows are the city's own is known by the year's result alone.
    let is_result = |row: &Row| {
        row.line.as_ref() == Some(&structure.result_line) || normalized(&row.label.text) == "årets resultat"
    };
    let row = table.rows.iter().position(is_result)?;
    let value = table.rows[row].cells.get(column)?.value.clone()?;
    let unit = unit(table, column)?;
    (value.mantissa < 0).then_some(((row, column), Quantity { unit, ..value }))
}

/// The first unit of money that a text names.
pub fn named(text: &str) -> Option<Unit> {
    words(text).iter().find_map(|word| figure::unit(word).filter(Unit::is_money))
}
