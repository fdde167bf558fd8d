//! The ledger of an appropriation: the first decision and the changes lead to the last row.

use crate::relations::figures::Figures;
use crate::relations::relation::{Kind, Relation, Term};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, RowRole, TableKind};

/// The relations of a ledger, one for each column of amounts. None for a list of decisions
/// that prints no end.
pub fn ledger(figures: &Figures<'_>, structure: &Structure) -> Vec<Relation> {
    let rows: Vec<usize> = (0..figures.table.rows.len()).filter(|row| figures.has_figures(*row)).collect();
    let Some((end, before)) = rows.split_last() else { return Vec::new() };
    let is_ledger = figures.table.kind == TableKind::Ledger;
    if !is_ledger || before.is_empty() || !is_end(&figures.table.rows[*end], structure) {
        return Vec::new();
    }
    let items = before.iter().filter(|row| figures.table.rows[**row].role != RowRole::OfWhich);
    let terms = |column: usize| items.clone().map(|row| Term { at: (*row, column), factor: 1 }).collect();
    let columns =
        figures.amount_columns().into_iter().filter(|column| figures.printed((*end, *column)).is_some());
    columns
        .map(|column| Relation {
            kind: Kind::Ledger,
            result: (*end, column),
            terms: terms(column),
            sure: true,
        })
        .collect()
}

/// Whether a last row is what the decisions lead to: a sum, or the frame by name.
fn is_end(row: &Row, structure: &Structure) -> bool {
    let sum = matches!(row.role, RowRole::Total | RowRole::Subtotal);
    let line = row.line.as_ref().is_some_and(|line| *line == structure.frame_line);
    let frame = structure.statement_line(&structure.frame_line);
    let names = frame.iter().flat_map(|frame| frame.synonyms.iter().chain([&frame.label]));
    let label = row.label.text.to_lowercase();
    sum || line || names.into_iter().any(|name| label.starts_with(&name.to_lowercase()))
}
