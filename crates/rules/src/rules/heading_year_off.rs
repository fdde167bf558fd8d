//! A heading of the year's plan or report with another year than the document's.

use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashSet;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-year-off",
        code: "KON-002",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Text som följt med från förra årets dokument.",
        page_sv: include_str!("heading_year_off.sv.md"),
        page_en: include_str!("heading_year_off.en.md"),
    },
    check,
};

const KINDS: [SectionKind; 3] = [SectionKind::YearPlan, SectionKind::AssessmentPeriod, SectionKind::Report];

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let Some(year) = document.year else { return Vec::new() };
    let sections = document.all_sections();
    let dated: Vec<(&Section, &TextAt, i32)> = sections
        .into_iter()
        .filter_map(|section| section.heading.as_ref().map(|heading| (section, heading)))
        .filter_map(|(section, heading)| Some((section, heading, single_year(&heading.text)?)))
        .collect();
    // What the headings of the document's own year are called without it.
    let own: HashSet<String> = dated
        .iter()
        .filter(|(_, _, printed)| *printed == year)
        .map(|(_, it, year)| without(&it.text, *year))
        .collect();
    let is_own = |section: &Section, heading: &TextAt, printed: i32| {
        KINDS.contains(&section.kind) || own.contains(&without(&heading.text, printed)) && !is_table(section)
    };
    let off = dated
        .iter()
        .filter(|(section, heading, printed)| *printed != year && is_own(section, heading, *printed));
    off.map(|(_, heading, printed)| tell(document, heading, *printed, year)).collect()
}

/// A heading without its year, for comparing.
fn without(heading: &str, year: i32) -> String {
    normalized(&heading.replace(&year.to_string(), ""))
}

/// Whether a section is a table with its heading: one may stand for each year.
fn is_table(section: &Section) -> bool {
    section.blocks.iter().any(|block| block.table().is_some())
}

/// The year that a heading names, when it names one only.
fn single_year(text: &str) -> Option<i32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years: Vec<i32> =
        digits.filter_map(|digits| digits.parse().ok()).filter(|year| (1990..2100).contains(year)).collect();
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

fn tell(document: &Document, heading: &TextAt, printed: i32, year: i32) -> Finding {
    let (printed, year) = (printed.to_string(), year.to_string());
    Finding {
        confidence_percent: 93,
        found: verbatim(printed.clone()),
        expected: verbatim(year.clone()),
        advice: Message::new("rule-heading-year-off-try").with("year", year),
        ..RULE.about.finding(
            place::at(document, locate(document, heading.span, &printed)),
            Message::new("rule-heading-year-off-says").with("heading", heading.text.clone()),
        )
    }
}
