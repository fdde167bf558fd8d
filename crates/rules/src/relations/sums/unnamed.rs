//! Sums of groups that are not called so: "Skattefinansierat", "Avgiftsfinansierat" and "Totalt".

use super::relations;
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::wholes::is_whole;
use uppsikt_domain::table::RowRole;

/// So many sums of groups, or columns that bear one out, tell that the others are sums too.
const LEAST: usize = 2;

/// A group in the middle has so many rows at most.
const MOST: usize = 12;

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
        let last = open.len().saturating_sub(1);
        let mut starts = (0..last.min(1)).chain(last.saturating_sub(MOST).max(1)..last);
        let from = starts.find(|from| {
            holds(*row, &open[*from..])
                && (*from == 0 || bearing(figures, &relations(figures, *row, &open[*from..])) >= LEAST)
        });
        let Some(from) = from else {
            open.push(*row);
            continue;
        };
        found.extend(relations(figures, *row, &open[from..]));
        open.truncate(from);
        sums.push(*row);
    }
    let whole = [sums.clone(), open].concat();
    let told = !sums.is_empty() && holds(last, &whole);
    found.extend(relations(figures, last, &whole));
    (told && (sums.len() >= LEAST || bearing(figures, &found) >= LEAST)).then_some(found)
}

/// In how many columns all of some relations hold.
fn bearing(figures: &Figures<'_>, relations: &[Relation]) -> usize {
    let holds = |column: usize| {
        let mut own = relations.iter().filter(|it| it.result.1 == column).peekable();
        own.peek().is_some() && own.all(|it| it.holds(&|at| figures.interval(at)))
    };
    figures.amount_columns().iter().filter(|column| holds(**column)).count()
}
