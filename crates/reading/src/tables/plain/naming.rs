//! Lines that name the rows below them in the same paragraph: captions, names with a unit, sentences, heads.

use super::counted::{FEWEST_ROWS, names_labels};
use super::units::{Shape, Unit, is_row, stretches, strong_tail};
use crate::book::Book;
use crate::chunks::ends_sentence;
use crate::headings::has_finite_verb;
use crate::source::Source;
use crate::tables::caption::{is_caption, is_named_with_unit};
use crate::tables::columns;

/// A sentence has so many words at least.
const FEWEST_SAID: usize = 4;

/// Rows with the lines that name them for themselves.
pub(super) fn named_parts(source: &Source, lines: Vec<usize>, book: &Book<'_>) -> Vec<Vec<usize>> {
    let count = named_above(source, &lines, book);
    if count == 0 {
        return vec![lines];
    }
    stretches(&lines, name_from(source, &lines, count, book)..count)
}

/// What names a table right above rows of its paragraph is their caption.
pub(super) fn name_tables(source: &Source, units: &mut [Unit], book: &Book<'_>) {
    for at in 1..units.len() {
        let above = &units[at - 1];
        let named = above.lines.len() == 1 && is_name(source.text(above.lines[0]), book);
        if named && units[at].shape == Shape::Rows && above.shape != Shape::Heading {
            units[at - 1].shape = Shape::Caption;
        }
    }
}

/// A line above rows in a paragraph of its own is their head where it names the labels and each column.
pub(super) fn name_heads(source: &Source, units: &mut [Unit], book: &Book<'_>) {
    for at in 1..units.len() {
        let (above, rows) = (&units[at - 1], &units[at]);
        let single = above.shape == Shape::Label && above.lines.len() == 1 && rows.shape == Shape::Rows;
        let all = || rows.lines.iter().all(|line| is_row(source, *line));
        if single && all() && names_labels(source, above.lines[0], &rows.lines, book, FEWEST_ROWS) {
            units[at - 1].shape = Shape::Head;
        }
    }
}

/// How many lines above the rows of a paragraph name them and are no label: up to a caption, a name with
/// a unit or a sentence.
fn named_above(source: &Source, lines: &[usize], book: &Book<'_>) -> usize {
    let rows = lines.iter().position(|line| strong_tail(source, *line).is_some()).unwrap_or(0);
    let opens = |at: usize| !source.text(lines[at]).starts_with(char::is_lowercase);
    let names = |at: &usize| {
        let text = source.text(lines[*at]);
        opens(at + 1) && (is_name(text, book) || is_said(text))
    };
    (0..rows).rev().find(names).map_or(0, |at| at + 1)
}

/// Whether a line is a caption, or names a table and ends in its unit.
fn is_name(text: &str, book: &Book<'_>) -> bool {
    is_caption(text, book) || ends_in_unit(text)
}

/// "Ramens förändring, tkr", "Bidrag (miljoner kronor)".
pub(super) fn ends_in_unit(text: &str) -> bool {
    let from = text.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
    is_named_with_unit(text) && columns::free_unit(&text[from..]).is_some() && {
        let last = text.rsplit(' ').next().unwrap_or_default();
        columns::unit(last).is_some() || last.starts_with("kronor")
    }
}

/// The first of some lines that name rows below them: a caption may go on to the last.
fn name_from(source: &Source, lines: &[usize], count: usize, book: &Book<'_>) -> usize {
    let caption = (0..count).rev().find(|at| is_caption(source.text(lines[*at]), book));
    let last = count - 1;
    let short = |from: usize| lines[from..count].iter().all(|line| !is_said(source.text(*line)));
    match caption.filter(|from| short(*from)) {
        Some(from) => from,
        None => last + usize::from(!is_name(source.text(lines[last]), book)),
    }
}

fn is_said(text: &str) -> bool {
    let words = text.split_whitespace().count();
    text.starts_with(char::is_uppercase)
        && ends_sentence(text)
        && (has_finite_verb(text) || (words >= FEWEST_SAID && !text.ends_with(':')))
}
