//! An annual report without a part that the law asks for.

use crate::owed::{Owed, lacking, tell};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "annual-report-part-missing",
        code: "LAG-002",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Lagen om kommunal bokföring och redovisning (2018:597) 4 kap. 1 §: vad en årsredovisning ska innehålla.",
        page_sv: include_str!("annual_report_part_missing.sv.md"),
        page_en: include_str!("annual_report_part_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    // A document that has none of them is a summary, or another document.
    let lacking = lacking(picture, DocumentKind::AnnualReport, &PARTS).into_iter();
    lacking
        .filter(|(_, missing)| missing.len() < 4)
        .map(|(document, missing)| told(document, &missing))
        .collect()
}

/// The parts, and words by which they are recognised.
const PARTS: [Owed; 6] = [
    ("förvaltningsberättelse", &["förvaltningsberättelse"]),
    ("resultaträkning", &["resultaträkning"]),
    ("balansräkning", &["balansräkning"]),
    ("kassaflödesanalys", &["kassaflödesanalys", "kassaflöde från", "likvida medel vid årets"]),
    (
        "driftredovisning",
        &[
            "driftredovisning",
            "driftsredovisning",
            "drift- och investeringsredovisning",
            "drifts- och investeringsredovisning",
            "nämndernas budgetavvikelse",
            "nämndernas ekonomi",
            "nettokostnad per nämnd",
        ],
    ),
    (
        "investeringsredovisning",
        &["investeringsredovisning", "årets investeringar", "investeringsutfall", "nettoinvesteringar per"],
    ),
];

fn told(document: &Document, missing: &[&str]) -> Finding {
    let (says, advice) = ("rule-annual-report-part-missing-says", "rule-annual-report-part-missing-try");
    tell(&RULE.about, document, missing, Message::new(says), Message::new(advice))
}
