//! Tables in plain text, where neither grid nor tabs are left: rows are found by the
//! figures at their ends, the head by its words.

mod counted;
mod groups;
mod naming;
mod openings;
mod units;
mod wrapped;

pub(crate) use units::is_row;

use crate::book::{Book, folded};
use crate::chunks::{Chunk, ends_sentence};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::caption::is_named_with_unit;
use crate::tables::columns::{self, HeadWord};
use crate::tables::lead_notes;
use crate::tables::rows::RawRow;
use std::collections::HashSet;
use units::{Shape, Unit, strong_tail, units};
use uppsikt_domain::place::TextAt;

/// Between the head of a statement and its first row stand so many names of sections at most.
const MOST_SECTIONS: usize = 2;

/// A table before its figures are read.
#[derive(Debug, Default)]
pub(crate) struct RawTable {
    /// The caption's own lines, where it has some.
    pub caption: Option<Joined>,
    pub head: Vec<HeadWord>,
    /// The heading of references to notes that stood before the figures.
    pub note: Option<TextAt>,
    /// How many amounts each of two groups has that have numbers of notes of their own.
    pub two_notes: Option<(usize, usize)>,
    pub rows: Vec<RawRow>,
    /// Every line of the table, caption and head included.
    pub lines: Vec<usize>,
}

/// Finds the tables and the lines that they take.
pub(crate) fn find(
    source: &Source,
    chunks: &[Chunk],
    book: &Book<'_>,
    titles: &HashSet<String>,
) -> Vec<RawTable> {
    let units = units(source, chunks, book, titles);
    let mut found = Vec::new();
    let (mut at, mut free_from) = (0, 0);
    while at < units.len() {
        if matches!(units[at].shape, Shape::Rows)
            && let Some((table, end)) = grow(source, &units, at, free_from, book)
        {
            found.push(table);
            (at, free_from) = (end, end);
            continue;
        }
        at += 1;
    }
    found
}

/// Grows a table from its first row; gives it with the unit after it.
fn grow(
    source: &Source,
    units: &[Unit],
    first: usize,
    free_from: usize,
    book: &Book<'_>,
) -> Option<(RawTable, usize)> {
    // "TILLGÅNGAR" stands between the head of a statement and its first row.
    let sections = sections_before(source, units, first, free_from, book);
    let (caption, head_from) = head_before(source, units, sections, free_from, book);
    let words = |first: usize| {
        let head: Vec<Vec<usize>> = units[head_from..first].iter().map(|unit| unit.lines.clone()).collect();
        columns::head_words(source, &head, &book.columns)
    };
    let head = words(sections);
    let statement = lead_notes::are_told(&head, &book.columns);
    let noted = columns::has_note(&head, &book.columns) && !statement;
    let end = body_end(source, units, first, noted, statement, book);
    let first = sections;
    let rows = units[first..end].iter().filter(|unit| matches!(unit.shape, Shape::Rows | Shape::Figures));
    let rows: usize = rows.map(|unit| row_lines(source, &unit.lines)).sum();
    let headed = head_from < first;
    let named = caption.is_some() || opens_ledger(source, &units[first], book);
    let sound = rows >= 3 || (rows >= 1 && headed) || (rows >= 2 && named);
    if !sound || are_labels(source, &units[first..end]) {
        return None;
    }
    let from = caption.unwrap_or(head_from);
    let mut table = RawTable {
        caption: caption.map(|at| Joined::lines(source, units[at].lines.iter().copied())),
        head,
        lines: units[from..end].iter().flat_map(|unit| unit.lines.iter().copied()).collect(),
        rows: Vec::new(),
        note: None,
        two_notes: None,
    };
    let body: Vec<&[usize]> = units[first..end].iter().map(|unit| unit.lines.as_slice()).collect();
    let is_line = |label: &str| book.lines.contains_key(&folded(label));
    table.rows = super::rows::assemble(source, &body, noted, &is_line);
    super::rows::give_rest(source, &mut table.rows, &|label| {
        crate::book::first_fit(&book.totals, label).is_some()
    });
    lead_notes::take(source, &mut table, book);
    groups::give(source, &mut table, book);
    Some((table, end))
}

/// The first of some names of sections right above the first row of a statement with numbers of notes, where
/// its head stands right above them; else the row itself.
fn sections_before(
    source: &Source,
    units: &[Unit],
    first: usize,
    free_from: usize,
    book: &Book<'_>,
) -> usize {
    let section = |at: &usize| {
        let unit = &units[*at];
        unit.shape == Shape::Label && unit.lines.len() == 1 && is_part(source.text(unit.lines[0]))
    };
    let count = (free_from..first).rev().take(MOST_SECTIONS).take_while(section).count();
    let from = first - count;
    let head =
        from.checked_sub(1).filter(|at| count > 0 && *at >= free_from && units[*at].shape == Shape::Head);
    let told = head.is_some_and(|at| {
        let words = columns::head_words(source, std::slice::from_ref(&units[at].lines), &book.columns);
        lead_notes::are_told(&words, &book.columns)
    });
    if told { from } else { first }
}

/// "Utfall 2030: 76 %", "Mål 2032: 90 %": values after labels are told, not set out.
fn are_labels(source: &Source, units: &[Unit]) -> bool {
    let lines = || units.iter().flat_map(|unit| &unit.lines);
    let labels = lines().filter(|line| source.text(**line).contains(": ")).count();
    labels * 2 > lines().count()
}

/// Whether the first row says what a ledger begins with.
fn opens_ledger(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let first = unit.lines.first().map_or("", |line| source.text(*line));
    book.table_kind(first) == Some(uppsikt_domain::table::TableKind::Ledger)
}

/// The same with its unit: "Kommunbidrag enligt ursprungligt beslut, tkr 92 000" is no row of the table above.
fn opens_ledger_own(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let first = unit.lines.first().map_or("", |line| source.text(*line));
    columns::free_unit(first).is_some() && opens_ledger(source, unit, book)
}

fn row_lines(source: &Source, lines: &[usize]) -> usize {
    lines.iter().filter(|line| strong_tail(source, **line).is_some()).count().max(1)
}

/// The caption's unit, and where the head begins.
fn head_before(
    source: &Source,
    units: &[Unit],
    first: usize,
    free_from: usize,
    book: &Book<'_>,
) -> (Option<usize>, usize) {
    let mut at = first;
    let opens = |at: usize| {
        at < first && units[at].lines.first().is_some_and(|line| columns::opens_with_unit(source.text(*line)))
    };
    let named = |at: usize| at < first && names_table(source, &units[at - 1], &units[at], book);
    while at > free_from && first - at < 6 && units[at - 1].shape == Shape::Head && !opens(at) && !named(at) {
        at -= 1;
    }
    if at == first && at > free_from && names_columns(source, units, first) {
        at -= 1;
    }
    let limit = free_from.max(first.saturating_sub(6));
    let short = |unit: &Unit| {
        matches!(unit.shape, Shape::Head | Shape::Label)
            && unit.lines.len() <= 3
            && text_length(source, &unit.lines) < 90
    };
    let captioned =
        (limit..at).rev().take_while(|at| short(&units[*at]) || units[*at].shape == Shape::Caption);
    let caption = captioned.into_iter().find(|at| units[*at].shape == Shape::Caption);
    let with_unit = caption.is_none() && at > free_from && is_unit_caption(source, &units[at - 1]);
    let caption = caption.or(with_unit.then(|| at - 1));
    (caption, caption.map_or(at, |caption| caption + 1))
}

/// Whether a heading right above rows is their head: a word with a capital for the labels and for each
/// column ("Bedömning Januari–augusti Mandatperioden" above "Går enligt plan 3 5").
fn names_columns(source: &Source, units: &[Unit], first: usize) -> bool {
    let above = &units[first - 1];
    let figures = |at: usize| {
        let line = units.get(at).filter(|unit| unit.shape == Shape::Rows)?.lines.first()?;
        strong_tail(source, *line).map(|tail| tail.words.len())
    };
    let text = above.lines.first().map_or("", |line| source.text(*line));
    let next = figures(first + 1);
    let same = figures(first).filter(|count| next.is_none_or(|next| next == *count));
    above.shape == Shape::Heading
        && above.lines.len() == 1
        && same.is_some_and(|count| columns::names_each(text, count))
}

/// A short line that names a unit ("Nettokostnad per område, tkr") right above a table.
fn is_unit_caption(source: &Source, unit: &Unit) -> bool {
    let text = Joined::lines(source, unit.lines.iter().copied()).text;
    matches!(unit.shape, Shape::Label | Shape::Head) && is_named_with_unit(&text)
}

/// Whether a paragraph above a head is no part of it, but names the table and its unit: in three words,
/// or above a head that has a word for the labels itself.
fn names_table(source: &Source, unit: &Unit, head: &Unit, book: &Book<'_>) -> bool {
    let text = Joined::lines(source, unit.lines.iter().copied()).text;
    let first = head.lines.first().and_then(|line| source.text(*line).split_whitespace().next());
    let apart = head.lines.iter().any(|line| source.text(*line).contains("   "));
    let labelled = first.is_some_and(|word| {
        !apart
            && word.starts_with(char::is_uppercase)
            && !columns::opens_column(word, &book.columns)
            && !columns::opens_with_unit(word)
    });
    let many = text.split_whitespace().count() >= 3;
    // "Budget per område, tkr" above "Område Intäkter Kostnader".
    let parted = labelled && many && text.contains(" per ");
    is_named_with_unit(&text)
        && (many || labelled)
        && (parted || columns::column_words(&text, &book.columns) == 0)
}

fn text_length(source: &Source, lines: &[usize]) -> usize {
    lines.iter().map(|line| source.text(*line).len()).sum()
}

/// One past the last unit of the table's body.
fn body_end(
    source: &Source,
    units: &[Unit],
    first: usize,
    noted: bool,
    statement: bool,
    book: &Book<'_>,
) -> usize {
    let mut end = first + 1;
    // A statement goes on below its sums, up to its result.
    let goes_on_below = |unit: &Unit, last: &Unit| {
        let text = unit.lines.first().map_or("", |line| source.text(*line));
        statement && unit.lines.len() == 1 && is_part(text) && !is_result(source, last, book)
    };
    let opens_with_part = |unit: &Unit| unit.lines.first().is_some_and(|line| is_part(source.text(*line)));
    while let Some(unit) = units.get(end) {
        let next = units.get(end + 1).map(|unit| unit.shape);
        let after = units.get(end + 2).map(|unit| unit.shape);
        match unit.shape {
            Shape::Rows
                if !(statement && opens_with_part(unit))
                    && openings::opens_own(source, &units[first..end], unit, book) =>
            {
                break;
            }
            Shape::Rows if opens_ledger_own(source, unit, book) => break,
            Shape::Rows | Shape::Figures => end += 1,
            Shape::Label if next == Some(Shape::Figures) => end += 2,
            Shape::Label
                if closes(source, &units[end - 1], book)
                    && !goes_on(source, unit)
                    && !goes_on_below(unit, &units[end - 1]) =>
            {
                break;
            }
            Shape::Label if next == Some(Shape::Label) && after == Some(Shape::Rows) && statement => end += 1,
            Shape::Label
                if next == Some(Shape::Rows)
                    && is_inside(source, unit, noted)
                    && !openings::is_other(source, &units[first..end], &units[end + 1]) =>
            {
                end += 1;
            }
            Shape::Label if noted && goes_on(source, unit) => end += 1,
            Shape::Label if noted && next == Some(Shape::Label) && after == Some(Shape::Rows) => end += 1,
            _ => break,
        }
    }
    end
}

/// A label between rows: a note's further words, a section in capitals, or few words.
fn is_inside(source: &Source, unit: &Unit, noted: bool) -> bool {
    let text = unit.lines.first().map_or("", |line| source.text(*line));
    let capitals = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    noted
        || capitals
        || goes_on(source, unit)
        || (unit.lines.len() <= 2 && text_length(source, &unit.lines) < 70)
}

/// The name of a part of a statement: a few words with a capital, and no note's number and name.
fn is_part(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 6
        && !text.starts_with("Not ")
        && !ends_sentence(text)
}

/// The label of a row whose figures are the last of a paragraph.
fn last_label<'s>(source: &'s Source, unit: &Unit) -> Option<&'s str> {
    let line = unit.lines.last()?;
    let tail = strong_tail(source, *line)?;
    let start = tail.words.first().map_or(0, |word| word.range.start);
    Some(source.raw(*line)[..start].trim())
}

/// Whether a row is the last of its table: a sum, or the result of a statement.
fn closes(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let sum =
        last_label(source, unit).is_some_and(|label| crate::book::first_fit(&book.totals, label).is_some());
    sum || is_result(source, unit, book)
}

/// Whether the last row of a paragraph is the result of a statement.
fn is_result(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let Some(label) = last_label(source, unit) else { return false };
    let structure = &book.style.structure;
    let result = structure.statement_line(&structure.result_line);
    result.is_some_and(|line| {
        std::iter::once(&line.label).chain(&line.synonyms).any(|name| folded(name) == folded(label))
    })
}

fn goes_on(source: &Source, unit: &Unit) -> bool {
    unit.lines.first().is_some_and(|line| source.text(*line).starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests;
