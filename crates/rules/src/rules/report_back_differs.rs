//! An assignment that a plan reports back in another way than the council decided.

use crate::archive::{Order, orders, ways};
use crate::order_numbers;
use crate::pairs::council_and_committee;
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::dates;

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
    let told: Vec<_> =
        found.iter().map(|finding| (finding.at.file.clone(), finding.at.span.at.line)).collect();
    let pairs = council_and_committee(picture).into_iter().filter(|(_, plan)| !plan.kind.is_report());
    let by_number = pairs.flat_map(|(council, plan)| by_number(council, plan));
    found.extend(by_number.filter(|it| !told.contains(&(it.at.file.clone(), it.at.span.at.line))));
    found
}

/// Orders of one year and number that both documents have a last day for, and not the same.
fn by_number(council: &Document, plan: &Document) -> Vec<Finding> {
    let given = order_numbers::given(council);
    let mut found = Vec::new();
    for own in order_numbers::given(plan) {
        let Some(order) = given.iter().find(|order| order.number == own.number) else { continue };
        let Some((theirs, ours)) = order.report.as_ref().zip(own.report.as_ref()) else { continue };
        if other_last_day(theirs, ours) && !ours.lower().contains("beslut") {
            found.push(Finding {
                confidence_percent: 80,
                also_at: vec![place::at(council, order.span)],
                found: verbatim(ours.clone()),
                expected: verbatim(theirs.clone()),
                advice: Message::new("rule-report-back-differs-try"),
                ..RULE.about.finding(place::at(plan, own.span), Message::new("rule-report-back-differs-says"))
            });
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
        let differs =
            both && !planned.iter().any(|way| decided.contains(way)) || other_last_day(theirs, ours);
        let differs = differs && !is_told;
        found.extend(differs.then(|| tell(council, order, theirs, plan.document, &own, ours)));
    }
    found
}

/// Whether both name one last day, in the same way to report, and not the same: "senast oktober 2031".
fn other_last_day(theirs: &str, ours: &str) -> bool {
    let last = |text: &str| {
        let lower = text.lower();
        let at = lower.find("senast ")?;
        let days = dates::ranges(&lower);
        let [(range, day)] = days.as_slice() else { return None };
        (range.start >= at && range.start <= at + NEAR).then_some((day.from, day.to))
    };
    match (last(theirs), last(ours)) {
        (Some(theirs), Some(ours)) => theirs.1 < ours.0 || ours.1 < theirs.0,
        _ => false,
    }
}

/// "senast den ", "senast i slutet av ": so near stands the day, in bytes.
const NEAR: usize = 20;

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
