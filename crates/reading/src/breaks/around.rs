//! What a line is by the lines around it: the end of an item, what the heading of an assessment says, a
//! measure with what is aimed at set out from its name.

use super::is_assessing;
use crate::book::{Book, folded};
use crate::chunks::item_mark;
use crate::source::Source;

/// An item goes on over so many lines at most, where a heading stands right below it.
const MOST_ITEM_LINES: usize = 4;

/// Whether a line is an item, or the end of one that goes on set in or in lower case.
pub(super) fn ends_item(source: &Source, line: usize) -> bool {
    let mut lines = (0..=line).rev().take(MOST_ITEM_LINES).take_while(|line| source.free(*line));
    lines
        .find(|line| {
            let (raw, text) = (source.raw(*line), source.text(*line));
            let goes_on = raw.len() > raw.trim_start().len() || text.starts_with(char::is_lowercase);
            item_mark(raw).is_some() || !goes_on
        })
        .is_some_and(|line| item_mark(source.raw(line)).is_some())
}

/// Whether a line stands right below the heading of an assessment: it is what that says.
pub(super) fn is_below_assessing(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let Some(above) = line.checked_sub(1).filter(|above| source.free(*above)) else { return false };
    let known = book.headings(source.text(above));
    known.first().is_some_and(|known| is_assessing(source, above, known))
}

/// "Antal lån (2030: 212)          Målvärde 2031: 250": what is aimed at stands far from the name.
pub(super) fn sets_out_aim(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let raw = source.raw(line).trim_end();
    let Some((name, aim)) = raw.rsplit_once("   ") else { return false };
    let aim = folded(aim);
    let named = book.style.indicators.targets.iter().any(|word| aim.starts_with(word.as_str()));
    let figured = aim.contains(':') && aim.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    named && figured && name.contains(char::is_alphabetic)
}
