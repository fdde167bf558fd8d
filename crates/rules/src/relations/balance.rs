//! The balance sheet: what is owned is what it is paid by.

use crate::relations::figures::Figures;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::wholes::{is_assets, is_liabilities};

/// The sum of equity, provisions and liabilities is that of the assets, in every column.
pub fn balance(figures: &Figures<'_>) -> Vec<Relation> {
    let row = |fits: fn(&str) -> bool| figures.table.rows.iter().position(|row| fits(&row.label.text));
    let (Some(assets), Some(liabilities)) = (row(is_assets), row(is_liabilities)) else { return Vec::new() };
    let printed = |row: usize, column: usize| figures.printed((row, column)).is_some();
    let columns = figures.amount_columns().iter().copied();
    let both = columns.filter(|column| printed(assets, *column) && printed(liabilities, *column));
    both.map(|column| Relation {
        kind: Kind::Identity,
        result: (liabilities, column),
        terms: vec![Term { at: (assets, column), factor: 1 }],
        sure: true,
    })
    .collect()
}
