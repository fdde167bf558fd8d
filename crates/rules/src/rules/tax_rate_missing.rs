//! A council's budget without the tax rate, or without appropriations.

use crate::owed::{Owed, lacking, tell};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
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

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let lacking = lacking(picture, DocumentKind::CouncilBudget, &STATED).into_iter();
    lacking.map(|(document, missing)| told(document, &missing)).collect()
}

/// What the budget states, and words by which it is recognised.
const STATED: [Owed; 2] = [
    (
        "skattesatsen",
        &[
            "skattesats",
            "utdebitering",
            "skattekronan",
            "skatteuttag",
            "kommunalskatt",
            "skatten sänks",
            "skatten höjs",
            "skatten är",
            "oförändrad skatt",
        ],
    ),
    ("anslagen", &["anslag", "kommunbidrag", "budgetram", "nämndernas ramar", "driftram"]),
];

fn told(document: &Document, missing: &[&str]) -> Finding {
    let (says, advice) = ("rule-tax-rate-missing-says", "rule-tax-rate-missing-try");
    tell(&RULE.about, document, missing, Message::new(says), Message::new(advice))
}
