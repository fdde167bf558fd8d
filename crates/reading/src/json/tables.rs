//! Tables, their rows and what their cells say.

use super::at;
use serde_json::{Value, json};
use uppsikt_domain::quantity::Unit;
use uppsikt_domain::table::{Cell, ColumnKind, Row, RowRole, Table};

/// How sure it is which columns a row's figures stand in, where that is a guess.
const GUESSED: f64 = 0.5;

pub(super) fn table(table: &Table) -> Value {
    let shown: Vec<bool> = table.columns.iter().map(|column| column.kind != ColumnKind::Note).collect();
    let columns = || table.columns.iter().filter(|column| column.kind != ColumnKind::Note);
    let mut told = json!({
        "kind": table.kind,
        "caption": table.caption.as_ref().map(|caption| &caption.text),
        "label_heading": table.label_heading,
        "unit": unit(&table.unit),
        "columns": columns().map(|column| &column.heading.text).collect::<Vec<_>>(),
        "column_units": columns().map(|column| unit(&column.unit)).collect::<Vec<_>>(),
        "at": at(table.span.at),
        "rows": table.rows.iter().map(|found| row(found, &shown)).collect::<Vec<_>>(),
    });
    if table.unit_inherited {
        told["unit_inherited"] = true.into();
    }
    told
}

fn row(row: &Row, shown: &[bool]) -> Value {
    let role = match row.role {
        RowRole::Item => "item",
        RowRole::OfWhich => "of_which",
        RowRole::Subtotal => "subtotal",
        RowRole::Total => "total",
        RowRole::Section => "section",
    };
    let cells = row.cells.iter().zip(shown).filter(|(_, shown)| **shown).map(|(cell, _)| cell);
    let mut told = json!({
        "label": row.label.text,
        "values": cells.map(value).collect::<Vec<_>>(),
        "role": role,
        "line": row.line,
        "note": row.note,
        "at": at(row.at()),
    });
    if row.guessed {
        told["confidence"] = GUESSED.into();
    }
    told
}

/// The figure as a plain decimal, else the printed words or signs ("↗"); nothing for an empty cell or a dash.
fn value(cell: &Cell) -> Option<String> {
    let says = |c: char| {
        !(c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '\u{2026}'))
    };
    let words = || cell.printed.clone().filter(|printed| printed.chars().any(says));
    cell.value.as_ref().map(uppsikt_domain::quantity::Quantity::plain).or_else(words)
}

pub(super) fn unit(unit: &Unit) -> Option<&str> {
    Some(unit.code()).filter(|code| !code.is_empty())
}
