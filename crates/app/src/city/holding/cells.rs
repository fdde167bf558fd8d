//! Figures in tables that hold instead of what the latest version prints.

use super::graft::{past, settled};
use super::weed::Left;
use super::{Grafting, Holding, each};
use crate::document::difference::Printed;
use std::collections::BTreeSet;
use uppsikt_domain::block::Content;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::FactKey;
use uppsikt_domain::overruled::Stand;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{Cell, Row, Table};
use uppsikt_text::compare;

/// Empties the cells whose figures were rejected. A row that has nothing left goes.
pub(super) fn blank(holding: &mut Holding, read: &Printed<'_>, out: &BTreeSet<FactKey>) {
    let spans: BTreeSet<Span> = out.iter().flat_map(|key| cells_of(read, key)).collect();
    if spans.is_empty() {
        return;
    }
    let mut left = Vec::new();
    each_table(&mut holding.sections, &mut |within, table| {
        table.rows.retain_mut(|row| {
            let before = left.len();
            for cell in row.cells.iter_mut().filter(|cell| spans.contains(&cell.span)) {
                (cell.printed, cell.value) = (None, None);
                let (subject, within) = (Subject::Cell, within.to_owned());
                let (span, whole, is_told, is_taken) = (cell.span, cell.span, false, false);
                left.push(Left { subject, within, at: 0, span, whole, is_told, is_taken });
            }
            before == left.len() || row.cells.iter().any(|cell| cell.printed.is_some())
        });
    });
    holding.left.extend(left);
}

/// Where a fact of a table is printed.
fn cells_of(printed: &Printed<'_>, key: &FactKey) -> Vec<Span> {
    let numbers =
        printed.fact(key).into_iter().flat_map(|fact| fact.claims.iter().chain(&fact.contradicted_by));
    let claims = numbers.filter_map(|number| printed.claim(*number));
    claims.filter(|claim| claim.subject == Subject::Cell).map(|claim| claim.span).collect()
}

/// Puts a figure that holds where the latest version prints another, or in a row of its own.
pub(super) fn graft(grafting: &mut Grafting<'_>, key: &FactKey, span: Span) {
    let Some((table, row, column)) = cell_at(grafting.source.printed.document, span) else { return };
    let Some(cell) = table.rows[row].cells.get(column) else { return };
    let mut places: BTreeSet<Span> = cells_of(grafting.read, key).into_iter().collect();
    if places.is_empty() {
        places.extend(place_in_row(grafting, table, row, column));
    }
    let (label, heading) = (&table.rows[row].label.text, &table.columns[column].heading.text);
    let words = format!("{label}, {heading}: {}", cell.printed.as_deref().unwrap_or_default());
    let version = grafting.version;
    let holding = &mut *grafting.holding;
    each_table(&mut holding.sections, &mut |_, table| {
        let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
        for own in cells.filter(|own| places.contains(&own.span)) {
            *own = Cell { span: own.span, ..cell.clone() };
        }
    });
    for left in holding.left.iter_mut().filter(|left| places.contains(&left.span)) {
        left.is_taken = true;
    }
    holding.stands.extend(places.into_iter().map(|span| Stand { span, version, words: words.clone() }));
}

/// The cell of the same row and column in the tree; a row that is not there comes in.
fn place_in_row(grafting: &mut Grafting<'_>, was: &Table, row: usize, column: usize) -> Option<Span> {
    let label = &was.rows.get(row)?.label.text;
    let wanted = was.column_keys().into_iter().nth(column)?;
    let (version, mut found) = (grafting.version, None);
    each_table(&mut grafting.holding.sections, &mut |_, table| {
        let at = table.column_keys().iter().position(|key| *key == wanted);
        let Some(at) = at.filter(|_| found.is_none() && is_same(table, was)) else { return };
        let known = table.rows.iter().position(|own| compare::same(&own.label.text, label));
        let own = known.or_else(|| put_row(table, was, row, version));
        found = own.and_then(|own| Some(table.rows.get(own)?.cells.get(at)?.span));
    });
    found
}

/// A row of an earlier version, without figures, after the one that it stood after.
fn put_row(table: &mut Table, was: &Table, row: usize, version: u32) -> Option<usize> {
    let place = past(table.span);
    let mut own: Row = settled(was.rows.get(row)?, place, version)?;
    // Beside one another, so that each cell has a place of its own.
    let cell = |(after, _)| Cell { span: beside(place, after), ..Cell::default() };
    own.cells = (1..).zip(&table.columns).map(cell).collect();
    let before = was.rows[..row].iter().rev();
    let before = before
        .filter_map(|it| table.rows.iter().position(|own| compare::same(&own.label.text, &it.label.text)));
    let at = before.map(|at| at + 1).next().unwrap_or_default();
    table.rows.insert(at, own);
    Some(at)
}

fn beside(place: Span, after: u32) -> Span {
    let at = Place { column: place.at.column + after, ..place.at };
    Span { at, end_column: at.column, ..place }
}

fn is_same(table: &Table, was: &Table) -> bool {
    let caption = |table: &Table| table.caption.as_ref().map(|it| compare::normalized(&it.text));
    table.kind == was.kind && (caption(table) == caption(was) || table.columns.len() == was.columns.len())
}

fn cell_at(document: &Document, span: Span) -> Option<(&Table, usize, usize)> {
    document.tables().into_iter().find_map(|(_, table)| {
        let mut rows = table.rows.iter().enumerate();
        rows.find_map(|(at, row)| Some((table, at, row.cells.iter().position(|cell| cell.span == span)?)))
    })
}

fn each_table(sections: &mut [Section], with: &mut dyn FnMut(&str, &mut Table)) {
    each(sections, &mut |section| {
        for block in &mut section.blocks {
            if let Content::Table(table) = &mut block.content {
                with(&section.id, table);
            }
        }
    });
}
