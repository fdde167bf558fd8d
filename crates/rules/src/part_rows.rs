//! "varav" in tables: a row that is a part of the one above it and larger than that.

use crate::relations::System;
use crate::relations::changes::is_change;
use crate::relations::figures::{At, Figures};
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::RowRole;
use uppsikt_text::case::Lower;

/// What is left when costs are taken from income, whose parts may be larger.
const NET: [&str; 6] = ["netto", "resultat", "avvik", "överskott", "underskott", "förändring"];

/// Whether a whole is a plain row of a table of one column: there is nothing else that tells of it.
fn is_alone(figures: &Figures<'_>, whole: usize) -> bool {
    figures.table.columns.len() == 1 && figures.table.rows[whole].role == RowRole::Item
}

/// A part that is larger than its whole, where every other column has it smaller.
pub fn off<'a>(system: &System<'a>) -> Vec<(At, &'a Quantity)> {
    let figures = &system.figures;
    let rows = &figures.table.rows;
    let parts = (1..rows.len()).filter(|row| rows[*row].role == RowRole::OfWhich && is_bare(figures, *row));
    let wrong = system.wrong_cells();
    let found = parts.filter_map(|part| of_part(figures, whole_of(figures, part)?, part));
    found.filter(|(at, _)| !wrong.contains(at)).collect()
}

fn whole_of(figures: &Figures<'_>, part: usize) -> Option<usize> {
    let rows = &figures.table.rows;
    let whole = (0..part).rev().find(|row| rows[*row].role != RowRole::OfWhich)?;
    (figures.has_figures(whole) && is_bare(figures, whole)).then_some(whole)
}

fn is_bare(figures: &Figures<'_>, row: usize) -> bool {
    let label = figures.table.rows[row].label.text.lower();
    !NET.iter().any(|word| label.contains(word))
}

fn of_part<'a>(figures: &Figures<'a>, whole: usize, part: usize) -> Option<(At, &'a Quantity)> {
    let amounts = figures.amount_columns().iter().copied();
    let levels = amounts.filter(|column| !is_change(&figures.table.columns[*column].kind));
    let told: Vec<(usize, &Quantity, &Quantity)> = levels
        .filter_map(|column| {
            Some((column, figures.printed((part, column))?, figures.printed((whole, column))?))
        })
        .filter(|(_, part, whole)| part.mantissa > 0 && whole.mantissa > 0)
        .collect();
    let is_above = |(column, ..): &&(usize, &Quantity, &Quantity)| {
        figures.interval((part, *column)).low > figures.interval((whole, *column)).high
    };
    let above: Vec<_> = told.iter().filter(is_above).collect();
    match above.as_slice() {
        [(column, _, most)] if told.len() > 1 || is_alone(figures, whole) => Some(((part, *column), *most)),
        _ => None,
    }
}
