//! A council's budget with a deficit and no word on why it may have one.

use crate::money::budgeted_deficit;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::Table;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "budget-deficit-without-reason",
        code: "LAG-013",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 5 §: budgeten upprättas så att intäkterna överstiger kostnaderna, om det inte finns synnerliga skäl eller reserver som används.",
        page_sv: include_str!("budget_deficit_without_reason.sv.md"),
        page_en: include_str!("budget_deficit_without_reason.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let budgets = picture.documents.iter().filter(|document| document.kind == DocumentKind::CouncilBudget);
    budgets.filter_map(|document| of_document(document, &picture.structure)).collect()
}

/// What allows a deficit, or tells how it is met.
const REASONS: [&str; 6] = [
    "synnerliga skäl",
    "resultatreserv",
    "resultatutjämningsreserv",
    "balanskrav",
    "undantag från kravet",
    "återställ",
];

fn of_document(document: &Document, structure: &Structure) -> Option<Finding> {
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let mut deficits =
        tables.filter_map(|table| Some((table, budgeted_deficit(table, document.year, structure)?)));
    let (table, (at, value)) = deficits.next()?;
    let reasoned = document.lines.iter().any(|line| {
        let lower = line.text.lower();
        REASONS.iter().any(|reason| lower.contains(reason))
    });
    (!reasoned).then(|| tell(document, table, at, &value))
}

fn tell(document: &Document, table: &Table, at: (usize, usize), value: &Quantity) -> Finding {
    Finding {
        confidence_percent: 75,
        found: verbatim(quantity(value)),
        expected: Message::new("rule-budget-deficit-without-reason-expected"),
        advice: Message::new("rule-budget-deficit-without-reason-try"),
        ..RULE.about.finding(
            place::cell(document, table, at),
            Message::new("rule-budget-deficit-without-reason-says"),
        )
    }
}
