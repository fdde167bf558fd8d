//! Budget areas that add up to no amount that they could be parts of.

use crate::place;
use crate::relations::System;
use crate::relations::figures::At;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "budget-areas-off",
        code: "RAM-003",
        family: Family::Frame,
        severity: Severity::Warning,
        rests_on: "Nämndens fördelning på budgetområden är en fördelning av det anslag den gäller.",
        page_sv: include_str!("budget_areas_off.sv.md"),
        page_en: include_str!("budget_areas_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let document = sheet.document;
    let wholes = wholes(document, structure);
    let areas = sheet.systems().iter().filter(|system| is_whole(system.figures.table));
    let mut found = Vec::new();
    for system in areas.filter(|_| !wholes.is_empty()) {
        let wrong = system.wrong_cells();
        let sums = sums(system.figures.table, document.year).into_iter().filter(|at| !wrong.contains(at));
        let off = sums.filter_map(|at| Some((at, system.figures.printed(at)?)));
        let off = off.filter(|(_, value)| {
            value.mantissa != 0 && !wholes.iter().any(|(whole, _)| same_size(whole, value))
        });
        found.extend(off.map(|(at, value)| tell(document, system, at, value, &wholes)));
    }
    found
}

/// Whether a table lists all areas: one with comments may hold only those that deviate.
fn is_whole(table: &Table) -> bool {
    let commented = table.column(|kind| *kind == ColumnKind::Note).is_some();
    let noted = table.rows.iter().any(|row| row.note.is_some());
    table.kind == TableKind::BudgetAreas && !commented && !noted
}

/// What areas can be a division of: the appropriation or the net cost, whole or one funding part.
fn wholes(document: &Document, structure: &Structure) -> Vec<(Quantity, Span)> {
    let keys = [&structure.frame_line, &structure.net_cost_line];
    let mut found = Vec::new();
    for (_, table) in document.tables().into_iter().filter(|(_, table)| table.kind != TableKind::BudgetAreas)
    {
        let told = |row: &&Row| {
            table.kind == TableKind::Ledger || row.line.as_ref().is_some_and(|line| keys.contains(&line))
        };
        let cells = table.rows.iter().filter(told).flat_map(|row| &row.cells);
        found.extend(cells.filter_map(|cell| Some((cell.value.clone()?, cell.span))));
    }
    found
}

/// The cells of the last sum row in columns that are a budget, or in the only column. What was to be divided in
/// an earlier year, that year's document tells.
fn sums(table: &Table, year: Option<i32>) -> Vec<At> {
    let Some(row) = table.rows.iter().rposition(|row| row.role == RowRole::Total) else { return Vec::new() };
    let is_past = |own: Option<i32>| own.zip(year).is_some_and(|(own, year)| own < year);
    let budget = |column: &usize| match table.columns[*column].kind {
        ColumnKind::Budget { year } => !is_past(year),
        _ => false,
    };
    (0..table.columns.len())
        .filter(|column| budget(column) || table.columns.len() == 1)
        .map(|column| (row, column))
        .collect()
}

fn same_size(whole: &Quantity, sum: &Quantity) -> bool {
    let size =
        |figure: &Quantity| Quantity { mantissa: figure.mantissa.abs(), ..figure.clone() }.interval_kronor();
    match (size(whole), size(sum)) {
        (Some(whole), Some(sum)) => whole.meets(&sum),
        _ => true,
    }
}

fn tell(
    document: &Document,
    system: &System<'_>,
    at: At,
    value: &Quantity,
    wholes: &[(Quantity, Span)],
) -> Finding {
    let nearest = wholes.iter().min_by_key(|(whole, _)| apart(whole, value));
    Finding {
        confidence_percent: 80,
        also_at: nearest.iter().map(|(_, span)| place::at(document, *span)).collect(),
        found: verbatim(quantity(value)),
        expected: nearest.map_or_else(Message::default, |(whole, _)| {
            Message::new("rule-budget-areas-off-expected").with("value", quantity(whole))
        }),
        advice: Message::new("rule-budget-areas-off-try"),
        ..RULE.about.finding(
            place::cell(document, system.figures.table, at),
            Message::new("rule-budget-areas-off-says"),
        )
    }
}

fn apart(whole: &Quantity, sum: &Quantity) -> Fixed {
    let kronor = |figure: &Quantity| figure.value().abs().times(figure.unit.kronor().unwrap_or(1));
    (kronor(whole) - kronor(sum)).abs()
}
