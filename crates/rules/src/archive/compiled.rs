//! What a report of the municipality says that its bodies judge of their contributions to its goals.

use super::body::{bodies_in, body_key, ends_body};
use crate::status_count::status_of;
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// A body's judgement as the municipality tells it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The body's key.
    pub body: String,
    /// The goal's name, for comparing.
    pub goal: String,
    /// What is judged, where that is said.
    pub horizon: Option<Horizon>,
    /// The status.
    pub status: Status,
    /// The printed words.
    pub wording: String,
    /// Where they stand.
    pub span: Span,
}

/// All judgements of bodies that a document compiles.
pub fn compiled(document: &Document, structure: &Structure) -> Vec<Judged> {
    let mut found = Vec::new();
    document.sections.iter().for_each(|section| gather(section, None, structure, &mut found));
    found
}

fn gather(section: &Section, goal: Option<&str>, structure: &Structure, found: &mut Vec<Judged>) {
    let goal = if section.kind == SectionKind::Goal { Some(section.name.as_str()) } else { goal };
    for block in &section.blocks {
        match &block.content {
            Content::Table(table) => match goal.filter(|_| has_bodies(table)) {
                Some(goal) => found.extend(rows_of_bodies(table, goal, structure)),
                None => found.extend(rows_of_goals(table, structure)),
            },
            Content::List { items, .. } => {
                let told = goal.into_iter().flat_map(|goal| items.iter().map(move |item| (goal, item)));
                found.extend(told.filter_map(|(goal, item)| line(goal, &item.text, item.span, structure)));
            }
            Content::Paragraph { text } => {
                found.extend(goal.and_then(|goal| line(goal, text, block.span, structure)));
            }
            _ => {}
        }
    }
    section.sections.iter().for_each(|inner| gather(inner, goal, structure, found));
}

fn has_bodies(table: &Table) -> bool {
    table.rows.iter().any(|row| is_body(&row.label.text))
}

fn is_body(label: &str) -> bool {
    label.split_whitespace().next_back().is_some_and(ends_body) || label.trim() == "KS"
}

/// Rows that are bodies, under a goal.
fn rows_of_bodies(table: &Table, goal: &str, structure: &Structure) -> Vec<Judged> {
    let rows = table.rows.iter().filter(|row| is_body(&row.label.text));
    let keyed = rows.filter_map(|row| Some((body_key(&row.label.text)?, row)));
    keyed.flat_map(|(body, row)| judgements(table, row, &body, goal, structure)).collect()
}

/// Rows that are goals, with the body in a column, or a column for each body.
fn rows_of_goals(table: &Table, structure: &Structure) -> Vec<Judged> {
    let mut found = Vec::new();
    let by_column: Vec<(usize, String)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| is_body(&column.heading.text))
        .filter_map(|(at, column)| Some((at, body_key(&column.heading.text)?)))
        .collect();
    for row in &table.rows {
        let goal = row.label.text.as_str();
        let printed = |at: &usize| row.cells.get(*at).and_then(|cell| cell.printed.as_deref());
        for (at, body) in &by_column {
            let status = printed(at).and_then(|text| status(text, structure));
            found.extend(status.map(|status| judged(row, *at, body, goal, None, status)));
        }
        let named = (0..table.columns.len()).find(|at| printed(at).is_some_and(is_body));
        if let Some([body]) = named.as_ref().and_then(printed).map(bodies_in).as_deref() {
            found.extend(judgements(table, row, body, goal, structure));
        }
    }
    found
}

/// The statuses in the cells of a row, each with the horizon that its heading names.
fn judgements(table: &Table, row: &Row, body: &str, goal: &str, structure: &Structure) -> Vec<Judged> {
    let cells = table.columns.iter().zip(&row.cells).enumerate();
    let told = cells.filter_map(|(at, (column, cell))| {
        let status = status(cell.printed.as_deref()?, structure)?;
        Some(judged(row, at, body, goal, horizon(&column.heading.text), status))
    });
    told.collect()
}

fn judged(row: &Row, at: usize, body: &str, goal: &str, horizon: Option<Horizon>, status: Status) -> Judged {
    let cell = &row.cells[at];
    Judged {
        body: body.to_owned(),
        goal: normalized(goal),
        horizon,
        status,
        wording: cell.printed.clone().unwrap_or_default(),
        span: cell.span,
    }
}

/// Longer texts say more than a status.
const LONGEST: usize = 40;

fn status(text: &str, structure: &Structure) -> Option<Status> {
    let short = text.chars().count() <= LONGEST;
    short.then(|| status_of(&text.lower(), structure)).flatten()
}

fn horizon(heading: &str) -> Option<Horizon> {
    let lower = heading.lower();
    match () {
        () if lower.contains("mandatperiod") => Some(Horizon::Term),
        () if ["period", "år", "augusti"].iter().any(|word| lower.contains(word)) => Some(Horizon::Period),
        () => None,
    }
}

/// "Socialnämnden: delvis enligt plan"
fn line(goal: &str, text: &str, span: Span, structure: &Structure) -> Option<Judged> {
    let (name, said) = text.split_once(':')?;
    let said = said.trim().trim_end_matches('.');
    let status = status(said, structure).filter(|_| is_body(name))?;
    Some(Judged {
        body: body_key(name)?,
        goal: normalized(goal),
        horizon: None,
        status,
        wording: said.to_owned(),
        span,
    })
}
