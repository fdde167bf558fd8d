//! A ledger that starts from another appropriation than the budget of the year.

use crate::pairs::plan_and_report;
use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, TableKind};
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

fn check(picture: &Picture) -> Vec<Finding> {
    let pairs = plan_and_report(picture);
    pairs.into_iter().filter_map(|(plan, report)| of_pair(plan, report, &picture.structure)).collect()
}

fn of_pair(plan: &Document, report: &Document, structure: &Structure) -> Option<Finding> {
    let budgeted = frame(plan, structure)?;
    let starts = start(report)?;
    let meets = |a: &Quantity, b: &Quantity| match (a.interval_kronor(), b.interval_kronor()) {
        (Some(a), Some(b)) => a.meets(&b),
        _ => true,
    };
    // The plan may be printed after a decision, and then tell both.
    let known = ledger(plan).iter().any(|(value, _)| meets(value, &starts.0));
    (!meets(&budgeted.0, &starts.0) && !known).then(|| tell((plan, &budgeted), (report, &starts)))
}

/// The appropriation of the plan's year in its statement: the only table with a budget of the year.
fn frame(plan: &Document, structure: &Structure) -> Option<(Quantity, Span)> {
    plan.tables().into_iter().map(|(_, table)| table).find_map(|table| {
        let column = table.column(|kind| *kind == ColumnKind::Budget { year: plan.year })?;
        let cell = table.line(&structure.frame_line)?.cells.get(column)?;
        let unit = crate::money::unit(table, column)?;
        Some((Quantity { unit, ..cell.value.clone()? }, cell.span))
    })
}

/// The figures of all ledgers.
fn ledger(document: &Document) -> Vec<(Quantity, Span)> {
    let ledgers = document.tables().into_iter().map(|(_, table)| table);
    let mut found = Vec::new();
    for table in ledgers.filter(|table| table.kind == TableKind::Ledger) {
        for row in &table.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let unit = crate::money::unit(table, column).unwrap_or(Unit::None);
                found.extend(cell.value.clone().map(|value| (Quantity { unit, ..value }, cell.span)));
            }
        }
    }
    found
}

/// The first figure of a report's ledger, where it is the greatest but for its end.
fn start(report: &Document) -> Option<(Quantity, Span)> {
    let figures = ledger(report);
    let first = figures.first()?.clone();
    let size = |it: &(Quantity, Span)| it.0.mantissa.abs();
    let end = figures.last()?;
    let steps = figures.get(1..figures.len().saturating_sub(1))?;
    let is_start = steps.iter().all(|step| size(step) * 4 < size(&first)) && size(end) * 2 > size(&first);
    is_start.then_some(first)
}

fn tell(plan: (&Document, &(Quantity, Span)), report: (&Document, &(Quantity, Span))) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(plan.0, plan.1.1)],
        found: verbatim(quantity(&report.1.0)),
        expected: verbatim(quantity(&plan.1.0)),
        advice: Message::new("rule-ledger-start-differs-try"),
        ..RULE.about.finding(place::at(report.0, report.1.1), Message::new("rule-ledger-start-differs-says"))
    }
}
