//! Items of lists in plain text, with marks and without.

use super::Reader;
use crate::assignments::tells_of_order;
use crate::book::{first_fit, folded};
use crate::chunks::{ends_sentence, is_bare_item, item_mark, wants_more};
use crate::joined::Joined;
use crate::piece::Piece;
use uppsikt_domain::document::LineRole;
use uppsikt_text::figure;

impl Reader<'_> {
    pub(super) fn item(&mut self, rest: &[usize]) -> Option<usize> {
        let raw = self.source.raw(rest[0]);
        let bare = is_bare_item(self.source, rest[0], self.after_bare_item(rest[0]));
        let mark = item_mark(raw);
        if mark.is_none() && self.brings_value(rest[0]) {
            return None;
        }
        if mark.is_none() && !((bare && self.may_be_bare_item(rest[0])) || self.resumes_list(rest[0])) {
            return None;
        }
        let (start, ordered) = mark.map_or((0, false), |mark| (mark.length, mark.ordered));
        let mut words = Joined::default();
        words.push(self.source, rest[0], start..raw.len());
        let mut count = 1;
        while let Some(next) = rest.get(count) {
            let ended =
                ends_sentence(&words.text) || self.width.ends_early(self.source, rest[count - 1], *next);
            let lower = self.source.text(*next).starts_with(char::is_lowercase);
            let marked = item_mark(self.source.raw(*next)).is_some();
            let marked = marked || (bare && self.source.in_series(*next));
            let told = ordered && self.tells_of_item(*next);
            if marked || told || (ended && !lower && !self.hangs(rest[0], *next, &words)) {
                break;
            }
            words.push_line(self.source, *next);
            count += 1;
        }
        let by = if mark.is_some() { "list-item" } else { "list-item-without-mark" };
        self.take(&rest[..count], LineRole::Text, by);
        self.pieces.push(Piece::Item { ordered, words });
        Some(count)
    }

    /// "Status: pågår", "Ansvarig: parknämnden" on a line of its own below an order in a numbered list.
    fn tells_of_item(&self, line: usize) -> bool {
        let text = self.source.text(line);
        let label = text.split_once(": ").map(|(label, _)| label);
        let stated = |label: &str| first_fit(&self.book.order_tables.status, label).is_some();
        tells_of_order(text, &self.book.style.assignments) || label.is_some_and(stated)
    }

    /// Whether a line goes on an item by being set in under its words, or because these want more.
    fn hangs(&self, first: usize, next: usize, words: &Joined) -> bool {
        let indent = |line: usize| {
            let raw = self.source.raw(line);
            raw.len() - raw.trim_start_matches(' ').len()
        };
        let set_in = indent(next) >= indent(first) + 2;
        let open = !ends_sentence(&words.text);
        let figure = self.source.text(next).starts_with(|c: char| c.is_ascii_digit() || c == '(');
        let valued = words.text.ends_with(',') || self.awaits_value(&words.text);
        open && (set_in || wants_more(&words.text) || (figure && valued))
    }

    /// Whether an item ends in a word that a value follows ("målvärde"), or inside brackets.
    fn awaits_value(&self, text: &str) -> bool {
        let last = folded(text.rsplit(' ').next().unwrap_or_default());
        let words = &self.book.style.indicators;
        let named = |own: &String| own.len() > 3 && last.starts_with(own.as_str());
        words.targets.iter().chain(&words.outcomes).any(named)
            || text.rfind('(').is_some_and(|open| !text[open..].contains(')'))
    }

    /// Whether a line begins with the figure that the item before it ends without.
    pub(super) fn brings_value(&self, line: usize) -> bool {
        let figure = self.source.text(line).starts_with(|c: char| c.is_ascii_digit());
        let open =
            matches!(self.pieces.last(), Some(Piece::Item { words, .. }) if self.awaits_value(&words.text));
        figure && open
    }

    /// Three or more short lines without stops, each for itself: a list without marks.
    pub(super) fn bare_list(&mut self, rest: &[usize]) -> Option<usize> {
        let count = self.bare_lines(rest)?;
        for line in rest {
            let words = Joined::line(self.source, *line);
            self.pieces.push(Piece::Item { ordered: false, words });
        }
        self.take(rest, LineRole::Text, "list-without-marks");
        Some(count)
    }

    /// How many short lines without stops a chunk is, when it is nothing else.
    pub fn bare_lines(&self, rest: &[usize]) -> Option<usize> {
        let alone = |line: &usize| {
            let text = self.source.text(*line);
            text.starts_with(char::is_uppercase)
                && self.width.is_short(self.source, *line)
                && !ends_sentence(text)
                && !wants_more(text)
        };
        let count = rest.iter().take_while(|line| alone(line)).count();
        (count >= 3 && count == rest.len()).then_some(count)
    }

    pub(super) fn after_bare_item(&self, line: usize) -> bool {
        self.opens_bare_list(line) || self.after_item() && line > 0 && !self.source.blank(line - 1)
    }

    /// The first of two lines or more set in by one space right below a heading.
    pub fn opens_bare_list(&self, line: usize) -> bool {
        let set_in = |line: usize| self.source.indented_once(line);
        let headed = matches!(self.pieces.last(), Some(Piece::Heading(_)));
        headed && set_in(line) && set_in(line + 1) && line > 0 && !set_in(line - 1)
    }

    /// Set in by one space: an item when the text before ends in a colon or in no stop, or an
    /// item stands before it.
    pub fn may_be_bare_item(&self, line: usize) -> bool {
        let series = self.source.indented_once(line + 1);
        match self.pieces.last() {
            Some(Piece::Item { .. }) => true,
            Some(Piece::Paragraph(words)) => !words.text.ends_with('.') || series,
            _ => series,
        }
    }

    /// Set in by one space, words and an amount as in an item before it under the same heading: the list
    /// goes on after what is said of that.
    pub fn resumes_list(&self, line: usize) -> bool {
        let amounted = |text: &str| {
            let mut words = text.split_whitespace().rev();
            words.next().is_some_and(|word| figure::unit(word).is_some())
                && words.next().is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()))
        };
        let under_heading = self.pieces.iter().rev().take_while(|piece| !matches!(piece, Piece::Heading(_)));
        self.source.indented_once(line)
            && amounted(self.source.text(line))
            && under_heading
                .into_iter()
                .any(|piece| matches!(piece, Piece::Item { words, .. } if amounted(&words.text)))
    }
}
