//! A column of last year's budget, forecast or outcome that last year's document has otherwise.

use crate::archive::Shelf;
use crate::place;
use crate::prose::{passages, words};
use crate::rule::Rule;
use crate::same_rows::{Pair, Rows, compared, sound, year_of};
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::table::{ColumnKind, RowRole, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::sentence::sentences;

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

/// What a column holds: the budget, the forecast or the whole outcome of a body's year.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Held<'a> {
    city: &'a str,
    body: &'a str,
    table: TableKind,
    what: What,
    year: i32,
}

/// Which of a year's amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum What {
    Budget,
    Forecast,
    Outcome,
}

/// A column of a document's table.
#[derive(Clone, Copy)]
struct Column<'s, 'a> {
    document: &'a Document,
    rows: &'s Rows<'a>,
    column: usize,
}

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let newest = picture.archive().newest().iter();
    let mut sheets: Vec<(&Sheet<'_>, &Shelf)> =
        newest.map(|(at, shelf)| (&picture.sheets()[*at], shelf)).collect();
    sheets.sort_by_key(|(sheet, shelf)| (shelf.year, sheet.document.kind.is_report()));
    let tables: Vec<Vec<Rows<'_>>> =
        sheets.iter().map(|(sheet, _)| sheet.systems().iter().map(Rows::of).collect()).collect();
    let mut first: HashMap<Held<'_>, Vec<Column<'_, '_>>> = HashMap::new();
    let mut found = Vec::new();
    for ((sheet, shelf), rows) in sheets.iter().zip(&tables) {
        for (held, column) in rows.iter().flat_map(|rows| columns(sheet.document, shelf, rows)) {
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
fn columns<'s, 'a>(
    document: &'a Document,
    shelf: &'s Shelf,
    rows: &'s Rows<'a>,
) -> Vec<(Held<'s>, Column<'s, 'a>)> {
    // Areas may be in a table that nothing names for them.
    let table = match rows.table().kind {
        TableKind::BudgetAreas => TableKind::Other,
        kind => kind,
    };
    let held = |column: usize| {
        let kind = &rows.table().columns[column].kind;
        let year = year_of(kind)??;
        let what = match kind {
            ColumnKind::Budget { .. } => What::Budget,
            ColumnKind::Forecast { .. } => What::Forecast,
            ColumnKind::Actual { part_of_year: false, .. } => What::Outcome,
            _ => return None,
        };
        let held = Held { city: &shelf.city, body: &shelf.body, table, what, year };
        Some((held, Column { document, rows, column }))
    };
    rows.levels.iter().filter_map(|column| held(*column)).collect()
}

/// Whether a document is where a figure was first told: the budget of the year, or the first
/// report of its outcome. Other documents of the same year are after decisions.
fn is_origin(held: &Held<'_>, document: &Document) -> bool {
    let own = document.year == Some(held.year);
    let kinds = match held.what {
        What::Budget => [DocumentKind::CommitteeBudget, DocumentKind::CouncilBudget],
        What::Forecast => [DocumentKind::InterimReport, DocumentKind::CityInterimReport],
        What::Outcome => [DocumentKind::AnnualAnalysis, DocumentKind::AnnualReport],
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

/// So many rows that are the same show what a column is.
const MANY: usize = 6;

/// At most one finding for a column.
fn off(held: &Held<'_>, origin: &Column<'_, '_>, later: &Column<'_, '_>) -> Option<Finding> {
    let rows = origin.rows.shared(later.rows);
    if later.document.year <= origin.document.year || rows.len() <= LEAST || is_revised(held, later) {
        return None;
    }
    let compared = compared(origin.rows, later.rows, &rows, (origin.column, later.column));
    let items = compared.differ.iter().filter(|(_, (row, _))| !is_sum(later.rows.table(), *row)).count();
    let told = compared.same >= LEAST && compared.same >= 2 * items;
    let mut off = if told { sound(origin.rows, later.rows, compared.differ) } else { Vec::new() };
    // A row is the smallest evidence, and sums follow from it.
    off.sort_by_key(|(_, (row, _))| (is_sum(later.rows.table(), *row), *row));
    // One row alone among many is a slip, several may be after decisions.
    let sure = held.what == What::Outcome || items == 1 && compared.same >= MANY;
    (!off.is_empty()).then(|| tell(held, origin, later, &off, sure))
}

fn is_sum(table: &Table, row: usize) -> bool {
    matches!(table.rows[row].role, RowRole::Subtotal | RowRole::Total)
}

/// Whether the text around a table says that its older figures are changed, or a sentence that a later
/// forecast is used.
fn is_revised(held: &Held<'_>, later: &Column<'_, '_>) -> bool {
    let table = later.rows.table();
    let caption = table.caption.as_ref().map(|caption| caption.text.clone()).unwrap_or_default();
    let headed = format!("{} {caption}", table.columns[later.column].heading.text);
    let section = later.document.tables().into_iter().find(|(_, it)| std::ptr::eq(*it, table));
    let section = section.map(|(section, _)| section.own_text()).unwrap_or_default();
    let tells = |text: &str, begins: &[&str]| {
        words(text).iter().any(|word| begins.iter().any(|begin| word.starts_with(begin)))
    };
    let year = held.year.to_string();
    // What is adjusted this year says nothing of the last.
    let older = |sentence: &str| sentence.contains(&year) || tells(sentence, &OLDER);
    let told = sentences(&section).into_iter().any(|sentence| older(sentence) && tells(sentence, &REVISED));
    tells(&headed, &DECIDED) || tells(&headed, &REVISED) || told || is_later_forecast(held, later.document)
}

/// Beginnings of words for the figures of the year before.
const OLDER: [&str; 7] = ["jämför", "föregående", "förra", "tidigare", "siffror", "kolumn", "fjol"];

/// "Prognosen är den per oktober."
fn is_later_forecast(held: &Held<'_>, document: &Document) -> bool {
    let later = ["september", "oktober", "november", "december", "senare", "uppdater", "nyare"];
    held.what == What::Forecast
        && passages(document).iter().flat_map(|passage| sentences(passage.text)).any(|sentence| {
            let words = words(sentence);
            let has = |begin: &str| words.iter().any(|word| word.starts_with(begin));
            has("prognos") && later.iter().any(|begin| has(begin))
        })
}

fn tell(
    held: &Held<'_>,
    origin: &Column<'_, '_>,
    later: &Column<'_, '_>,
    off: &[Pair],
    sure: bool,
) -> Finding {
    let (theirs, ours) = off[0];
    let printed =
        |column: &Column<'_, '_>, at| column.rows.printed(at).as_ref().map_or_else(String::new, quantity);
    let place = |column: &Column<'_, '_>, at| place::cell(column.document, column.rows.table(), at);
    let label = later.rows.table().rows[ours.0].label.text.clone();
    let others = off[1..].iter().map(|(_, at)| place(later, *at));
    let severity = if sure { Severity::Warning } else { Severity::Note };
    Finding {
        severity,
        confidence_percent: if sure { 75 } else { 60 },
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
