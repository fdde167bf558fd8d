//! Tables of contents without a heading that says so, and without leaders: their names come back as lines or
//! headings of the text.

use super::squeezed;
use crate::markup::heading_level;
use crate::source::Source;
use std::collections::HashSet;
use std::ops::Range;

/// So many entries at least.
const FEWEST: usize = 4;
/// It begins before this line.
const LATEST: usize = 80;
/// A page number stands so far from its entry.
const WIDE: &str = "   ";
/// A heading above a list is at most so long, in bytes.
const LONGEST_HEADING: usize = 60;

/// The lines that such a table takes, and its heading.
pub(super) fn region(source: &Source) -> Option<(Option<usize>, Range<usize>)> {
    set_out(source).map(|lines| (None, lines)).or_else(|| listed(source))
}

/// Names and rising page numbers far to their right.
fn set_out(source: &Source) -> Option<Range<usize>> {
    let most = source.len().min(LATEST);
    let start = (0..most).find(|line| entry(source, *line).is_some())?;
    let end = (start..source.len()).find(|line| entry(source, *line).is_none()).unwrap_or(source.len());
    let entries: Vec<(&str, u32)> = (start..end).filter_map(|line| entry(source, line)).collect();
    let later: HashSet<String> = (end..source.len()).map(|line| squeezed(source.text(line))).collect();
    let sound = entries.is_sorted_by_key(|(_, page)| *page);
    (sound && come_back(entries.iter().map(|(name, _)| *name), &later)).then_some(start..end)
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

/// A list of the document's own headings below a few words: "I denna rapport".
fn listed(source: &Source) -> Option<(Option<usize>, Range<usize>)> {
    let is_item = |line: usize| source.free(line) && item(source.raw(line)).is_some();
    let heading = |line: usize| heading_level(source.raw(line).trim()).is_some();
    let names = |line: &usize| squeezed(source.text(*line).trim_start_matches('#'));
    let mut start = 0;
    while let Some(first) = (start..source.len().min(LATEST)).find(|line| is_item(*line)) {
        let end = (first..source.len()).find(|line| !is_item(*line)).unwrap_or(source.len());
        let later: HashSet<String> =
            (end..source.len()).filter(|line| heading(*line)).map(|line| names(&line)).collect();
        if come_back((first..end).filter_map(|line| item(source.raw(line))), &later) {
            let above = (0..first).rev().find(|line| !source.blank(*line));
            let short = |line: &usize| {
                let text = source.text(*line);
                source.free(*line) && text.len() < LONGEST_HEADING && !text.ends_with('.')
            };
            return Some((above.filter(short), first..end));
        }
        start = end;
    }
    None
}

/// The name in an item of a list, without the page after it.
fn item(raw: &str) -> Option<&str> {
    let text = raw.trim().strip_prefix(['-', '\u{2022}', '*']).filter(|rest| rest.starts_with(' '))?;
    let name = text.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    Some(if name.ends_with(' ') && text.trim_end().len() - name.len() <= 3 {
        name.trim()
    } else {
        text.trim()
    })
}

/// Whether nearly all names come back.
fn come_back<'n>(names: impl Iterator<Item = &'n str>, later: &HashSet<String>) -> bool {
    let names: Vec<String> = names.map(squeezed).collect();
    let back = names.iter().filter(|name| later.contains(*name)).count();
    names.len() >= FEWEST && back * 5 >= names.len() * 4
}
