//! What a committee's own document tells of its frame, its investments and its result.

use super::in_sentences::{FRAME_NOUNS, INVESTMENT_NOUNS, in_sentences};
use super::of_bodies::{Measure, changed};
use crate::frame;
use crate::money;
use crate::prose::words;
use crate::seen::Sheet;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_text::case::Lower;

/// An amount that a committee tells of itself.
#[derive(Debug, Clone)]
pub struct Own {
    /// The amount in its unit of money.
    pub value: Quantity,
    /// Where it stands.
    pub span: Span,
}

/// The frame of a year wherever a committee's document tells it: the statement's line, other rows that
/// are named for it, the end of its bridge, sentences.
pub fn frames(sheet: &Sheet<'_>, year: i32, structure: &Structure) -> Vec<Own> {
    let document = sheet.document;
    let mut found = in_rows(document, year, structure);
    if document.year == Some(year) {
        found.extend(bridge_end(document));
        found.extend(in_sentences(sheet, year, &FRAME_NOUNS));
    }
    found
}

fn in_rows(document: &Document, year: i32, structure: &Structure) -> Vec<Own> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let is_frame = |row: &&Row| {
            let line = row.line.as_deref().is_some_and(|line| line == structure.frame_line);
            (line || row.line.is_none() && is_frame_label(&row.label.text)) && !changed(&row.label.text)
        };
        for row in table.rows.iter().filter(is_frame) {
            let of_year = |kind: &ColumnKind| match kind {
                ColumnKind::Budget { year: own } => own.or(document.year) == Some(year),
                _ => false,
            };
            let told = amounts(table, row, of_year);
            found.extend(told.map(|(value, span)| Own { value, span }));
        }
    }
    found
}

/// The amounts of a row in columns of a kind that are not of figures changed since.
pub(super) fn amounts<'a>(
    table: &'a Table,
    row: &'a Row,
    fits: impl Fn(&ColumnKind) -> bool + 'a,
) -> impl Iterator<Item = (Quantity, Span)> + 'a {
    let columns = table.columns.iter().enumerate();
    let own = columns.filter(move |(_, column)| {
        let heading = column.heading.text.lower();
        fits(&column.kind) && !changed(&heading) && !heading.contains("period")
    });
    own.filter_map(move |(at, _)| {
        let cell = row.cells.get(at)?;
        let unit = money::unit(table, at)?;
        let value = cell.value.clone().filter(|value| value.mantissa != 0)?;
        Some((Quantity { unit, ..value }, cell.span))
    })
}

/// Names of rows that are the frame.
const FRAMES: [&str; 10] = [
    "kommunbidrag",
    "budgetram",
    "ram",
    "nettoram",
    "driftram",
    "anslag",
    "driftanslag",
    "nämndens ram",
    "ram från kommunfullmäktige",
    "anslag från kommunfullmäktige",
];

/// "Kommunbidrag", "Budgetram 2031", "Ram enligt kommunfullmäktiges budget".
fn is_frame_label(label: &str) -> bool {
    let words = words(label);
    let bare: Vec<&str> = words.iter().map(String::as_str).filter(|word| !is_year(word)).collect();
    let bare = bare.join(" ");
    let start = bare.split(" enligt ").next().unwrap_or_default();
    FRAMES.contains(&start)
}

/// Whether a word is a year.
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a label says that the amount is the council's first one.
fn of_council(label: &str) -> bool {
    let lower = label.lower();
    let first = ["enligt", "beslutad", "ursprunglig", "från kommunfullmäktige", "fullmäktiges"];
    first.iter().any(|word| lower.contains(word)) && !changed(&lower)
}

/// The amount that the bridge from last year's frame ends at.
fn bridge_end(document: &Document) -> Option<Own> {
    let bridge = frame::bridge(document)?;
    let (row, (value, span)) = bridge.rows.last()?;
    (value.unit.is_money() && !changed(&row.label.text)).then(|| Own { value: value.clone(), span: *span })
}

/// The council's amount that a report's ledger starts from, where its first row says so.
pub fn ledger_start(report: &Document) -> Option<Own> {
    let tables = report.tables().into_iter().map(|(_, table)| table);
    tables.filter(|table| table.kind != TableKind::Statement).find_map(|table| {
        let (first, last) = (table.rows.first()?, table.rows.last()?);
        let frame =
            |row: &Row| FRAME_NOUNS.iter().any(|noun| words(&row.label.text).iter().any(|word| word == noun));
        let year = report.year?;
        let other = words(&first.label.text).iter().any(|word| is_year(word) && *word != year.to_string());
        let is_start =
            table.rows.len() > 2 && frame(first) && frame(last) && of_council(&first.label.text) && !other;
        let (value, span) = amounts(table, first, |_| true).next().filter(|_| is_start)?;
        Some(Own { value, span })
    })
}

/// What a committee may invest in a year: the sum of its table, and what sentences tell.
pub fn investments(sheet: &Sheet<'_>, year: i32) -> Vec<Own> {
    let document = sheet.document;
    let mut found = in_sentences(sheet, year, &INVESTMENT_NOUNS);
    for (section, table) in document.tables() {
        let heading = section
            .heading
            .iter()
            .chain(&table.caption)
            .map(|it| it.text.lower())
            .collect::<Vec<_>>()
            .join(" ");
        if table.kind != TableKind::Investments && !heading.contains("invester") {
            continue;
        }
        let totals: Vec<&Row> =
            table.rows.iter().filter(|row| row.role == RowRole::Total || is_total(&row.label.text)).collect();
        let rows = match (totals.as_slice(), table.rows.as_slice()) {
            ([one], _) => vec![*one],
            ([], [one]) => vec![one],
            _ => continue,
        };
        for row in rows {
            // A lone column may be headed by nothing that is read.
            let only = table.columns.len() == 1 && document.year == Some(year);
            let of_year = |kind: &ColumnKind| match kind {
                ColumnKind::Budget { year: own } => own.or(document.year) == Some(year),
                ColumnKind::Other => only,
                _ => false,
            };
            found.extend(amounts(table, row, of_year).map(|(value, span)| Own { value, span }));
        }
    }
    found
}

fn is_total(label: &str) -> bool {
    let lower = label.lower();
    ["summa", "totalt", "total", "investeringsram"].iter().any(|word| lower.starts_with(word))
}

/// What a committee's report tells of a measure in a year: of its net cost, or how far it is from budget.
pub fn levels(sheet: &Sheet<'_>, measure: Measure, year: i32, structure: &Structure) -> Vec<Own> {
    let document = sheet.document;
    let mut found = Vec::new();
    let of_year = |own: &Option<i32>| own.or(document.year) == Some(year);
    for (_, table) in document.tables() {
        for row in &table.rows {
            let is = |key: &str| row.line.as_deref() == Some(key);
            let lower = row.label.text.lower();
            let net =
                is(&structure.net_cost_line) || lower.starts_with("nettokostnad") && !lower.contains("exkl");
            let result = is(&structure.result_line);
            let total =
                row.role == RowRole::Total && row.line.is_none() && table.kind != TableKind::Investments;
            let fits = |kind: &ColumnKind| match (measure, kind) {
                (Measure::Frame, ColumnKind::Budget { year }) => (net || total) && of_year(year),
                (Measure::Forecast, ColumnKind::Forecast { year }) => (net || total) && of_year(year),
                (Measure::Actual, ColumnKind::Actual { year, part_of_year: false }) => {
                    (net || total) && of_year(year)
                }
                (Measure::Deviation, ColumnKind::Deviation) => net || result || total,
                (
                    Measure::Deviation,
                    ColumnKind::Forecast { year } | ColumnKind::Actual { year, part_of_year: false },
                ) => result && of_year(year),
                _ => false,
            };
            found.extend(amounts(table, row, fits).map(|(value, span)| Own { value, span }));
        }
    }
    found
}
