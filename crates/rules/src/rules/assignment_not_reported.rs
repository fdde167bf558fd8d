//! An assignment that was to be answered in a report that does not name it.

use crate::continued;
use crate::order_numbers;
use crate::pairs::plan_and_report;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::likeness_permille;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-not-reported",
        code: "UPP-004",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §. Revisionen: uppdrag som ingen följt på flera år.",
        page_sv: include_str!("assignment_not_reported.sv.md"),
        page_en: include_str!("assignment_not_reported.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_report(picture).into_iter();
    pairs.flat_map(|(plan, report)| [of_pair(plan, report), by_number(plan, report)].concat()).collect()
}

/// Orders this like each other (thousandths) are the same.
const SAME_PERMILLE: u16 = 600;

/// Assignments due in this report that it leaves out while it answers others.
fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let answered = continued::assignments(report);
    let sections = report.all_sections();
    let headings: Vec<&str> = sections.iter().map(|section| section.name.as_str()).collect();
    let named = |order: &Assignment| {
        let others = answered.iter().map(|own| own.text.as_str()).chain(headings.iter().copied());
        others.into_iter().any(|own| likeness_permille(own, &order.text) >= SAME_PERMILLE)
    };
    let given = continued::assignments(plan);
    if !given.iter().any(|order| named(order)) {
        return Vec::new();
    }
    let due = given.into_iter().filter(|order| is_due(order, report) && !named(order));
    let spoken = continued::Spoken::of(report);
    let due = due.filter(|order| !spoken.has(&order.text));
    due.map(|order| tell(plan, order, report)).collect()
}

/// Whether the plan promised an answer in this very report.
fn is_due(order: &Assignment, report: &Document) -> bool {
    let kind = match order.report_back.how {
        ReportBackHow::InterimReport => DocumentKind::InterimReport,
        ReportBackHow::AnnualAnalysis => DocumentKind::AnnualAnalysis,
        _ => return false,
    };
    kind == report.kind && order.report_back.year.is_none_or(|year| Some(year) == report.year)
}

/// Orders by year and number that were to be reported back in this report, which names others by theirs and not
/// them, nor what they are about.
fn by_number(plan: &Document, report: &Document) -> Vec<Finding> {
    let named = order_numbers::mentioned(report);
    let given = order_numbers::given(plan);
    let answered = given.iter().filter_map(|order| named.get(&order.number)).min();
    let Some(place) = answered else { return Vec::new() };
    let spoken = continued::Spoken::of(report);
    let is_due = |due: (DocumentKind, i32)| due.0 == report.kind && Some(due.1) == report.year;
    let missed =
        given.iter().filter(|order| order.due.is_some_and(is_due) && !named.contains_key(&order.number));
    let missed = missed.filter(|order| !spoken.has(&order.what));
    missed
        .map(|order| Finding {
            confidence_percent: 88,
            also_at: vec![place::at(plan, order.span)],
            found: Message::new("rule-assignment-not-reported-found"),
            expected: verbatim(format!("{}:{} {}", order.number.0, order.number.1, order.what)),
            advice: Message::new("rule-assignment-not-reported-try"),
            ..RULE.about.finding(place::at(report, *place), Message::new("rule-assignment-not-reported-says"))
        })
        .collect()
}

fn tell(plan: &Document, order: &Assignment, report: &Document) -> Finding {
    Finding {
        confidence_percent: 78,
        also_at: vec![place::at(plan, order.span)],
        found: Message::new("rule-assignment-not-reported-found"),
        expected: verbatim(order.text.clone()),
        advice: Message::new("rule-assignment-not-reported-try"),
        ..RULE.about.finding(place::title(report), Message::new("rule-assignment-not-reported-says"))
    }
}
