//! A table of contents without heading and leaders: names and rising page numbers far to their right,
//! and the names come back as lines of the text.

use super::squeezed;
use crate::source::Source;
use std::collections::HashSet;
use std::ops::Range;

/// So many entries at least.
const FEWEST: usize = 4;
/// It ends before this line.
const LATEST: usize = 80;
/// A page number stands so far from its entry.
const WIDE: &str = "   ";

/// The lines that such a table takes.
pub(super) fn region(source: &Source) -> Option<Range<usize>> {
    let most = source.len().min(LATEST);
    let start = (0..most).find(|line| entry(source, *line).is_some())?;
    let mut pages = Vec::new();
    let mut end = start;
    while let Some((_, page)) = entry(source, end) {
        pages.push(page);
        end += 1;
    }
    let later: HashSet<String> = (end..source.len()).map(|line| squeezed(source.text(line))).collect();
    let named = |line: &usize| entry(source, *line).is_some_and(|(name, _)| later.contains(&squeezed(name)));
    let back = (start..end).filter(named).count();
    let sound = pages.len() >= FEWEST && pages.is_sorted() && back * 3 >= pages.len() * 2;
    sound.then_some(start..end)
}

/// The name and the page of an entry.
fn entry(source: &Source, line: usize) -> Option<(&str, u32)> {
    if line >= source.len() || !source.free(line) {
        return None;
    }
    let raw = source.raw(line).trim();
    let at = raw.rfind(WIDE)?;
    let (name, page) = (raw[..at].trim_end(), raw[at..].trim());
    let page = page.parse::<u32>().ok().filter(|page| (1..1000).contains(page))?;
    (name.chars().any(char::is_alphabetic) && !name.contains(WIDE)).then_some((name, page))
}
