//! Paragraphs as the table finder sees them: rows, heads, captions, labels, text.

use super::counted::counted_head;
use super::naming::{name_heads, name_tables, named_parts};
use super::wrapped;
use crate::book::{Book, Known, unnumbered};
use crate::chunks::{Chunk, ends_sentence, item_mark};
use crate::contents::squeezed;
use crate::headings::{has_finite_verb, is_marked};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::caption::is_caption;
use crate::tables::columns;
use crate::tables::figures;
use crate::tables::rows::unmarked;
use crate::tables::tail::{self, Tail};
use rayon::prelude::*;
use std::collections::HashSet;
use std::ops::Range;

/// A head of one heading a line has at most so many lines.
const MOST_STACKED: usize = 16;
/// A line of a head that wraps is shorter than this, in bytes.
const NARROW: usize = 48;
/// Set in by so much, in characters, a line above rows is their head.
const SET_IN: usize = 12;
/// No label is so long, in bytes, as a sentence right below rows; so many rows of one line each stand above it.
const LONGEST_LABEL: usize = 90;
const FEWEST_ROWS: usize = 3;
/// A word judges the figures of a row, or two; so many rows of that kind are a table's.
const MOST_JUDGING: usize = 2;
const FEWEST_JUDGED: usize = 2;
/// A caption has at most so many lines.
const MOST_CAPTION_LINES: usize = 4;

/// What a paragraph looks like to the table finder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
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

pub(super) struct Unit {
    pub lines: Vec<usize>,
    pub shape: Shape,
}

pub(super) fn units(
    source: &Source,
    chunks: &[Chunk],
    book: &Book<'_>,
    titles: &HashSet<String>,
) -> Vec<Unit> {
    let of_chunk = |chunk: &Chunk| {
        let (parts, counted) = parts(source, &chunk.lines, book);
        let parts: Vec<Vec<usize>> = parts
            .into_iter()
            .flat_map(|lines| named_parts(source, lines, book))
            .flat_map(|lines| said_below(source, lines))
            .collect();
        let unit = |lines: Vec<usize>| Unit { shape: shape(source, &lines, book, titles), lines };
        let headed =
            parts.len() > 1 && set_in_head(source, &chunk.lines, book) == parts.first().map(Vec::len);
        let mut units = parts.into_iter().map(unit).collect::<Vec<_>>();
        name_tables(source, &mut units, book);
        units.iter_mut().take(usize::from(headed)).for_each(|unit| unit.shape = Shape::Head);
        let counted = |unit: &&mut Unit| counted.is_some() && unit.lines.first().copied() == counted;
        units.iter_mut().filter(counted).for_each(|unit| unit.shape = Shape::Head);
        units
    };
    let mut units: Vec<Unit> = chunks.par_iter().flat_map_iter(of_chunk).collect();
    name_heads(source, &mut units, book);
    units
}

/// A paragraph in parts, and the first line of the one that is a head by the count of its words.
fn parts(source: &Source, lines: &[usize], book: &Book<'_>) -> (Vec<Vec<usize>>, Option<usize>) {
    let known = known_parts(source, lines, book);
    let counted = (known.len() == 1).then(|| counted_head(source, lines, book)).flatten();
    let Some(head) = counted else { return (known, None) };
    let first = lines[head.start];
    (stretches(lines, head), Some(first))
}

/// Some lines with those of a head for themselves.
pub(super) fn stretches(lines: &[usize], head: Range<usize>) -> Vec<Vec<usize>> {
    let stretches = [&lines[..head.start], &lines[head.clone()], &lines[head.end..]];
    stretches.into_iter().filter(|stretch| !stretch.is_empty()).map(<[usize]>::to_vec).collect()
}

/// A paragraph is cut before a line that is a table's head, and after it where rows follow.
fn known_parts(source: &Source, lines: &[usize], book: &Book<'_>) -> Vec<Vec<usize>> {
    let columns = &book.columns;
    if let Some(head) = set_in_head(source, lines, book) {
        return vec![lines[..head].to_vec(), lines[head..].to_vec()];
    }
    let head = lines.iter().enumerate().position(|(at, line)| {
        let text = source.text(*line);
        if text.len() >= 160 || columns::is_sentence(text, columns) {
            return false;
        }
        if columns::is_year_head(source.raw(*line)) {
            return lines.len() > 1;
        }
        if stacked_from(source, &lines[at..], book) {
            return true;
        }
        let words = columns::column_words(text, columns);
        let headed = words >= 2
            || (words >= 1 && (columns::opens_with_unit(text) || columns::is_bare_head(text, columns)))
            || (columns::is_unit_alone(text) && line != lines.last().unwrap_or(line))
            || (columns::names_units(text) && line != lines.last().unwrap_or(line))
            || (columns::is_pair(text, columns) && is_below_caption(source, lines, *line, book))
            || (columns::is_list(text, columns)
                && lines.get(at + 1).is_some_and(|line| is_row(source, *line)));
        headed && !is_row(source, *line)
    });
    let Some(mut head) = head else { return vec![lines.to_vec()] };
    let set_in = |at: usize| indent(source, lines[at]) >= SET_IN && !is_row(source, lines[at]);
    while head > 0 && (source.text(lines[head]).starts_with(char::is_lowercase) || set_in(head - 1)) {
        head -= 1;
    }
    let judged = columns::ends_judged(source.text(lines[head]), columns);
    let first_row = |at: &usize| {
        let line = lines[*at];
        is_row(source, line) || is_figures(source, line) || judged && is_judged_row(source, line)
    };
    let rows = (head + 1..lines.len()).find(first_row).unwrap_or(lines.len());
    let first = lines.get(rows).copied().unwrap_or(lines[head]);
    let rows = rows - labels_before(source, &lines[head..rows], first, book);
    stretches(lines, head..rows)
}

/// Rows for themselves, without a long sentence right below them in the same paragraph.
fn said_below(source: &Source, lines: Vec<usize>) -> Vec<Vec<usize>> {
    let last = lines.iter().rposition(|line| is_row(source, *line)).map_or(0, |at| at + 1);
    let rows = lines[..last].iter().filter(|line| is_row(source, **line)).count();
    let said = lines.get(last).is_some_and(|line| {
        let text = source.text(*line);
        text.len() >= LONGEST_LABEL && ends_sentence(text) && text.starts_with(char::is_uppercase)
    });
    if said && rows >= FEWEST_ROWS && rows * 4 >= last * 3 {
        return vec![lines[..last].to_vec(), lines[last..].to_vec()];
    }
    vec![lines]
}

/// Whether the line above in a paragraph is the caption of a table.
fn is_below_caption(source: &Source, lines: &[usize], line: usize, book: &Book<'_>) -> bool {
    let above = lines.iter().take_while(|own| **own < line).last();
    above.is_some_and(|above| is_caption(source.text(*above), book))
}

/// How many lines at the top of a paragraph are set in far above rows that are not: a head,
/// whatever it says.
fn set_in_head(source: &Source, lines: &[usize], book: &Book<'_>) -> Option<usize> {
    let count =
        lines.iter().take_while(|line| indent(source, **line) >= SET_IN && !is_row(source, **line)).count();
    let below = lines.get(count).map_or("", |line| source.text(*line));
    if columns::heading_words(below, &book.columns) > 0
        || columns::opens_with_unit(below)
        || columns::is_year_head(below)
    {
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
pub(super) fn labels_before(source: &Source, head: &[usize], row: usize, book: &Book<'_>) -> usize {
    let margin = indent(source, row);
    let text = |line: usize| source.text(line);
    let own = |line: usize| {
        indent(source, line) <= margin
            && columns::heading_words(text(line), &book.columns) == 0
            && !columns::opens_with_unit(text(line))
            && !columns::is_year_head(source.raw(line))
    };
    let label = |line: &&usize| {
        let opens =
            unmarked(text(**line)).starts_with(char::is_uppercase) || item_mark(source.raw(**line)).is_some();
        opens && own(**line) && (text(**line).contains(' ') || is_section(text(**line)))
    };
    let whole = head.iter().skip(1).rev().take_while(label).count();
    let lower = |line: usize| text(line).starts_with(char::is_lowercase);
    let wrapped = head.iter().skip(1).rev().take_while(|line| own(**line)).count();
    // Below a head that is set out with spaces stands the label of the first row, in as many lines as it takes.
    let (above, block) = head.split_at(head.len() - wrapped);
    let set_out = above.last().is_some_and(|line| source.raw(*line).trim_end().contains("   "));
    let goes_on = block.split_first().is_some_and(|(first, rest)| {
        text(*first).starts_with(char::is_uppercase) && rest.iter().all(|line| lower(*line)) && lower(row)
    });
    if whole == 0 && set_out && goes_on {
        return wrapped;
    }
    if whole > 0 || !is_figures(source, row) {
        return whole;
    }
    // Figures alone on their line are those of the words right above them.
    let small = head.iter().rev().take_while(|line| lower(**line) && own(**line)).count();
    let opens = |at: &usize| own(head[*at]) && text(head[*at]).starts_with(char::is_uppercase);
    let first = head.len().checked_sub(small + 1).filter(|at| *at > 0).filter(opens);
    first.map_or(0, |first| head.len() - first)
}

/// Several figures with nothing before them: a row whose label stands above.
pub(super) fn is_figures(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    strong_tail(source, line)
        .is_some_and(|tail| !has_label(source, line, &tail) && figures::fewest(raw, &tail) >= 2)
}

/// Whether lines begin with a head of one heading a line, with rows below it. No more of them
/// are looked at than a head has: a paragraph may be all of the text.
fn stacked_from(source: &Source, lines: &[usize], book: &Book<'_>) -> bool {
    let head = lines.iter().take(MOST_STACKED + 1).take_while(|line| !is_row(source, **line)).count();
    let (head, below) = lines.split_at(head);
    let fits = (1..=MOST_STACKED).contains(&head.len());
    fits && !below.is_empty() && columns::is_stacked(source, head, &book.columns)
}

pub(crate) fn strong_tail(source: &Source, line: usize) -> Option<Tail> {
    let raw = source.raw(line);
    let periods = |tail: &Tail| tail.words.iter().all(|word| tail::is_period(&raw[word.range.clone()]));
    tail::tail(raw, false).filter(|tail| tail::is_strong(raw, tail) && !periods(tail))
}

/// A line with words and then figures that are more than years.
pub(crate) fn is_row(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    strong_tail(source, line).is_some_and(|tail| {
        let years = tail.words.iter().all(|word| tail::is_year(&raw[word.range.clone()]));
        !years && has_label(source, line, &tail)
    })
}

fn has_label(source: &Source, line: usize, tail: &Tail) -> bool {
    let start = tail.words.first().map_or(0, |word| word.range.start);
    source.raw(line)[..start].chars().any(|c| c.is_alphabetic() || c == '%')
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
    if lines.len() >= FEWEST_JUDGED && lines.iter().all(|line| is_judged_row(source, *line)) {
        return Shape::Rows;
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
    if numbered == 0 && lines.len() == 1 && is_numbered_heading(text, book) {
        return Shape::Heading;
    }
    let column_words = if lines.len() == 1 && columns::is_titled(text) && columns::free_unit(text).is_none() {
        0
    } else if length < 220 {
        columns::heading_words(text, &book.columns)
    } else {
        0
    };
    if numbered == 0 && lines.len() <= MOST_STACKED && columns::is_stacked(source, lines, &book.columns) {
        return Shape::Head;
    }
    let broken_word = lines.len() == 2 && column_words == 0 && is_broken_column(source, lines, book);
    // A head whose columns wrap: "KB Prognos", "helårsutfall", "Avvikelse", "KB mot", "prognos".
    let opens =
        || lines.first().is_some_and(|line| columns::column_words(source.text(*line), &book.columns) > 1);
    let narrow = || {
        lines.len() <= MOST_STACKED && lines.iter().all(|line| source.text(*line).len() < NARROW) && opens()
    };
    if numbered == 0
        && (lines.len() <= 4 || narrow())
        && text.len() < 220
        && !columns::is_sentence(text, &book.columns)
        && (column_words > 0 || broken_word || is_unit_column(text) || columns::names_units(text))
    {
        return Shape::Head;
    }
    if lines.len() <= 2 && numbered == 1 && (is_said(source, lines) || holds_stop(text)) {
        return Shape::Text;
    }
    if last_numbered && (short || numbered * 3 >= lines.len()) {
        return Shape::Rows;
    }
    if numbered > 1 && numbered * 2 >= lines.len() && !ends_sentence(text) {
        return Shape::Rows;
    }
    if has_inner_figures(source, lines) || wrapped::are_rows(source, lines) {
        return Shape::Rows;
    }
    if numbered == 0 && lines.len() <= 4 && text.len() < 300 && !ends_sentence(text) {
        return Shape::Label;
    }
    Shape::Text
}

/// "2.2 Förändringar i ramen": words below the number of a sub-chapter, of which at most one is one that columns have.
fn is_numbered_heading(text: &str, book: &Book<'_>) -> bool {
    let (start, name) = unnumbered(text);
    let number = text[..start].trim().trim_end_matches('.');
    number.contains('.')
        && name.starts_with(char::is_uppercase)
        && columns::column_words(name, &book.columns) < 2
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

/// "Kommunen   Kommunen" set in above "Tkr   2031   2030".
fn is_head_over_years(source: &Source, lines: &[usize]) -> bool {
    let Some((last, above)) = lines.split_last() else { return false };
    let set_in = |line: &usize| indent(source, *line) >= SET_IN && !is_row(source, *line);
    (1..=2).contains(&above.len()) && above.iter().all(set_in) && columns::is_year_head(source.raw(*last))
}

/// Many words with a verb or a stop before a figure: a sentence that a line or page cuts.
fn is_said(source: &Source, lines: &[usize]) -> bool {
    let last = lines.last().and_then(|line| strong_tail(source, *line));
    if last.is_none_or(|tail| tail.words.len() > 1) {
        return false;
    }
    let text = Joined::lines(source, lines.iter().copied()).text;
    text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() >= 8
        && (has_finite_verb(&text) || holds_stop(&text))
}

/// "… i parken. Antalet ökade med 46": a sentence ends inside.
fn holds_stop(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).enumerate().any(|(at, pair)| {
        let long = pair[0].chars().filter(|c| c.is_lowercase()).count() >= 4;
        let after = words[at + 1..].iter().filter(|word| word.starts_with(char::is_alphabetic)).count();
        after >= 4 && long && pair[0].ends_with('.') && pair[1].starts_with(char::is_uppercase)
    })
}

/// Headings that may as well be rows of a statement ("Investeringar 500") are rows when
/// figures follow; those are asked with their figures and so not known.
fn is_row_word(known: &Known, set_out: bool) -> bool {
    let part = known.kind.may_be_row();
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

/// A label, two figures or more and few words about them: "Andel nöjda gäster 81 82 85 Öka".
fn is_judged_row(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    tail::tail(raw, true).is_some_and(|tail| {
        let words = raw[tail.end..].split_whitespace().count();
        (1..=MOST_JUDGING).contains(&words)
            && raw[tail.end..].trim_start().starts_with(char::is_uppercase)
            && has_label(source, line, &tail)
            && figures::fewest(raw, &tail) >= 2
    })
}

/// "Steg tkr": a label column and a column that is only called by its unit.
fn is_unit_column(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= 3
        && !text.ends_with(')')
        && words.last().is_some_and(|word| columns::unit(word).is_some_and(|unit| unit.is_money()))
}

/// "Förändri" and "ng": a column's heading broken in the middle of a word.
fn is_broken_column(source: &Source, lines: &[usize], book: &Book<'_>) -> bool {
    let squeezed: String = lines.iter().map(|line| source.text(*line)).collect();
    !squeezed.contains(' ') && columns::column_words(&squeezed, &book.columns) == 1
}
