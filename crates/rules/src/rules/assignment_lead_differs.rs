//! The same assignment led by another body in another document.

use crate::archive::{Order, orders};
use crate::continued;
use crate::order_numbers;
use crate::orders;
use crate::pairs::{plan_and_next, plan_and_report};
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::{HashMap, HashSet};
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{self, normalized};

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

/// An order with the document that tells it.
type Given<'a> = (&'a Document, Order);

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut council: HashMap<(&str, i32, String), Given<'_>> = HashMap::new();
    let mut first: HashMap<(&str, String), Given<'_>> = HashMap::new();
    let mut found = Vec::new();
    let mut sheets: Vec<(usize, &Sheet<'_>)> = picture.sheets().iter().enumerate().collect();
    // What the council says is what holds.
    sheets.sort_by_key(|(_, sheet)| sheet.document.kind != DocumentKind::CouncilBudget);
    for (at, sheet) in sheets {
        let (document, city) = (sheet.document, picture.archive().city(at).unwrap_or_default());
        for order in orders(sheet) {
            let year = document.year.unwrap_or_default();
            let decided = (city, year, order.what.clone());
            if document.kind == DocumentKind::CouncilBudget {
                council.entry(decided).or_insert((document, order));
                continue;
            }
            let own = council.get(&decided);
            let known = first.entry((city, order.what.clone())).or_insert_with(|| (document, order.clone()));
            let right = own.unwrap_or(known);
            let is_other = right.1.lead != order.lead && !std::ptr::eq(right.0, document);
            found.extend(is_other.then(|| tell_order(right, document, &order)));
        }
    }
    let pairs = plan_and_next(picture).into_iter().chain(plan_and_report(picture));
    found.extend(pairs.flat_map(|(earlier, later)| by_label(earlier, later)));
    found.extend(by_number(picture));
    let mut told = HashSet::new();
    found.retain(|finding| told.insert((finding.at.file.clone(), finding.at.span)));
    found
}

/// Orders of one year and number whose leads are others in another document of the city, the council's first.
fn by_number(picture: &Seen<'_>) -> Vec<Finding> {
    let mut sheets: Vec<(usize, &Sheet<'_>)> = picture.sheets().iter().enumerate().collect();
    sheets
        .sort_by_key(|(_, sheet)| (sheet.document.kind != DocumentKind::CouncilBudget, sheet.document.year));
    let mut first: HashMap<(&str, order_numbers::Number), (&Document, order_numbers::Given)> = HashMap::new();
    let mut found = Vec::new();
    for (at, sheet) in sheets {
        let (document, city) = (sheet.document, picture.archive().city(at).unwrap_or_default());
        for order in order_numbers::given(document).into_iter().filter(|order| order.lead.is_some()) {
            let known = first.entry((city, order.number)).or_insert_with(|| (document, order.clone()));
            let Some((own, theirs)) = known.1.lead.clone().zip(order.lead.clone()) else { continue };
            let bodies = orders::is_body(&own.0) && orders::is_body(&theirs.0);
            let other = !orders::names(&own.0, &theirs.0) && !orders::names(&theirs.0, &own.0);
            found.extend((bodies && other).then(|| Finding {
                confidence_percent: 88,
                also_at: vec![place::at(known.0, known.1.span)],
                found: verbatim(theirs.1),
                expected: verbatim(own.1),
                advice: Message::new("rule-assignment-lead-differs-try"),
                ..RULE.about.finding(
                    place::at(document, order.span),
                    Message::new("rule-assignment-lead-differs-says"),
                )
            }));
        }
    }
    found
}

/// Assignments whose leads stand beside them, in a plan and in a later document of its body.
fn by_label(earlier: &Document, later: &Document) -> Vec<Finding> {
    let given = continued::assignments(earlier);
    let mut found = Vec::new();
    for assignment in continued::assignments(later).into_iter().filter(|it| !is_ordered(it)) {
        let mut same =
            given.iter().filter(|own| !is_ordered(own) && compare::same(&own.text, &assignment.text));
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

/// Whether a text orders somebody to do something in so many words.
fn is_ordered(assignment: &Assignment) -> bool {
    assignment.text.contains("i uppdrag att")
}

fn tell_order(right: &Given<'_>, document: &Document, order: &Order) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(right.0, right.1.span)],
        found: verbatim(order.lead_name.clone()),
        expected: verbatim(right.1.lead_name.clone()),
        advice: Message::new("rule-assignment-lead-differs-try"),
        ..RULE
            .about
            .finding(place::at(document, order.span), Message::new("rule-assignment-lead-differs-says"))
    }
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
