//! A forecast deficit, and no word on what is done about it.

use crate::limits;
use crate::place;
use crate::prose::passages;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "deficit-without-action",
        code: "AVV-004",
        family: Family::Deviation,
        severity: Severity::Warning,
        rests_on: "Nämnden ska hålla sin ram: ett väntat underskott ska ha åtgärder (KL 6 kap. 6 § om god kontroll).",
        page_sv: include_str!("deficit_without_action.sv.md"),
        page_en: include_str!("deficit_without_action.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind.is_report());
    reports.filter_map(|document| of_document(document, &picture.structure)).collect()
}

/// Beginnings of words that tell of something that is done.
const DONE: [&str; 12] = [
    "åtgärd",
    "inköpsstopp",
    "anställningsstopp",
    "handlingsplan",
    "bespar",
    "effektivis",
    "återhåll",
    "minska",
    "sänk",
    "vakanshåll",
    "hämta in",
    "spara",
];

const KRONOR_IN_TKR: i64 = 1_000;

fn of_document(document: &Document, structure: &Structure) -> Option<Finding> {
    let statement = document.tables().into_iter().map(|(_, table)| table);
    let (table, at, value) = statement
        .filter(|table| table.kind == TableKind::Statement)
        .find_map(|table| Some((table, deficit(table, structure)?)))
        .map(|(table, (at, value))| (table, at, value))?;
    let body = document.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    let own = structure.deviation_thresholds_tkr.get(body).copied();
    let set = || limits::set(structure, RULE.about.name, "threshold_tkr");
    let limit = own.or_else(set).or(structure.deviation_threshold_tkr)?;
    let size = value.unit.kronor().map(|kronor| value.value().abs().times(kronor));
    let is_large = size.is_some_and(|size| size > Fixed::whole(limit).times(KRONOR_IN_TKR));
    let acts = passages(document).iter().any(|passage| {
        let lower = passage.text.to_lowercase();
        DONE.iter().any(|word| lower.contains(word))
    });
    (is_large && !acts).then(|| tell(document, table, at, &value))
}

/// The forecast of the result, where it is below nought.
fn deficit(table: &Table, structure: &Structure) -> Option<((usize, usize), Quantity)> {
    let column = table.column(|kind| matches!(kind, ColumnKind::Forecast { .. }))?;
    let row = table.rows.iter().position(|row| row.line.as_ref() == Some(&structure.result_line))?;
    let value = table.rows[row].cells.get(column)?.value.clone()?;
    let unit = crate::money::unit(table, column)?;
    let is_deficit = value.mantissa < 0;
    is_deficit.then_some(((row, column), Quantity { unit, ..value }))
}

fn tell(document: &Document, table: &Table, at: (usize, usize), value: &Quantity) -> Finding {
    Finding {
        confidence_percent: 75,
        found: verbatim(quantity(value)),
        expected: Message::new("rule-deficit-without-action-expected"),
        advice: Message::new("rule-deficit-without-action-try"),
        ..RULE
            .about
            .finding(place::cell(document, table, at), Message::new("rule-deficit-without-action-says"))
    }
}
