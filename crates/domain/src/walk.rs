//! One walk over everything that a document prints, in order.

use crate::block::{Block, Content};
use crate::document::Document;
use crate::place::{Span, TextAt};
use crate::section::Section;
use crate::table::{Cell, Column, Row, Table};

/// Something that a document prints.
#[derive(Debug, Clone, Copy)]
pub enum Printed<'a> {
    /// A heading, with its section.
    Heading(&'a Section, &'a TextAt),
    /// A paragraph.
    Paragraph(&'a str, Span),
    /// A list item.
    Item(&'a TextAt),
    /// The sentence before links to Agenda 2030.
    AgendaIntro(&'a TextAt),
    /// A link to Agenda 2030.
    Agenda(&'a crate::agenda::AgendaLink),
    /// A table's caption.
    Caption(&'a Table, &'a TextAt),
    /// The heading of a column.
    ColumnHeading(&'a Table, &'a Column),
    /// The label of a row.
    RowLabel(&'a Table, &'a Row),
    /// A cell that is not empty.
    Cell(&'a Table, &'a Row, &'a Column, &'a Cell),
    /// A note.
    Note(&'a str, Span),
    /// A diagram.
    Diagram(&'a str, Span),
}

/// What the walk is in when it meets something printed.
#[derive(Debug, Clone, Copy)]
pub struct Met<'a> {
    /// The sections around it, outermost first.
    pub within: &'a [&'a Section],
    /// What is printed.
    pub printed: Printed<'a>,
}

/// Calls `see` for everything in the document's tree, in order.
pub fn walk<'a>(document: &'a Document, see: &mut dyn FnMut(Met<'_>)) {
    let mut within: Vec<&'a Section> = Vec::new();
    for section in &document.sections {
        walk_section(section, &mut within, see);
    }
}

fn walk_section<'a>(section: &'a Section, within: &mut Vec<&'a Section>, see: &mut dyn FnMut(Met<'_>)) {
    within.push(section);
    if let Some(heading) = &section.heading {
        see(Met { within, printed: Printed::Heading(section, heading) });
    }
    for block in &section.blocks {
        walk_block(block, within, see);
    }
    for inner in &section.sections {
        walk_section(inner, within, see);
    }
    within.pop();
}

fn walk_block(block: &Block, within: &[&Section], see: &mut dyn FnMut(Met<'_>)) {
    let mut met = |printed: Printed<'_>| see(Met { within, printed });
    match &block.content {
        Content::Paragraph { text } => met(Printed::Paragraph(text, block.span)),
        Content::Note { text } => met(Printed::Note(text, block.span)),
        Content::Diagram { caption, .. } => met(Printed::Diagram(caption, block.span)),
        Content::List { items, .. } => items.iter().for_each(|item| met(Printed::Item(item))),
        Content::Agenda { intro, links } => {
            intro.iter().for_each(|intro| met(Printed::AgendaIntro(intro)));
            links.iter().for_each(|link| met(Printed::Agenda(link)));
        }
        Content::Table(table) => walk_table(table, &mut met),
    }
}

fn walk_table(table: &Table, met: &mut dyn FnMut(Printed<'_>)) {
    table.caption.iter().for_each(|caption| met(Printed::Caption(table, caption)));
    let headed = table.columns.iter().filter(|column| !column.heading.text.is_empty());
    headed.for_each(|column| met(Printed::ColumnHeading(table, column)));
    for row in &table.rows {
        met(Printed::RowLabel(table, row));
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            if cell.printed.is_some() {
                met(Printed::Cell(table, row, column, cell));
            }
        }
    }
}
