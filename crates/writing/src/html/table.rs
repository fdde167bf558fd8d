//! Tables, with headers for columns and rows.

use super::{Page, escape};
use crate::model::{Cell, Column, ColumnKind, Number, Row, RowKind, Table};

impl Page<'_> {
    pub fn table(&mut self, table: &Table) {
        let id = escape(&table.id);
        let name = match table.caption.as_str() {
            "" => self.label_text("writing-table"),
            caption => escape(caption),
        };
        self.put_args(format_args!(
            "<div class=\"scroll\" id=\"{id}\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n<table>\n"
        ));
        self.caption(table);
        self.columns(&table.columns);
        self.put("<tbody>\n");
        for (y, row) in table.rows.iter().enumerate() {
            if row.kind == RowKind::Section && y > 0 {
                self.put("</tbody>\n<tbody>\n");
            }
            self.row(table, row);
        }
        self.put("</tbody>\n</table>\n</div>\n");
        for note in &table.notes {
            self.paragraph("remark", note);
        }
    }

    fn caption(&mut self, table: &Table) {
        if table.caption.is_empty() && table.sub.is_empty() {
            return;
        }
        let (caption, sub) = (escape(&table.caption), self.text(&table.sub));
        let sub = if sub.is_empty() { sub } else { format!(" <small>{sub}</small>") };
        self.put_args(format_args!("<caption>{caption}{sub}</caption>\n"));
    }

    fn columns(&mut self, columns: &[Column]) {
        self.put("<thead><tr>");
        for column in columns {
            let label = escape(&column.label).replace('\n', "<br>");
            match column.kind {
                // The bar repeats the figure beside it.
                ColumnKind::Bars => self.put("<td aria-hidden=\"true\"></td>"),
                kind => {
                    let class = if kind.is_right() { " class=\"n\"" } else { "" };
                    self.put_args(format_args!("<th scope=\"col\"{class}>{label}</th>"));
                }
            }
        }
        self.put("</tr></thead>\n");
    }

    fn row(&mut self, table: &Table, row: &Row) {
        let class = match row.kind {
            RowKind::Row => "",
            RowKind::Which => "which",
            RowKind::Section => "section",
            RowKind::Sum => "sum",
            RowKind::Result => "result",
        };
        let gap = if row.gap { " gap" } else { "" };
        self.put_args(format_args!("<tr class=\"{class}{gap}\">"));
        if row.kind == RowKind::Section {
            let label = row.cells.first().map(|cell| self.words(cell)).unwrap_or_default();
            let span = table.columns.len();
            self.put_args(format_args!("<th scope=\"rowgroup\" colspan=\"{span}\">{label}</th>"));
        } else {
            for (x, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
                self.cell(table, row, (x, cell), column);
            }
        }
        self.put("</tr>\n");
    }

    fn cell(&mut self, table: &Table, row: &Row, (x, cell): (usize, &Cell), column: &Column) {
        if x == 0 {
            let words = self.words(cell);
            return self.put_args(format_args!("<th scope=\"row\">{words}</th>"));
        }
        let words = match (column.kind, cell) {
            (ColumnKind::Bars, cell) => return self.bar(table, cell),
            (ColumnKind::Note, Cell::Number(number)) => {
                let n = escape(&number.printed(false));
                format!("<a href=\"#note-{n}\">{n}</a>")
            }
            (ColumnKind::Note, Cell::Empty) => String::new(),
            (ColumnKind::Page, Cell::Number(Number::Printed(label))) => {
                let words = self.report.refs.get(label).unwrap_or(label);
                format!("<a href=\"#{}\">{}</a>", escape(label), escape(words))
            }
            (ColumnKind::Signed, Cell::Number(number)) => signed(table, row, number),
            (_, Cell::Number(number)) => escape(&number.printed(row.signed)),
            (_, cell) => self.words(cell),
        };
        let class = if column.kind.is_right() { " class=\"n\"" } else { "" };
        self.put_args(format_args!("<td{class}>{words}</td>"));
    }

    fn words(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => {
                let empty = self.label("writing-empty-cell");
                format!("<span aria-hidden=\"true\">–</span><span class=\"hidden\">{empty}</span>")
            }
            Cell::Status(status) => self.status(*status, None),
            Cell::Number(number) => escape(&number.printed(false)),
            Cell::Text(text) => self.text(text),
        }
    }

    /// A deviation as a bar from the middle, in hundredths of the cell.
    fn bar(&mut self, table: &Table, cell: &Cell) {
        let value = match cell {
            Cell::Number(number) => number.parts().map_or(0, |(value, _)| value),
            _ => 0,
        };
        let longest = table.bar_max.unwrap_or(1).max(1);
        let width = i128::from(value).abs() * 50 / i128::from(longest);
        let x = if value < 0 { 50 - width } else { 50 };
        let class = if value < 0 { "neg" } else { "pos" };
        self.put_args(format_args!(
            "<td class=\"bar\" aria-hidden=\"true\"><svg class=\"up-svg\" height=\"14\">\
             <line class=\"axis\" x1=\"50%\" x2=\"50%\" y1=\"-14\" y2=\"30\"/>\
             <rect class=\"{class}\" x=\"{x}%\" y=\"2\" width=\"{width}%\" height=\"10\"/></svg></td>"
        ));
    }
}

/// A figure with its sign, with weight where it is beyond the table's threshold.
fn signed(table: &Table, row: &Row, number: &Number) -> String {
    let words = escape(&number.printed(true));
    let beyond = |(value, _): (i64, u8)| table.threshold.is_some_and(|limit| value.abs() > limit);
    let is_item = matches!(row.kind, RowKind::Row | RowKind::Which);
    if is_item && number.parts().is_some_and(beyond) { format!("<strong>{words}</strong>") } else { words }
}
