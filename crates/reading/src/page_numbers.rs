//! Page numbers alone on their lines.

use crate::source::Source;
use crate::spacing;
use std::collections::{HashMap, HashSet};

/// Fewer numbers that count upwards are no page numbers.
const FEWEST: usize = 3;
/// Where other lone numbers stand between them, pages have so many lines at least and at most.
const SHORTEST_PAGE: usize = 12;
const LONGEST_PAGE: usize = 160;

/// A number alone on its line.
#[derive(Debug, Clone, Copy)]
struct Lone {
    line: usize,
    page: u32,
    /// Whether dashes stand around it, which figures have not.
    dashed: bool,
}

/// Numbers that count upwards one by one, with their lines: nothing but such numbers stands alone,
/// or they stand a page apart.
pub(crate) fn find(source: &Source, heads: &HashSet<usize>) -> Vec<(usize, u32)> {
    let tight = spacing::is_tight(source);
    let all: Vec<Lone> = (0..source.len()).filter_map(|line| lone(source, heads, line, tight)).collect();
    let run = longest(&all, &|all, at| {
        let before = at.checked_sub(1)?;
        (all[before].page + 1 == all[at].page && (!tight || follows(&all[before], &all[at])))
            .then_some(before)
    });
    let found = if run.len() >= FEWEST { run } else { chain(&all) };
    found.into_iter().map(|found| (found.line, found.page)).collect()
}

/// Numbers a page apart, whatever other numbers stand between them.
fn chain(all: &[Lone]) -> Vec<Lone> {
    let mut last: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(all.len());
    for (at, own) in all.iter().enumerate() {
        let earlier = own.page.checked_sub(1).and_then(|page| last.get(&page));
        before.push(earlier.and_then(|them| them.iter().rev().copied().find(|it| follows(&all[*it], own))));
        last.entry(own.page).or_default().push(at);
    }
    let found = longest(all, &|_, at| before[at]);
    if found.len() > FEWEST { found } else { Vec::new() }
}

/// The longest series in which each number has the one before it.
fn longest(all: &[Lone], before: &dyn Fn(&[Lone], usize) -> Option<usize>) -> Vec<Lone> {
    let mut lengths: Vec<usize> = Vec::with_capacity(all.len());
    for at in 0..all.len() {
        lengths.push(before(all, at).map_or(1, |before| lengths[before] + 1));
    }
    let last = (0..all.len()).max_by_key(|at| (lengths[*at], std::cmp::Reverse(*at)));
    let mut found: Vec<Lone> = std::iter::successors(last, |at| before(all, *at)).map(|at| all[at]).collect();
    found.reverse();
    found
}

/// Whether a number can be the page after another.
fn follows(before: &Lone, own: &Lone) -> bool {
    let apart = own.line - before.line;
    (before.dashed && own.dashed) || (SHORTEST_PAGE..=LONGEST_PAGE).contains(&apart)
}

fn lone(source: &Source, heads: &HashSet<usize>, line: usize, tight: bool) -> Option<Lone> {
    let text = source.text(line);
    let bare = text.trim_matches(|c: char| matches!(c, '-' | '\u{2013}' | ' '));
    let sound = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    if !sound {
        return None;
    }
    let parts = |line: usize| source.blank(line) || heads.contains(&line);
    let alone = (line == 0 || parts(line - 1) || source.feeds[line])
        && (line + 1 >= source.len() || parts(line + 1) || source.feeds[line + 1]);
    let dashed = text.starts_with(['-', '\u{2013}']) && text.ends_with(['-', '\u{2013}']);
    let page = bare.parse().ok().filter(|page| *page > 0)?;
    let figure = |line: usize| !source.blank(line) && !source.text(line).chars().any(char::is_alphabetic);
    let apart = tight && !(line > 0 && figure(line - 1)) && !figure(line + 1);
    (alone || apart).then_some(Lone { line, page, dashed })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<u32> {
        find(&Source::new(text), &HashSet::new()).into_iter().map(|(_, page)| page).collect()
    }

    #[test]
    fn page_numbers_are_found_between_figures_that_stand_alone() {
        let row = |label: &str| format!("{label}\n\n12\n\n7\n\n");
        let page = |page: u32| format!("{}{page}\n\n", ["Ord", "Mer", "Till"].map(row).concat());
        let text: String = (1..=4).map(page).collect();
        assert_eq!(found(&text), [1, 2, 3, 4]);
        let figures = ["1", "2", "3", "4"].map(|figure| format!("Rad\n\n{figure}\n\n6\n\n"));
        assert!(found(&figures.concat()).is_empty());
    }

    #[test]
    fn page_numbers_stand_in_text_without_empty_lines() {
        let page = |page: u32| format!("{}- {page} -\n", "En rad.\n".repeat(5));
        assert_eq!(found(&(1..=5).map(page).collect::<String>()), [1, 2, 3, 4, 5]);
        let page = |page: u32| format!("{}{page}\n", "En rad.\n".repeat(20));
        assert_eq!(found(&(2..=5).map(page).collect::<String>()), [2, 3, 4, 5]);
        assert!(found(&"En rad.\n1\n2\n3\n".repeat(9)).is_empty());
    }
}
