//! A goal that is headed twice in one document.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-twice",
        code: "MAL-003",
        family: Family::Goal,
        severity: Severity::Warning,
        rests_on: "Fullmäktige har beslutat målet en gång.",
        page_sv: include_str!("goal_twice.sv.md"),
        page_en: include_str!("goal_twice.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// An outline that takes up most goals twice means to.
fn of_document(document: &Document) -> Vec<Finding> {
    let goals = document.goals();
    let first_of = |at: usize| goals[..at].iter().find(|goal| same(goal.name(), goals[at].name()));
    let again: Vec<(usize, &GoalView<'_>)> =
        (1..goals.len()).filter_map(|at| Some((at, first_of(at)?))).collect();
    let by_outline = again.len() * 3 > goals.len() && goals.len() > 2;
    let told = again.into_iter().filter(|_| !by_outline);
    told.map(|(at, first)| tell(document, &goals[at], first)).collect()
}

fn tell(document: &Document, again: &GoalView<'_>, first: &GoalView<'_>) -> Finding {
    Finding {
        confidence_percent: 88,
        also_at: vec![place::heading(document, first.section)],
        found: verbatim(again.name()),
        expected: Message::new("rule-goal-twice-expected"),
        advice: Message::new("rule-goal-twice-try"),
        ..RULE.about.finding(place::heading(document, again.section), Message::new("rule-goal-twice-says"))
    }
}
