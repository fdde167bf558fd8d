//! A span of years that runs backwards: "2027–2024".

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "year-span-turned",
        code: "KON-011",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Ett spann av år går framåt.",
        page_sv: include_str!("year_span_turned.sv.md"),
        page_en: include_str!("year_span_turned.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in printed(document) {
        let turned = turned(&line.text);
        found.extend(turned.map(|(range, right)| tell(document, number, &line.text, &range, &right)));
    }
    found
}

/// The first span that runs backwards, and the same span forwards.
fn turned(line: &str) -> Option<(Range<usize>, String)> {
    const DASHES: [&str; 2] = ["\u{2013}", "-"];
    DASHES.iter().flat_map(|dash| line.match_indices(dash)).find_map(|(at, dash)| {
        let (before, after) = (&line[..at], &line[at + dash.len()..]);
        let first = year(before.get(before.len().checked_sub(4)?..)?)?;
        let last = year(after.get(..4)?)?;
        let free = !before[..before.len() - 4].ends_with(|c: char| c.is_alphanumeric() || joins(c))
            && !after[4..].starts_with(|c: char| c.is_alphanumeric() || joins(c));
        (free && first > last).then(|| (at - 4..at + dash.len() + 4, format!("{last}{dash}{first}")))
    })
}

/// Marks that make years a part of something longer: a case number, a day.
fn joins(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '/' | '_') || c.is_ascii_digit()
}

fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1950..2100).contains(year))
}

fn tell(document: &Document, number: u32, line: &str, range: &Range<usize>, right: &str) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(&line[range.clone()]),
        expected: verbatim(right),
        advice: Message::new("rule-year-span-turned-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-year-span-turned-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn spans_run_forwards_and_case_numbers_are_no_spans() {
        assert_eq!(turned("Mandatperioden 2026–2023.").map(|it| it.1), Some("2023–2026".to_owned()));
        assert_eq!(turned("Åren 2023-2026, KS-2024-2023 och 2026-2023-1"), None);
    }
}
