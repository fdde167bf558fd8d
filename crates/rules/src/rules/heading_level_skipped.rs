//! A heading two levels below the one above it.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-level-skipped",
        code: "TIL-002",
        family: Family::Accessibility,
        severity: Severity::Warning,
        rests_on: "DOS-lagen (2018:1937); EN 301 549 9.1.3.1, WCAG 2.1: 1.3.1 Information och relationer.",
        page_sv: include_str!("heading_level_skipped.sv.md"),
        page_en: include_str!("heading_level_skipped.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let headings: Vec<(u32, usize, &str)> = printed(document)
        .filter(|(_, line)| line.role == LineRole::Heading)
        .filter_map(|(number, line)| Some((number, level(&line.text)?, line.text.as_str())))
        .collect();
    let skips = headings.windows(2).filter(|pair| pair[1].1 > pair[0].1 + 1);
    skips.map(|pair| tell(document, pair[1].0, pair[1].2, (pair[0].1 + 1, pair[1].1))).collect()
}

/// The level that a heading's marks give it, in Markdown.
fn level(line: &str) -> Option<usize> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&marks).then_some(marks)
}

fn tell(document: &Document, number: u32, line: &str, (right, level): (usize, usize)) -> Finding {
    let words = line.trim_start_matches('#').trim();
    let start = line.len() - line.trim_start_matches('#').trim_start().len();
    Finding {
        confidence_percent: 90,
        found: Message::new("rule-heading-level-skipped-level").with("level", level),
        expected: Message::new("rule-heading-level-skipped-level").with("level", right),
        advice: Message::new("rule-heading-level-skipped-try"),
        note: Some(verbatim(words)),
        ..RULE.about.finding(
            stretch(document, number, &(start..start + words.len())),
            Message::new("rule-heading-level-skipped-says"),
        )
    }
}
