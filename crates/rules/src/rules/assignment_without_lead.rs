//! An assignment that names nobody, among others that do.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-without-lead",
        code: "UPP-007",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Ett uppdrag ges till en bestämd nämnd; fullmäktiges beslut gäller.",
        page_sv: include_str!("assignment_without_lead.sv.md"),
        page_en: include_str!("assignment_without_lead.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let areas = document.goal_areas();
    let given: Vec<&Assignment> = areas.iter().flat_map(|area| area.assignments.iter().copied()).collect();
    let (led, rest): (Vec<&Assignment>, Vec<&Assignment>) = given.into_iter().partition(|it| is_led(it));
    let in_text = led.iter().filter(|it| is_in_text(it)).count();
    let loose = rest.into_iter().filter(|it| it.lead.is_none() || in_text * 2 >= led.len());
    let loose: Vec<&Assignment> = loose.collect();
    // Where many name nobody, they are given to the body whose document it is.
    let few = loose.len() * 2 <= led.len() || loose.len() == 1 && in_text > 0;
    loose.into_iter().filter(|_| few).map(|it| tell(document, it)).collect()
}

/// Whether an assignment says whose it is: in its own words, or in a column, a label or a line.
fn is_led(assignment: &Assignment) -> bool {
    let opens = normalized(&assignment.text).starts_with("att ");
    assignment.lead.is_some() && (!opens || is_in_text(assignment))
}

/// Whether the order itself names its lead as the one who is ordered.
fn is_in_text(assignment: &Assignment) -> bool {
    let text = normalized(&assignment.text);
    assignment.lead.as_ref().is_some_and(|lead| text.contains(&normalized(lead))) && text.contains("uppdrag")
}

fn tell(document: &Document, assignment: &Assignment) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(assignment.text.clone()),
        expected: Message::new("rule-assignment-without-lead-expected"),
        advice: Message::new("rule-assignment-without-lead-try"),
        ..RULE
            .about
            .finding(place::at(document, assignment.span), Message::new("rule-assignment-without-lead-says"))
    }
}
