//! Which of several versions of a document is the newest.

use chrono::NaiveDate;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_text::case::Lower;
use uppsikt_text::dates;

/// A version tells what it is in so many lines with words.
const LINES: usize = 25;

/// Keeps the documents that no other of them is surely newer than.
pub fn keep_newest(documents: &[&Document], all: &mut Vec<usize>) {
    if all.len() < 2 {
        return;
    }
    let ages: Vec<Age> = all.iter().map(|at| age(documents[*at])).collect();
    let Some(newest) = ages.iter().max().copied() else { return };
    let mut ages = ages.into_iter();
    all.retain(|_| ages.next() == Some(newest));
}

/// Whether a version is a revised one, and its latest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Age {
    is_revised: bool,
    day: Option<NaiveDate>,
}

fn age(document: &Document) -> Age {
    let lines = document.lines.iter().filter(|line| line.role != LineRole::Blank).take(LINES);
    // A sentence may tell of other documents' days.
    let heads = lines.filter(|line| line.role != LineRole::Text || line.text.len() <= SHORT);
    let heads: Vec<&str> = heads.map(|line| line.text.as_str()).collect();
    let file = document.source.file.lower();
    let revised = |text: &str| text.lower().contains("revider");
    let days = heads.iter().flat_map(|text| dates::ranges(text)).filter(|(_, range)| range.from == range.to);
    Age {
        is_revised: file.contains("revider") || heads.iter().any(|text| revised(text)),
        day: days.map(|(_, range)| range.to).max(),
    }
}

/// So many bytes at most has a line that tells the day of its document.
const SHORT: usize = 110;
