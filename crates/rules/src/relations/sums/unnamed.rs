//! Sums of groups that are not called so: "Skattefinansierat", "Avgiftsfinansierat" and "Totalt".

use super::relations;
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::wholes::is_whole;
use uppsikt_domain::table::RowRole;

/// So many sums of groups tell that the others are sums too.
const LEAST: usize = 2;

/// The last row as the sum of rows that are sums of the rows above them, where some column bears all of them
/// out: however far from it the others are.
pub(super) fn unnamed(figures: &Figures<'_>) -> Vec<Relation> {
    let rows = &figures.table.rows;
    let filled: Vec<usize> = (0..rows.len()).filter(|row| figures.has_figures(*row)).collect();
    let Some((last, items)) = filled.split_last() else { return Vec::new() };
    let plain = items.iter().all(|row| rows[*row].role == RowRole::Item);
    let is_total = rows[*last].role == RowRole::Total || is_whole(&rows[*last].label.text);
    let full = filled
        .iter()
        .all(|row| figures.amount_columns().iter().all(|it| figures.printed((*row, *it)).is_some()));
    if !plain || !is_total || !full || figures.amount_columns().len() < 2 {
        return Vec::new();
    }
    let readings =
        figures.amount_columns().iter().filter_map(|column| of_column(figures, *last, items, *column));
    readings.max_by_key(Vec::len).unwrap_or_default()
}

/// The groups as one column has them, in all columns.
fn of_column(figures: &Figures<'_>, last: usize, items: &[usize], column: usize) -> Option<Vec<Relation>> {
    let interval = |at| figures.interval(at);
    let holds = |row: usize, rows: &[usize]| {
        let said = |row: &usize| figures.printed((*row, column)).is_some_and(|it| it.mantissa != 0);
        rows.iter().filter(|row| said(row)).count() >= 2
            && relations(figures, row, rows).iter().any(|it| it.result.1 == column && it.holds(&interval))
    };
    let (mut open, mut sums, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for row in items {
        if open.len() >= 2 && holds(*row, &open) {
            found.extend(relations(figures, *row, &open));
            open.clear();
            sums.push(*row);
        } else {
            open.push(*row);
        }
    }
    let whole = [sums.clone(), open].concat();
    let told = sums.len() >= LEAST && holds(last, &whole);
    found.extend(relations(figures, last, &whole));
    told.then_some(found)
}
