//! Headings that count on from the numbered heading before them: "2. Verksamhet" after "1. Sammanfattning".

use crate::chunks::item_mark;
use crate::piece::Piece;
use crate::plain::Reader;

impl Reader<'_> {
    /// Whether a chunk is one line with the number after that of the last numbered heading, and with no
    /// numbered items since: no list counts on from a heading.
    pub(super) fn counts_on(&self, at: usize) -> bool {
        let [line] = self.chunks[at].lines.as_slice() else { return false };
        let Some(own) = number(self.source.raw(*line).trim_start()) else { return false };
        let since = self.pieces.iter().rev().take_while(|piece| !is_numbered(piece));
        let listed = since.clone().any(|piece| matches!(piece, Piece::Item { ordered: true, .. }));
        let before = self.pieces.iter().rev().nth(since.count());
        let before = before.and_then(|piece| match piece {
            Piece::Heading(heading) => number(&heading.words.text),
            _ => None,
        });
        !listed && !self.next_counts_on(at, own) && before.is_some_and(|before| before + 1 == own)
    }

    /// Whether the next chunk is an item of the number after, and no heading that is known.
    fn next_counts_on(&self, at: usize, own: u32) -> bool {
        let Some(line) = self.chunks.get(at + 1).and_then(|next| next.lines.first()) else { return false };
        let raw = self.source.raw(*line).trim_start();
        item_mark(raw).is_some_and(|mark| mark.ordered)
            && number(raw) == Some(own + 1)
            && self.book.headings(self.source.text(*line)).is_empty()
    }
}

fn is_numbered(piece: &Piece) -> bool {
    matches!(piece, Piece::Heading(heading) if number(&heading.words.text).is_some())
}

/// "2." or "2" before words that begin with a capital.
fn number(text: &str) -> Option<u32> {
    let (number, words) = text.split_once(' ')?;
    let digits = number.strip_suffix('.').unwrap_or(number);
    let sound = digits.len() <= 2 && words.trim_start().starts_with(char::is_uppercase);
    digits.parse().ok().filter(|_| sound)
}
