//! An amount in running text that the same line of a table does not have.

use crate::place;
use crate::prose::{Passage, has_words, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::told::{Meaning, Told};
use std::collections::BTreeMap;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::figures;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "prose-table-off",
        code: "ARI-007",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Samma rad och samma kolumn är samma belopp, i text och i tabell.",
        page_sv: include_str!("prose_table_off.sv.md"),
        page_en: include_str!("prose_table_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let document = sheet.document;
    let lines = lines(document, structure);
    let mut found = of_headings(document, &lines);
    let of_rows: Vec<&Told<'_>> =
        sheet.told().iter().filter(|told| told.meaning != Meaning::Change).collect();
    found.extend(of_rows.iter().filter_map(|told| {
        Some(told.finding(
            document,
            &told.off(document)?,
            &RULE.about,
            ("rule-prose-table-off-says", "rule-prose-table-off-try"),
        ))
    }));
    let is_read = |sentence: &str| of_rows.iter().any(|told| std::ptr::eq(told.sentence, sentence));
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| !is_read(sentence)) {
        let off = off(sentence, &lines);
        found.extend(off.map(|(said, line, cell)| tell(document, passage, said, line, cell)));
    }
    found
}

/// Headings that are a row's label and its amount: "Lönekostnader 800 tkr".
fn of_headings(document: &Document, lines: &[Line<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for section in document.all_sections() {
        let Some(heading) = &section.heading else { continue };
        let passage = Passage { text: &heading.text, span: heading.span, within: [].into() };
        let told = off(&heading.text, lines).filter(|(said, line, _)| {
            let label =
                heading.text.strip_suffix(said).unwrap_or_default().trim().trim_end_matches(['-', '+']);
            label.trim().to_lowercase() == line.label
        });
        found.extend(told.map(|(said, line, cell)| tell(document, &passage, said, line, cell)));
    }
    found
}

/// A row's label, in lower case, and the figures that rows of that label have anywhere.
struct Line<'a> {
    label: String,
    cells: Vec<(&'a Quantity, Span)>,
}

/// The rows whose label is long enough to be told in running text, the appropriation left
/// out: `frame-differs` asks for it.
fn lines<'a>(document: &'a Document, structure: &Structure) -> Vec<Line<'a>> {
    let mut lines: BTreeMap<String, Vec<(&Quantity, Span)>> = BTreeMap::new();
    for (_, table) in document.tables() {
        for row in table.rows.iter().filter(|row| row.line.as_ref() != Some(&structure.frame_line)) {
            let figures = row.cells.iter().filter_map(|cell| Some((cell.value.as_ref()?, cell.span)));
            let figures = figures.filter(|(value, _)| value.unit.is_money());
            lines.entry(row.label.text.to_lowercase()).or_default().extend(figures);
        }
    }
    let told = lines.into_iter().filter(|(label, cells)| label.chars().count() >= 12 && !cells.is_empty());
    told.map(|(label, cells)| Line { label, cells }).collect()
}

/// The amount of a sentence that names one line and one amount, when the line has it nowhere
/// but has one that is near.
fn off<'a>(
    sentence: &'a str,
    lines: &'a [Line<'a>],
) -> Option<(&'a str, &'a Line<'a>, (&'a Quantity, Span))> {
    // Most sentences have no figure at all.
    if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let amounts = figures(sentence);
    let [amount] = amounts.as_slice() else { return None };
    let lower = sentence.to_lowercase();
    let named: Vec<&Line<'_>> = lines.iter().filter(|line| has_words(&lower, &line.label)).collect();
    let longest = named.iter().max_by_key(|line| line.label.len())?;
    let alone = named.iter().all(|line| longest.label.contains(&line.label));
    let whole = !is_part(&lower, &amount.range);
    let level = whole && !compares(&lower);
    let clear = alone && level && amount.hedge == Hedge::Exact && amount.quantity.unit.is_money();
    if !clear || longest.cells.iter().any(|(cell, _)| agrees(cell, &amount.quantity)) {
        return None;
    }
    let near = longest.cells.iter().find(|(cell, _)| is_near(cell, &amount.quantity))?;
    Some((&sentence[amount.range.clone()], longest, *near))
}

/// "800 tkr av raden …", "varav 800 tkr": a part of the line, not the line.
fn is_part(lower: &str, amount: &Range<usize>) -> bool {
    // Lower case may be longer than what it came from: then nothing is known of the place.
    let (Some(before), Some(after)) = (lower.get(..amount.start), lower.get(amount.end..)) else {
        return true;
    };
    let inside = after
        .trim_start()
        .strip_prefix("i ")
        .is_some_and(|rest| !LEVELS.iter().any(|it| rest.starts_with(it)));
    inside || after.trim_start().starts_with("av ") || before.trim_end().ends_with("varav")
}

/// What may follow on "800 tkr i" without making the amount a part of something.
const LEVELS: [&str; 6] = ["budget", "prognos", "utfall", "år", "överskott", "underskott"];

/// Words of a sentence whose amount says how much something has grown or differs: budget
/// against budget, year against year. Which two, the tables need not show.
const COMPARING: [&str; 17] = [
    "högre",
    "lägre",
    "mer än",
    "mindre än",
    "större",
    "fler",
    "färre",
    "ökar",
    "ökat",
    "ökade",
    "ökning",
    "minskar",
    "minskat",
    "minskade",
    "minskning",
    "jämfört med",
    "skillnad",
];

/// Whether the sentence tells of a difference and not of a level.
fn compares(lower: &str) -> bool {
    COMPARING.iter().any(|word| lower.contains(word))
}

fn size(figure: &Quantity) -> Quantity {
    Quantity { mantissa: figure.mantissa.abs(), ..figure.clone() }
}

fn agrees(cell: &Quantity, said: &Quantity) -> bool {
    match (size(cell).interval_kronor(), size(said).interval_kronor()) {
        (Some(cell), Some(said)) => cell.meets(&said),
        _ => true,
    }
}

/// Whether two amounts are within a tenth of each other.
fn is_near(cell: &Quantity, said: &Quantity) -> bool {
    let kronor = |figure: &Quantity| figure.value().abs().times(figure.unit.kronor().unwrap_or(1));
    let (cell, said) = (kronor(cell), kronor(said));
    (cell - said).abs().times(10) < cell
}

fn tell(
    document: &Document,
    passage: &Passage<'_>,
    said: &str,
    line: &Line<'_>,
    cell: (&Quantity, Span),
) -> Finding {
    Finding {
        confidence_percent: 65,
        also_at: vec![place::at(document, cell.1)],
        found: verbatim(said),
        expected: verbatim(quantity(cell.0)),
        advice: Message::new("rule-prose-table-off-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, said)),
            Message::new("rule-prose-table-off-says").with("row", line.label.clone()),
        )
    }
}
