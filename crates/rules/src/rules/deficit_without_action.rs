//! A forecast deficit, and no word on what is done about it.

use crate::acts::{self, Acts};
use crate::limits;
use crate::place;
use crate::prose::{Passage, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::section::{Section, SectionKind};
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

const KRONOR_IN_TKR: i64 = 1_000;

fn of_document(document: &Document, structure: &Structure) -> Option<Finding> {
    let tables = document.tables();
    let mut statements = tables.iter().filter(|(_, table)| table.kind == TableKind::Statement);
    let (section, table, (at, value)) =
        statements.find_map(|(section, table)| Some((*section, *table, deficit(table, structure)?)))?;
    let body = document.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    let own = structure.deviation_thresholds_tkr.get(body).copied();
    let set = || limits::set(structure, RULE.about.name, "threshold_tkr");
    let limit = own.or_else(set).or(structure.deviation_threshold_tkr)?;
    let size = value.unit.kronor().map(|kronor| value.value().abs().times(kronor));
    let is_large = size.is_some_and(|size| size > Fixed::whole(limit).times(KRONOR_IN_TKR));
    let acts = acts::told(&passages(document), |passage| is_beside(passage, section));
    (is_large && acts != Acts::Told).then(|| tell(document, table, at, &value, acts == Acts::None))
}

/// Whether a passage stands in the section of the forecast, or in one of the economy.
fn is_beside(passage: &Passage<'_>, section: &Section) -> bool {
    passage.is_in(SectionKind::Economy) || passage.within.iter().any(|own| std::ptr::eq(*own, section))
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

fn tell(document: &Document, table: &Table, at: (usize, usize), value: &Quantity, sure: bool) -> Finding {
    Finding {
        severity: if sure { RULE.about.severity } else { Severity::Note },
        confidence_percent: if sure { 75 } else { 50 },
        found: verbatim(quantity(value)),
        expected: Message::new("rule-deficit-without-action-expected"),
        advice: Message::new("rule-deficit-without-action-try"),
        ..RULE
            .about
            .finding(place::cell(document, table, at), Message::new("rule-deficit-without-action-says"))
    }
}
