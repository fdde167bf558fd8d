//! A printed table as pages show it: every figure grouped and with a real minus, every row
//! with its place in the source.

use super::origin::Origin;
use crate::city::{City, tkr};
use uppsikt_domain::place::{Span, TextAt};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::table::{Cell, Column, ColumnKind, Row, RowRole, Table, TableKind};
use uppsikt_findings::{Finding, Severity};
use uppsikt_text::format;

/// A table.
#[derive(Debug, Clone)]
pub struct TableView<'a> {
    /// The table as read.
    pub table: &'a Table,
    /// Where it is printed.
    pub origin: Origin<'a>,
    /// The caption, where there is one.
    pub caption: Option<&'a TextAt>,
    /// Its columns, without that of the labels.
    pub columns: Vec<ColumnView<'a>>,
    /// Its rows, in order.
    pub rows: Vec<RowView<'a>>,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct ColumnView<'a> {
    /// The heading. May be empty.
    pub heading: &'a str,
    /// Whether it holds figures.
    pub figures: bool,
    /// What stands in it.
    pub kind: &'a ColumnKind,
}

/// A row.
#[derive(Debug, Clone)]
pub struct RowView<'a> {
    /// The label.
    pub label: &'a str,
    /// Where the row is printed.
    pub origin: Origin<'a>,
    /// What it is to the rows around it.
    pub role: RowRole,
    /// Whether a group of rows begins here: the row before is a sum.
    pub begins_group: bool,
    /// Its cells, one for each column.
    pub cells: Vec<CellView<'a>>,
    /// The note at its end, in words.
    pub note: Option<&'a str>,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct CellView<'a> {
    /// What it shows. `None`: the cell is empty.
    pub text: Option<String>,
    /// Whether it stands to the right: it holds a figure, or nothing in a column of figures.
    pub right: bool,
    /// Whether it is a deviation above the municipality's threshold.
    pub strong: bool,
    /// The gravest finding that speaks of it.
    pub finding: Option<&'a Finding>,
}

/// How figures are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// As they are printed: nothing is added.
    AsPrinted,
    /// Deviations and changes above nought get a plus.
    Shown,
}

/// A table of a document.
pub fn table<'a>(
    city: &'a City,
    stored: &'a StoredDocument,
    table: &'a Table,
    signs: Signs,
) -> TableView<'a> {
    let findings: Vec<&Finding> =
        city.findings_in(stored).filter(|it| overlap(&table.span, &it.at.span)).collect();
    let limit = city.threshold_tkr(city.body_of(stored));
    let columns: Vec<ColumnView<'_>> =
        table.columns.iter().enumerate().map(|(at, column)| column_view(table, at, column)).collect();
    let figures = columns.iter().map(|column| column.figures).collect();
    let shower = Shower { figures, limit, stored, signs, findings };
    let mut after_sum = false;
    let mut rows = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.iter().enumerate() {
        // Decisions of a ledger change the frame; its first and last row are the frame.
        let changes = table.kind == TableKind::Ledger && at > 0 && at + 1 < table.rows.len();
        rows.push(shower.row(table, row, RowPlace { after_sum, changes }));
        after_sum = matches!(row.role, RowRole::Subtotal | RowRole::Total);
    }
    TableView {
        table,
        origin: Origin::of(stored, table.span),
        caption: table.caption.as_ref(),
        columns,
        rows,
    }
}

fn column_view<'a>(table: &'a Table, at: usize, column: &'a Column) -> ColumnView<'a> {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let figures = cells.clone().any(|cell| cell.value.is_some())
        || cells.all(|cell| cell.printed.is_none()) && column.kind != ColumnKind::Note;
    ColumnView { heading: &column.heading.text, figures, kind: &column.kind }
}

/// What a row is to the rows around it.
#[derive(Clone, Copy)]
struct RowPlace {
    after_sum: bool,
    changes: bool,
}

struct Shower<'a> {
    /// Which columns hold figures.
    figures: Vec<bool>,
    limit: Option<i64>,
    stored: &'a StoredDocument,
    signs: Signs,
    findings: Vec<&'a Finding>,
}

impl<'a> Shower<'a> {
    fn row(&self, table: &'a Table, row: &'a Row, place: RowPlace) -> RowView<'a> {
        let cells = table.columns.iter().zip(&row.cells).enumerate();
        RowView {
            label: &row.label.text,
            origin: Origin::of(self.stored, row_span(row)),
            role: row.role,
            begins_group: place.after_sum && row.role == RowRole::Item,
            cells: cells
                .map(|(at, (column, cell))| self.cell(column, cell, self.figures[at], place.changes))
                .collect(),
            note: row.note.as_deref(),
        }
    }

    fn cell(&self, column: &Column, cell: &'a Cell, figures: bool, changes: bool) -> CellView<'a> {
        let deviation = column.kind == ColumnKind::Deviation;
        let above = |value: &Quantity| self.above_threshold(value, &column.unit);
        let is_kept = self.stored.overruled.stands_at(cell.span).next().is_some();
        let findings =
            self.findings.iter().filter(|it| cell.printed.is_some() && overlap(&cell.span, &it.at.span));
        CellView {
            text: self.text(column, cell, changes),
            right: cell.value.is_some() || (cell.printed.is_none() && figures),
            strong: deviation && cell.value.as_ref().is_some_and(above),
            // What is found of a figure that was rejected says nothing of the one that holds.
            finding: findings.copied().min_by_key(|finding| finding.severity).filter(|_| !is_kept),
        }
    }

    fn text(&self, column: &Column, cell: &Cell, changes: bool) -> Option<String> {
        let printed = cell.printed.as_deref()?;
        let Some(value) = &cell.value else { return Some(printed.to_owned()) };
        let differs = changes
            || matches!(column.kind, ColumnKind::Deviation | ColumnKind::Change | ColumnKind::Percent);
        let plus = self.signs == Signs::Shown && differs || printed.starts_with('+');
        Some(if plus { format::signed_figure(value) } else { format::figure(value) })
    }

    fn above_threshold(&self, value: &Quantity, unit: &Unit) -> bool {
        let money = Quantity {
            unit: if value.unit == Unit::None { unit.clone() } else { value.unit.clone() },
            ..*value
        };
        self.limit.zip(tkr(&money)).is_some_and(|(limit, found)| found.abs() > limit)
    }
}

/// From a row's label to its last cell.
pub fn row_span(row: &Row) -> Span {
    let printed = row.cells.iter().filter(|cell| cell.printed.is_some()).map(|cell| cell.span);
    let last = printed.chain([row.label.span]).max_by_key(|span| (span.end_line, span.end_column));
    last.map_or(row.label.span, |last| row.label.span.to(last))
}

/// Whether two stretches share a character.
pub fn overlap(a: &Span, b: &Span) -> bool {
    a.overlaps(b)
}

impl RowView<'_> {
    /// Whether the row is a sum.
    pub fn is_sum(&self) -> bool {
        self.role == RowRole::Subtotal
    }

    /// Whether the row is the last sum.
    pub fn is_total(&self) -> bool {
        self.role == RowRole::Total
    }

    /// Whether the row is a heading inside the table.
    pub fn is_heading(&self) -> bool {
        self.role == RowRole::Section
    }

    /// Whether no cell shows anything.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_none())
    }

    /// Whether the row is a part of the row above.
    pub fn is_part(&self) -> bool {
        self.role == RowRole::OfWhich
    }
}

impl CellView<'_> {
    /// The severity of the finding's code word, where there is one.
    pub fn severity(&self) -> Option<Severity> {
        self.finding.map(|finding| finding.severity)
    }
}
