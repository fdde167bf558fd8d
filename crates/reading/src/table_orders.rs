//! Orders in tables: rows that name an order, those who have it and how it goes.

use crate::assignments;
use crate::book::{Book, first_fit, folded, unnumbered};
use crate::pattern::Pattern;
use crate::table_goals::{cells, is_worded, text_at};
use crate::words::holds_any;
use uppsikt_domain::assignment::{Assignee, Assignment, ReportBack, ReportBackHow};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Row, RowRole, Table};

/// A heading of a column is at most so long, in bytes.
const LONGEST: usize = 60;
/// What a cell says of how it goes is at most so long, in bytes.
const LONGEST_STATUS: usize = 60;

/// Which column holds what; column 0 is the labels.
struct Columns {
    order: usize,
    bodies: Option<usize>,
    status: Option<usize>,
    report: Option<usize>,
}

/// The orders that the rows of a table are. Those that name nobody are of whom the heading above names.
pub(crate) fn of(table: &Table, book: &Book<'_>, holder: Option<&str>) -> Vec<Section> {
    let Some(columns) = columns(table, book) else { return Vec::new() };
    let rows = table.rows.iter().filter(|row| row.role == RowRole::Item);
    // A name in front of the orders is of those below it, too, until another one.
    let mut above = holder.map(assignments::in_cell).unwrap_or_default();
    let in_front = columns.bodies.is_some_and(|bodies| bodies < columns.order);
    let mut found = Vec::new();
    for row in rows {
        let named = columns.bodies.and_then(|column| text_at(row, column));
        let named = named.map(|cell| assignments::in_cell(&cell.text)).unwrap_or_default();
        if in_front && !named.is_empty() {
            above.clone_from(&named);
        }
        found.extend(order(row, &columns, book, if named.is_empty() { above.clone() } else { named }));
    }
    found
}

fn columns(table: &Table, book: &Book<'_>) -> Option<Columns> {
    let words = &book.order_tables;
    let all = || 0..=table.columns.len();
    let heading = |column: usize| match column.checked_sub(1) {
        None => table.label_heading.as_str(),
        Some(column) => table.columns[column].heading.text.as_str(),
    };
    let fits = |patterns: &[Pattern], column: usize| {
        let heading = heading(column).trim_matches(['*', '_', ' ', ':', '.']);
        !heading.is_empty() && heading.len() < LONGEST && first_fit(patterns, heading).is_some()
    };
    let order = all().find(|column| fits(&words.order, *column) && is_worded(table, *column))?;
    let others = || all().filter(move |column| *column != order);
    let short = |column: &usize| cells(table, *column).iter().all(|cell| cell.text.len() <= LONGEST_STATUS);
    let found = Columns {
        order,
        bodies: others().find(|column| fits(&words.bodies, *column)),
        status: others().find(|column| fits(&words.status, *column) && short(column)),
        report: others().find(|column| fits(&words.report, *column)),
    };
    (found.bodies.is_some() || found.status.is_some() || found.report.is_some()).then_some(found)
}

/// By the column of it; where there is none, by what the status, another cell or a note says in so many
/// words. The same cells say whether it is done, the status first.
fn report_back(row: &Row, columns: &Columns, book: &Book<'_>) -> ReportBack {
    let told = |cell: TextAt| assignments::report_back_in(cell, book);
    let named = [Some(columns.order), columns.bodies, columns.report];
    let free = (0..=row.cells.len()).filter(|column| !named.contains(&Some(*column)));
    let note = row.note.as_ref().map(|note| TextAt::new(note.clone(), row.label.span));
    let free: Vec<TextAt> = free.filter_map(|column| text_at(row, column)).chain(note).collect();
    let says = |cell: &&TextAt| holds_any(&folded(&cell.text), &book.style.assignments.report_words);
    let is_told = |back: &ReportBack| back.how != ReportBackHow::NotStated || back.year.is_some();
    let back = match columns.report {
        Some(column) => text_at(row, column).map(told),
        None => free.iter().filter(says).cloned().map(told).find(is_told),
    };
    let status = columns.status.and_then(|column| text_at(row, column));
    let cells = status.into_iter().chain(free);
    cells.fold(back.unwrap_or_default(), |back, cell| match back.done {
        true => back,
        false => assignments::done_in(cell, back, book),
    })
}

fn order(row: &Row, columns: &Columns, book: &Book<'_>, named: Vec<Assignee>) -> Option<Section> {
    let cell = text_at(row, columns.order)?;
    let whole = unnumbered(&cell.text).1.trim().trim_end_matches('.');
    let status = assignments::without_status(whole, book);
    let text = status.map_or(whole, |(words, _)| words).to_owned();
    let style = &book.style.assignments;
    let in_order = || Some(assignments::in_order(&text, style)).filter(|found| !found.is_empty());
    let own = columns.bodies.is_some() && !named.is_empty();
    let assignees = if own { named } else { in_order().unwrap_or(named) };
    let said = |cell: TextAt| Block {
        id: String::new(),
        span: cell.span,
        content: Content::Paragraph { text: cell.text },
    };
    let mut report_back = report_back(row, columns, book);
    if status.is_some() && !report_back.done {
        report_back = ReportBack { done: true, wording: Some(cell.clone()), ..report_back };
    }
    let assignment = Assignment {
        text: text.clone(),
        lead: assignments::lead(&assignees),
        assignees,
        report_back,
        span: cell.span,
    };
    Some(Section {
        kind: SectionKind::Assignment,
        name: text,
        span: cell.span,
        blocks: columns.status.and_then(|column| text_at(row, column)).map(said).into_iter().collect(),
        assignment: Some(assignment),
        heading: Some(cell),
        ..Section::default()
    })
}
