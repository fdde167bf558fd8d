//! A link whose words do not say where it leads: "klicka här".

use crate::lines::stretch;
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::{Document, SourceLine};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "link-says-nothing",
        code: "TIL-001",
        family: Family::Accessibility,
        severity: Severity::Note,
        rests_on: "EN 301 549 och WCAG 2.1, 2.4.4: länkens syfte framgår av dess text.",
        page_sv: include_str!("link_says_nothing.sv.md"),
        page_en: include_str!("link_says_nothing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Words that lead anywhere.
const EMPTY: [&str; 7] = ["här", "klicka här", "läs mer", "läs mer här", "länk", "se här", "mer"];

fn of_document(document: &Document) -> Vec<Finding> {
    let lines = (1..).zip(&document.lines);
    lines
        .flat_map(|(number, line)| {
            links(&line.text).into_iter().map(move |range| tell(document, number, line, range))
        })
        .collect()
}

/// The words of links that say nothing, in bytes.
fn links(line: &str) -> Vec<Range<usize>> {
    let found = line.match_indices("](").filter_map(|(end, _)| {
        let start = line[..end].rfind('[')? + 1;
        let words = line[start..end].trim_matches(|c: char| !c.is_alphanumeric()).lower();
        EMPTY.contains(&words.as_str()).then_some(start..end)
    });
    found.collect()
}

fn tell(document: &Document, number: u32, line: &SourceLine, range: Range<usize>) -> Finding {
    Finding {
        confidence_percent: 95,
        found: verbatim(&line.text[range.clone()]),
        expected: Message::new("rule-link-says-nothing-expected"),
        advice: Message::new("rule-link-says-nothing-try"),
        ..RULE.about.finding(stretch(document, number, &range), Message::new("rule-link-says-nothing-says"))
    }
}
