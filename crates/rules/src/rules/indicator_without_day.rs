//! An indicator whose target has no day or year, where the others have one.

use crate::habit::lacking_of;
use crate::limits::limit;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use chrono::Datelike;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-without-day",
        code: "IND-011",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "God ekonomisk hushållning (KL 11 kap. 1 och 6 §§): mål som går att följa.",
        page_sv: include_str!("indicator_without_day.sv.md"),
        page_en: include_str!("indicator_without_day.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let Some(year) = document.year else { return Vec::new() };
    let without = lacking_of(document, habit, is_aimed, |it| has_day(it, year)).into_iter();
    without.map(|it| tell(document, it)).collect()
}

/// Whether an indicator has a target: a row of figures, or a sentence that says so. A scale "från 0 till
/// 100" is none.
fn is_aimed(indicator: &Indicator) -> bool {
    let lower = indicator.text.lower();
    let says = ["ska ", "mål", "minst", "högst"].iter().any(|word| lower.contains(word));
    indicator.target.is_some() && (says || !lower.trim_end().ends_with('.'))
}

/// Whether a day not before the plan's year is named. An earlier one is when the level was measured.
fn has_day(indicator: &Indicator, year: i32) -> bool {
    let due = indicator.due.as_ref().is_some_and(|due| due.to.year() >= year);
    let digits = indicator.text.split(|c: char| !c.is_ascii_digit());
    due || digits
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .any(|said: i32| (year..2100).contains(&said))
}

fn tell(document: &Document, indicator: &Indicator) -> Finding {
    Finding {
        confidence_percent: 60,
        found: verbatim(indicator.text.clone()),
        expected: Message::new("rule-indicator-without-day-expected"),
        advice: Message::new("rule-indicator-without-day-try"),
        ..RULE
            .about
            .finding(place::at(document, indicator.span), Message::new("rule-indicator-without-day-says"))
    }
}
