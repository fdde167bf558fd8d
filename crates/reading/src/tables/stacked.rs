//! Tables of words that fell apart into one cell a line: under a caption, paragraphs of as many
//! lines as there are columns, the first of them the head.

use crate::book::{Book, first_fit};
use crate::chunks::{Chunk, along, ends_sentence};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::TextAt;

/// A heading of a column is at most so long, a cell at most so, in bytes.
const LONGEST_HEADING: usize = 40;
const LONGEST_CELL: usize = 110;
/// So many columns, the one of labels included.
const COLUMNS: std::ops::RangeInclusive<usize> = 2..=6;
/// So many rows at least.
const FEWEST: usize = 3;

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    along(chunks, |chunks| table(source, chunks, book))
}

/// The table whose head is the first of some paragraphs, and how many of them it takes.
fn table(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Option<(usize, (Vec<usize>, Laid))> {
    let head = &chunks[0].lines;
    if !COLUMNS.contains(&head.len()) || !cells_of(source, head, LONGEST_HEADING) {
        return None;
    }
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut at = 1;
    while let Some((count, row)) = row(source, &chunks[at..], head.len()) {
        rows.push(row);
        at += count;
    }
    if rows.len() < FEWEST {
        return None;
    }
    let mut lines: Vec<usize> = chunks[..at].iter().flat_map(|chunk| chunk.lines.clone()).collect();
    let words = |line: usize| Joined::line(source, line).all_at(source);
    let mut laid = Laid {
        label_heading: Some(words(head[0])),
        columns: head[1..].iter().map(|line| words(*line)).collect(),
        rows: rows.iter().map(|row| lay_row(row, &words)).collect(),
        span: words(head[0]).span.to(words(*lines.last()?).span),
        ..Laid::default()
    };
    caption_above(source, book, &mut lines, &mut laid);
    let named = laid.caption.is_some() || first_fit(&book.order_lists, source.text(head[0])).is_some();
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

/// Whether every line can be a cell for itself: no sentence, no words that go on in the next line.
fn cells_of(source: &Source, lines: &[usize], longest: usize) -> bool {
    let cell = |(at, line): (usize, &usize)| {
        let text = source.text(*line);
        let opens = at > 0 || text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        opens && text.len() <= longest && !ends_sentence(text) && !text.ends_with(',')
    };
    lines.iter().enumerate().all(cell)
}

fn lay_row(lines: &[usize], words: &dyn Fn(usize) -> TextAt) -> LaidRow {
    let cells = lines[1..].iter().map(|line| Some(words(*line))).collect();
    LaidRow { label: words(lines[0]), cells, note: None }
}
