//! Tables of words that fell apart into one cell a line: under a caption, paragraphs of as many
//! lines as there are columns, the first of them the head.

use crate::book::Book;
use crate::chunks::{Chunk, ends_sentence};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::plain::caption_above;
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
    let mut found = Vec::new();
    let mut at = 0;
    while at < chunks.len() {
        let (step, table) = table(source, &chunks[at..], book).unzip();
        found.extend(table);
        at += step.unwrap_or(1);
    }
    found
}

/// The table whose head is the first of some paragraphs, and how many of them it takes.
fn table(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Option<(usize, (Vec<usize>, Laid))> {
    let head = &chunks[0].lines;
    if !COLUMNS.contains(&head.len()) || !cells_of(source, head, LONGEST_HEADING) {
        return None;
    }
    let row =
        |chunk: &&Chunk| chunk.lines.len() == head.len() && cells_of(source, &chunk.lines, LONGEST_CELL);
    let rows = chunks[1..].iter().take_while(row).count();
    if rows < FEWEST {
        return None;
    }
    let mut lines: Vec<usize> = chunks[..=rows].iter().flat_map(|chunk| chunk.lines.clone()).collect();
    let words = |line: usize| Joined::line(source, line).all_at(source);
    let mut laid = Laid {
        label_heading: Some(words(head[0])),
        columns: head[1..].iter().map(|line| words(*line)).collect(),
        rows: chunks[1..=rows].iter().map(|chunk| lay_row(&chunk.lines, &words)).collect(),
        span: words(head[0]).span.to(words(*lines.last()?).span),
        ..Laid::default()
    };
    caption_above(source, book, &mut lines, &mut laid);
    laid.caption.is_some().then_some((rows + 1, (lines, laid)))
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
