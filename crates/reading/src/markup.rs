//! Markdown's marks: levels, list marks, emphasis, tags.

use crate::book::folded;
use crate::chunks::item_mark;
use std::ops::Range;

/// The level of a "#" heading.
pub(crate) fn heading_level(text: &str) -> Option<u8> {
    let hashes = text.bytes().take_while(|b| *b == b'#').count();
    let rest = &text[hashes..];
    let sound = (1..=6).contains(&hashes) && rest.starts_with([' ', '\t', '\u{a0}']);
    sound.then(|| u8::try_from(hashes).unwrap_or(6))
}

/// Where an item's words begin, and whether the list is numbered.
pub(crate) fn item_start(raw: &str) -> Option<(usize, bool)> {
    if let Some(mark) = item_mark(raw) {
        return Some((mark.length, mark.ordered));
    }
    let text = raw.trim_start();
    let rest = text.strip_prefix(['-', '*', '+'])?;
    let words = rest.trim_start();
    (rest.len() > words.len() && !words.is_empty()).then_some((raw.len() - words.len(), false))
}

pub(crate) fn is_bold(text: &str) -> bool {
    let inner = |mark: &str| {
        text.strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
            .is_some_and(|inner| inner.len() > 2 && !inner.contains(mark) && inner.len() < 650)
    };
    inner("**")
        || inner("__")
        || (text.starts_with("<b>") && text.ends_with("</b>") && text.matches("<b>").count() == 1)
}

pub(crate) fn is_emphasised(text: &str) -> bool {
    text.len() > 2 && !text.starts_with("**") && text.starts_with(['*', '_']) && text.ends_with(['*', '_'])
}

/// A stretch without emphasis and tags around it.
pub(crate) fn unmarked(raw: &str, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.max(range.start));
    loop {
        let text = &raw[start..end];
        let opened = text.trim_start_matches([' ', '\t', '*', '\u{a0}']);
        let opened = opened.strip_prefix("<b>").unwrap_or(opened);
        let closed = opened.trim_end_matches([' ', '\t', '*', '\u{a0}']);
        let closed = closed.strip_suffix("</b>").unwrap_or(closed);
        let next = start + (text.len() - opened.len());
        if next == start && closed.len() == opened.len() {
            return start..end;
        }
        (start, end) = (next, next + closed.len());
    }
}

/// The HTML tags in a line: "<", a letter or "/", and what follows to ">".
pub(crate) fn tags(raw: &str) -> Vec<Range<usize>> {
    let opens = raw.match_indices('<').map(|(at, _)| at);
    opens
        .filter_map(|at| {
            let inner = &raw[at + 1..];
            let close = inner.find('>')?;
            let name = inner.trim_start_matches('/');
            (name.starts_with(|c: char| c.is_ascii_alphabetic())
                && !inner[..close].contains(['<', '@'])
                && !inner.starts_with("http"))
            .then_some(at..at + close + 2)
        })
        .collect()
}

pub(crate) fn without_tags(text: &str) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for tag in tags(text) {
        kept.push_str(text.get(from..tag.start).unwrap_or_default());
        from = tag.end;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    folded(&kept)
}
