//! Tables, the captions above them, and what charts show.

use super::Reader;
use crate::agenda;
use crate::chunks::{ends_sentence, wants_more};
use crate::diagrams;
use crate::headings::has_finite_verb;
use crate::joined::Joined;
use crate::markup::{is_bold, is_emphasised, unmarked};
use crate::piece::Piece;
use crate::source::Source;
use crate::tables::caption::{is_caption, is_named_with_unit, is_unit_alone};
use crate::tables::grid;
use std::ops::Range;
use uppsikt_domain::document::LineRole;

/// A caption of a line of its own is at most so long, in bytes.
const LONGEST_CAPTION: usize = 160;
/// One without emphasis, number or unit is at most so long, in bytes.
const LONGEST_PLAIN_CAPTION: usize = 80;
/// What a chart shows is told on so many lines at most.
const MOST_DIAGRAM_LINES: usize = 4;

impl Reader<'_> {
    pub(super) fn table(&mut self, line: usize) -> Option<usize> {
        let pipe = grid::is_pipe_row(self.source.text(line));
        let bare = !pipe && grid::is_rule(self.source.text(line + 1)) && self.source.text(line).contains('|');
        let same = |source: &Source, at: usize| {
            if !source.free(at) {
                return false;
            }
            if bare {
                source.text(at).contains('|')
            } else if pipe {
                grid::is_pipe_row(source.text(at))
            } else {
                grid::is_tab_row(source.raw(at))
            }
        };
        let (lines, count) = self.table_lines(line, &same);
        if lines.len() < if pipe { 1 } else { 2 } {
            return None;
        }
        if let Some(count) = self.told_in_row(&lines, count) {
            return Some(count);
        }
        if let Some(count) = self.strip(&lines, count) {
            return Some(count);
        }
        let mut laid = grid::lay(self.source, &lines, self.book);
        if let Some(caption) = self.caption.take() {
            let caption = caption.all_at(self.source);
            laid.span = caption.span.to(laid.span);
            laid.caption = Some(caption);
        }
        (line..line + count).for_each(|line| self.source.take(line, LineRole::Table, "table-row"));
        self.pieces.push(Piece::Table(Box::new(laid)));
        Some(count)
    }

    /// A row alone that names links to the global goals in a cell is no table: each cell is a paragraph of
    /// its own, as where status and links stand beside each other below a goal.
    fn told_in_row(&mut self, lines: &[usize], count: usize) -> Option<usize> {
        let (first, rest) = lines.split_first()?;
        let line = *first;
        let alone = rest.iter().all(|at| grid::is_rule(self.source.text(*at)));
        if !alone || lines.len() > 2 || !grid::is_pipe_row(self.source.text(line)) {
            return None;
        }
        let raw = self.source.raw(line);
        let cells: Vec<Joined> = cells(raw).map(|cell| part(self.source, line, cell)).collect();
        let links = |words: &Joined| {
            self.book.is_agenda_intro(&words.text)
                && !agenda::links_after_colon(self.source, words).is_empty()
        };
        let linked: Vec<bool> = cells.iter().map(links).collect();
        if !linked.contains(&true) {
            return None;
        }
        lines.iter().for_each(|line| self.source.take(*line, LineRole::Agenda, "agenda-row"));
        for (words, linked) in cells.into_iter().zip(linked) {
            self.pieces.push(if linked { Piece::AgendaIntro(words) } else { Piece::Paragraph(words) });
        }
        Some(count)
    }

    /// The rows of a table, also after the head of a page and with the table's own head printed again,
    /// and how many lines they and what stands between take.
    pub(super) fn table_lines(
        &self,
        line: usize,
        same: &dyn Fn(&Source, usize) -> bool,
    ) -> (Vec<usize>, usize) {
        let rows = |from: usize| (from..self.source.len()).take_while(|at| same(self.source, *at));
        let mut lines: Vec<usize> = rows(line).collect();
        let mut end = line + lines.len();
        while !lines.is_empty() {
            let passed =
                |at: &usize| self.source.blank(*at) || self.source.lines[*at].role == LineRole::RunningHead;
            let between = (end..self.source.len()).take_while(passed).count();
            let paged = (end..end + between).any(|at| !self.source.blank(at));
            let again = |from: usize| {
                let head = || lines.iter().map(|at| self.source.text(*at)).take(2);
                head().zip(rows(from)).take_while(|(own, at)| *own == self.source.text(*at)).count()
            };
            let next: Vec<usize> = rows(end + between).collect();
            let headed = next.get(1).is_some_and(|at| grid::is_rule(self.source.text(*at)));
            let repeated = again(end + between);
            let marks = |at: usize| self.source.text(at).matches(['|', '\t']).count();
            let fits = next.first().is_some_and(|at| marks(*at) == marks(line));
            if !paged || !fits || (headed && repeated < 2) {
                break;
            }
            end += between + next.len();
            lines.extend(next.into_iter().skip(repeated));
        }
        let count = end - line;
        (lines, count)
    }

    /// Whether the next line with words is a row of a table, running heads aside.
    pub(super) fn table_follows(&self, line: usize) -> bool {
        let next = (line + 1..self.source.len()).find(|at| self.source.free(*at));
        next.is_some_and(|at| {
            grid::is_pipe_row(self.source.text(at))
                || grid::is_rule(self.source.text(at + 1))
                || (grid::is_tab_row(self.source.raw(at)) && grid::is_tab_row(self.source.raw(at + 1)))
        })
    }

    /// A short line right above a table is its caption: in emphasis, numbered, with a unit, or some
    /// words that are no sentence.
    pub(super) fn caption(&mut self, line: usize, text: &str) -> Option<usize> {
        if !self.ended || is_bold(text) || self.source.free(line + 1) || !self.table_follows(line) {
            return None;
        }
        let raw = self.source.raw(line);
        let mut words = Joined::default();
        words.push(self.source, line, unmarked(raw, 0..raw.len()));
        let after_table = matches!(self.pieces.last(), Some(Piece::Table(_)));
        let named = is_caption(&words.text, self.book);
        let told = if is_emphasised(text) {
            !after_table && !ends_sentence(&words.text)
        } else {
            (is_named_with_unit(&words.text) && !is_unit_alone(&words.text))
                || (!after_table && is_plain_caption(&words.text))
        };
        if words.text.len() > LONGEST_CAPTION || !(named || told) {
            return None;
        }
        self.take(line, LineRole::Table, "table-caption");
        self.caption = Some(words);
        Some(1)
    }

    /// "Diagram 3: …", and "Källa: …" in the same paragraph or in the next.
    pub(super) fn diagram(&mut self, line: usize, text: &str) -> Option<usize> {
        let bare = text.trim_matches(['*', '_']);
        if let Some(Piece::Diagram { source, .. }) = self.pieces.last_mut()
            && diagrams::is_source(bare)
            && source.is_empty()
        {
            *source = Joined::line(self.source, line);
            self.take(line, LineRole::Text, "diagram-source");
            return Some(1);
        }
        let count = self.wrapped(line);
        let opens = self.ended && count <= MOST_DIAGRAM_LINES && diagrams::is_caption(self.book, bare);
        if !opens || self.table_follows(line + count - 1) {
            return None;
        }
        let mut words = Joined::default();
        words.push(self.source, line, unmarked(self.source.raw(line), 0..self.source.raw(line).len()));
        (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
        let cut = diagrams::source_start(&words.text).unwrap_or(words.text.len());
        let (caption, source) =
            (words.slice(0..words.text[..cut].trim_end().len()), words.slice(cut..words.text.len()));
        (line..line + count).for_each(|at| self.source.take(at, LineRole::Text, "diagram-caption"));
        self.pieces.push(Piece::Diagram { caption, source });
        Some(count)
    }
}

/// Whether words without emphasis can be a caption: some words with a capital, and no sentence.
fn is_plain_caption(text: &str) -> bool {
    text.len() <= LONGEST_PLAIN_CAPTION
        && text.starts_with(char::is_uppercase)
        && !text.contains([':', '?', '!'])
        && !text.contains(". ")
        && !ends_sentence(text)
        && !wants_more(text)
        && !has_finite_verb(text)
}

/// Where the cells of a row are that hold something, in bytes of the line.
fn cells(raw: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    raw.split('|').filter(|cell| !cell.trim().is_empty()).map(move |cell| {
        let start = cell.as_ptr() as usize - raw.as_ptr() as usize;
        let trimmed = cell.trim_start();
        let start = start + cell.len() - trimmed.len();
        start..start + trimmed.trim_end().len()
    })
}

fn part(source: &Source, line: usize, range: Range<usize>) -> Joined {
    let mut words = Joined::default();
    words.push(source, line, unmarked(source.raw(line), range));
    words
}
