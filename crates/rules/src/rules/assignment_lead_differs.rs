//! The same assignment led by another body in another document.

use crate::continued;
use crate::orders;
use crate::pairs::{plan_and_next, plan_and_report};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{self, normalized, same};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-lead-differs",
        code: "TID-004",
        family: Family::Continuity,
        severity: Severity::Warning,
        rests_on: "Ett uppdrag ges till en bestämd nämnd; fullmäktiges beslut gäller.",
        page_sv: include_str!("assignment_lead_differs.sv.md"),
        page_en: include_str!("assignment_lead_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut first: HashMap<String, (&Document, &Assignment)> = HashMap::new();
    let mut found = Vec::new();
    for document in &picture.documents {
        for assignment in document.assignments() {
            let Some(order) = order(assignment) else { continue };
            match first.entry(order) {
                Entry::Occupied(own) if is_other(own.get().1, assignment) => {
                    found.extend(tell(*own.get(), (document, assignment)));
                }
                Entry::Occupied(_) => {}
                Entry::Vacant(free) => {
                    free.insert((document, assignment));
                }
            }
        }
    }
    let pairs = plan_and_next(picture).into_iter().chain(plan_and_report(picture));
    found.extend(pairs.flat_map(|(earlier, later)| by_label(earlier, later)));
    found
}

/// Assignments whose leads stand beside them, in a plan and in a later document of its body.
fn by_label(earlier: &Document, later: &Document) -> Vec<Finding> {
    let given = continued::assignments(earlier);
    let mut found = Vec::new();
    for assignment in continued::assignments(later).into_iter().filter(|it| order(it).is_none()) {
        let mut same =
            given.iter().filter(|own| order(own).is_none() && compare::same(&own.text, &assignment.text));
        let Some(own) = same.next() else { continue };
        let leads = own.lead.as_ref().zip(assignment.lead.as_ref());
        let is_other = leads.is_some_and(|(one, other)| {
            let (one, other) = (normalized(one), normalized(other));
            let bodies = orders::is_body(&one) && orders::is_body(&other);
            bodies && !orders::names(&one, &other) && !orders::names(&other, &one)
        });
        found.extend(is_other.then(|| tell((earlier, own), (later, assignment))).flatten());
    }
    found
}

/// What is to be done, without whom: what follows the last comma and "att".
fn order(assignment: &Assignment) -> Option<String> {
    let text = normalized(&assignment.text);
    let at = text.find("i uppdrag att")?;
    let order = text[at + "i uppdrag att".len()..].trim();
    let order = order.strip_prefix(", ").unwrap_or(order);
    (order.chars().count() >= 25).then(|| without_partners(order))
}

/// "tillsammans med A och B, göra X" is X.
fn without_partners(order: &str) -> String {
    let partners = ["tillsammans med", "i samverkan med", "i samarbete med"];
    let opens = partners.iter().any(|words| order.trim_start_matches([',', ' ']).starts_with(words));
    match order.trim_start_matches([',', ' ']).split_once(", ") {
        Some((_, rest)) if opens => rest.to_owned(),
        _ => order.to_owned(),
    }
}

fn is_other(one: &Assignment, other: &Assignment) -> bool {
    one.lead.as_ref().zip(other.lead.as_ref()).is_some_and(|(a, b)| !same(a, b))
}

fn tell(first: (&Document, &Assignment), later: (&Document, &Assignment)) -> Option<Finding> {
    Some(Finding {
        confidence_percent: 80,
        also_at: vec![place::at(first.0, first.1.span)],
        found: verbatim(later.1.lead.clone()?),
        expected: verbatim(first.1.lead.clone()?),
        advice: Message::new("rule-assignment-lead-differs-try"),
        ..RULE
            .about
            .finding(place::at(later.0, later.1.span), Message::new("rule-assignment-lead-differs-says"))
    })
}
