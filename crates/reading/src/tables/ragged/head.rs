//! The head of a table that fell apart: one line that names each column with its year, or a line for each column.

use crate::book::Book;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::column_kinds::what;
use crate::tables::columns::{free_unit, opens_column, opens_with_unit};
use crate::tables::tail::is_period;
use std::ops::Range;
use uppsikt_domain::place::TextAt;

/// A heading of a column, and of a group of them, is at most so long, in bytes.
const LONGEST: usize = 48;
/// Below the head stand so many lines of words at most before the first cells.
const MOST_BELOW: usize = 4;
/// The heading of the labels has so many words at most.
const MOST_LABEL: usize = 4;

pub(super) struct Head {
    /// The first of its words, and one past the last.
    pub start: usize,
    pub end: usize,
    pub label: Option<TextAt>,
    pub columns: Vec<TextAt>,
    /// Whether the first column is that of the numbers of notes.
    pub noted: bool,
    /// Whether groups of columns have names.
    pub grouped: bool,
}

impl Head {
    /// The head among the words before the first cells of a table.
    pub fn of(source: &Source, book: &Book<'_>, words: &[usize], columns: usize) -> Option<Head> {
        (1..=MOST_BELOW).find_map(|below| {
            let end = words.len().checked_sub(below).filter(|end| *end > 0)?;
            on_one_line(source, words, end, columns).or_else(|| stacked(source, book, words, end, columns))
        })
    }
}

/// The places of the headings in a line that names each column with its year, and of what stands before them.
pub(super) fn named(source: &Source, line: usize) -> Vec<Range<usize>> {
    let raw = source.raw(line);
    let mut found = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        let opens = c.is_ascii_digit() && !raw[..at].ends_with(|c: char| c.is_ascii_digit() || c == '-');
        let period = [10, 7, 4].into_iter().find(|length| {
            let ends = !raw
                .get(at + length..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '-'));
            ends && raw.get(at..at + length).is_some_and(is_period)
        });
        match period.filter(|_| opens) {
            Some(length) => {
                at += length;
                found.push(from..at);
                from = at;
            }
            None => at += c.len_utf8(),
        }
    }
    if raw[from..].trim().is_empty() { found } else { Vec::new() }
}

/// Whether a line names two columns or more, each with its year and a word, and so is the head of a table.
pub(super) fn is_head(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    let found = named(source, line);
    found.len() >= 2 && found.iter().all(|range| raw[range.clone()].chars().any(char::is_alphabetic))
}

fn on_one_line(source: &Source, words: &[usize], end: usize, columns: usize) -> Option<Head> {
    let line = words[end - 1];
    let raw = source.raw(line);
    let mut places = named(source, line);
    if places.len() != columns || !is_head(source, line) {
        return None;
    }
    let text = |range: Range<usize>| {
        let mut words = Joined::default();
        words.push(source, line, range);
        (!words.is_empty()).then(|| words.all_at(source))
    };
    // "mnkr Budget 2031 Utfall 2031": the unit is the labels' heading.
    let first = places[0].clone();
    let word = raw[first.clone()].trim_start().split(' ').next().unwrap_or_default();
    let unit = opens_with_unit(word).then(|| first.end - raw[first.clone()].trim_start().len() + word.len());
    let label = unit.and_then(|unit| text(first.start..unit));
    places[0].start = unit.unwrap_or(first.start);
    let columns = places.into_iter().map(text).collect::<Option<Vec<_>>>()?;
    Some(Head { start: end - 1, end, label, columns, noted: false, grouped: false })
}

/// A line for each column, and maybe one for the labels and some for groups of columns above them.
fn stacked(source: &Source, book: &Book<'_>, words: &[usize], end: usize, columns: usize) -> Option<Head> {
    let from = end.checked_sub(columns)?;
    let texts: Vec<&str> = words[from..end].iter().map(|line| source.text(*line)).collect();
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    let again = |text: &str| texts.iter().filter(|other| **other == text).count() > 1;
    let opens = |text: &&str| {
        text.len() <= LONGEST && (opens_column(&first(text), &book.columns) || is_period(text) || again(text))
    };
    if !texts.iter().all(opens) {
        return None;
    }
    let noted = columns > 2 && book.columns.is(&first(texts[0]), what::NOTE);
    let is_label = |text: &str| {
        let few = text.split_whitespace().count() <= MOST_LABEL;
        opens_with_unit(text) || few && free_unit(text).is_some() || text.split_whitespace().count() <= 2
    };
    let grouped =
        texts[usize::from(noted)..].iter().filter(|text| **text == texts[usize::from(noted)]).count();
    let unit =
        |at: usize| free_unit(source.text(words[at])).is_some() || opens_with_unit(source.text(words[at]));
    let label =
        from.checked_sub(1).filter(|at| is_label(source.text(words[*at])) && (grouped < 2 || unit(*at)));
    let start = label.unwrap_or(from);
    let whole = |line: usize| Joined::line(source, line).all_at(source);
    let mut headings: Vec<TextAt> = words[from..end].iter().map(|line| whole(*line)).collect();
    let groups = start.checked_sub(grouped).filter(|_| grouped > 1);
    let short = |line: &usize| source.text(*line).len() <= LONGEST && !source.text(*line).ends_with('.');
    let groups = groups.filter(|from| words[*from..start].iter().all(short));
    if let Some(from) = groups {
        let mut group = 0;
        let first = headings[usize::from(noted)].text.clone();
        for heading in headings.iter_mut().skip(usize::from(noted)) {
            group += usize::from(heading.text == first);
            let own = last_part(source, words[from + group - 1]);
            *heading = TextAt::new(format!("{} {}", own.text, heading.text), own.span.to(heading.span));
        }
    }
    let label = label.map(|at| whole(words[at]));
    let grouped = groups.is_some();
    Some(Head { start: groups.unwrap_or(start), end, label, columns: headings, noted, grouped })
}

/// The name of a group, to which the name of the table may be glued: "BalansräkningKoncernen".
fn last_part(source: &Source, line: usize) -> TextAt {
    let raw = source.raw(line);
    let small = |at: usize| raw[..at].ends_with(char::is_lowercase);
    let from = raw.char_indices().rfind(|(at, c)| c.is_uppercase() && small(*at)).map(|(at, _)| at);
    let mut words = Joined::default();
    words.push(source, line, from.unwrap_or(0)..raw.len());
    words.all_at(source)
}
