//! Page numbers alone on their lines.

use crate::source::Source;
use crate::spacing;
use std::collections::{HashMap, HashSet};

/// Fewer numbers that count upwards are no page numbers.
const FEWEST: usize = 3;
/// Where other lone numbers stand between them, pages have so many lines at least and at most.
const SHORTEST_PAGE: usize = 12;
const LONGEST_PAGE: usize = 160;
/// A line of words has so many letters at least.
const SHORTEST_WORDS: usize = 8;

/// A number alone on its line.
#[derive(Debug, Clone, Copy)]
struct Lone {
    line: usize,
    page: u32,
    /// Whether dashes stand around it, which figures have not.
    dashed: bool,
    /// Whether it is alone only but for a line that comes back beside such numbers.
    headed: bool,
}

/// Numbers that count upwards one by one, with their lines: nothing but such numbers stands alone,
/// or they stand a page apart.
pub(crate) fn find(source: &Source, heads: &HashSet<usize>) -> Vec<(usize, u32)> {
    let tight = spacing::is_tight(source);
    let again = beside_numbers(source);
    let all: Vec<Lone> =
        (0..source.len()).filter_map(|line| lone(source, heads, line, tight, &again)).collect();
    let run = longest(&all, &|all, at| {
        let before = at.checked_sub(1)?;
        let counts = all[before].page + 1 == all[at].page;
        let near = !tight && !all[before].headed && !all[at].headed;
        (counts && (near || follows(&all[before], &all[at]))).then_some(before)
    });
    let chain = chain(&all);
    let found = if run.len() >= FEWEST && run.len() >= chain.len() { run } else { chain };
    // "1", "1 210", "1 180": numbers of notes before amounts count upwards too.
    let before_figure = |it: &&Lone| !it.dashed && !it.headed && opens_figures(source, it.line);
    let noted = found.iter().filter(before_figure).count() * 2 > found.len();
    let found = if noted { Vec::new() } else { found };
    found.into_iter().map(|found| (found.line, found.page)).collect()
}

/// Whether words stand above a number alone on its line, and another figure below it.
fn opens_figures(source: &Source, line: usize) -> bool {
    let text = |line: Option<usize>| line.map_or("", |line| source.text(line));
    let above = text((0..line).rev().find(|line| !source.blank(*line)));
    let below = text((line + 1..source.len()).find(|line| !source.blank(*line)));
    let figure = below.contains(|c: char| c.is_ascii_digit()) && !below.contains(char::is_alphabetic);
    above.contains(char::is_alphabetic) && figure
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
    let mut found = longest(all, &|_, at| before[at]);
    // The last page may be short.
    let last = found.last().copied().filter(|last| last.headed);
    let next = |last: Lone| {
        all.iter().find(|it| it.line > last.line && it.headed && it.page == last.page + 1).copied()
    };
    found.extend(last.and_then(next));
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

/// A number of three digits at most, without the dashes around it.
fn bare_number(text: &str) -> Option<&str> {
    let dash = |c: char| matches!(c, '-' | '\u{2013}');
    let bare = text.trim_matches(|c: char| dash(c) || c == ' ');
    // A dash before it alone is the sign of a figure.
    let signed = text.trim_start().starts_with(dash) && !text.trim_end().ends_with(dash);
    (!signed && (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())).then_some(bare)
}

/// Lines of words that come back right above or below numbers alone on their lines.
fn beside_numbers(source: &Source) -> HashSet<usize> {
    let mut lines: HashMap<(isize, &str), Vec<usize>> = HashMap::new();
    for line in (0..source.len()).filter(|line| bare_number(source.text(*line)).is_some()) {
        for step in [-1, 1] {
            let Some(beside) = line.checked_add_signed(step).filter(|it| *it < source.len()) else {
                continue;
            };
            let text = source.text(beside);
            if text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_WORDS {
                lines.entry((step, text)).or_default().push(beside);
            }
        }
    }
    lines.into_values().filter(|found| found.len() >= FEWEST).flatten().collect()
}

fn lone(
    source: &Source,
    heads: &HashSet<usize>,
    line: usize,
    tight: bool,
    again: &HashSet<usize>,
) -> Option<Lone> {
    let text = source.text(line);
    let bare = bare_number(text)?;
    let parts = |line: usize| source.blank(line) || heads.contains(&line);
    let stands = |parts: &dyn Fn(usize) -> bool| {
        (line == 0 || parts(line - 1) || source.feeds[line])
            && (line + 1 >= source.len() || parts(line + 1) || source.feeds[line + 1])
    };
    let alone = stands(&parts);
    let headed = !alone && stands(&|line| parts(line) || again.contains(&line));
    let dashed = text.starts_with(['-', '\u{2013}']) && text.ends_with(['-', '\u{2013}']);
    let page = bare.parse().ok().filter(|page| *page > 0)?;
    let figure = |line: usize| !source.blank(line) && !source.text(line).chars().any(char::is_alphabetic);
    let apart = tight && !(line > 0 && figure(line - 1)) && !figure(line + 1);
    (alone || apart || headed).then_some(Lone { line, page, dashed, headed })
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
        let signed = ["1", "2", "3", "-4"].map(|page| format!("Ord\n\n{page}\n\n"));
        assert_eq!(found(&signed.concat()), [1, 2, 3]);
    }

    #[test]
    fn numbers_of_notes_above_amounts_are_no_pages() {
        let row = |note: u32| format!("Post\n\n{note}\n\n1 210\n\n1 180\n\n");
        assert!(found(&(1..=8).map(row).collect::<String>()).is_empty());
    }

    #[test]
    fn a_page_number_stands_right_above_the_line_that_comes_back_with_it() {
        let page = |page: u32| {
            format!("{}{page}\nStorby stad | Parkplan | Parknämnden\n", "En rad.\n\n12\n\n".repeat(5))
        };
        assert_eq!(found(&(2..=5).map(page).collect::<String>()), [2, 3, 4, 5]);
        let figures = format!("{}6\nStorby stad | Parkplan | Parknämnden\n", "En rad.\n\n".repeat(2));
        let short = format!("{}{figures}", (2..=5).map(page).collect::<String>());
        assert_eq!(found(&short), [2, 3, 4, 5, 6]);
        let rows = |row: u32| format!("Antal besökare\n{row}\n\n");
        assert!(found(&(1..=6).map(rows).collect::<String>()).is_empty());
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
