//! A sum that two wrong figures keep from its rows: it is known by the sums beside it, which hold.

use super::{borne_out, default_start, relations};
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::wholes::is_result;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::RowRole;
use uppsikt_text::case::Lower;

/// Last results that have one meaning in every table of their kind.
const SETTLED: [&str; 3] = ["kassaflöde från", "årets balanskravsresultat", "balanskravsresultat"];

/// Whether a row is a sum or called a result.
pub(super) fn is_end(figures: &Figures<'_>, row: usize) -> bool {
    let row = &figures.table.rows[row];
    matches!(row.role, RowRole::Subtotal | RowRole::Total)
        || row.role == RowRole::Item && is_result(&row.label.text)
}

/// The rows that a sum of one column takes as it is usually read: from which of those that stand open, and the
/// relation.
pub(super) fn usual(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<(usize, Relation)> {
    let of_cash = figures.table.rows[row].label.text.lower().starts_with("kassaflöde från");
    let since_last = || open.iter().rposition(|row| is_end(figures, *row)).map_or(0, |at| at + 1);
    let from = match figures.table.rows[row].role {
        RowRole::Item if of_cash => since_last(),
        RowRole::Item => 0,
        _ => default_start(figures.table, row, open),
    };
    let rows = open.get(from..).filter(|rows| rows.len() > 1)?;
    let plain = rows.iter().all(|row| figures.table.rows[*row].role != RowRole::OfWhich);
    let mut found = relations(figures, row, rows);
    let relation = found.pop().filter(|relation| plain && found.is_empty() && is_near(figures, relation))?;
    Some((from, Relation { sure: false, ..relation }))
}

/// Whether what is missing is no more than the largest of the rows, and no cell is empty.
fn is_near(figures: &Figures<'_>, relation: &Relation) -> bool {
    let value = |at| figures.printed(at).map(Quantity::value);
    let parts: Option<Vec<Fixed>> =
        relation.terms.iter().map(|term| Some(value(term.at)?.times(term.factor))).collect();
    let (Some(parts), Some(whole)) = (parts, value(relation.result)) else { return false };
    let largest = parts.iter().map(|part| part.abs()).max().unwrap_or(Fixed::ZERO);
    let sum = parts.into_iter().fold(Fixed::ZERO, |sum, part| sum + part);
    whole != Fixed::ZERO && (whole - sum).abs() <= largest
}

/// Whether the relations that are found where a sum is read as usual tell that it is meant so: a later sum takes it
/// and holds, as none did before; or it is the last of its kind and all before it hold.
pub(super) fn is_borne_out(
    figures: &Figures<'_>,
    row: usize,
    plain: &[Relation],
    tried: &[Relation],
) -> bool {
    let later = |it: &&Relation| it.result.0 > row && it.terms.iter().any(|term| term.at.0 == row);
    let holding = |it: &Relation| borne_out(figures, std::slice::from_ref(it)) > 0;
    let is_new = |it: &Relation| !plain.iter().any(|own| own.result == it.result && holding(own));
    let later_holds = tried.iter().filter(later).any(|it| holding(it) && is_new(it));
    let ends: Vec<usize> = (0..figures.table.rows.len())
        .filter(|it| *it != row && figures.has_figures(*it) && is_end(figures, *it))
        .collect();
    // The first result of a statement comes from elsewhere.
    let told = |end: usize| end == 0 || plain.iter().any(|it| it.result.0 == end && holding(it));
    let label = figures.table.rows[row].label.text.lower();
    let settled = SETTLED.iter().any(|word| label.starts_with(word));
    let is_last =
        settled && ends.iter().all(|end| *end < row && told(*end)) && ends.iter().any(|end| *end > 0);
    later_holds || is_last
}
