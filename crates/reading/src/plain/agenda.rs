//! Links to Agenda 2030 in plain text: in lines, after a colon, in a sentence.

use super::{Reader, opens_goal};
use crate::agenda;
use crate::book::{HeadingKind, Known};
use crate::headings::{is_goal, is_marked};
use crate::piece::Piece;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;

impl Reader<'_> {
    pub(super) fn agenda(&mut self, rest: &[usize]) -> Option<usize> {
        let after_agenda = matches!(self.pieces.last(), Some(Piece::AgendaIntro(_) | Piece::AgendaLink(_)));
        let text = self.source.text(rest[0]);
        let follows = after_agenda || self.below_goal();
        if (after_agenda && agenda::is_link(text) && !self.opens_next_goal(text))
            || (follows && agenda::is_own(text))
        {
            let more = rest.get(1).is_some_and(|next| {
                let next = self.source.text(*next);
                next.starts_with(char::is_lowercase) && !agenda::is_link(next)
            });
            let count = if more { 2 } else { 1 };
            let words = self.words(&rest[..count]);
            self.take(&rest[..count], LineRole::Agenda, "agenda-link");
            self.pieces.push(Piece::AgendaLink(words));
            return Some(count);
        }
        let colon = rest.iter().take(3).any(|line| self.source.text(*line).contains(':'));
        if let Some(count) = self.agenda_sentence(rest) {
            return Some(count);
        }
        let count = (1..=3.min(rest.len())).filter(|_| colon).find(|count| {
            let words = self.words(&rest[..*count]);
            let later = || rest[1..*count].iter().any(|line| self.opens_agenda(*line));
            let named = || self.below_goal() && agenda::are_own_after_colon(self.source, &words);
            words.text.contains(':')
                && !later()
                && (self.book.is_agenda_intro(&words.text) || named())
                && (words.text.ends_with(':') || !agenda::links_after_colon(self.source, &words).is_empty())
                && !is_marked(&self.book.headings(&words.text))
        })?;
        let count = count + self.further_links(&rest[..count], &rest[count..]);
        let words = self.words(&rest[..count]);
        self.take(&rest[..count], LineRole::Agenda, "agenda-intro");
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }

    /// How many more lines links after a colon are printed on: names go on in lower case, or a comma
    /// wants more.
    fn further_links(&self, intro: &[usize], rest: &[usize]) -> usize {
        let mut open = self.words(intro).text;
        let more = |line: &&usize| {
            let text = self.source.text(**line);
            let goes_on = text.starts_with(char::is_lowercase) || open.ends_with([',', ';']);
            open = text.to_owned();
            goes_on && !text.ends_with(':')
        };
        if self.words(intro).text.ends_with([':', '.']) { 0 } else { rest.iter().take_while(more).count() }
    }

    /// Whether a line is marked as the goal above is, or as an area or an order, and names no goal of
    /// Agenda 2030.
    fn opens_next_goal(&self, text: &str) -> bool {
        use SectionKind::{Assignment, GoalArea};
        let goal = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Heading(heading) => heading.meanings.first().filter(|_| is_goal(&heading.meanings)),
            _ => None,
        });
        let same = |known: &Known| goal.is_some_and(|goal| goal.kind == known.kind && goal.by == known.by);
        let marks = |known: &Known| matches!(known.kind, HeadingKind::Section(GoalArea | Assignment));
        let known = self.book.headings(text);
        !agenda::is_own(text) && known.first().is_some_and(|known| same(known) || marks(known))
    }

    pub(super) fn below_goal(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Heading(heading)) if is_goal(&heading.meanings))
    }

    /// Whether a line is the words before links to Agenda 2030, with a colon.
    pub(crate) fn opens_agenda(&self, line: usize) -> bool {
        let text = self.source.text(line);
        text.contains(':') && text.starts_with(char::is_uppercase) && self.book.is_agenda_intro(text)
    }

    /// A sentence right below a goal that names its links: "Målet bidrar till mål 4 God utbildning för
    /// alla i Agenda 2030."
    /// Further down in the goal it is a paragraph of its own that names them in their own words.
    fn agenda_sentence(&mut self, rest: &[usize]) -> Option<usize> {
        let below = self.below_goal();
        if !below && !opens_goal(&self.pieces) {
            return None;
        }
        let count = (1..=4.min(rest.len())).find(|count| {
            let text = self.words(&rest[..*count]).text;
            text.ends_with('.') && !text.contains(':') && self.book.is_agenda_intro(&text)
        })?;
        let words = self.words(&rest[..count]);
        let links = match below {
            true => agenda::links_in_sentence(self.source, &words),
            false if count < rest.len() => return None,
            false => agenda::own_links_in_sentence(self.source, &words),
        };
        if links.is_empty() {
            return None;
        }
        self.take(&rest[..count], LineRole::Agenda, "agenda-sentence");
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }
}
