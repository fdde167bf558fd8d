//! "Se not 7" where there is no note 7.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::{Place, Span};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "reference-to-nothing",
        code: "REF-002",
        family: Family::Reference,
        severity: Severity::Warning,
        rests_on: "En hänvisning ska leda till något i dokumentet.",
        page_sv: include_str!("reference_to_nothing.sv.md"),
        page_en: include_str!("reference_to_nothing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// What is numbered and referred to, and how it begins where it stands.
const KINDS: [(&str, &str); 4] =
    [("not", "Not"), ("tabell", "Tabell"), ("figur", "Figur"), ("diagram", "Diagram")];

fn of_document(document: &Document) -> Vec<Finding> {
    let lines: Vec<(u32, &SourceLine)> =
        (1..).zip(&document.lines).filter(|(_, line)| is_read(line)).collect();
    let mut found = Vec::new();
    for (word, opening) in KINDS {
        let given: Vec<u32> = lines.iter().filter_map(|(_, line)| given(&line.text, opening)).collect();
        for (number, line) in lines.iter().filter(|_| !given.is_empty()) {
            let missing = asked(&line.text, word).into_iter().filter(|(_, asked)| !given.contains(asked));
            found.extend(missing.map(|(range, _)| tell(document, *number, line, range)));
        }
    }
    found
}

fn is_read(line: &SourceLine) -> bool {
    !matches!(line.role, LineRole::Blank | LineRole::RunningHead | LineRole::Contents)
}

/// The number of what begins on a line: "**Not 3. Övriga kostnader.**".
fn given(line: &str, opening: &str) -> Option<u32> {
    let bare =
        line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '_' | '|' | '-'));
    let rest = bare.strip_prefix(opening)?.strip_prefix(' ')?;
    leading(rest).map(|(number, _)| number)
}

/// The numbers that are referred to on a line, with their places in bytes.
fn asked(line: &str, word: &str) -> Vec<(Range<usize>, u32)> {
    let found = line.match_indices(word).filter_map(|(at, _)| {
        let free = !line[..at].ends_with(char::is_alphanumeric);
        let rest = line[at + word.len()..].strip_prefix(' ')?;
        let (number, length) = leading(rest)?;
        // "Tabell 4 i årsredovisningen" stands elsewhere.
        let elsewhere = rest[length..].starts_with(" i ");
        (free && !elsewhere).then_some((at..at + word.len() + 1 + length, number))
    });
    found.collect()
}

/// A whole number below a hundred that a text begins with, and its length.
fn leading(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = text[length..].starts_with(|c: char| c.is_alphabetic() || c == '%');
    (1..3)
        .contains(&length)
        .then(|| text[..length].parse().ok())
        .flatten()
        .filter(|_| !goes_on)
        .map(|number| (number, length))
}

fn tell(document: &Document, number: u32, line: &SourceLine, range: Range<usize>) -> Finding {
    let column = |at: usize| u32::try_from(line.text[..at].chars().count()).unwrap_or(u32::MAX);
    let at = Place { page: line.page, line: number, column: column(range.start) + 1 };
    let span = Span { at, end_line: number, end_column: column(range.end) };
    Finding {
        confidence_percent: 85,
        found: verbatim(&line.text[range]),
        expected: Message::new("rule-reference-to-nothing-expected"),
        advice: Message::new("rule-reference-to-nothing-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-reference-to-nothing-says"))
    }
}
