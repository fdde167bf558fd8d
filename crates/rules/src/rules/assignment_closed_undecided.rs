//! An assignment that a report calls done without any decision or report back.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-closed-undecided",
        code: "UPP-005",
        family: Family::Assignment,
        severity: Severity::Note,
        rests_on: "Den som gav uppdraget avgör när det är slutfört.",
        page_sv: include_str!("assignment_closed_undecided.sv.md"),
        page_en: include_str!("assignment_closed_undecided.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document, &picture.structure.words)).collect()
}

fn of_document(document: &Document, words: &Words) -> Vec<Finding> {
    let sections = document.all_sections().into_iter().filter(|section| section.assignment.is_some());
    sections.filter_map(|section| of_section(document, section, words)).collect()
}

fn of_section(document: &Document, section: &Section, words: &Words) -> Option<Finding> {
    let text = section.full_text();
    let lower = text.lower();
    let closed = words.closed.iter().find(|closed| lower.contains(closed.as_str()))?;
    let decided = words.reported.iter().any(|word| lower.contains(word.as_str()));
    (!decided && !has_case_number(&text)).then(|| tell(document, section, closed))
}

/// "KS-2025-318", "KS 2025/318".
fn has_case_number(text: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    text.split_whitespace().map(bare).any(|word| {
        let parts: Vec<&str> = word.split(['-', '/']).collect();
        parts.len() >= 2 && parts.iter().filter(|part| part.parse::<u32>().is_ok()).count() >= 2
    })
}

fn tell(document: &Document, section: &Section, closed: &str) -> Finding {
    Finding {
        confidence_percent: 65,
        found: verbatim(format!("\u{201d}{closed}\u{201d}")),
        expected: Message::new("rule-assignment-closed-undecided-expected"),
        advice: Message::new("rule-assignment-closed-undecided-try"),
        ..RULE
            .about
            .finding(place::heading(document, section), Message::new("rule-assignment-closed-undecided-says"))
    }
}
