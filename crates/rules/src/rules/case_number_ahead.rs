//! A case number with a year that has not come.

use crate::lines::{printed, stretch, words};
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "case-number-ahead",
        code: "REF-006",
        family: Family::Reference,
        severity: Severity::Warning,
        rests_on: "Ett diarienummer bär året då ärendet öppnades.",
        page_sv: include_str!("case_number_ahead.sv.md"),
        page_en: include_str!("case_number_ahead.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let Some(latest) = latest(document) else { return Vec::new() };
    let mut found = Vec::new();
    for (number, line) in printed(document) {
        for (range, year) in numbers(&line.text) {
            let ahead = (latest + 1..latest + 100).contains(&year);
            found.extend(ahead.then(|| tell(document, number, &line.text[range.clone()], &range)));
        }
    }
    found
}

/// The last year in which a case that the document names can have been opened.
fn latest(document: &Document) -> Option<i32> {
    use DocumentKind::*;
    let year = document.year?;
    match document.kind {
        AnnualAnalysis | AnnualReport => Some(year + 1),
        Unknown => None,
        _ => Some(year),
    }
}

/// "KS-2026-12", "KS 2026/12", "KS/2026:12", "Dnr 2026-12" with their years, in bytes.
fn numbers(line: &str) -> Vec<(Range<usize>, i32)> {
    // Most lines have no year.
    if !line.contains("20") {
        return Vec::new();
    }
    let words = words(line);
    let mut found = Vec::new();
    for (at, (range, word)) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let start = range.start + word.find(bare).unwrap_or(0);
        let parts: Vec<&str> = bare.split(['-', '/', ':', '.']).collect();
        let before = at.checked_sub(1).map(|at| words[at].1);
        let (named, parts) = match parts.as_slice() {
            [letters, rest @ ..] if is_letters(letters) => (true, rest),
            rest => (before.is_some_and(|it| is_letters(it) || is_label(it)), rest),
        };
        let [year, serial] = parts else { continue };
        let serial = (1..=6).contains(&serial.len()) && serial.bytes().all(|it| it.is_ascii_digit());
        if let Some(year) =
            year.parse().ok().filter(|it| year.len() == 4 && named && serial && (1990..2100).contains(it))
        {
            // "KS 2026-2027" is a span of years.
            let span =
                parts[1].len() == 4 && parts[1].parse::<i32>().is_ok_and(|it| (year..2100).contains(&it));
            found.extend((!span).then(|| (start..start + bare.len(), year)));
        }
    }
    found
}

/// The letters of a register: "KS", "STK", "TN".
fn is_letters(word: &str) -> bool {
    (2..=5).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

fn is_label(word: &str) -> bool {
    let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).lower();
    ["dnr", "diarienummer", "ärende", "ärendenummer"].contains(&lower.as_str())
}

fn tell(document: &Document, number: u32, words: &str, range: &Range<usize>) -> Finding {
    Finding {
        confidence_percent: 82,
        found: verbatim(words),
        expected: Message::new("rule-case-number-ahead-expected")
            .with("year", document.year.map_or_else(String::new, |it| it.to_string())),
        advice: Message::new("rule-case-number-ahead-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-case-number-ahead-says"))
    }
}
