//! A heading with nothing under it.

use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-empty",
        code: "STR-001",
        family: Family::Structure,
        severity: Severity::Warning,
        rests_on: "EN 301 549, WCAG 2.1 kriterium 2.4.6: rubriker beskriver det som följer.",
        page_sv: include_str!("heading_empty.sv.md"),
        page_en: include_str!("heading_empty.en.md"),
    },
    check,
};

fn check(picture: &Picture) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let sections = document.all_sections();
    let empty =
        sections.iter().filter(|section| is_empty(section)).filter(|section| !is_unread(document, section));
    empty.map(|section| tell(document, section)).collect()
}

fn is_empty(section: &Section) -> bool {
    section.heading.is_some() && section.blocks.is_empty() && section.sections.is_empty()
}

/// Whether lines that nobody could read stand between the heading and the next one.
fn is_unread(document: &Document, section: &Section) -> bool {
    document.unread.iter().any(|unread| section.span.holds_line(unread.at.line))
}

fn tell(document: &Document, section: &Section) -> Finding {
    let heading = section.heading.as_ref().map(|heading| heading.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 85,
        found: verbatim(heading),
        expected: Message::new("rule-heading-empty-expected"),
        advice: Message::new("rule-heading-empty-try"),
        ..RULE.about.finding(place::heading(document, section), Message::new("rule-heading-empty-says"))
    }
}
