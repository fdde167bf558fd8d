//! A goal that is linked to the same global goal twice.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "agenda-twice",
        code: "AGE-002",
        family: Family::Agenda,
        severity: Severity::Warning,
        rests_on: "Agenda 2030: ett mål kopplas en gång till samma globala mål.",
        page_sv: include_str!("agenda_twice.sv.md"),
        page_en: include_str!("agenda_twice.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    document.goals().iter().flat_map(|goal| of_goal(document, goal)).collect()
}

fn of_goal(document: &Document, goal: &GoalView<'_>) -> Vec<Finding> {
    let links: Vec<&AgendaLink> = goal.agenda().collect();
    let first_of = |at: usize| links[..at].iter().find(|link| same_link(link, links[at]));
    let again = (1..links.len()).filter_map(|at| Some((links[at], *first_of(at)?)));
    again.map(|(again, first)| tell(document, again, first)).collect()
}

/// A number with another goal's name is a slip of its own, and told as such.
fn same_link(one: &AgendaLink, other: &AgendaLink) -> bool {
    one.number == other.number && same(&one.name, &other.name)
}

fn tell(document: &Document, again: &AgendaLink, first: &AgendaLink) -> Finding {
    Finding {
        confidence_percent: 95,
        also_at: vec![place::at(document, first.span)],
        found: verbatim(format!("{} {}", again.number, again.name)),
        expected: Message::new("rule-agenda-twice-expected"),
        advice: Message::new("rule-agenda-twice-try"),
        ..RULE.about.finding(
            place::at(document, again.span),
            Message::new("rule-agenda-twice-says").with("number", i64::from(again.number)),
        )
    }
}
