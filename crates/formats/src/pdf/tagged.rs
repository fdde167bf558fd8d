//! Blocks by a file's own tags.

use super::Leaf;
use super::blocks::{Block, Words, words};
use super::contents;
use super::headings::Looks;
use super::printed::{Printed, Stretch};
use super::table::Row;
use super::tags::{Cell, Kind, Tags};
use super::words::{after_bullet, joined};
use std::collections::HashSet;

/// Whether nearly all text that is no running line belongs to an element.
pub(super) fn is_tagged(leaves: &[Leaf]) -> bool {
    let lines = leaves.iter().flat_map(|leaf| &leaf.lines).filter(|line| !line.is_running);
    let (mut owned, mut all) = (0, 0);
    for stretch in lines.flat_map(|line| &line.stretches) {
        let length = stretch.text.chars().count();
        all += length;
        owned += if stretch.owner.is_some() { length } else { 0 };
    }
    all > 0 && owned * 100 >= all * 85
}

/// The words of one element on one line.
struct Part<'a> {
    line: &'a Printed,
    /// Where the line stands in the leaf.
    at: usize,
    stretches: Vec<&'a Stretch>,
}

/// An element with all its words.
struct Held<'a> {
    owner: usize,
    parts: Vec<Part<'a>>,
}

pub(super) fn read(leaves: &[Leaf], tags: &Tags, looks: &Looks) -> Vec<Block> {
    let mut held = gather(leaves);
    held.sort_by_key(|it| it.owner);
    let mut writer = Writer { leaves, tags, looks, blocks: Vec::new(), page: 0, told: HashSet::new() };
    let mut at = 0;
    while at < held.len() {
        at += writer.block(&held[at..]).max(1);
    }
    writer.running_to(u32::MAX);
    writer.blocks
}

/// The elements with their words; words without element belong to the one before.
fn gather(leaves: &[Leaf]) -> Vec<Held<'_>> {
    let mut found: Vec<Held<'_>> = Vec::new();
    let mut place = std::collections::HashMap::new();
    let mut last = 0;
    for leaf in leaves {
        for (at, line) in leaf.lines.iter().enumerate().filter(|(_, line)| !line.is_running) {
            for stretch in line.stretches.iter().filter(|it| !it.artifact) {
                let owner = stretch.owner.unwrap_or(last);
                last = owner;
                let index = *place.entry(owner).or_insert_with(|| {
                    found.push(Held { owner, parts: Vec::new() });
                    found.len() - 1
                });
                let parts = &mut found[index].parts;
                match parts.last_mut() {
                    Some(part) if std::ptr::eq(part.line, line) => part.stretches.push(stretch),
                    _ => parts.push(Part { line, at, stretches: vec![stretch] }),
                }
            }
        }
    }
    found
}

impl Part<'_> {
    fn words(&self) -> Words {
        let texts: Vec<&str> = self.stretches.iter().map(|it| it.text.as_str()).collect();
        Words { text: texts.join(" "), page: self.line.page, number: self.line.number }
    }

    fn is_bold(&self) -> bool {
        self.stretches.iter().all(|it| it.bold)
    }
}

struct Writer<'a> {
    leaves: &'a [Leaf],
    tags: &'a Tags,
    looks: &'a Looks,
    blocks: Vec<Block>,
    /// The page whose running lines have been told.
    page: u32,
    told: HashSet<usize>,
}

impl Writer<'_> {
    /// Writes a block; gives how many elements it took.
    fn block(&mut self, held: &[Held<'_>]) -> usize {
        let Some(first) = held.first() else { return 1 };
        let page = first.parts.first().map_or(0, |part| part.line.page);
        let kind = self.tags.kind(Some(first.owner)).unwrap_or(Kind::Paragraph);
        self.running_to(page);
        if let Kind::Cell(cell) = kind {
            return self.table(held, cell.table);
        }
        let lines: Vec<Words> = first.parts.iter().map(Part::words).collect();
        let block = match kind {
            Kind::Heading(level) => Block::Heading(level, lines),
            Kind::Item(depth) => Block::Item(depth, without_bullet(lines)),
            Kind::Entry => return self.entries(held),
            _ => self.paragraph(first, lines),
        };
        self.blocks.push(block);
        1
    }

    /// A paragraph, or a heading by its look where no heading is tagged.
    fn paragraph(&self, held: &Held<'_>, lines: Vec<Words>) -> Block {
        let level = held.parts.first().filter(|_| !self.tags.has_headings()).and_then(|part| {
            let leaf = self.leaves.get(usize::try_from(part.line.page).ok()?.checked_sub(1)?)?;
            self.looks.level(&leaf.lines, part.at)
        });
        match level {
            Some(level) => Block::Heading(level, lines),
            None if held.parts.iter().all(Part::is_bold) => Block::Paragraph(emphasised(lines)),
            None => Block::Paragraph(lines),
        }
    }

    fn entries(&mut self, held: &[Held<'_>]) -> usize {
        let is_entry = |it: &&Held<'_>| self.tags.kind(Some(it.owner)) == Some(Kind::Entry);
        let entries: Vec<&Held<'_>> = held.iter().take_while(is_entry).collect();
        let lines = entries.iter().filter_map(|entry| {
            let lines: Vec<Words> = entry.parts.iter().map(Part::words).collect();
            let text = contents::entry(&joined(lines.iter().map(|it| it.text.as_str())));
            Some(Words { text, ..lines.first()?.clone() })
        });
        let block = Block::Contents(lines.collect());
        let count = entries.len();
        self.blocks.push(block);
        count
    }

    fn table(&mut self, held: &[Held<'_>], table: usize) -> usize {
        let cells: Vec<(&Held<'_>, Cell)> = held
            .iter()
            .map_while(|it| match self.tags.kind(Some(it.owner)) {
                Some(Kind::Cell(cell)) if cell.table == table => Some((it, cell)),
                _ => None,
            })
            .collect();
        let rows = rows(&cells, &self.tags.kinds);
        self.blocks.push(Block::Table(rows));
        cells.len()
    }

    /// Tells the running lines of the pages before a page, and the heads of the page.
    fn running_to(&mut self, page: u32) {
        let last = u32::try_from(self.leaves.len()).unwrap_or(u32::MAX);
        let end = page.min(last + 1);
        while self.page < end {
            self.running(self.page, false);
            self.page += 1;
            self.running(self.page, true);
        }
    }

    fn running(&mut self, page: u32, head: bool) {
        let index = usize::try_from(page).unwrap_or(0);
        let Some(leaf) = index.checked_sub(1).and_then(|at| self.leaves.get(at)) else { return };
        let lines = leaf.lines.iter().filter(|line| line.is_running);
        let own = lines.filter(|line| (line.baseline < leaf.height / 2.0) == head);
        self.blocks.extend(own.map(|line| Block::Running(words(line))));
        self.told.insert(index);
    }
}

fn without_bullet(mut lines: Vec<Words>) -> Vec<Words> {
    if let Some(first) = lines.first_mut()
        && let Some(text) = after_bullet(&first.text, true)
    {
        first.text = text.to_owned();
    }
    lines
}

/// A paragraph that is bold from end to end.
fn emphasised(mut lines: Vec<Words>) -> Vec<Words> {
    if let [line] = lines.as_mut_slice() {
        line.text = format!("**{}**", line.text);
    }
    lines
}

/// Rows with every cell at its column; cells that span rows or columns leave the rest empty,
/// but in the head, where what spans columns stands in each.
fn rows(cells: &[(&Held<'_>, Cell)], kinds: &[Kind]) -> Vec<Row> {
    let Some((first, of)) = cells.first() else { return Vec::new() };
    let last = cells.last().map_or(first.owner, |(held, _)| held.owner);
    let mut grid: Vec<Row> = Vec::new();
    let mut heads: Vec<bool> = Vec::new();
    let mut taken: Vec<usize> = Vec::new();
    let mut row = None;
    let mut column = 0;
    let mut texts = cells.iter().peekable();
    let start = (0..=first.owner).rev().take_while(|at| same_table(kinds, *at, of.table)).last();
    for (owner, kind) in kinds.iter().enumerate().take(last + 1).skip(start.unwrap_or(first.owner)) {
        let Kind::Cell(cell) = kind else { continue };
        if cell.table != of.table {
            continue;
        }
        if row != Some(cell.row) {
            (row, column) = (Some(cell.row), 0);
            taken.iter_mut().for_each(|left| *left = left.saturating_sub(1));
            grid.push(Row::default());
            heads.push(true);
        }
        while taken.get(column).is_some_and(|left| *left > 0) {
            column += 1;
        }
        let held = texts.next_if(|(held, _)| held.owner == owner).map(|(held, _)| *held);
        let repeated = if heads.iter().all(|head| *head) && cell.is_head { cell.columns } else { 1 };
        if let (Some(row), Some(head)) = (grid.last_mut(), heads.last_mut()) {
            *head &= cell.is_head;
            put(row, column, repeated, held);
        }
        taken.resize(taken.len().max(column + cell.columns), 0);
        taken[column..column + cell.columns].iter_mut().for_each(|left| *left = cell.rows);
        column += cell.columns;
    }
    with_one_head(grid, &heads)
}

fn same_table(kinds: &[Kind], at: usize, table: usize) -> bool {
    matches!(kinds.get(at), Some(Kind::Cell(cell)) if cell.table == table)
}

fn put(row: &mut Row, column: usize, times: usize, held: Option<&Held<'_>>) {
    row.cells.resize(row.cells.len().max(column + times), String::new());
    let Some(held) = held else { return };
    let first = held.parts.first().map_or((0, 0), |part| (part.line.page, part.line.number));
    let lines: Vec<Words> = held.parts.iter().map(Part::words).collect();
    let own: Vec<&str> = lines.iter().map(|it| it.text.as_str()).collect();
    let text = joined(own);
    row.cells[column..column + times].iter_mut().for_each(|cell| cell.clone_from(&text));
    if row.page == 0 || first < (row.page, row.number) {
        (row.page, row.number) = first;
    }
}

/// The rows of the head as one, column by column.
fn with_one_head(grid: Vec<Row>, heads: &[bool]) -> Vec<Row> {
    let count = heads.iter().take_while(|head| **head).count();
    if count < 2 || count == grid.len() {
        return grid;
    }
    let mut rows = grid.into_iter();
    let mut head = rows.next().unwrap_or_default();
    for below in rows.by_ref().take(count - 1) {
        head.cells.resize(head.cells.len().max(below.cells.len()), String::new());
        for (cell, more) in head.cells.iter_mut().zip(&below.cells) {
            *cell = joined([cell.as_str(), more.as_str()]);
        }
    }
    std::iter::once(head).chain(rows).collect()
}
