//! The same paragraph in two places.

use crate::place;
use crate::prose::{Passage, passages};
use crate::rule::Rule;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "duplicate-paragraph",
        code: "KON-001",
        family: Family::Consistency,
        severity: Severity::Note,
        rests_on: "Klarspråk: samma stycke på två ställen blir olika vid nästa ändring.",
        page_sv: include_str!("duplicate_paragraph.sv.md"),
        page_en: include_str!("duplicate_paragraph.en.md"),
    },
    check,
};

/// Shorter paragraphs may well be the same.
const LETTERS: usize = 160;

fn check(picture: &Picture) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut found = Vec::new();
    for passage in passages(document).iter().filter(|passage| is_told(passage.text)) {
        match first.entry(normalized(passage.text)) {
            Entry::Occupied(earlier) => found.push(tell(document, passage, *earlier.get())),
            Entry::Vacant(free) => {
                free.insert(passage.span);
            }
        }
    }
    found
}

/// Whether a passage is long enough to be told once, and no mere reference to another place.
fn is_told(text: &str) -> bool {
    let lower = text.to_lowercase();
    let refers =
        ["beskrivs ", "redovisas under", "se även", "hänvisas till"].iter().any(|it| lower.contains(it));
    text.chars().count() >= LETTERS && !refers
}

fn tell(document: &Document, passage: &Passage<'_>, earlier: Span) -> Finding {
    let start: String = passage.text.chars().take(70).collect();
    Finding {
        confidence_percent: 90,
        also_at: vec![place::at(document, earlier)],
        found: verbatim(format!("{start}…")),
        expected: Message::new("rule-duplicate-paragraph-expected"),
        advice: Message::new("rule-duplicate-paragraph-try"),
        ..RULE.about.finding(place::at(document, passage.span), Message::new("rule-duplicate-paragraph-says"))
    }
}
