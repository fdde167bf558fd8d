//! Blocks by a file's own tags.

use super::Leaf;
use super::blocks::{Block, Words, strong, words};
use super::contents;
use super::headings::Looks;
use super::printed::{Printed, Stretch};
use super::tagged_table::rows;
use super::tags::{Cell, Kind, Tags};
use super::words::{after_bullet, is_wordy, joined};
use std::collections::HashMap;

/// A longer line in a drawing is text, in characters.
const LONGEST_DRAWN: usize = 60;

/// Whether nearly all text that is no running line belongs to an element.
pub(super) fn is_tagged(leaves: &[Leaf]) -> bool {
    let lines = leaves.iter().flat_map(|leaf| &leaf.lines).filter(|line| !line.is_running);
    let (mut owned, mut all) = (0, 0);
    for stretch in lines.flat_map(|line| &line.stretches).filter(|it| !it.artifact) {
        let length = stretch.text.chars().count();
        all += length;
        owned += if stretch.owner.is_some() { length } else { 0 };
    }
    all > 0 && owned * 100 >= all * 85
}

/// The words of one element on one line.
pub(super) struct Part<'a> {
    pub line: &'a Printed,
    /// Where the line stands in the leaf.
    at: usize,
    pub stretches: Vec<&'a Stretch>,
}

/// An element with all its words.
pub(super) struct Held<'a> {
    pub owner: usize,
    pub parts: Vec<Part<'a>>,
}

pub(super) fn read(leaves: &[Leaf], tags: &Tags, looks: &Looks) -> Vec<Block> {
    let mut held = gather(leaves);
    held.sort_by_key(|it| it.owner);
    let largest = largest_heading(&held, tags);
    let mut writer = Writer { leaves, tags, looks, blocks: Vec::new(), page: 0, largest };
    let mut at = 0;
    while at < held.len() {
        at += writer.block(&held[at..]).max(1);
    }
    writer.running_to(u32::MAX);
    writer.blocks
}

fn largest_heading(held: &[Held<'_>], tags: &Tags) -> f64 {
    let headings = held.iter().filter(|it| matches!(tags.kind(Some(it.owner)), Some(Kind::Heading(_))));
    headings.flat_map(|it| &it.parts).map(|part| part.line.size).fold(0.0, f64::max)
}

/// The elements with their words; words without element belong to the one before.
fn gather(leaves: &[Leaf]) -> Vec<Held<'_>> {
    let mut found: Vec<Held<'_>> = Vec::new();
    let mut place = HashMap::new();
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
    pub fn words(&self) -> Words {
        let texts: Vec<&str> = self.stretches.iter().map(|it| it.text.as_str()).collect();
        let stretches = self.stretches.iter().copied();
        Words {
            text: texts.join(" "),
            strong: strong(stretches.clone()),
            italic: stretches.clone().all(|it| it.italic),
            page: self.line.page,
            number: self.line.number,
        }
    }
}

struct Writer<'a> {
    leaves: &'a [Leaf],
    tags: &'a Tags,
    looks: &'a Looks,
    blocks: Vec<Block>,
    /// The page whose running lines have been told.
    page: u32,
    /// The size of the largest heading that is tagged.
    largest: f64,
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
        if let Some(lines) = self.numbered(held) {
            self.blocks.push(Block::Paragraph(lines));
            return 2;
        }
        let lines: Vec<Words> = first.parts.iter().map(Part::words).collect();
        let block = match kind {
            Kind::Heading(level) => Block::Heading(level, lines),
            Kind::Item(depth) => Block::Item(depth, without_bullet(lines)),
            Kind::Entry => return self.entries(held),
            Kind::Caption => Block::Caption(lines),
            Kind::Drawn if is_drawn(&lines) => Block::Drawn(lines),
            Kind::Paragraph if has_leader(&lines) => {
                self.entry(&lines);
                return 1;
            }
            Kind::Loose | Kind::Drawn => {
                self.loose(first);
                return 1;
            }
            _ => self.paragraph(first, lines),
        };
        self.blocks.push(block);
        1
    }

    /// A number and the words that are printed after it on its line, each a paragraph of its own.
    fn numbered(&self, held: &[Held<'_>]) -> Option<Vec<Words>> {
        let is_text = |held: &Held<'_>| {
            matches!(self.tags.kind(Some(held.owner)), None | Some(Kind::Paragraph | Kind::Loose))
        };
        let (label, named) = (held.first()?, held.get(1)?);
        let [number] = label.parts.as_slice() else { return None };
        let first = named.parts.first()?;
        let right = number.stretches.last()?.right;
        let beside = std::ptr::eq(first.line, number.line) && first.stretches.first()?.left >= right;
        let text = number.words().text;
        let counts = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if !(beside && counts && is_text(label) && is_text(named)) {
            return None;
        }
        let mut lines: Vec<Words> = named.parts.iter().map(Part::words).collect();
        let words = lines.first_mut()?;
        (words.text, words.strong) = (format!("{text} {}", words.text), 0..0);
        Some(lines)
    }

    /// Words without a paragraph of their own: as many as the gaps between them tell.
    fn loose(&mut self, held: &Held<'_>) {
        let mut last: Option<&Printed> = None;
        for part in &held.parts {
            let near = last.is_some_and(|above| {
                let gap = part.line.baseline - above.baseline;
                let apart = 1.25 * self.looks.pitch * above.size.max(part.line.size);
                above.page == part.line.page && gap > 0.0 && gap < apart
            });
            match self.blocks.last_mut() {
                Some(Block::Paragraph(lines)) if near => lines.push(part.words()),
                _ => self.blocks.push(Block::Paragraph(vec![part.words()])),
            }
            last = Some(part.line);
        }
    }

    /// A paragraph, or a heading by its look where no heading is tagged.
    fn paragraph(&self, held: &Held<'_>, lines: Vec<Words>) -> Block {
        let level = held.parts.first().filter(|_| !self.tags.has_headings()).and_then(|part| {
            let leaf = self.leaves.get(usize::try_from(part.line.page).ok()?.checked_sub(1)?)?;
            self.looks.level(&leaf.lines, part.at)
        });
        match level {
            Some(level) => self.looks.heading(level, lines),
            None if self.is_title(held) => Block::Heading(1, lines),
            None => Block::Paragraph(lines),
        }
    }

    /// Words larger than every heading are the title, tagged so or not.
    fn is_title(&self, held: &Held<'_>) -> bool {
        let larger = |part: &Part<'_>| part.line.size > self.largest * 1.05;
        let text: String = held.parts.iter().map(|part| part.words().text).collect();
        self.largest > 0.0 && held.parts.len() <= 3 && held.parts.iter().all(larger) && is_wordy(&text)
    }

    fn entries(&mut self, held: &[Held<'_>]) -> usize {
        let is_entry = |it: &&Held<'_>| self.tags.kind(Some(it.owner)) == Some(Kind::Entry);
        let entries: Vec<&Held<'_>> = held.iter().take_while(is_entry).collect();
        for entry in &entries {
            let lines: Vec<Words> = entry.parts.iter().map(Part::words).collect();
            self.entry(&lines);
        }
        entries.len()
    }

    /// An entry of the table of contents, with those right before it.
    fn entry(&mut self, lines: &[Words]) {
        let text = contents::entry(&joined(lines.iter().map(|it| it.text.as_str())));
        let Some(first) = lines.first() else { return };
        let entry = Words { text, ..first.clone() };
        match self.blocks.last_mut() {
            Some(Block::Contents(entries)) => entries.push(entry),
            _ => self.blocks.push(Block::Contents(vec![entry])),
        }
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
    }
}

/// Whether words within a drawing are those of a chart: no line is long.
fn is_drawn(lines: &[Words]) -> bool {
    lines.iter().all(|line| line.text.chars().count() <= LONGEST_DRAWN)
}

/// Whether dots lead from the words to a page.
fn has_leader(lines: &[Words]) -> bool {
    lines.last().is_some_and(|line| contents::has_leader(&line.text))
}

fn without_bullet(mut lines: Vec<Words>) -> Vec<Words> {
    if let Some(first) = lines.first_mut()
        && let Some(text) = after_bullet(&first.text, true)
    {
        *first = first.from(first.text.len() - text.len());
    }
    lines
}
