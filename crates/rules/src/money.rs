//! What a table's amounts are: their unit, where its columns do not say it themselves, and a budget's deficit.

use crate::prose::words;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Table};
use uppsikt_text::figure;

/// The unit of money of a column: its own, the table's, or one that the caption, the label
/// heading or the column's heading names.
pub fn unit(table: &Table, column: usize) -> Option<Unit> {
    let column = table.columns.get(column);
    let own = column.map(|column| column.unit.clone()).filter(Unit::is_money);
    if column.is_some_and(|column| column.unit == Unit::Percent) {
        return None;
    }
    let caption = table.caption.iter().map(|caption| caption.text.as_str());
    let heading = column.into_iter().map(|column| column.heading.text.as_str());
    own.or_else(|| Some(table.unit.clone()).filter(Unit::is_money))
        .or_else(|| heading.chain(caption).chain([table.label_heading.as_str()]).find_map(named))
}

/// The result of the year that a table budgets and its cell (row, column), where it is below nought.
pub fn budgeted_deficit(
    table: &Table,
    year: Option<i32>,
    structure: &Structure,
) -> Option<((usize, usize), Quantity)> {
    let column = table.column(|kind| *kind == ColumnKind::Budget { year })?;
    let row = table.rows.iter().position(|row| row.line.as_ref() == Some(&structure.result_line))?;
    let value = table.rows[row].cells.get(column)?.value.clone()?;
    let unit = unit(table, column)?;
    (value.mantissa < 0).then_some(((row, column), Quantity { unit, ..value }))
}

/// The first unit of money that a text names.
pub fn named(text: &str) -> Option<Unit> {
    words(text).iter().find_map(|word| figure::unit(word).filter(Unit::is_money))
}
