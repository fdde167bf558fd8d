//! A row that ends before it begins, or begins in last year.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use chrono::{Datelike, NaiveDate};
use uppsikt_domain::document::Document;
use uppsikt_domain::table::{Cell, Table};
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;
use uppsikt_text::dates::ranges;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "row-days-off",
        code: "KON-019",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Det som börjar slutar efter det.",
        page_sv: include_str!("row_days_off.sv.md"),
        page_en: include_str!("row_days_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document, &picture.structure.words)).collect()
}

/// So many other rows show in which year the rows of a plan begin.
const LEAST: usize = 5;

/// A cell with a day.
type Dated<'a> = (NaiveDate, &'a Cell);

fn of_document(document: &Document, words: &Words) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut starts: Vec<Dated<'_>> = Vec::new();
    for (_, table) in document.tables() {
        let start = column(table, &words.starts);
        let end = column(table, &words.ends);
        let decision =
            table.columns.iter().position(|column| normalized(&column.heading.text).starts_with("beslut"));
        for row in &table.rows {
            let day = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).and_then(dated);
            let first = day(start);
            let turned = first.zip(day(end)).filter(|((first, _), (last, _))| last < first);
            found.extend(turned.map(|(first, last)| {
                tell(
                    document,
                    last.1,
                    Message::new("rule-row-days-off-expected-after").with("day", first.0.to_string()),
                )
            }));
            let decided = decision.and_then(|at| row.cells.get(at)).and_then(first_day);
            let early =
                decided.zip(day(end)).filter(|(decided, (last, _))| first.is_none() && last < decided);
            found.extend(early.map(|(decided, last)| {
                tell(
                    document,
                    last.1,
                    Message::new("rule-row-days-off-expected-after").with("day", decided.to_string()),
                )
            }));
            starts.extend(first);
        }
    }
    found.extend(alone(document, &starts));
    found
}

/// The only row of a plan that begins before its year.
fn alone(document: &Document, starts: &[Dated<'_>]) -> Option<Finding> {
    let year = document.year.filter(|_| !document.kind.is_report())?;
    let (early, rest): (Vec<&Dated<'_>>, Vec<&Dated<'_>>) =
        starts.iter().partition(|(day, _)| day.year() < year);
    let [(day, cell)] = early.as_slice() else { return None };
    let told = day.year() == year - 1 && rest.len() >= LEAST;
    told.then(|| {
        tell(document, cell, Message::new("rule-row-days-off-expected-year").with("year", year.to_string()))
    })
}

fn column(table: &Table, headings: &[String]) -> Option<usize> {
    let is_named = |text: &str| headings.contains(&normalized(text));
    table.columns.iter().position(|column| is_named(&column.heading.text))
}

/// The only day that a cell names among other words: "KF 2031-02-10 § 11".
fn first_day(cell: &Cell) -> Option<NaiveDate> {
    let days = ranges(cell.printed.as_deref()?);
    let [(_, day)] = days.as_slice() else { return None };
    (day.from == day.to).then_some(day.from)
}

fn dated(cell: &Cell) -> Option<Dated<'_>> {
    let text = cell.printed.as_deref()?.trim();
    let (range, day) = ranges(text).into_iter().next()?;
    (day.from == day.to && range == (0..text.len())).then_some((day.from, cell))
}

fn tell(document: &Document, cell: &Cell, expected: Message) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(cell.printed.clone().unwrap_or_default()),
        expected,
        advice: Message::new("rule-row-days-off-try"),
        ..RULE.about.finding(place::at(document, cell.span), Message::new("rule-row-days-off-says"))
    }
}
