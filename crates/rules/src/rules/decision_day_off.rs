//! A decision on a day that does not fit the year of what it decides.

use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::rules::interim_period_off;
use crate::seen::Seen;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::dates::ranges;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "decision-day-off",
        code: "KON-017",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "En plan beslutas före sitt år, en rapport efter sin period.",
        page_sv: include_str!("decision_day_off.sv.md"),
        page_en: include_str!("decision_day_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().filter_map(|document| of_document(document, &picture.structure.words)).collect()
}

/// The decision is named among the first lines, and such a line is short.
const LINES: usize = 30;
const LETTERS: usize = 120;

fn of_document(document: &Document, words: &Words) -> Option<Finding> {
    let year = document.year?;
    let period = interim_period_off::last_month(document);
    for (number, line) in printed(document).take(LINES).filter(|(_, line)| line.text.len() <= LETTERS) {
        let lower = line.text.to_lowercase();
        let has = |list: &[String]| list.iter().any(|word| lower.contains(word.as_str()));
        let by_whom = ["nämnd", "styrelse", "fullmäktige", "utskott"].iter().any(|word| lower.contains(word));
        if !has(&words.decided) || !by_whom || has(&words.decided_otherwise) {
            continue;
        }
        let off = ranges(&line.text)
            .into_iter()
            .find(|(_, day)| day.from == day.to && is_off(document.kind, day.to, (year, period)));
        if let Some((range, _)) = off {
            return Some(tell(document, number, &line.text[range.clone()], &range));
        }
    }
    None
}

/// Whether a day cannot be that of the decision on a document of a kind and year.
fn is_off(kind: DocumentKind, day: NaiveDate, (year, period): (i32, Option<u32>)) -> bool {
    use DocumentKind::*;
    match kind {
        CommitteeBudget | CouncilBudget => day.year() < year - 1 || day.year() > year,
        InterimReport | CityInterimReport => {
            let early = period.is_some_and(|last| day.year() == year && day.month() <= last);
            early || day.year() < year || day.year() > year + 1
        }
        AnnualAnalysis | AnnualReport => day.year() < year || day.year() == year && day.month() < 12,
        Case | Unknown => false,
    }
}

fn tell(document: &Document, number: u32, words: &str, range: &Range<usize>) -> Finding {
    let key = match document.kind.is_report() {
        true => "rule-decision-day-off-expected-report",
        false => "rule-decision-day-off-expected-plan",
    };
    Finding {
        confidence_percent: 80,
        found: verbatim(words),
        expected: Message::new(key).with("year", document.year.map_or_else(String::new, |it| it.to_string())),
        advice: Message::new("rule-decision-day-off-try"),
        ..RULE.about.finding(stretch(document, number, range), Message::new("rule-decision-day-off-says"))
    }
}
