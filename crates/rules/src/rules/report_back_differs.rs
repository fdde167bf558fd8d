//! An assignment that a plan reports back in another way than the council decided.

use crate::archive::{Order, orders, ways};
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "report-back-differs",
        code: "UPP-011",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Fullmäktige bestämmer hur och när ett uppdrag ska återrapporteras.",
        page_sv: include_str!("report_back_differs.sv.md"),
        page_en: include_str!("report_back_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    for (shelf, budgets) in archive.of_kind(DocumentKind::CouncilBudget) {
        let [budget] = budgets else { continue };
        let council = &picture.sheets()[*budget];
        let given = orders(council);
        let mut bodies: Vec<&String> = given.iter().map(|order| &order.lead).collect();
        bodies.sort_unstable();
        bodies.dedup();
        for body in bodies {
            let plans = archive.at(&shelf.beside(body, DocumentKind::CommitteeBudget, shelf.year));
            found.extend(
                plans.iter().flat_map(|at| of_plan(council.document, &given, &picture.sheets()[*at])),
            );
        }
    }
    found
}

/// Orders that both tell how are reported back, with nothing in common.
fn of_plan(council: &Document, given: &[Order], plan: &Sheet<'_>) -> Vec<Finding> {
    let by_what: HashMap<&str, &Order> = given.iter().map(|order| (order.what.as_str(), order)).collect();
    let mut found = Vec::new();
    for own in orders(plan) {
        let Some(order) = by_what.get(own.what.as_str()) else { continue };
        let Some((theirs, ours)) = order.report_back.as_ref().zip(own.report_back.as_ref()) else { continue };
        let (decided, planned) = (ways(theirs), ways(ours));
        let both = !decided.is_empty() && !planned.is_empty();
        // A later decision may have changed it.
        let is_told = ours.lower().contains("beslut");
        let differs = both && !is_told && !planned.iter().any(|way| decided.contains(way));
        found.extend(differs.then(|| tell(council, order, theirs, plan.document, &own, ours)));
    }
    found
}

fn tell(
    council: &Document,
    order: &Order,
    theirs: &str,
    plan: &Document,
    own: &Order,
    ours: &str,
) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(council, order.span)],
        found: verbatim(ours),
        expected: verbatim(theirs),
        advice: Message::new("rule-report-back-differs-try"),
        ..RULE.about.finding(place::at(plan, own.report_span), Message::new("rule-report-back-differs-says"))
    }
}
