//! Places of things in a document, as findings name them.

use uppsikt_domain::document::Document;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{Column, Table};
use uppsikt_findings::FindingPlace;

use crate::relations::figures::At;

/// A span of a document.
pub fn at(document: &Document, span: Span) -> FindingPlace {
    FindingPlace::in_document(document, span)
}

/// A cell of a table.
pub fn cell(document: &Document, table: &Table, (row, column): At) -> FindingPlace {
    let row = table.rows.get(row);
    let span = row.and_then(|row| row.cells.get(column)).map(|cell| cell.span);
    at(document, span.unwrap_or(table.span))
}

/// The heading of a column, else its table.
pub fn column(document: &Document, table: &Table, column: &Column) -> FindingPlace {
    let span = column.heading.span;
    at(document, if span.at.line > 0 { span } else { table.span })
}

/// The heading of a section, else its first line.
pub fn heading(document: &Document, section: &Section) -> FindingPlace {
    let first = Span { end_line: section.span.at.line, end_column: 1, ..section.span };
    at(document, section.heading.as_ref().map_or(first, |heading| heading.span))
}

/// The title of a document, else its first line.
pub fn title(document: &Document) -> FindingPlace {
    let first = Place::on_line(1);
    let line = document.line(1).map_or(1, |line| line.text.chars().count().max(1));
    let first = Span { at: first, end_line: 1, end_column: u32::try_from(line).unwrap_or(1) };
    at(document, document.title.as_ref().map_or(first, |title| title.span))
}
