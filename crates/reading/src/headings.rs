//! What is a heading in plain text: an entry of the table of contents, a known wording, or
//! a line of the right shape at the right place.

mod codes;
mod goals;
mod loose;
mod numbered;
mod shape;
mod words;

pub(crate) use codes::{code_of, goal_codes, is_coded, mark as mark_codes, uncoded};
pub(crate) use goals::{are_unmarked, is_stated_goal};
pub(crate) use loose::loose_runs;
pub(crate) use words::{has_finite_verb, is_title_like};

use crate::book::{HeadingKind, Known, folded};
use crate::chunks::{item_mark, wants_more};
use crate::contents::squeezed;
use crate::piece::{Heading, Piece};
use crate::plain::Reader;
use crate::verdict;
use crate::words::holds_any;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;
use words::{is_labelled, is_said_label};

/// A heading is at most so many lines.
const MOST_HEADING_LINES: usize = 9;
/// Dots that lead to the number of a page.
const LEADERS: &str = "....";
/// An unknown heading is at most so long, in bytes.
const LONGEST_UNKNOWN: usize = 190;

impl Reader<'_> {
    /// The heading at the head of some lines: how many lines, and what it is.
    pub fn heading(&self, at: usize, rest: &[usize], opens_chunk: bool) -> Option<(usize, Heading)> {
        let first = self.source.text(rest[0]);
        if !first
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '\u{201d}'))
        {
            return None;
        }
        if !opens_chunk && !self.follows_heading() {
            return None;
        }
        if first.contains(LEADERS) || self.is_signature(at) {
            return None;
        }
        let found = self.listed(rest).or_else(|| self.known(rest)).or_else(|| self.numbered_goal(rest));
        let found = found.or_else(|| self.coded_goal(rest, opens_chunk));
        let found = found.or_else(|| self.assessed_goal(rest, opens_chunk));
        let found = found.or_else(|| self.unknown(at, rest, opens_chunk));
        let (count, listed, meanings) = found?;
        let fresh_page = opens_chunk && (self.chunks[at].fresh_page || self.opens_page(rest[0], &meanings));
        let words = self.words(&rest[..count]);
        Some((count, Heading { words, level: None, listed, fresh_page, labelled: false, meanings }))
    }

    /// Whether a chapter of no kind of its own stands right below the head of a page.
    fn opens_page(&self, line: usize, meanings: &[Known]) -> bool {
        let above = (0..line).rev().find(|above| !self.source.blank(*above));
        let head = above.is_some_and(|above| self.source.lines[above].role == LineRole::RunningHead);
        head && meanings.first().is_some_and(|known| known.kind == HeadingKind::Chapter)
    }

    /// The text of the paragraph or item just read.
    pub fn open_text(&self) -> Option<&str> {
        match self.pieces.last() {
            Some(Piece::Paragraph(open) | Piece::Item { words: open, .. }) => Some(&open.text),
            _ => None,
        }
    }

    fn follows_heading(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Heading(_)))
    }

    /// As an entry of the table of contents.
    fn listed(&self, rest: &[usize]) -> Option<(usize, bool, Vec<Known>)> {
        if self.titles.is_empty() {
            return None;
        }
        let opening = squeezed(self.source.text(rest[0]));
        if !self.titles.iter().any(|title| title.starts_with(&opening) || opening.starts_with(title.as_str()))
        {
            return None;
        }
        let longest = (1..=MOST_HEADING_LINES.min(rest.len())).rev();
        longest.into_iter().find_map(|count| {
            let words = self.words(&rest[..count]);
            let listed = self.titles.contains(&squeezed(&words.text)) && !words.text.ends_with('.');
            listed.then(|| (count, true, self.book.headings(&words.text)))
        })
    }

    /// By the words of the style.
    fn known(&self, rest: &[usize]) -> Option<(usize, bool, Vec<Known>)> {
        for count in 1..=MOST_HEADING_LINES.min(rest.len()) {
            // "Uppdrag:" above a list is a label of it, and no part of its first item.
            let mark = item_mark(self.source.raw(rest[count - 1])).filter(|_| count > 1);
            let opens = |line: usize| {
                self.source.text(line).ends_with([':', ',']) || wants_more(self.source.text(line))
            };
            // A dash may part a mark from its name; what stands after a bullet is no part of a heading.
            let bullet = || !self.source.text(rest[count - 1]).starts_with(['-', '\u{2013}', '\u{2014}']);
            if mark.is_some_and(|it| it.ordered || opens(rest[count - 2]) || bullet()) {
                break;
            }
            if !self.may_end(rest, count, true)
                && !self.tells_below(rest, count)
                && !self.sentence_below(rest, count)
            {
                continue;
            }
            let words = self.words(&rest[..count]);
            if words.text.len() > 650 {
                break;
            }
            if words.text.ends_with(':') && self.labels_next(rest, count) {
                continue;
            }
            let meanings = self.book.headings(&words.text);
            let exact = meanings.iter().any(|known| !known.by.contains(['*', '{']));
            let told = || is_marked(&meanings) && self.tells_below(rest, count);
            let told = || told() || (is_order(&meanings) && self.sentence_below(rest, count));
            let ends = || exact || self.may_end(rest, count, false) || told();
            if meanings.is_empty() || !ends() {
                continue;
            }
            if self.is_item_of_orders(rest[0], &meanings) {
                return None;
            }
            let long = words.text.ends_with('.') && count == rest.len() && words.text.len() > 60;
            let part = meanings.iter().all(|known| known.kind.may_be_row());
            let stopped = words.text.ends_with(':') || (part && !exact);
            let said = (stopped && has_finite_verb(&words.text)) || is_said_label(&words.text);
            let sound = is_marked(&meanings) || !(said || long);
            if sound
                && is_marked(&meanings)
                && let Some(whole) = self.whole_chunk(rest, count)
            {
                return Some((rest.len(), false, whole));
            }
            return sound.then_some((count, false, meanings));
        }
        None
    }

    /// Whether a line is an item of a numbered list that gives a body an order.
    fn is_item_of_orders(&self, line: usize, meanings: &[Known]) -> bool {
        let given = |known: &Known| known.by.starts_with("{body}");
        meanings.first().is_some_and(given) && item_mark(self.source.raw(line)).is_some_and(|it| it.ordered)
    }

    /// Whether a heading can end after so many lines; an exact one may end in any word.
    fn may_end(&self, rest: &[usize], count: usize, exact: bool) -> bool {
        let Some(next) = rest.get(count) else { return true };
        let text = self.source.text(rest[count - 1]);
        let following = self.source.text(*next);
        let opens =
            following.starts_with(|c: char| !c.is_lowercase()) || item_mark(self.source.raw(*next)).is_some();
        let early = self.width.ends_early(self.source, rest[count - 1], *next);
        let known_next = || self.is_agenda_over_lines(&rest[count..]) || self.opens_agenda(*next);
        let ended =
            (exact || !wants_more(text)) && (early || known_next() || self.tells_of_report(&rest[count..]));
        opens && (ended || verdict::is_status(following, self.book))
    }

    /// Whether a name may end where a text of several sentences begins right below it, though its line is
    /// full: a name has no sentences.
    fn tells_below(&self, rest: &[usize], count: usize) -> bool {
        let opens = |line: &usize| self.source.text(*line).starts_with(char::is_uppercase);
        if !rest.get(count).is_some_and(opens) || !self.source.text(rest[0]).contains(':') {
            return false;
        }
        let below = self.words(&rest[count..]).text;
        let sentences = sentence::ranges(&below);
        let first = sentences.first().map_or("", |range| below[range.clone()].trim_end());
        !wants_more(self.source.text(rest[count - 1]))
            && sentences.len() > 1
            && first.ends_with('.')
            && has_finite_verb(&below)
    }

    /// Whether a sentence on how an assignment is reported back begins: it is no part of the order.
    fn tells_of_report(&self, rest: &[usize]) -> bool {
        let text = self.words(&rest[..rest.len().min(3)]).text;
        let first = sentence::ranges(&text).into_iter().next().map_or("", |range| text[range].trim_end());
        first.starts_with(char::is_uppercase)
            && first.ends_with('.')
            && holds_any(&folded(first), &self.book.style.assignments.report_words)
    }

    pub fn is_agenda_over_lines(&self, rest: &[usize]) -> bool {
        if !rest.iter().take(3).any(|line| self.source.text(*line).ends_with(':')) {
            return false;
        }
        (1..=3.min(rest.len())).any(|count| {
            let text = self.words(&rest[..count]).text;
            text.ends_with(':') && self.book.is_agenda_intro(&text)
        })
    }
}

/// Whether a heading is an order that a body is given.
fn is_order(meanings: &[Known]) -> bool {
    let order = HeadingKind::Section(SectionKind::Assignment);
    meanings.iter().any(|known| known.kind == order && known.by.contains("{body}"))
}

/// Whether a heading is a goal's.
pub(crate) fn is_goal(meanings: &[Known]) -> bool {
    meanings.first().is_some_and(|known| known.kind == HeadingKind::Section(SectionKind::Goal))
}

/// A goal, an area or a marked order, which may end in a full stop.
pub(crate) fn is_marked(meanings: &[Known]) -> bool {
    meanings.iter().any(|known| {
        matches!(known.kind, HeadingKind::Section(SectionKind::Goal | SectionKind::GoalArea))
            || known.by.contains("{name}")
    })
}
