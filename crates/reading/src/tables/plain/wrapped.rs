//! Rows set out with spaces whose labels go on over more lines than there are rows.

use super::units::strong_tail;
use crate::chunks::ends_sentence;
use crate::source::Source;
use crate::tables::figures;
use crate::tables::layout::position;

/// So many rows show where the columns are.
const FEWEST_ROWS: usize = 3;
/// A row has so many lines at most.
const MOST_LINES: usize = 5;
/// Figures of a column end so near to one another, in characters.
const NEAR: usize = 2;
/// So many spaces stand between a label and figures.
const APART: usize = 2;

/// Whether lines are rows of as many figures that end below one another, and words that keep to the left of these.
pub(super) fn are_rows(source: &Source, lines: &[usize]) -> bool {
    let mut rows: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut labels: Vec<usize> = Vec::new();
    for line in lines {
        let raw = source.raw(*line);
        match strong_tail(source, *line) {
            Some(tail) => {
                let first = &tail.words[0];
                let apart = |next: usize| tail.words.get(next).is_none_or(|word| word.gap >= APART);
                let last = (0..tail.words.len()).filter(|at| apart(at + 1));
                let ends: Vec<usize> = last.map(|at| position(raw, tail.words[at].range.end)).collect();
                if first.gap < APART || ends.len() < 2 || figures::fewest(raw, &tail) > ends.len() {
                    return false;
                }
                rows.push((position(raw, first.range.start), ends));
            }
            None if ends_sentence(source.text(*line)) || source.text(*line).contains("  ") => return false,
            None => labels.push(raw.trim_end().chars().count()),
        }
    }
    let Some((_, first)) = rows.first() else { return false };
    let zone = rows.iter().map(|(start, _)| *start).min().unwrap_or(0);
    let below = |ends: &Vec<usize>| {
        ends.len() == first.len() && ends.iter().zip(first).all(|(end, first)| end.abs_diff(*first) <= NEAR)
    };
    rows.len() >= FEWEST_ROWS
        && lines.len() <= rows.len() * MOST_LINES
        && rows.iter().all(|(_, ends)| below(ends))
        && labels.iter().all(|end| *end < zone)
}
