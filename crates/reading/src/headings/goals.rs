//! Headings of goals in plain text: where their names end, and those without a mark.

use super::{has_finite_verb, is_goal, is_labelled, is_marked, is_title_like};
use crate::book::{Book, HeadingKind, Known, first_fit, unnumbered};
use crate::breaks::is_directed;
use crate::chunks::{ends_sentence, item_mark, wants_more};
use crate::joined::Joined;
use crate::leads::assesses;
use crate::piece::{Heading, Piece};
use crate::plain::Reader;
use crate::source::Source;
use crate::table_goals;
use crate::verdict;
use std::ops::Range;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// A goal's name is on fewer lines than these.
const MOST_GOAL_LINES: usize = 5;
/// A noun that begins a sentence has so many letters at least.
const SHORTEST_NOUN: usize = 6;
/// A status stands so far from the name before it.
const WIDE: &str = "   ";
/// So many lines at least with their assessments below them are goals.
const FEWEST_ASSESSED: usize = 2;

const GOAL: HeadingKind = HeadingKind::Section(SectionKind::Goal);

/// "Status: Avviker": a label of assessments and a word or two, on the scale or not.
fn is_status_label(text: &str, book: &Book<'_>) -> bool {
    let told = text.split_once(':').filter(|(label, _)| book.assessment_label(label.trim()).is_some());
    told.is_some_and(|(_, rest)| {
        (1..=3).contains(&rest.split_whitespace().count()) && !rest.contains(|c: char| c.is_ascii_digit())
    })
}

impl Reader<'_> {
    /// A numbered line right above its links to Agenda 2030 or its assessment is a goal.
    pub(super) fn numbered_goal(&self, rest: &[usize]) -> Option<(usize, bool, Vec<Known>)> {
        if !self.source.text(rest[0]).starts_with(|c: char| c.is_ascii_digit()) || self.lists_orders() {
            return None;
        }
        let tells = |line: usize| {
            let text = self.source.text(line);
            let agenda = text.contains(':') && self.book.is_agenda_intro(text);
            text.starts_with(char::is_uppercase)
                && (agenda || assesses(text, self.book) || is_status_label(text, self.book))
        };
        let count = self.name_lines(rest, tells)?;
        let text = self.words(&rest[..count]).text;
        let (start, name) = unnumbered(&text);
        let sound = start > 0 && name.starts_with(char::is_uppercase) && !ends_sentence(name);
        let kind = HeadingKind::Section(SectionKind::Goal);
        let by = "numbered-goal".to_owned();
        sound.then(|| (count, false, vec![Known { kind, name: start..text.len(), by }]))
    }

    /// Whether the last heading stands over orders: what is numbered below it are these.
    fn lists_orders(&self) -> bool {
        let last = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Heading(heading) => Some(unnumbered(&heading.words.text).1),
            _ => None,
        });
        last.is_some_and(|last| first_fit(&self.book.order_lists, last).is_some())
    }

    /// On how many lines a goal's name stands above what tells of it, or above those whom it is directed to.
    fn name_lines(&self, rest: &[usize], tells: impl Fn(usize) -> bool) -> Option<usize> {
        let most = rest.len().min(MOST_GOAL_LINES - 1);
        let directed = |line: usize| self.source.free(line) && is_directed(self.book, self.source.text(line));
        let told = |line: usize| tells(line) || (directed(line) && tells(line + 1));
        let below = rest.last().map(|last| last + 1);
        (1..=most).find(|count| rest.get(*count).copied().or(below).is_some_and(&told))
    }

    /// Takes a goal whose status stands at the end of one of its lines, and gives the number of lines.
    pub(crate) fn stated(&mut self, rest: &[usize]) -> Option<usize> {
        let ends = |line: &usize| status_at_end(self.source, self.book, *line);
        let (at, (name, status)) = rest
            .iter()
            .take(MOST_GOAL_LINES - 2)
            .map(ends)
            .enumerate()
            .find_map(|(at, it)| Some((at, it?)))?;
        let (mut words, mut said) = (self.words(&rest[..at]), Joined::default());
        words.push(self.source, rest[at], name);
        said.push(self.source, rest[at], status);
        let goes_on = |line: &&usize| self.source.text(**line).starts_with(char::is_lowercase);
        let more = rest[at + 1..].iter().take_while(goes_on).take(MOST_GOAL_LINES - 2 - at);
        let count = at + 1 + more.map(|line| words.push_line(self.source, *line)).count();
        let meanings = self.book.headings(&words.text);
        if !is_goal(&meanings) {
            return None;
        }
        self.take(&rest[..count], LineRole::Heading, "stated-goal");
        let heading =
            Heading { words, level: None, listed: false, fresh_page: false, labelled: false, meanings };
        self.pieces.extend([Piece::Heading(heading), Piece::Paragraph(said)]);
        Some(count)
    }

    /// "Nämndmål:" above "1.1.1 Dammarna är rena": words that mark what the next line names.
    pub(super) fn labels_next(&self, rest: &[usize], count: usize) -> bool {
        let joined = || self.words(&rest[..count + 1]).text;
        let item = || item_mark(self.source.raw(rest[count])).is_some();
        rest.len() > count && !item() && is_marked(&self.book.headings(&joined()))
    }

    /// A name right above its assessment ("Bedömning 2031: delvis uppfyllt") is a goal, where none of
    /// the document's goals has a mark.
    pub(super) fn assessed_goal(
        &self,
        rest: &[usize],
        opens_chunk: bool,
    ) -> Option<(usize, bool, Vec<Known>)> {
        let directed = || is_directed(self.book, self.source.text(rest[0]));
        if !self.unmarked_goals || !opens_chunk || directed() {
            return None;
        }
        let count = self.name_lines(rest, |line| assesses(self.source.text(line), self.book))?;
        let text = self.words(&rest[..count]).text;
        let name = 0..text.len();
        let known = Known { kind: GOAL, name, by: "assessed-goal".to_owned() };
        is_title_like(&text).then(|| (count, false, vec![known]))
    }

    /// A goal's or an area's name that fills a paragraph of its own goes on to its end, also
    /// where a wrapped line begins with a capital.
    pub(super) fn whole_chunk(&self, rest: &[usize], count: usize) -> Option<Vec<Known>> {
        let words = self.words(rest);
        let known_later = || {
            (count..rest.len()).any(|at| {
                item_mark(self.source.raw(rest[at])).is_some()
                    || is_labelled(self.source.text(rest[at]))
                    || verdict::is_status(self.source.text(rest[at]), self.book)
                    || !self.book.headings(&self.words(&rest[at..]).text).is_empty()
                    || !self.book.headings(self.source.text(rest[at])).is_empty()
            })
        };
        let fits = count < rest.len() && rest.len() <= 6 && words.text.len() < 400;
        // A name has no sentences.
        let fits = fits && sentence::ranges(&words.text).len() == 1;
        let plain = fits && !ends_sentence(&words.text) && is_title_like(&words.text) && !known_later();
        plain.then(|| self.book.headings(&words.text)).filter(|meanings| is_marked(meanings))
    }

    /// "Skolkontoret leder arbetet. …" below an order that fills its line: a noun in a definite form and its verb
    /// begin a sentence, which no order holds.
    pub(super) fn sentence_below(&self, rest: &[usize], count: usize) -> bool {
        let Some(below) = rest.get(count) else { return false };
        let text = self.source.text(*below);
        let mut words = text.split(' ');
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let noun = first.starts_with(char::is_uppercase)
            && ["en", "et", "na", "erna", "orna"].iter().any(|end| first.ends_with(end))
            && first.chars().count() >= SHORTEST_NOUN;
        let verb = has_finite_verb(second)
            || ["as", "ades", "ogs", "des", "tes"].iter().any(|end| second.ends_with(end));
        let last = self.source.text(rest[count - 1]);
        noun && verb
            && !wants_more(last)
            && !last.ends_with([',', '.', ':'])
            && self.words(&rest[count..]).text.contains('.')
    }
}

/// Whether a line is "Mål 1.2 Dammarna är rena            Delvis uppfyllt": a goal's heading with its status.
pub(crate) fn is_stated_goal(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let name = status_at_end(source, book, line).map(|(name, _)| &source.raw(line)[name]);
    name.is_some_and(|name| is_goal(&book.headings(name)))
}

/// The words of a line and the status that wide space parts from them; where both stand in the raw line.
fn status_at_end(source: &Source, book: &Book<'_>, line: usize) -> Option<(Range<usize>, Range<usize>)> {
    let raw = source.raw(line).trim_end();
    let gap = raw.rfind(WIDE)?;
    let start = raw.len() - raw.trim_start().len();
    let name = start..raw[..gap].trim_end().len();
    let status = gap + WIDE.len()..raw.len();
    (!name.is_empty() && table_goals::status(&raw[status.clone()], book).is_some()).then_some((name, status))
}

/// Whether names right above their assessments are the goals of a document: no line is marked as one.
pub(crate) fn are_unmarked(source: &Source, book: &Book<'_>) -> bool {
    let free = || (0..source.len()).filter(|line| source.free(*line));
    let assessed = free().filter(|line| assesses(source.text(*line), book)).count();
    let marked =
        |line: usize| book.headings(source.text(line)).first().is_some_and(|known| known.kind == GOAL);
    assessed >= FEWEST_ASSESSED && !free().any(marked)
}
