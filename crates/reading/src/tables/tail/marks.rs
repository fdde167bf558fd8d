//! Marks that call for a note below the table: "8,0   1)", "12,5 1) 40,0".

use super::{Raw, figures_start, parenthesised, shape};

/// So many spaces before a mark show that it stands in a column of its own.
const APART: usize = 2;

/// What is left of a row without the marks after its last figure. In single spaces after one figure alone
/// a mark may as well be of running text.
pub(super) fn before(raw: &str) -> &str {
    let mut own = raw.trim_end();
    let mut apart = false;
    while let Some((rest, mark)) = own.rsplit_once([' ', '\t']) {
        let words = rest.trim_end();
        if !is_mark(mark) || words.matches('(').count() != words.matches(')').count() - loose(words) {
            break;
        }
        apart |= own.len() - words.len() - mark.len() >= APART || rest.ends_with('\t');
        own = words;
    }
    if own.len() == raw.trim_end().len() {
        return raw;
    }
    let figures = || figures_start(own).is_some();
    let two = || own.split_whitespace().rev().take(2).filter(|word| is_figure(word)).count() == 2;
    if figures() && (apart || two()) { own } else { raw }
}

/// Words of figures without the marks right after them.
pub(super) fn without(raw: &str, words: Vec<Raw>) -> Vec<Raw> {
    let mut found: Vec<Raw> = Vec::with_capacity(words.len());
    let mut passed = 0;
    for at in 0..words.len() {
        let (range, gap, shape) = &words[at];
        let marks = shape.is_none() && *gap < APART && is_mark(&raw[range.clone()]);
        let between = found.last().is_some_and(|it| it.2.is_some())
            && words.get(at + 1).is_some_and(|next| next.2.is_some() && next.1 > 0);
        if marks && between && passed == 0 {
            // What stands on either side of a mark is never one figure.
            passed = gap + range.len();
            continue;
        }
        found.push((range.clone(), gap + passed, *shape));
        passed = 0;
    }
    found
}

/// "1)", "12)", "*)".
fn is_mark(word: &str) -> bool {
    let bare = word.strip_suffix(')').unwrap_or_default();
    bare == "*" || (1..=2).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
}

/// How many marks stand among some words: their parentheses close none.
fn loose(words: &str) -> usize {
    words.split_whitespace().filter(|word| is_mark(word)).count()
}

fn is_figure(word: &str) -> bool {
    is_mark(word) || shape(parenthesised::bare(word)).is_some()
}
