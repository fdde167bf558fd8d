//! A table whose columns have no headings.

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
        name: "table-without-head",
        code: "TIL-006",
        family: Family::Accessibility,
        severity: Severity::Note,
        rests_on: "DOS-lagen (2018:1937); EN 301 549 9.1.3.1: vad en kolumn innehåller framgår av dess rubrik.",
        page_sv: include_str!("table_without_head.sv.md"),
        page_en: include_str!("table_without_head.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let lines: Vec<_> =
        printed(document).filter(|(_, line)| line.text.trim_start().starts_with('|')).collect();
    let empty = lines
        .windows(2)
        .filter(|pair| pair[0].0 + 1 == pair[1].0 && is_headless(&pair[0].1.text, &pair[1].1.text));
    empty.map(|pair| tell(document, pair[0].0, &(0..pair[0].1.text.len()))).collect()
}

/// Two cells or more without a letter or a digit, above the rule.
fn is_headless(head: &str, rule: &str) -> bool {
    let silent = head.matches('|').count() > 2 && !head.contains(char::is_alphanumeric);
    let ruled = rule.contains("---") && !rule.contains(char::is_alphanumeric);
    silent && ruled && !head.contains("--")
}

fn tell(document: &Document, number: u32, range: &Range<usize>) -> Finding {
    Finding {
        confidence_percent: 90,
        found: verbatim("| |"),
        expected: Message::new("rule-table-without-head-expected"),
        advice: Message::new("rule-table-without-head-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-table-without-head-says"))
    }
}
