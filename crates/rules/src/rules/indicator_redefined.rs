//! An indicator whose value of a past year is another than last year's plan printed.

use crate::pairs::plan_and_next;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::block::Block;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Cell, Column, Row, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;
use uppsikt_text::figure;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-redefined",
        code: "IND-007",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("indicator_redefined.sv.md"),
        page_en: include_str!("indicator_redefined.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later)).collect()
}

/// Indicators of one name whose values for one year differ between the plans.
fn of_pair(earlier: &Document, later: &Document) -> Vec<Finding> {
    let before = values(earlier);
    let mut found = Vec::new();
    for now in values(later) {
        let was = before.iter().find(|was| was.name == now.name && was.year == now.year);
        let told = was.filter(|was| was.value != now.value && !is_preliminary(was) && !is_preliminary(&now));
        found.extend(told.map(|was| tell((earlier, was), (later, &now))));
    }
    // One change of an indicator's definition changes all its years.
    found.dedup_by(|one, other| one.at.span.at.line == other.at.span.at.line);
    found
}

/// A printed value of an indicator for a year.
struct Value {
    name: String,
    year: i32,
    value: String,
    heading: String,
    printed: String,
    span: Span,
}

/// A year that had not passed when the plan was made may get another value.
fn is_preliminary(value: &Value) -> bool {
    let lower = value.heading.to_lowercase();
    ["prognos", "prel", "mål", "plan", "budget"].iter().any(|word| lower.contains(word))
}

/// The values in tables under the goals, in columns whose headings are nothing but a year.
fn values(document: &Document) -> Vec<Value> {
    let tables = document.goals().into_iter().flat_map(|goal| goal.section.all());
    let tables = tables.flat_map(|section| section.blocks.iter().filter_map(Block::table));
    tables.flat_map(|table| table.rows.iter().flat_map(|row| of_row(table, row))).collect()
}

fn of_row(table: &Table, row: &Row) -> Vec<Value> {
    let cells = table.columns.iter().zip(&row.cells);
    cells.flat_map(|(column, cell)| of_cell(row, column, cell)).collect()
}

/// The values of a cell: one, or one for each of the years of its heading ("58 / 61" under
/// "Utfall 2023 / 2024").
fn of_cell(row: &Row, column: &Column, cell: &Cell) -> Vec<Value> {
    let heading = &column.heading.text;
    let numbers = heading.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse().ok());
    let years: Vec<i32> = numbers.filter(|year| (1990..2100).contains(year)).collect();
    let Some(printed) = &cell.printed else { return Vec::new() };
    let parts: Vec<&str> = printed.split('/').map(str::trim).collect();
    let value = |year: i32, value: String, printed: &str| Value {
        name: normalized(&row.label.text),
        year,
        value,
        heading: heading.clone(),
        printed: printed.to_owned(),
        span: cell.span,
    };
    if years.len() > 1 && years.len() == parts.len() {
        let each = years.into_iter().zip(parts);
        return each.filter_map(|(year, part)| Some(value(year, plain(part)?, part))).collect();
    }
    let whole = cell.value.as_ref().map(Quantity::plain);
    let told = years.first().zip(whole).map(|(year, whole)| value(*year, whole, printed));
    told.into_iter().collect()
}

/// "1 250,5" as a plain decimal.
fn plain(printed: &str) -> Option<String> {
    let (mantissa, decimals) = figure::parse(printed)?;
    Some(Quantity::new(mantissa, decimals, Unit::None).plain())
}

fn tell(earlier: (&Document, &Value), later: (&Document, &Value)) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::at(earlier.0, earlier.1.span)],
        found: verbatim(later.1.printed.clone()),
        expected: verbatim(earlier.1.printed.clone()),
        advice: Message::new("rule-indicator-redefined-try"),
        ..RULE.about.finding(
            place::at(later.0, later.1.span),
            Message::new("rule-indicator-redefined-says").with("year", later.1.year.to_string()),
        )
    }
}
