//! Columns of shares that add up to a hundred per cent.

use crate::relations::figures::Figures;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use crate::relations::wholes;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Unit;
use uppsikt_domain::table::{ColumnKind, RowRole};

/// Fewer shares may come near a hundred by chance.
const LEAST_PARTS: usize = 3;
/// So far from a hundred, in per cent, parts may be that ought to make it up.
const NEAR: i64 = 15;

/// The relations of the columns of shares in a table that has a sum of all its rows.
pub fn shares(figures: &Figures<'_>) -> Vec<Relation> {
    let table = figures.table;
    let is_sum = |row: &usize| {
        let row = &table.rows[*row];
        matches!(row.role, RowRole::Subtotal | RowRole::Total) || wholes::is_whole(&row.label.text)
    };
    let totals: Vec<usize> = (0..table.rows.len()).filter(is_sum).collect();
    let [total] = totals.as_slice() else { return Vec::new() };
    let columns = table.columns.iter().enumerate();
    let of_shares =
        columns.filter(|(_, column)| column.kind == ColumnKind::Percent || column.unit == Unit::Percent);
    of_shares.filter_map(|(column, _)| of_column(figures, *total, column)).collect()
}

/// The whole is printed as a hundred and the parts come near it, or the parts come to just that.
fn of_column(figures: &Figures<'_>, total: usize, column: usize) -> Option<Relation> {
    let is_item = |row: &usize| figures.table.rows[*row].role == RowRole::Item;
    let printed = |row: &usize| figures.printed((*row, column)).is_some();
    let parts: Vec<usize> = (0..total).filter(is_item).filter(printed).collect();
    let whole = figures.printed((total, column))?.value();
    let terms = parts.iter().map(|row| Term { at: (*row, column), factor: 1 }).collect();
    let relation = Relation { kind: Kind::Sum, result: (total, column), terms, sure: true };
    let possible = relation.possible(&|at| figures.interval(at));
    let hundred = Fixed::whole(100);
    let within = |row: &usize| {
        figures.printed((*row, column)).is_some_and(|it| Fixed::ZERO <= it.value() && it.value() < hundred)
    };
    let near = Interval::exactly(hundred).widened(Fixed::whole(NEAR));
    let told = match () {
        () if whole == hundred => possible.meets(&near),
        // No share is more than all.
        () if whole > hundred => possible.meets(&near),
        () => possible.holds(hundred),
    };
    // Answers of which several may be given come near a hundred too: only a slip is sure.
    let sure = possible.holds(whole) || slip::mends(figures, &relation);
    let found = Relation { sure, ..relation };
    (parts.len() >= LEAST_PARTS && parts.iter().all(within) && told).then_some(found)
}
