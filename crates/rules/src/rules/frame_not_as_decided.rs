//! An appropriation that the council's budget of the year has otherwise.

use crate::archive::{
    Measure, Own, Shelf, Told, frames, is_decided_later, ledger_start, meets, of_bodies_in, off,
    off_in_statement,
};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "frame-not-as-decided",
        code: "RAM-008",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 5–6 §§: fullmäktige anvisar anslaget; nämnden planerar inom det.",
        page_sv: include_str!("frame_not_as_decided.sv.md"),
        page_en: include_str!("frame_not_as_decided.en.md"),
    },
    check,
};

/// The amounts of each body that the council decided.
type Decided<'a> = BTreeMap<String, Vec<Told<'a>>>;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let mut found = Vec::new();
    for (shelf, budgets) in archive.of_kind(DocumentKind::CouncilBudget) {
        let decided = of_bodies_in(picture, budgets, Measure::Frame, shelf.year);
        for (body, decided) in &decided {
            found.extend(of_plans(
                picture,
                &shelf.beside(body, DocumentKind::CommitteeBudget, shelf.year),
                decided,
            ));
            for kind in [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis] {
                found.extend(of_reports(picture, &shelf.beside(body, kind, shelf.year), decided));
            }
        }
        for kind in [DocumentKind::CityInterimReport, DocumentKind::AnnualReport] {
            found.extend(of_city(picture, &shelf.beside("", kind, shelf.year), &decided));
        }
    }
    found
}

fn of_plans(picture: &Seen<'_>, shelf: &Shelf, decided: &[Told<'_>]) -> Vec<Finding> {
    let plans = picture.archive().at(shelf).iter().map(|at| &picture.sheets()[*at]);
    let told = plans.filter_map(|sheet| {
        let own = frames(sheet, shelf.year, &picture.structure);
        let told = off(sheet, &own, decided).map(|(own, decided)| tell(sheet.document, own, decided));
        told.or_else(|| {
            let (own, decided) = off_in_statement(sheet, shelf.year, &picture.structure, decided)?;
            Some(tell(sheet.document, &own, decided))
        })
    });
    told.collect()
}

/// A report tells what the council decided where its ledger starts.
fn of_reports(picture: &Seen<'_>, shelf: &Shelf, decided: &[Told<'_>]) -> Vec<Finding> {
    let reports = picture.archive().at(shelf).iter().map(|at| &picture.sheets()[*at]);
    let told = reports.filter_map(|sheet| {
        let own = ledger_start(sheet.document)?;
        let known = decided.iter().any(|it| meets(&it.amount.value, &own.value));
        Some(tell(sheet.document, &own, decided.first().filter(|_| !known)?))
    });
    told.collect()
}

/// So many bodies must have the appropriation that was decided in the municipality's report, for one
/// that has another to be told of.
const UNCHANGED: usize = 3;

/// Appropriations in the municipality's own report that no decision of the year explains, where nearly
/// all are as decided.
fn of_city(picture: &Seen<'_>, shelf: &Shelf, decided: &Decided<'_>) -> Vec<Finding> {
    let archive = picture.archive();
    let reports = archive.at(shelf);
    let now = of_bodies_in(picture, reports, Measure::Frame, shelf.year);
    let pairs = now.iter().filter_map(|(body, now)| Some((body, now.first()?, decided.get(body)?)));
    let is_decided = |now: &Told<'_>, decided: &[Told<'_>]| {
        decided.iter().any(|it| meets(&it.amount.value, &now.amount.value))
    };
    let (same, other): (Vec<_>, Vec<_>) = pairs.partition(|(_, now, decided)| is_decided(now, decided));
    let left = other.into_iter().filter(|(body, now, decided)| {
        let by_itself = [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis].iter().any(|kind| {
            let own =
                archive.at(&shelf.beside(body, *kind, shelf.year)).iter().map(|at| &picture.sheets()[*at]);
            own.flat_map(|sheet| frames(sheet, shelf.year, &picture.structure))
                .any(|own| meets(&own.value, &now.amount.value))
        });
        !by_itself && !is_decided_later(now, decided)
    });
    let left: Vec<_> = left.collect();
    if same.len() < UNCHANGED || same.len() < 2 * left.len() {
        return Vec::new();
    }
    let told = left.into_iter().filter_map(|(_, now, decided)| {
        let own = Own { value: now.amount.value.clone(), span: now.amount.span };
        Some(tell(now.document, &own, decided.first()?))
    });
    told.collect()
}

fn tell(document: &Document, own: &Own, decided: &Told<'_>) -> Finding {
    Finding {
        confidence_percent: 82,
        also_at: vec![decided.place()],
        found: verbatim(quantity(&own.value)),
        expected: verbatim(quantity(&decided.amount.value)),
        advice: Message::new("rule-frame-not-as-decided-try"),
        ..RULE.about.finding(
            place::at(document, own.span),
            Message::new("rule-frame-not-as-decided-says").with("body", decided.amount.label),
        )
    }
}
