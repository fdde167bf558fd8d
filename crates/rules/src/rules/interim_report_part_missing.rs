//! A municipality's interim report that has one of its two accounts and not the other.

use crate::owed::{Owed, lacking, tell};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "interim-report-part-missing",
        code: "LAG-007",
        family: Family::Law,
        severity: Severity::Note,
        rests_on: "Lagen om kommunal bokföring och redovisning (2018:597) 13 kap.: en delårsrapport har resultaträkning, balansräkning och en förenklad förvaltningsberättelse.",
        page_sv: include_str!("interim_report_part_missing.sv.md"),
        page_en: include_str!("interim_report_part_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    // A report without either is a summary, or another document.
    let lacking = lacking(picture, DocumentKind::CityInterimReport, &ACCOUNTS).into_iter();
    lacking
        .filter(|(_, missing)| missing.len() < ACCOUNTS.len())
        .map(|(document, missing)| told(document, &missing))
        .collect()
}

/// The accounts, and words by which they are recognised.
const ACCOUNTS: [Owed; 2] = [
    ("resultaträkning", &["resultaträkning"]),
    ("balansräkning", &["balansräkning", "finansiell ställning", "tillgångar och skulder"]),
];

fn told(document: &Document, missing: &[&str]) -> Finding {
    let (says, advice) = ("rule-interim-report-part-missing-says", "rule-interim-report-part-missing-try");
    tell(&RULE.about, document, missing, Message::new(says), Message::new(advice))
}
