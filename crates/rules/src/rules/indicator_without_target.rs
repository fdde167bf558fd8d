//! An indicator with a level but no target, where the others have one.

use crate::habit::lacking_in;
use crate::limits::limit;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::Span;
use uppsikt_domain::table::{Row, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-without-target",
        code: "IND-002",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "God ekonomisk hushållning (KL 11 kap. 1 och 6 §§): mål som går att följa.",
        page_sv: include_str!("indicator_without_target.sv.md"),
        page_en: include_str!("indicator_without_target.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let figured = |it: &Indicator| it.baseline.is_some() || it.target.is_some();
    let without = lacking_in(document, habit, figured, |it| it.target.is_some()).into_iter();
    let mut found: Vec<Finding> = without.map(|it| tell(document, it.span, &it.text)).collect();
    let rows = empty_cells(document, Asked::Target);
    let is_told = |row: &Row| found.iter().any(|it| it.at.span.at.line == row.label.span.at.line);
    let more: Vec<Finding> = rows
        .into_iter()
        .filter(|row| !is_told(row))
        .map(|row| tell(document, row.label.span, &row.label.text))
        .collect();
    found.extend(more);
    found
}

/// So many rows with a target show that each is to have one.
const ROWS: usize = 3;

/// What an indicator lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Where it starts.
    Level,
    /// What it is to reach.
    Target,
}

/// Words by which a text tells that a figure is missing on purpose.
const ON_PURPOSE: [&str; 10] = [
    "vartannat",
    "vart tredje",
    "mäts inte",
    "mättes inte",
    "ny indikator",
    "nytt mått",
    "saknas",
    "finns inte",
    "inget mål",
    "inget utfall",
];

/// Rows of tables of indicators that have a level but no target, or the other way round, where all others of the
/// document do. A section that tells why a figure is missing is passed over.
pub fn empty_cells(document: &Document, lacks: Asked) -> Vec<&Row> {
    let (mut filled, mut empty) = (0, Vec::new());
    for (section, table) in document.tables() {
        let Some((level, target)) = columns(table) else { continue };
        let (level, target) = if lacks == Asked::Target { (level, target) } else { (target, level) };
        let own = section.own_text().lower();
        let on_purpose = ON_PURPOSE.iter().any(|word| own.contains(word));
        for row in &table.rows {
            let said = |column: usize| row.cells.get(column).is_some_and(|cell| cell.printed.is_some());
            match (said(level), said(target)) {
                (true, false) if on_purpose => {}
                (true, false) => empty.push(row),
                (_, true) => filled += 1,
                _ => {}
            }
        }
    }
    if filled >= ROWS && empty.len() * ROWS <= filled { empty } else { Vec::new() }
}

/// The columns of a level and of a target, in a table of indicators.
fn columns(table: &Table) -> Option<(usize, usize)> {
    let label = normalized(&table.label_heading);
    let is_of_indicators = ["indikator", "mått", "nyckeltal"].iter().any(|word| label.contains(word));
    let find = |words: &[&str]| {
        table.columns.iter().position(|column| {
            let heading = normalized(&column.heading.text);
            words.iter().any(|word| heading.starts_with(word))
        })
    };
    let level = find(&["utfall", "utgångs", "startvärde", "nuläge", "basvärde", "värde"]);
    level.zip(find(&["mål", "målvärde", "målnivå"])).filter(|_| is_of_indicators)
}

fn tell(document: &Document, span: Span, text: &str) -> Finding {
    Finding {
        confidence_percent: 65,
        found: verbatim(text),
        expected: Message::new("rule-indicator-without-target-expected"),
        advice: Message::new("rule-indicator-without-target-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-indicator-without-target-says"))
    }
}
