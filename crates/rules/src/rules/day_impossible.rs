//! A day that no month has: "den 31 november".

use crate::days::{Day, days};
use crate::place;
use crate::prose::{locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, FindingPlace, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "day-impossible",
        code: "KON-007",
        family: Family::Consistency,
        severity: Severity::Error,
        rests_on: "Kalendern: en dag som inte finns är ett skrivfel.",
        page_sv: include_str!("day_impossible.sv.md"),
        page_en: include_str!("day_impossible.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    // The days that some month lacks.
    let has_late = |text: &str| ["29", "30", "31"].iter().any(|day| text.contains(day));
    for passage in passages(document).into_iter().filter(|passage| has_late(passage.text)) {
        let wrong = days(passage.text).into_iter().filter(|day| day.day > day.days_of_month());
        for day in wrong {
            let said = &passage.text[day.range.clone()];
            found.push(tell(place::at(document, locate(document, passage.span, said)), said, &day));
        }
    }
    // Days in figures have hyphens, which most passages have not.
    for passage in passages(document).into_iter().filter(|passage| passage.text.contains('-')) {
        let wrong = in_figures(passage.text).into_iter();
        found.extend(wrong.map(|(said, expected)| {
            let at = place::at(document, locate(document, passage.span, said));
            tell_expected(at, said, expected)
        }));
    }
    for (_, table) in document.tables() {
        let cells = table.rows.iter().flat_map(|row| row.cells.iter());
        let texts = cells.filter_map(|cell| Some((cell.printed.as_deref()?, cell.span)));
        let labels = table.rows.iter().map(|row| (row.label.text.as_str(), row.label.span));
        for (text, span) in labels.chain(texts).filter(|(text, _)| text.contains('-')) {
            found.extend(in_figures(text).into_iter().map(|(said, expected)| {
                tell_expected(place::at(document, locate(document, span, said)), said, expected)
            }));
        }
    }
    found
}

/// "2026-04-31", "2026-13-04": what no calendar has, with what it has. After a word for a number it is one.
fn in_figures(text: &str) -> Vec<(&str, Message)> {
    const NUMBERED: [&str; 5] = ["nr", "dnr", "nummer", "diarienummer", "ärende"];
    let mut before = "";
    let mut found = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let last = std::mem::replace(&mut before, bare);
        let lacked = lacked(bare).filter(|_| !NUMBERED.contains(&last.lower().as_str()));
        found.extend(lacked.map(|expected| (bare, expected)));
    }
    found
}

/// What the calendar has in the place of a day in figures.
fn lacked(word: &str) -> Option<Message> {
    if word.len() != "2026-04-31".len() {
        return None;
    }
    let [year, month, day] = <[&str; 3]>::try_from(word.split('-').collect::<Vec<_>>()).ok()?;
    let sound = [(year, 4), (month, 2), (day, 2)]
        .iter()
        .all(|(part, length)| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit()));
    let number = |part: &str| part.parse::<u32>().ok();
    let (month, number) = (number(month)?, number(day)?);
    let of_year = sound && YEARS.contains(&year.parse().ok()?);
    match () {
        () if !of_year || number == 0 || month == 0 || number > MOST_DAYS || month > MOST_DAYS => None,
        () if month > MONTHS => {
            (number <= MONTHS).then(|| Message::new("rule-day-impossible-expected-months"))
        }
        () => {
            let day = Day { weekday: None, day: number, month, year: year.parse().ok(), range: 0..0 };
            (number > day.days_of_month()).then(|| of_month(&day))
        }
    }
}

/// Years that documents tell of.
const YEARS: std::ops::Range<i32> = 1900..2100;
/// A year has so many months.
const MONTHS: u32 = 12;
/// No month has more days.
const MOST_DAYS: u32 = 31;

fn of_month(day: &Day) -> Message {
    Message::new("rule-day-impossible-expected").with("last", day.days_of_month().to_string())
}

fn tell(at: FindingPlace, said: &str, day: &Day) -> Finding {
    tell_expected(at, said, of_month(day))
}

fn tell_expected(at: FindingPlace, said: &str, expected: Message) -> Finding {
    Finding {
        found: verbatim(said),
        expected,
        advice: Message::new("rule-day-impossible-try"),
        ..RULE.about.finding(at, Message::new("rule-day-impossible-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_figures_that_no_calendar_has_are_found_and_numbers_are_not() {
        let found =
            |text: &str| in_figures(text).into_iter().map(|(said, _)| said.to_owned()).collect::<Vec<_>>();
        let text = "Beslut 2026-04-31, (2026-13-04) och 2026-02-29; den 2028-02-29 är skottdag.";
        assert_eq!(found(text), ["2026-04-31", "2026-13-04", "2026-02-29"]);
        for sound in ["2026-04-30", "nr 2026-13-04", "2026-26-27", "STK-2026-13-04", "2026-13", "1026-13-04"]
        {
            assert!(found(sound).is_empty(), "{sound}");
        }
    }
}
