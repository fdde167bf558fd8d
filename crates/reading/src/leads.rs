//! Paragraphs and items that open a section by how they begin: a priority's name before its text,
//! an order under a heading of orders, an assessment in the middle of a paragraph.

use crate::assignments;
use crate::book::{Book, HeadingKind, Known, first_fit};
use crate::joined::Joined;
use crate::outline::{Outline, said};
use crate::piece::Heading;
use crate::verdict;
use std::ops::Range;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// The name of a priority before its text is at most so long, in bytes.
const LONGEST_LEAD: usize = 80;

impl Outline<'_> {
    /// "Trygga stigar: lampor har satts upp." under a heading of priorities: its name and its text.
    pub fn led(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let top = self.top()?.section.kind;
        let beside = top == SectionKind::Priority && self.led_priority;
        if top != SectionKind::Priorities && !beside {
            return None;
        }
        let (name, rest) = lead(&words.text)?;
        let label = &words.text[name.clone()];
        let effect = first_fit(&self.book.effects, label).is_some();
        let known = effect || self.book.is_plain_heading(label) || self.book.is_agenda_intro(label);
        if known || !label.starts_with(char::is_uppercase) || crate::headings::has_finite_verb(label) {
            return None;
        }
        let heading = Heading {
            words: words.slice(name),
            level: None,
            listed: false,
            fresh_page: false,
            labelled: true,
            meanings: Vec::new(),
        };
        Some((heading, words.slice(rest..words.text.len())))
    }

    /// An order of a numbered list under a heading of orders.
    pub fn listed_order(&self, words: &Joined) -> Option<Heading> {
        let kind = SectionKind::Assignment;
        let sound = self.lists_orders && words.text.starts_with(char::is_uppercase);
        let name = 0..words.text.trim_end().len();
        sound.then(|| said(words.clone(), Known { name, ..Known::of(kind) }))
    }

    /// "Gräv en damm. Parknämnden ansvarar.": an order without number under a heading of orders, and
    /// those who have it.
    pub fn loose_order(&self, words: &Joined) -> Option<(Heading, Joined)> {
        if !self.lists_orders || !words.text.starts_with(char::is_uppercase) {
            return None;
        }
        let mut sentences = sentence::ranges(&words.text).into_iter();
        let order = sentences.next()?;
        let start = sentences.next()?.start;
        let named = assignments::names_bodies(&words.text[start..]);
        let kind = SectionKind::Assignment;
        let known = Known { name: 0..order.end, ..Known::of(kind) };
        named.then(|| (said(words.slice(order), known), words.slice(start..words.text.len())))
    }

    /// Whether a heading stands over numbered orders.
    pub fn opens_orders(&self, heading: &Heading) -> bool {
        first_fit(&self.book.order_lists, &heading.words.text).is_some()
    }

    /// Where an assessment begins in the middle of a paragraph of a goal: "… Bedömning: på väg. …"
    pub fn stated_within(&self, words: &Joined) -> Option<usize> {
        let assessed = self.inside(SectionKind::Goal) && self.document.is_report() && !self.assessing();
        if !assessed || !words.text.contains(": ") {
            return None;
        }
        let starts = sentence::ranges(&words.text).into_iter().skip(1).map(|range| range.start);
        starts.into_iter().find(|start| assesses(&words.text[*start..], self.book))
    }

    /// Whether a paragraph right below a goal opens with a status and nothing else: "Uppfyllt. …"
    pub fn opens_with_status(&self, words: &Joined) -> bool {
        let below = self.top().is_some_and(|top| top.section.kind == SectionKind::Goal);
        let first = || sentence::ranges(&words.text).into_iter().next().unwrap_or(0..0);
        let bare = |text: &str| verdict::is_status(text.trim_matches(['*', '_', '.', ' ']), self.book);
        below && self.document.is_report() && bare(&words.text[first()])
    }
}

/// The name that a text opens with, before a colon or in bold, and where the rest begins.
pub(crate) fn lead(text: &str) -> Option<(Range<usize>, usize)> {
    if let Some(inner) = text.strip_prefix("**") {
        let end = inner.find("**").filter(|end| *end <= LONGEST_LEAD)?;
        let name = inner[..end].trim_end_matches(['.', ':', ' ']).len();
        let rest = inner[end + 2..].trim_start_matches(['.', ':', ' ']);
        return (!rest.is_empty()).then(|| (2..2 + name, text.len() - rest.len()));
    }
    let colon = text.find(": ").filter(|at| (3..LONGEST_LEAD).contains(at))?;
    (!text[..colon].contains(['.', ';', '*'])).then_some((0..colon, colon + 2))
}

/// "Bedömning: delvis på väg.": an assessing label with a status right after it.
pub(crate) fn assesses(text: &str, book: &Book<'_>) -> bool {
    use SectionKind::{AssessmentPeriod, AssessmentTerm};
    let Some((label, rest)) = text.split_once(':') else { return false };
    let assessing =
        |known: &Known| matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm));
    let status = || verdict::first_status(rest.trim_start(), book).is_some_and(|(_, at)| at.start == 0);
    label.len() < LONGEST_LEAD && book.headings(label).first().is_some_and(assessing) && status()
}
