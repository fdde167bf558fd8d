//! Running text in capitals.

use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "text-in-capitals",
        code: "TIL-005",
        family: Family::Accessibility,
        severity: Severity::Note,
        rests_on: "Klarspråk; WCAG 2.1 3.1 (läsbarhet): versaler i löpande text är svårlästa och läses upp som förkortningar.",
        page_sv: include_str!("text_in_capitals.sv.md"),
        page_en: include_str!("text_in_capitals.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

/// So many words in a row are no name and no heading.
const WORDS: usize = 8;

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let loud = sheet.said().iter().filter(|(_, sentence)| is_loud(sentence));
    loud.map(|(passage, sentence)| tell(sheet.document, passage, sentence)).collect()
}

/// Whether nine letters of ten are capitals.
fn is_loud(sentence: &str) -> bool {
    // A sentence is told by its first words; most have a small letter there.
    if sentence.split_whitespace().take(3).any(|word| word.contains(char::is_lowercase)) {
        return false;
    }
    let letters = sentence.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = sentence.chars().filter(|c| c.is_uppercase()).count();
    let words = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    words >= WORDS && capitals * 10 >= letters * 9
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str) -> Finding {
    let start: String = sentence.chars().take(60).collect();
    Finding {
        confidence_percent: 85,
        found: verbatim(start),
        expected: Message::new("rule-text-in-capitals-expected"),
        advice: Message::new("rule-text-in-capitals-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, sentence)),
            Message::new("rule-text-in-capitals-says"),
        )
    }
}
