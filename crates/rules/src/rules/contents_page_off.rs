//! An entry of the table of contents that leads to another page than its heading stands on.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashMap;
use uppsikt_domain::document::{ContentsEntry, Document};
use uppsikt_domain::place::TextAt;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "contents-page-off",
        code: "INN-002",
        family: Family::Contents,
        severity: Severity::Warning,
        rests_on: "Innehållsförteckningen ska leda till rätt sida.",
        page_sv: include_str!("contents_page_off.sv.md"),
        page_en: include_str!("contents_page_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// An entry with its page and the heading with the page that it stands on.
struct Led<'a> {
    entry: &'a ContentsEntry,
    heading: &'a TextAt,
    says: u32,
    stands: u32,
}

/// Told only where nearly all entries are right: else the pages are counted otherwise.
fn of_document(document: &Document) -> Vec<Finding> {
    let led = led(document);
    let (right, wrong): (Vec<_>, Vec<_>) = led.into_iter().partition(|led| led.says == led.stands);
    if right.len() < 4 || right.len() < 4 * wrong.len() {
        return Vec::new();
    }
    wrong.iter().map(|led| tell(document, led)).collect()
}

/// The entries whose heading stands once in the document, with both pages known.
fn led(document: &Document) -> Vec<Led<'_>> {
    let sections = document.all_sections();
    let mut headings: HashMap<String, Vec<&TextAt>> = HashMap::new();
    for heading in sections.iter().filter_map(|section| section.heading.as_ref()) {
        headings.entry(normalized(&heading.text)).or_default().push(heading);
    }
    let entries = document.contents.iter();
    entries.filter_map(|entry| led_by(entry, headings.get(&normalized(&entry.text.text))?)).collect()
}

/// An entry and the only heading with its words.
fn led_by<'a>(entry: &'a ContentsEntry, of_words: &[&'a TextAt]) -> Option<Led<'a>> {
    let [heading] = of_words else { return None };
    Some(Led { entry, heading, says: entry.page?, stands: heading.span.at.page? })
}

fn tell(document: &Document, led: &Led<'_>) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(document, led.heading.span)],
        found: Message::new("rule-contents-page-off-page").with("page", i64::from(led.says)),
        expected: Message::new("rule-contents-page-off-page").with("page", i64::from(led.stands)),
        advice: Message::new("rule-contents-page-off-try"),
        ..RULE.about.finding(
            place::at(document, led.entry.text.span),
            Message::new("rule-contents-page-off-says").with("heading", led.heading.text.clone()),
        )
    }
}
