//! A decision on a day that does not fit the year of what it decides.

use crate::lines::{printed, stretch};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::rules::interim_period_off;
use crate::seen::{Seen, Sheet};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;
use uppsikt_domain::document::{Document, DocumentKind, LineRole, SourceLine};
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
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
    let words = &picture.structure.words;
    let of_sheet = |sheet: &Sheet<'_>| {
        of_document(sheet.document, words).into_iter().chain(of_budgets(sheet, words)).collect::<Vec<_>>()
    };
    picture.sheets().iter().flat_map(of_sheet).collect()
}

/// A budget is decided before its year: late in the year before. From this month on, one of the year itself is a slip.
const LATE: u32 = 9;
/// What a decision in the year itself may be on.
const LATER: [&str; 8] =
    ["tilläggs", "revider", "ändra", "ändring", "komplett", "omfördel", "prognos", "uppfölj"];

/// "Fullmäktige fastställde i november 2030 budgeten för 2030."
fn of_budgets(sheet: &Sheet<'_>, words: &Words) -> Vec<Finding> {
    let document = sheet.document;
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| sentence.contains("budget")) {
        let lower = sentence.lower();
        let decided = crate::prose::words(sentence)
            .iter()
            .any(|word| words.decided.contains(word) || DECIDED.contains(&word.as_str()));
        if !decided || LATER.iter().any(|word| lower.contains(word)) || lower.len() != sentence.len() {
            continue;
        }
        for (range, day) in ranges(sentence) {
            let year = day.from.year();
            let in_month =
                year == day.to.year() && day.from.month() == day.to.month() && day.from.month() >= LATE;
            let own = [format!("budgeten för {year}"), format!("budget för {year}")];
            let of_it = own.iter().any(|own| {
                let at = lower.find(own.as_str()).map(|at| at + own.len());
                at.is_some_and(|end| range.end <= end && !lower[end..].starts_with(['\u{2013}', '-', '/']))
            });
            if in_month && of_it && !lower.contains(&format!("plan för {}", year + 1)) {
                let said = &sentence[range.clone()];
                found.push(Finding {
                    confidence_percent: 80,
                    found: verbatim(said),
                    expected: Message::new("rule-decision-day-off-expected-plan")
                        .with("year", year.to_string()),
                    advice: Message::new("rule-decision-day-off-try"),
                    ..RULE.about.finding(
                        place::at(document, locate(document, passage.span, sentence)),
                        Message::new("rule-decision-day-off-says-budget"),
                    )
                });
            }
        }
    }
    found
}

/// Verbs for what the council does with a budget.
const DECIDED: [&str; 6] = ["fastställde", "fastställdes", "beslutade", "antog", "antogs", "beslutades"];

/// The decision is named among the first lines, and such a line is short.
const LINES: usize = 30;
const LETTERS: usize = 120;

fn of_document(document: &Document, words: &Words) -> Option<Finding> {
    let year = document.year?;
    let period = interim_period_off::last_month(document);
    for (number, line) in cover(document).into_iter().filter(|(_, line)| line.text.len() <= LETTERS) {
        let lower = line.text.lower();
        if !opens_with_decision(&lower, words) {
            continue;
        }
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

/// The first lines, up to a heading below the title that is not the body's own name.
fn cover(document: &Document) -> Vec<(u32, &SourceLine)> {
    let body = document.body.as_ref().map(|body| body.span.at.line);
    let heads = printed(document).filter(|(number, line)| {
        matches!(line.role, LineRole::Heading | LineRole::Title) && Some(*number) != body
    });
    let is_title = |(_, line): &(u32, &SourceLine)| line.role == LineRole::Title;
    let end = heads.skip_while(is_title).nth(1).map_or(u32::MAX, |(number, _)| number);
    printed(document).take(LINES).take_while(|(number, _)| *number < end).collect()
}

/// "Antagen av …", "Delårsrapporten godkändes av …": what is decided is the document, and no plan or tax that
/// it tells of.
fn opens_with_decision(lower: &str, words: &Words) -> bool {
    let told = crate::prose::words(lower);
    let is_decided = |at: usize| told.get(at).is_some_and(|word| words.decided.contains(word));
    let is_own = told.first().is_some_and(|first| OWN.iter().any(|own| first.starts_with(own)));
    is_decided(0) || is_own && is_decided(1)
}

/// What a document calls itself, by the beginnings of the words.
const OWN: [&str; 8] = [
    "dokument",
    "nämndsbudget",
    "nämndbudget",
    "internbudget",
    "delårsrapport",
    "årsanalys",
    "årsredovisning",
    "årsrapport",
];

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
