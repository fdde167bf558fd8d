//! A last day to answer that lies before the question is asked or is two days, or a timetable
//! that runs backwards.

use crate::lines::{printed, stretch, whole};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::indicator::DayRange;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, FindingPlace, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
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
    let cases = picture.sheets().iter().filter(|sheet| is_case(sheet.document));
    let told = |sheet: &Sheet<'_>| {
        let words = &picture.structure.words;
        of_document(sheet.document)
            .or_else(|| two_days(sheet, words))
            .into_iter()
            .chain(backwards(sheet.document, words))
            .collect::<Vec<_>>()
    };
    cases.flat_map(told).collect()
}

/// Whether a document is a case, or may be one that was not known.
fn is_case(document: &Document) -> bool {
    document.case.is_some() || document.kind == DocumentKind::Unknown
}

/// The last day to answer, said with another day in another place.
fn two_days(sheet: &Sheet<'_>, words: &Words) -> Option<Finding> {
    let document = sheet.document;
    let asks = |text: &str| {
        let lower = text.lower();
        words.answer_by.iter().any(|word| lower.contains(word.as_str()))
    };
    let last = |text: &str| {
        // More days than a span has are a timetable's.
        let days = Some(ranges(text)).filter(|days| days.len() <= 2).unwrap_or_default();
        days.into_iter().map(|(_, day)| day).next_back().filter(|day| day.to.year() > 2000)
    };
    let said = sheet.said().iter().filter(|(_, sentence)| asks(sentence));
    let mut days: Vec<(Span, DayRange)> = said
        .filter_map(|(passage, sentence)| {
            let day = last(sentence)?;
            Some((locate(document, passage.span, &day.text), day))
        })
        .collect();
    for (number, line) in printed(document).filter(|(_, line)| asks(&line.text)) {
        let span = whole(document, number);
        days.extend(last(&line.text).map(|day| (locate(document, span, &day.text), day)));
    }
    days.retain(|(_, day)| day.from == day.to);
    days.sort_by_key(|(span, _)| *span);
    days.dedup_by_key(|(span, _)| *span);
    let (own, rest) = days.split_first()?;
    let (span, other) = rest.iter().find(|(_, day)| day.to != own.1.to)?;
    let times = |day: &DayRange| days.iter().filter(|(_, it)| it.to == day.to).count();
    // The one that is said more often is meant; of equals the earlier.
    let (slip, right) = if times(other) > times(&own.1) {
        (own, (span, other))
    } else {
        (&(*span, other.clone()), (&own.0, &own.1))
    };
    Some(Finding {
        also_at: vec![place::at(document, *right.0)],
        found: verbatim(slip.1.text.clone()),
        expected: verbatim(right.1.text.clone()),
        ..told(place::at(document, slip.0))
    })
}

/// So many days back a line of a timetable goes that has last year's year.
const BACK: i64 = 60;

/// A line of a timetable whose day lies before the line above, and after it a year later.
fn backwards(document: &Document, words: &Words) -> Option<Finding> {
    let is_timetable = |section: &&Section| {
        section.heading.as_ref().is_some_and(|heading| words.timetables.contains(&normalized(&heading.text)))
    };
    document.all_sections().into_iter().filter(is_timetable).find_map(|section| {
        let lines = printed(document).filter(|(number, _)| section.span.holds_line(*number));
        let days: Vec<(u32, Range<usize>, DayRange)> = lines
            .filter_map(|(number, line)| {
                let (range, day) = ranges(&line.text).into_iter().next()?;
                Some((number, range, day))
            })
            .collect();
        let off = days.windows(2).find(|pair| {
            let (before, after) = (pair[0].2.from, pair[1].2.from);
            let later = after.checked_add_months(chrono::Months::new(12));
            (before - after).num_days() > BACK && later.is_some_and(|later| later >= before)
        })?;
        let (number, range, day) = &off[1];
        Some(Finding {
            found: verbatim(day.text.clone()),
            expected: Message::new("rule-reply-day-off-expected").with("day", off[0].2.from.to_string()),
            ..told(stretch(document, *number, range))
        })
    })
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
    let dated =
        printed(document).take(25).filter(|(_, line)| line.text.trim_start().lower().starts_with("datum"));
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
        found: verbatim(line.get(range.clone()).unwrap_or(line)),
        expected: Message::new("rule-reply-day-off-expected").with("day", decided),
        ..told(stretch(document, number, range))
    }
}

fn told(at: FindingPlace) -> Finding {
    Finding {
        confidence_percent: 85,
        advice: Message::new("rule-reply-day-off-try"),
        ..RULE.about.finding(at, Message::new("rule-reply-day-off-says"))
    }
}
