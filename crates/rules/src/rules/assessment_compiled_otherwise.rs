//! A committee's assessment that the municipality's report has otherwise.

use crate::archive::{Judged, Shelf, compiled};
use crate::pairs::is_like;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-compiled-otherwise",
        code: "BED-008",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Bedömningen av bidraget är nämndens; kommunens rapport återger den.",
        page_sv: include_str!("assessment_compiled_otherwise.sv.md"),
        page_en: include_str!("assessment_compiled_otherwise.en.md"),
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
            for document in reports.iter().map(|at| picture.sheets()[*at].document) {
                found.extend(of_report(picture, shelf, document, own));
            }
        }
    }
    found
}

fn of_report(picture: &Seen<'_>, shelf: &Shelf, city: &Document, own: DocumentKind) -> Vec<Finding> {
    let mut by_body: BTreeMap<String, Vec<Judged>> = BTreeMap::new();
    for judged in compiled(city, &picture.structure) {
        by_body.entry(judged.body.clone()).or_default().push(judged);
    }
    let mut found = Vec::new();
    for (body, judged) in &by_body {
        let committees = picture.archive().at(&shelf.beside(body, own, shelf.year));
        for committee in committees.iter().map(|at| picture.sheets()[*at].document) {
            found.extend(of_committee(city, judged, committee));
        }
    }
    found
}

fn of_committee(city: &Document, judged: &[Judged], committee: &Document) -> Vec<Finding> {
    let goals: Vec<_> = committee.goals().into_iter().map(|goal| (normalized(goal.name()), goal)).collect();
    let mut found = Vec::new();
    for judged in judged.iter().filter(|judged| judged.status != Status::NotStated) {
        let same = goals.iter().find(|(name, _)| *name == judged.goal);
        let Some((_, goal)) = same.or_else(|| goals.iter().find(|(name, _)| is_like(name, &judged.goal)))
        else {
            continue;
        };
        let horizons = judged.horizon.map_or(vec![Horizon::Period, Horizon::Term], |horizon| vec![horizon]);
        let own: Vec<&Assessment> = horizons
            .into_iter()
            .filter_map(|horizon| goal.assessment(horizon))
            .filter(|own| own.status != Status::NotStated)
            .collect();
        let told = own.first().filter(|_| own.iter().all(|own| own.status != judged.status));
        found.extend(told.map(|own| tell(city, judged, committee, own)));
    }
    found
}

fn tell(city: &Document, judged: &Judged, committee: &Document, own: &Assessment) -> Finding {
    Finding {
        confidence_percent: 85,
        also_at: vec![place::at(committee, own.span)],
        found: verbatim(judged.wording.clone()),
        expected: verbatim(own.wording.clone()),
        advice: Message::new("rule-assessment-compiled-otherwise-try"),
        ..RULE
            .about
            .finding(place::at(city, judged.span), Message::new("rule-assessment-compiled-otherwise-says"))
    }
}
