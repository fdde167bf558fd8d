//! A ledger that starts from another appropriation than the budget of the year.

use crate::frame::{self, Printed};
use crate::pairs::plan_and_report;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "ledger-start-differs",
        code: "RAM-004",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 5–6 §§: anslaget beslutas av fullmäktige; uppföljningen utgår från samma belopp.",
        page_sv: include_str!("ledger_start_differs.sv.md"),
        page_en: include_str!("ledger_start_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_report(picture);
    pairs.into_iter().filter_map(|(plan, report)| of_pair(plan, report, &picture.structure)).collect()
}

fn of_pair(plan: &Document, report: &Document, structure: &Structure) -> Option<Finding> {
    let budgeted = frame::appropriation(plan, structure)?;
    let starts = start(report)?;
    // The plan may be printed after a decision, and then tell both.
    let known = frame::ledger_rows(plan).iter().any(|(_, (value, _))| frame::meets(value, &starts.0));
    let same = frame::meets(&budgeted.0, &starts.0);
    (!same && !known).then(|| tell((plan, &budgeted), (report, &starts)))
}

/// The first figure of a report's ledger, where it is the greatest but for its end.
fn start(report: &Document) -> Option<Printed> {
    let figures: Vec<Printed> = frame::ledger_rows(report).into_iter().map(|(_, printed)| printed).collect();
    let first = figures.first()?.clone();
    let size = |it: &Printed| it.0.mantissa.abs();
    let end = figures.last()?;
    let steps = figures.get(1..figures.len().saturating_sub(1))?;
    let is_start = steps.iter().all(|step| size(step) * 4 < size(&first)) && size(end) * 2 > size(&first);
    is_start.then_some(first)
}

fn tell(plan: (&Document, &Printed), report: (&Document, &Printed)) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(plan.0, plan.1.1)],
        found: verbatim(quantity(&report.1.0)),
        expected: verbatim(quantity(&plan.1.0)),
        advice: Message::new("rule-ledger-start-differs-try"),
        ..RULE.about.finding(place::at(report.0, report.1.1), Message::new("rule-ledger-start-differs-says"))
    }
}
