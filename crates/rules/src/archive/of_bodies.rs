//! What a document of the municipality itself tells of its bodies in tables with a row for each.

use super::body::{body_key, ends_body};
use crate::money;
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{Column, ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_text::case::Lower;

/// What an amount of a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The appropriation, or the budget of its net cost.
    Frame,
    /// What it may invest.
    Investments,
    /// What its net cost is foreseen to be.
    Forecast,
    /// What its net cost came to.
    Actual,
    /// How far it is from its budget.
    Deviation,
}

/// An amount of a body, and where it is told.
#[derive(Debug, Clone)]
pub struct Amount<'a> {
    /// The body's key.
    pub body: String,
    /// What it is.
    pub measure: Measure,
    /// The year.
    pub year: i32,
    /// The amount in its unit of money.
    pub value: Quantity,
    /// The cell.
    pub span: Span,
    /// The row.
    pub label: &'a str,
    /// Where the row's label stands.
    pub row_span: Span,
}

/// All amounts of bodies.
pub fn of_bodies<'a>(document: &'a Document) -> Vec<Amount<'a>> {
    let tables = document.tables().into_iter();
    tables.flat_map(|(section, table)| of_table(document, section, table)).collect()
}

/// So many rows that are bodies make a table of bodies.
const BODIES: usize = 2;

fn of_table<'a>(document: &Document, section: &'a Section, table: &'a Table) -> Vec<Amount<'a>> {
    let rows = rows(table);
    let named = rows.values().filter(|row| names_body(&row.label.text)).count();
    let Some(year) = document.year.filter(|_| named >= BODIES) else { return Vec::new() };
    let about = about(section, table);
    let mut found = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let told = measure(document.kind, table, &about, column, year).zip(money::unit(table, at));
        let Some(((measure, year), unit)) = told else { continue };
        let amount = |(body, row): (&String, &&'a Row)| {
            let cell = row.cells.get(at)?;
            let value = Quantity { unit: unit.clone(), ..cell.value.clone()? };
            Some(Amount {
                body: body.clone(),
                measure,
                year,
                value,
                span: cell.span,
                label: &row.label.text,
                row_span: row.label.span,
            })
        };
        found.extend(rows.iter().filter_map(amount));
    }
    found.sort_by_key(|amount| amount.span);
    found
}

/// The row of each body; of a body with several, the one that sums them up.
fn rows(table: &Table) -> HashMap<String, &Row> {
    let mut found: HashMap<String, Vec<&Row>> = HashMap::new();
    let own = table.rows.iter().filter(|row| !matches!(row.role, RowRole::OfWhich | RowRole::Section));
    for row in own {
        let told = row.cells.iter().any(|cell| cell.value.is_some()) && !is_sum(&row.label.text);
        let key = body_key(&row.label.text).filter(|_| told);
        key.into_iter().for_each(|key| found.entry(key).or_default().push(row));
    }
    let only = |rows: Vec<&'_ Row>| match rows.as_slice() {
        [one] => Some(std::ptr::from_ref(*one)),
        _ => None,
    };
    let chosen: HashMap<String, *const Row> = found
        .iter()
        .filter_map(|(key, rows)| Some((key.clone(), only(rows.clone()).or_else(|| only(sums(rows)))?)))
        .collect();
    let own = table.rows.iter().filter_map(|row| {
        let key = body_key(&row.label.text)?;
        chosen.get(&key).is_some_and(|it| std::ptr::eq(*it, row)).then_some((key, row))
    });
    own.collect()
}

/// "Summa", "Totalt nämnderna": of all bodies and of none.
fn is_sum(label: &str) -> bool {
    let lower = label.lower();
    let sums = ["summa", "totalt", "total", "s:a"].iter().any(|word| lower.starts_with(word));
    sums && !names_body(label)
}

fn sums<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let is_sum = |row: &&&Row| matches!(row.role, RowRole::Subtotal | RowRole::Total);
    rows.iter().filter(is_sum).copied().collect()
}

fn names_body(label: &str) -> bool {
    let open = label.split('(').next().unwrap_or(label);
    let last = open.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let last = last.filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()));
    let words: Vec<&str> = last.collect();
    words.last().is_some_and(|word| ends_body(word)) || words.first() == Some(&"Nämnden")
}

/// What the heading, the caption and the first column say that a table is about, in lower case.
fn about(section: &Section, table: &Table) -> String {
    let heading = section.heading.iter().map(|heading| heading.text.as_str());
    let caption = table.caption.iter().map(|caption| caption.text.as_str());
    heading.chain(caption).chain([table.label_heading.as_str()]).collect::<Vec<_>>().join(" ").lower()
}

/// Beginnings and parts of words for amounts that are only a part of what a body has, or no net cost.
const PARTS: [&str; 21] = [
    "satsning",
    "effektivisering",
    "besparing",
    "tillskott",
    "förändring",
    "intäkt",
    "lokal",
    "hyr",
    "personal",
    "löne",
    "statsbidrag",
    "exkl",
    "buffert",
    "kompensation",
    "ombudget",
    "kostnader",
    "anställ",
    "sjukfrånvaro",
    "varav",
    "kapitalkostnad",
    "taxor",
];

/// The measure of a column and its year.
fn measure(
    document: DocumentKind,
    table: &Table,
    about: &str,
    column: &Column,
    year: i32,
) -> Option<(Measure, i32)> {
    let heading = heading(table, column).lower();
    let is_part = |text: &str| PARTS.iter().any(|part| text.contains(part));
    let invests = |text: &str| text.contains("invester");
    let of_investments =
        invests(&heading) || (invests(about) || table.kind == TableKind::Investments) && !frames(&heading);
    if is_part(&heading.replace("nettokostnad", ""))
        || is_part(&about.replace("nettokostnad", ""))
        || changed(&heading)
    {
        return None;
    }
    let planned = document == DocumentKind::CouncilBudget;
    let of = |own: &Option<i32>| own.unwrap_or(year);
    match &column.kind {
        ColumnKind::Budget { year: own } if !heading.contains("plan") || of(own) == year => {
            let measure = if of_investments { Measure::Investments } else { Measure::Frame };
            Some((measure, of(own)))
        }
        ColumnKind::Other if planned && table.columns.len() == 1 && names_limit(&heading, year) => {
            Some((if of_investments { Measure::Investments } else { Measure::Frame }, year))
        }
        _ if of_investments || planned => None,
        ColumnKind::Forecast { year: own } => Some((Measure::Forecast, of(own))),
        ColumnKind::Actual { year: own, part_of_year: false } if is_whole(document) => {
            Some((Measure::Actual, of(own)))
        }
        ColumnKind::Deviation if !heading.contains("period") => Some((Measure::Deviation, year)),
        _ => None,
    }
}

/// A column's heading; of a lone column without one, the first row where that heads the others.
fn heading<'a>(table: &'a Table, column: &'a Column) -> &'a str {
    let first = table.rows.first().filter(|row| row.role == RowRole::Section && table.columns.len() == 1);
    let own = column.heading.text.as_str();
    if own.is_empty() { first.map_or(own, |row| row.label.text.as_str()) } else { own }
}

/// "Investeringsram 2031": a lone column that is of the document's year, or of none that is named.
fn names_limit(heading: &str, year: i32) -> bool {
    let named =
        ["ram", "invester", "kommunbidrag", "anslag", "budget"].iter().any(|word| heading.contains(word));
    let mut years = heading.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse::<i32>().ok());
    named && years.all(|named| named == year)
}

/// Only the report of a whole year has outcomes that committees' whole years can be held against.
fn is_whole(document: DocumentKind) -> bool {
    document == DocumentKind::AnnualReport
}

fn frames(heading: &str) -> bool {
    ["kommunbidrag", "ram", "anslag", "drift"].iter().any(|word| heading.contains(word))
}

/// Whether a heading or a label names an amount that is not the first decided one.
pub fn changed(text: &str) -> bool {
    let lower = text.lower();
    ["revider", "juster", "efter", "aktuell", "ändrad", "ny ram", "gällande", "slutlig"]
        .iter()
        .any(|word| lower.contains(word))
}
