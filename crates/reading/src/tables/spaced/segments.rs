//! The words of a line of a table set out with spaces, cell by cell.

use crate::source::Source;
use crate::tables::{figures, tail};
use std::ops::Range;

/// A table below a goal may be set in so far, in characters.
const SET_IN: usize = 4;

/// Words without wide spaces in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    /// Where, in characters.
    pub at: Range<usize>,
    /// Where, in bytes of the raw line.
    pub bytes: Range<usize>,
}

/// The words of a line, cell by cell.
pub(super) fn segments_text(raw: &str) -> Vec<&str> {
    segments(raw).into_iter().map(|segment| &raw[segment.bytes]).collect()
}

pub(super) fn segments(raw: &str) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let (mut gap, mut position) = (2, 0);
    for (byte, c) in raw.char_indices() {
        let end = byte + c.len_utf8();
        if c == ' ' || c == '\t' {
            gap += if c == '\t' { 2 } else { 1 };
        } else {
            match found.last_mut() {
                Some(open) if gap < 2 => {
                    open.at.end = position + 1;
                    open.bytes.end = end;
                }
                _ => found.push(Segment { at: position..position + 1, bytes: byte..end }),
            }
            gap = 0;
        }
        position += 1;
    }
    found
}

pub(super) fn is_figure(raw: &str, segment: &Segment) -> bool {
    let words = &raw[segment.bytes.clone()];
    figures::value(words).is_some() && !tail::is_year(words)
}

/// Whether a segment of a line stands at the margin of its page, where labels do.
pub(super) fn is_label(source: &Source, line: usize, segment: &Segment) -> bool {
    segment.at.start <= source.margin(line) + SET_IN
}
