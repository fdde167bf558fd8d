//! Heads that no word tells: right above rows stand as many words with a capital as the rows have values.

use super::units::{is_row, strong_tail};
use crate::book::Book;
use crate::chunks::ends_sentence;
use crate::source::Source;
use crate::tables::caption::{is_caption, is_named_with_unit};
use crate::tables::columns;
use crate::tables::figures;
use std::ops::Range;

/// Such a head stands above so many rows at least, and has so many lines at most.
const FEWEST_ROWS: usize = 2;
const MOST_LINES: usize = 16;
/// The heading of the labels has so many words at most.
const MOST_LABEL: usize = 2;
/// A line of a head is shorter than this, in bytes.
const LONGEST: usize = 160;

/// The head among some lines: "Netto bokslut 2029 Netto budget 2030 Intäkter 2031" above rows of three values.
pub(super) fn counted_head(source: &Source, lines: &[usize], book: &Book<'_>) -> Option<Range<usize>> {
    let first = lines.iter().position(|line| is_row(source, *line)).filter(|first| *first > 0)?;
    let rows: Vec<usize> = lines[first..].iter().map_while(|line| values(source, *line)).collect();
    let mut counts: Vec<usize> = if rows.len() < FEWEST_ROWS { Vec::new() } else { rows };
    counts.sort_unstable();
    counts.dedup();
    counts.into_iter().rev().find_map(|columns| above(source, &lines[..first], columns, book))
}

/// The last of some lines, as far as they begin so many columns.
fn above(source: &Source, lines: &[usize], columns: usize, book: &Book<'_>) -> Option<Range<usize>> {
    let text = |at: usize| source.text(lines[at]);
    let head =
        |at: &usize| text(*at).len() < LONGEST && !ends_sentence(text(*at)) && !is_caption(text(*at), book);
    let mut named = 0;
    let start = (0..lines.len()).rev().take_while(head).take(MOST_LINES).find(|at| {
        named += columns::capitals(text(*at));
        named >= columns
    })?;
    // A word above a single column may be anything, but for one beside a unit.
    let united = columns::opens_with_unit(text(start));
    let opens = united || (columns >= 2 && text(start).starts_with(char::is_uppercase));
    let label = |at: &usize| {
        let few =
            text(*at).split_whitespace().count() <= MOST_LABEL && text(*at).starts_with(char::is_uppercase);
        few && head(at) && !is_named_with_unit(text(*at))
    };
    let labelled = start.checked_sub(1).filter(label);
    if start + 1 == lines.len() && columns::names_each(text(start), columns) {
        return Some(start..lines.len());
    }
    (named == columns && opens).then(|| labelled.unwrap_or(start)..lines.len())
}

/// How many values a row has at least.
fn values(source: &Source, line: usize) -> Option<usize> {
    let tail = strong_tail(source, line).filter(|_| is_row(source, line))?;
    Some(figures::fewest(source.raw(line), &tail))
}
