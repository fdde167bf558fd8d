//! Headings, paragraphs, items, tables and running lines, in reading order.

use super::across::{caption, ends_with_table, goes_on_beside, join_tables, nest};
use super::contents;
use super::continued::{More, Open};
use super::ends;
use super::grid;
use super::headings::Looks;
use super::printed::{Printed, Stretch};
use super::table::{self, Row};
use super::tags::Tags;
use super::words::{after_bullet, follows, is_numbered, joined};
use super::{Leaf, tagged};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A line of text and where it was printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub text: String,
    /// The first bold words, in bytes of the text.
    pub strong: Range<usize>,
    pub italic: bool,
    pub page: u32,
    pub number: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Heading(u8, Vec<Words>),
    /// A heading of no known level, or a caption.
    Bold(Vec<Words>),
    Paragraph(Vec<Words>),
    /// What a table or a drawing shows, as the file says.
    Caption(Vec<Words>),
    /// An item as deep as it stands, from 1, without its bullet.
    Item(u8, Vec<Words>),
    Contents(Vec<Words>),
    Table(Vec<Row>),
    /// The words of a drawing.
    Drawn(Vec<Words>),
    Running(Words),
}

pub(super) fn words(line: &Printed) -> Words {
    let stretches = line.stretches.iter();
    Words {
        text: line.text(),
        strong: strong(stretches.clone()),
        italic: stretches.clone().all(|it| it.italic),
        page: line.page,
        number: line.number,
    }
}

/// The first bold words of stretches with a space between.
pub(super) fn strong<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> Range<usize> {
    let (mut found, mut from) = (0..0, 0);
    for stretch in stretches {
        let own = from + stretch.strong.start..from + stretch.strong.end;
        if found.is_empty() {
            found = own;
        } else if own.start == from && found.end + 1 == from {
            found.end = own.end;
        }
        from += stretch.text.len() + 1;
    }
    found
}

impl Words {
    /// The words from a byte on.
    pub fn from(&self, start: usize) -> Words {
        let strong = self.strong.start.saturating_sub(start)..self.strong.end.saturating_sub(start);
        Words { text: self.text.get(start..).unwrap_or_default().to_owned(), strong, ..self.clone() }
    }
}

/// The blocks of a document, by its tags where most of its text has them.
pub(super) fn read(leaves: &[Leaf], tags: &Tags) -> Vec<Block> {
    let mut tables: Vec<Vec<grid::Found>> =
        leaves.iter().map(|leaf| grid::tables(&leaf.lines, &leaf.drawn)).collect();
    ends::close(leaves, &mut tables);
    let inside: Vec<HashSet<usize>> =
        tables.iter().map(|all| all.iter().flat_map(|it| it.lines.clone()).collect()).collect();
    let looks = Looks::of(leaves, &inside);
    if tagged::is_tagged(leaves) {
        return tagged::read(leaves, tags, &looks);
    }
    let pages = u32::try_from(leaves.len()).unwrap_or(u32::MAX);
    let mut blocks = Vec::new();
    let mut open: Option<Open> = None;
    for (leaf, tables) in leaves.iter().zip(&tables) {
        let more = open.as_ref().and_then(|open| open.rows_at_top(&leaf.lines, tables));
        let mut page =
            Page { leaf, looks: &looks, pages, blocks: Vec::new(), indents: Vec::new(), reach: reach(leaf) };
        page.read(tables, more.as_ref());
        join_tables(&mut blocks, page.blocks, &looks, more.is_some());
        open = Open::at_end(&leaf.lines, tables, more.as_ref(), open).filter(|_| ends_with_table(&blocks));
    }
    nest(&mut blocks);
    blocks
}

/// An item of a list has so many lines at most.
const MOST_OF_ITEM: usize = 20;
/// The lines of a numbered item hang so far in at most, in sizes.
const HANGING: f64 = 3.0;

/// A page while it is read.
struct Page<'a> {
    leaf: &'a Leaf,
    looks: &'a Looks,
    pages: u32,
    blocks: Vec<Block>,
    /// The left edges of the open list's items, outermost first.
    indents: Vec<f64>,
    /// How far lines of a left edge, in points, reach to the right.
    reach: HashMap<i64, f64>,
}

impl Page<'_> {
    /// Reads the page; `more` are rows at its top that go on with the table of the page before.
    fn read(&mut self, tables: &[grid::Found], more: Option<&More>) {
        let mut at = 0;
        while at < self.leaf.lines.len() {
            if let Some(more) = more.filter(|more| more.found.lines.start == at) {
                self.blocks.push(Block::Table(more.rows(self.leaf)));
                at = more.found.lines.end;
                continue;
            }
            at = match tables.iter().find(|table| table.lines.start == at) {
                Some(found) => self.table(found),
                None => self.line(at),
            };
        }
    }

    fn table(&mut self, found: &grid::Found) -> usize {
        let lines = &self.leaf.lines;
        let entries = contents::entries(&lines[found.lines.clone()], self.pages);
        if entries.len() >= 3 && entries.iter().sum::<usize>() == found.lines.len() {
            self.contents(found.lines.start, &entries);
        } else {
            caption(self.blocks.last_mut(), self.looks);
            self.blocks.push(Block::Table(table::rows(lines, found, &self.leaf.drawn, true)));
        }
        found.lines.end
    }

    fn contents(&mut self, at: usize, entries: &[usize]) -> usize {
        let mut at = at;
        let mut told = Vec::new();
        for count in entries {
            let lines: Vec<Words> = self.leaf.lines[at..at + count].iter().map(words).collect();
            let text = contents::entry(&joined(lines.iter().map(|it| it.text.as_str())));
            told.extend(lines.first().map(|first| Words { text, ..first.clone() }));
            at += count;
        }
        self.blocks.push(Block::Contents(told));
        at
    }

    fn line(&mut self, at: usize) -> usize {
        let line = &self.leaf.lines[at];
        if line.is_running {
            self.blocks.push(Block::Running(words(line)));
            return at + 1;
        }
        if line.is_drawn {
            let drawn = self.leaf.lines[at..].iter().take_while(|line| line.is_drawn);
            let words: Vec<Words> = drawn.map(words).collect();
            let end = at + words.len();
            self.blocks.push(Block::Drawn(words));
            return end;
        }
        let entries = contents::entries(&self.leaf.lines[at..], self.pages);
        if !entries.is_empty() {
            return self.contents(at, &entries);
        }
        if let Some(level) = self.looks.level(&self.leaf.lines, at) {
            self.heading(at, level);
        } else if let Some(words) = bullet(line) {
            self.item(line, words);
        } else if line.aside && line.bold {
            self.blocks.push(Block::Bold(vec![words(line)]));
        } else {
            self.text(at);
        }
        at + 1
    }

    fn before(&self, at: usize) -> Option<&Printed> {
        self.leaf.lines.get(at.checked_sub(1)?)
    }

    fn heading(&mut self, at: usize, level: u8) {
        let line = &self.leaf.lines[at];
        let near = self.before(at).is_some_and(|it| {
            let gap = line.baseline - it.baseline;
            let near = gap > 0.0 && gap < 1.5 * line.size && (it.size - line.size).abs() < 0.1;
            near && (level == 1 || self.is_wrapped(it, line))
        });
        let heading = self.looks.heading(level, vec![words(line)]);
        match (self.blocks.last_mut(), &heading) {
            (Some(Block::Heading(own, lines)), Block::Heading(level, _)) if near && *own == *level => {
                lines.push(words(line));
            }
            (Some(Block::Bold(lines)), Block::Bold(_)) if near => lines.push(words(line)),
            _ => self.blocks.push(heading),
        }
    }

    /// Whether a heading goes on in the next line: that begins small, or the first had no room for
    /// its first word.
    fn is_wrapped(&self, above: &Printed, line: &Printed) -> bool {
        let widest = self.reach.get(&edge(above)).copied().unwrap_or_default();
        let reach = above.edge.unwrap_or(widest);
        line.text().starts_with(char::is_lowercase)
            || above.right() + 2.5 * above.size + line.first_word() > reach
    }

    fn item(&mut self, line: &Printed, words: Words) {
        if !matches!(self.blocks.last(), Some(Block::Item(..) | Block::Running(_))) {
            self.indents.clear();
        }
        let left = line.left() - if line.dotted { line.size } else { 0.0 };
        self.indents.retain(|it| *it < left - 0.5 * line.size);
        self.indents.push(left);
        let depth = u8::try_from(self.indents.len()).unwrap_or(6).min(6);
        self.blocks.push(Block::Item(depth, vec![words]));
    }

    fn text(&mut self, at: usize) {
        let line = &self.leaf.lines[at];
        let goes_on = self.before(at).is_some_and(|it| it.is_text() && self.goes_on(it, line));
        let goes_on = goes_on && !self.counts_on(at);
        let set_in = self.indents.last().is_none_or(|it| line.left() > *it + 0.3 * line.size);
        match self.blocks.last_mut() {
            Some(Block::Paragraph(lines)) if goes_on => lines.push(words(line)),
            Some(Block::Item(_, lines)) if goes_on && set_in => lines.push(words(line)),
            _ => self.blocks.push(Block::Paragraph(vec![words(line)])),
        }
    }

    /// Whether a line has the number after that of a line above it at the same left edge, with only words that
    /// are set in between: the next item of a list, even where the words of the items reach no further.
    fn counts_on(&self, at: usize) -> bool {
        let line = &self.leaf.lines[at];
        let text = line.text();
        if !is_numbered(&text) {
            return false;
        }
        let far = |above: &Printed| above.left() > line.left() + 0.3 * line.size;
        let above = self.leaf.lines[..at].iter().rev().take(MOST_OF_ITEM).find(|above| !far(above));
        above
            .is_some_and(|it| (it.left() - line.left()).abs() < 0.3 * line.size && follows(&it.text(), &text))
    }

    /// Whether a line goes on with the paragraph of the line above.
    fn goes_on(&self, above: &Printed, line: &Printed) -> bool {
        if goes_on_beside(above, line) {
            return true;
        }
        let gap = line.baseline - above.baseline;
        let size = above.size.max(line.size);
        let near = gap > 0.0 && gap < 1.22 * self.looks.pitch * size;
        let alike = (above.size - line.size).abs() < 0.12 * size;
        let in_item = matches!(self.blocks.last(), Some(Block::Item(..)));
        let set_in = line.left() - above.left();
        let aligned = set_in.abs() < 0.8 * size || (in_item && set_in > 0.0) || set_in < 0.0 && !in_item;
        // The words of a numbered item hang below its first.
        let aligned = aligned || (0.8..HANGING).contains(&(set_in / size)) && is_numbered(&above.text());
        let full = above.right() + 2.5 * size + line.first_word() > self.looks.reach(above);
        let tight = above.right() + 0.4 * size + line.first_word() > self.looks.reach(above);
        let below = above.edge.is_some() && set_in.abs() < 0.1 * size;
        let beside = above.aside == line.aside && (below || above.edge.is_some() == line.edge.is_some());
        near && beside && alike && aligned && full && (tight && !in_item || !is_numbered(&line.text()))
    }
}

fn edge(line: &Printed) -> i64 {
    line.left().round() as i64
}

/// How far lines of each left edge reach to the right.
fn reach(leaf: &Leaf) -> HashMap<i64, f64> {
    let mut found: HashMap<i64, f64> = HashMap::new();
    for line in leaf.lines.iter().filter(|line| line.is_text()) {
        let widest = found.entry(edge(line)).or_default();
        *widest = widest.max(line.right());
    }
    found
}

/// The words of an item of a list, without their bullet.
fn bullet(line: &Printed) -> Option<Words> {
    let words = words(line);
    if line.dotted {
        return Some(words);
    }
    let apart =
        line.stretches.len() >= 2 && line.stretches.first().is_some_and(|it| it.text.chars().count() == 1);
    let length = after_bullet(&words.text, apart)?.len();
    Some(words.from(words.text.len() - length))
}
