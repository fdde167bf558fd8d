//! Running heads and feet: marked as no part of the text, or said again on page after page.

use super::Leaf;
use super::printed::Printed;
use std::collections::HashMap;

/// How many lines from the edge of a page can be running ones.
const MOST_LINES: usize = 4;

/// Notes which lines are running heads and feet.
pub(super) fn mark(leaves: &mut [Leaf]) {
    for line in leaves.iter_mut().flat_map(|leaf| &mut leaf.lines) {
        line.is_running = line.stretches.iter().all(|it| it.artifact);
    }
    let mut counts: HashMap<Key, u32> = HashMap::new();
    for leaf in leaves.iter() {
        let edges: Vec<usize> = edge(leaf, true).chain(edge(leaf, false)).collect();
        for line in edges {
            *counts.entry(key(leaf, &leaf.lines[line])).or_default() += 1;
        }
    }
    let least = match leaves.len() {
        0..=3 => 2,
        4..=9 => 3,
        pages => u32::try_from(pages / 5).unwrap_or(u32::MAX).max(3),
    };
    for leaf in leaves.iter_mut() {
        for top in [true, false] {
            mark_edge(leaf, top, |key| counts.get(key).is_some_and(|count| *count >= least));
        }
    }
}

/// The text with every figure as one sign, and how far down it stands.
type Key = (String, i64);

fn key(leaf: &Leaf, line: &Printed) -> Key {
    let mut text = String::new();
    for c in line.text().chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if !(c == '#' && text.ends_with('#')) {
            text.push(c);
        }
    }
    let height = leaf.height.max(1.0);
    (text, (line.baseline / height * 100.0).round() as i64)
}

/// The lines in a margin, from the edge inwards.
fn edge(leaf: &Leaf, top: bool) -> impl Iterator<Item = usize> + '_ {
    let count = leaf.lines.len();
    let within = move |line: &Printed| {
        let share = line.baseline / leaf.height.max(1.0);
        if top { share < 0.16 } else { share > 0.85 }
    };
    let order = (0..count).map(move |at| if top { at } else { count - 1 - at });
    order.take(MOST_LINES).take_while(move |at| within(&leaf.lines[*at]))
}

/// Marks from the edge inwards as long as lines are said again, and stand apart from the text.
fn mark_edge(leaf: &mut Leaf, top: bool, is_repeated: impl Fn(&Key) -> bool) {
    let lines: Vec<usize> = edge(leaf, top).collect();
    let repeated: Vec<usize> = lines
        .iter()
        .copied()
        .take_while(|at| {
            let line = &leaf.lines[*at];
            let own = line.is_running || is_page_number(line) || is_repeated(&key(leaf, line));
            own || (lines.first() == Some(at) && tells_page(leaf, *at, top))
        })
        .collect();
    let apart = |count: &usize| {
        let Some(last) = repeated.get(*count - 1) else { return false };
        let inner = if top { last.checked_add(1) } else { last.checked_sub(1) };
        inner.and_then(|at| leaf.lines.get(at)).is_none_or(|next| {
            let line = &leaf.lines[*last];
            (next.baseline - line.baseline).abs() > 1.6 * next.size.max(line.size)
                && !(top && stands_as_head(line, next))
        })
    };
    let count = (1..=repeated.len()).rev().find(apart).unwrap_or(0);
    repeated.into_iter().take(count).for_each(|at| leaf.lines[at].is_running = true);
}

/// How far from the edge a line is that tells its page, as a share of the page's height.
const MARGIN: f64 = 0.09;
/// How far it stands from the text, in sizes.
const FAR: f64 = 2.5;

/// Whether the outermost line of a page ends in the number of its page and stands far from the text: "Plan 2031
/// · Parknämnden 1", also on a page that no other follows.
fn tells_page(leaf: &Leaf, at: usize, top: bool) -> bool {
    let line = &leaf.lines[at];
    let share = line.baseline / leaf.height.max(1.0);
    let outer = if top { share < MARGIN } else { share > 1.0 - MARGIN };
    let inner = if top { at.checked_add(1) } else { at.checked_sub(1) };
    let far = |next: &Printed| (next.baseline - line.baseline).abs() > FAR * next.size.max(line.size);
    let text = line.text();
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let numbered = last == line.page.to_string() || last.starts_with(&format!("{}(", line.page));
    let worded = text.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !text.contains(". ");
    outer && numbered && worded && inner.and_then(|at| leaf.lines.get(at)).is_some_and(far)
}

/// Whether a line is nothing but the number of its page.
fn is_page_number(line: &Printed) -> bool {
    line.text().trim() == line.page.to_string()
}

/// Whether a line is the repeated head of the table below it.
fn stands_as_head(line: &Printed, next: &Printed) -> bool {
    let near = next.baseline - line.baseline < 3.2 * next.size;
    near && line.stretches.len() >= 2 && next.stretches.len() >= line.stretches.len()
}
