//! Lines that come back on every page, whatever they say.

use super::Candidate;
use super::marks::last_number;
use crate::book::{Book, HeadingKind, Known, folded};
use crate::source::Source;
use crate::title;
use std::collections::HashMap;
use std::ops::Range;
use uppsikt_domain::section::SectionKind;

/// A mark is at most so long, in bytes.
const LONGEST_MARK: usize = 40;

/// Lines that come back with a page number that rises one by one, whatever they say, and the
/// lines that come back right beside them.
pub(super) fn recurring(source: &Source, book: &Book<'_>, known: &[Candidate]) -> Vec<Candidate> {
    let mut series: HashMap<String, Vec<(usize, u32, Range<usize>)>> = HashMap::new();
    for line in (0..source.len()).filter(|line| known.iter().all(|it| it.line != *line)) {
        let text = source.text(line);
        if text.len() > 160 || text.starts_with(['#', '|']) {
            continue;
        }
        let Some((page, rest)) = numbered_end(text).or_else(|| numbered_start(text)) else { continue };
        let start = source.raw(line).find(text).unwrap_or(0);
        series.entry(facing_key(&text[rest.clone()])).or_default().push((
            line,
            page,
            start + rest.start..start + rest.end,
        ));
    }
    let risen = series.into_values().filter(|found| rises(found, source));
    // "Effektmål 1", "Effektmål 2": marks that open what the next line names.
    let risen =
        risen.filter(|found| found.first().is_none_or(|(line, ..)| !opens_mark(source.text(*line), book)));
    let numbered: Vec<Candidate> = risen
        .flatten()
        .map(|(line, page, rest)| {
            let title = title::in_line(book, &source.raw(line)[rest.clone()]);
            Candidate { line, page: Some(page), pages: None, rest, title, by: Some("recurring".to_owned()) }
        })
        .collect();
    let beside = beside(source, book, known.iter().chain(&numbered));
    numbered.into_iter().chain(beside).collect()
}

/// Whether a name right after some words would be a goal's, an area's or an order's.
fn opens_mark(text: &str, book: &Book<'_>) -> bool {
    use SectionKind::{Assignment, Goal, GoalArea};
    let marked = |known: Known| {
        matches!(known.kind, HeadingKind::Section(Goal | GoalArea | Assignment))
            && known.name.start >= text.len()
    };
    text.len() <= LONGEST_MARK && book.headings(&format!("{text} Namn")).into_iter().any(marked)
}

/// Words and then, or before them, a number: the number and where the words are.
fn numbered_end(text: &str) -> Option<(u32, Range<usize>)> {
    let worded = |words: &str| words.chars().filter(|c| c.is_alphabetic()).count() >= 8;
    let (before, page) = last_number(text)?;
    let words = before.trim_end_matches([' ', ',', '-', '|', '\u{2013}', '\t', '\u{2022}']);
    let parted = words.len() < before.len();
    (parted && page > 0 && page < 1000 && worded(words)).then_some((page, 0..words.len()))
}

/// A number, wide space and words: "12   Parkstads kommun – Budget 2031".
fn numbered_start(text: &str) -> Option<(u32, Range<usize>)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let page: u32 = text.get(..digits).filter(|it| it.len() <= 3)?.parse().ok()?;
    let after = &text[digits..];
    let words = after.trim_start_matches([' ', '|', '\u{2013}', '\t']);
    let parted = after.len() - words.len() >= 2 || after.contains('|');
    let worded = words.chars().filter(|c| c.is_alphabetic()).count() >= 8;
    (parted && page > 0 && worded).then_some((page, text.len() - words.len()..text.len()))
}

/// The same for the heads of facing pages, which say the same parts in another order.
fn facing_key(words: &str) -> String {
    let mut parts: Vec<String> = words.split('|').map(|part| folded(part.trim())).collect();
    parts.sort_unstable();
    parts.join("|")
}

/// At least three times, far apart but for a short page, and nearly always one more than the
/// time before. Where the file marks most of them,
/// two may stand close: a table that goes over pages stands before both.
fn rises(found: &[(usize, u32, Range<usize>)], source: &Source) -> bool {
    let marked = found.iter().filter(|(line, ..)| source.is_marked_running(*line)).count();
    let marked = marked * 2 > found.len();
    let steps =
        || found.windows(2).map(|pair| (pair[1].0 - pair[0].0, i64::from(pair[1].1) - i64::from(pair[0].1)));
    let most = |count: usize| count * 3 >= (found.len() - 1) * 2;
    found.len() >= 3
        && steps().all(|(apart, step)| (marked || apart >= 4) && (1..=3).contains(&step))
        && most(steps().filter(|(_, step)| *step == 1).count())
        && (marked || most(steps().filter(|(apart, _)| *apart >= 12).count()))
}

/// Lines that stand in the same place beside three or more heads; over an empty line only names of the
/// body and of the municipality.
fn beside<'c>(
    source: &Source,
    book: &Book<'_>,
    heads: impl Iterator<Item = &'c Candidate>,
) -> Vec<Candidate> {
    let heads: Vec<usize> = heads.filter(|head| head.page.is_some()).map(|head| head.line).collect();
    let mut lines: HashMap<(isize, String), Vec<usize>> = HashMap::new();
    for head in &heads {
        for step in (-3..=3_isize).filter(|step| *step != 0) {
            let Some(line) = head.checked_add_signed(step).filter(|line| *line < source.len()) else {
                continue;
            };
            let between = line.min(*head)..line.max(*head);
            let text = source.text(line);
            let parted = between.into_iter().any(|line| source.blank(line));
            if parted && !(book.is_body(text) || book.is_municipality(text)) {
                continue;
            }
            if text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !heads.contains(&line) {
                lines.entry((step, folded(text))).or_default().push(line);
            }
        }
    }
    let again = lines.into_values().filter(|found| found.len() >= 3 && found.len() * 2 >= heads.len());
    let by = || Some("recurring".to_owned());
    let head = |line| Candidate { line, page: None, pages: None, rest: 0..0, title: None, by: by() };
    again.flatten().map(head).collect()
}
