//! Tables in plain text, where neither grid nor tabs are left: rows are found by the
//! figures at their ends, the head by its words.

use crate::book::{Book, HeadingKind, folded};
use crate::chunks::{Chunk, ends_sentence, item_mark};
use crate::contents::squeezed;
use crate::headings::{has_finite_verb, is_marked};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::Laid;
use crate::tables::column_kinds::what;
use crate::tables::columns::{self, HeadWord};
use crate::tables::figures;
use crate::tables::rows::RawRow;
use crate::tables::tail::{self, Tail};
use rayon::prelude::*;
use std::collections::HashSet;
use uppsikt_domain::document::LineRole;

/// A table before its figures are read.
#[derive(Debug, Default)]
pub(crate) struct RawTable {
    /// The caption's own lines, where it has some.
    pub caption: Option<Joined>,
    pub head: Vec<HeadWord>,
    pub rows: Vec<RawRow>,
    /// Every line of the table, caption and head included.
    pub lines: Vec<usize>,
}

/// A head of one heading a line has at most so many lines.
const MOST_STACKED: usize = 10;

/// Set in by so much, in characters, a line above rows is their head.
const SET_IN: usize = 12;
/// A caption has at most so many lines.
const MOST_CAPTION_LINES: usize = 4;

/// What a paragraph looks like to the table finder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Ends in figures, or all its lines do.
    Rows,
    /// Nothing but figures.
    Figures,
    /// Short words without figures at the end.
    Label,
    /// Words that columns begin with.
    Head,
    /// "Tabell …".
    Caption,
    /// A heading that is known.
    Heading,
    /// Running text.
    Text,
}

struct Unit {
    lines: Vec<usize>,
    shape: Shape,
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

fn units(source: &Source, chunks: &[Chunk], book: &Book<'_>, titles: &HashSet<String>) -> Vec<Unit> {
    let of_chunk = |chunk: &Chunk| {
        let parts = parts(source, &chunk.lines, book);
        let unit = |lines: Vec<usize>| Unit { shape: shape(source, &lines, book, titles), lines };
        let headed =
            parts.len() > 1 && set_in_head(source, &chunk.lines, book) == parts.first().map(Vec::len);
        let mut units = parts.into_iter().map(unit).collect::<Vec<_>>();
        units.iter_mut().take(usize::from(headed)).for_each(|unit| unit.shape = Shape::Head);
        units
    };
    chunks.par_iter().flat_map_iter(of_chunk).collect()
}

/// A paragraph is cut before a line that is a table's head, and after it where rows follow.
fn parts(source: &Source, lines: &[usize], book: &Book<'_>) -> Vec<Vec<usize>> {
    let columns = &book.columns;
    if let Some(head) = set_in_head(source, lines, book) {
        return vec![lines[..head].to_vec(), lines[head..].to_vec()];
    }
    let head = lines.iter().position(|line| {
        let text = source.text(*line);
        if text.len() >= 160 || ends_sentence(text) {
            return false;
        }
        if columns::is_year_head(source.raw(*line)) {
            return lines.len() > 1;
        }
        if stacked_from(source, lines, *line, book) {
            return true;
        }
        let words = columns::column_words(text, columns);
        let headed = words >= 2
            || (words >= 1 && (columns::opens_with_unit(text) || columns::is_bare_head(text, columns)))
            || (columns::names_units(text) && line != lines.last().unwrap_or(line))
            || (columns::is_unit_alone(text) && line != lines.last().unwrap_or(line));
        headed && !is_row(source, *line)
    });
    let Some(mut head) = head else { return vec![lines.to_vec()] };
    let set_in = |at: usize| indent(source, lines[at]) >= SET_IN && !is_row(source, lines[at]);
    while head > 0 && (source.text(lines[head]).starts_with(char::is_lowercase) || set_in(head - 1)) {
        head -= 1;
    }
    let rows = (head + 1..lines.len()).find(|at| is_row(source, lines[*at])).unwrap_or(lines.len());
    let rows = rows - labels_before(source, &lines[head + 1..rows], book);
    let stretches = [&lines[..head], &lines[head..rows], &lines[rows..]];
    stretches.into_iter().filter(|stretch| !stretch.is_empty()).map(<[usize]>::to_vec).collect()
}

/// How many lines at the top of a paragraph are set in far above rows that are not: a head,
/// whatever it says.
fn set_in_head(source: &Source, lines: &[usize], book: &Book<'_>) -> Option<usize> {
    let count =
        lines.iter().take_while(|line| indent(source, **line) >= SET_IN && !is_row(source, **line)).count();
    let below = lines.get(count).map_or("", |line| source.text(*line));
    if columns::column_words(below, &book.columns) > 0 || columns::opens_with_unit(below) {
        return None;
    }
    let worded = lines[..count].iter().all(|line| strong_tail(source, *line).is_none());
    let rows = lines[count..].iter().take(2).filter(|line| indent(source, **line) < SET_IN / 2).count();
    let first = lines[count..].iter().take(3).any(|line| is_row(source, *line));
    ((1..=3).contains(&count) && worded && first && rows == lines[count..].len().min(2)).then_some(count)
}

/// "TILLGÅNGAR": one word in capitals opens a section of a table.
fn is_section(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 4 && !text.chars().any(char::is_lowercase)
}

fn indent(source: &Source, line: usize) -> usize {
    source.raw(line).chars().take_while(|c| matches!(c, ' ' | '\t')).count()
}

/// How many of the lines between a head and its first figures begin the label of these.
fn labels_before(source: &Source, lines: &[usize], book: &Book<'_>) -> usize {
    let label = |line: &&usize| {
        let text = source.text(**line);
        let opens = text.starts_with(char::is_uppercase) || item_mark(source.raw(**line)).is_some();
        let flush = source.raw(**line).starts_with(|c: char| c != ' ');
        opens
            && flush
            && (text.contains(' ') || is_section(text))
            && columns::column_words(text, &book.columns) == 0
            && !columns::opens_with_unit(text)
            && !columns::is_year_head(source.raw(**line))
    };
    lines.iter().rev().take_while(label).count()
}

/// Whether a line opens a head of one heading a line, with rows below it.
fn stacked_from(source: &Source, lines: &[usize], line: usize, book: &Book<'_>) -> bool {
    let rest = lines.iter().skip_while(|own| **own != line);
    let head: Vec<usize> = rest.take_while(|own| !is_row(source, **own)).copied().collect();
    let below = lines.iter().any(|own| head.last().is_some_and(|last| own > last));
    below && head.len() <= MOST_STACKED && columns::is_stacked(source, &head, &book.columns)
}

fn strong_tail(source: &Source, line: usize) -> Option<Tail> {
    let raw = source.raw(line);
    let periods = |tail: &Tail| tail.words.iter().all(|word| tail::is_period(&raw[word.range.clone()]));
    tail::tail(raw, false).filter(|tail| tail::is_strong(raw, tail) && !periods(tail))
}

/// A line with words and then figures that are more than years.
fn is_row(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    strong_tail(source, line).is_some_and(|tail| {
        let years = tail.words.iter().all(|word| tail::is_year(&raw[word.range.clone()]));
        !years && has_label(source, line, &tail)
    })
}

fn has_label(source: &Source, line: usize, tail: &Tail) -> bool {
    let start = tail.words.first().map_or(0, |word| word.range.start);
    source.raw(line)[..start].chars().any(char::is_alphabetic)
}

fn shape(source: &Source, lines: &[usize], book: &Book<'_>, titles: &HashSet<String>) -> Shape {
    let length: usize = lines.iter().map(|line| source.text(*line).len()).sum();
    let numbered = lines.iter().filter(|line| strong_tail(source, **line).is_some()).count();
    let last_numbered = lines.last().is_some_and(|line| strong_tail(source, *line).is_some());
    let short = lines.len() <= 5 && length < 400;
    if numbered == 0 && length > 700 {
        return Shape::Text;
    }
    let joined = Joined::lines(source, lines.iter().copied());
    let text = joined.text.as_str();
    if is_caption(text, book) && lines.len() <= MOST_CAPTION_LINES {
        return Shape::Caption;
    }
    if lines.len() == 1 && columns::is_year_head(source.raw(lines[0])) {
        return Shape::Head;
    }
    if is_head_over_years(source, lines) {
        return Shape::Head;
    }
    if !text.chars().any(char::is_alphabetic) {
        return if numbered > 0 { Shape::Figures } else { Shape::Text };
    }
    if opens_goal(source, lines, book) {
        return Shape::Heading;
    }
    let set_out = lines.len() <= 3 && lines.iter().any(|line| is_set_out(source, *line, book));
    if titles.contains(&squeezed(text))
        || (text.len() < 160
            && !columns::is_column(text, &book.columns)
            && book.headings(text).iter().any(|known| !is_row_word(known, set_out)))
    {
        return Shape::Heading;
    }
    let column_words = if lines.len() == 1 && columns::is_titled(text) && columns::free_unit(text).is_none() {
        0
    } else if length < 220 {
        columns::column_words(text, &book.columns)
    } else {
        0
    };
    if numbered == 0 && lines.len() <= MOST_STACKED && columns::is_stacked(source, lines, &book.columns) {
        return Shape::Head;
    }
    let broken_word = lines.len() == 2 && column_words == 0 && is_broken_column(source, lines, book);
    if numbered == 0
        && lines.len() <= 4
        && text.len() < 220
        && !ends_sentence(text)
        && (column_words > 0 || broken_word || is_unit_column(text) || columns::names_units(text))
    {
        return Shape::Head;
    }
    if lines.len() <= 2 && numbered == 1 && is_said(source, lines) {
        return Shape::Text;
    }
    if last_numbered && (short || numbered * 3 >= lines.len()) {
        return Shape::Rows;
    }
    if numbered > 1 && numbered * 2 >= lines.len() && !ends_sentence(text) {
        return Shape::Rows;
    }
    if has_inner_figures(source, lines) {
        return Shape::Rows;
    }
    if numbered == 0 && lines.len() <= 4 && text.len() < 300 && !ends_sentence(text) {
        return Shape::Label;
    }
    Shape::Text
}

/// "Kommunen   Kommunen" set in above "Tkr   2031   2030".
fn is_head_over_years(source: &Source, lines: &[usize]) -> bool {
    let Some((last, above)) = lines.split_last() else { return false };
    let set_in = |line: &usize| indent(source, *line) >= SET_IN && !is_row(source, *line);
    (1..=2).contains(&above.len()) && above.iter().all(set_in) && columns::is_year_head(source.raw(*last))
}

/// "Mål 3. Rena dammar" above "Globala mål: 6, 14": a goal with what is told of it, whatever figures
/// that ends in.
fn opens_goal(source: &Source, lines: &[usize], book: &Book<'_>) -> bool {
    let labelled = |line: &usize| {
        let text = source.text(*line);
        text.starts_with(char::is_uppercase)
            && text.split_once(": ").is_some_and(|(label, _)| label.len() < 40)
    };
    let marked = || is_marked(&book.headings(source.text(lines[0])));
    lines.iter().skip(1).any(labelled) && !is_row(source, lines[0]) && marked()
}

/// Many words with a verb before a figure: a sentence that a line or page cuts.
fn is_said(source: &Source, lines: &[usize]) -> bool {
    let last = lines.last().and_then(|line| strong_tail(source, *line));
    if last.is_none_or(|tail| tail.words.len() > 1) {
        return false;
    }
    let text = Joined::lines(source, lines.iter().copied()).text;
    text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() >= 8
        && has_finite_verb(&text)
}

/// Headings that may as well be rows of a statement ("Investeringar 500") are rows when
/// figures follow; those are asked with their figures and so not known.
fn is_row_word(known: &crate::book::Known, set_out: bool) -> bool {
    let part = matches!(known.kind, HeadingKind::EconomyPart | HeadingKind::CasePart);
    part && (set_out || !known.by.contains('*'))
}

/// Whether a line holds headings of columns, set apart by wide spaces.
fn is_set_out(source: &Source, line: usize, book: &Book<'_>) -> bool {
    let cells = source.text(line).split("  ").filter(|cell| !cell.trim().is_empty()).count();
    cells >= 3 && columns::column_words(source.text(line), &book.columns) >= 2
}

/// Two or more figures of the row kind with words after them: a row with a note.
fn has_inner_figures(source: &Source, lines: &[usize]) -> bool {
    lines.len() <= 4
        && lines.iter().any(|line| {
            let raw = source.raw(*line);
            tail::tail(raw, true).is_some_and(|tail| {
                has_label(source, *line, &tail) && figures::fewest(raw, &tail) >= 2 && tail.words.len() >= 3
            })
        })
}

/// "Steg tkr": a label column and a column that is only called by its unit.
fn is_unit_column(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= 4
        && words.last().is_some_and(|word| columns::unit(word).is_some_and(|unit| unit.is_money()))
}

/// "Förändri" and "ng": a column's heading broken in the middle of a word.
fn is_broken_column(source: &Source, lines: &[usize], book: &Book<'_>) -> bool {
    let squeezed: String = lines.iter().map(|line| source.text(*line)).collect();
    !squeezed.contains(' ') && columns::column_words(&squeezed, &book.columns) == 1
}

/// Whether words are a caption: "Tabell 3. Avgifter".
pub(crate) fn is_caption(text: &str, book: &Book<'_>) -> bool {
    let first = text.split([' ', ':', '.']).next().unwrap_or_default();
    if !book.opens_caption(first) {
        return false;
    }
    let rest = text[first.len()..].trim_start();
    let second = rest.split(' ').next().unwrap_or_default();
    let number = second.starts_with(|c: char| c.is_ascii_digit()) && !tail::is_period(second);
    // "Not" heads a column too: there it is a caption with a number and words only.
    let named = number && rest[second.len()..].trim_start().starts_with(char::is_alphabetic);
    let told = rest.starts_with(|c: char| !c.is_lowercase()) || rest.is_empty();
    if book.columns.is(first, what::NOTE) { named } else { told }
}

/// Gives a table the caption that stands right above it.
pub(crate) fn caption_above(source: &Source, book: &Book<'_>, lines: &mut Vec<usize>, laid: &mut Laid) {
    let Some(first) = lines.first().copied().filter(|_| laid.caption.is_none()) else { return };
    let passed = |line: &usize| source.blank(*line) || source.lines[*line].role == LineRole::RunningHead;
    let Some(last) = (0..first).rev().find(|line| !passed(line)) else { return };
    let above = (0..=last).rev().take_while(|line| source.free(*line) && !is_row(source, *line));
    let above = above.take(MOST_CAPTION_LINES);
    let found = above.map(|line| (line..=last).collect::<Vec<_>>()).find(|above| {
        let text = Joined::lines(source, above.iter().copied()).text;
        is_caption(&text, book) || (above.len() == 1 && is_named_with_unit(&text))
    });
    if let Some(above) = found {
        let caption = Joined::lines(source, above.iter().copied()).all_at(source);
        laid.span = caption.span.to(laid.span);
        laid.caption = Some(caption);
        lines.splice(0..0, above);
    }
}

/// Grows a table from its first row; gives it with the unit after it.
fn grow(
    source: &Source,
    units: &[Unit],
    first: usize,
    free_from: usize,
    book: &Book<'_>,
) -> Option<(RawTable, usize)> {
    let (caption, head_from) = head_before(source, units, first, free_from, book);
    let head: Vec<Vec<usize>> = units[head_from..first].iter().map(|unit| unit.lines.clone()).collect();
    let head = columns::head_words(source, &head, &book.columns);
    let noted = columns::has_note(&head, &book.columns);
    let end = body_end(source, units, first, noted, book);
    let rows = units[first..end].iter().filter(|unit| matches!(unit.shape, Shape::Rows | Shape::Figures));
    let rows: usize = rows.map(|unit| row_lines(source, &unit.lines)).sum();
    let headed = head_from < first;
    let named = caption.is_some() || opens_ledger(source, &units[first], book);
    let sound = rows >= 3 || (rows >= 1 && headed) || (rows >= 2 && named);
    if !sound {
        return None;
    }
    let from = caption.unwrap_or(head_from);
    let mut table = RawTable {
        caption: caption.map(|at| Joined::lines(source, units[at].lines.iter().copied())),
        head,
        lines: units[from..end].iter().flat_map(|unit| unit.lines.iter().copied()).collect(),
        rows: Vec::new(),
    };
    let body: Vec<&[usize]> = units[first..end].iter().map(|unit| unit.lines.as_slice()).collect();
    let is_line = |label: &str| book.lines.contains_key(&folded(label));
    table.rows = super::rows::assemble(source, &body, noted, &is_line);
    Some((table, end))
}

/// Whether the first row says what a ledger begins with.
fn opens_ledger(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let first = unit.lines.first().map_or("", |line| source.text(*line));
    book.table_kind(first) == Some(uppsikt_domain::table::TableKind::Ledger)
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
    let named = |at: usize| at < first && names_table(source, &units[at - 1], book);
    while at > free_from && first - at < 6 && units[at - 1].shape == Shape::Head && !opens(at) && !named(at) {
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

/// A short line that names a unit ("Nettokostnad per område, tkr") right above a table.
fn is_unit_caption(source: &Source, unit: &Unit) -> bool {
    let text = Joined::lines(source, unit.lines.iter().copied()).text;
    matches!(unit.shape, Shape::Label | Shape::Head) && is_named_with_unit(&text)
}

/// Whether a paragraph above a head is no part of it, but names the table and its unit.
fn names_table(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let text = Joined::lines(source, unit.lines.iter().copied()).text;
    is_named_with_unit(&text)
        && text.split_whitespace().count() >= 3
        && columns::column_words(&text, &book.columns) == 0
}

/// A short line that names a unit and does not begin with it.
pub(crate) fn is_named_with_unit(text: &str) -> bool {
    let named = columns::free_unit(text).is_some() && !columns::opens_with_unit(text);
    named && text.len() < 160 && !ends_sentence(text)
}

fn text_length(source: &Source, lines: &[usize]) -> usize {
    lines.iter().map(|line| source.text(*line).len()).sum()
}

/// One past the last unit of the table's body.
fn body_end(source: &Source, units: &[Unit], first: usize, noted: bool, book: &Book<'_>) -> usize {
    let mut end = first + 1;
    while let Some(unit) = units.get(end) {
        let next = units.get(end + 1).map(|unit| unit.shape);
        let after = units.get(end + 2).map(|unit| unit.shape);
        match unit.shape {
            Shape::Rows | Shape::Figures => end += 1,
            Shape::Label if next == Some(Shape::Figures) => end += 2,
            Shape::Label if closes(source, &units[end - 1], book) && !goes_on(source, unit) => break,
            Shape::Label if next == Some(Shape::Rows) && is_inside(source, unit, noted) => end += 1,
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

/// Whether a row is the last of its table: a sum, or the result of a statement.
fn closes(source: &Source, unit: &Unit, book: &Book<'_>) -> bool {
    let Some(line) = unit.lines.last() else { return false };
    let Some(tail) = strong_tail(source, *line) else { return false };
    let start = tail.words.first().map_or(0, |word| word.range.start);
    let label = source.raw(*line)[..start].trim();
    let structure = &book.style.structure;
    let result = structure.statement_line(&structure.result_line);
    let is_result = result.is_some_and(|line| {
        std::iter::once(&line.label).chain(&line.synonyms).any(|name| folded(name) == folded(label))
    });
    is_result || crate::book::first_fit(&book.totals, label).is_some()
}

fn goes_on(source: &Source, unit: &Unit) -> bool {
    unit.lines.first().is_some_and(|line| source.text(*line).starts_with(char::is_lowercase))
}
