//! A last day to answer that lies before the question is asked.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::dates::ranges;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "reply-day-off",
        code: "KON-018",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Den som ska svara får frågan före sista dagen.",
        page_sv: include_str!("reply_day_off.sv.md"),
        page_en: include_str!("reply_day_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().filter_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Option<Finding> {
    let case = document.case.as_ref()?;
    let reply_by = case.reply_by?;
    let opened = case
        .number
        .split('-')
        .find_map(|part| part.parse::<i32>().ok().filter(|it| (1990..2100).contains(it)));
    let before_case = opened.is_some_and(|year| reply_by.year() < year);
    let meetings = case.planned_meetings.iter().flat_map(|meeting| ranges(meeting)).map(|(_, day)| day.from);
    // The first meeting sends the question out; later ones treat the answers.
    let decided = meetings.min().or_else(|| own_day(document));
    let off = before_case || decided.is_some_and(|day| reply_by <= day);
    let (number, range) = off.then(|| printed_day(document, reply_by)).flatten()?;
    Some(tell(
        document,
        number,
        &range,
        decided
            .filter(|_| !before_case)
            .map_or_else(|| opened.map(|it| it.to_string()).unwrap_or_default(), |day| day.to_string()),
    ))
}

/// The day of the document: "Datum 2023-10-02" among its first lines.
fn own_day(document: &Document) -> Option<NaiveDate> {
    let dated = printed(document)
        .take(25)
        .filter(|(_, line)| line.text.trim_start().to_lowercase().starts_with("datum"));
    dated.flat_map(|(_, line)| ranges(&line.text)).map(|(_, day)| day.from).next()
}

/// Where a day is printed as the last one.
fn printed_day(document: &Document, day: NaiveDate) -> Option<(u32, Range<usize>)> {
    printed(document).find_map(|(number, line)| {
        let found = ranges(&line.text).into_iter().find(|(_, it)| it.to == day)?;
        Some((number, found.0))
    })
}

fn tell(document: &Document, number: u32, range: &Range<usize>, decided: String) -> Finding {
    let line = document.line(number).map(|line| line.text.as_str()).unwrap_or_default();
    Finding {
        confidence_percent: 85,
        found: verbatim(line.get(range.clone()).unwrap_or(line)),
        expected: Message::new("rule-reply-day-off-expected").with("day", decided),
        advice: Message::new("rule-reply-day-off-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-reply-day-off-says"))
    }
}
