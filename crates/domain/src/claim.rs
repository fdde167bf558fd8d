//! Claims: what a document prints, with its place.

use crate::assessment::Horizon;
use crate::contribution_text::{says_contribution, words};
use crate::document::{Document, ReferenceTo};
use crate::place::Span;
use crate::quantity::{Hedge, Quantity};
use crate::section::{Section, SectionKind};
use crate::walk::{Met, Printed, walk};
use serde::{Deserialize, Serialize};

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The name of a goal area.
    GoalArea,
    /// The wording of a goal.
    Goal,
    /// A goal's link to Agenda 2030.
    AgendaLink,
    /// An initiative's heading.
    Initiative,
    /// A priority's heading.
    Priority,
    /// An assignment.
    Assignment,
    /// An indicator.
    Indicator,
    /// The assessment of the period.
    AssessmentPeriod,
    /// The assessment of the term.
    AssessmentTerm,
    /// A cell of a table.
    Cell,
    /// A figure in running text.
    Figure,
    /// A paragraph or an item of what a contribution says.
    Text,
    /// What a case proposes to be decided.
    ProposedDecision,
    /// The last day to answer a referral.
    ReplyBy,
    /// A body that is asked to answer a referral.
    Consultee,
    /// What a referral asks.
    Question,
    /// Whom the decision of a case is sent to.
    Recipient,
    /// Another case that a case names.
    RelatedCase,
    /// How an assignment is reported back.
    ReportBack,
    /// A plan or programme that a text names.
    Reference,
    /// Whom a goal is directed to.
    DirectedTo,
}

impl Subject {
    const ALL: [(Subject, &'static str); 21] = [
        (Subject::GoalArea, "goal_area"),
        (Subject::Goal, "goal"),
        (Subject::AgendaLink, "agenda_link"),
        (Subject::Initiative, "initiative"),
        (Subject::Priority, "priority"),
        (Subject::Assignment, "assignment"),
        (Subject::Indicator, "indicator"),
        (Subject::AssessmentPeriod, "assessment_period"),
        (Subject::AssessmentTerm, "assessment_term"),
        (Subject::Cell, "cell"),
        (Subject::Figure, "figure"),
        (Subject::Text, "text"),
        (Subject::ProposedDecision, "proposed_decision"),
        (Subject::ReplyBy, "reply_by"),
        (Subject::Consultee, "consultee"),
        (Subject::Question, "question"),
        (Subject::Recipient, "recipient"),
        (Subject::RelatedCase, "related_case"),
        (Subject::ReportBack, "report_back"),
        (Subject::Reference, "reference"),
        (Subject::DirectedTo, "directed_to"),
    ];

    /// The parts of a case, in the order in which they are shown.
    pub const OF_CASES: [Subject; 6] = [
        Subject::ProposedDecision,
        Subject::ReplyBy,
        Subject::Consultee,
        Subject::Question,
        Subject::Recipient,
        Subject::RelatedCase,
    ];

    /// The word in storage.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(subject, _)| *subject == self).map_or("", |(_, code)| code)
    }

    /// Whether it is a part of a case.
    pub fn is_of_cases(self) -> bool {
        Self::OF_CASES.contains(&self)
    }

    /// From the word in storage.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == code).map(|(subject, _)| *subject)
    }
}

/// What a document prints: a wording at a place, and the interval that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Claim {
    /// Running number in the document, from 0, in document order.
    pub number: u32,
    /// What it is about.
    pub subject: Subject,
    /// More on what it is about: the goal's name, "row label / column heading" …
    pub about: String,
    /// As printed, wrapped lines joined.
    pub wording: String,
    /// The figure, for claims that are figures.
    pub quantity: Option<Quantity>,
    /// How sure the document is.
    pub hedge: Hedge,
    /// Where it stands.
    pub span: Span,
}

/// All claims of a document, numbered in document order.
pub fn claims_of(document: &Document) -> Vec<Claim> {
    let mut claims = Vec::new();
    walk(document, &mut |met| claims.extend(claims_met(&met)));
    claims.extend(document.tables().into_iter().flat_map(|(_, table)| &table.goals).flat_map(told_claims));
    let parts = document.case.iter().flat_map(|case| &case.parts);
    claims.extend(parts.map(|part| plain(part.subject, &part.text, &part.printed.text, part.printed.span)));
    claims.extend(document.figures.iter().map(|figure| Claim {
        // A range is no figure that another could contradict.
        quantity: figure.to.is_none().then(|| figure.quantity.clone()),
        hedge: figure.hedge,
        ..plain(Subject::Figure, &figure.about, &figure.text, figure.span)
    }));
    let plans = document.references.iter().filter(|reference| reference.to == ReferenceTo::Plan);
    claims.extend(plans.map(|plan| plain(Subject::Reference, "", &plan.text, plan.span)));
    claims.sort_by(|a, b| a.span.at.reading_order(b.span.at));
    for (number, claim) in (0..).zip(&mut claims) {
        claim.number = number;
    }
    claims
}

/// What a row of a table claims of a goal or an area.
fn told_claims(told: &Section) -> Vec<Claim> {
    let of = |section: &Section, within: &[&Section]| match &section.heading {
        Some(heading) => section_claims(section, heading.span, within),
        None => Vec::new(),
    };
    let goals = told.all().into_iter().filter(|section| section.kind == SectionKind::Goal);
    let area = of(told, &[told]).into_iter().filter(|_| told.kind == SectionKind::GoalArea);
    let inner =
        goals.flat_map(|goal| goal.all().into_iter().flat_map(move |inner| of(inner, &[goal, inner])));
    let order = of(told, &[told]).into_iter().filter(|_| told.kind == SectionKind::Assignment);
    // The words in its cells are claims already.
    area.chain(inner).chain(order).filter(|claim| claim.subject != Subject::Text).collect()
}

fn plain(subject: Subject, about: &str, wording: &str, span: Span) -> Claim {
    let (about, wording) = (about.to_owned(), wording.to_owned());
    Claim { number: 0, subject, about, wording, quantity: None, hedge: Hedge::Exact, span }
}

fn claims_met(met: &Met<'_>) -> Vec<Claim> {
    match met.printed {
        Printed::Heading(section, heading) => section_claims(section, heading.span, met.within),
        Printed::Agenda(link) => {
            let goal = goal_around(met.within);
            vec![plain(Subject::AgendaLink, goal, &link.printed(), link.span)]
        }
        Printed::Cell(table, row, column, cell) => {
            let caption = table.caption.as_ref().map_or("", |caption| &caption.text);
            let about = format!("{caption} / {} / {}", row.label.text, column.heading.text);
            let printed = cell.printed.as_deref().unwrap_or_default();
            vec![Claim { quantity: cell.value.clone(), ..plain(Subject::Cell, &about, printed, cell.span) }]
        }
        _ => Vec::new(),
    }
}

fn section_claims(section: &Section, span: Span, within: &[&Section]) -> Vec<Claim> {
    let goal = goal_around(within);
    let headed = match section.kind {
        SectionKind::GoalArea => Some(Subject::GoalArea),
        SectionKind::Goal => Some(Subject::Goal),
        SectionKind::Initiative => Some(Subject::Initiative),
        SectionKind::Priority => Some(Subject::Priority),
        _ => None,
    };
    let mut claims: Vec<Claim> =
        headed.map(|subject| plain(subject, goal, &section.name, span)).into_iter().collect();
    claims.extend(section.assignment.iter().map(|assignment| {
        plain(
            Subject::Assignment,
            assignment.lead.as_deref().unwrap_or_default(),
            &assignment.text,
            assignment.span,
        )
    }));
    let back = section.assignment.iter().filter_map(|it| Some((it, it.report_back.wording.as_ref()?)));
    claims.extend(back.map(|(it, back)| plain(Subject::ReportBack, &it.text, &back.text, back.span)));
    if says_contribution(section) {
        let about = if goal.is_empty() { section.name.as_str() } else { goal };
        claims.extend(words(section).into_iter().map(|(text, span)| plain(Subject::Text, about, text, span)));
    }
    let directed = section.directed_to.iter().map(|it| &it.wording);
    claims.extend(directed.map(|it| plain(Subject::DirectedTo, &section.name, &it.text, it.span)));
    let owner = owner_around(within);
    claims.extend(section.indicators.iter().map(|it| plain(Subject::Indicator, owner, &it.text, it.span)));
    claims.extend(section.assessment.iter().map(|assessment| {
        let subject = match assessment.horizon {
            Horizon::Period => Subject::AssessmentPeriod,
            Horizon::Term => Subject::AssessmentTerm,
        };
        plain(subject, owner, &assessment.wording, assessment.span)
    }));
    claims
}

/// The goal that is followed and assessed: a committee's own where one is open.
fn owner_around<'a>(within: &[&'a Section]) -> &'a str {
    let own = within.iter().rev().find(|section| section.kind == SectionKind::OwnGoal);
    own.map_or_else(|| goal_around(within), |section| section.name.as_str())
}

fn goal_around<'a>(within: &[&'a Section]) -> &'a str {
    let goal = within.iter().rev().find(|section| section.kind == SectionKind::Goal);
    goal.map_or("", |section| section.name.as_str())
}
