//! Tables: rows of cells, each the words of what it holds.

use super::story::Story;
use super::xml::Xml;
use crate::FormatError;
use crate::blocks::{self, Block, flat};
use crate::table::Grid;

#[derive(Debug, Default)]
struct Row {
    cells: Vec<Cell>,
    head: bool,
    /// Columns that the row leaves out at its start.
    before: usize,
    gone: bool,
}

#[derive(Debug, Default)]
struct Cell {
    span: usize,
    /// Whether the cell goes on from the row above.
    goes_on: bool,
    blocks: Vec<Block>,
}

/// No table has more columns.
const MOST_COLUMNS: usize = 256;

/// What an empty cell takes in memory.
const CELL_BYTES: u64 = 24;

impl Story<'_> {
    /// The inside of a table. A frame around one cell is no table, but what stands in it.
    pub(super) fn table(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), FormatError> {
        let mut rows = Vec::new();
        self.tables += 1;
        self.rows(xml, &mut rows)?;
        self.tables -= 1;
        rows.retain(|row| !row.gone);
        let framed = matches!(rows.as_slice(), [row] if row.cells.len() == 1);
        if framed {
            out.extend(rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks));
        } else {
            out.extend(caption(&mut rows));
            let grid = self.grid(rows)?;
            if grid.rows.iter().flatten().any(|cell| !cell.is_empty()) {
                out.push(Block::Table(grid));
            }
        }
        if self.tables == 0 {
            out.append(&mut self.waiting);
        }
        Ok(())
    }

    fn rows(&mut self, xml: &mut Xml<'_>, rows: &mut Vec<Row>) -> Result<(), FormatError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "tr" => {
                    let mut row = Row::default();
                    self.row(xml, &mut row)?;
                    rows.push(row);
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(xml, rows)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn row(&mut self, xml: &mut Xml<'_>, row: &mut Row) -> Result<(), FormatError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "trPr" => row_properties(xml, row)?,
                "tc" => row.cells.push(self.cell(xml)?),
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.row(xml, row)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// The inside of a cell: its properties, then its blocks.
    fn cell(&mut self, xml: &mut Xml<'_>) -> Result<Cell, FormatError> {
        let mut cell = Cell { span: 1, ..Cell::default() };
        while let Some(element) = xml.child()? {
            match element.name() {
                "tcPr" => cell_properties(xml, &mut cell)?,
                _ => self.element(xml, &element, &mut cell.blocks)?,
            }
        }
        self.end_blocks(&mut cell.blocks)?;
        Ok(cell)
    }

    fn grid(&mut self, rows: Vec<Row>) -> Result<Grid, FormatError> {
        let mut grid = Grid { head: rows.iter().take_while(|row| row.head).count(), ..Grid::default() };
        for row in rows {
            let mut words = vec![String::new(); row.before];
            for cell in row.cells {
                if cell.span > 1 {
                    grid.wide.push((grid.rows.len(), words.len(), cell.span));
                }
                let text = if cell.goes_on { String::new() } else { blocks::cell(&flat(&cell.blocks)) };
                words.push(text);
                words.resize(words.len() + cell.span - 1, String::new());
            }
            self.count(words.len())?;
            grid.rows.push(words);
        }
        Ok(grid)
    }

    /// Counts cells, since a few bytes can ask for many.
    fn count(&mut self, cells: usize) -> Result<(), FormatError> {
        self.cells = self.cells.saturating_add(cells as u64);
        let limit = self.book.limits.unpacked_bytes;
        if self.cells.saturating_mul(CELL_BYTES) > limit {
            return Err(FormatError::TooMuch { what: crate::Much::Bytes, limit });
        }
        Ok(())
    }
}

/// The words of a first row that is one cell over all columns: they stand over the table, and the
/// row under them is its head.
fn caption(rows: &mut Vec<Row>) -> Vec<Block> {
    let spans = |row: &Row| matches!(row.cells.as_slice(), [cell] if cell.span > 1);
    let stands_over =
        matches!(rows.as_slice(), [first, second, _, ..] if spans(first) && second.cells.len() > 1);
    if !stands_over {
        return Vec::new();
    }
    rows.remove(0).cells.into_iter().flat_map(|cell| cell.blocks).collect()
}

fn row_properties(xml: &mut Xml<'_>, row: &mut Row) -> Result<(), FormatError> {
    while let Some(element) = xml.child()? {
        match element.name() {
            "tblHeader" => row.head = element.is_on(),
            "hidden" => row.gone |= element.is_on(),
            "del" => row.gone = true,
            "gridBefore" => row.before = columns(element.value()).unwrap_or(0),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}

fn columns(value: Option<String>) -> Option<usize> {
    value.and_then(|value| value.parse::<usize>().ok()).map(|count| count.min(MOST_COLUMNS))
}

fn cell_properties(xml: &mut Xml<'_>, cell: &mut Cell) -> Result<(), FormatError> {
    while let Some(element) = xml.child()? {
        match element.name() {
            "gridSpan" => cell.span = columns(element.value()).unwrap_or(1).max(1),
            "vMerge" | "hMerge" => cell.goes_on |= element.value().is_none_or(|value| value == "continue"),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(())
}
