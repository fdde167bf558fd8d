//! Figures in parentheses are below nought: "(500)", "(1 200)".

use super::{Raw, Shape, is_year};
use crate::tables::figures;
use std::ops::Range;

/// A figure in parentheses is printed as so many words at most.
const MOST_PARTS: usize = 4;

/// A word without the parentheses around or beside it.
pub(super) fn bare(word: &str) -> &str {
    let word = word.strip_prefix('(').unwrap_or(word);
    word.strip_suffix(')').unwrap_or(word)
}

/// Makes one word of each figure in parentheses, where the line is a row of such figures.
pub(super) fn settle(raw: &str, words: Vec<Raw>) -> Vec<Raw> {
    if !words.iter().any(|word| raw[word.0.clone()].starts_with('(')) {
        return words;
    }
    let mut found: Vec<Raw> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let end = figure_end(raw, &words, at);
        let (range, gap, shape) = &words[at];
        found.push(match end {
            Some(end) => (range.start..words[end - 1].0.end, *gap, Some(Shape::Whole)),
            None => (range.clone(), *gap, *shape),
        });
        at = end.unwrap_or(at + 1);
    }
    if is_row(raw, &found) { found } else { words }
}

/// One past the last word of the figure in parentheses that begins at a word.
fn figure_end(raw: &str, words: &[Raw], at: usize) -> Option<usize> {
    let start = words[at].0.start;
    raw[start..].starts_with('(').then_some(())?;
    let last = words.len().min(at + MOST_PARTS);
    let end = (at + 1..=last).find(|end| raw[..words[end - 1].0.end].ends_with(')'))?;
    is_below(&raw[start..words[end - 1].0.end]).then_some(end)
}

fn is_below(printed: &str) -> bool {
    !is_year(bare(printed)) && figures::in_parentheses(printed).is_some()
}

/// Whether figures in parentheses are values of their own: several, or one after two others; but not
/// last year's value after each of this year's ("8,2 (7,9)").
fn is_row(raw: &str, words: &[Raw]) -> bool {
    let start = words.iter().rposition(|word| word.2.is_none()).map_or(0, |at| at + 1);
    let run: Vec<bool> = words[start..].iter().map(|word| is_marked(raw, &word.0)).collect();
    let below = run.iter().filter(|below| **below).count();
    let beside = run.len().is_multiple_of(2) && run.chunks(2).all(|pair| pair == [false, true]);
    !beside && (below >= 2 || (below == 1 && run.len() >= 3 && !run[0]))
}

fn is_marked(raw: &str, range: &Range<usize>) -> bool {
    raw[range.clone()].starts_with('(')
}
