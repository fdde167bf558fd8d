//! Two links with the same words that lead to different places.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "link-words-twice",
        code: "TIL-008",
        family: Family::Accessibility,
        severity: Severity::Note,
        rests_on: "EN 301 549 och WCAG 2.1, 2.4.4: länkens syfte framgår av dess text.",
        page_sv: include_str!("link_words_twice.sv.md"),
        page_en: include_str!("link_words_twice.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Words of so few letters say nothing, which is another fault.
const LETTERS: usize = 8;

fn of_document(document: &Document) -> Vec<Finding> {
    let mut first: HashMap<String, (u32, Range<usize>, &str)> = HashMap::new();
    let mut found = Vec::new();
    for (number, line) in printed(document).filter(|(_, line)| line.text.contains("](")) {
        for (range, target) in links(&line.text) {
            let words = line.text[range.clone()].trim().lower();
            if words.chars().count() < LETTERS {
                continue;
            }
            match first.entry(words) {
                Entry::Vacant(free) => {
                    free.insert((number, range, target));
                }
                Entry::Occupied(own) if own.get().2 != target => {
                    let (at, other, _) = own.get();
                    found.push(tell(document, (number, &range), (*at, other)));
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    found
}

/// The words of the links of a line, in bytes, with where they lead. Images and contents are none.
fn links(line: &str) -> Vec<(Range<usize>, &str)> {
    let found = line.match_indices("](").filter_map(|(end, mark)| {
        let start = line[..end].rfind('[')?;
        let target = line[end + mark.len()..].split([')', ' ']).next()?;
        let image = line[..start].ends_with('!');
        (!image && target.contains("://")).then_some((start + 1..end, target))
    });
    found.collect()
}

fn tell(
    document: &Document,
    (number, range): (u32, &Range<usize>),
    (at, other): (u32, &Range<usize>),
) -> Finding {
    let place = stretch(document, number, range);
    let words = document.line(number).and_then(|line| line.text.get(range.clone())).unwrap_or_default();
    Finding {
        confidence_percent: 85,
        also_at: vec![stretch(document, at, other)],
        found: verbatim(words),
        expected: Message::new("rule-link-words-twice-expected"),
        advice: Message::new("rule-link-words-twice-try"),
        ..RULE.about.finding(place, Message::new("rule-link-words-twice-says"))
    }
}
