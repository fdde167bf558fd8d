//! Columns of a table whose years repeat or skip.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
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
    picture.documents.iter().flat_map(|document| tables(document)).collect()
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
    let span = column.heading.span;
    let span = if span.at.line > 0 { span } else { table.span };
    Finding {
        confidence_percent: 80,
        found: verbatim(column.heading.text.clone()),
        expected: verbatim(year.to_string()),
        advice: Message::new("rule-column-years-uneven-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-column-years-uneven-says"))
    }
}
