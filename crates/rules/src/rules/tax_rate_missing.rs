//! A council's budget without the tax rate, or without appropriations.

use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::picture::Picture;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "tax-rate-missing",
        code: "LAG-004",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 6 §: i budgeten ska skattesatsen och anslagen anges.",
        page_sv: include_str!("tax_rate_missing.sv.md"),
        page_en: include_str!("tax_rate_missing.en.md"),
    },
    check,
};

fn check(picture: &Picture) -> Vec<Finding> {
    let asked = picture.documents.iter().filter(|document| document.kind == DocumentKind::CouncilBudget);
    asked.filter_map(|document| of_document(document)).collect()
}

/// What the budget states, and words by which it is recognised.
const STATED: [(&str, &[&str]); 2] = [
    ("skattesatsen", &["skattesats", "utdebitering", "skattekronan", "skatteuttag"]),
    ("anslagen", &["anslag", "kommunbidrag", "budgetram", "nämndernas ramar", "driftram"]),
];

fn of_document(document: &Document) -> Option<Finding> {
    let printed: Vec<String> = document.lines.iter().map(|line| line.text.to_lowercase()).collect();
    let said = |words: &[&str]| words.iter().any(|word| printed.iter().any(|line| line.contains(word)));
    let missing: Vec<&str> = STATED.iter().filter(|(_, words)| !said(words)).map(|(it, _)| *it).collect();
    (!missing.is_empty()).then(|| tell(document, &missing))
}

fn tell(document: &Document, missing: &[&str]) -> Finding {
    let title = document.title.as_ref().map(|title| title.span).unwrap_or_default();
    let printed = document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 80,
        found: verbatim(printed),
        expected: verbatim(missing.join(", ")),
        advice: Message::new("rule-tax-rate-missing-try"),
        ..RULE.about.finding(place::at(document, title), Message::new("rule-tax-rate-missing-says"))
    }
}
