//! An amount in running text that is a figure of a table, rounded wrongly.

use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "rounding-off",
        code: "ARI-013",
        family: Family::Arithmetic,
        severity: Severity::Note,
        rests_on: "Räkning: ett belopp i miljoner är tabellens belopp, avrundat.",
        page_sv: include_str!("rounding_off.sv.md"),
        page_en: include_str!("rounding_off.en.md"),
    },
    check,
};

/// Shorter figures, in digits, are near some figure of a table by chance.
const SMALLEST: i64 = 1_000;

type Cell<'a> = (&'a Quantity, Span);

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let tables = document.tables().into_iter();
    let rows = tables.flat_map(|(_, table)| &table.rows).filter(|row| !is_counted(&row.label.text));
    let cells = rows.flat_map(|row| &row.cells);
    let cells: Vec<Cell<'_>> = cells.filter_map(|cell| Some((cell.value.as_ref()?, cell.span))).collect();
    let mut found = Vec::new();
    for said in sheet.figures() {
        let off = said.figures.iter().filter_map(|amount| Some((misrounded(amount, &cells)?, amount)));
        found.extend(off.map(|(cell, amount)| tell(document, &said.passage, said.sentence, amount, cell)));
    }
    found
}

/// "Antal anställda": a row of another kind than the money around it.
fn is_counted(label: &str) -> bool {
    label.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("antal"))
}

/// The cell that an amount is one last digit from, when it is no cell's own.
fn misrounded<'a>(amount: &Found, cells: &[Cell<'a>]) -> Option<Cell<'a>> {
    let said = crate::in_words::size(&amount.quantity);
    let clear = amount.hedge == Hedge::Exact && said.decimals > 0 && said.mantissa >= SMALLEST;
    if !clear || said.unit.kronor()? < 1_000_000 {
        return None;
    }
    let kronor = said.interval_kronor()?;
    let agrees = |cell: &&Cell<'_>| {
        crate::in_words::size(cell.0).interval_kronor().is_some_and(|it| it.meets(&kronor))
    };
    if cells.iter().any(|cell| agrees(&cell)) {
        return None;
    }
    cells.iter().find(|(cell, _)| apart(cell, &said).is_some_and(|steps| steps.abs() == 1)).copied()
}

/// How many last digits of the amount lie between it and a cell that is printed more closely.
fn apart(cell: &Quantity, said: &Quantity) -> Option<i64> {
    if cell.unit.kronor()? >= said.unit.kronor()? {
        return None;
    }
    Some(rounded_as(cell, said)?.mantissa - said.mantissa)
}

/// A cell's amount in the unit and with the decimals of another.
fn rounded_as(cell: &Quantity, other: &Quantity) -> Option<Quantity> {
    let kronor: Fixed = cell.value().abs().times(cell.unit.kronor()?);
    let value = kronor.divided_down(other.unit.kronor()?).rounded(other.decimals);
    Some(Quantity::new(value, other.decimals, other.unit.clone()))
}

fn tell(
    document: &Document,
    passage: &Passage<'_>,
    sentence: &str,
    amount: &Found,
    cell: Cell<'_>,
) -> Finding {
    let said = &sentence[amount.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    let right = rounded_as(cell.0, &amount.quantity).as_ref().map(quantity).unwrap_or_default();
    Finding {
        confidence_percent: 60,
        also_at: vec![place::at(document, cell.1)],
        found: verbatim(said),
        expected: Message::new("rule-rounding-off-expected")
            .with("value", right)
            .with("cell", quantity(cell.0)),
        advice: Message::new("rule-rounding-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-rounding-off-says"))
    }
}
