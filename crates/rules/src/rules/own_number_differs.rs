//! The document’s own case number with a slip in it.

use crate::lines::{stretch, words};
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use std::ops::Range;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "own-number-differs",
        code: "REF-007",
        family: Family::Reference,
        severity: Severity::Warning,
        rests_on: "Ett ärende har ett diarienummer.",
        page_sv: include_str!("own_number_differs.sv.md"),
        page_en: include_str!("own_number_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// So often a number stands where it is the document's own.
const OWN: usize = 2;

/// So many numbers a head may have: its own, the slip of it and one that it refers to.
const NUMBERS: usize = 3;

fn of_document(document: &Document) -> Vec<Finding> {
    let lines = (1_u32..).zip(&document.lines);
    let heads: Vec<(u32, Range<usize>, String)> = lines
        .filter(|(number, line)| {
            *number <= 12 || line.role == LineRole::RunningHead || ends_with_page(&line.text)
        })
        .flat_map(|(number, line)| {
            let own =
                numbers(&line.text).into_iter().filter(|(range, _)| !is_listed(&line.text[range.end..]));
            own.map(move |(range, name)| (number, range, name))
        })
        .collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    heads.iter().for_each(|(_, _, name)| *times.entry(name).or_default() += 1);
    // Several numbers are of several cases.
    if times.len() > NUMBERS {
        return Vec::new();
    }
    let Some((own, most)) = times.iter().max_by_key(|(_, times)| **times) else { return Vec::new() };
    let off =
        heads.iter().filter(|(_, _, name)| *most >= OWN && times[name.as_str()] == 1 && is_slip(name, own));
    off.map(|(number, range, name)| tell(document, *number, range, name, own)).collect()
}

/// More words than this after a number tell what another document is: a list of decisions or of enclosures.
const WORDS: usize = 3;

/// Whether what stands after a number on its line tells what it is the number of.
fn is_listed(after: &str) -> bool {
    after.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).count()
        > WORDS
}

/// "… 3 (4)": a running head that was not known as one, since its number is another.
fn ends_with_page(line: &str) -> bool {
    let end: String = line.chars().rev().take(9).filter(|c| !c.is_whitespace()).collect();
    let inside = end.strip_prefix(')').and_then(|rest| rest.split_once('('));
    inside.is_some_and(|(all, page)| {
        let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        digits(all) && digits(page)
    })
}

/// "KS-2025-1187" in a line, with where it stands in bytes.
fn numbers(line: &str) -> Vec<(Range<usize>, String)> {
    let found = words(line).into_iter().filter_map(|(range, word)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let parts: Vec<&str> = bare.split(['-', '/', ':']).collect();
        let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let [letters, year, serial] = parts.as_slice() else { return None };
        let is_number =
            letters.chars().all(char::is_alphabetic) && digits(year) && digits(serial) && year.len() == 4;
        let start = range.start + word.find(bare)?;
        is_number.then(|| (start..start + bare.len(), bare.to_owned()))
    });
    found.collect()
}

/// Whether two numbers differ in one digit, or in two neighbours that have changed places.
fn is_slip(one: &str, other: &str) -> bool {
    let off: Vec<usize> =
        one.bytes().zip(other.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    let (a, b) = (one.as_bytes(), other.as_bytes());
    one.len() == other.len()
        && match off.as_slice() {
            [_] => true,
            [first, second] => second - first == 1 && a[*first] == b[*second] && a[*second] == b[*first],
            _ => false,
        }
}

fn tell(document: &Document, number: u32, range: &Range<usize>, name: &str, own: &str) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(name),
        expected: verbatim(own),
        advice: Message::new("rule-own-number-differs-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-own-number-differs-says"))
    }
}
