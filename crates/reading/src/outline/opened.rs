//! Sections that running text opens: orders, labelled assessments and pieces of work without a
//! heading of their own.

use super::judging::judges;
use super::{Open, Outline, is_goal, said};
use crate::agenda;
use crate::assignments::tells_of_order;
use crate::book::{HeadingKind, Known, first_fit, folded};
use crate::checked;
use crate::joined::Joined;
use crate::leads::{assesses, lead};
use crate::piece::Heading;
use crate::placing::rank;
use crate::table_goals::intro_start;
use crate::verdict;
use uppsikt_domain::block::Content;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::sentence;

/// An answer that the scale does not know has so many words at most.
const MOST_ANSWERED: usize = 3;
/// How an order that is told of is known.
const TOLD: &str = "{body}";
/// The name of a piece of work has so many letters at least.
const SHORTEST_WORK: usize = 4;

impl Outline<'_> {
    /// The order or priority that an item opens with, and the rest of it.
    pub(super) fn item_opens(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let ordered = || self.ordered(words).or_else(|| self.order_of_list(words));
        let told = self.marked_order(words).or_else(ordered).or_else(|| self.led(words));
        let told = told.or_else(|| self.loose_order(words)).or_else(|| self.given_order(words));
        told.or_else(|| self.led_work(words))
    }

    /// A paragraph, or the sections that it opens and their text.
    pub(super) fn text(&mut self, words: Joined) {
        self.tell_rows(&words);
        if self.names_next_holder(&words) {
            self.orders_of = Some(words.text.clone());
            self.close_to(rank::GOAL);
            self.heading(Heading::labelled(words, Vec::new()));
            return;
        }
        if let Some(parts) = self.side_by_side(&words) {
            parts.into_iter().for_each(|part| self.text(part));
            return;
        }
        if let Some(at) = self.links_within(&words) {
            self.text(words.slice(0..words.text[..at].trim_end_matches(['*', '_', ' ', '|']).len()));
            self.agenda(&words.slice(at..words.text.len()), &[]);
            return;
        }
        if let Some(strip) = self.strip(&words) {
            self.heading(strip.label);
            self.paragraph(strip.told);
            strip.rest.into_iter().for_each(|words| self.paragraph(words));
            return;
        }
        if let Some(end) = self.status_line(&words).filter(|end| *end < words.text.len()) {
            self.open_assessment(&words);
            self.paragraph(words.slice(0..end));
            self.further(words.slice(end + 1..words.text.len()));
            return;
        }
        let opened = self.labelled(&words).or_else(|| self.run_in(&words));
        let opened = opened.or_else(|| self.ordered(&words)).or_else(|| self.led(&words));
        let listed = || self.lists_orders.then(|| self.marked_order(&words)).flatten();
        let opened = opened.or_else(|| self.order_with_lead(&words)).or_else(listed);
        let opened = opened.or_else(|| self.led_work(&words));
        if let Some((label, rest)) = opened {
            self.heading(label);
            self.give_order();
            self.further(rest);
        } else if let Some(at) = self.stated_within(&words) {
            self.paragraph(words.slice(0..words.text[..at].trim_end().len()));
            self.text(words.slice(at..words.text.len()));
        } else {
            let alone = self.status_line(&words).is_some() || self.ticks_status(&words);
            if alone
                || self.opens_with_status(&words)
                || self.closes_goal(&words)
                || self.opens_judging(&words)
            {
                self.open_assessment(&words);
            }
            self.introduces_orders(&words);
            let Some(at) = self.term_within(&words) else { return self.paragraph(words) };
            self.paragraph(words.slice(0..words.text[..at].trim_end().len()));
            let rest = words.slice(at..words.text.len());
            let rank = self.top().map_or(rank::GOAL_PART, |top| top.rank);
            self.open_assessment_of(SectionKind::AssessmentTerm, rank, &rest);
            self.paragraph(rest);
        }
    }

    /// Where links to the global goals end a paragraph of a goal: "Riktas till: alla. Globala mål: 4, 10."
    fn links_within(&self, words: &Joined) -> Option<usize> {
        if !self.inside(SectionKind::Goal) || !words.text.contains(':') {
            return None;
        }
        let at = intro_start(&words.text, self.book)?;
        let before = words.text[..at].trim_end_matches(['*', '_', ' ']);
        let rest = words.slice(at..words.text.len());
        let alone = rest.text.split_once(':').is_some_and(|(_, links)| !links.contains(char::is_alphabetic));
        let linked = || !agenda::links_after_colon(self.source, &rest).is_empty();
        (before.ends_with(['.', '|']) && alone && linked()).then_some(at)
    }

    /// Opens an assessment that has no heading of its own.
    fn open_assessment(&mut self, words: &Joined) {
        self.open_assessment_of(SectionKind::AssessmentPeriod, rank::GOAL_PART, words);
    }

    fn open_assessment_of(&mut self, kind: SectionKind, rank: u8, words: &Joined) {
        let span = words.whole(self.source);
        self.close_to(rank);
        let section = Section { kind, span, ..Section::default() };
        self.open.push(Open { section, rank, level: None, capitals: false, wrapper: false });
    }

    /// "Aktivitet: en buss åker runt" as an item inside a goal is a piece of planned work.
    pub(super) fn is_activity(&self, text: &str) -> bool {
        let label = text.split_once(": ").map(|(label, _)| folded(label.trim_matches(['*', '_', ' '])));
        let own = |label: &String| self.book.style.goals.activities.iter().any(|own| folded(own) == *label);
        self.inside(SectionKind::Goal) && label.as_ref().is_some_and(own)
    }

    /// "Mål: …" inside the plan of a goal that has a fuller mark is a step of that plan.
    pub(super) fn is_step_of_plan(&self, heading: &Heading) -> bool {
        use SectionKind::*;
        let bare = |by: &str| folded(by).starts_with("mål:") || folded(by).starts_with("mål -");
        let marked = heading.meanings.first().is_some_and(|known| is_goal(known) && bare(&known.by));
        let planned = self.open.iter().any(|open| matches!(open.section.kind, TermPlan | YearPlan));
        let outer = self.open.iter().find(|open| open.section.kind == Goal);
        let outer = outer.and_then(|open| open.section.heading.as_ref());
        marked && planned && outer.is_some_and(|own| !folded(&own.text).starts_with("mål"))
    }

    /// A paragraph that gives a body an order, under a heading of assignments: the order and what
    /// is said of it.
    fn ordered(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let holder = self.open.iter().rev().find(|open| open.section.kind != SectionKind::Assignment);
        let named = |open: &Open| folded(&open.section.name).contains("uppdrag");
        let beside = self.top().is_some_and(|top| top.section.kind == SectionKind::Assignment)
            && holder.is_some_and(|open| open.section.kind == SectionKind::GoalArea);
        let headed = self.lists_orders || beside || holder.is_some_and(named);
        if headed { self.order_of_list(words) } else { None }
    }

    /// "1. Parknämnden får i uppdrag att … Redovisas i …": the order that an item gives a body, and the rest.
    fn order_of_list(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let in_goal = self.inside(SectionKind::Goal) && !self.lists_orders;
        if self.document == DocumentKind::Case || in_goal {
            return None;
        }
        let mut ranges = sentence::ranges(&words.text).into_iter();
        let order = ranges.next()?;
        let rest = ranges.next().map_or(words.text.len(), |range| range.start)..words.text.len();
        let mut meanings = self.book.headings(words.text[order.clone()].trim_end());
        if self.lists_orders
            && first_fit(&self.book.orders_told, words.text[order.clone()].trim_end()).is_some()
        {
            meanings = vec![Known { by: TOLD.into(), ..Known::of(SectionKind::Assignment) }];
        }
        let given = |known: &Known| {
            known.kind == HeadingKind::Section(SectionKind::Assignment) && known.by.contains("{body}")
        };
        // "Uppdrag: Parknämnden får i uppdrag att …": the mark is no part of who has it.
        let marked = meanings.iter().find(|known| known.name.start > 0 && known.by.contains("{name}"));
        let known =
            marked.filter(|_| meanings.iter().any(given)).or_else(|| meanings.iter().find(|it| given(it)));
        Some((said(words.slice(order), known?.clone()), words.slice(rest)))
    }

    /// What follows an order in the same paragraph, where something does.
    pub(super) fn further(&mut self, words: Joined) {
        if !words.is_empty() {
            self.paragraph(words);
        }
    }

    pub(super) fn paragraph(&mut self, words: Joined) {
        let span = words.whole(self.source);
        self.words.keep(span, &words);
        self.push(span, Content::Paragraph { text: words.text });
    }

    /// "Bedömning för perioden: på väg" inside a goal is a heading and its text.
    fn labelled(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let colon = words.text.find(':').filter(|at| (3..90).contains(at))?;
        if !self.inside(SectionKind::Goal) || colon + 1 >= words.text.trim_end().len() {
            return None;
        }
        let start = words.text.len() - words.text.trim_start_matches(['*', '_', '>', ' ']).len();
        let end = words.text[..colon].trim_end_matches(['*', '_', ' ']).len();
        let label = words.slice(start.min(end)..end);
        let rest = &words.text[colon + 1..];
        let meanings = self.label_meanings(&label.text, rest)?;
        let from = words.text.len() - rest.trim_start_matches(['*', '_', ' ']).len();
        let heading = Heading::labelled(label, meanings);
        (from < words.text.len()).then(|| (heading, words.slice(from..words.text.len())))
    }

    /// "Bedömning för året: uppfyllt" as an item inside a goal is an assessment with its label.
    pub(super) fn is_assessing_item(&self, text: &str) -> bool {
        self.inside(SectionKind::Goal)
            && self.document.is_report()
            && assesses(&text.replace(['*', '_'], ""), self.book)
    }

    /// "Målområde: Gröna stråk" below "Ansvarig: …" tells where an order belongs, where that area has been.
    pub(super) fn names_area_of_order(&self, heading: &Heading) -> bool {
        let Some(known) = heading.meanings.first() else { return false };
        let Some(order) = self.top().filter(|top| top.section.kind == SectionKind::Assignment) else {
            return false;
        };
        let style = &self.book.style.assignments;
        let told =
            |open: &Open| open.section.blocks.last().is_some_and(|it| tells_of_order(&it.text(), style));
        let name = &heading.words.text[known.name.clone()];
        known.kind == HeadingKind::Section(SectionKind::GoalArea) && told(order) && self.has_been_area(name)
    }

    /// Whether an area of a name has been opened.
    fn has_been_area(&self, name: &str) -> bool {
        let same = |it: &Section| it.kind == SectionKind::GoalArea && it.name == name.trim();
        let open = self.open.iter().map(|open| &open.section);
        open.chain(&self.done).flat_map(Section::all).any(same)
    }

    /// "Bedömning: delvis uppfyllt" set as a heading below a goal: the label and what it says. So is
    /// "Måluppfyllelsen är på rätt väg" in a report, where nothing has assessed the goal.
    pub(super) fn says_assessment(&self, heading: &Heading) -> bool {
        let text = &heading.words.text;
        heading.meanings.is_empty()
            && self.inside(SectionKind::Goal)
            && (assesses(text, self.book) || self.judges_in_heading(text) || self.is_status_heading(heading))
    }

    /// "**Planering för 2031.** Nämnden …" inside a goal: a part of it whose heading stands in bold before
    /// its text.
    fn run_in(&self, words: &Joined) -> Option<(Heading, Joined)> {
        if !self.inside(SectionKind::Goal) || !words.text.starts_with("**") {
            return None;
        }
        let (name, rest) = lead(&words.text)?;
        let label = words.slice(name);
        let meanings = self.book.headings(&label.text);
        let part = meanings.first().is_some_and(Known::is_goal_part);
        part.then(|| (Heading::labelled(label, meanings), words.slice(rest..words.text.len())))
    }

    /// "**Gröna tak.** Taken sås med sedum." in what is planned or done for a goal: a piece of that work with
    /// its name in bold before its text.
    fn led_work(&self, words: &Joined) -> Option<(Heading, Joined)> {
        use SectionKind::{Initiative, Report, YearPlan};
        let part =
            self.open.iter().rev().map(|open| open.section.kind).find(|kind| *kind != SectionKind::Other);
        let planned = matches!(part, Some(YearPlan | Report | Initiative));
        if !planned || !self.inside(SectionKind::Goal) || !words.text.starts_with("**") {
            return None;
        }
        let (name, rest) = lead(&words.text)?;
        let label = words.slice(name);
        let worded = label.text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_WORK;
        let known = !self.book.headings(&label.text).is_empty()
            || self.book.assessment_label(&label.text).is_some()
            || tells_of_order(&words.text.replace('*', ""), &self.book.style.assignments);
        let named = worded && !known && label.text.starts_with(char::is_uppercase);
        named.then(|| (said(label, Known::of(Initiative)), words.slice(rest..words.text.len())))
    }

    /// An assessing heading, or a label of one inside an assessment or before a status.
    fn label_meanings(&self, label: &str, rest: &str) -> Option<Vec<Known>> {
        let meanings = self.book.headings(label);
        if self.repeats_assessment(label) || self.tells_own_status(label) {
            return None;
        }
        let assessed = |known: &Known| {
            matches!(
                known.kind,
                HeadingKind::Section(SectionKind::AssessmentPeriod | SectionKind::AssessmentTerm)
            )
        };
        if meanings.first().is_some_and(assessed) {
            return Some(meanings);
        }
        let opening = rest.trim_start_matches(['*', '_', ' ']);
        let first = sentence::ranges(opening).into_iter().next().unwrap_or(0..0);
        let stated = verdict::stated_end(opening, self.book).is_some()
            || self.book.cell_status(opening).is_some()
            || checked::ticked(opening).is_some()
            || judges(&opening[first], self.book)
            || self.asks_for_status(label, opening);
        let known = self.book.assessment_label(label).filter(|_| stated || self.assessing())?;
        Some(vec![known])
    }

    /// "Status: avviker": a label that wants a word of the scale, and a word or two.
    fn asks_for_status(&self, label: &str, told: &str) -> bool {
        let labels = &self.book.style.structure.words.answer_labels;
        let few = (1..=MOST_ANSWERED).contains(&told.split_whitespace().count());
        self.document.is_report()
            && few
            && labels.contains(&folded(label))
            && !told.contains(|c: char| c.is_ascii_digit())
    }

    /// "Status: på väg" right below the heading of an assessment is what that says: the label names no time.
    fn tells_own_status(&self, label: &str) -> bool {
        use SectionKind::*;
        let empty = |open: &Open| open.section.blocks.is_empty() && open.section.sections.is_empty();
        let assessed =
            |open: &Open| matches!(open.section.kind, AssessmentPeriod | AssessmentTerm) && empty(open);
        let said = folded(label);
        let timed = ["period", "år", "januari", "helhet"].iter().any(|word| said.contains(word));
        let short = !said.contains(' ') && !timed && !said.contains(|c: char| c.is_ascii_digit());
        short && self.top().is_some_and(assessed)
    }

    /// Whether the innermost part of a goal is an assessment.
    pub fn assessing(&self) -> bool {
        use SectionKind::*;
        self.open.iter().rev().any(|open| matches!(open.section.kind, AssessmentPeriod | AssessmentTerm))
    }

    /// Whether an assessment is open that says nothing itself yet: it holds those in it.
    pub fn assessing_holder(&self) -> bool {
        use SectionKind::*;
        let holder = |open: &Open| {
            matches!(open.section.kind, AssessmentPeriod | AssessmentTerm)
                && open.rank < rank::GOAL_PART
                && open.section.blocks.is_empty()
        };
        self.open.iter().any(holder)
    }
}
