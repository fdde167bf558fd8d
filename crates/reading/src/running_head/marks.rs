//! The number of a page in a line: "12(58)", "Sida 12 av 58", words and a number far from them.

use crate::book::folded;
use std::ops::Range;

pub(super) struct PageMark {
    pub page: u32,
    pub pages: Option<u32>,
    pub rest: Range<usize>,
}

/// "12(58)", "12 (58)", "Sida 12 av 58", "sid 12" at the end or the beginning of a line.
pub(super) fn page_mark(text: &str) -> Option<PageMark> {
    at_end(text).or_else(|| at_start(text))
}

fn at_end(text: &str) -> Option<PageMark> {
    let (before, page, pages) = match text.strip_suffix(')') {
        Some(open) => {
            let (before, pages) = last_number(open)?;
            let (before, page) = last_number(before.strip_suffix('(')?.trim_end())?;
            (before, page, Some(pages))
        }
        None => {
            let (before, last) = last_number(text)?;
            let words = before.trim_end();
            let of = without_of(words).or_else(|| words.strip_suffix('/'));
            match of.and_then(|of| last_number(of.trim_end())) {
                Some((before, page)) => (before, page, Some(last)),
                None => (before, last, None),
            }
        }
    };
    let word = before.trim_end();
    let sided = ["sida", "sidan", "sid", "sid.", "s."].iter().find_map(|side| {
        let cut = word.len().checked_sub(side.len())?;
        let last = word.get(cut..)?;
        (folded(last) == *side).then(|| &word[..cut])
    });
    let sound = page > 0 && pages.is_none_or(|pages| page <= pages) && (pages.is_some() || sided.is_some());
    let rest = sided.unwrap_or(word).trim_end_matches([' ', ',', '-', '|', '\u{2013}', '\t']);
    sound.then_some(PageMark { page, pages, rest: 0..rest.len() })
}

/// What stands before "av" or "AV".
fn without_of(words: &str) -> Option<&str> {
    let cut = words.len().checked_sub("av".len())?;
    words.get(cut..).filter(|last| folded(last) == "av").map(|_| &words[..cut])
}

/// "Parknämndens årsanalys 2031            12": a number far from the words.
pub(super) fn after_wide_space(text: &str) -> Option<PageMark> {
    let (before, page) = last_number(text)?;
    let words = before.trim_end();
    (before.ends_with("   ") && page > 0).then_some(PageMark { page, pages: None, rest: 0..words.len() })
}

fn at_start(text: &str) -> Option<PageMark> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let page: u32 = text.get(..digits)?.parse().ok()?;
    let rest = text[digits..].trim_start().strip_prefix('(')?;
    let more = rest.bytes().take_while(u8::is_ascii_digit).count();
    let pages: u32 = rest.get(..more)?.parse().ok()?;
    let rest = rest[more..].strip_prefix(')')?.trim_start_matches([' ', ',', '-', '|', '\u{2013}', '\t']);
    (page > 0 && page <= pages).then(|| PageMark {
        page,
        pages: Some(pages),
        rest: text.len() - rest.len()..text.len(),
    })
}

pub(super) fn last_number(text: &str) -> Option<(&str, u32)> {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let cut = text.len() - digits;
    let number = (digits <= 4).then(|| text[cut..].parse().ok())??;
    Some((&text[..cut], number))
}
