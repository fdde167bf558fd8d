//! Tables in a text without empty lines: their captions, heads and rows.

use crate::book::Book;
use crate::chunks::Width;
use crate::source::Source;
use crate::tables::tail::{self, Tail};

/// A head on more lines is read column by column.
const MOST_JOINED: usize = 4;
/// A line that is set in by so many spaces is the rest of a cell.
const SET_IN: usize = 12;

/// What two lines beside each other are to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Both stand in the same part of it.
    Inside,
    /// It, its head or its caption begins or ends between them.
    Edge,
}

/// Lines by what they are in a table: `None` outside, else the number of the table's part.
#[derive(Debug, Default)]
pub(crate) struct Regions(Vec<Option<u32>>);

impl Regions {
    /// What a line and the next are to a table; `None`: neither stands in one.
    pub fn between(&self, above: usize, below: usize) -> Option<Part> {
        match (self.part(above), self.part(below)) {
            (None, None) => None,
            (one, other) if one == other => Some(Part::Inside),
            _ => Some(Part::Edge),
        }
    }

    /// Whether no table that is known begins on a line or goes on there.
    pub fn is_free(&self, line: usize) -> bool {
        self.part(line).is_none()
    }

    fn part(&self, line: usize) -> Option<u32> {
        self.0.get(line).copied().flatten()
    }

    /// Takes a table's lines, with a number for each of its parts.
    fn take(&mut self, finder: &Finder<'_>, found: &Found, end: usize) {
        let set_out = |line: usize| is_set_out(finder.source, line);
        let joined = found.rows > found.head && set_out(found.rows - 1) && set_out(found.rows);
        let rows = if joined { found.head } else { found.rows };
        let by_column = rows - found.head > MOST_JOINED;
        let noted = (found.head..rows).any(|line| finder.is_note(line));
        let opens = |line: usize| {
            let edge = line == found.caption || line == found.head || line == rows;
            let column = line < rows && line >= found.head && by_column && finder.opens_column(line);
            edge || column || (line > rows && finder.opens_row(line, noted, rows))
        };
        let mut number = self.0.iter().rev().find_map(|number| *number).unwrap_or(0);
        for (line, part) in self.0.iter_mut().enumerate().take(end).skip(found.caption) {
            number += u32::from(opens(line));
            *part = Some(number);
        }
    }
}

/// What is asked of lines where tables are looked for.
pub(crate) struct Finder<'a> {
    pub source: &'a Source,
    pub book: &'a Book<'a>,
    pub width: Option<Width>,
}

/// Where a table's parts begin.
pub(crate) struct Found {
    pub caption: usize,
    pub head: usize,
    pub rows: usize,
}

/// Finds the tables.
pub(crate) fn find(source: &Source, book: &Book<'_>, width: Option<Width>) -> Regions {
    let finder = Finder { source, book, width };
    let mut regions = Regions(vec![None; source.len()]);
    let (mut line, mut free_from) = (0, 0);
    while line < source.len() {
        if !finder.is_row(line) {
            line += 1;
            continue;
        }
        let end = finder.end(line);
        if let Some(found) = finder.table(line, end, free_from) {
            regions.take(&finder, &found, end);
            free_from = end;
        }
        line = end;
    }
    regions
}

/// Whether a line is set out with wide spaces, as the cells of a row or far from the margin.
pub(crate) fn is_set_out(source: &Source, line: usize) -> bool {
    const WIDE: &str = "   ";
    let raw = source.raw(line).trim_end();
    source.free(line) && (raw.trim_start().contains(WIDE) || raw.len() - raw.trim_start().len() >= SET_IN)
}

impl Finder<'_> {
    pub fn text(&self, line: usize) -> &str {
        self.source.text(line)
    }

    pub fn tail(&self, line: usize) -> Option<Tail> {
        let raw = self.source.raw(line);
        self.source.free(line).then(|| tail::tail(raw, false).filter(|tail| tail::is_strong(raw, tail)))?
    }

    pub fn is_heading(&self, line: usize) -> bool {
        let text = self.text(line);
        let row = |known: &crate::book::Known| known.kind.may_be_row() && !known.by.contains('*');
        text.starts_with(char::is_uppercase)
            && text.len() < 160
            && self.book.headings(text).iter().any(|known| !row(known))
    }
}
