//! An image whose alternative text is empty or says nothing.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "image-without-words",
        code: "TIL-003",
        family: Family::Accessibility,
        severity: Severity::Warning,
        rests_on: "DOS-lagen (2018:1937); EN 301 549 9.1.1.1, WCAG 2.1: 1.1.1 Icke-textuellt innehåll.",
        page_sv: include_str!("image_without_words.sv.md"),
        page_en: include_str!("image_without_words.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Words that only say that there is an image.
const NOTHING: [&str; 9] =
    ["", "bild", "bilden", "image", "diagram", "diagrammet", "figur", "foto", "skärmbild"];

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in printed(document) {
        let silent = images(&line.text).into_iter().filter(|(_, words)| NOTHING.contains(&words.as_str()));
        found.extend(silent.map(|(range, _)| tell(document, number, &line.text, &range)));
    }
    found
}

/// The images of a line with their alternative text, in lower case without a number.
fn images(line: &str) -> Vec<(Range<usize>, String)> {
    let found = line.match_indices("![").filter_map(|(at, mark)| {
        let inside = &line[at + mark.len()..];
        let end = inside.find("](")?;
        let close = inside[end..].find(')')?;
        let words = inside[..end].trim().trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        Some((at..at + mark.len() + end + close + 1, words.lower()))
    });
    found.collect()
}

fn tell(document: &Document, number: u32, line: &str, range: &Range<usize>) -> Finding {
    Finding {
        confidence_percent: 95,
        found: verbatim(&line[range.clone()]),
        expected: Message::new("rule-image-without-words-expected"),
        advice: Message::new("rule-image-without-words-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-image-without-words-says"))
    }
}
