//! What one year ends with is what the next begins with: rows of a balance that runs over columns of years.

use crate::relations::figures::Figures;
use crate::relations::flows::{closes, opens};
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use uppsikt_domain::table::{ColumnKind, RowRole};
use uppsikt_text::case::Lower;

/// The relations between each year's end and the next year's beginning, where slips are all that is wrong.
pub fn carried(figures: &Figures<'_>) -> Vec<Relation> {
    let rows = &figures.table.rows;
    let only = |fits: fn(&str) -> bool| {
        let mut found = (0..rows.len()).filter(|row| {
            rows[*row].role != RowRole::OfWhich
                && figures.has_figures(*row)
                && fits(&rows[*row].label.text.lower())
        });
        found.next().filter(|_| found.next().is_none())
    };
    let (Some(first), Some(last)) = (only(opens), only(closes)) else { return Vec::new() };
    let mut years: Vec<(i32, usize)> = figures
        .amount_columns()
        .iter()
        .filter_map(|column| Some((year(figures, *column)?, *column)))
        .collect();
    years.sort_unstable();
    let next = years.windows(2).filter(|pair| pair[0].0 + 1 == pair[1].0);
    let relation = |pair: &[(i32, usize)]| Relation {
        kind: Kind::Identity,
        result: (first, pair[1].1),
        terms: vec![Term { at: (last, pair[0].1), factor: 1 }],
        sure: false,
    };
    let printed = |it: &Relation| it.cells().all(|at| figures.printed(at).is_some_and(|it| it.mantissa != 0));
    let found: Vec<Relation> = next.map(relation).filter(printed).collect();
    // Where something was put right in between, the one is rarely a slip from the other.
    let sound = |it: &Relation| it.holds(&|at| figures.interval(at)) || slip::mends(figures, it);
    let told = found.iter().all(sound);
    if told { found } else { Vec::new() }
}

/// The year of a column of outcomes, or of one that is headed by a year alone: a budget begins with what was
/// believed when it was made.
fn year(figures: &Figures<'_>, column: usize) -> Option<i32> {
    let of = &figures.table.columns[column];
    match of.kind {
        ColumnKind::Actual { year, part_of_year: false } => year,
        ColumnKind::Other => of.heading.text.trim().parse().ok().filter(|year| (1990..2100).contains(year)),
        _ => None,
    }
}
