//! What a row has: how far from its budget, and its levels.

use crate::told::{Level, RowAt};
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{ColumnKind, Table};
use uppsikt_text::case::Lower;

/// A figure of a row.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// The table.
    pub table: &'a Table,
    /// The row's place in it.
    pub row: usize,
    /// The row's label.
    pub label: &'a str,
    /// The figure.
    pub quantity: Quantity,
    /// In kronor.
    pub kronor: Fixed,
    /// Where.
    pub span: Span,
    /// Whether it is of a part of the year.
    pub is_part: bool,
    /// Whether it is a surplus, where the row's budget and outcome tell it.
    pub is_surplus: Option<bool>,
}

impl Cell<'_> {
    /// Whether it can stand for an amount, signs aside.
    pub fn has(&self, size: &Interval) -> bool {
        self.quantity.interval_kronor().is_some_and(|own| own.size().meets(size))
    }
}

/// Rows of income, where more than the budget is better, and of results, where it is too.
const MORE_IS_BETTER: [&str; 8] =
    ["intäkt", "avgift", "bidrag", "försälj", "skatt", "taxa", "resultat", "anslag"];

type Figure = (usize, Quantity, Span);

/// The deviations of a row.
pub fn deviations<'a>(row: &RowAt<'a>) -> Vec<Cell<'a>> {
    let figures = row.figures();
    let deviating = |figure: &&Figure| row.kind(figure.0) == Some(&ColumnKind::Deviation);
    let found = figures.iter().filter(deviating).filter(|(_, it, _)| it.mantissa != 0);
    found.filter_map(|figure| deviation(row, &figures, figure)).collect()
}

fn deviation<'a>(row: &RowAt<'a>, figures: &[Figure], own: &Figure) -> Option<Cell<'a>> {
    let before: Vec<&Figure> = figures.iter().filter(|it| it.0 < own.0).collect();
    let nearest = |fits: fn(&ColumnKind) -> bool| {
        let near = before.iter().rev().take_while(|it| row.kind(it.0) != Some(&ColumnKind::Deviation));
        near.copied().find(|it| row.kind(it.0).is_some_and(fits))
    };
    let budget = nearest(|kind| matches!(kind, ColumnKind::Budget { .. }));
    let outcome = nearest(|kind| matches!(kind, ColumnKind::Actual { .. } | ColumnKind::Forecast { .. }));
    let part = |it: &Figure| matches!(row.kind(it.0), Some(ColumnKind::Actual { part_of_year: true, .. }));
    let is_part = is_of_part(row, own.0) || outcome.is_some_and(part);
    let is_surplus =
        budget.zip(outcome).and_then(|(budget, outcome)| sign(row, &budget.1, &outcome.1, &own.1));
    cell(row, own, is_part, is_surplus)
}

/// Whether a deviation is a surplus: less was spent than the budget gave, and the sign of the table says so.
fn sign(row: &RowAt<'_>, budget: &Quantity, outcome: &Quantity, own: &Quantity) -> Option<bool> {
    let label = row.get().label.text.lower();
    if MORE_IS_BETTER.iter().any(|word| label.contains(word)) {
        return None;
    }
    let given = match (budget.mantissa > 0, outcome.mantissa > 0) {
        (true, true) => budget.interval().minus(&outcome.interval()),
        (false, false) => outcome.interval().minus(&budget.interval()),
        _ => return None,
    };
    given.meets(&own.interval()).then_some(own.mantissa > 0)
}

/// Whether a column's heading says that it is of a part of the year.
fn is_of_part(row: &RowAt<'_>, column: usize) -> bool {
    const PARTS: [&str; 8] = ["jan", "aug", "period", "ack", "apr", "tertial", "delår", "kvartal"];
    let heading = row.table.columns[column].heading.text.lower();
    PARTS.iter().any(|part| heading.contains(part))
}

/// The levels of a row, of a kind and a year where they are named.
pub fn levels<'a>(row: &RowAt<'a>, level: Option<Level>, year: Option<i32>) -> Vec<Cell<'a>> {
    let fits = |figure: &&Figure| {
        let Some(kind) = row.kind(figure.0) else { return false };
        let (is, own) = match kind {
            ColumnKind::Budget { year } => (Level::Budget, *year),
            ColumnKind::Forecast { year } => (Level::Forecast, *year),
            ColumnKind::Actual { year, .. } => (Level::Actual, *year),
            _ => return false,
        };
        level.is_none_or(|level| level == is) && year.is_none_or(|year| own == Some(year))
    };
    let figures = row.figures();
    let part = |it: &Figure| {
        is_of_part(row, it.0) || matches!(row.kind(it.0), Some(ColumnKind::Actual { part_of_year: true, .. }))
    };
    figures.iter().filter(fits).filter_map(|figure| cell(row, figure, part(figure), None)).collect()
}

fn cell<'a>(row: &RowAt<'a>, figure: &Figure, is_part: bool, is_surplus: Option<bool>) -> Option<Cell<'a>> {
    let (_, quantity, span) = figure;
    let kronor = quantity.value().abs().times(quantity.unit.kronor()?);
    let label = &row.get().label.text;
    let (quantity, span) = (quantity.clone(), *span);
    Some(Cell { table: row.table, row: row.row, label, quantity, kronor, span, is_part, is_surplus })
}
