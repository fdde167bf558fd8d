//! What a template left behind.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::{Place, Span};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "placeholder-left",
        code: "PLA-001",
        family: Family::Placeholder,
        severity: Severity::Error,
        rests_on: "Mallens egna ord ska inte stå kvar i det som lämnas in.",
        page_sv: include_str!("placeholder_left.sv.md"),
        page_en: include_str!("placeholder_left.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for document in &picture.documents {
        for (number, line) in (1_u32..).zip(&document.lines) {
            let read = !matches!(line.role, LineRole::Blank | LineRole::RunningHead | LineRole::Contents);
            found.extend(
                left(&line.text).into_iter().filter(|_| read).map(|range| tell(document, number, range)),
            );
        }
    }
    found
}

/// What template words stand in a line, in characters.
fn left(line: &str) -> Vec<Range<usize>> {
    let bytes = bracketed(line).into_iter().chain(phrases(line)).chain(blanks(line));
    let mut found: Vec<Range<usize>> =
        bytes.map(|it| line[..it.start].chars().count()..line[..it.end].chars().count()).collect();
    found.sort_by_key(|range| range.start);
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

/// Words that open an instruction in brackets: "[Här kommer …", "[Ange …".
const OPENERS: [&str; 16] = [
    "här",
    "skriv",
    "ange",
    "fyll",
    "text",
    "namn",
    "datum",
    "infoga",
    "klicka",
    "beskriv",
    "rubrik",
    "belopp",
    "nämnd",
    "nämndens",
    "komplettera",
    "lägg",
];

fn bracketed(line: &str) -> Vec<Range<usize>> {
    let opened = line.match_indices('[').filter_map(|(start, _)| {
        let inside = &line[start + 1..];
        let end = inside.find(']').map_or(line.trim_end().len(), |end| start + 1 + end + 1);
        let is_link = line[end.min(line.len())..].starts_with('(');
        let first: String =
            inside.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
        (!is_link && OPENERS.contains(&first.as_str())).then_some(start..end)
    });
    opened.collect()
}

/// Phrases that only templates use, without their first letter, which may be raised.
const PHRASES: [&str; 5] =
    ["orem ipsum", "licka här för att ange", "licka eller tryck här", "yll i här", "kriv text här"];

fn phrases(line: &str) -> Vec<Range<usize>> {
    // All phrases but the first have this word.
    if !line.contains("här") && !line.contains(PHRASES[0]) {
        return Vec::new();
    }
    let with_first = |at: usize, phrase: &str| {
        let first = line[..at].chars().next_back()?;
        let starts_word = !line[..at - first.len_utf8()].ends_with(char::is_alphanumeric);
        starts_word.then_some(at - first.len_utf8()..at + phrase.len())
    };
    PHRASES
        .iter()
        .flat_map(|phrase| line.match_indices(phrase).filter_map(move |(at, it)| with_first(at, it)))
        .collect()
}

/// Words that stand for a figure or a name to come: "XX", "20XX", "TBD", "???".
fn blanks(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '"' | '*' | '|' | '\u{201d}')
        });
        if is_blank(bare) {
            let start = at + word.find(bare).unwrap_or(0);
            found.push(start..start + bare.len());
        }
        at += word.len();
    }
    found
}

fn is_blank(word: &str) -> bool {
    let crosses = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let all_x = |letter: char| crosses.len() >= 2 && crosses.chars().all(|c| c == letter);
    all_x('X') || all_x('x') || matches!(word, "TBD" | "TODO" | "???" | "????" | "XX-XX")
}

fn tell(document: &Document, number: u32, range: Range<usize>) -> Finding {
    let line = document.line(number);
    let text = line.map(|line| line.text.as_str()).unwrap_or_default();
    let printed: String = text.chars().skip(range.start).take(range.len()).collect();
    let column = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let at = Place { page: line.and_then(|line| line.page), line: number, column: column(range.start + 1) };
    let span = Span { at, end_line: number, end_column: column(range.end) };
    Finding {
        confidence_percent: 97,
        found: verbatim(printed),
        expected: Message::new("rule-placeholder-left-expected"),
        advice: Message::new("rule-placeholder-left-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-placeholder-left-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<String> {
        left(line)
            .into_iter()
            .map(|range| line.chars().skip(range.start).take(range.len()).collect())
            .collect()
    }

    #[test]
    fn instructions_and_blanks_are_found_exactly() {
        assert_eq!(found("Andelen ska vara XX procent."), ["XX"]);
        assert_eq!(
            found("Åter 20XX, se [Här kommer namnet] och TBD."),
            ["20XX", "[Här kommer namnet]", "TBD"]
        );
        assert_eq!(found("[Ange nämnd på nästa rad"), ["[Ange nämnd på nästa rad"]);
        assert_eq!(found("Lorem ipsum dolor"), ["Lorem ipsum"]);
    }

    #[test]
    fn links_and_ordinary_words_are_left_alone() {
        assert_eq!(
            found("Se [Här finns kartan](https://example.se) och storlek XXL, MAXIMA, [1]."),
            Vec::<String>::new()
        );
    }
}
