//! Tables: rows of cells, each the words of what it holds.

use super::look::{At, attribute, is_unseen, name};
use super::walk::Walk;
use crate::FormatError;
use crate::blocks::{self, Block, flat};
use crate::table::Grid;

/// The rows of a table in the order in which they are shown.
#[derive(Default)]
struct Rows<'t> {
    head: Vec<At<'t>>,
    body: Vec<At<'t>>,
    foot: Vec<At<'t>>,
    captions: Vec<At<'t>>,
}

/// The standard's own bounds.
const MOST_COLUMNS: usize = 1000;
const MOST_ROWS: usize = 65_534;

/// What an empty cell takes in memory.
const CELL_BYTES: u64 = 24;

impl<'t> Walk<'t> {
    /// A table. One that only places things on the page is what stands in its cells.
    pub(super) fn table(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let rows = rows(node);
        for caption in &rows.captions {
            self.caption(*caption)?;
        }
        let all: Vec<At<'t>> = rows.head.iter().chain(&rows.body).chain(&rows.foot).copied().collect();
        let places = matches!(attribute(node, "role"), Some("presentation" | "none"));
        let framed = all.len() == 1 && all.first().is_some_and(|row| cells(*row).count() == 1);
        if places || framed {
            return self.placed(&all);
        }
        let mut grid = self.grid(&all, rows.head.len())?;
        grid.head = if rows.head.is_empty() { grid.head } else { rows.head.len() };
        if grid.rows.iter().flatten().any(|cell| !cell.is_empty()) {
            self.push(Block::Table(grid))?;
        }
        Ok(())
    }

    fn placed(&mut self, rows: &[At<'t>]) -> Result<(), FormatError> {
        for cell in rows.iter().flat_map(|row| cells(*row)) {
            let blocks = self.blocks(cell)?;
            blocks.into_iter().try_for_each(|block| self.push(block))?;
        }
        Ok(())
    }

    /// The rows with an empty cell wherever a cell stands over several.
    fn grid(&mut self, rows: &[At<'t>], head: usize) -> Result<Grid, FormatError> {
        let mut grid = Grid { head: rows.iter().take_while(|row| is_head(**row)).count(), ..Grid::default() };
        // How many more rows the cell above takes, column by column.
        let mut taken: Vec<usize> = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            if index == head {
                taken.clear();
            }
            let row = self.row(*row, &mut taken, &mut grid)?;
            grid.rows.push(row);
        }
        Ok(grid)
    }

    fn row(
        &mut self,
        row: At<'t>,
        taken: &mut Vec<usize>,
        grid: &mut Grid,
    ) -> Result<Vec<String>, FormatError> {
        let mut words = Vec::new();
        for cell in cells(row) {
            fill(&mut words, taken);
            let columns = span(cell, "colspan", MOST_COLUMNS);
            let more = span(cell, "rowspan", MOST_ROWS) - 1;
            if columns > 1 {
                grid.wide.push((grid.rows.len(), words.len(), columns));
            }
            let start = words.len();
            words.push(blocks::cell(&flat(&self.blocks(cell)?)));
            words.resize(start + columns, String::new());
            taken.resize(taken.len().max(words.len()), 0);
            taken.iter_mut().skip(start).take(columns).for_each(|rows| *rows = more);
            self.count(columns)?;
        }
        fill(&mut words, taken);
        self.count(words.len())?;
        Ok(words)
    }

    /// Counts cells, since a few bytes can ask for many.
    fn count(&mut self, cells: usize) -> Result<(), FormatError> {
        self.cells = self.cells.saturating_add(cells as u64);
        let limit = self.limits.unpacked_bytes;
        if self.cells.saturating_mul(CELL_BYTES) > limit {
            return Err(FormatError::TooMuch { what: crate::Much::Bytes, limit });
        }
        Ok(())
    }
}

/// Adds an empty cell for every next column that a cell from above takes.
fn fill(words: &mut Vec<String>, taken: &mut [usize]) {
    while let Some(rows) = taken.get_mut(words.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        words.push(String::new());
    }
}

fn span(cell: At<'_>, side: &str, most: usize) -> usize {
    attribute(cell, side).and_then(|it| it.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, most)
}

fn rows(table: At<'_>) -> Rows<'_> {
    let mut rows = Rows::default();
    for child in table.children().filter(|node| !is_unseen(*node)) {
        match name(child) {
            "caption" => rows.captions.push(child),
            "thead" => rows.head.extend(inner_rows(child)),
            "tfoot" => rows.foot.extend(inner_rows(child)),
            "tr" => rows.body.push(child),
            _ => rows.body.extend(inner_rows(child)),
        }
    }
    rows
}

fn inner_rows(part: At<'_>) -> impl Iterator<Item = At<'_>> {
    part.children().filter(|node| name(*node) == "tr" && !is_unseen(*node))
}

fn cells(row: At<'_>) -> impl Iterator<Item = At<'_>> {
    row.children().filter(|node| matches!(name(*node), "td" | "th") && !is_unseen(*node))
}

/// A row of headings only.
fn is_head(row: At<'_>) -> bool {
    let mut cells = cells(row).peekable();
    cells.peek().is_some() && cells.all(|cell| name(cell) == "th")
}
