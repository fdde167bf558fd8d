//! An annual report handed over after 15 April.

use crate::days::{Day, days_where};
use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "annual-report-late",
        code: "LAG-015",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 20 §: styrelsen lämnar över årsredovisningen till fullmäktige och revisorerna senast den 15 april.",
        page_sv: include_str!("annual_report_late.sv.md"),
        page_en: include_str!("annual_report_late.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let asked = picture.documents.iter().filter(|document| document.kind == DocumentKind::AnnualReport);
    asked.filter_map(|document| of_document(document)).collect()
}

/// The day is named among the first lines: on the cover or below it.
const LINES: usize = 60;

/// The last day, as month and day.
const LAST: (u32, u32) = (4, 15);

fn of_document(document: &Document) -> Option<Finding> {
    let year = document.year? + 1;
    let mut told = printed(document).take(LINES).flat_map(|(number, line)| {
        let days = days_where(&line.text, is_handed_over).into_iter();
        days.map(move |day| (number, line.text.as_str(), day))
    });
    // Where several days are told the first may be another's.
    let (number, line, day) = told.next().filter(|_| told.next().is_none())?;
    is_late(&day, year).then(|| tell(document, (number, line), &day, year))
}

/// "Överlämnad till kommunfullmäktige och revisorerna den …".
fn is_handed_over(line: &str) -> bool {
    let lower = line.lower();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let handed = has(&["överlämnad", "överlämnades", "överlämnats", "lämnade över"])
        || has(&["lämnade", "lämnades", "lämnats"]) && lower.contains("årsredovisning");
    handed && ["fullmäktige", "revisor"].iter().any(|word| lower.contains(word))
}

fn is_late(day: &Day, year: i32) -> bool {
    day.year == Some(year) && (day.month, day.day) > LAST
}

fn tell(document: &Document, (number, line): (u32, &str), day: &Day, year: i32) -> Finding {
    let words = line.get(day.range.clone()).unwrap_or(line).trim_end_matches(|c: char| !c.is_alphanumeric());
    let range = day.range.start..day.range.start + words.len();
    Finding {
        confidence_percent: 80,
        found: verbatim(words),
        expected: Message::new("rule-annual-report-late-expected").with("year", year.to_string()),
        advice: Message::new("rule-annual-report-late-try"),
        ..RULE.about.finding(stretch(document, number, &range), Message::new("rule-annual-report-late-says"))
    }
}
