//! An indicator with a target but no level, where the others have one.

use crate::habit::lacking;
use crate::limits::limit;
use crate::place;
use crate::rule::Rule;
use crate::rules::indicator_without_target::{Asked, empty_cells};
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-without-baseline",
        code: "IND-003",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Den som följer en utveckling behöver veta var den börjar.",
        page_sv: include_str!("indicator_without_baseline.sv.md"),
        page_en: include_str!("indicator_without_baseline.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let without = lacking(document, habit, |it| it.baseline.is_some()).into_iter();
    let without = without.filter(|it| !is_dashed(document, it) && !has_outcome(it));
    let mut found: Vec<Finding> = without.map(|it| tell(document, it.span, &it.text)).collect();
    let told: Vec<u32> = found.iter().map(|finding| finding.at.span.at.line).collect();
    let rows = empty_cells(document, Asked::Level).into_iter();
    let rows = rows.filter(|row| !told.contains(&row.label.span.at.line));
    found.extend(rows.map(|row| tell(document, row.label.span, &row.label.text)));
    found
}

/// A dash in the place of a level says that there is none.
fn is_dashed(document: &Document, indicator: &Indicator) -> bool {
    let printed = document.printed(&indicator.span);
    [" \u{2013}", " -\u{a0}", " - ", "| -"].iter().any(|dash| printed.contains(dash))
}

/// "(utfall 2024: 72,5 procent)": where it starts, in the words of an outcome.
fn has_outcome(indicator: &Indicator) -> bool {
    let lower = indicator.text.lower();
    let after = lower.find("utfall").map(|at| lower[at..].split([';', ',', ')']).next().unwrap_or_default());
    after.is_some_and(|told| told.contains(|c: char| c.is_ascii_digit()))
}

fn tell(document: &Document, span: Span, text: &str) -> Finding {
    Finding {
        confidence_percent: 65,
        found: verbatim(text),
        expected: Message::new("rule-indicator-without-baseline-expected"),
        advice: Message::new("rule-indicator-without-baseline-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-indicator-without-baseline-says"))
    }
}
