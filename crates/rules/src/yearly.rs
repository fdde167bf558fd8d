//! The values of indicators that tables under the goals print for named years.

use crate::prose::{passages, words};
use std::collections::HashSet;
use uppsikt_domain::block::Block;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Cell, Column, Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::figure;
use uppsikt_text::sentence::sentences;

/// A printed value of an indicator for a year.
#[derive(Debug, Clone)]
pub struct Value {
    /// What the indicator is called.
    pub name: String,
    /// The year.
    pub year: i32,
    /// The value as a plain decimal.
    pub value: String,
    /// The column's heading.
    pub heading: String,
    /// As printed.
    pub printed: String,
    /// The cell.
    pub span: Span,
}

impl Value {
    /// A year that had not passed when the document was made may get another value.
    pub fn is_preliminary(&self, document: &Document) -> bool {
        let lower = self.heading.lower();
        let running = document.kind == DocumentKind::InterimReport && document.year == Some(self.year);
        running || ["prognos", "prel", "mål", "plan", "budget"].iter().any(|word| lower.contains(word))
    }

    /// Whether it is aimed at.
    pub fn is_target(&self) -> bool {
        let lower = self.heading.lower();
        lower.starts_with("mål") || lower.contains("målvärde") || lower.contains("målnivå")
    }
}

/// Whether a sentence of a document tells both values, as one that says what was changed does, or says
/// that values were changed and names the indicator.
pub fn tells_change(document: &Document, was: &Value, now: &Value) -> bool {
    let name: HashSet<String> =
        words(&was.name).into_iter().filter(|word| word.chars().count() >= LETTERS).collect();
    passages(document).iter().flat_map(|passage| sentences(passage.text)).any(|sentence| {
        let words = words(sentence);
        let has = |value: &str| words.iter().any(|word| word == value);
        let changed = CHANGED.iter().any(|begin| words.iter().any(|word| word.starts_with(begin)));
        has(&was.printed) && has(&now.printed) || changed && words.iter().any(|word| name.contains(word))
    })
}

/// Beginnings of words that tell that a value is not as it was told.
const CHANGED: [&str; 7] = ["omräkn", "räknats", "räknas", "revider", "rättat", "rättad", "justerat"];

/// Shorter words are of many things.
const LETTERS: usize = 6;

/// The values in tables under the goals, in columns whose headings are nothing but a year.
pub fn values(document: &Document) -> Vec<Value> {
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
