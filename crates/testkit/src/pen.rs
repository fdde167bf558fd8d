//! Writes a source line by line, so that everything built has a true place in it.

use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{Document, LineRole, SourceLine};
use uppsikt_domain::place::{Place, Span, TextAt};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Cell, Column, ColumnKind, Row, RowRole, Table, TableKind};

/// The lines so far.
#[derive(Debug, Default)]
pub struct Pen {
    lines: Vec<SourceLine>,
    ids: u32,
}

/// A row of a table that is to be written: label, line of the statement, figures.
#[derive(Debug, Clone)]
pub struct RowSketch {
    /// The label.
    pub label: String,
    /// The key of the statement line.
    pub line: Option<String>,
    /// The figures in tkr, one for each column.
    pub tkr: Vec<i64>,
}

impl Pen {
    /// A line of the source, and where it stands.
    pub fn line(&mut self, role: LineRole, text: &str) -> Span {
        self.lines.push(SourceLine {
            text: text.to_owned(),
            role,
            by: "pen".to_owned(),
            ..SourceLine::default()
        });
        let line = count(self.lines.len());
        Span { at: Place::on_line(line), end_line: line, end_column: count(text.chars().count()).max(1) }
    }

    /// A line, as a wording at its place.
    pub fn text(&mut self, role: LineRole, text: &str) -> TextAt {
        let span = self.line(role, text);
        TextAt::new(text, span)
    }

    /// A paragraph on one line, and an empty line after it.
    pub fn paragraph(&mut self, text: &str) -> Block {
        let span = self.line(LineRole::Text, text);
        self.line(LineRole::Blank, "");
        self.block(span, Content::Paragraph { text: text.to_owned() })
    }

    /// A section with a heading on its own line; `fill` writes what is inside.
    pub fn section(
        &mut self,
        kind: SectionKind,
        level: u8,
        marker: &str,
        name: &str,
        fill: impl FnOnce(&mut Pen, &mut Section),
    ) -> Section {
        let heading = self.text(LineRole::Heading, &format!("{marker}{name}"));
        let mut section = Section {
            id: format!("s{}", self.next_id()),
            kind,
            span: heading.span,
            heading: Some(heading),
            name: name.to_owned(),
            level,
            ..Section::default()
        };
        fill(self, &mut section);
        section.span.end_line = count(self.lines.len());
        section.span.end_column = 1;
        section
    }

    /// A table in tkr, one row to a line.
    pub fn table(
        &mut self,
        kind: TableKind,
        caption: &str,
        columns: &[(&str, ColumnKind)],
        rows: &[RowSketch],
    ) -> Block {
        let caption = self.text(LineRole::Table, caption);
        let head = columns.iter().map(|(heading, _)| *heading).collect::<Vec<_>>().join("  ");
        let head = self.line(LineRole::Table, &format!("Tkr  {head}"));
        let column = |(heading, kind): &(&str, ColumnKind)| Column {
            heading: TextAt::new(*heading, head),
            kind: kind.clone(),
            unit: Unit::Tkr,
            part_of_year: false,
        };
        let rows: Vec<Row> = rows.iter().map(|row| self.row(row)).collect();
        let span = caption.span.to(rows.last().map_or(head, |row| row.label.span));
        let table = Table {
            kind,
            caption: Some(caption),
            label_heading: "Tkr".to_owned(),
            unit: Unit::Tkr,
            unit_inherited: false,
            columns: columns.iter().map(column).collect(),
            rows,
            span,
            goals: Vec::new(),
        };
        self.line(LineRole::Blank, "");
        self.block(span, Content::Table(table))
    }

    fn row(&mut self, sketch: &RowSketch) -> Row {
        let printed: Vec<String> = sketch.tkr.iter().map(i64::to_string).collect();
        let line = self.line(LineRole::Table, &format!("{}  {}", sketch.label, printed.join("  ")));
        let mut column = count(sketch.label.chars().count()) + 3;
        let mut cells = Vec::new();
        for (tkr, printed) in sketch.tkr.iter().zip(printed) {
            let width = count(printed.chars().count());
            let at = Place { column, ..line.at };
            let span = Span { at, end_line: at.line, end_column: column + width - 1 };
            cells.push(Cell { printed: Some(printed), value: Some(Quantity::new(*tkr, 0, Unit::Tkr)), span });
            column += width + 2;
        }
        let label = TextAt::new(sketch.label.clone(), line);
        Row { label, cells, role: RowRole::Item, line: sketch.line.clone(), note: None, guessed: false }
    }

    /// A block with an id of its own.
    pub fn block(&mut self, span: Span, content: Content) -> Block {
        Block { id: format!("b{}", self.next_id()), span, content }
    }

    /// Ends: the lines go into the document.
    pub fn into_document(self, document: Document) -> Document {
        Document { lines: self.lines, ..document }
    }

    fn next_id(&mut self) -> u32 {
        self.ids += 1;
        self.ids
    }
}

/// The bytes that a document's lines were read from.
pub fn bytes_of(document: &Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in &document.lines {
        bytes.extend_from_slice(line.text.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
