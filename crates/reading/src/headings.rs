//! What is a heading in plain text: an entry of the table of contents, a known wording, or
//! a line of the right shape at the right place.

mod goals;
mod loose;

pub(crate) use goals::are_unmarked;
pub(crate) use loose::loose_runs;

use crate::book::{HeadingKind, Known, folded, unnumbered};
use crate::chunks::{binds, ends_sentence, is_bare_item, item_mark, wants_more};
use crate::contents::squeezed;
use crate::leads::assesses;
use crate::piece::{Heading, Piece};
use crate::plain::Reader;
use crate::verdict;
use crate::words::holds_any;
use std::collections::HashSet;
use std::sync::LazyLock;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::{dates, sentence};

/// A heading is at most so many lines.
const MOST_HEADING_LINES: usize = 9;
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
        let found = self.listed(rest).or_else(|| self.known(rest)).or_else(|| self.numbered_goal(rest));
        let found = found.or_else(|| self.assessed_goal(rest, opens_chunk));
        let found = found.or_else(|| self.unknown(at, rest, opens_chunk));
        let (count, listed, meanings) = found?;
        let fresh_page = opens_chunk && self.chunks[at].fresh_page;
        let words = self.words(&rest[..count]);
        Some((count, Heading { words, level: None, listed, fresh_page, labelled: false, meanings }))
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
            if !self.may_end(rest, count, true) {
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
            if meanings.is_empty() || !(exact || self.may_end(rest, count, false)) {
                continue;
            }
            let long = words.text.ends_with('.') && count == rest.len() && words.text.len() > 60;
            let part = meanings.iter().all(|known| known.kind == HeadingKind::EconomyPart);
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

    /// Whether a heading can end after so many lines; an exact one may end in any word.
    fn may_end(&self, rest: &[usize], count: usize, exact: bool) -> bool {
        let Some(next) = rest.get(count) else { return true };
        let text = self.source.text(rest[count - 1]);
        let following = self.source.text(*next);
        let opens =
            following.starts_with(|c: char| !c.is_lowercase()) || item_mark(self.source.raw(*next)).is_some();
        let early = self.width.ends_early(self.source, rest[count - 1], *next);
        let known_next = || self.is_agenda_over_lines(&rest[count..]);
        let ended =
            (exact || !wants_more(text)) && (early || known_next() || self.tells_of_report(&rest[count..]));
        opens && (ended || verdict::is_status(following, self.book))
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

    /// By its shape alone: short, no end of sentence, followed by text.
    fn unknown(&self, at: usize, rest: &[usize], opens_chunk: bool) -> Option<(usize, bool, Vec<Known>)> {
        let bare = is_bare_item(self.source, rest[0], false) && !self.chunks[at].fresh_page;
        let set_in = bare || self.resumes_list(rest[0]);
        let verdict = |text: &str| self.is_verdict(text) || (rest.len() == 1 && assesses(text, self.book));
        if self.open_text().is_some_and(wants_more) || verdict(self.source.text(rest[0])) {
            return None;
        }
        if item_mark(self.source.raw(rest[0])).is_some() || set_in {
            return None;
        }
        let first = self.source.text(rest[0]);
        if (is_labelled(first) && (!opens_chunk || rest.len() > 1 || names_somebody(first)))
            || self.bare_lines(rest) == Some(rest.len())
        {
            return None;
        }
        if ends_in_day(first) || first.ends_with(['.', ';', '!']) || unnumbered(first).1.contains(". ") {
            return None;
        }
        let count = (1..=4.min(rest.len()))
            .find(|count| self.may_end(rest, *count, false) || self.may_be_title(rest, *count))?;
        let words = self.words(&rest[..count]);
        let whole = count == rest.len();
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
                self.surely_ends(rest[count - 1], rest[count], &words.text)
                    && self.is_followed(at, &rest[count..])
            };
        sound.then_some((count, false, Vec::new()))
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
}

/// "Målet riktas till: …": words that say what follows, on a line of their own.
fn is_labelled(text: &str) -> bool {
    let label = text.split_once(": ").map_or("", |(label, _)| label);
    (3..60).contains(&label.len()) && label.starts_with(char::is_uppercase)
}

/// "Ansvarig: skolnämnden": a label and words that go on in lower case.
fn names_somebody(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase))
}

/// "…, daterat 2031-01-23": what is listed with its day is no heading.
fn ends_in_day(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.len() == 10 && dates::first_range(last).is_some()
}

/// "Bedömning av perioden: på väg.": a label and what it says, with a full stop.
fn is_said_label(text: &str) -> bool {
    text.ends_with('.') && is_labelled(text)
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

static VERBS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "ska skall är har kommer kan bör sker beskrivs bidrar följer uppgår gör finns innebär fortsätter arbetar leder \
     samordnar ansvarar utvecklar deltar använder genomför främjar ser planerar stödjer pågår omfattar består syftar \
     visar beror utgör behöver får ger ges tar blir var hade kunde fick ställer kräver påverkar bedömer bedöms \
     ligger går står väntas förväntas planeras genomförs fortlöper påbörjas inleds antog beslutade avsätts"
        .split(' ')
        .collect()
});

/// Whether words make a sentence of a line, before any subordinate clause; headings seldom
/// hold such verbs.
pub(crate) fn has_finite_verb(text: &str) -> bool {
    let words = text.split(' ').map(folded);
    let mut main = words.take_while(|word| !matches!(word.as_str(), "som" | "att" | "när" | "hur" | "där"));
    main.any(|word| VERBS.contains(word.as_str()))
}

/// Short words without an end of sentence, beginning with a capital.
pub(crate) fn is_title_like(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let stopped = text.ends_with(['.', '!', ':', ';', ',', ')', '\u{2026}']) && !text.ends_with(')')
        || text.contains(". ") && !text.starts_with(|c: char| c.is_ascii_digit());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let open = text.matches('(').count() > text.matches(')').count();
    letters >= 3 && !open && !stopped && digits * 2 <= letters && !text.starts_with(['*', '['])
}
