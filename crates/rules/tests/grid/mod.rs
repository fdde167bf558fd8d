//! Tables from small grids, for tests of arithmetic without reading.
//!
//! A line is a row, cells separated by `;`. The first line names the columns with their
//! kind (`Budget:budget`). `=` before a label is a subtotal, `==` a total, `-` an of-which
//! row; `[key]` after it is a statement line.
#![allow(dead_code)]

use std::sync::Arc;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{Document, Source, SourceLine};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::{Place, Span, TextAt};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::Section;
use uppsikt_domain::structure::{StatementLine, Structure};
use uppsikt_domain::table::{Cell, Column, ColumnKind, Row, RowRole, Table, TableKind};

/// The table of a grid, in tkr.
pub fn table(kind: TableKind, grid: &str) -> Table {
    let mut lines = (1..).zip(grid.lines().map(str::trim).filter(|line| !line.is_empty()));
    let (_, head) = lines.next().unwrap();
    let columns: Vec<Column> = head.split(';').skip(1).map(column).collect();
    let rows: Vec<Row> = lines.map(|(number, line)| row(number, line, columns.len())).collect();
    let span = Span { at: Place::on_line(1), end_line: 1000, end_column: 1 };
    Table {
        kind,
        caption: None,
        label_heading: "Tkr".into(),
        unit: Unit::Tkr,
        unit_inherited: false,
        columns,
        rows,
        span,
        goals: Vec::new(),
    }
}

fn column(text: &str) -> Column {
    let (heading, kind) = text.trim().split_once(':').unwrap_or((text.trim(), "other"));
    let kind = match kind {
        "forecast" => ColumnKind::Forecast { year: None },
        "budget" => ColumnKind::Budget { year: None },
        "change" => ColumnKind::Change,
        "deviation" => ColumnKind::Deviation,
        "percent" => ColumnKind::Percent,
        "part" => ColumnKind::Part,
        "whole" => ColumnKind::Whole,
        _ => ColumnKind::Other,
    };
    let unit = if kind == ColumnKind::Percent { Unit::Percent } else { Unit::Tkr };
    Column { heading: TextAt::new(heading, Span::default()), kind, unit, part_of_year: false }
}

fn row(number: u32, line: &str, columns: usize) -> Row {
    let mut parts = line.split(';').map(str::trim);
    let label = parts.next().unwrap();
    let (label, key) = match label.split_once('[') {
        Some((label, key)) => (label.trim(), Some(key.trim_end_matches(']').to_owned())),
        None => (label, None),
    };
    let role = match label {
        it if it.starts_with("==") => RowRole::Total,
        it if it.starts_with('=') => RowRole::Subtotal,
        it if it.starts_with('-') => RowRole::OfWhich,
        _ => RowRole::Item,
    };
    let mut cells: Vec<Cell> = parts.zip(2..).map(|(text, column)| cell(number, column, text)).collect();
    cells.resize(columns, Cell::default());
    let label = TextAt::new(label.trim_start_matches(['=', '-']), span(number, 1));
    Row { label, cells, role, line: key, note: None, guessed: false }
}

fn cell(line: u32, column: u32, text: &str) -> Cell {
    let value =
        uppsikt_text::figure::parse(text).map(|(digits, places)| Quantity::new(digits, places, Unit::Tkr));
    let printed = (!text.is_empty()).then(|| text.to_owned());
    Cell { printed, value, span: span(line, column) }
}

/// The column of a place is the number of the cell, the label's being 1.
fn span(line: u32, column: u32) -> Span {
    Span { at: Place { page: None, line, column }, end_line: line, end_column: column }
}

/// A picture of one document with tables only.
pub fn picture(tables: Vec<Table>) -> Picture {
    let block = |(index, table): (usize, Table)| Block {
        id: format!("t{index}"),
        span: table.span,
        content: Content::Table(table),
    };
    let section =
        Section { blocks: tables.into_iter().enumerate().map(block).collect(), ..Section::default() };
    let document = Document {
        source: Source { file: "plan.txt".into(), ..Source::default() },
        sections: vec![section],
        lines: vec![SourceLine::default(); 40],
        ..Document::default()
    };
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    Picture { seen_from, structure: structure(), documents: vec![Arc::new(document)] }
}

/// A statement of a few lines.
pub fn structure() -> Structure {
    let line = |key: &str, sum_of: &[&str]| StatementLine {
        key: key.into(),
        label: key.into(),
        synonyms: Vec::new(),
        sum_of: sum_of.iter().map(|part| (*part).to_owned()).collect(),
        told_by: Vec::new(),
    };
    Structure {
        statement: vec![
            line("income", &[]),
            line("costs", &[]),
            line("net", &["income", "costs"]),
            line("frame", &[]),
            line("result", &["net", "frame"]),
            line("net_cost", &["result", "-frame"]),
        ],
        words: uppsikt_reading::HouseStyle::standard().structure().words,
        ..Structure::default()
    }
}

/// Code, line and cell number of every finding, and how many other places it names.
pub fn places(tables: Vec<Table>) -> Vec<(&'static str, u32, u32, usize)> {
    let found = uppsikt_rules::check(&picture(tables), &uppsikt_rules::Selection::default());
    found.iter().map(|it| (it.code, it.at.span.at.line, it.at.span.at.column, it.also_at.len())).collect()
}
