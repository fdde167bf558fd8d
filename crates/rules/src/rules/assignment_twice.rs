//! An assignment that stands twice in one document.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-twice",
        code: "UPP-002",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Ett uppdrag ges, följs och avslutas en gång.",
        page_sv: include_str!("assignment_twice.sv.md"),
        page_en: include_str!("assignment_twice.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let given = document.assignments();
    let first_of = |at: usize| given[..at].iter().find(|it| same(&it.text, &given[at].text));
    let again = (1..given.len()).filter_map(|at| Some((given[at], *first_of(at)?)));
    let again: Vec<(&Assignment, &Assignment)> = again.collect();
    let by_outline = again.len() * 3 > given.len() && given.len() > 2;
    again.into_iter().filter(|_| !by_outline).map(|(again, first)| tell(document, again, first)).collect()
}

fn tell(document: &Document, again: &Assignment, first: &Assignment) -> Finding {
    Finding {
        confidence_percent: 88,
        also_at: vec![place::at(document, first.span)],
        found: verbatim(again.text.clone()),
        expected: Message::new("rule-assignment-twice-expected"),
        advice: Message::new("rule-assignment-twice-try"),
        ..RULE.about.finding(place::at(document, again.span), Message::new("rule-assignment-twice-says"))
    }
}
