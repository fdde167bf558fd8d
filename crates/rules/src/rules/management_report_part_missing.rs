//! An annual report whose management report lacks a judgement that the law asks for.

use crate::owed::{Owed, lacking, tell};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "management-report-part-missing",
        code: "LAG-006",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Lagen om kommunal bokföring och redovisning (2018:597) 11 kap.: förvaltningsberättelsen utvärderar god ekonomisk hushållning och visar balanskravsresultatet.",
        page_sv: include_str!("management_report_part_missing.sv.md"),
        page_en: include_str!("management_report_part_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let lacking = lacking(picture, DocumentKind::AnnualReport, &PARTS).into_iter();
    lacking
        .filter(|(document, _)| is_whole(document))
        .map(|(document, missing)| told(document, &missing))
        .collect()
}

/// A summary of the report, or one of its volumes, has no balance sheet and no management report.
fn is_whole(document: &Document) -> bool {
    let says = |word: &str| document.lines.iter().any(|line| line.text.lower().contains(word));
    says("förvaltningsberättelse") && says("balansräkning")
}

/// The judgements, and words by which they are recognised.
const PARTS: [Owed; 2] = [
    ("utvärdering av god ekonomisk hushållning", &["ekonomisk hushållning", "ekonomiska hushållning"]),
    ("balanskravsresultat", &["balanskrav"]),
];

fn told(document: &Document, missing: &[&str]) -> Finding {
    let (says, advice) =
        ("rule-management-report-part-missing-says", "rule-management-report-part-missing-try");
    tell(&RULE.about, document, missing, Message::new(says), Message::new(advice))
}
