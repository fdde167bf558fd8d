//! A numbered heading that does not follow the one before.

use crate::lines::printed;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::SectionKind;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "numbering-off",
        code: "STR-003",
        family: Family::Structure,
        severity: Severity::Warning,
        rests_on: "Numrerade rubriker räknas upp med ett i taget.",
        page_sv: include_str!("numbering_off.sv.md"),
        page_en: include_str!("numbering_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Documents with fewer numbered headings number something else than their headings.
const FEWEST: usize = 4;

fn of_document(document: &Document) -> Vec<Finding> {
    // The number before a goal or an assignment is its own, and goals are told of in any order.
    let numbered_otherwise = |kind| matches!(kind, SectionKind::Goal | SectionKind::Assignment);
    let sections = document.all_sections().into_iter();
    let sections: Vec<_> = sections.filter(|section| !numbered_otherwise(section.kind)).collect();
    let headings: Vec<&TextAt> = sections.iter().filter_map(|section| section.heading.as_ref()).collect();
    let numbered: Vec<(Vec<u32>, &TextAt)> =
        headings.iter().filter_map(|heading| Some((number(&heading.text)?, *heading))).collect();
    if numbered.len() < FEWEST || numbered.len() * 2 < headings.len() {
        return Vec::new();
    }
    let mut last: BTreeMap<Vec<u32>, Last> = BTreeMap::new();
    let mut found = Vec::new();
    let mut previous: Vec<u32> = Vec::new();
    for (path, heading) in numbered {
        let Some((own, above)) = path.split_last() else { continue };
        // "3.1" right after "3.1" or "3.2" starts nothing anew.
        let beside = !above.is_empty() && previous.split_last().is_some_and(|(_, its)| its == above);
        previous.clone_from(&path);
        let before = last.get(above);
        // An appendix may start again from one.
        let off = before.filter(|before| !before.is_before(*own) && (*own != 1 || beside));
        let expected = off.map(|before| before.meant.unwrap_or(before.printed) + 1);
        last.insert(above.to_vec(), Last { printed: *own, meant: expected });
        let told = expected.filter(|expected| !is_printed(document, above, *expected, heading));
        found.extend(told.map(|expected| tell(document, heading, above, expected)));
    }
    found
}

/// The last number of a chapter.
struct Last {
    printed: u32,
    /// What it should have been, where it does not follow the one before.
    meant: Option<u32>,
}

impl Last {
    /// Whether a number counts on from it: from what is printed, or from what was meant.
    fn is_before(&self, own: u32) -> bool {
        [Some(self.printed), self.meant].into_iter().flatten().any(|it| it + 1 == own)
    }
}

/// Whether a line above a heading begins with the number that it ought to have, though nobody took it for one.
fn is_printed(document: &Document, above: &[u32], expected: u32, heading: &TextAt) -> bool {
    let path: Vec<u32> = above.iter().copied().chain([expected]).collect();
    let headings: Vec<u32> = document
        .all_sections()
        .iter()
        .filter_map(|section| section.heading.as_ref().map(|it| it.span.at.line))
        .collect();
    let before = printed(document).take_while(|(line, _)| *line < heading.span.at.line);
    let mut others = before.filter(|(line, text)| text.role == LineRole::Text && !headings.contains(line));
    path.len() > 1 && others.any(|(_, line)| number(&line.text).is_some_and(|own| own == path))
}

/// "3.2 Rubrik": the numbers that a heading begins with.
fn number(heading: &str) -> Option<Vec<u32>> {
    let (first, rest) = heading.trim().split_once(' ')?;
    let digits = first.trim_end_matches('.');
    let path: Option<Vec<u32>> = digits.split('.').map(|part| part.parse().ok()).collect();
    let named = rest.trim_start().starts_with(char::is_uppercase);
    path.filter(|path| named && path.len() <= 4 && path.iter().all(|part| (1..60).contains(part)))
}

fn tell(document: &Document, heading: &TextAt, above: &[u32], expected: u32) -> Finding {
    let path: Vec<String> = above.iter().chain([&expected]).map(u32::to_string).collect();
    let printed = heading.text.split_whitespace().next().unwrap_or_default();
    Finding {
        confidence_percent: 85,
        found: verbatim(printed),
        expected: verbatim(path.join(".")),
        advice: Message::new("rule-numbering-off-try"),
        ..RULE.about.finding(place::at(document, heading.span), Message::new("rule-numbering-off-says"))
    }
}
