//! An indicator whose source is not named, where the others name theirs.

use crate::habit::lacking;
use crate::indicator_holes::holes;
use crate::limits::limit;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-without-source",
        code: "IND-012",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Den som följer upp behöver veta varifrån uppgiften hämtas.",
        page_sv: include_str!("indicator_without_source.sv.md"),
        page_en: include_str!("indicator_without_source.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let without = lacking(document, habit, has_source).into_iter();
    let mut found: Vec<Finding> = without.map(|it| tell(document, it.span, &it.text)).collect();
    let told: Vec<u32> = found.iter().map(|it| it.at.span.at.line).collect();
    let rows = holes(document, &["källa", "datakälla"]).into_iter();
    let rows = rows.filter(|row| !told.contains(&row.label.span.at.line));
    found.extend(rows.map(|row| tell(document, row.label.span, &row.label.text)));
    found
}

/// Measurements and registers whose name is in the indicator itself are their own source.
const NAMED: [&str; 12] = [
    "kolada",
    "scb",
    "skr",
    "insikt",
    "enkät",
    "mätning",
    "undersökning",
    "register",
    "statistik",
    "barometer",
    "medarbetarindex",
    "räkning",
];

fn has_source(indicator: &Indicator) -> bool {
    let lower = indicator.text.lower();
    indicator.source.is_some() || NAMED.iter().any(|word| lower.contains(word))
}

fn tell(document: &Document, span: Span, text: &str) -> Finding {
    Finding {
        confidence_percent: 60,
        found: verbatim(text),
        expected: Message::new("rule-indicator-without-source-expected"),
        advice: Message::new("rule-indicator-without-source-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-indicator-without-source-says"))
    }
}
