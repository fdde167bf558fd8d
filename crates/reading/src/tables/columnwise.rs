//! Tables that fell apart column by column: a paragraph of labels, then for each column its heading
//! and as many figures as there are labels, a line each.

use crate::book::Book;
use crate::chunks::{Chunk, along, ends_sentence};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::figures;
use crate::tables::tail::is_period;

/// A label is at most so long, in bytes.
const LONGEST_LABEL: usize = 80;
/// So many labels and so many columns at least.
const FEWEST_ROWS: usize = 3;
const FEWEST_COLUMNS: usize = 2;

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    along(chunks, |chunks| table(source, chunks, book))
}

/// A column: the line of its heading and those of its cells.
type Column = (usize, Vec<usize>);

/// The table whose labels are the first of some paragraphs, and how many of them it takes.
fn table(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Option<(usize, (Vec<usize>, Laid))> {
    let labels = &chunks[0].lines;
    let labelled = labels.len() >= FEWEST_ROWS && labels.iter().all(|line| is_label(source, *line));
    if !labelled {
        return None;
    }
    let mut columns: Vec<Column> = Vec::new();
    let mut at = 1;
    while let Some((count, column)) = column(source, &chunks[at..], labels.len()) {
        columns.push(column);
        at += count;
    }
    if columns.len() < FEWEST_COLUMNS {
        return None;
    }
    let words = |line: usize| Joined::line(source, line).all_at(source);
    let mut lines: Vec<usize> = chunks[..at].iter().flat_map(|chunk| chunk.lines.clone()).collect();
    let row = |index: usize| LaidRow {
        label: words(labels[index]),
        cells: columns.iter().map(|(_, cells)| Some(words(cells[index]))).collect(),
        note: None,
        guessed: false,
    };
    let mut laid = Laid {
        columns: columns.iter().map(|(heading, _)| words(*heading)).collect(),
        rows: (0..labels.len()).map(row).collect(),
        span: words(labels[0]).span.to(words(*lines.last()?).span),
        ..Laid::default()
    };
    caption_above(source, book, &mut lines, &mut laid);
    Some((at, (lines, laid)))
}

fn is_label(source: &Source, line: usize) -> bool {
    let text = source.text(line);
    text.len() <= LONGEST_LABEL && text.starts_with(char::is_uppercase) && !ends_sentence(text)
}

/// A heading for itself and then, over page breaks, as many figures as there are labels; with the
/// number of paragraphs.
fn column(source: &Source, chunks: &[Chunk], rows: usize) -> Option<(usize, Column)> {
    let [heading] = chunks.first()?.lines[..] else { return None };
    let headed = is_label(source, heading) || is_period(source.text(heading));
    let mut cells = Vec::new();
    let mut count = 1;
    while cells.len() < rows {
        let more = &chunks.get(count).filter(|_| headed)?.lines;
        let figured = more.iter().all(|line| figures::value(source.text(*line)).is_some());
        cells.extend(more.iter().filter(|_| figured));
        if !figured {
            return None;
        }
        count += 1;
    }
    (cells.len() == rows).then_some((count, (heading, cells)))
}
