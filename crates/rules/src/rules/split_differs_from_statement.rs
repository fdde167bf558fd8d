//! The whole of a split that the statement does not have.

use crate::place;
use crate::relations::System;
use crate::relations::figures::At;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{ColumnKind, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "split-differs-from-statement",
        code: "ARI-006",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Fördelningen delar upp resultaträkningen: samma rad och samma kolumn är samma belopp.",
        page_sv: include_str!("split_differs_from_statement.sv.md"),
        page_en: include_str!("split_differs_from_statement.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let of_kind =
        |kind: TableKind| sheet.systems().iter().filter(move |system| system.figures.table.kind == kind);
    let mut found = Vec::new();
    for split in of_kind(TableKind::Split) {
        for statement in of_kind(TableKind::Statement) {
            found.extend(
                differing(split, statement, structure)
                    .into_iter()
                    .map(|pair| tell(sheet.document, split, statement, pair)),
            );
        }
    }
    found
}

type Pair = (At, At);

/// The lines whose whole differs from the statement's column that has most of them. Lines
/// that a fault of their own table already names are left out.
fn differing(split: &System<'_>, statement: &System<'_>, structure: &Structure) -> Vec<Pair> {
    let Some(whole) = split.figures.table.column(|kind| *kind == ColumnKind::Whole) else {
        return Vec::new();
    };
    let lines = lines(split.figures.table, statement.figures.table, structure);
    let columns = statement.figures.amount_columns().iter().copied();
    let sorted = columns.map(|column| {
        let pairs = lines.iter().map(|(ours, theirs)| ((*ours, whole), (*theirs, column)));
        let full = pairs
            .filter(|(a, b)| split.figures.printed(*a).is_some() && statement.figures.printed(*b).is_some());
        full.partition::<Vec<Pair>, _>(|(a, b)| {
            split.figures.interval(*a).meets(&statement.figures.interval(*b))
        })
    });
    let Some((same, differ)) = sorted.max_by_key(|(same, _)| same.len()) else { return Vec::new() };
    let wrong = (split.wrong_cells(), statement.wrong_cells());
    let told = |(a, b): &Pair| wrong.0.contains(a) || wrong.1.contains(b);
    if same.len() < 2 || same.len() <= differ.len() {
        Vec::new()
    } else {
        differ.into_iter().filter(|it| !told(it)).collect()
    }
}

/// Rows of both tables that are the same line: sums and the appropriation, whose scope is the
/// same in both.
fn lines(split: &Table, statement: &Table, structure: &Structure) -> Vec<(usize, usize)> {
    let is_whole = |key: &str| {
        key == structure.frame_line
            || structure.statement_line(key).is_some_and(|line| !line.sum_of.is_empty())
    };
    let row_of = |key: &str| statement.rows.iter().position(|row| row.line.as_deref() == Some(key));
    let rows = split.rows.iter().enumerate();
    let keyed = rows.filter_map(|(index, row)| Some((index, row.line.as_deref()?)));
    keyed.filter(|(_, key)| is_whole(key)).filter_map(|(index, key)| Some((index, row_of(key)?))).collect()
}

fn tell(document: &Document, split: &System<'_>, statement: &System<'_>, (ours, theirs): Pair) -> Finding {
    let told = |system: &System<'_>, at: At| system.figures.printed(at).map_or_else(String::new, quantity);
    let label = split.figures.table.rows.get(ours.0).map(|row| row.label.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 85,
        also_at: vec![place::cell(document, statement.figures.table, theirs)],
        found: verbatim(told(split, ours)),
        expected: verbatim(told(statement, theirs)),
        advice: Message::new("rule-split-differs-from-statement-try"),
        ..RULE.about.finding(
            place::cell(document, split.figures.table, ours),
            Message::new("rule-split-differs-from-statement-says").with("row", label),
        )
    }
}
