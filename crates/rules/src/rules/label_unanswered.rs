//! An assessment’s label with no answer, or with one off the scale.

use crate::lines::{printed, stretch};
use crate::prose::has_words;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "label-unanswered",
        code: "BED-006",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Varje bedömning har ett svar på skalan.",
        page_sv: include_str!("label_unanswered.sv.md"),
        page_en: include_str!("label_unanswered.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document, &picture.structure)).collect()
}

/// So many others must all have an answer.
const OTHERS: usize = 3;

/// A label and an answer are so short at most, in words.
const LABEL: usize = 4;
const ANSWER: usize = 5;

/// A line with a label: its number, the label and the answer as they stand in it.
struct Labelled<'a> {
    line: u32,
    label: Range<usize>,
    answer: &'a str,
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let mut of_label: BTreeMap<String, Vec<Labelled<'_>>> = BTreeMap::new();
    for (number, line) in printed(document).filter(|(_, line)| line.role != LineRole::Table) {
        if let Some((label, own)) = labelled(number, &line.text, &structure.words) {
            of_label.entry(label).or_default().push(own);
        }
    }
    of_label.values().flat_map(|lines| odd(lines, structure)).map(|line| tell(document, line)).collect()
}

/// "**Bedömning 2024:** uppfyllt": the label without its year, and the line.
fn labelled<'a>(line: u32, text: &'a str, words: &Words) -> Option<(String, Labelled<'a>)> {
    let bare =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '-' | '\u{2022}'));
    let (label, answer) = bare.split_once(':')?;
    let start = text.len() - bare.len();
    let name: String = label.chars().filter(|c| !c.is_ascii_digit()).collect();
    let name = normalized(&name);
    let asks = words.answer_labels.iter().any(|word| name.contains(word.as_str()));
    let short = name.split_whitespace().count() <= LABEL;
    let answer = answer.trim_matches(|c: char| c.is_whitespace() || c == '*');
    (asks && short).then(|| (name, Labelled { line, label: start..start + label.len(), answer }))
}

/// The only line without an answer, or the only one whose answer is off the scale.
fn odd<'l, 'a>(lines: &'l [Labelled<'a>], structure: &Structure) -> Option<&'l Labelled<'a>> {
    if lines.len() <= OTHERS || lines.iter().any(|line| line.answer.split_whitespace().count() > ANSWER) {
        return None;
    }
    let empty: Vec<&Labelled<'_>> = lines.iter().filter(|line| line.answer.is_empty()).collect();
    match empty.as_slice() {
        [only] => return Some(only),
        [] => {}
        _ => return None,
    }
    let off: Vec<&Labelled<'_>> = lines.iter().filter(|line| !is_status(line.answer, structure)).collect();
    match off.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// Whether an answer has a word of the scale, or another that means one.
fn is_status(answer: &str, structure: &Structure) -> bool {
    let lower = answer.lower();
    let words = structure.scale.iter().chain(&structure.status_phrases);
    words.map(|word| word.word.lower()).any(|word| has_words(&lower, &word))
}

fn tell(document: &Document, own: &Labelled<'_>) -> Finding {
    Finding {
        confidence_percent: 80,
        found: if own.answer.is_empty() {
            Message::new("rule-label-unanswered-nothing")
        } else {
            verbatim(own.answer)
        },
        expected: Message::new("rule-label-unanswered-expected"),
        advice: Message::new("rule-label-unanswered-try"),
        ..RULE
            .about
            .finding(stretch(document, own.line, &own.label), Message::new("rule-label-unanswered-says"))
    }
}
