//! Columns of a table whose years repeat or skip.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::table::{Column, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "column-years-uneven",
        code: "KON-016",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Varje kolumn gäller sitt eget år.",
        page_sv: include_str!("column_years_uneven.sv.md"),
        page_en: include_str!("column_years_uneven.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let tables = |document: &'_ Document| -> Vec<Finding> {
        document.tables().into_iter().filter_map(|(_, table)| of_table(document, table)).collect()
    };
    let all = |document: &'_ Document| -> Vec<Finding> {
        tables(document).into_iter().chain(shifted(document)).collect()
    };
    picture.documents.iter().flat_map(|document| all(document)).collect()
}

/// So many other tables show for which years there are targets.
const OTHERS: usize = 2;

/// The years of a table's columns of one name, with the first of them.
type Run<'a> = (Vec<i32>, &'a Table, &'a Column);

/// The only table whose columns of one name are for other years than those of all others.
fn shifted(document: &Document) -> Option<Finding> {
    let year = document.year?;
    let mut runs: BTreeMap<String, Vec<Run<'_>>> = BTreeMap::new();
    for (_, table) in document.tables() {
        let mut of_table: BTreeMap<String, (Vec<i32>, &Column)> = BTreeMap::new();
        for (year, words, column) in table.columns.iter().filter_map(dated) {
            let words = words.trim().to_owned();
            of_table.entry(words).or_insert_with(|| (Vec::new(), column)).0.push(year);
        }
        // One year alone may be any; an empty name is a year alone.
        for (words, (years, column)) in
            of_table.into_iter().filter(|(words, it)| !words.is_empty() && it.0.len() > 1)
        {
            runs.entry(words).or_default().push((years, table, column));
        }
    }
    runs.values().find_map(|runs| {
        let is_alone = |years: &Vec<i32>| runs.iter().filter(|(other, ..)| other == years).count() == 1;
        let odd: Vec<_> = runs.iter().filter(|(years, ..)| is_alone(years)).collect();
        let [(years, table, column)] = odd.as_slice() else { return None };
        let (own, ..) = runs.iter().find(|(other, ..)| other != years)?;
        let all_alike = runs.iter().all(|(other, ..)| other == years || other == own);
        let by = own[0] - years[0];
        let moved = by > 0 && years.len() == own.len() && years.iter().zip(own).all(|(a, b)| b - a == by);
        let told = runs.len() > OTHERS && all_alike && moved && years[0] < year;
        told.then(|| tell(document, table, column, own[0]))
    })
}

/// A run of fewer columns is no run.
const LEAST: usize = 3;

fn of_table(document: &Document, table: &Table) -> Option<Finding> {
    let dated: Vec<(i32, String, &Column)> = table.columns.iter().filter_map(dated).collect();
    if dated.len() < LEAST {
        return None;
    }
    repeated(&dated).or_else(|| skipped(&dated)).map(|(column, year)| tell(document, table, column, year))
}

/// The only year that a heading names, what is left without it, and the column.
fn dated(column: &Column) -> Option<(i32, String, &Column)> {
    let text = normalized(&column.heading.text);
    let mut years = text.match_indices("20").filter_map(|(at, _)| {
        let year = text.get(at..at + 4)?.parse::<i32>().ok()?;
        let free = !text[..at].ends_with(|c: char| c.is_alphanumeric())
            && !text[at + 4..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/'));
        free.then_some((at, year))
    });
    let (at, year) = years.next().filter(|_| years.next().is_none())?;
    Some((year, format!("{}{}", &text[..at], &text[at + 4..]), column))
}

/// Of two neighbours under the same heading the one that would make the columns a run of years,
/// were its year another.
fn repeated<'a>(dated: &[(i32, String, &'a Column)]) -> Option<(&'a Column, i32)> {
    let again = |at: &usize| dated[*at].0 == dated[at + 1].0 && dated[*at].1 == dated[at + 1].1;
    let at = (0..dated.len() - 1).find(again)?;
    let is_run_with = |changed: usize, year: i32| {
        let year_of = |at: usize| if at == changed { year } else { dated[at].0 };
        (1..dated.len()).all(|at| year_of(at - 1) + 1 == year_of(at))
    };
    let year = dated[at].0;
    let fits = [(at + 1, year + 1), (at, year - 1)].into_iter().find(|(at, year)| is_run_with(*at, *year));
    fits.map(|(at, year)| (dated[at].2, year))
}

/// The column after the only gap in a run of years, where the run is long enough to be one.
fn skipped<'a>(dated: &[(i32, String, &'a Column)]) -> Option<(&'a Column, i32)> {
    let steps: Vec<i32> = dated.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    let gap = steps.iter().position(|step| *step == 2)?;
    let whole = steps.iter().enumerate().all(|(at, step)| at == gap || *step == 1);
    let inside = gap > 0 && gap + 1 < steps.len();
    let alike = dated[gap].1 == dated[gap + 1].1;
    (whole && inside && alike).then(|| (dated[gap + 1].2, dated[gap].0 + 1))
}

fn tell(document: &Document, table: &Table, column: &Column, year: i32) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(column.heading.text.clone()),
        expected: verbatim(year.to_string()),
        advice: Message::new("rule-column-years-uneven-try"),
        ..RULE
            .about
            .finding(place::column(document, table, column), Message::new("rule-column-years-uneven-says"))
    }
}
