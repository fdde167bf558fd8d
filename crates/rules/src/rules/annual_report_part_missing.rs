//! An annual report without a part that the law asks for.

use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::picture::Picture;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
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

fn check(picture: &Picture) -> Vec<Finding> {
    let asked = picture.documents.iter().filter(|document| document.kind == DocumentKind::AnnualReport);
    asked.filter_map(|document| of_document(document)).collect()
}

/// The parts, and words by which they are recognised.
const PARTS: [(&str, &[&str]); 6] = [
    ("förvaltningsberättelse", &["förvaltningsberättelse"]),
    ("resultaträkning", &["resultaträkning"]),
    ("balansräkning", &["balansräkning"]),
    ("kassaflödesanalys", &["kassaflödesanalys"]),
    ("driftredovisning", &["driftredovisning", "driftsredovisning"]),
    ("investeringsredovisning", &["investeringsredovisning", "investeringsredovisningen"]),
];

fn of_document(document: &Document) -> Option<Finding> {
    let printed: Vec<String> = document.lines.iter().map(|line| line.text.to_lowercase()).collect();
    let said = |words: &[&str]| words.iter().any(|word| printed.iter().any(|line| line.contains(word)));
    let missing: Vec<&str> = PARTS.iter().filter(|(_, words)| !said(words)).map(|(part, _)| *part).collect();
    // A document that has none of them is a summary, or another document.
    (!missing.is_empty() && missing.len() < 4).then(|| tell(document, &missing))
}

fn tell(document: &Document, missing: &[&str]) -> Finding {
    let title = document.title.as_ref().map(|title| title.span).unwrap_or_default();
    let printed = document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 80,
        found: verbatim(printed),
        expected: verbatim(missing.join(", ")),
        advice: Message::new("rule-annual-report-part-missing-try"),
        ..RULE.about.finding(place::at(document, title), Message::new("rule-annual-report-part-missing-says"))
    }
}
