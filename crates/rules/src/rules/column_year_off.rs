//! A table whose columns are of other years than the document.

use crate::place;
use crate::relations::wholes;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::table::{Column, ColumnKind, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "column-year-off",
        code: "KON-006",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Tabellerna gäller det år som dokumentet gäller.",
        page_sv: include_str!("column_year_off.sv.md"),
        page_en: include_str!("column_year_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

const KINDS: [TableKind; 5] = [
    TableKind::Statement,
    TableKind::Split,
    TableKind::BudgetAreas,
    TableKind::Investments,
    TableKind::NetCost,
];

fn of_document(document: &Document) -> Vec<Finding> {
    // A case tells of other years than the one it is written in.
    let Some(year) = document.year.filter(|_| document.kind != DocumentKind::Case) else { return Vec::new() };
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let column = |table| match document.kind.is_report() {
        true => ahead(table, year).or_else(|| balance_before(table, year)).or_else(|| before(table, year)),
        false => before(table, year),
    };
    tables
        .filter_map(|table| Some((column(table)?, table)))
        .map(|(column, table)| tell(document, table, column, year))
        .collect()
}

fn before(table: &Table, year: i32) -> Option<&Column> {
    Some(table).filter(|table| KINDS.contains(&table.kind)).and_then(|table| off(table, year))
}

/// The forecast or outcome of a report whose table has nothing but later years, though it tells how far from
/// its budget that year is.
fn ahead(table: &Table, year: i32) -> Option<&Column> {
    let mut dated = table.columns.iter().filter(|column| printed_year(column).is_some());
    let deviates = table.columns.iter().any(|column| column.kind == ColumnKind::Deviation);
    let is_late = |column: &Column| printed_year(column) > Some(year);
    let is_outcome = |column: &&Column| {
        matches!(column.kind, ColumnKind::Forecast { .. } | ColumnKind::Actual { .. }) && is_late(column)
    };
    let outcome = table.columns.iter().find(is_outcome)?;
    (deviates && dated.all(is_late)).then_some(outcome)
}

/// The first column of a balance sheet of which every day is of an earlier year.
fn balance_before(table: &Table, year: i32) -> Option<&Column> {
    let has = |fits: fn(&str) -> bool| table.rows.iter().any(|row| fits(&row.label.text));
    let years = |column: &Column| -> Vec<i32> {
        let parts = column.heading.text.split(|c: char| !c.is_ascii_digit());
        let years = parts.filter(|part| part.len() == 4).filter_map(|part| part.parse().ok());
        years.filter(|year| (1990..2100).contains(year)).collect()
    };
    let all: Vec<i32> = table.columns.iter().flat_map(years).collect();
    let early = !all.is_empty() && all.iter().all(|it| *it < year);
    let latest = all.iter().max()?;
    let found = table.columns.iter().find(|column| years(column).contains(latest));
    found.filter(|_| early && has(wholes::is_assets) && has(wholes::is_liabilities))
}

/// The column of the latest budget, where every year of the table lies before the document's.
fn off(table: &Table, year: i32) -> Option<&Column> {
    let dated: Vec<&Column> = table.columns.iter().filter(|column| printed_year(column).is_some()).collect();
    if dated.is_empty() || dated.iter().any(|column| printed_year(column) >= Some(year)) {
        return None;
    }
    // Budgets come first: what has come out may well be of earlier years.
    let is_planned = |column: &&&Column| !matches!(column.kind, ColumnKind::Actual { .. });
    dated.iter().filter(is_planned).max_by_key(|column| printed_year(column)).copied()
}

/// The year of a column that prints it: "Utfall jan–aug" follows the document.
fn printed_year(column: &Column) -> Option<i32> {
    any_year(&column.kind).filter(|year| column.heading.text.contains(&year.to_string()))
}

fn any_year(kind: &ColumnKind) -> Option<i32> {
    match kind {
        ColumnKind::Forecast { year } | ColumnKind::Budget { year } | ColumnKind::Actual { year, .. } => {
            *year
        }
        _ => None,
    }
}

fn tell(document: &Document, table: &Table, column: &Column, year: i32) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(column.heading.text.clone()),
        expected: Message::new("rule-column-year-off-expected").with("year", year.to_string()),
        advice: Message::new("rule-column-year-off-try"),
        ..RULE
            .about
            .finding(place::column(document, table, column), Message::new("rule-column-year-off-says"))
    }
}
