//! Which digits of a row belong together, and which of its cells is the empty one, settled by the
//! sums that the row is in where the row itself leaves a doubt.

mod statement;

use crate::book::{Book, first_fit};
use crate::source::Source;
use crate::tables::figures::{self, Candidate, Split, Usual};
use crate::tables::plain::RawTable;
use crate::tables::position::Columns;
use crate::tables::relations::Relation;
use crate::tables::tail::{Shape, Tail};
use crate::tables::two_notes::Weighed;
use uppsikt_domain::interval::Fixed;

/// A way is likely while no other has so much more that speaks for it; more where a dash may be a minus or a cell.
const MARGIN: i32 = 4;
const DASHED_MARGIN: i32 = 16;
/// Where the likely ways do not come to the sum of all, so much less likely ones are tried.
const WIDE_MARGIN: i32 = 14;
/// So many ways of a row, and of all rows together, are tried.
const MOST_WAYS: usize = 24;
const MOST_TRIES: usize = 20_000;
/// Unlikely ways are tried of so many rows at most.
const MOST_ROWS: usize = 40;

/// What is known of a table's columns.
pub(crate) struct Hints {
    pub columns: usize,
    /// What they have to do with each other.
    pub relations: Vec<Relation>,
    pub usual: Usual,
    /// The ways to read each row, best first; none where the table is set out with spaces.
    pub candidates: Vec<Vec<Candidate>>,
    /// The ways to read each row of two groups with numbers of notes of their own, best first; else none.
    pub noted: Vec<Vec<Weighed>>,
    /// Where the columns stand, in a table set out with spaces.
    pub placed: Option<Columns>,
}

/// How a row's figures fall into columns, and whether that is a guess.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fallen {
    pub split: Option<Split>,
    /// Whether a cell is empty, or the first figure a note's number, and nothing tells which it is.
    pub guessed: bool,
}

/// How the figures of every row fall into columns.
pub(crate) fn splits(source: &Source, raw: &RawTable, hints: &Hints, book: &Book<'_>) -> Vec<Fallen> {
    let within = |margin: i32| -> Vec<Vec<Split>> {
        (0..raw.rows.len()).map(|at| likely(source, raw, at, hints, margin)).collect()
    };
    let ways = within(MARGIN);
    if let Some(fallen) = unlikely(source, raw, &ways, &within, book) {
        return fallen;
    }
    if ways.iter().all(|ways| ways.len() < 2) {
        let sure = |ways: Vec<Split>| Fallen { split: ways.into_iter().next(), guessed: false };
        return ways.into_iter().map(sure).collect();
    }
    let whole = settled(source, raw, &ways, book);
    let (chosen, told) = match whole {
        Some(chosen) => (chosen, vec![true; ways.len()]),
        None => {
            let settled = statement::settled(source, raw, &ways, book);
            (settled.chosen, settled.told)
        }
    };
    let rows = ways.iter().zip(chosen).zip(told).zip(&raw.rows);
    let fallen = rows.map(|(((ways, chosen), told), row)| {
        let noted = row.may_open_with_note || raw.two_notes.is_some();
        let doubtful = |split: &Split| noted || split.cells.iter().any(Option::is_none);
        let guessed = !told && hints.relations.is_empty() && ways.iter().any(doubtful);
        Fallen { split: ways.get(chosen).cloned(), guessed }
    });
    fallen.collect()
}

/// The unlikely ways with which every column adds up to the last row where no likely ones do.
fn unlikely(
    source: &Source,
    raw: &RawTable,
    likely: &[Vec<Split>],
    within: &dyn Fn(i32) -> Vec<Vec<Split>>,
    book: &Book<'_>,
) -> Option<Vec<Fallen>> {
    let few = raw.rows.len() <= MOST_ROWS && is_summed(source, raw, likely, book);
    if !few || settled(source, raw, likely, book).is_some() {
        return None;
    }
    let ways = within(WIDE_MARGIN);
    let chosen = settled(source, raw, &ways, book)?;
    let fallen =
        |(ways, chosen): (&Vec<Split>, usize)| Fallen { split: ways.get(chosen).cloned(), guessed: false };
    Some(ways.iter().zip(chosen).map(fallen).collect())
}

/// The ways to read a row that little speaks against, best first.
fn likely(source: &Source, raw: &RawTable, at: usize, hints: &Hints, margin: i32) -> Vec<Split> {
    let row = &raw.rows[at];
    let Some((line, tail)) = &row.figures else { return Vec::new() };
    if let Some(ways) = hints.noted.get(at) {
        let best = ways.first().map_or(0, |(score, _)| *score);
        let near = ways.iter().filter(|(score, _)| best - score <= margin);
        return near.map(|(_, split)| split.clone()).take(MOST_WAYS).collect();
    }
    let text = source.raw(*line);
    if let Some(split) = hints.placed.as_ref().and_then(|placed| placed.split(text, tail)) {
        return vec![split];
    }
    let dashed = tail.words.iter().any(|word| word.shape == Shape::Dash);
    let within = if dashed { DASHED_MARGIN } else { margin };
    let of_row;
    let candidates = match hints.candidates.get(at).filter(|all| !all.is_empty()) {
        Some(candidates) => candidates,
        None => {
            of_row = figures::candidates(text, tail, hints.columns, &hints.usual);
            &of_row
        }
    };
    let mut found = near(candidates, hints, within);
    let numbered = margin == WIDE_MARGIN && opens_with_number(text, tail);
    if row.may_open_with_note || numbered {
        let rest = Tail { words: tail.words[1..].to_vec(), end: tail.end };
        let rest = near(&figures::candidates(text, &rest, hints.columns, &hints.usual), hints, within);
        found.extend(rest.into_iter().map(|split| Split { label_words: split.label_words + 1, ..split }));
    }
    found
}

/// The best of some ways, and those that are nearly as good.
fn near(candidates: &[Candidate], hints: &Hints, margin: i32) -> Vec<Split> {
    let mut scored: Vec<(i32, &Candidate)> =
        candidates.iter().map(|it| (it.score(&hints.relations), it)).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let best = scored.first().map_or(0, |(score, _)| *score);
    let near = scored.into_iter().filter(|(score, _)| best - score <= margin);
    near.map(|(_, it)| it.split.clone()).take(MOST_WAYS).collect()
}

/// Whether the first figure of a row can be the last word of its label: "Projekt 4 112 118".
fn opens_with_number(raw: &str, tail: &Tail) -> bool {
    let Some(first) = tail.words.first().filter(|_| tail.words.len() > 1) else { return false };
    let short = first.range.len() <= 2 && raw[first.range.clone()].bytes().all(|b| b.is_ascii_digit());
    short && raw[..first.range.start].trim_end().ends_with(char::is_alphabetic)
}

/// Whether the last row with figures, and no other, is called a sum.
fn is_summed(source: &Source, raw: &RawTable, ways: &[Vec<Split>], book: &Book<'_>) -> bool {
    let is_total = |at: &usize| {
        let label = raw.rows[*at].whole_label(source, 0).text;
        first_fit(&book.totals, label.trim()).is_some()
    };
    let own: Vec<usize> = (0..ways.len()).filter(|at| !ways[*at].is_empty()).collect();
    let Some((last, before)) = own.split_last() else { return false };
    before.len() >= 2 && is_total(last) && !before.iter().any(is_total)
}

/// The ways with which every column adds up to the last row, where that is a sum of all.
fn settled(source: &Source, raw: &RawTable, ways: &[Vec<Split>], book: &Book<'_>) -> Option<Vec<usize>> {
    let own: Vec<usize> = (0..ways.len()).filter(|at| !ways[*at].is_empty()).collect();
    if !is_summed(source, raw, ways, book)
        || own.iter().map(|at| ways[*at].len()).try_fold(1, tries).is_none()
    {
        return None;
    }
    let mut chosen = vec![0; ways.len()];
    loop {
        if adds_up(&own, ways, &chosen) {
            return Some(chosen);
        }
        let at = *own.iter().find(|at| chosen[**at] + 1 < ways[**at].len())?;
        chosen[at] += 1;
        own.iter().take_while(|before| **before < at).for_each(|before| chosen[*before] = 0);
    }
}

/// Whether every figure of the rows is read, and every column adds up to the last row.
pub(crate) fn keeps_sum(source: &Source, raw: &RawTable, fallen: &[Fallen], book: &Book<'_>) -> bool {
    let ways: Vec<Vec<Split>> = fallen.iter().map(|own| own.split.iter().cloned().collect()).collect();
    let own: Vec<usize> = (0..ways.len()).filter(|at| !ways[*at].is_empty()).collect();
    let full = |at: &usize| {
        ways[*at].iter().all(|way| way.label_words == 0 && way.cells.iter().all(Option::is_some))
    };
    let read = raw.rows.iter().filter(|row| row.figures.is_some()).count();
    own.len() == read
        && own.iter().all(full)
        && is_summed(source, raw, &ways, book)
        && adds_up(&own, &ways, &vec![0; ways.len()])
}

fn tries(product: usize, ways: usize) -> Option<usize> {
    Some(product * ways).filter(|product| *product <= MOST_TRIES)
}

fn adds_up(own: &[usize], ways: &[Vec<Split>], chosen: &[usize]) -> bool {
    let Some((last, items)) = own.split_last() else { return false };
    let cells = |at: usize| &ways[at][chosen[at]].cells;
    let terms = i64::try_from(items.len() + 1).unwrap_or(i64::MAX);
    let slack = Fixed::half_of_last_digit(figures::decimals(cells(*last))).times(terms);
    (0..cells(*last).len()).all(|column| {
        let value = |at: usize| figures::fixed(cells(at)[column].as_ref()).unwrap_or_default();
        let sum = items.iter().fold(Fixed::ZERO, |sum, at| sum + value(*at));
        (sum - value(*last)).abs() <= slack
    })
}
