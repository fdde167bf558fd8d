//! Glyphs as printed lines: by height, then from left to right, cut where a gap is too wide
//! for a space.

use super::asides;
use super::sheet::{Mark, Sheet};
use super::stretch::Open;
pub(super) use super::stretch::Stretch;
use super::tags::Tags;
use crate::blocks::shifted;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Raised marks are smaller than this share of the line's size.
const RAISED_SIZE: f64 = 0.8;
/// Raised digits may be as large as this share, where they stand at least so high, in sizes.
const RAISED_DIGIT_SIZE: f64 = 0.95;
const RAISED_DIGIT_HEIGHT: f64 = 0.25;
/// More raised marks than these are no number of a note.
const MOST_RAISED: usize = 4;
/// More raised letters than these are words in smaller print beside the line, as in a table in the
/// next column.
const MOST_LETTERS: usize = 2;

/// A printed line.
#[derive(Debug, Clone, Default)]
pub(super) struct Printed {
    pub baseline: f64,
    pub size: f64,
    pub bold: bool,
    pub stretches: Vec<Stretch>,
    /// From 1.
    pub page: u32,
    /// On its page, from 1.
    pub number: u32,
    pub is_running: bool,
    /// Words along the axes of a chart, or in it.
    pub is_drawn: bool,
    /// The right edge of the column that the line is set in, on a page with several.
    pub edge: Option<f64>,
    /// In a box beside the text.
    pub aside: bool,
    /// An item's: a bullet was drawn before the line, or it has its number in the list.
    pub dotted: bool,
}

impl Printed {
    /// Whether the line is of the text: no running head, no part of a chart.
    pub fn is_text(&self) -> bool {
        !self.is_running && !self.is_drawn
    }

    pub fn left(&self) -> f64 {
        self.stretches.first().map_or(0.0, |it| it.left)
    }

    pub fn right(&self) -> f64 {
        self.stretches.last().map_or(0.0, |it| it.right)
    }

    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.stretches.iter().map(|it| it.text.as_str()).collect();
        texts.join(" ")
    }

    pub fn first_word(&self) -> f64 {
        self.stretches.first().map_or(0.0, |it| it.first_word)
    }
}

/// The lines of a page, from top to bottom.
///
/// `spaced` tells whether the file prints its spaces.
pub(super) fn lines(sheet: &Sheet, page: u32, tags: &Tags, spaced: bool) -> Vec<Printed> {
    let reader = Line { sheet, page, tags, spaced };
    let tagged = sheet.marks.iter().filter(|mark| tags.owner(page, mark.content).is_some()).count();
    let boxes = if tagged * 2 > sheet.marks.len() { Vec::new() } else { asides::boxes(sheet) };
    let inside = |mark: &Mark| boxes.iter().position(|area| asides::holds(*area, mark));
    let mut lines = reader.lines(sheet.marks.iter().filter(|mark| inside(mark).is_none()).collect());
    for (at, area) in boxes.iter().enumerate() {
        let own = sheet.marks.iter().filter(|mark| inside(mark) == Some(at)).collect();
        asides::insert(&mut lines, reader.lines(own), *area);
    }
    for (line, number) in lines.iter_mut().zip(1..) {
        line.number = number;
        line.dotted = has_dot(sheet, line);
    }
    lines
}

pub(super) fn by(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

fn joins(group: &[&Mark], mark: &Mark) -> bool {
    let Some(first) = group.first() else { return false };
    let own = if mark.space { mark.size.min(1.5 * first.size) } else { mark.size };
    let size = first.size.max(own);
    mark.baseline - first.baseline <= 0.35 * size
}

/// Few small marks that stand a little above a line, beside its words, belong to it: the number
/// of a note.
fn with_raised<'a>(groups: Vec<Vec<&'a Mark>>, sheet: &Sheet) -> Vec<Vec<&'a Mark>> {
    let mut kept: Vec<Vec<&Mark>> = Vec::with_capacity(groups.len());
    for mut group in groups {
        if kept.last().is_some_and(|small| is_raised_beside(small, &group, sheet)) {
            group.extend(kept.pop().into_iter().flatten());
        }
        kept.push(group);
    }
    kept
}

fn is_raised_beside(small: &[&Mark], line: &[&Mark], sheet: &Sheet) -> bool {
    let words = |marks: &[&Mark]| marks.iter().filter(|it| !it.space).count();
    let (Some(first), Some(main)) = (small.iter().find(|it| !it.space), main_mark(line)) else {
        return false;
    };
    let beside = |it: &&&Mark| !it.space && (first.left - it.right).abs() < 0.5 * main.size;
    words(small) <= MOST_RAISED
        && small.iter().all(|it| it.space || is_small(it, main, sheet))
        && main.baseline - first.baseline < 0.6 * main.size
        && line.iter().any(|it| beside(&it))
}

/// Whether a mark is small beside the line's own, or a digit that is raised and a little smaller.
fn is_small(mark: &Mark, main: &Mark, sheet: &Sheet) -> bool {
    let digit = || sheet.text[mark.text.clone()].bytes().all(|byte| byte.is_ascii_digit());
    let high = main.baseline - mark.baseline > RAISED_DIGIT_HEIGHT * main.size;
    mark.size < RAISED_SIZE * main.size || mark.size < RAISED_DIGIT_SIZE * main.size && high && digit()
}

/// A drawn bullet: a small shape left of the line, about half as high as a small letter.
fn has_dot(sheet: &Sheet, line: &Printed) -> bool {
    let (left, size) = (line.left(), line.size);
    sheet.dots.iter().any(|dot| {
        let middle = line.baseline - dot.center().y;
        dot.x1 < left
            && left - dot.x1 < 2.0 * size
            && (0.1 * size..0.6 * size).contains(&middle)
            && dot.width() < 0.7 * size
    })
}

/// How the marks of one line are read.
struct Line<'a> {
    sheet: &'a Sheet,
    page: u32,
    tags: &'a Tags,
    /// Whether the file prints its spaces.
    spaced: bool,
}

impl Line<'_> {
    fn lines(&self, mut order: Vec<&Mark>) -> Vec<Printed> {
        order.sort_by(|a, b| by(a.baseline, b.baseline));
        let mut groups: Vec<Vec<&Mark>> = Vec::new();
        for mark in order {
            match groups.last_mut() {
                Some(group) if joins(group, mark) => group.push(mark),
                _ => groups.push(vec![mark]),
            }
        }
        let groups = with_raised(groups, self.sheet);
        let lines = groups.into_iter().map(|group| self.read(group));
        lines.filter(|line| !line.stretches.is_empty()).collect()
    }

    fn read(&self, mut group: Vec<&Mark>) -> Printed {
        group.sort_by(|a, b| by(a.left, b.left));
        let mut line = Printed { page: self.page, ..Printed::default() };
        let main = main_mark(&group);
        let (size, baseline) = main.map_or((0.0, 0.0), |mark| (mark.size, mark.baseline));
        (line.size, line.baseline) = (size, baseline);
        let small = |mark: &Mark| {
            let raised = mark.baseline < baseline - 0.12 * size;
            raised && main.is_some_and(|main| is_small(mark, main, self.sheet))
        };
        let letter = |mark: &Mark| self.sheet.text[mark.text.clone()].contains(char::is_alphabetic);
        let beside = group.iter().filter(|it| small(it) && letter(it)).count() > MOST_LETTERS;
        let mut open: Option<Open> = None;
        let mut printed_space = false;
        for mark in group {
            if mark.space {
                printed_space = true;
                continue;
            }
            let owner = self.tags.owner(self.page, mark.content);
            let text = text(self.sheet, mark, small(mark) && !beside);
            match open.as_mut() {
                Some(at) if !at.is_parted(&text, mark, owner, printed_space, self.spaced) => {
                    at.push(&text, mark, printed_space);
                }
                _ => {
                    line.stretches.extend(open.take().and_then(Open::close));
                    open = Some(Open::new(&text, mark, owner));
                }
            }
            printed_space = false;
        }
        line.stretches.extend(open.and_then(Open::close));
        line.bold = line.stretches.iter().all(|it| it.bold);
        line
    }
}

/// The characters of a mark; raised digits are characters of their own.
fn text<'a>(sheet: &'a Sheet, mark: &Mark, raised: bool) -> Cow<'a, str> {
    let text = &sheet.text[mark.text.clone()];
    if raised { Cow::Owned(shifted(text, true)) } else { Cow::Borrowed(text) }
}

/// The mark that gives the line its size: the commonest.
fn main_mark<'a>(group: &[&'a Mark]) -> Option<&'a Mark> {
    let mut counts: Vec<(&Mark, usize)> = Vec::new();
    for mark in group.iter().filter(|it| !it.space) {
        match counts.iter_mut().find(|(own, _)| (own.size - mark.size).abs() < 0.05) {
            Some((_, count)) => *count += 1,
            None => counts.push((mark, 1)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(mark, _)| mark)
}
