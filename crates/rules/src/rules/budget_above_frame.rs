//! A committee's plan that budgets a deficit: more than its appropriation.

use crate::money::budgeted_deficit;
use crate::place;
use crate::prose::has_words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "budget-above-frame",
        code: "RAM-007",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 6 §: fullmäktige anger anslagen; nämnden håller sig inom sitt.",
        page_sv: include_str!("budget_above_frame.sv.md"),
        page_en: include_str!("budget_above_frame.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let plans = picture.documents.iter().filter(|document| document.kind == DocumentKind::CommitteeBudget);
    plans.filter_map(|document| of_document(document, &picture.structure)).collect()
}

/// Words that tell why a plan may end below nought.
const REASONS: [&str; 4] = ["underskott", "eget kapital", "ackumulerat", "underbalanserad"];

fn of_document(document: &Document, structure: &Structure) -> Option<Finding> {
    let statements = document
        .tables()
        .into_iter()
        .map(|(_, table)| table)
        .filter(|table| table.kind == TableKind::Statement);
    let mut below = statements.filter_map(|table| Some((table, deficit(table, document.year, structure)?)));
    let (table, (at, value)) = below.next()?;
    let reasoned = document.lines.iter().any(|line| {
        let lower = line.text.lower();
        REASONS.iter().any(|reason| has_words(&lower, reason))
    });
    (!reasoned).then(|| tell(document, table, at, &value))
}

/// The budgeted result of the year in a statement that has the appropriation, where it is below nought.
fn deficit(table: &Table, year: Option<i32>, structure: &Structure) -> Option<((usize, usize), Quantity)> {
    let (at, value) = budgeted_deficit(table, year, structure)?;
    table.figure(&structure.frame_line, at.1)?;
    Some((at, value))
}

fn tell(document: &Document, table: &Table, at: (usize, usize), value: &Quantity) -> Finding {
    Finding {
        confidence_percent: 75,
        found: verbatim(quantity(value)),
        expected: Message::new("rule-budget-above-frame-expected"),
        advice: Message::new("rule-budget-above-frame-try"),
        ..RULE.about.finding(place::cell(document, table, at), Message::new("rule-budget-above-frame-says"))
    }
}
