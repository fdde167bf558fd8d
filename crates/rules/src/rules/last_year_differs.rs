//! A column of last year's budget or outcome that last year's document has otherwise.

use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::same_rows::{Pair, Rows, compared, sound, year_of};
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::table::{ColumnKind, RowRole, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "last-year-differs",
        code: "TID-007",
        family: Family::Continuity,
        severity: Severity::Warning,
        rests_on: "Samma rad, samma år och samma omfattning är samma belopp i varje dokument.",
        page_sv: include_str!("last_year_differs.sv.md"),
        page_en: include_str!("last_year_differs.en.md"),
    },
    check,
};

/// What a column holds: the budget or the whole outcome of a body's year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Held {
    body: String,
    table: TableKind,
    is_budget: bool,
    year: i32,
}

/// A column of a document's table.
#[derive(Clone, Copy)]
struct Column<'s, 'a> {
    document: &'a Document,
    rows: &'s Rows<'a>,
    column: usize,
}

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut sheets: Vec<&Sheet<'_>> = picture.sheets().iter().collect();
    sheets.sort_by_key(|sheet| (sheet.document.year, sheet.document.kind.is_report()));
    let tables: Vec<Vec<Rows<'_>>> =
        sheets.iter().map(|sheet| sheet.systems().iter().map(Rows::of).collect()).collect();
    let mut first: HashMap<Held, Vec<Column<'_, '_>>> = HashMap::new();
    let mut found = Vec::new();
    for (sheet, rows) in sheets.iter().zip(&tables) {
        for (held, column) in rows.iter().flat_map(|rows| columns(sheet.document, rows)) {
            let known = first.entry(held.clone()).or_default();
            match is_origin(&held, column.document) {
                true => known.push(column),
                false => found.extend(known.iter().find_map(|origin| off(&held, origin, &column))),
            }
        }
    }
    found
}

/// The columns of a table that hold a body's budget or outcome of a named year.
fn columns<'s, 'a>(document: &'a Document, rows: &'s Rows<'a>) -> Vec<(Held, Column<'s, 'a>)> {
    let Some(body) = document.body.as_ref().map(|body| normalized(&body.text)) else { return Vec::new() };
    let held = |column: usize| {
        let kind = &rows.table().columns[column].kind;
        let year = year_of(kind)??;
        let is_budget = matches!(kind, ColumnKind::Budget { .. });
        let whole = is_budget || matches!(kind, ColumnKind::Actual { part_of_year: false, .. });
        let held = Held { body: body.clone(), table: rows.table().kind, is_budget, year };
        whole.then_some((held, Column { document, rows, column }))
    };
    rows.levels.iter().filter_map(|column| held(*column)).collect()
}

/// Whether a document is where a figure was first told: the budget of the year, or the first
/// report of its outcome. Other documents of the same year are after decisions.
fn is_origin(held: &Held, document: &Document) -> bool {
    let own = document.year == Some(held.year);
    let kinds = match held.is_budget {
        true => [DocumentKind::CommitteeBudget, DocumentKind::CouncilBudget],
        false => [DocumentKind::AnnualAnalysis, DocumentKind::AnnualReport],
    };
    own && kinds.contains(&document.kind)
}

/// So many rows with other amounts than nought must be the same, and twice as many as differ.
const LEAST: usize = 3;

/// Beginnings of words that tell that last year's figures are not as they were told then.
const REVISED: [&str; 10] = [
    "revider",
    "omräkn",
    "juster",
    "omarbet",
    "rättad",
    "rättat",
    "uppdater",
    "ombudget",
    "omfördel",
    "omklass",
];

/// Beginnings that tell it in a heading.
const DECIDED: [&str; 3] = ["beslut", "aktuell", "gällande"];

/// At most one finding for a column.
fn off(held: &Held, origin: &Column<'_, '_>, later: &Column<'_, '_>) -> Option<Finding> {
    let rows = origin.rows.shared(later.rows);
    if later.document.year <= origin.document.year || rows.len() <= LEAST || is_revised(later) {
        return None;
    }
    let compared = compared(origin.rows, later.rows, &rows, (origin.column, later.column));
    let items = compared.differ.iter().filter(|(_, (row, _))| !is_sum(later.rows.table(), *row)).count();
    let told = compared.same >= LEAST && compared.same >= 2 * items;
    let mut off = if told { sound(origin.rows, later.rows, compared.differ) } else { Vec::new() };
    // A row is the smallest evidence, and sums follow from it.
    off.sort_by_key(|(_, (row, _))| (is_sum(later.rows.table(), *row), *row));
    (!off.is_empty()).then(|| tell(held, origin, later, &off))
}

fn is_sum(table: &Table, row: usize) -> bool {
    matches!(table.rows[row].role, RowRole::Subtotal | RowRole::Total)
}

/// Whether the text around a table says that its older figures are changed.
fn is_revised(later: &Column<'_, '_>) -> bool {
    let table = later.rows.table();
    let caption = table.caption.as_ref().map(|caption| caption.text.clone()).unwrap_or_default();
    let headed = format!("{} {caption}", table.columns[later.column].heading.text);
    let section = later.document.tables().into_iter().find(|(_, it)| std::ptr::eq(*it, table));
    let section = section.map(|(section, _)| section.own_text()).unwrap_or_default();
    let tells = |text: &str, begins: &[&str]| {
        words(text).iter().any(|word| begins.iter().any(|begin| word.starts_with(begin)))
    };
    tells(&headed, &DECIDED) || tells(&headed, &REVISED) || tells(&section, &REVISED)
}

fn tell(held: &Held, origin: &Column<'_, '_>, later: &Column<'_, '_>, off: &[Pair]) -> Finding {
    let (theirs, ours) = off[0];
    let printed =
        |column: &Column<'_, '_>, at| column.rows.printed(at).as_ref().map_or_else(String::new, quantity);
    let place = |column: &Column<'_, '_>, at| place::cell(column.document, column.rows.table(), at);
    let label = later.rows.table().rows[ours.0].label.text.clone();
    let others = off[1..].iter().map(|(_, at)| place(later, *at));
    let severity = if held.is_budget { Severity::Note } else { Severity::Warning };
    Finding {
        severity,
        confidence_percent: if held.is_budget { 60 } else { 75 },
        also_at: std::iter::once(place(origin, theirs)).chain(others).collect(),
        found: verbatim(printed(later, ours)),
        expected: verbatim(printed(origin, theirs)),
        advice: Message::new("rule-last-year-differs-try"),
        ..RULE.about.finding(
            place(later, ours),
            Message::new("rule-last-year-differs-says")
                .with("row", label)
                .with("year", held.year.to_string()),
        )
    }
}
