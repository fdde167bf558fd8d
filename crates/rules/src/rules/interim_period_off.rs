//! A municipality's interim report over a period that is too short or too long.

use crate::days::month;
use crate::lines::{printed, stretch, words};
use crate::rule::Rule;
use crate::seen::Seen;
use chrono::Datelike;
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::dates;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "interim-period-off",
        code: "LAG-003",
        family: Family::Law,
        severity: Severity::Note,
        rests_on: "Lagen om kommunal bokföring och redovisning (2018:597) 13 kap. 1 §: minst halva och högst två tredjedelar av räkenskapsåret.",
        page_sv: include_str!("interim_period_off.sv.md"),
        page_en: include_str!("interim_period_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let asked = picture.documents.iter().filter(|document| document.kind == DocumentKind::CityInterimReport);
    asked.filter_map(|document| of_document(document)).collect()
}

/// Half of the year and two thirds of it, in months.
const MONTHS: std::ops::RangeInclusive<u32> = 6..=8;

fn of_document(document: &Document) -> Option<Finding> {
    let periods: Vec<(u32, Range<usize>, u32)> = printed(document)
        .filter_map(|(number, line)| period(&line.text).map(|(range, last)| (number, range, last)))
        .collect();
    let right = periods.iter().any(|(_, _, last)| MONTHS.contains(last));
    let (number, range, last) = periods.first().filter(|_| !right && !is_beside_another(document))?;
    Some(tell(document, *number, range, *last))
}

/// Months that the law's report may end with.
const ENDS: [&str; 3] = ["juni", "juli", "augusti"];

/// "Lagens delårsrapport lämnas per augusti": the law asks for one report at least, and more are
/// lawful.
fn is_beside_another(document: &Document) -> bool {
    printed(document).any(|(_, line)| {
        let lower = line.text.lower();
        lower.contains("delårs") && ENDS.iter().any(|month| lower.contains(month))
    })
}

/// "januari–mars", "1 januari–31 mars": the last month of a period from the turn of the year.
pub(super) fn period(line: &str) -> Option<(Range<usize>, u32)> {
    // Most lines name no month.
    if !line.contains("anuari") {
        return None;
    }
    let lower = line.lower();
    let from = lower.find("januari")?;
    let after = &lower[from + "januari".len()..];
    let rest = after.trim_start().strip_prefix(['\u{2013}', '-'])?;
    let near = words(rest).into_iter().take(2).find_map(|(range, word)| Some((range, month(word)?)));
    let (range, last) = near?;
    let end = lower.len() - rest.len() + range.end;
    (lower.len() == line.len() && line.is_char_boundary(end)).then_some((from..end, last))
}

/// The last month of the period that a document names first: "januari–augusti", or in its first lines
/// "per den 31 augusti 2025".
pub(super) fn last_month(document: &Document) -> Option<u32> {
    let named = printed(document).find_map(|(_, line)| period(&line.text)).map(|(_, last)| last);
    named.or_else(|| per_day(document))
}

/// The report's day is among so many lines.
const LINES: usize = 12;

/// "Delårsrapport per 31 augusti 2031": the month.
fn per_day(document: &Document) -> Option<u32> {
    printed(document).take(LINES).find_map(|(_, line)| {
        let at = line.text.find(" per ")?;
        let day = dates::first_range(&line.text[at..])
            .filter(|day| day.from == day.to && Some(day.to.year()) == document.year)?;
        line.text.lower().contains("rapport").then_some(day.to.month())
    })
}

fn tell(document: &Document, number: u32, range: &Range<usize>, last: u32) -> Finding {
    let line = document.line(number).map(|line| line.text.as_str()).unwrap_or_default();
    Finding {
        confidence_percent: 85,
        found: verbatim(line.get(range.clone()).unwrap_or(line)),
        expected: Message::new("rule-interim-period-off-expected"),
        advice: Message::new("rule-interim-period-off-try"),
        note: Some(Message::new("rule-interim-period-off-months").with("months", last.to_string())),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-interim-period-off-says"))
    }
}
