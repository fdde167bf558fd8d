//! Tables, with the figures as they are printed.

use uppsikt_domain::place::TextAt;
use uppsikt_domain::quantity::Unit;
use uppsikt_domain::table::{Cell as From, ColumnKind as Means, Row as FromRow, RowRole, Table as Printed};
use uppsikt_messages::Message;
use uppsikt_text::figure::{MINUS, is_thousands_space};

use super::Writer;
use crate::model::{Cell, Column, ColumnKind, Number, Row, RowKind, Table, Text, text};

/// Longer words than this in a column of words are sentences.
const SENTENCE: usize = 25;
/// Tables of at least this many rows get air after their sums.
const AIRY: usize = 8;

impl Writer<'_> {
    /// A table of the document. `heading` is the one that it stands under.
    pub fn table(&self, table: &Printed, id: &str, heading: Option<&TextAt>) -> Table {
        let caption = table.caption.as_ref().filter(|caption| !is_heading(caption, heading));
        let mut columns =
            vec![Column { label: table.label_heading.clone(), kind: ColumnKind::Text, width_mm: None }];
        columns.extend((0..table.columns.len()).map(|x| column(table, x)));
        let noted = table.rows.iter().any(|row| loose_note(row).is_some());
        if noted {
            let label = self.say("writing-row-note");
            columns.push(Column { label, kind: ColumnKind::Text, width_mm: None });
        }
        let rows: Vec<Row> = table.rows.iter().map(|row| self.row(row, &columns, noted)).collect();
        let wordy = (1..columns.len()).any(|x| holds_sentences(&rows, x));
        Table {
            id: format!("b-{id}"),
            caption: caption.map(|caption| caption.text.clone()).unwrap_or_default(),
            sub: self.unit_line(table),
            rows: with_air(rows),
            columns,
            wordy,
            ..Table::default()
        }
    }

    fn row(&self, row: &FromRow, columns: &[Column], noted: bool) -> Row {
        let mut cells = vec![Cell::Text(self.words(&row.label.text))];
        cells.extend(row.cells.iter().map(|cell| self.cell(cell)));
        if noted {
            cells.push(loose_note(row).map_or(Cell::Empty, |note| Cell::Text(self.words(note))));
        }
        // A row may never be shorter than its table, or the cells after it would slip.
        cells.resize(columns.len(), Cell::Empty);
        let headed = row.role == RowRole::Section && cells.iter().skip(1).all(|cell| *cell == Cell::Empty);
        let kind = match row.role {
            RowRole::Section if headed => RowKind::Section,
            RowRole::Item | RowRole::Section => RowKind::Row,
            RowRole::OfWhich => RowKind::Which,
            RowRole::Subtotal => RowKind::Sum,
            RowRole::Total => RowKind::Result,
        };
        Row { kind, cells, ..Row::default() }
    }

    fn cell(&self, cell: &From) -> Cell {
        match (&cell.printed, &cell.value) {
            (None, _) => Cell::Empty,
            (Some(words), _) if words.trim().is_empty() => Cell::Empty,
            (Some(printed), Some(_)) => Cell::Number(Number::Printed(set(printed))),
            (Some(words), None) => Cell::Text(self.words(words)),
        }
    }

    /// The unit, where neither caption nor headings say it.
    fn unit_line(&self, table: &Printed) -> Text {
        let code = table.unit.code();
        let said = |words: &str| words.to_lowercase().contains(code);
        let caption = table.caption.iter().map(|caption| caption.text.as_str());
        let headings = table.columns.iter().map(|column| column.heading.text.as_str());
        let told = caption.chain(headings).chain([table.label_heading.as_str()]).any(said);
        if table.unit == Unit::None || code.is_empty() || told {
            return Text::new();
        }
        text(Message::new("writing-unit").with("unit", code).in_lang(self.lang))
    }
}

/// The heading over a table may stand for its caption; it is not printed twice.
fn is_heading(caption: &TextAt, heading: Option<&TextAt>) -> bool {
    heading.is_some_and(|heading| heading.span == caption.span || heading.text == caption.text)
}

fn column(table: &Printed, x: usize) -> Column {
    let cells = || table.rows.iter().filter_map(move |row| row.cells.get(x));
    let figures = cells().filter(|cell| cell.value.is_some()).count();
    let words = cells().filter(|cell| cell.value.is_none() && cell.printed.is_some()).count();
    let column = table.columns.get(x);
    let is_note = column.is_some_and(|column| column.kind == Means::Note);
    // An empty column is one of figures: "–" under the others, to the right.
    let kind = if is_note || words > figures { ColumnKind::Text } else { ColumnKind::Num };
    let label = column.map(|column| column.heading.text.clone()).unwrap_or_default();
    Column { label, kind, width_mm: None }
}

/// A row's note, where no cell of the row holds it.
fn loose_note(row: &FromRow) -> Option<&str> {
    let note = row.note.as_deref().filter(|note| !note.trim().is_empty())?;
    let in_cell = row.cells.iter().any(|cell| cell.printed.as_deref() == Some(note));
    (!in_cell).then_some(note)
}

fn holds_sentences(rows: &[Row], x: usize) -> bool {
    let long = |cell: &Cell| matches!(cell, Cell::Text(words) if crate::model::plain(words).chars().count() > SENTENCE);
    rows.iter().filter_map(|row| row.cells.get(x)).any(long)
}

/// Space after each sum that is followed by rows of another group.
fn with_air(mut rows: Vec<Row>) -> Vec<Row> {
    if rows.len() >= AIRY {
        for y in 1..rows.len() {
            let after_sum = rows[y - 1].kind == RowKind::Sum;
            rows[y].gap = after_sum && rows[y].kind == RowKind::Row;
        }
    }
    rows
}

/// A printed figure as it is set: a true minus, narrow no-break spaces in thousands. The
/// digits are those of the document.
fn set(printed: &str) -> String {
    let mut figure = String::with_capacity(printed.len() + 4);
    let chars: Vec<char> = printed.trim().chars().collect();
    for (i, c) in chars.iter().enumerate() {
        let digit_at = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        let before = digit_at(i.checked_sub(1));
        let after = digit_at(i.checked_add(1));
        figure.push(match c {
            c if is_thousands_space(*c) && before && after => '\u{202f}',
            c if MINUS.contains(c) && after && !before => '\u{2212}',
            c => *c,
        });
    }
    figure
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn figures_keep_their_digits() {
        assert_eq!(set("-221 734"), "\u{2212}221\u{202f}734");
        assert_eq!(set(" 24\u{a0}291 "), "24\u{202f}291");
        assert_eq!(set("12,0"), "12,0");
        assert_eq!(set("- 5"), "- 5");
        assert_eq!(set("2,7 %"), "2,7 %");
        assert_eq!(set("2025-08-31"), "2025-08-31");
    }
}
