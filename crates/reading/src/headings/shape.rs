//! Headings by their shape alone: short words at the right place, which no pattern knows.

use super::words::{
    ends_in_day, has_finite_verb, is_labelled, is_name, is_question, is_title_like, names_somebody,
};
use super::{LONGEST_UNKNOWN, is_goal};
use crate::assignments::tells_of_order;
use crate::book::{HeadingKind, Known, folded, unnumbered};
use crate::chunks::{binds, ends_sentence, is_bare_item, item_mark, wants_more};
use crate::contents::squeezed;
use crate::leads::assesses;
use crate::piece::Piece;
use crate::plain::Reader;
use crate::tables::caption::is_unit_alone;
use crate::values::start_only;
use crate::verdict;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;

impl Reader<'_> {
    /// By its shape alone: short, no end of sentence, followed by text.
    pub(super) fn unknown(
        &self,
        at: usize,
        rest: &[usize],
        opens_chunk: bool,
    ) -> Option<(usize, bool, Vec<Known>)> {
        let bare = is_bare_item(self.source, rest[0], false) && !self.chunks[at].fresh_page;
        // Above text of its own it is only an item where a list is.
        let bare = bare && (rest.len() == 1 || self.may_be_bare_item(rest[0]));
        let set_in = bare || self.resumes_list(rest[0]) || self.opens_bare_list(rest[0]);
        let verdict = |text: &str| {
            self.is_verdict(text) || self.answers(at, rest) || (rest.len() == 1 && assesses(text, self.book))
        };
        if self.open_text().is_some_and(wants_more) || verdict(self.source.text(rest[0])) {
            return None;
        }
        if item_mark(self.source.raw(rest[0])).is_some() && !self.counts_on(at) || set_in {
            return None;
        }
        let first = self.source.text(rest[0]);
        let proposes = || {
            let text = folded(first);
            let text = text.trim_end_matches([':', ' ']);
            text.strip_suffix(" att").unwrap_or(text).ends_with(self.book.style.case.proposes.as_str())
        };
        let valued = start_only(first).is_some() || is_unit_alone(first);
        if first.contains("   ") || valued || self.book.opens_source(first) || proposes() {
            return None;
        }
        let told = || names_somebody(first) || tells_of_order(first, &self.book.style.assignments);
        if (is_labelled(first) && (!opens_chunk || rest.len() > 1 || told()))
            || self.bare_lines(rest) == Some(rest.len())
        {
            return None;
        }
        if ends_in_day(first) || first.ends_with(['.', ';', '!']) || unnumbered(first).1.contains(". ") {
            return None;
        }
        let count = (1..=4.min(rest.len()))
            .find(|count| self.may_end(rest, *count, false) || self.may_be_title(rest, *count))?;
        let marked = |line: &usize| item_mark(self.source.raw(*line)).is_some();
        let words = self.words(&rest[..count]);
        let whole = count == rest.len();
        if rest[1..count].iter().any(marked) && wants_more(first) {
            return None;
        }
        if !opens_chunk && !whole {
            return None;
        }
        let free = whole && !self.next_is_glued(at) && !self.next_is_item(at);
        let stops = if free { binds(&words.text) } else { wants_more(&words.text) };
        let shaped = !stops && words.text.len() <= LONGEST_UNKNOWN && is_title_like(&words.text);
        let sound = shaped
            && if whole {
                self.stands_alone(at, &words.text)
            } else {
                (self.surely_ends(rest[count - 1], rest[count], &words.text)
                    || (count == 1 && (self.opens_priorities(rest) || self.asks(rest))))
                    && self.is_followed(at, &rest[count..])
            };
        sound.then_some((count, false, Vec::new()))
    }

    /// Whatever stands alone between the heading of a goal's assessment and the next heading that is known is
    /// what that says.
    fn answers(&self, at: usize, rest: &[usize]) -> bool {
        use SectionKind::{AssessmentPeriod, AssessmentTerm};
        let Some(Piece::Heading(heading)) = self.pieces.last() else { return false };
        let assessing = heading.meanings.first().is_some_and(|known| {
            matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm))
        });
        let below = self.chunks.get(at + 1).and_then(|next| next.lines.first());
        let next = rest.get(1).or(below).map(|line| self.source.text(*line));
        assessing
            && next.is_none_or(|next| !self.book.headings(next).is_empty())
            && self.pieces.iter().rev().any(|it| matches!(it, Piece::Heading(it) if is_goal(&it.meanings)))
    }

    /// A wording of the scale alone right below the heading of an assessment or of a goal is what that says.
    fn is_verdict(&self, text: &str) -> bool {
        let Some(Piece::Heading(heading)) = self.pieces.last() else { return false };
        let assessing = heading.meanings.iter().any(|known| {
            use SectionKind::{AssessmentPeriod, AssessmentTerm, Goal, GoalArea};
            matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm | Goal | GoalArea))
        });
        assessing
            && verdict::first_status(text, self.book).is_some_and(|(_, range)| text.len() <= range.len() + 12)
    }

    fn next_is_item(&self, at: usize) -> bool {
        self.chunks.get(at + 1).is_some_and(|next| item_mark(self.source.raw(next.lines[0])).is_some())
    }

    /// Whether only a page break parts a paragraph from the next.
    fn next_is_glued(&self, at: usize) -> bool {
        self.chunks.get(at + 1).is_some_and(|next| next.glued)
    }

    /// Whether lines without a verb of their own stand above a new sentence.
    fn may_be_title(&self, rest: &[usize], count: usize) -> bool {
        let Some(next) = rest.get(count) else { return true };
        let opens = self.source.text(*next).starts_with(char::is_uppercase);
        if !opens || wants_more(self.source.text(rest[count - 1])) || !self.is_early(rest[count - 1], *next) {
            return false;
        }
        !has_finite_verb(&self.words(&rest[..count]).text)
    }

    /// Whether words right above text are no part of it.
    fn surely_ends(&self, last: usize, next: usize, text: &str) -> bool {
        self.is_early(last, next) && !has_finite_verb(text)
    }

    /// A few words right below the heading of priorities, however they are put, name one.
    fn opens_priorities(&self, rest: &[usize]) -> bool {
        let Some(Piece::Heading(heading)) = self.pieces.last() else { return false };
        let kind = HeadingKind::Section(SectionKind::Priorities);
        heading.meanings.first().is_some_and(|known| known.kind == kind)
            && self.width.is_short(self.source, rest[0])
            && self.width.surely_ends_early(self.source, rest[0], rest[1])
    }

    /// A short question right above what answers it, but not above the next question.
    fn asks(&self, rest: &[usize]) -> bool {
        let listed = matches!(self.pieces.last(), Some(Piece::Heading(heading))
            if heading.meanings.iter().any(|known| known.kind == HeadingKind::CasePart));
        let early = self.width.surely_ends_early(self.source, rest[0], rest[1]);
        let question = is_question(self.source.text(rest[0]));
        question && early && !listed && !self.source.text(rest[1]).ends_with('?')
    }

    fn is_early(&self, last: usize, next: usize) -> bool {
        let opening = self.source.text(next).split(' ').next().unwrap_or_default();
        let sentence_like =
            opening.chars().count() > 1 && !opening.chars().any(|c| c.is_ascii_digit() || c == '(');
        self.width.surely_ends_early(self.source, last, next)
            || (sentence_like && self.width.rather_early(self.source, last, next))
    }

    /// A paragraph of its own is a heading when text follows that is no item of a list
    /// that it stands in.
    fn stands_alone(&self, at: usize, text: &str) -> bool {
        let last = self.chunks[at].lines.last().copied().unwrap_or(0);
        let after_table = self.source.lines[last + 1..]
            .iter()
            .find(|line| line.role != LineRole::Blank || !line.text.trim().is_empty());
        let before_table = after_table.is_some_and(|line| line.role == LineRole::Table);
        let bare_item = is_bare_item(self.source, self.chunks[at].lines[0], self.after_item())
            && !self.chunks[at].fresh_page;
        if self.loose[at] {
            return false;
        }
        if self.in_bare_list(at) {
            return self.repeated.get(&squeezed(text)).copied().unwrap_or(0) > 1;
        }
        let Some(next) = self.chunks.get(at + 1) else { return before_table };
        let opening = self.source.text(next.lines[0]);
        let lower = opening.starts_with(|c: char| c.is_lowercase() || c == '(')
            || (next.glued && !self.surely_ends(last, next.lines[0], text));
        let between_items =
            self.after_item() && (item_mark(self.source.raw(next.lines[0])).is_some() || bare_item);
        !(lower || between_items || bare_item)
    }

    /// A line set in by one space right after items that are set in the same way.
    fn in_bare_list(&self, at: usize) -> bool {
        let first = self.chunks[at].lines[0];
        self.chunks[at].glued && self.after_item() && is_bare_item(self.source, first, true)
    }

    pub fn after_item(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Item { .. }))
    }

    /// A heading right above its text: the text is longer than the heading, or a list.
    fn is_followed(&self, at: usize, rest: &[usize]) -> bool {
        let text = self.words(rest).text;
        let listed = item_mark(self.source.raw(rest[0])).is_some();
        let next_open = self.chunks.get(at + 1).is_some();
        let last = rest[0].saturating_sub(1);
        let early = self.width.surely_ends_early(self.source, last, rest[0]);
        let subheading =
            early && rest.len() == 1 && is_title_like(&text) && next_open && !self.next_goes_on(at);
        let prose = subheading
            || rest.len() >= 2
            || ends_sentence(&text)
            || text.len() > 60
            || next_open && text.len() > 30;
        let fresh = !self.after_item()
            || self.chunks[at].fresh_page
            || self.source.blank(self.chunks[at].lines[0].saturating_sub(1));
        (listed || prose) && fresh
    }

    /// Whether the next paragraph goes on in lower case or is an item.
    fn next_goes_on(&self, at: usize) -> bool {
        let next = self.chunks.get(at + 1).map_or(0, |chunk| chunk.lines[0]);
        self.source.text(next).starts_with(char::is_lowercase) || self.source.indented_once(next)
    }

    /// Whether a name and a title stand one above the other, and nothing else, here or with the next
    /// paragraph.
    pub(super) fn is_signature(&self, at: usize) -> bool {
        let lines = |at: usize| self.chunks.get(at).map_or(&[][..], |chunk| &chunk.lines);
        let signs = |lines: &[usize]| {
            let texts: Vec<&str> = lines.iter().map(|line| self.source.text(*line)).collect();
            let titled = texts.iter().filter(|text| self.book.is_official(text)).count();
            let named = texts.iter().filter(|text| is_name(text) && !self.book.is_official(text)).count();
            titled > 0 && named > 0 && titled + named == texts.len() && texts.len() <= 3
        };
        let single = |at: usize| lines(at).len() == 1;
        let pair = |first: usize| {
            single(first) && single(first + 1) && signs(&[lines(first), lines(first + 1)].concat())
        };
        signs(lines(at)) || pair(at) || (at > 0 && pair(at - 1))
    }
}
