//! "Se not 7" where there is no note 7.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

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
    let referred = &picture.structure.words.referred;
    picture.documents.iter().flat_map(|document| of_document(document, referred)).collect()
}

/// Fewer numbers than this, of what has no caption, may be of something else.
const LEAST: usize = 3;

fn of_document(document: &Document, referred: &[String]) -> Vec<Finding> {
    let lines: Vec<(u32, &SourceLine)> = printed(document).collect();
    let chapters = chapters(document);
    let mut found = Vec::new();
    for word in referred {
        let mut given: Vec<String> = lines.iter().filter_map(|(_, line)| given(&line.text, word)).collect();
        // An appendix may be a file of its own, which the contents name.
        given.extend(document.contents.iter().filter_map(|entry| self::given(&entry.text.text, word)));
        if is_chapter(word) {
            given.extend(chapters.iter().cloned());
        }
        if word == "uppdrag" {
            given.extend(orders(document));
        }
        given.sort();
        given.dedup();
        if is_chapter(word) && given.is_empty() {
            found.extend(unnumbered(document, &lines, word));
        }
        let least = if CAPTIONED.contains(&word.as_str()) { 1 } else { LEAST };
        for (number, line) in lines.iter().filter(|_| given.len() >= least) {
            let missing = asked(&line.text, word).into_iter().filter(|(_, asked)| !is_given(asked, &given));
            let missing = missing.filter(|_| line.role != LineRole::Agenda);
            let missing = missing.filter(|(_, asked)| !(is_chapter(word) && begins_a_line(&lines, asked)));
            found.extend(missing.map(|(range, _)| tell(document, *number, line, range)));
        }
    }
    found
}

/// "Se avsnitt 7.3" in a document whose headings, of which there are so many at least, have no numbers.
fn unnumbered(document: &Document, lines: &[(u32, &SourceLine)], word: &str) -> Vec<Finding> {
    const HEADINGS: usize = 5;
    let named = document.all_sections().iter().filter(|section| section.heading.is_some()).count();
    let mut found = Vec::new();
    for (number, line) in lines.iter().filter(|_| named >= HEADINGS) {
        let before = |range: &Range<usize>| line.text[..range.start].trim_end().lower();
        let asked = asked(&line.text, word).into_iter();
        let own = asked.filter(|(range, asked)| asked.contains('.') && before(range).ends_with("se"));
        let missing = own.filter(|(_, asked)| !begins_a_line(lines, asked));
        found.extend(missing.map(|(range, _)| tell(document, *number, line, range)));
    }
    found
}

/// What stands under words of its own with its number.
const CAPTIONED: [&str; 5] = ["not", "tabell", "figur", "diagram", "bilaga"];

fn is_chapter(word: &str) -> bool {
    ["avsnitt", "kapitel"].contains(&word)
}

/// The numbers that headings begin with, where they are numbered.
fn chapters(document: &Document) -> Vec<String> {
    let sections = document.all_sections();
    let headings = sections.iter().filter_map(|section| section.heading.as_ref());
    let numbered: Vec<String> =
        headings.filter_map(|heading| leading(heading.text.trim())).map(|(id, _)| id).collect();
    if numbered.len() * 2 >= sections.len() || is_whole_count(&numbered) { numbered } else { Vec::new() }
}

/// So many chapters, numbered from one with none left out, are all chapters.
const CHAPTERS: usize = 4;

fn is_whole_count(numbered: &[String]) -> bool {
    let whole: Vec<usize> = numbered.iter().filter_map(|number| number.parse().ok()).collect();
    whole.len() >= CHAPTERS && whole.iter().enumerate().all(|(at, number)| *number == at + 1)
}

/// Whether some line begins with a number and a name, though it was not read as a heading.
fn begins_a_line(lines: &[(u32, &SourceLine)], asked: &str) -> bool {
    lines.iter().any(|(_, line)| {
        let bare = line.text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#'));
        let rest = bare.strip_prefix(asked).map(|rest| rest.trim_start_matches(['.', ' ', '\t', '\u{a0}']));
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

/// The numbers that assignments begin with, in a list of them.
fn orders(document: &Document) -> Vec<String> {
    let areas = document.goal_areas();
    let lines =
        areas.iter().flat_map(|area| &area.assignments).filter_map(|it| document.line(it.span.at.line));
    lines.filter_map(|line| leading(line.text.trim_start())).map(|(number, _)| number).collect()
}

/// A number, or the beginning of one: "mål 3" is there where 3.1 is.
fn is_given(asked: &str, given: &[String]) -> bool {
    let inside = |own: &String| own.strip_prefix(asked).is_some_and(|rest| rest.starts_with(['.', ':']));
    given.iter().any(|own| own == asked || inside(own))
}

/// The number of what begins on a line: "**Not 3. Övriga kostnader.**", "Nämndmål: 1.1.2 …".
fn given(line: &str, word: &str) -> Option<String> {
    let bare = line.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '#' | '_' | '|' | '-' | '\u{2022}')
    });
    let first = bare.chars().next().filter(|c| c.is_uppercase())?;
    let rest = word.strip_prefix(|c: char| first.to_lowercase().eq([c]))?;
    let rest = bare[first.len_utf8()..].strip_prefix(rest)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest).strip_prefix([' ', '\u{a0}'])?;
    leading(rest).map(|(number, _)| number)
}

/// The numbers that are referred to on a line, with their places in bytes.
fn asked(line: &str, word: &str) -> Vec<(Range<usize>, String)> {
    // Most lines name nothing that is numbered.
    if !line.contains(word) {
        return Vec::new();
    }
    let found = line.match_indices(word).filter_map(|(at, _)| {
        let free = !line[..at].ends_with(char::is_alphanumeric);
        let rest = line[at + word.len()..].strip_prefix(' ')?;
        let (number, length) = leading(rest)?;
        (free && !is_elsewhere(&line[..at], &rest[length..]))
            .then_some((at..at + word.len() + 1 + length, number))
    });
    found.collect()
}

/// "Tabell 4 i årsredovisningen" stands elsewhere, and so do the goals of Agenda 2030, which are
/// numbered and then named.
fn is_elsewhere(before: &str, after: &str) -> bool {
    let before = before.lower();
    let words: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    let global =
        words.iter().any(|word| word.contains("agenda") || word.contains("global") || word.contains("fn"));
    let named = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let of_other =
        [" i ", " av ", " procent", " %", " till ", " \u{2013} ", "-", "\u{2013}", " kap", " §", " st"];
    global || named || of_other.iter().any(|words| after.starts_with(words))
}

/// A number that a text begins with, maybe with parts ("3.1.1", "2026:3"), and its length.
fn leading(text: &str) -> Option<(String, usize)> {
    let joined = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':');
    let length = text.find(|c: char| !joined(c)).unwrap_or(text.len());
    let number = text[..length].trim_end_matches(['.', ':']);
    let after = &text[number.len()..];
    let is_decimal = after.strip_prefix(',').is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()));
    let goes_on = after.starts_with(|c: char| c.is_alphabetic() || c == '%') || is_decimal;
    let parts = number.split(['.', ':']).all(|part| (1..=4).contains(&part.len()));
    // A whole number of three digits or more is an amount or a year.
    let small = number.contains(['.', ':']) || number.len() < 3;
    (parts && small && !goes_on && !number.is_empty()).then(|| (number.to_owned(), number.len()))
}

fn tell(document: &Document, number: u32, line: &SourceLine, range: Range<usize>) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(&line.text[range.clone()]),
        expected: Message::new("rule-reference-to-nothing-expected"),
        advice: Message::new("rule-reference-to-nothing-try"),
        ..RULE
            .about
            .finding(stretch(document, number, &range), Message::new("rule-reference-to-nothing-says"))
    }
}
