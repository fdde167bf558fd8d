//! A municipality's interim report handed over more than two months after its period.

use crate::days::{Day, days_where};
use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::rules::interim_period_off::last_month;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "interim-report-late",
        code: "LAG-010",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 16 §: styrelsen överlämnar delårsrapporten till fullmäktige och revisorer inom två månader efter periodens utgång.",
        page_sv: include_str!("interim_report_late.sv.md"),
        page_en: include_str!("interim_report_late.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let asked = picture.documents.iter().filter(|document| document.kind == DocumentKind::CityInterimReport);
    asked.filter_map(|document| of_document(document)).collect()
}

/// So many months the board has after the period.
const MONTHS: u32 = 2;

fn of_document(document: &Document) -> Option<Finding> {
    let year = document.year?;
    let last = last_month(document)?;
    let mut late = printed(document).flat_map(|(number, line)| {
        let days = days_where(&line.text, is_handed_over).into_iter();
        days.filter(move |day| is_late(day, year, last)).map(move |day| (number, line.text.as_str(), day))
    });
    let (number, line, day) = late.next()?;
    Some(tell(document, number, line, &day))
}

/// "Överlämnades till fullmäktige och revisorerna den …".
fn is_handed_over(line: &str) -> bool {
    let lower = line.lower();
    lower.contains("överlämna") && ["fullmäktige", "revisor"].iter().any(|word| lower.contains(word))
}

fn is_late(day: &Day, year: i32, last: u32) -> bool {
    day.year.is_some_and(|said| said > year || said == year && day.month > last + MONTHS)
}

fn tell(document: &Document, number: u32, line: &str, day: &Day) -> Finding {
    let words = line.get(day.range.clone()).unwrap_or(line).trim_end_matches(|c: char| !c.is_alphanumeric());
    let range = day.range.start..day.range.start + words.len();
    Finding {
        confidence_percent: 80,
        found: verbatim(words),
        expected: Message::new("rule-interim-report-late-expected"),
        advice: Message::new("rule-interim-report-late-try"),
        ..RULE.about.finding(stretch(document, number, &range), Message::new("rule-interim-report-late-says"))
    }
}
