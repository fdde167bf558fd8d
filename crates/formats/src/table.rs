//! A table as lines of Markdown.

use crate::{FormatError, Limits};

/// The rows of a table as they stand, before its head is one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    pub rows: Vec<Vec<String>>,
    /// How many of the first rows the file marks as head.
    pub head: usize,
    /// Cells of the head that stand over several columns: row, column, number of columns.
    pub wide: Vec<(usize, usize, usize)>,
}

/// What an empty cell takes in memory.
const CELL_BYTES: u64 = 24;

/// More rows than these are no head, whatever the file says.
const MOST_HEAD_ROWS: usize = 4;

/// In a wider head, words over several columns are not repeated: they could fill the memory.
const MOST_HEAD_COLUMNS: usize = 256;

/// Longer words are no name of a column, in characters.
const LONGEST_NAME: usize = 40;

/// Longer words over several columns are not repeated, in bytes.
const LONGEST_REPEATED: usize = 200;

impl Grid {
    fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The rows, where a head of several rows has become one: "Budget" over "2025" and "2026"
    /// gives "Budget 2025" and "Budget 2026". Rows without a word are left out.
    pub fn headed(&self, limits: &Limits) -> Result<Vec<Vec<String>>, FormatError> {
        let cells = (self.rows.len() as u64).saturating_mul(self.width() as u64);
        if cells.saturating_mul(CELL_BYTES) > limits.unpacked_bytes {
            return Err(FormatError::TooMuch { what: crate::Much::Bytes, limit: limits.unpacked_bytes });
        }
        let head = if self.head < 2 && self.is_head_parted() { 2 } else { self.head };
        let several = (2..=MOST_HEAD_ROWS).contains(&head) && self.width() <= MOST_HEAD_COLUMNS;
        let parts_body = several && head < self.rows.len();
        let body = if parts_body { head } else { 0 };
        let mut rows = Vec::with_capacity(self.rows.len());
        rows.extend((body > 0).then(|| self.one_head(body)));
        rows.extend(self.rows.iter().skip(body).cloned());
        rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
        Ok(rows)
    }

    /// Whether the second row parts what stands over several columns in the first, though the file does
    /// not say that it is of the head: it has no label, but short words below every wide cell.
    fn is_head_parted(&self) -> bool {
        let [_, second, third, ..] = self.rows.as_slice() else { return false };
        let wide: Vec<&(usize, usize, usize)> = self.wide.iter().filter(|(row, _, _)| *row == 0).collect();
        let labelled = |row: &[String]| row.first().is_some_and(|cell| !cell.trim().is_empty());
        let names = |(_, column, count): &&(usize, usize, usize)| {
            let below: Vec<&String> = second.iter().skip(*column).take(*count).collect();
            *column > 0 && below.len() == *count && below.iter().all(|cell| names_column(cell))
        };
        let worded = second.iter().all(|cell| cell.trim().is_empty() || names_column(cell));
        !wide.is_empty() && wide.iter().all(names) && worded && !labelled(second) && labelled(third)
    }

    fn one_head(&self, count: usize) -> Vec<String> {
        let mut head = vec![String::new(); self.width()];
        for (index, row) in self.rows.iter().take(count).enumerate() {
            for (column, words) in self.spread(index, row).into_iter().enumerate() {
                add(&mut head, column, &words);
            }
        }
        head
    }

    /// A row of the head with the words of a wide cell over each of its columns.
    fn spread(&self, index: usize, row: &[String]) -> Vec<String> {
        let mut row = row.to_vec();
        for (_, column, count) in self.wide.iter().filter(|(at, _, _)| *at == index) {
            let words = row.get(*column).filter(|words| words.len() <= LONGEST_REPEATED).cloned();
            let Some(words) = words else { continue };
            row.iter_mut().skip(*column).take(*count).for_each(|cell| cell.clone_from(&words));
        }
        row
    }
}

/// Whether a cell holds a few words or a year, and no amount.
fn names_column(cell: &str) -> bool {
    let cell = cell.trim();
    let year = cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
    let figures = cell.chars().all(|c| c.is_ascii_digit());
    let worded = cell.starts_with(char::is_alphabetic) || year && figures;
    worded && cell.chars().count() <= LONGEST_NAME
}

fn add(head: &mut [String], column: usize, words: &str) {
    let Some(cell) = head.get_mut(column).filter(|cell| !words.is_empty() && *cell != words) else { return };
    if !cell.is_empty() {
        cell.push(' ');
    }
    cell.push_str(words);
}

/// The lines of a table: its head, the rule below it, and its rows. Cells hold no line breaks.
pub(crate) fn markdown(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<String> = rows.iter().map(|row| line(row, width)).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(width)));
    }
    lines
}

fn line(row: &[String], width: usize) -> String {
    let mut line = String::from("|");
    for column in 0..width {
        let cell = row.get(column).map_or("", String::as_str);
        line.push(' ');
        line.push_str(&cell.trim().replace('\n', " ").replace('|', "\\|"));
        line.push_str(" |");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_head_of_two_rows_becomes_one() {
        let grid = Grid {
            rows: rows(&[&["", "Budget", ""], &["Tkr", "2025", "2026"], &["Hyra", "1", "2"]]),
            head: 2,
            wide: vec![(0, 1, 2)],
        };
        let expected = rows(&[&["Tkr", "Budget 2025", "Budget 2026"], &["Hyra", "1", "2"]]);
        assert_eq!(grid.headed(&Limits::default()), Ok(expected));
    }

    #[test]
    fn bars_in_cells_are_escaped_and_short_rows_filled() {
        let lines = markdown(&rows(&[&["a|b", "c"], &["d"]]));
        assert_eq!(lines, ["| a\\|b | c |", "| --- | --- |", "| d |  |"]);
    }

    #[test]
    fn a_table_that_would_fill_the_memory_is_refused() {
        let grid = Grid { rows: vec![vec![String::new(); 100]; 100], ..Grid::default() };
        let limits = Limits { unpacked_bytes: 1000, ..Limits::default() };
        assert!(matches!(grid.headed(&limits), Err(FormatError::TooMuch { what: crate::Much::Bytes, .. })));
    }
}
