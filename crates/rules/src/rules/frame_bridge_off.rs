//! A bridge between two years' appropriations that starts from neither point of the first.

use crate::archive::{Measure, body_key, meets, of_bodies_in};
use crate::frame::{self, Printed};
use crate::pairs::{plan_and_next, report_and_next_plan};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "frame-bridge-off",
        code: "RAM-005",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Revisionens kritik: ramens förändringar går inte att följa från år till år.",
        page_sv: include_str!("frame_bridge_off.sv.md"),
        page_en: include_str!("frame_bridge_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut reports: HashMap<*const Document, Vec<&Document>> = HashMap::new();
    for (report, plan) in report_and_next_plan(picture) {
        reports.entry(std::ptr::from_ref(plan)).or_default().push(report);
    }
    let pairs = plan_and_next(picture).into_iter();
    let with_reports = pairs.filter_map(|(earlier, plan)| {
        let reports = reports.get(&std::ptr::from_ref(plan)).map_or(&[][..], Vec::as_slice);
        of_plan(earlier, reports, plan, &picture.structure)
            .filter(|finding| !is_councils(picture, plan, finding))
    });
    with_reports.collect()
}

/// Whether a bridge starts from what the council decided for the year before, whatever the committee's
/// own plan had.
fn is_councils(picture: &Seen<'_>, plan: &Document, finding: &Finding) -> bool {
    let Some((start, body)) = frame::bridge(plan)
        .as_ref()
        .and_then(|bridge| Some((bridge.start()?.1.0.clone(), body_key(&plan.body.as_ref()?.text)?)))
    else {
        return false;
    };
    let archive = picture.archive();
    let own =
        archive.newest().iter().find(|(at, _)| picture.sheets()[*at].document.source.file == finding.at.file);
    own.is_some_and(|(_, shelf)| {
        let year = shelf.year - 1;
        let budgets = archive.at(&shelf.beside("", DocumentKind::CouncilBudget, year));
        let decided = of_bodies_in(picture, budgets, Measure::Frame, year);
        decided.get(&body).is_some_and(|all| all.iter().any(|it| meets(&it.amount.value, &start)))
    })
}

/// A named point of last year's appropriation: an amount in a document.
type Point<'a> = (&'a Document, Printed);

fn of_plan(
    earlier: &Document,
    reports: &[&Document],
    plan: &Document,
    structure: &Structure,
) -> Option<Finding> {
    let bridge = frame::bridge(plan)?;
    let (label, start) = bridge.start()?;
    let decided = frame::appropriation(earlier, structure).map(|printed| (earlier, printed))?;
    let later = reports
        .iter()
        .flat_map(|report| frame::ledger_rows(report).into_iter().map(|(_, printed)| (*report, printed)));
    // What a report of the year has as its budget is a point as well.
    let budgets =
        reports.iter().filter_map(|report| Some((*report, frame::appropriation(report, structure)?)));
    let later: Vec<Point<'_>> = budgets.chain(later).collect();
    let is_point = |point: &Point<'_>| frame::meets(&point.1.0, &start.0);
    let known = is_point(&decided) || later.iter().any(is_point);
    // A later point of the year may stand in a document that is not here.
    let sure = is_decided(label);
    let missing = later.is_empty() && !sure;
    let nearest = later.into_iter().last().filter(|_| !sure).unwrap_or(decided);
    (!known && !missing).then(|| tell(plan, start, &nearest, sure)).flatten()
}

/// Whether a label names the appropriation as the council first decided it.
fn is_decided(label: &str) -> bool {
    let lower = label.lower();
    let later = ["efter", "slutlig", "justerad", "aktuell"].iter().any(|word| lower.contains(word));
    let first = ["enligt", "beslutad", "ursprunglig"].iter().any(|word| lower.contains(word));
    first && !later
}

fn tell(plan: &Document, start: &Printed, point: &Point<'_>, sure: bool) -> Option<Finding> {
    let residual = frame::difference_tkr(&start.0, &point.1.0)?;
    Some(Finding {
        severity: if sure { Severity::Warning } else { Severity::Note },
        confidence_percent: if sure { 80 } else { 60 },
        also_at: vec![place::at(point.0, point.1.1)],
        found: verbatim(quantity(&start.0)),
        expected: verbatim(quantity(&point.1.0)),
        advice: Message::new("rule-frame-bridge-off-try").with("residual", quantity(&residual)),
        ..RULE.about.finding(place::at(plan, start.1), Message::new("rule-frame-bridge-off-says"))
    })
}
