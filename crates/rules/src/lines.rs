//! The printed lines of a document, and stretches of them as findings name them.

use crate::place;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::{Place, Span};
use uppsikt_findings::FindingPlace;

/// The lines that say something, with their numbers: no running heads and no contents.
pub fn printed(document: &Document) -> impl Iterator<Item = (u32, &SourceLine)> {
    let silent =
        |role: LineRole| matches!(role, LineRole::Blank | LineRole::RunningHead | LineRole::Contents);
    (1_u32..).zip(&document.lines).filter(move |(_, line)| !silent(line.role))
}

/// A stretch of a line, in bytes, as findings name it.
pub fn stretch(document: &Document, number: u32, range: &Range<usize>) -> FindingPlace {
    place::at(document, span(document, number, range))
}

/// A whole line.
pub fn whole(document: &Document, number: u32) -> Span {
    let length = document.line(number).map_or(0, |line| line.text.len());
    span(document, number, &(0..length))
}

/// A stretch of a line, in bytes.
fn span(document: &Document, number: u32, range: &Range<usize>) -> Span {
    let line = document.line(number);
    let text = line.map(|line| line.text.as_str()).unwrap_or_default();
    let column = |at: usize| {
        let before = text.get(..at).unwrap_or(text);
        u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
    };
    let page = line.and_then(|line| line.page);
    let at = Place { page, line: number, column: column(range.start) + 1 };
    Span { at, end_line: number, end_column: column(range.end) }
}

/// The words of a text with where they stand in it, in bytes.
pub fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        if !bare.is_empty() {
            let start = at + word.find(bare).unwrap_or(0);
            found.push((start..start + bare.len(), bare));
        }
        at += word.len();
    }
    found
}
