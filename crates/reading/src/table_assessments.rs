//! Tables of one row inside a goal that assess it: "Bedömning året | Bedömning mandatperioden".

use crate::book::{Book, first_fit, folded};
use crate::pattern::Pattern;
use crate::table_goals::{status, text_at};
use uppsikt_domain::assessment::{Assessment, Horizon};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Row, RowRole, Table};

/// A goal again, with what a table of one row in it says of it.
pub(crate) fn of(table: &Table, book: &Book<'_>, goal: &Section) -> Option<Section> {
    let mut rows = table.rows.iter().filter(|row| row.role != RowRole::Section || table.columns.is_empty());
    let row = rows.next().filter(|_| rows.next().is_none())?;
    let words = &book.goal_tables;
    let term = columns(table, row, &words.term, book);
    let mut period = columns(table, row, &words.period, book);
    period.retain(|column| !term.contains(column));
    let horizons = [(period, Horizon::Period), (term, Horizon::Term)];
    let told = horizons.into_iter().filter_map(|(mut columns, horizon)| {
        // "Bedömning | Trend | Prognos": the forecast is not how it is.
        if columns.len() > 1 {
            columns.retain(|column| !is_forecast(heading(table, *column)));
        }
        match columns.as_slice() {
            [only] => assessment(table, row, *only, horizon, book),
            _ => None,
        }
    });
    let sections: Vec<Section> = told.collect();
    let again = || Section {
        kind: goal.kind,
        heading: goal.heading.clone(),
        name: goal.name.clone(),
        span: row.label.span,
        ..Section::default()
    };
    (!sections.is_empty()).then(|| Section { sections, ..again() })
}

fn is_forecast(heading: &str) -> bool {
    folded(heading).contains("prognos")
}

/// What stands over a column; column 0 is the labels.
fn heading(table: &Table, column: usize) -> &str {
    match column.checked_sub(1) {
        None => table.label_heading.as_str(),
        Some(column) => table.columns[column].heading.text.as_str(),
    }
}

/// The columns whose heading fits and whose cell says a status.
fn columns(table: &Table, row: &Row, patterns: &[Pattern], book: &Book<'_>) -> Vec<usize> {
    let fits = |column: &usize| first_fit(patterns, heading(table, *column)).is_some();
    let stated =
        |column: &usize| text_at(row, *column).is_some_and(|cell| status(&cell.text, book).is_some());
    (0..=table.columns.len()).filter(fits).filter(stated).collect()
}

fn assessment(table: &Table, row: &Row, column: usize, horizon: Horizon, book: &Book<'_>) -> Option<Section> {
    let cell = text_at(row, column)?;
    let status = status(&cell.text, book)?;
    let kind = match horizon {
        Horizon::Period => SectionKind::AssessmentPeriod,
        Horizon::Term => SectionKind::AssessmentTerm,
    };
    let heading_at = column.checked_sub(1).map(|column| table.columns[column].heading.clone());
    Some(Section {
        kind,
        heading: heading_at,
        name: heading(table, column).to_owned(),
        span: cell.span,
        assessment: Some(Assessment { horizon, status, wording: cell.text, span: cell.span }),
        ..Section::default()
    })
}
