//! A table, figure or question with a number that another has.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "caption-number-off",
        code: "STR-007",
        family: Family::Structure,
        severity: Severity::Warning,
        rests_on: "Tabeller, figurer och frågor räknas upp med ett i taget.",
        page_sv: include_str!("caption_number_off.sv.md"),
        page_en: include_str!("caption_number_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let openings = &picture.structure.words.numbered;
    let asked = |document: &'_ Document| -> Vec<Finding> {
        openings.iter().flat_map(|opening| of_kind(document, opening)).collect()
    };
    picture.documents.iter().flat_map(|document| asked(document)).collect()
}

/// So many things of a kind make a count.
const LEAST: usize = 3;

fn of_kind(document: &Document, opening: &str) -> Vec<Finding> {
    let mut given: Vec<(u32, Range<usize>, u32, &str)> = Vec::new();
    for (line, text) in printed(document).map(|(line, it)| (line, it.text.as_str())) {
        given.extend(numbered(text, opening).map(|(range, number, rest)| (line, range, number, rest)));
    }
    let mut found = Vec::new();
    let mut last = 0;
    for (at, (line, range, number, rest)) in given.iter().enumerate() {
        let again = given[..at].iter().any(|(_, _, other, words)| other == number && same(words, rest));
        let restarts = *number == 1 && last != 1;
        if *number <= last && !again && !restarts {
            found.push(tell(document, *line, range, last + 1));
            last += 1;
        } else if !again {
            last = *number;
        }
    }
    // Where several are off they are counted otherwise.
    if given.len() < LEAST || found.len() > 1 { Vec::new() } else { found }
}

/// "**Tabell 4.** Resultat": the words and the number that open a line, and what follows.
fn numbered<'l>(line: &'l str, opening: &str) -> Option<(Range<usize>, u32, &'l str)> {
    let bare = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '_'));
    let start = line.len() - bare.len();
    let rest = bare.strip_prefix(opening)?.strip_prefix([' ', '\u{a0}'])?;
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = rest.get(..length)?.parse().ok().filter(|number| (1..100).contains(number))?;
    let after = rest[length..].trim_start_matches(['.', ':', ' ', '\u{a0}', '*', '_', '\u{2013}', '-']);
    // "Tabell 4 visar …" is a sentence, "Tabell 4.2" a part.
    let opens = after.is_empty() || after.starts_with(char::is_uppercase);
    let end = line.len() - rest.len() + length;
    opens.then_some((start..end, number, after))
}

fn tell(document: &Document, line: u32, range: &Range<usize>, expected: u32) -> Finding {
    let text = document.line(line).map(|line| line.text.as_str()).unwrap_or_default();
    Finding {
        confidence_percent: 82,
        found: verbatim(text.get(range.clone()).unwrap_or(text)),
        expected: verbatim(expected.to_string()),
        advice: Message::new("rule-caption-number-off-try"),
        ..RULE.about.finding(stretch(document, line, range), Message::new("rule-caption-number-off-says"))
    }
}
