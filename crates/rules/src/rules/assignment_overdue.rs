//! An assignment of a report whose last day has passed, with no word on what became of it.

use crate::order_states::{self, States};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::rules::interim_period_off::last_month;
use crate::seen::Seen;
use chrono::{Datelike, NaiveDate};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::dates;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-overdue",
        code: "UPP-006",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §. Revisionen: uppdrag som ingen följt på flera år.",
        page_sv: include_str!("assignment_overdue.sv.md"),
        page_en: include_str!("assignment_overdue.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let kinds = [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    let reports = picture.documents.iter().filter(|document| kinds.contains(&document.kind));
    reports.flat_map(|document| of_document(document)).collect()
}

/// Beginnings of words that tell what became of it, or that the day was moved.
const ANSWERED: [&str; 25] = [
    "slutför",
    "avsluta",
    "klar",
    "genomförd",
    "genomfört",
    "återrapporterad",
    "återrapporterats",
    "redovisad",
    "redovisats",
    "överlämna",
    "lämnad",
    "beslut",
    "godkän",
    "behandla",
    "försen",
    "förläng",
    "skjut",
    "flytta",
    "ny tid",
    "nytt datum",
    "pausa",
    "vilande",
    "färdig",
    "dröj",
    "utgå",
];

fn of_document(document: &Document) -> Vec<Finding> {
    let sections = document.all_sections().into_iter().filter(|section| section.assignment.is_some());
    let sections: Vec<&Section> = sections.collect();
    let states = States::of(document);
    if sections.is_empty() && states.is_none() {
        return Vec::new();
    }
    let Some(as_of) = as_of(document) else { return Vec::new() };
    let mut found: Vec<Finding> =
        sections.into_iter().filter_map(|section| of_section(document, section, as_of)).collect();
    found.extend(states.iter().flat_map(|states| in_table(document, states, as_of)));
    found
}

/// What heads the column of the day on which an assignment is to be done.
const ENDS: [&str; 6] = ["klar", "slut", "senast", "färdig", "tid", "datum"];

/// Rows of assignments that are not done, whose day is past.
fn in_table(document: &Document, states: &States<'_>, as_of: NaiveDate) -> Vec<Finding> {
    let table = states.table;
    let Some(end) = order_states::column_of(table, &ENDS) else { return Vec::new() };
    let open = states.rows.iter().filter(|(_, state)| order_states::is_open(*state));
    let late = open.filter_map(|(row, _)| {
        let cell = row.cells.get(end)?;
        let printed = cell.printed.as_deref()?;
        let day = dates::first_range(printed).filter(|day| day.text == printed.trim())?;
        (day.to < as_of && day.to.year() + 3 >= as_of.year()).then(|| Finding {
            confidence_percent: 72,
            found: verbatim(printed),
            expected: Message::new("rule-assignment-overdue-expected").with("day", as_of.to_string()),
            advice: Message::new("rule-assignment-overdue-try"),
            ..RULE.about.finding(place::at(document, cell.span), Message::new("rule-assignment-overdue-says"))
        })
    });
    late.collect()
}

/// The last day that a report surely tells of: that of its period, else the end of the year for an
/// annual analysis and of April for an interim report.
pub(crate) fn as_of(document: &Document) -> Option<NaiveDate> {
    let year = document.year?;
    let last = match document.kind {
        DocumentKind::AnnualAnalysis => 12,
        _ => last_month(document).unwrap_or(4),
    };
    NaiveDate::from_ymd_opt(year, last, 1)?.checked_add_months(chrono::Months::new(1))?.pred_opt()
}

fn of_section(document: &Document, section: &Section, as_of: NaiveDate) -> Option<Finding> {
    let text = section.full_text();
    let said = sentences(&text);
    let (at, words) = said.iter().enumerate().find_map(|(at, it)| Some((at, overdue(it, as_of)?)))?;
    let others = said.iter().enumerate().filter(|(other, _)| *other != at);
    let answered =
        others.map(|(_, it)| it.lower()).any(|it| ANSWERED.iter().any(|word| begins_a_word(&it, word)));
    (!answered).then(|| tell(document, section, &words, as_of))
}

/// What a sentence about the assignment's own day says: that it is to be done or reported.
const OWED: [&str; 7] = ["uppdrag", "redovis", "rapport", "återkom", "slutför", "färdig", "klar"];

/// "Ska redovisas senast den 30 juni 2026", where that day is past. A whole year is no day.
fn overdue(sentence: &str, as_of: NaiveDate) -> Option<String> {
    let at = sentence.find("senast ")?;
    let lower = sentence.lower();
    let owed = OWED.iter().any(|word| lower.contains(word));
    let day = dates::first_range(sentence.get(at..)?).filter(|_| owed)?;
    let near = sentence[at..].find(&day.text)? <= "senast i slutet av ".len();
    let short = (day.to - day.from).num_days() < 100;
    (near && short && day.to < as_of && day.to.year() + 3 >= as_of.year()).then_some(day.text)
}

fn begins_a_word(lower: &str, word: &str) -> bool {
    lower.match_indices(word).any(|(at, _)| !lower[..at].ends_with(char::is_alphanumeric))
}

fn tell(document: &Document, section: &Section, words: &str, as_of: NaiveDate) -> Finding {
    let at = locate(document, section.span, words);
    Finding {
        confidence_percent: 75,
        found: verbatim(words),
        expected: Message::new("rule-assignment-overdue-expected").with("day", as_of.to_string()),
        advice: Message::new("rule-assignment-overdue-try"),
        ..RULE.about.finding(place::at(document, at), Message::new("rule-assignment-overdue-says"))
    }
}
