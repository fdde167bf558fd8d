//! How faults of figures are told.

use crate::place;
use crate::relations::System;
use crate::relations::changes::ChangeColumn;
use crate::relations::faults::{Fault, Suspect};
use crate::relations::figures::At;
use crate::relations::reckoned::Reckoned;
use crate::relations::relation::{Kind, Relation};
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_findings::{About, Finding, Instead, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::{figure, quantity};

/// The faults of all tables of all documents that a kind of relation tells, as findings.
pub fn faults(picture: &Seen<'_>, about: &About, kind: Kind, says: &'static str) -> Vec<Finding> {
    let mut found = Vec::new();
    for sheet in picture.sheets() {
        for system in sheet.systems() {
            let faults = system.faults().iter().filter(|fault| fault.relation.kind == kind);
            found.extend(faults.map(|fault| tell(sheet.document, system, fault, about, says)));
        }
    }
    found
}

/// A figure that others of its table give otherwise by what they are called: likely, not sure.
pub fn reckoned(
    about: &About,
    (document, system): (&Document, &System<'_>),
    off: &Reckoned,
    (says, advice): (&'static str, Message),
) -> Finding {
    let at = |cell: At| place::cell(document, system.figures.table, cell);
    // The other rows of its column may be in another unit.
    let unit = &off.expected.unit;
    let own = system.figures.printed(off.cell).map(|it| Quantity { unit: unit.clone(), ..it.clone() });
    Finding {
        severity: Severity::Warning,
        confidence_percent: 80,
        also_at: off.of.iter().map(|cell| at(*cell)).collect(),
        found: own.map_or_else(Message::default, |it| verbatim(quantity(&it))),
        expected: verbatim(quantity(&off.expected)),
        advice,
        ..about.finding(
            at(off.cell),
            Message::new(says).with("row", label(system, off.cell)).with("column", heading(system, off.cell)),
        )
    }
}

fn tell(
    document: &Document,
    system: &System<'_>,
    fault: &Fault,
    about: &About,
    says: &'static str,
) -> Finding {
    let table = system.figures.table;
    let says = Message::new(says)
        .with("row", label(system, fault.relation.result))
        .with("column", heading(system, fault.relation.result))
        .with("in", in_column(system, fault.relation.result));
    let others: Vec<At> = fault.others.iter().map(|it| it.cell).chain(implicated(fault)).collect();
    let mut also_at = places(document, system, fault, &others);
    let told = system.told_as(fault.cell, &fault.expected.interval());
    also_at.extend(told.map(|told| place::at(document, told.span)));
    let sure = fault.relation.sure && !is_mirrored(system, fault);
    Finding {
        severity: if sure { about.severity } else { Severity::Warning },
        confidence_percent: if sure { 98 } else { 75 },
        also_at,
        instead: fault.others.iter().map(|it| instead(document, system, it)).collect(),
        found: verbatim(printed(system, fault.cell)),
        expected: expected(system, fault),
        advice: advice(system, fault),
        note: Some(Message::new("rule-slack").with("slack", slack(system, &fault.relation))),
        ..about.finding(place::cell(document, table, fault.cell), says)
    }
}

/// The cell where the relation is printed, when it is not the one that is wrong.
fn implicated(fault: &Fault) -> Option<At> {
    let result = fault.relation.result;
    let is_suspect = fault.others.iter().any(|it| it.cell == result);
    (result != fault.cell && !is_suspect).then_some(result)
}

/// A cell that could be the wrong one, with what it should print then.
pub fn instead(document: &Document, system: &System<'_>, suspect: &Suspect) -> Instead {
    let at = place::cell(document, system.figures.table, suspect.cell);
    let (found, expected) = (printed(system, suspect.cell), quantity(&suspect.expected));
    let says = Message::new("rule-instead")
        .with("cell", label(system, suspect.cell) + &in_column(system, suspect.cell))
        .with("line", i64::from(at.shown.at.line))
        .with("found", found.clone())
        .with("expected", expected.clone());
    Instead { at, found, expected, says }
}

fn places(
    document: &Document,
    system: &System<'_>,
    fault: &Fault,
    others: &[At],
) -> Vec<uppsikt_findings::FindingPlace> {
    let mut others: Vec<At> = others.iter().copied().filter(|at| *at != fault.cell).collect();
    others.sort_unstable();
    others.into_iter().map(|at| place::cell(document, system.figures.table, at)).collect()
}

/// Whether the only thing wrong is that a row is signed against the habit of its group.
fn is_mirrored(system: &System<'_>, fault: &Fault) -> bool {
    let (row, column) = fault.relation.result;
    let against = |change: &ChangeColumn| change.column == column && change.against.contains(&row);
    fault.relation.kind == Kind::Change && fault.breaks == 1 && system.changes.iter().any(against)
}

fn expected(system: &System<'_>, fault: &Fault) -> Message {
    let value = quantity(&fault.expected);
    match formula(system, &fault.relation) {
        Some(formula) if fault.cell == fault.relation.result => {
            Message::new("rule-expected-formula").with("value", value).with("formula", formula)
        }
        _ => verbatim(value),
    }
}

/// "Budget 2026 − Prognos 2025: 10 − 8", for relations of few cells; else nothing.
fn formula(system: &System<'_>, relation: &Relation) -> Option<String> {
    if relation.terms.len() > 4 {
        return None;
    }
    let names = |at: At| match relation.kind {
        Kind::Change | Kind::Split => heading(system, at),
        _ => label(system, at),
    };
    let joined = |word: &dyn Fn(At) -> String| {
        let mut out = String::new();
        for (index, term) in relation.terms.iter().enumerate() {
            match (index, term.factor) {
                (0, 1) => {}
                (0, _) => out += "\u{2212} ",
                (_, 1) => out += " + ",
                _ => out += " \u{2212} ",
            }
            out += &word(term.at);
        }
        out
    };
    let figures = |at: At| in_brackets(system.figures.printed(at));
    Some(format!("{}: {}", joined(&names), joined(&figures)))
}

fn in_brackets(printed: Option<&Quantity>) -> String {
    match printed {
        Some(value) if value.mantissa < 0 => format!("({})", figure(value)),
        Some(value) => figure(value),
        None => "0".to_owned(),
    }
}

fn advice(system: &System<'_>, fault: &Fault) -> Message {
    if fault.others.is_empty() {
        return Message::new("rule-write-value").with("value", quantity(&fault.expected));
    }
    Message::new("rule-one-of-cells")
        .with("value", quantity(&fault.expected))
        .with("row", label(system, fault.cell))
        .with("count", fault.others.len() + 1)
}

fn slack(system: &System<'_>, relation: &Relation) -> String {
    let slack = relation.slack(&system.figures);
    let column = system.figures.table.columns.get(relation.result.1);
    let unit = column.map_or(Unit::None, |column| column.unit.clone());
    let decimals = if slack.rounded(0) > 0 && slack.rounded(1) % 10 == 0 { 0 } else { 2 };
    trimmed(&quantity(&Quantity::new(slack.rounded(decimals), decimals, unit)))
}

/// A figure without noughts at the end of its decimals.
fn trimmed(words: &str) -> String {
    let (value, unit) = words.split_once('\u{a0}').unwrap_or((words, ""));
    let value = if value.contains(',') { value.trim_end_matches('0').trim_end_matches(',') } else { value };
    if unit.is_empty() { value.to_owned() } else { format!("{value}\u{a0}{unit}") }
}

/// The printed figure of a cell with its column's unit.
fn printed(system: &System<'_>, at: At) -> String {
    system.figures.printed(at).map_or_else(String::new, quantity)
}

/// " (Budget 2026)", or nothing where the column has no heading.
fn in_column(system: &System<'_>, at: At) -> String {
    let heading = heading(system, at);
    if heading.is_empty() { heading } else { format!(" ({heading})") }
}

/// The label of a cell's row.
fn label(system: &System<'_>, at: At) -> String {
    system.figures.table.rows.get(at.0).map(|row| row.label.text.clone()).unwrap_or_default()
}

/// The heading of a cell's column.
fn heading(system: &System<'_>, at: At) -> String {
    system.figures.table.columns.get(at.1).map(|column| column.heading.text.clone()).unwrap_or_default()
}
