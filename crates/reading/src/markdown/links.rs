//! Links to Agenda 2030: after a line that introduces them, or in it.

use super::Reader;
use crate::agenda;
use crate::headings::is_goal;
use crate::joined::Joined;
use crate::markup::{heading_level, item_start, unmarked};
use crate::piece::Piece;
use crate::plain::opens_goal;
use crate::tables::grid;
use std::ops::Range;
use uppsikt_domain::document::LineRole;

/// The words of a line without the marks that end its label: "**Globala mål:** 4, 10".
fn without_marks_after_colon(raw: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let marks = [":**", ":__"].iter().find_map(|marks| raw.get(range.clone())?.find(marks));
    match marks.map(|at| range.start + at) {
        Some(at) => vec![range.start..at + 1, unmarked(raw, at + 3..range.end)],
        None => vec![range],
    }
}

impl Reader<'_> {
    pub(super) fn agenda(&mut self, line: usize, text: &str) -> Option<usize> {
        let marked = item_start(self.source.raw(line));
        let start = marked.map_or(0, |(start, _)| start);
        let after = matches!(self.pieces.last(), Some(Piece::AgendaIntro(_) | Piece::AgendaLink(_)));
        let mut words = Joined::default();
        let range = unmarked(self.source.raw(line), start..self.source.raw(line).len());
        for part in without_marks_after_colon(self.source.raw(line), range) {
            words.push(self.source, line, part);
        }
        if let Some(count) = self.agenda_sentence(line, &words) {
            return Some(count);
        }
        let below =
            || matches!(self.pieces.last(), Some(Piece::Heading(heading)) if is_goal(&heading.meanings));
        if (after && agenda::is_link(&words.text)) || (agenda::is_own(&words.text) && (after || below())) {
            let count = self.wrapped_name(line);
            (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
            (line..line + count).for_each(|at| self.source.take(at, LineRole::Agenda, "agenda-link"));
            self.pieces.push(Piece::AgendaLink(words));
            return Some(count);
        }
        let named = || below() && agenda::are_own_after_colon(self.source, &words);
        if !text.contains(':') || !(self.book.is_agenda_intro(&words.text) || named()) {
            return None;
        }
        let mut count = 1;
        if !words.text.trim_end_matches(['*', '_', ' ']).ends_with(':') {
            count = self.wrapped(line);
            (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
            if agenda::links_after_colon(self.source, &words).is_empty() {
                return None;
            }
        }
        (line..line + count).for_each(|at| self.source.take(at, LineRole::Agenda, "agenda-intro"));
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }

    /// How many lines a link's name is printed on: the further ones begin with a small letter.
    pub(super) fn wrapped_name(&self, line: usize) -> usize {
        let lines = self.wrapped(line);
        let small = |at: &usize| self.source.text(*at).starts_with(char::is_lowercase);
        1 + (line + 1..line + lines).take_while(small).count()
    }

    /// How many lines a paragraph is printed on.
    pub(super) fn wrapped(&self, line: usize) -> usize {
        let goes_on = |at: &usize| {
            let text = self.source.text(*at);
            self.source.free(*at)
                && heading_level(text).is_none()
                && item_start(self.source.raw(*at)).is_none()
                && !grid::is_pipe_row(text)
        };
        1 + (line + 1..self.source.len()).take_while(goes_on).count()
    }

    /// A paragraph of a goal that is one sentence and names its links: "Målet bidrar till Agenda
    /// 2030-målen 3 God hälsa och välbefinnande och 5 Jämställdhet."
    pub(super) fn agenda_sentence(&mut self, line: usize, first: &Joined) -> Option<usize> {
        if !self.ended || first.text.contains(':') || !opens_goal(&self.pieces) {
            return None;
        }
        let count = self.wrapped(line);
        let mut words = first.clone();
        (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
        let told = words.text.ends_with('.') && self.book.is_agenda_intro(&words.text);
        if !told || agenda::own_links_in_sentence(self.source, &words).is_empty() {
            return None;
        }
        (line..line + count).for_each(|at| self.source.take(at, LineRole::Agenda, "agenda-sentence"));
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }
}
