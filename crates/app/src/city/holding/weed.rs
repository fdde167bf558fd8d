//! What was rejected goes.

use super::Things;
use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::assignment::ReportBack;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};

/// A place that something rejected has left.
#[derive(Debug)]
pub(super) struct Left {
    /// What it was.
    pub subject: Subject,
    /// The section that it stood in, by its id; empty for the document itself.
    pub within: String,
    /// Its number among its likes there.
    pub at: usize,
    /// Where its words stand in the latest version.
    pub span: Span,
    /// Where all of it stands.
    pub whole: Span,
    /// Whether it was a row of a table.
    pub is_told: bool,
    /// Whether something that holds has taken the place.
    pub is_taken: bool,
}

/// Takes things out of sections, and notes what they leave.
pub(super) fn weed(sections: &mut Vec<Section>, within: &str, out: &Things, left: &mut Vec<Left>) {
    let mut at = 0;
    while let Some(section) = sections.get_mut(at) {
        let Some((subject, span)) = named(section).into_iter().find(|it| out.contains(it)) else {
            inside(section, out, left);
            at += 1;
            continue;
        };
        let whole = sections.remove(at).span;
        let within = within.to_owned();
        left.push(Left { subject, within, at, span, whole, is_told: false, is_taken: false });
    }
}

/// What a section is as a whole, and where that is printed.
pub(super) fn named(section: &Section) -> Vec<(Subject, Span)> {
    let subject = match section.kind {
        SectionKind::GoalArea => Some(Subject::GoalArea),
        SectionKind::Goal => Some(Subject::Goal),
        SectionKind::Initiative => Some(Subject::Initiative),
        SectionKind::Priority => Some(Subject::Priority),
        _ => None,
    };
    let headed = subject.zip(section.heading.as_ref().map(|heading| heading.span));
    headed.into_iter().chain(section.assignment.iter().map(|it| (Subject::Assignment, it.span))).collect()
}

/// What an assessment is.
pub(super) fn horizon(horizon: Horizon) -> Subject {
    match horizon {
        Horizon::Period => Subject::AssessmentPeriod,
        Horizon::Term => Subject::AssessmentTerm,
    }
}

fn inside(section: &mut Section, out: &Things, left: &mut Vec<Left>) {
    let mut leave = Leaving { within: section.id.clone(), left };
    for (at, indicator) in taken(&mut section.indicators, |it| out.contains(&(Subject::Indicator, it.span))) {
        forget(&mut section.blocks, indicator.span);
        leave.note(Subject::Indicator, at, indicator.span);
    }
    let assessed = section.assessment.as_ref().map(|it| (horizon(it.horizon), it.span));
    if let Some((subject, span)) = assessed.filter(|it| out.contains(it)) {
        section.assessment = None;
        forget(&mut section.blocks, span);
        leave.note(subject, 0, span);
    }
    if let Some(order) = &mut section.assignment {
        let back = order.report_back.wording.as_ref().map(|it| it.span);
        if let Some(span) = back.filter(|span| out.contains(&(Subject::ReportBack, *span))) {
            order.report_back = ReportBack::default();
            leave.note(Subject::ReportBack, 0, span);
        }
    }
    let directed = section.directed_to.as_ref().map(|it| it.wording.span);
    if let Some(span) = directed.filter(|span| out.contains(&(Subject::DirectedTo, *span))) {
        section.directed_to = None;
        leave.note(Subject::DirectedTo, 0, span);
    }
    for block in &mut section.blocks {
        match &mut block.content {
            Content::Agenda { links, .. } => {
                for (at, link) in taken(links, |it| out.contains(&(Subject::AgendaLink, it.span))) {
                    leave.note(Subject::AgendaLink, at, link.span);
                }
            }
            Content::Table(table) => told(&mut table.goals, out, &mut leave),
            _ => {}
        }
    }
    weed(&mut section.sections, &section.id, out, left);
}

/// The goals and assignments that rows of a table are.
fn told(rows: &mut Vec<Section>, out: &Things, leave: &mut Leaving<'_>) {
    let mut own = Vec::new();
    weed(rows, &leave.within, out, &mut own);
    leave.left.extend(own.into_iter().map(|left| Left { is_told: true, ..left }));
}

/// What is left in a section.
struct Leaving<'a> {
    within: String,
    left: &'a mut Vec<Left>,
}

impl Leaving<'_> {
    fn note(&mut self, subject: Subject, at: usize, span: Span) {
        let within = self.within.clone();
        self.left.push(Left { subject, within, at, span, whole: span, is_told: false, is_taken: false });
    }
}

/// Takes what fits out of a list, each with the place that it leaves.
fn taken<T>(all: &mut Vec<T>, fits: impl Fn(&T) -> bool) -> Vec<(usize, T)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if fits(&all[at]) {
            found.push((at, all.remove(at)));
        } else {
            at += 1;
        }
    }
    found
}

/// Takes the words of a line out of the text around it. Rows of tables are cells.
pub(super) fn forget(blocks: &mut Vec<Block>, span: Span) {
    blocks.retain_mut(|block| match &mut block.content {
        Content::Paragraph { .. } | Content::Note { .. } => !block.span.holds_line(span.at.line),
        Content::List { items, .. } => {
            items.retain(|item| !item.span.holds_line(span.at.line));
            !items.is_empty()
        }
        _ => true,
    });
}
