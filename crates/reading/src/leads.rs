//! Paragraphs and items that open a section by how they begin: a priority's name before its text,
//! an order under a heading of orders, an assessment in the middle of a paragraph.

use crate::assignments;
use crate::book::{Book, HeadingKind, Known, first_fit, folded, unnumbered};
use crate::joined::Joined;
use crate::outline::judging::judges;
use crate::outline::{Open, Outline, said};
use crate::piece::Heading;
use crate::verdict;
use crate::words::holds_any;
use std::ops::Range;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// The name of a priority before its text is at most so long, in bytes.
const LONGEST_LEAD: usize = 80;
/// A sentence that assesses a goal has so many words at most.
const MOST_JUDGING: usize = 10;

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
        let heading = Heading::labelled(words.slice(name), Vec::new());
        Some((heading, words.slice(rest..words.text.len())))
    }

    /// "Uppdrag 3. Parknämnden får i uppdrag att … Återrapporteras i …": an order and what is said of it.
    pub fn marked_order(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let text = &words.text;
        let bare = text.trim_start_matches(['*', '_']);
        let marks = self.book.style.assignments.item_marks.iter();
        let rest = marks.filter_map(|mark| bare.strip_prefix(mark.as_str())?.strip_prefix(' ')).next()?;
        let numbered = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let order = numbered.trim_start_matches(['.', ':', '*', '_', ' ', '\u{2013}', '-']);
        let start = text.len() - order.len();
        let sound = numbered.len() < rest.len() && order.len() < numbered.len();
        if !sound || !order.starts_with(char::is_uppercase) || self.document == DocumentKind::Case {
            return None;
        }
        let mut sentences = sentence::ranges(order).into_iter();
        let order = sentences.next()?;
        let rest = sentences.next().map_or(text.len(), |next| start + next.start);
        let order = words.slice(start + order.start..start + order.end);
        let mark = text.len() - bare.len()..text.len() - numbered.len();
        let mut headed = words.slice(mark);
        headed.append(&order);
        let name = headed.text.len() - order.text.len()..headed.text.trim_end().len();
        let known = Known { name, ..Known::of(SectionKind::Assignment) };
        Some((said(headed, known), words.slice(rest..text.len())))
    }

    /// "Uppdrag 3. Gräv en damm. Ansvarig: Parknämnden.": a paragraph that is an order and those who have it.
    pub fn order_with_lead(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let style = &self.book.style.assignments;
        self.marked_order(words).filter(|(_, rest)| assignments::tells_lead(&rest.text, style))
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
        let words = unnumbered(&heading.words.text).1;
        first_fit(&self.book.order_lists, words).is_some() || self.opens_area_orders(heading)
    }

    /// Whether a heading stands over the orders of an area.
    pub fn opens_area_orders(&self, heading: &Heading) -> bool {
        first_fit(&self.book.area_order_lists, &heading.words.text).is_some()
    }

    /// Where an assessment begins in the middle of a paragraph of a goal: "… Bedömning: på väg. …"
    pub fn stated_within(&self, words: &Joined) -> Option<usize> {
        if let Some(at) = self.judges_within(words) {
            return Some(at);
        }
        let assessed = self.inside(SectionKind::Goal) && self.document.is_report() && !self.assessing();
        if !assessed || !words.text.contains(": ") {
            return None;
        }
        let starts = sentence::ranges(&words.text).into_iter().skip(1).map(|range| range.start);
        starts.into_iter().find(|start| assesses(&words.text[*start..], self.book))
    }

    /// "Målet bedöms som rött.": a short sentence that assesses a goal which nothing has assessed.
    pub fn closes_goal(&self, words: &Joined) -> bool {
        use SectionKind::AssessmentPeriod;
        let goal = self.open.iter().find(|open| open.section.kind == SectionKind::Goal);
        let assessed = |open: &Open| open.section.sections.iter().any(|inner| inner.kind == AssessmentPeriod);
        if self.headed_assessments || goal.is_none_or(assessed) || self.assessing() {
            return false;
        }
        let text = words.text.trim_end_matches(['*', '_', '.', ' ']);
        let judges = || holds_any(&folded(text), &self.book.style.status.judges);
        let short = text.split(' ').take(MOST_JUDGING + 1).count() <= MOST_JUDGING
            && sentence::ranges(&words.text).len() == 1;
        let said = || verdict::first_status(text, self.book).is_some_and(|(_, at)| at.end == text.len());
        self.document.is_report() && short && judges() && said()
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
    let rest = rest.trim_start();
    let status = || verdict::stated_end(rest, book).is_some();
    let headed = || book.headings(label).first().is_some_and(assessing) && status();
    // "Status: Gul", "Status: Glad": a label that only a status makes one.
    let stated = || verdict::is_status(rest.trim_end_matches('.'), book) || book.cell_status(rest).is_some();
    let told = || stated() || sentence::ranges(rest).len() == 1 && judges(rest, book);
    let labelled = || book.assessment_label(label).is_some() && told();
    label.len() < LONGEST_LEAD && (headed() || labelled())
}
