//! A committee's forecast, outcome or deviation that the municipality's report has otherwise.

use crate::archive::{Measure, Own, Shelf, Told, levels, meets, of_bodies_in, off};
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "result-told-otherwise",
        code: "TID-013",
        family: Family::Continuity,
        severity: Severity::Warning,
        rests_on: "Kommunens rapport sammanställer nämndernas: samma prognos och samma utfall är samma belopp.",
        page_sv: include_str!("result_told_otherwise.sv.md"),
        page_en: include_str!("result_told_otherwise.en.md"),
    },
    check,
};

/// The municipality's reports and those of its committees that they sum up.
const REPORTS: [(DocumentKind, DocumentKind); 2] = [
    (DocumentKind::CityInterimReport, DocumentKind::InterimReport),
    (DocumentKind::AnnualReport, DocumentKind::AnnualAnalysis),
];

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    for (city, own) in REPORTS {
        for (shelf, reports) in archive.of_kind(city) {
            found.extend(of_report(picture, shelf, reports, own));
        }
    }
    found
}

/// What is compared, the surest first: how far from budget is told in one way by all.
const MEASURES: [Measure; 3] = [Measure::Deviation, Measure::Forecast, Measure::Actual];

fn of_report(picture: &Seen<'_>, shelf: &Shelf, reports: &[usize], own: DocumentKind) -> Vec<Finding> {
    let told = MEASURES.map(|measure| of_bodies_in(picture, reports, measure, shelf.year));
    let mut bodies: Vec<&String> = told.iter().flat_map(|of| of.keys()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let mut found = Vec::new();
    for body in bodies {
        let committees = picture.archive().at(&shelf.beside(body, own, shelf.year));
        for sheet in committees.iter().map(|at| &picture.sheets()[*at]) {
            let told = MEASURES
                .iter()
                .zip(&told)
                .filter_map(|(measure, of)| Some((*measure, of.get(body)?.as_slice())));
            found.extend(of_body(picture, shelf.year, sheet, &told.collect::<Vec<_>>()));
        }
    }
    found
}

/// The first of the measures that both tell decides: forecasts may be of other scopes.
fn of_body(
    picture: &Seen<'_>,
    year: i32,
    sheet: &Sheet<'_>,
    told: &[(Measure, &[Told<'_>])],
) -> Option<Finding> {
    let with_own =
        told.iter().map(|(measure, told)| (told, levels(sheet, *measure, year, &picture.structure)));
    let (told, own) = with_own.into_iter().find(|(_, own)| !own.is_empty())?;
    let (own, _) = off(sheet, &own, told)?;
    let told = told.iter().find(|told| !meets(&told.amount.value, &own.value))?;
    Some(tell(sheet.document, own, told))
}

fn tell(document: &Document, own: &Own, told: &Told<'_>) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(document, own.span)],
        found: verbatim(quantity(&told.amount.value)),
        expected: verbatim(quantity(&own.value)),
        advice: Message::new("rule-result-told-otherwise-try"),
        ..RULE.about.finding(
            told.place(),
            Message::new("rule-result-told-otherwise-says").with("body", told.amount.label),
        )
    }
}
