//! The lines around findings, with the exact stretches that they speak of.

use super::findings::Shown;
use std::collections::BTreeMap;
use std::ops::Range;
use uppsikt_domain::document::{LineRole, SourceLine};
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::table::{RowRole, Table};
use uppsikt_findings::Severity;

/// How many lines are shown before and after a finding.
const AROUND: u32 = 2;
/// How many lines of a long finding are shown.
const AT_MOST: u32 = 12;

/// Lines with findings, or lines without that are folded.
#[derive(Debug, Clone)]
pub enum Block<'a> {
    /// Lines without findings: first and last.
    Folded(u32, u32),
    /// Lines around findings, and the findings by their numbers in the view's list.
    Lines {
        /// The lines.
        lines: Vec<LineView<'a>>,
        /// Which findings begin here.
        findings: Vec<usize>,
    },
}

/// A line of the source as it is shown beside findings.
#[derive(Debug, Clone)]
pub struct LineView<'a> {
    /// One-based.
    pub number: u32,
    /// What took it.
    pub role: LineRole,
    /// The gravest severity of the findings on it.
    pub severity: Option<Severity>,
    /// What stands on it.
    pub content: LineContent<'a>,
}

/// What stands on a line.
#[derive(Debug, Clone)]
pub enum LineContent<'a> {
    /// Running text, in stretches.
    Text(Vec<Stretch<'a>>),
    /// A row of a table: its label and cells.
    Row {
        /// Label and cells, each in stretches.
        cells: Vec<Vec<Stretch<'a>>>,
        /// Whether it holds headings.
        heading: bool,
        /// Whether it is a sum.
        sum: bool,
    },
}

/// A stretch of a line: with or without a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The characters.
    pub text: &'a str,
    /// The number of the finding in the view's list.
    pub finding: Option<usize>,
}

/// The text of a document around its findings, with what lies between folded.
pub fn blocks<'a>(stored: &'a StoredDocument, findings: &[Shown<'a>]) -> Vec<Block<'a>> {
    let lines = &stored.document.lines;
    let last = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let rows = table_rows(stored);
    let mut blocks = Vec::new();
    let mut next = 1;
    for (range, inside) in ranges(findings, lines) {
        if next < range.start {
            blocks.push(Block::Folded(next, range.start - 1));
        }
        next = range.end;
        let shown = range.filter_map(|number| line_view(lines, number, findings, &rows));
        blocks.push(Block::Lines { lines: shown.collect(), findings: inside });
    }
    if !findings.is_empty() && next <= last {
        blocks.push(Block::Folded(next, last));
    }
    blocks
}

/// Line ranges (end excluded) with the findings that begin in them, merged where they meet.
fn ranges(findings: &[Shown<'_>], lines: &[SourceLine]) -> Vec<(Range<u32>, Vec<usize>)> {
    let mut merged: Vec<(Range<u32>, Vec<usize>)> = Vec::new();
    for (at, shown) in findings.iter().enumerate() {
        let range = around(&shown.finding.at.span, lines);
        match merged.last_mut() {
            Some((before, inside)) if range.start <= before.end => {
                before.end = before.end.max(range.end);
                inside.push(at);
            }
            _ => merged.push((range, vec![at])),
        }
    }
    merged
}

/// The lines of a span and the nearest lines with words before and after it.
fn around(span: &Span, lines: &[SourceLine]) -> Range<u32> {
    let last = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let first = span.at.line.clamp(1, last.max(1));
    let end = span.end_line.clamp(first, last.max(first)).min(first + AT_MOST - 1);
    let worded =
        |number: &u32| line_at(lines, *number).is_some_and(|line| line.text.contains(char::is_alphanumeric));
    let from = (1..first).rev().filter(worded).take(AROUND as usize).last().unwrap_or(first);
    let to = (end + 1..=last).filter(worded).take(AROUND as usize).last().unwrap_or(end);
    from..to + 1
}

fn line_at(lines: &[SourceLine], number: u32) -> Option<&SourceLine> {
    lines.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

fn line_view<'a>(
    lines: &'a [SourceLine],
    number: u32,
    findings: &[Shown<'_>],
    rows: &BTreeMap<u32, RowSpans>,
) -> Option<LineView<'a>> {
    let line = line_at(lines, number).filter(|line| line.text.contains(char::is_alphanumeric))?;
    let marks = marks(line, number, findings);
    let severity = marks.iter().map(|(_, at)| findings[*at].finding.severity).min();
    let row = rows.get(&number).filter(|row| row.holds_all(&line.text, &marks));
    let content = match row {
        Some(row) => row.content(&line.text, &marks),
        None => LineContent::Text(stretches(&line.text, plain(line), &marks)),
    };
    Some(LineView { number, role: line.role, severity, content })
}

/// The characters of a line that are shown: a heading without its Markdown mark, no space at the ends.
fn plain(line: &SourceLine) -> Range<usize> {
    let text = line.text.trim_end();
    let body = text.trim_start();
    let body = if line.role == LineRole::Heading { body.trim_start_matches('#').trim_start() } else { body };
    text.chars().count() - body.chars().count()..text.chars().count()
}

/// The stretches of a line, in characters, that findings speak of.
fn marks(line: &SourceLine, number: u32, findings: &[Shown<'_>]) -> Vec<(Range<usize>, usize)> {
    let on_line = findings.iter().enumerate().filter(|(_, shown)| shown.finding.at.span.holds_line(number));
    let marks = on_line.map(|(at, shown)| (columns(&line.text, number, &shown.finding.at.span), at));
    let mut marks: Vec<_> = marks.filter(|(range, _)| !range.is_empty()).collect();
    marks.sort_by_key(|(range, at)| (range.start, range.end, *at));
    marks
}

/// The characters of a line that lie inside a span.
pub(crate) fn columns(text: &str, number: u32, span: &Span) -> Range<usize> {
    let length = text.trim_end().chars().count();
    let indent = text.chars().take_while(|c| c.is_whitespace()).count();
    let zero_based = |column: u32| usize::try_from(column).unwrap_or(0).saturating_sub(1);
    let start = if number == span.at.line { zero_based(span.at.column) } else { indent };
    let end = if number == span.end_line { zero_based(span.end_column) + 1 } else { length };
    start.min(length)..end.min(length).max(start.min(length))
}

/// A range of a line cut where marks begin and end. Of marks that lie over each other the
/// one that begins first wins.
fn stretches<'a>(text: &'a str, shown: Range<usize>, marks: &[(Range<usize>, usize)]) -> Vec<Stretch<'a>> {
    let mut out = Vec::new();
    let mut next = shown.start;
    for (range, at) in marks {
        let (start, end) = (range.start.max(next), range.end.min(shown.end));
        if start >= end {
            continue;
        }
        push(&mut out, text, next..start, None);
        push(&mut out, text, start..end, Some(*at));
        next = end;
    }
    push(&mut out, text, next..shown.end, None);
    out
}

fn push<'a>(out: &mut Vec<Stretch<'a>>, text: &'a str, chars: Range<usize>, finding: Option<usize>) {
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    if chars.start < chars.end {
        out.push(Stretch { text: &text[byte(chars.start)..byte(chars.end)], finding });
    }
}

/// Where label and cells of a table's row stand on one line, in characters.
struct RowSpans {
    cells: Vec<Range<usize>>,
    heading: bool,
    sum: bool,
}

impl RowSpans {
    fn content<'a>(&self, text: &'a str, marks: &[(Range<usize>, usize)]) -> LineContent<'a> {
        let cells = self.cells.iter().map(|cell| stretches(text, cell.clone(), &self.marks_in(cell, marks)));
        LineContent::Row { cells: cells.collect(), heading: self.heading, sum: self.sum }
    }

    fn marks_in(&self, cell: &Range<usize>, marks: &[(Range<usize>, usize)]) -> Vec<(Range<usize>, usize)> {
        marks.iter().filter(|(range, _)| meets(range, cell)).cloned().collect()
    }

    /// Whether showing the cells alone drops neither a word nor a mark of the line.
    fn holds_all(&self, text: &str, marks: &[(Range<usize>, usize)]) -> bool {
        let in_cell = |at: usize| self.cells.iter().any(|cell| cell.contains(&at));
        let words = text.chars().enumerate().all(|(at, c)| !c.is_alphanumeric() || in_cell(at));
        words && marks.iter().all(|(range, _)| self.cells.iter().any(|cell| meets(range, cell)))
    }
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Rows of tables that stand on one line each.
fn table_rows(stored: &StoredDocument) -> BTreeMap<u32, RowSpans> {
    let mut rows = BTreeMap::new();
    for (_, table) in stored.document.tables() {
        add_rows(table, &mut rows);
        add_headings(stored, table, &mut rows);
    }
    rows
}

fn add_rows(table: &Table, rows: &mut BTreeMap<u32, RowSpans>) {
    for row in table.rows.iter().filter(|row| row.cells.iter().any(|cell| cell.printed.is_some())) {
        let number = row.label.span.at.line;
        let label = one_line(&row.label.span, number);
        let cells = row.cells.iter().map(|cell| match cell.printed {
            Some(_) => one_line(&cell.span, number),
            None => Some(0..0),
        });
        if let Some(cells) = [label].into_iter().chain(cells).collect::<Option<Vec<_>>>() {
            let sum = matches!(row.role, RowRole::Subtotal | RowRole::Total);
            rows.insert(number, RowSpans { cells, heading: false, sum });
        }
    }
}

fn add_headings(stored: &StoredDocument, table: &Table, rows: &mut BTreeMap<u32, RowSpans>) {
    let headed = table.columns.iter().filter(|column| !column.heading.text.is_empty());
    let spans: Vec<&Span> = headed.map(|column| &column.heading.span).collect();
    let Some(number) = spans.first().map(|span| span.at.line).filter(|_| spans.len() == table.columns.len())
    else {
        return;
    };
    let cells = spans.iter().map(|span| one_line(span, number));
    let before = stored.document.line(number).map(|line| label_before(&line.text, spans[0]));
    if let Some(cells) = [before].into_iter().chain(cells).collect::<Option<Vec<_>>>() {
        rows.entry(number).or_insert(RowSpans { cells, heading: true, sum: false });
    }
}

/// The words of a line before its first column: the heading of the labels.
fn label_before(text: &str, first: &Span) -> Range<usize> {
    let end = usize::try_from(first.at.column).unwrap_or(0).saturating_sub(1);
    let worded = |(at, c): (usize, char)| c.is_alphanumeric().then_some(at);
    let words: Vec<usize> = text.chars().enumerate().take(end).filter_map(worded).collect();
    words.first().zip(words.last()).map_or(0..0, |(from, to)| *from..to + 1)
}

fn one_line(span: &Span, number: u32) -> Option<Range<usize>> {
    let zero_based = |column: u32| usize::try_from(column).ok()?.checked_sub(1);
    let alone = span.at.line == number && span.end_line == number;
    alone.then_some(zero_based(span.at.column)?..zero_based(span.end_column)? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_exactly_where_its_finding_begins_and_ends() {
        let text = "  Fyra av fem mål är på väg.";
        let cut = stretches(text, 2..text.chars().count(), &[(2..17, 0)]);
        assert_eq!(cut[0], Stretch { text: "Fyra av fem mål", finding: Some(0) });
        assert_eq!(cut[1], Stretch { text: " är på väg.", finding: None });
    }

    #[test]
    fn marks_over_each_other_lose_no_character() {
        let cut = stretches("abcdef", 0..6, &[(1..4, 0), (2..6, 1)]);
        let whole: String = cut.iter().map(|stretch| stretch.text).collect();
        assert_eq!(whole, "abcdef");
        assert_eq!(cut.iter().map(|stretch| stretch.finding).collect::<Vec<_>>(), [None, Some(0), Some(1)]);
    }
}
