//! A change in running text that is not the change of the row it names.

use crate::place;
use crate::prose::{Passage, has_words, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::told::{Meaning, Off, Told};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_domain::table::{ColumnKind, Row, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::{Found, figures};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "prose-change-off",
        code: "ARI-012",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Samma rad och samma två år ger samma förändring, i text och i tabell.",
        page_sv: include_str!("prose_change_off.sv.md"),
        page_en: include_str!("prose_change_off.en.md"),
    },
    check,
};

/// A row of a table with a change between two years.
struct Changed<'a> {
    label: String,
    row: &'a Row,
    change: (&'a Quantity, Span),
    earlier: String,
}

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let rows: Vec<Changed<'_>> =
        document.tables().into_iter().flat_map(|(_, table)| changed(table)).collect();
    let of_rows = sheet.told().iter().filter(|told| told.meaning == Meaning::Change);
    let off_rows: Vec<(&Told<'_>, Off<'_>)> =
        of_rows.filter_map(|told| Some((told, told.off(document)?))).collect();
    let mut found: Vec<Finding> = off_rows
        .iter()
        .map(|(told, off)| {
            told.finding(
                document,
                off,
                &RULE.about,
                ("rule-prose-change-off-says", "rule-prose-change-off-try"),
            )
        })
        .collect();
    let is_told = |sentence: &str| off_rows.iter().any(|(told, _)| std::ptr::eq(told.sentence, sentence));
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| !is_told(sentence)) {
        let off = off(sentence, &rows);
        found.extend(off.map(|(amount, row)| tell(document, passage, sentence, &amount, row)));
    }
    found
}

/// The rows of a table that print a change from a forecast, budget or outcome of a named year.
fn changed(table: &Table) -> Vec<Changed<'_>> {
    let Some(change) = table.column(|kind| *kind == ColumnKind::Change) else { return Vec::new() };
    let years = table.columns.iter().filter_map(|column| year(&column.kind));
    let Some(earlier) = years.min() else { return Vec::new() };
    let of_row = |row: &'_ Row| row.label.text.chars().count() >= 12;
    let rows = table.rows.iter().filter(|row| of_row(row));
    rows.filter_map(|row| {
        let cell = row.cells.get(change)?;
        let value = cell.value.as_ref().filter(|value| value.unit.is_money())?;
        let label = row.label.text.to_lowercase();
        Some(Changed { label, row, change: (value, cell.span), earlier: earlier.to_string() })
    })
    .collect()
}

fn year(kind: &ColumnKind) -> Option<i32> {
    match kind {
        ColumnKind::Forecast { year } | ColumnKind::Actual { year, .. } => *year,
        _ => None,
    }
}

/// The amount of a sentence that compares one row with the earlier year, when the row prints
/// it neither as its change nor anywhere else.
fn off<'a>(sentence: &str, rows: &'a [Changed<'a>]) -> Option<(Found, &'a Changed<'a>)> {
    let lower = sentence.to_lowercase();
    let compares = ["högre", "lägre", "ökar", "minskar", "sjunker", "stiger", "ökning", "minskning"];
    if !compares.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let found = figures(sentence);
    let [amount] = found.as_slice() else { return None };
    let named: Vec<&Changed<'_>> = rows.iter().filter(|row| has_words(&lower, &row.label)).collect();
    let [row] = named.as_slice() else { return None };
    let clear = is_the_change(&lower, sentence, amount)
        && amount.hedge == Hedge::Exact
        && amount.quantity.unit.is_money()
        && (names_year(&lower, &row.earlier) || is_told_alone(&lower, &row.label));
    let mut cells = row.row.cells.iter().filter_map(|cell| cell.value.as_ref());
    (clear && !cells.any(|cell| agrees(cell, &amount.quantity))).then(|| (amount.clone(), *row))
}

/// Whether an amount is told as the whole change: "18,5 mkr högre", "ökar med 18,5 mkr".
fn is_the_change(lower: &str, sentence: &str, amount: &Found) -> bool {
    let partly = ["varav", "beror", "bland annat", "bidrar", "delvis"];
    let before = words(&sentence[..amount.range.start]);
    let after = words(&sentence[amount.range.end..]);
    let joined = before.last().is_some_and(|word| word == "med" || word == "på");
    let compared =
        after.first().is_some_and(|word| ["högre", "lägre", "mer", "mindre"].contains(&word.as_str()));
    (joined || compared) && !partly.iter().any(|word| lower.contains(word))
}

/// "Övriga intäkter sjunker med 207 tkr": the row, its way and nothing that it is compared
/// with, so it is the table's own comparison.
fn is_told_alone(lower: &str, label: &str) -> bool {
    let rest = lower.strip_prefix(label).map(str::trim_start);
    let goes = ["ökar med", "minskar med", "sjunker med", "stiger med"];
    let other = ["jämfört", "budget", "sedan", "20", "förra"].iter().any(|word| lower.contains(word));
    rest.is_some_and(|rest| goes.iter().any(|words| rest.starts_with(words))) && !other
}

/// Whether a sentence names the year, and not that year's budget, which the table lacks.
fn names_year(lower: &str, year: &str) -> bool {
    let words = words(lower);
    let at = words.iter().position(|word| word == year);
    at.is_some_and(|at| !words[at.saturating_sub(2)..at].iter().any(|word| word.starts_with("budget")))
}

fn agrees(cell: &Quantity, said: &Quantity) -> bool {
    let size = |figure: &Quantity| crate::in_words::size(figure).interval_kronor();
    match (size(cell), size(said)) {
        (Some(cell), Some(said)) => cell.meets(&said),
        _ => true,
    }
}

fn tell(
    document: &Document,
    passage: &Passage<'_>,
    sentence: &str,
    amount: &Found,
    row: &Changed<'_>,
) -> Finding {
    let said = &sentence[amount.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    Finding {
        confidence_percent: 75,
        also_at: vec![place::at(document, row.change.1)],
        found: verbatim(said),
        expected: verbatim(quantity(row.change.0)),
        advice: Message::new("rule-prose-change-off-try"),
        ..RULE.about.finding(
            place::at(document, span),
            Message::new("rule-prose-change-off-says").with("row", row.row.label.text.clone()),
        )
    }
}
