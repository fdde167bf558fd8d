//! Glyphs as printed lines: by height, then from left to right, cut where a gap is too wide
//! for a space.

use super::sheet::{Mark, Sheet};
use super::tags::Tags;
use std::cmp::Ordering;
use std::ops::Range;

/// A gap up to this share of the size is within a word.
const WORD_GAP: f64 = 0.15;
/// A gap over this share of the size parts two cells.
const CELL_GAP: f64 = 1.2;
/// As `CELL_GAP` where no space was printed, in a file that prints its spaces.
const BARE_CELL_GAP: f64 = 0.2;

/// Words of a line without a wide gap between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Stretch {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// The width of its first word.
    pub first_word: f64,
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    /// Its first bold words, in bytes of the text.
    pub strong: Range<usize>,
    /// The element of the file's structure that holds it.
    pub owner: Option<usize>,
    pub artifact: bool,
}

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
    /// A bullet was drawn before the line.
    pub dotted: bool,
}

impl Printed {
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
pub(super) fn lines(sheet: &Sheet, page: u32, tags: &Tags) -> Vec<Printed> {
    let mut order: Vec<&Mark> = sheet.marks.iter().collect();
    order.sort_by(|a, b| by(a.baseline, b.baseline));
    let mut groups: Vec<Vec<&Mark>> = Vec::new();
    for mark in order {
        match groups.last_mut() {
            Some(group) if joins(group, mark) => group.push(mark),
            _ => groups.push(vec![mark]),
        }
    }
    let spaced = sheet.marks.iter().filter(|it| it.space).count() * 15 > sheet.marks.len();
    let mut lines: Vec<Printed> = groups
        .into_iter()
        .map(|group| Line { sheet, page, tags, spaced }.read(group))
        .filter(|line| !line.stretches.is_empty())
        .collect();
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
    let size = if mark.space { first.size } else { first.size.max(mark.size) };
    mark.baseline - first.baseline <= 0.35 * size
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
    /// Whether the page prints its spaces.
    spaced: bool,
}

impl Line<'_> {
    fn read(&self, mut group: Vec<&Mark>) -> Printed {
        group.sort_by(|a, b| by(a.left, b.left));
        let mut line = Printed { page: self.page, ..Printed::default() };
        let main = main_mark(&group);
        let (size, baseline) = main.map_or((0.0, 0.0), |mark| (mark.size, mark.baseline));
        (line.size, line.baseline) = (size, baseline);
        let mut open: Option<Open> = None;
        let mut printed_space = false;
        for mark in group {
            if mark.space {
                printed_space = true;
                continue;
            }
            let owner = self.tags.owner(self.page, mark.content);
            match open.as_mut() {
                Some(at) if !at.is_parted(mark, owner, printed_space, self.spaced) => {
                    at.push(self.sheet, mark, printed_space);
                }
                _ => {
                    line.stretches.extend(open.take().and_then(Open::close));
                    open = Some(Open::new(self.sheet, mark, owner));
                }
            }
            printed_space = false;
        }
        line.stretches.extend(open.and_then(Open::close));
        line.bold = line.stretches.iter().all(|it| it.bold);
        line
    }
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

/// A stretch while it is read.
struct Open {
    stretch: Stretch,
    last_left: f64,
    last_text: String,
    bold: usize,
    italic: usize,
    /// Whether the last mark was bold.
    in_bold: bool,
    count: usize,
    in_first_word: bool,
}

impl Open {
    fn new(sheet: &Sheet, mark: &Mark, owner: Option<usize>) -> Self {
        let stretch = Stretch {
            left: mark.left,
            right: mark.left,
            size: mark.size,
            owner,
            artifact: mark.artifact,
            ..Stretch::default()
        };
        let mut open = Open {
            stretch,
            last_left: f64::MIN,
            last_text: String::new(),
            bold: 0,
            italic: 0,
            in_bold: false,
            count: 0,
            in_first_word: true,
        };
        open.push(sheet, mark, false);
        open
    }

    fn is_parted(&self, mark: &Mark, owner: Option<usize>, space: bool, spaced: bool) -> bool {
        let gap = mark.left - self.stretch.right;
        let size = self.stretch.size.max(mark.size);
        let wide = if spaced && !space { BARE_CELL_GAP } else { CELL_GAP };
        gap > wide * size
            || mark.artifact != self.stretch.artifact
            || (owner != self.stretch.owner && gap > WORD_GAP * size)
    }

    fn push(&mut self, sheet: &Sheet, mark: &Mark, space: bool) {
        let text = &sheet.text[mark.text.clone()];
        let twice = text == self.last_text && mark.left - self.last_left < 0.12 * mark.size;
        if twice {
            return;
        }
        let gap = mark.left - self.stretch.right;
        if !self.stretch.text.is_empty() && (space || gap > WORD_GAP * self.stretch.size.max(mark.size)) {
            self.stretch.text.push(' ');
            self.in_first_word = false;
        }
        let start = self.stretch.text.len();
        self.stretch.text.push_str(text);
        self.strong(start, mark.look.bold);
        self.stretch.right = self.stretch.right.max(mark.right);
        self.stretch.size = self.stretch.size.max(mark.size);
        if self.in_first_word {
            self.stretch.first_word = self.stretch.right - self.stretch.left;
        }
        (self.last_left, self.last_text) = (mark.left, text.to_owned());
        self.bold += usize::from(mark.look.bold);
        self.italic += usize::from(mark.look.italic);
        self.count += 1;
    }

    /// Adds a mark to the first bold words, where it belongs to them.
    fn strong(&mut self, start: usize, bold: bool) {
        let end = self.stretch.text.len();
        let strong = &mut self.stretch.strong;
        if bold && strong.start >= strong.end {
            *strong = start..end;
        } else if bold && self.in_bold {
            strong.end = end;
        }
        self.in_bold = bold && strong.end == end;
    }

    /// Without soft hyphens but at the end, where the word goes on in the next line.
    fn close(mut self) -> Option<Stretch> {
        self.stretch.bold = self.bold * 10 >= self.count * 9;
        self.stretch.italic = self.italic == self.count;
        let text = self.stretch.text.trim();
        if text.contains('\u{ad}') {
            let ends = text.ends_with('\u{ad}');
            self.stretch.text = text.replace('\u{ad}', "");
            self.stretch.strong = 0..0;
            if ends {
                self.stretch.text.push('\u{ad}');
            }
        }
        (!self.stretch.text.trim().is_empty()).then_some(self.stretch)
    }
}
