//! Heads that no word tells: right above rows stand as many words with a capital as the rows have values.

use super::naming::ends_in_unit;
use super::units::{is_figures, is_row, labels_before, strong_tail};
use crate::book::Book;
use crate::chunks::{ends_sentence, wants_more};
use crate::headings::has_finite_verb;
use crate::source::Source;
use crate::tables::caption::{is_caption, is_named_with_unit};
use crate::tables::columns;
use crate::tables::figures;
use crate::tables::tail::is_period;
use std::ops::Range;

/// Such a head stands above so many rows at least, and has so many lines at most.
pub(super) const FEWEST_ROWS: usize = 2;
const MOST_LINES: usize = 16;
/// The heading of the labels has so many words at most.
const MOST_LABEL: usize = 2;
/// A line of a head is shorter than this, in bytes.
const LONGEST: usize = 160;
/// Above a head that names the labels as well stand so many lines of its paragraph at most.
const MOST_ABOVE: usize = 2;

/// The head among some lines: "Netto bokslut 2029 Netto budget 2030 Intäkter 2031" above rows of three values.
pub(super) fn counted_head(source: &Source, lines: &[usize], book: &Book<'_>) -> Option<Range<usize>> {
    let row = lines.iter().position(|line| is_row(source, *line) || is_figures(source, *line))?;
    let labels = labels_before(source, &lines[..row], lines[row], book);
    let labels = if is_figures(source, lines[row]) { labels } else { 0 };
    let first = (row - labels).checked_sub(1)? + 1;
    let rows: Vec<usize> = lines[row..].iter().map_while(|line| values(source, *line)).collect();
    let mut counts: Vec<usize> = if rows.len() < FEWEST_ROWS { Vec::new() } else { rows };
    counts.sort_unstable();
    counts.dedup();
    let found = counts.into_iter().rev().find_map(|columns| above(source, &lines[..first], columns, book));
    found.or_else(|| labelled_above(source, lines, first, book))
}

/// The line right above the rows, where it names the labels and each column.
fn labelled_above(source: &Source, lines: &[usize], first: usize, book: &Book<'_>) -> Option<Range<usize>> {
    let (head, body) = (first - 1, &lines[first..]);
    let rows: Vec<usize> = body.iter().filter(|line| is_row(source, **line)).copied().collect();
    let one_line = rows.len() * 4 >= body.len() * 3;
    let names = || {
        let text = source.text(lines[head]);
        let single = rows.len() >= FEWEST_ROWS && rows.iter().all(|row| values(source, *row) == Some(1));
        names_labels(source, lines[head], &rows, book, if head > 0 { 1 } else { FEWEST_ROWS })
            || (single && ((head > 0 && names_amount(text)) || is_dated_name(text)))
    };
    (head <= MOST_ABOVE && one_line && names()).then_some(head..first)
}

/// Whether a line names the labels and the columns of some rows: it has a word with a capital for each,
/// as "Lokal Yta m2 Hyra tkr Hyra per m2" above rows that can be three values, `fewest` or
/// more of them.
pub(super) fn names_labels(
    source: &Source,
    line: usize,
    rows: &[usize],
    book: &Book<'_>,
    fewest: usize,
) -> bool {
    let text = source.text(line);
    let columns = columns::capitals(text).saturating_sub(1);
    let worded = text.len() < LONGEST
        && text.starts_with(char::is_uppercase)
        && !is_caption(text, book)
        && !ends_sentence(text)
        && !wants_more(text)
        && !has_finite_verb(text)
        && !text.ends_with(')')
        && is_listed(text);
    // A sum may leave columns empty.
    let full = if rows.len() > FEWEST_ROWS { &rows[..rows.len() - 1] } else { rows };
    columns >= 2 && worded && rows.len() >= fewest && full.iter().all(|row| can_be(source, *row, columns))
}

/// Whether words are headings side by side: without a comma, but for the unit after the labels' ("Fond, tkr
/// Ingående saldo Utgående saldo").
fn is_listed(text: &str) -> bool {
    let Some((_, rest)) = text.split_once(", ") else { return true };
    !rest.contains(", ") && columns::opens_with_unit(rest) && rest.contains(' ')
}

/// "Anläggning Besök": a word for the labels, one more at most, and one for the only value of each row.
fn names_amount(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// "Investeringar, tkr 2031" above rows of one value.
fn is_dated_name(text: &str) -> bool {
    text.rsplit_once(' ').is_some_and(|(name, year)| is_period(year) && ends_in_unit(name))
}

/// Whether a row can be so many values.
fn can_be(source: &Source, line: usize, columns: usize) -> bool {
    let tail = strong_tail(source, line);
    tail.is_some_and(|tail| {
        (figures::fewest(source.raw(line), &tail)..=figures::most(&tail)).contains(&columns)
    })
}

/// The last of some lines, as far as they begin so many columns.
fn above(source: &Source, lines: &[usize], columns: usize, book: &Book<'_>) -> Option<Range<usize>> {
    let text = |at: usize| source.text(lines[at]);
    let head =
        |at: &usize| text(*at).len() < LONGEST && !ends_sentence(text(*at)) && !is_caption(text(*at), book);
    // "EGET KAPITAL": a section of a statement.
    let shouted = lines.len().checked_sub(1).is_some_and(|last| {
        let opens = |word: &str| columns::opens_column(word, &book.columns);
        !text(last).chars().any(char::is_lowercase) && !text(last).split(' ').any(opens)
    });
    if shouted {
        return None;
    }
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
    let tail = strong_tail(source, line).filter(|_| is_row(source, line) || is_figures(source, line))?;
    Some(figures::fewest(source.raw(line), &tail))
}
