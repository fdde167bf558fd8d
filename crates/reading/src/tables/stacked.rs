//! Tables of words that fell apart into one cell a line: under a caption, paragraphs of as many
//! lines as there are columns, the first of them the head.

use crate::book::{Book, first_fit};
use crate::chunks::{Chunk, along, ends_sentence};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::figures;
use uppsikt_domain::document::LineRole;

/// A heading of a column is at most so long, a cell at most so, in bytes.
const LONGEST_HEADING: usize = 40;
const LONGEST_CELL: usize = 110;
/// So many columns, the one of labels included.
const COLUMNS: std::ops::RangeInclusive<usize> = 2..=6;
/// So many rows at least.
const FEWEST: usize = 3;
/// The name of an indicator is on so many lines at most.
const MOST_LABEL: usize = 3;

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    along(chunks, |chunks| table(source, chunks, book))
}

/// The table whose head is the first of some paragraphs, and how many of them it takes.
fn table(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Option<(usize, (Vec<usize>, Laid))> {
    let head = &chunks[0].lines;
    let measured =
        head.first().is_some_and(|line| first_fit(&book.goal_tables.indicator, source.text(*line)).is_some());
    if !COLUMNS.contains(&head.len()) || !cells_of(source, head, LONGEST_HEADING) {
        return None;
    }
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut at = 1;
    let next = |chunks: &[Chunk]| match measured {
        true => measure(source, chunks, head.len()),
        false => row(source, chunks, head.len()),
    };
    while let Some((count, row)) = next(&chunks[at..]) {
        rows.push(row);
        at += count;
    }
    if rows.len() < if measured { 1 } else { FEWEST } {
        return None;
    }
    let mut lines: Vec<usize> = chunks[..at].iter().flat_map(|chunk| chunk.lines.clone()).collect();
    let words = |line: usize| Joined::line(source, line).all_at(source);
    let mut laid = Laid {
        label_heading: Some(words(head[0])),
        columns: head[1..].iter().map(|line| words(*line)).collect(),
        rows: rows.iter().map(|row| lay_row(source, row, head.len())).collect(),
        span: words(head[0]).span.to(words(*lines.last()?).span),
        ..Laid::default()
    };
    caption_above(source, book, &mut lines, &mut laid);
    let named =
        measured || laid.caption.is_some() || first_fit(&book.order_lists, source.text(head[0])).is_some();
    named.then_some((at, (lines, laid)))
}

/// A row: a paragraph of as many lines as there are columns, or one that a page break cuts in two;
/// with the number of paragraphs.
fn row(source: &Source, chunks: &[Chunk], columns: usize) -> Option<(usize, Vec<usize>)> {
    let first = &chunks.first()?.lines;
    let cut = || {
        let next = &chunks.get(1)?.lines;
        let mut between = first.last().copied()? + 1..*next.first()?;
        let head = between.any(|line| source.lines[line].role == LineRole::RunningHead);
        head.then(|| first.iter().chain(next).copied().collect::<Vec<_>>())
    };
    let (count, lines) = if first.len() == columns { (1, first.clone()) } else { (2, cut()?) };
    (lines.len() == columns && cells_of(source, &lines, LONGEST_CELL)).then_some((count, lines))
}

/// An indicator: the lines of its name, and a figure for each further column.
fn measure(source: &Source, chunks: &[Chunk], columns: usize) -> Option<(usize, Vec<usize>)> {
    let lines = &chunks.first()?.lines;
    let name = lines.len().checked_sub(columns - 1).filter(|count| (1..=MOST_LABEL).contains(count))?;
    let figure = |line: &usize| {
        figures::value(source.text(*line)).is_some() || matches!(source.text(*line), "-" | "\u{2013}")
    };
    let named = source.text(lines[0]).starts_with(char::is_uppercase) && !lines[..name].iter().any(figure);
    (named && lines[name..].iter().all(figure)).then(|| (1, lines.clone()))
}

/// Whether every line can be a cell for itself: no sentence, no words that go on in the next line.
fn cells_of(source: &Source, lines: &[usize], longest: usize) -> bool {
    let cell = |(at, line): (usize, &usize)| {
        let text = source.text(*line);
        let opens = at > 0 || text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        opens && text.len() <= longest && !ends_sentence(text) && !text.ends_with(',')
    };
    lines.iter().enumerate().all(cell)
}

fn lay_row(source: &Source, lines: &[usize], columns: usize) -> LaidRow {
    let (label, cells) = lines.split_at(lines.len() + 1 - columns);
    let cell = |line: &usize| Some(Joined::line(source, *line).all_at(source));
    let label = Joined::lines(source, label.iter().copied()).all_at(source);
    LaidRow { label, cells: cells.iter().map(cell).collect(), note: None, guessed: false }
}
