//! Which lines are rows of a table, and where the rows of a table end.

use super::regions::Finder;
use crate::book::{first_fit, folded};
use crate::chunks::{ends_sentence, item_mark, wants_more};
use crate::headings::has_finite_verb;
use crate::tables::figures;
use crate::tables::tail;

/// Words between two rows of a table stand on so many lines at most.
pub(super) const MOST_LABEL: usize = 4;
/// What stands between the words and the page in a table of contents.
const LEADER: &str = "....";

impl Finder<'_> {
    /// A line that ends in figures, and not because a sentence was wrapped there.
    pub fn is_row(&self, line: usize) -> bool {
        let Some(tail) = self.tail(line) else { return self.is_noted(line) };
        let raw = self.source.raw(line);
        let goes_on = self.text(line + 1).starts_with(char::is_lowercase) && !self.is_part(line + 1);
        let full = self.width.is_some_and(|width| !width.ends_early(self.source, line, line + 1));
        let label = raw[..tail.words.first().map_or(0, |word| word.range.start)].trim();
        let one = tail.words.len() <= 2;
        let said = has_finite_verb(label) && !self.is_beside_rows(line, tail.words.len());
        let prose = one && ((goes_on && full) || said || label.ends_with(['.', ',', ':']) && full);
        !prose && item_mark(raw).is_none() && !raw.contains(LEADER)
    }

    /// Whether a line above or below ends in as many figures, two or more: "Går enligt plan 3 5".
    fn is_beside_rows(&self, line: usize, figures: usize) -> bool {
        let same = |other: usize| self.tail(other).is_some_and(|tail| tail.words.len() == figures);
        figures >= 2 && (same(line + 1) || line.checked_sub(1).is_some_and(same))
    }

    /// Two figures or more with words before and after them: a row with a note.
    fn is_noted(&self, line: usize) -> bool {
        let (raw, text) = (self.source.raw(line), self.text(line));
        let figured = text.bytes().filter(u8::is_ascii_digit).count() >= 4 && !ends_sentence(text);
        let tail = (figured && self.source.free(line)).then(|| tail::tail(raw, true)).flatten();
        tail.is_some_and(|tail| {
            let label = &raw[..tail.words.first().map_or(0, |word| word.range.start)];
            tail::is_strong(raw, &tail)
                && tail.words.len() >= 3
                && figures::fewest(raw, &tail) >= 2
                && label.chars().any(char::is_alphabetic)
        })
    }

    pub fn is_part(&self, line: usize) -> bool {
        let text = self.text(line);
        text.starts_with("varav") || text.starts_with("därav")
    }

    /// Whether a line can be words of a label that goes on to the next row.
    pub fn is_label(&self, line: usize) -> bool {
        let text = self.text(line);
        self.source.free(line)
            && !(ends_sentence(text) && (text.len() > 45 || text.ends_with(':')))
            && item_mark(self.source.raw(line)).is_none()
            && !self.is_caption(line)
            && !self.is_heading(line)
            && !self.is_head(line)
            && !has_finite_verb(text)
    }

    /// One past the last line of the rows that begin on a line.
    pub fn end(&self, first: usize) -> usize {
        let mut last = first;
        loop {
            let closed = self.closes(last);
            let most = if closed { 1 } else { MOST_LABEL + 1 };
            let next = (last + 1..=last + most)
                .take_while(|line| *line == last + 1 || self.is_label(line - 1) || self.is_row(line - 1))
                .find(|line| self.source.free(*line) && self.is_row(*line));
            let Some(next) = next.filter(|next| *next == last + 1 || !self.is_narrower(last, *next)) else {
                break;
            };
            last = next;
        }
        let goes_on = |line: usize| {
            let text = self.text(line);
            text.starts_with(|c: char| c.is_lowercase() || c == '(') && !ends_sentence(text)
        };
        if goes_on(last + 1) && self.source.free(last + 1) { last + 2 } else { last + 1 }
    }

    /// Whether a row that stands apart from another, and the next, must have fewer columns.
    fn is_narrower(&self, above: usize, row: usize) -> bool {
        let fewest = self.tail(above).map_or(0, |tail| figures::fewest(self.source.raw(above), &tail));
        let narrow = |line: usize| self.tail(line).is_some_and(|tail| figures::most(&tail) < fewest);
        let next = (row + 1..=row + MOST_LABEL).find(|line| self.is_row(*line));
        narrow(row) && next.is_some_and(narrow)
    }

    /// Whether a row is the sum of its table, or the result.
    fn closes(&self, line: usize) -> bool {
        let Some(tail) = self.tail(line) else { return false };
        let start = tail.words.first().map_or(0, |word| word.range.start);
        let label = self.source.raw(line)[..start].trim();
        first_fit(&self.book.totals, label).is_some() && !self.book.lines.contains_key(&folded(label))
    }

    /// Whether an empty line is understood before a line among the rows: around a section in capitals
    /// and, where there are notes, around every row.
    pub fn opens_row(&self, line: usize, noted: bool, first: usize) -> bool {
        if self.is_section(line) || self.is_section(line - 1) {
            return true;
        }
        noted && (self.is_row(line - 1) || self.label_start(line, first) == Some(line))
    }

    /// Where the label of the next row begins.
    fn label_start(&self, line: usize, first: usize) -> Option<usize> {
        let row = (line..=line + MOST_LABEL).find(|line| self.is_row(*line))?;
        let goes_on = |line: usize| {
            let above = self.text(line - 1);
            !self.text(line).starts_with(char::is_uppercase) || wants_more(above)
        };
        let above = (first + 1..=row).rev().find(|line| !goes_on(*line) || self.is_row(line - 1));
        above.or(Some(first))
    }

    /// Words in capitals alone, and after them a line that is not.
    fn is_section(&self, line: usize) -> bool {
        let shouted = |line: usize| {
            let text = self.text(line);
            let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
            count(char::is_uppercase) >= 6 && count(char::is_uppercase) > 4 * count(char::is_lowercase)
        };
        self.tail(line).is_none() && shouted(line) && !shouted(line + 1)
    }
}
