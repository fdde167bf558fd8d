//! In which unit a table's amounts are, where its columns do not say it themselves.

use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_domain::table::Table;
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

/// The first unit of money that a text names.
pub fn named(text: &str) -> Option<Unit> {
    words(text).iter().find_map(|word| figure::unit(word).filter(Unit::is_money))
}
