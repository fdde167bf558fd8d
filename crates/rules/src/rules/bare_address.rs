//! A long web address in the text instead of words that say where it leads.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "bare-address",
        code: "TIL-007",
        family: Family::Accessibility,
        severity: Severity::Note,
        rests_on: "EN 301 549 och WCAG 2.1, 2.4.4: länkens syfte framgår av dess text.",
        page_sv: include_str!("bare_address.sv.md"),
        page_en: include_str!("bare_address.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let marked = picture.documents.iter().filter(|document| document.source.media_type == "text/markdown");
    marked.filter_map(|document| of_document(document)).collect()
}

/// Shorter addresses can be read aloud and copied by hand.
const LETTERS: usize = 40;

/// The first long address of a document that stands as it is.
fn of_document(document: &Document) -> Option<Finding> {
    let found =
        printed(document).find_map(|(number, line)| Some((number, line.text.as_str(), bare(&line.text)?)));
    found.map(|(number, line, range)| tell(document, number, line, &range))
}

fn bare(line: &str) -> Option<Range<usize>> {
    let found = line.match_indices("https://").chain(line.match_indices("http://"));
    let free = found.filter(|(at, _)| line[..*at].chars().next_back().is_none_or(char::is_whitespace));
    let mut ranges = free.map(|(at, _)| {
        let end = line[at..]
            .find(|c: char| c.is_whitespace() || matches!(c, '|' | ')' | '>'))
            .unwrap_or(line.len() - at);
        at..at + end
    });
    ranges.find(|range| range.len() >= LETTERS)
}

fn tell(document: &Document, number: u32, line: &str, range: &Range<usize>) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(&line[range.clone()]),
        expected: Message::new("rule-bare-address-expected"),
        advice: Message::new("rule-bare-address-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-bare-address-says"))
    }
}
