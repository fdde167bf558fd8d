//! The same row of the same year in two tables, with two amounts.

use crate::place;
use crate::relations::figures::At;
use crate::rule::Rule;
use crate::same_rows::{Pair, Rows, compared, sound, year_of};
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::table::{Column, ColumnKind, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "same-row-differs",
        code: "ARI-016",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Samma rad, samma år och samma omfattning är samma belopp i varje tabell.",
        page_sv: include_str!("same_row_differs.sv.md"),
        page_en: include_str!("same_row_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let tables: Vec<Rows<'_>> = sheet.systems().iter().map(Rows::of).collect();
    let mut found: Vec<Finding> = Vec::new();
    for (index, one) in tables.iter().enumerate() {
        for other in tables[index + 1..].iter().filter(|other| !is_split(one, other)) {
            let mut pairs = differing(one, other, document.year);
            if pairs.is_empty() {
                let turned = || carried_result(document, other, one).map(|(ours, theirs)| (theirs, ours));
                pairs.extend(carried_result(document, one, other).or_else(turned));
            }
            found.extend(pairs.into_iter().map(|pair| tell(document, (one, other), pair)));
        }
    }
    // A row that differs from two tables is told once.
    let mut told = Vec::new();
    found.retain(|finding| {
        let new = !told.contains(&finding.at);
        told.push(finding.at.clone());
        new
    });
    found
}

/// A statement and its split are compared by a rule of their own, which knows their columns.
fn is_split(one: &Rows<'_>, other: &Rows<'_>) -> bool {
    [one, other].iter().any(|rows| rows.table().kind == TableKind::Split)
}

/// Whether two columns hold the same: forecast with forecast, of the same year and part of it.
fn are_same(one: &ColumnKind, other: &ColumnKind, year: Option<i32>) -> bool {
    let part = |kind: &ColumnKind| matches!(kind, ColumnKind::Actual { part_of_year: true, .. });
    let same_kind = std::mem::discriminant(one) == std::mem::discriminant(other);
    let years = [one, other].map(|kind| year_of(kind).flatten().or(year));
    same_kind && part(one) == part(other) && years[0].is_some() && years[0] == years[1]
}

/// The rows of two tables whose amounts differ, in columns in which most others are the same.
fn differing(one: &Rows<'_>, other: &Rows<'_>, year: Option<i32>) -> Vec<Pair> {
    let rows = one.shared(other);
    if rows.len() < LEAST {
        return Vec::new();
    }
    let columns = one.levels.iter().flat_map(|a| other.levels.iter().map(move |b| (*a, *b)));
    let kind = |rows: &Rows<'_>, at: usize| rows.table().columns[at].kind.clone();
    let same = columns.filter(|(a, b)| are_same(&kind(one, *a), &kind(other, *b), year));
    same.flat_map(|columns| {
        let compared = compared(one, other, &rows, columns);
        let told = compared.same >= LEAST && compared.same > compared.differ.len();
        if told { sound(one, other, compared.differ) } else { Vec::new() }
    })
    .collect()
}

/// The year's result of a statement, and what another table begins with as that result: a cash flow, the balance
/// requirement. One year is the same, so that both tell of the same thing, and only one is another.
fn carried_result(document: &Document, one: &Rows<'_>, other: &Rows<'_>) -> Option<Pair> {
    let valued = |rows: &Rows<'_>| -> Vec<usize> {
        (0..rows.table().rows.len()).filter(|row| rows.system.figures.has_figures(*row)).collect()
    };
    let ours = valued(one).pop().filter(|row| is_result(one, *row, false))?;
    let theirs = valued(other).first().copied().filter(|row| is_result(other, *row, true))?;
    if speaks_of_group(document, one) || speaks_of_group(document, other) {
        return None;
    }
    let columns = |rows: &Rows<'_>| rows.system.figures.amount_columns().to_vec();
    let pairs = columns(one).into_iter().flat_map(|a| columns(other).into_iter().map(move |b| (a, b)));
    let same = pairs.filter(|(a, b)| {
        let (ours, theirs) = (&one.table().columns[*a], &other.table().columns[*b]);
        let levels = one.levels.contains(a) && other.levels.contains(b);
        levels && are_same(&ours.kind, &theirs.kind, document.year) || is_same_year(ours, theirs)
    });
    let compared: Vec<_> = same.map(|it| compared(one, other, &[(ours, theirs)], it)).collect();
    let differ: Vec<Pair> = compared.iter().flat_map(|it| it.differ.iter().copied()).collect();
    let told = compared.iter().any(|it| it.same > 0) && differ.len() == 1;
    sound(one, other, if told { differ } else { Vec::new() }).pop()
}

/// Whether two columns are headed by the same year and nothing else.
fn is_same_year(ours: &Column, theirs: &Column) -> bool {
    let heading = ours.heading.text.trim();
    let is_year = heading.len() == 4 && heading.bytes().all(|byte| byte.is_ascii_digit());
    is_year && heading == theirs.heading.text.trim()
}

/// Whether a row is the year's result, or what a table takes over from the statement as that.
fn is_result(rows: &Rows<'_>, row: usize, taken_over: bool) -> bool {
    let label = normalized(&rows.table().rows[row].label.text);
    label == "årets resultat" || taken_over && label.starts_with("årets resultat enligt resultaträkning")
}

/// Whether a table is said to be, or to be partly, the group's.
fn speaks_of_group(document: &Document, rows: &Rows<'_>) -> bool {
    let table = rows.table();
    let heading = document.tables().into_iter().find(|(_, it)| std::ptr::eq(*it, table));
    let heading = heading.map_or("", |(section, _)| section.name.as_str());
    let caption = table.caption.as_ref().map_or("", |caption| caption.text.as_str());
    let columns = table.columns.iter().map(|column| column.heading.text.as_str());
    [heading, caption].into_iter().chain(columns).any(|words| {
        let words = words.lower();
        GROUP.iter().any(|word| words.contains(word))
    })
}

/// Words for what the municipality and its companies are together.
const GROUP: [&str; 4] = ["koncern", "sammanställ", "bolag", "förbund"];

/// So many rows with other amounts than nought must be the same for the columns to be.
const LEAST: usize = 2;

fn tell(document: &Document, (one, other): (&Rows<'_>, &Rows<'_>), (ours, theirs): Pair) -> Finding {
    // The one that its own table bears out less; of equals the later.
    let ours_is_wrong = one.borne_out(ours) < other.borne_out(theirs);
    let (rows, at, kept, right) =
        if ours_is_wrong { (one, ours, other, theirs) } else { (other, theirs, one, ours) };
    let told = |rows: &Rows<'_>, at: At| rows.printed(at).as_ref().map_or_else(String::new, quantity);
    let label = rows.table().rows.get(at.0).map(|row| row.label.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 80,
        also_at: vec![place::cell(document, kept.table(), right)],
        found: verbatim(told(rows, at)),
        expected: verbatim(told(kept, right)),
        advice: Message::new("rule-same-row-differs-try"),
        ..RULE.about.finding(
            place::cell(document, rows.table(), at),
            Message::new("rule-same-row-differs-says").with("row", label),
        )
    }
}
