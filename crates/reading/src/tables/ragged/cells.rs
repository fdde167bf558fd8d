//! The cells of a row that fell apart, and how many they can be.

use crate::source::Source;
use crate::tables::figures;
use crate::tables::tail::is_period;
use std::ops::Range;

/// Two cells of a line stand so many spaces apart at least.
const APART: usize = 2;

/// What a line is to a table of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    Words,
    /// The label's place in the line, and the cells after it.
    Labelled(Range<usize>, Vec<Item>),
    Cells(Vec<Item>),
    /// Nothing but so many spaces.
    Empty(usize),
    Stop,
}

/// A cell, or more space than stands between two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Cell(Range<usize>),
    /// So many spaces at the beginning of a line.
    Leading(usize),
    /// So many spaces between two cells.
    Gap(usize),
    /// A line of nothing but so many spaces.
    Blank(usize),
}

/// What a line is; `figured`: figures stand above it, and a year is one of them.
pub(super) fn line_of(source: &Source, line: usize, figured: bool) -> Line {
    let raw = source.raw(line);
    if source.blank(line) {
        return Line::Empty(raw.chars().count());
    }
    let pieces = pieces(raw);
    let is_cell = |range: &Range<usize>| {
        let text = &raw[range.clone()];
        figures::value(text).is_some() || is_missing(text)
    };
    let words = |range: &Range<usize>| raw[range.clone()].chars().any(char::is_alphabetic);
    let Some((first, rest)) = pieces.split_first() else { return Line::Stop };
    if pieces.iter().all(is_cell) {
        let year = rest.is_empty() && !figured && is_period(&raw[first.clone()]);
        return if year { Line::Words } else { Line::Cells(items(raw, &pieces, 0)) };
    }
    match rest {
        [] if words(first) || is_period(&raw[first.clone()]) => Line::Words,
        [] => Line::Stop,
        _ if words(first) && rest.iter().all(is_cell) => {
            Line::Labelled(first.clone(), items(raw, rest, first.end))
        }
        _ => Line::Stop,
    }
}

/// The stretches of a line between two spaces or more.
fn pieces(raw: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut spaces = APART;
    for (at, c) in raw.char_indices() {
        if c.is_whitespace() {
            spaces += if c == '\t' { APART } else { 1 };
            continue;
        }
        let end = at + c.len_utf8();
        match found.last_mut().filter(|_| spaces < APART) {
            Some(open) => open.end = end,
            None => found.push(at..end),
        }
        spaces = 0;
    }
    found
}

fn items(raw: &str, pieces: &[Range<usize>], from: usize) -> Vec<Item> {
    let mut found = Vec::new();
    let mut end = from;
    for piece in pieces {
        let gap = raw[end..piece.start].chars().count();
        if end == 0 && gap > 0 {
            found.push(Item::Leading(gap));
        } else if gap > APART {
            found.push(Item::Gap(gap));
        }
        found.push(Item::Cell(piece.clone()));
        end = piece.end;
    }
    found
}

/// Signs for a cell that has nothing: "-", "–", "..".
fn is_missing(text: &str) -> bool {
    matches!(text, "-" | "\u{2013}" | "\u{2212}" | "\u{2014}" | ".." | "\u{2026}" | "e.t." | "i.u.")
}

/// A cell's line and its place in that; `None`: the cell is empty.
pub(super) type Cell = Option<(usize, Range<usize>)>;

/// The cells of a row, line by line.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The label, where cells stand on its line.
    pub label: Option<(usize, Range<usize>)>,
    items: Vec<(usize, Item)>,
}

/// How wide an empty cell is printed: not at all, or as one space.
const WIDTHS: [usize; 2] = [1, 0];

impl Row {
    pub fn push(&mut self, line: usize, items: Vec<Item>) {
        self.items.extend(items.into_iter().map(|item| (line, item)));
    }

    pub fn push_empty(&mut self, line: usize, spaces: usize) {
        self.items.push((line, Item::Blank(spaces)));
    }

    pub fn is_empty(&self) -> bool {
        !self.items.iter().any(|(_, item)| matches!(item, Item::Cell(_)))
            && self.items.iter().all(|(_, item)| matches!(item, Item::Blank(1)))
    }

    /// How many cells are printed.
    pub fn figures(&self) -> usize {
        self.items.iter().filter(|(_, item)| matches!(item, Item::Cell(_))).count()
    }

    /// On how many lines its cells stand.
    pub fn lines(&self) -> usize {
        let mut lines: Vec<usize> = self.items.iter().map(|(line, _)| *line).collect();
        lines.dedup();
        lines.len()
    }

    pub fn last_line(&self) -> Option<usize> {
        self.items.iter().rev().find(|(_, item)| matches!(item, Item::Cell(_))).map(|(line, _)| *line)
    }

    /// The printed cells alone.
    pub fn plain(&self) -> Vec<Cell> {
        let cell = |(line, item): &(usize, Item)| match item {
            Item::Cell(range) => Some(Some((*line, range.clone()))),
            _ => None,
        };
        self.items.iter().filter_map(cell).collect()
    }

    /// How many cells the row can have, empty ones counted.
    pub fn counts(&self) -> Vec<usize> {
        let mut found: Vec<usize> =
            WIDTHS.iter().filter_map(|width| Some(self.with_empty(*width)?.len())).collect();
        found.push(self.figures());
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The cells, where they can be as many as there are columns.
    pub fn in_columns(&self, columns: usize) -> Option<Vec<Cell>> {
        let readings = WIDTHS.iter().filter_map(|width| self.with_empty(*width));
        std::iter::once(self.plain()).chain(readings).find(|cells| cells.len() == columns)
    }

    /// The cells with the empty ones between them, where those are printed so wide.
    fn with_empty(&self, width: usize) -> Option<Vec<Cell>> {
        let mut found = Vec::new();
        for (line, item) in &self.items {
            let empty = match item {
                Item::Cell(range) => {
                    found.push(Some((*line, range.clone())));
                    0
                }
                Item::Blank(spaces) => *spaces,
                Item::Leading(gap) => whole(*gap, APART + width)?,
                Item::Gap(gap) => whole(*gap - APART, APART + width)?,
            };
            found.resize(found.len() + empty, None);
        }
        Some(found)
    }
}

fn whole(space: usize, each: usize) -> Option<usize> {
    space.is_multiple_of(each).then(|| space / each)
}
