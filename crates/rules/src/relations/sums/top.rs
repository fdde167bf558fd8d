//! A sum that stands above its rows: "Totalt" in the first row of a table.

use super::{borne_out, relations};
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::slip;
use crate::relations::wholes::is_whole;
use uppsikt_domain::table::RowRole;

/// The first row as the sum of all others, where it is called so and no other row is a sum: slips are all
/// that is wrong.
pub(super) fn top(figures: &Figures<'_>) -> Vec<Relation> {
    let rows = &figures.table.rows;
    let filled: Vec<usize> = (0..rows.len()).filter(|row| figures.has_figures(*row)).collect();
    let Some((first, items)) = filled.split_first() else { return Vec::new() };
    let plain = items.iter().all(|row| rows[*row].role == RowRole::Item);
    if items.len() < 2 || !plain || !is_whole(&rows[*first].label.text) {
        return Vec::new();
    }
    let relations = relations(figures, *first, items);
    let sure = borne_out(figures, &relations) > 0;
    let mut broken = relations.iter().filter(|relation| !relation.holds(&|at| figures.interval(at)));
    let sound = broken.all(|it| slip::mends(figures, it));
    let relations = relations.iter().map(|it| Relation { sure, ..it.clone() });
    if sound { relations.collect() } else { Vec::new() }
}
