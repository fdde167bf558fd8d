//! Running text in plain text: where a paragraph ends, and which one goes on.

use super::Reader;
use crate::chunks::{ends_sentence, item_mark, wants_more};
use crate::joined::Joined;
use crate::piece::Piece;
use uppsikt_domain::document::LineRole;

impl Reader<'_> {
    /// Running text up to the next list item; goes on from the paragraph before where that
    /// did not end.
    pub(super) fn paragraph(&mut self, at: usize, rest: &[usize], opens_chunk: bool) -> usize {
        let count = (1..rest.len()).find(|count| self.parts_at(rest, *count)).unwrap_or(rest.len());
        let words = self.words(&rest[..count]);
        self.take(&rest[..count], LineRole::Text, "text");
        if opens_chunk && self.goes_on(at, &words) {
            match self.pieces.last_mut() {
                Some(Piece::Paragraph(open) | Piece::Item { words: open, .. }) => open.append(&words),
                _ => self.pieces.push(Piece::Paragraph(words)),
            }
        } else {
            self.pieces.push(Piece::Paragraph(words));
        }
        count
    }

    /// Whether a paragraph ends before a line of the same chunk.
    fn parts_at(&self, rest: &[usize], count: usize) -> bool {
        let marked = item_mark(self.source.raw(rest[count])).is_some() || self.source.in_series(rest[count]);
        let (before, line) = (rest[count - 1], rest[count]);
        let stopped = ends_sentence(self.source.text(before));
        let opens = self.source.text(line).starts_with(char::is_uppercase);
        let early = self.width.ends_early(self.source, before, line);
        let short = self.width.is_short(self.source, before);
        marked || (opens && early && (stopped || short)) || self.opens_agenda(line)
    }

    /// Whether a paragraph is the rest of the one before it.
    fn goes_on(&self, at: usize, words: &Joined) -> bool {
        let open = match self.pieces.last() {
            Some(Piece::Paragraph(open) | Piece::Item { words: open, .. }) => open,
            _ => return false,
        };
        let lower = words.text.starts_with(|c: char| c.is_lowercase() || c == '(');
        let unended = !ends_sentence(&open.text);
        let across_page =
            self.chunks[at].fresh_page && unended && matches!(self.pieces.last(), Some(Piece::Paragraph(_)));
        let full = open
            .source_lines()
            .last()
            .is_some_and(|last| !self.width.ends_early(self.source, *last, self.chunks[at].lines[0]));
        let valued = self.brings_value(self.chunks[at].lines[0]);
        (unended && (lower || wants_more(&open.text) || valued)) || (across_page && full)
    }
}
