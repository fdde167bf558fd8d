//! A deviation above the threshold that no text explains.

use crate::money;
use crate::place;
use crate::prose::{has_words, passages};
use crate::rule::Rule;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::figures;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "deviation-unexplained",
        code: "AVV-001",
        family: Family::Deviation,
        severity: Severity::Warning,
        rests_on: "Kommunens anvisning för uppföljning: avvikelser över gränsen förklaras.",
        page_sv: include_str!("deviation_unexplained.sv.md"),
        page_en: include_str!("deviation_unexplained.en.md"),
    },
    check,
};

/// Where something else than the economy is told of.
const OTHER_KINDS: [SectionKind; 7] = [
    SectionKind::Summary,
    SectionKind::Responsibilities,
    SectionKind::Development,
    SectionKind::Priorities,
    SectionKind::Rights,
    SectionKind::Goals,
    SectionKind::Goal,
];

fn check(picture: &Picture) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.flat_map(|document| of_document(document, &picture.structure)).collect()
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    let Some((threshold, is_own)) = threshold(document, structure) else { return Vec::new() };
    let told = explanations(document);
    if told.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let explained = |row: usize| is_explained(table, row, &told, structure);
        let above = above(table, &threshold).into_iter().filter(|at| !explained(at.0));
        found.extend(above.map(|at| tell(document, table, at, &threshold, is_own)));
    }
    found
}

/// The limit that the document prints, else its body's, else the municipality's. The last
/// is known to be the committee's own only in the first two cases.
fn threshold(document: &Document, structure: &Structure) -> Option<(Quantity, bool)> {
    let passages = passages(document);
    let economic = passages.iter().filter(|passage| is_economic(&passage.within));
    let printed = economic.flat_map(|passage| sentences(passage.text)).find_map(printed_limit);
    let body = document.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    let own = structure.deviation_thresholds_tkr.get(body).map(|limit| Quantity::new(*limit, 0, Unit::Tkr));
    let common = structure.deviation_threshold_tkr.map(|limit| Quantity::new(limit, 0, Unit::Tkr));
    printed.or(own).map(|limit| (limit, true)).or(common.map(|limit| (limit, false)))
}

/// "Avvikelser över 500 tkr förklaras", "Nämndens gräns är 500 tkr".
fn printed_limit(sentence: &str) -> Option<Quantity> {
    let lower = sentence.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let compared = has(&["större än", "över ", "mer än", "överstig", "minst"]);
    let told = has(&["avvik", "skilj"]) && has(&["förklara", "komment"]) && compared;
    let limit = has(&["gräns"]) && !has(&["årsskift", "begräns"]);
    let found = figures(sentence).into_iter().find(|found| found.quantity.unit.is_money())?;
    (told || limit).then_some(found.quantity)
}

/// Cells of deviation columns that are surely above the limit, in rows that are no sums.
fn above(table: &Table, threshold: &Quantity) -> Vec<(usize, usize)> {
    let has_notes = table.column(|kind| *kind == ColumnKind::Note).is_some()
        || table.rows.iter().any(|row| row.note.is_some());
    if table.kind != TableKind::Statement && !(table.kind == TableKind::BudgetAreas && has_notes) {
        return Vec::new();
    }
    let Some(column) = table.column(|kind| *kind == ColumnKind::Deviation) else { return Vec::new() };
    let unit = money::unit(table, column).unwrap_or(Unit::None);
    let large = |row: &Row| {
        let value = row.cells.get(column).and_then(|cell| cell.value.as_ref());
        value.is_some_and(|value| is_above(&Quantity { unit: unit.clone(), ..value.clone() }, threshold))
    };
    let items = table.rows.iter().enumerate().filter(|(_, row)| row.role == RowRole::Item && large(row));
    items.map(|(index, _)| (index, column)).collect()
}

fn is_above(value: &Quantity, threshold: &Quantity) -> bool {
    let size = Quantity { mantissa: value.mantissa.abs(), ..value.clone() };
    match (size.unit.kronor(), threshold.unit.kronor()) {
        (Some(kronor), Some(limit)) => size.value().times(kronor) > threshold.value().times(limit),
        _ => false,
    }
}

fn is_economic(within: &[&Section]) -> bool {
    !within.iter().any(|section| OTHER_KINDS.contains(&section.kind))
}

/// The text about the economy, in lower case: passages, and headings that end in no table.
fn explanations(document: &Document) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for passage in passages(document).iter().filter(|passage| is_economic(&passage.within)) {
        told.push(passage.text.to_lowercase());
        told.extend(
            passage
                .within
                .iter()
                .filter_map(|section| section.heading.as_ref())
                .map(|it| it.text.to_lowercase()),
        );
    }
    told
}

/// Whether a row has a note, or the text names it or the sum that takes it.
fn is_explained(table: &Table, row: usize, told: &[String], structure: &Structure) -> bool {
    let Some(found) = table.rows.get(row) else { return true };
    let has_words_cell = table
        .columns
        .iter()
        .zip(&found.cells)
        .any(|(column, cell)| column.kind == ColumnKind::Note && cell.printed.is_some());
    if found.note.is_some() || has_words_cell {
        return true;
    }
    let sums = structure
        .statement
        .iter()
        .filter(|line| found.line.as_ref().is_some_and(|key| line.sum_of.contains(key)));
    let names = sums.map(|line| line.label.as_str()).chain([found.label.text.as_str()]);
    let names: Vec<String> = names.map(without_total).collect();
    told.iter().any(|text| names.iter().any(|name| has_words(text, name)))
}

fn without_total(label: &str) -> String {
    let lower = label.to_lowercase();
    let bare = ["totala ", "summa "].iter().find_map(|prefix| lower.strip_prefix(prefix));
    bare.map_or_else(|| lower.clone(), str::to_owned)
}

fn tell(
    document: &Document,
    table: &Table,
    at: (usize, usize),
    threshold: &Quantity,
    is_own: bool,
) -> Finding {
    let row = &table.rows[at.0];
    let value = row.cells.get(at.1).and_then(|cell| cell.value.clone());
    let unit = money::unit(table, at.1).unwrap_or(Unit::None);
    let printed = value.map_or_else(String::new, |value| quantity(&Quantity { unit, ..value }));
    Finding {
        severity: if is_own { Severity::Warning } else { Severity::Note },
        confidence_percent: if is_own { 80 } else { 60 },
        found: Message::new("rule-deviation-unexplained-found").with("value", printed),
        expected: Message::new("rule-deviation-unexplained-expected").with("limit", quantity(threshold)),
        advice: Message::new("rule-deviation-unexplained-try").with("row", row.label.text.clone()),
        ..RULE.about.finding(
            place::cell(document, table, at),
            Message::new("rule-deviation-unexplained-says").with("row", row.label.text.clone()),
        )
    }
}
