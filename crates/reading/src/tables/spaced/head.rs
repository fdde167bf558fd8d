//! The head of a table set out with spaces: one line, or several whose words stand above one
//! another, the label on the last of them.

use super::segments::{Segment, is_figure, is_label, segments, segments_text};
use crate::chunks::Chunk;
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::tail;
use std::collections::HashSet;

/// So many lines of a head at most stand above the one with the label.
const MOST_ABOVE: usize = 2;
/// So many lines of a head at most stand below it.
const MOST_BELOW: usize = 2;
/// These are set in so far, in characters.
const SET_IN: usize = 12;
/// Words of one column end so near to one another, in characters.
const NEAR: usize = 3;
/// So many cells make a head that is known again.
const FEWEST_AGAIN: usize = 3;

/// A head and where its columns stand.
pub(super) struct Head {
    /// How many lines it takes.
    pub lines: usize,
    pub label: Option<Joined>,
    pub columns: Vec<Segment>,
    pub headings: Vec<Joined>,
}

impl Head {
    /// The head at the top of some lines.
    pub fn of(source: &Source, lines: &[usize]) -> Option<Head> {
        let set_in = |line: &&usize| {
            let first = segments(source.raw(**line)).first().map_or(0, |first| first.at.start);
            first >= SET_IN && is_worded(source, **line)
        };
        let above = lines.iter().take(MOST_ABOVE).take_while(set_in).count();
        let stacked = (above > 0).then(|| Head::over(source, lines, above)).flatten();
        let stacked = stacked.map(|head| head.with_below(source, lines));
        stacked.or_else(|| Some(Head::single(source, *lines.first()?)?.with_below(source, lines)))
    }

    /// A head with the lines below it that go on its words: "Utfall" and "2030" under it.
    fn with_below(mut self, source: &Source, lines: &[usize]) -> Head {
        for line in lines.iter().skip(self.lines).take(MOST_BELOW) {
            let raw = source.raw(*line);
            let mut found = segments(raw);
            let first = found.first().filter(|first| self.label.is_some() && is_label(source, *line, first));
            let label = first.filter(|first| {
                let words = &raw[first.bytes.clone()];
                first.at.end < self.columns[0].at.start && words.starts_with(char::is_lowercase)
            });
            let label = label.filter(|_| found.len() > 1).cloned();
            found.drain(..usize::from(label.is_some()));
            let goes_on = |cell: &Segment| goes_on(&raw[cell.bytes.clone()]);
            let column = |cell: &Segment| self.columns.iter().position(|column| overlap(column, cell));
            let columns: Option<Vec<usize>> = found.iter().map(column).collect();
            let Some(columns) = columns.filter(|_| found.iter().all(goes_on)) else { break };
            for (column, cell) in columns.into_iter().zip(found) {
                self.headings[column].push(source, *line, cell.bytes);
                let at = &mut self.columns[column].at;
                *at = at.start.min(cell.at.start)..at.end.max(cell.at.end);
            }
            if let (Some(own), Some(label)) = (&mut self.label, label) {
                own.push(source, *line, label.bytes);
            }
            self.lines += 1;
        }
        self
    }

    /// Whether the cells of a row begin or end where its headings do.
    pub fn is_above(&self, cells: &[Segment]) -> bool {
        let first = cells.first().is_some_and(|cell| cell.at.start + 1 < self.columns[0].at.start);
        let rest = &cells[usize::from(first).min(cells.len())..];
        !rest.is_empty() && rest.iter().all(|cell| self.columns.iter().any(|column| keeps_to(cell, column)))
    }

    /// Whether a cell stands under a heading, and not far before it.
    pub fn has_below(&self, cell: &Segment) -> bool {
        let under = |column: &&Segment| overlap(column, cell) && cell.at.start + NEAR >= column.at.start;
        self.columns.iter().any(|column| keeps_to(cell, column) || under(&column))
    }

    /// A head of one line.
    fn single(source: &Source, line: usize) -> Option<Head> {
        Head::of_line(source, line, 2)
    }

    /// A head of one line, of so many columns at least.
    fn of_line(source: &Source, line: usize, fewest: usize) -> Option<Head> {
        let mut found = segments(source.raw(line));
        let labelled = found.first().is_some_and(|first| is_label(source, line, first));
        let columns = found.split_off(usize::from(labelled));
        let words = |segment: &Segment| {
            let mut words = Joined::default();
            words.push(source, line, segment.bytes.clone());
            words
        };
        let headings: Vec<Joined> = columns.iter().map(words).collect();
        let sound = columns.len() >= fewest && is_worded(source, line);
        sound.then(|| Head { lines: 1, label: found.first().map(words), columns, headings })
    }

    /// A head whose last line has lines above it: their words belong to the columns that they end over.
    fn over(source: &Source, lines: &[usize], above: usize) -> Option<Head> {
        // The line of the label may hold the column of words only, where the others have words above and below.
        let framed = lines.get(above + 1).is_some_and(|below| holds_years(source, *below));
        let fewest = if framed { 1 } else { 2 };
        let last = Head::of_line(source, *lines.get(above)?, fewest).filter(|head| head.label.is_some())?;
        let mut columns: Vec<(Segment, Vec<(usize, Segment)>)> =
            last.columns.into_iter().map(|column| (column.clone(), vec![(lines[above], column)])).collect();
        for line in lines[..above].iter().rev() {
            for segment in segments(source.raw(*line)) {
                let near = columns.iter_mut().filter(|(column, _)| ends_over(column, &segment));
                match near.min_by_key(|(column, _)| column.at.end.abs_diff(segment.at.end)) {
                    Some((_, words)) if words[0].0 == *line => return None,
                    Some((column, words)) => {
                        column.at = column.at.start.min(segment.at.start)..column.at.end.max(segment.at.end);
                        words.insert(0, (*line, segment));
                    }
                    None => columns.push((segment.clone(), vec![(*line, segment)])),
                }
            }
        }
        columns.sort_by_key(|(column, _)| column.at.end);
        let words = |words: &[(usize, Segment)]| {
            let mut joined = Joined::default();
            words.iter().for_each(|(line, segment)| joined.push(source, *line, segment.bytes.clone()));
            joined
        };
        let headings = columns.iter().map(|(_, own)| words(own)).collect();
        let columns = columns.into_iter().map(|(column, _)| column).collect();
        Some(Head { lines: above + 1, label: last.label, columns, headings })
    }
}

/// Whether a line holds years and nothing else, apart from one another.
fn holds_years(source: &Source, line: usize) -> bool {
    let cells = segments_text(source.raw(line));
    cells.len() >= 2 && cells.iter().all(|cell| tail::is_year(cell))
}

/// Words that a heading goes on with on a line of its own: a year, a unit, small letters.
fn goes_on(words: &str) -> bool {
    tail::is_year(words) || words.starts_with(|c: char| c.is_lowercase() || c == '(')
}

/// Whether a cell begins or ends where a heading does.
fn keeps_to(cell: &Segment, column: &Segment) -> bool {
    cell.at.start.abs_diff(column.at.start) <= 1 || cell.at.end.abs_diff(column.at.end) <= 1
}

fn overlap(column: &Segment, segment: &Segment) -> bool {
    column.at.start < segment.at.end && segment.at.start < column.at.end
}

fn ends_over(column: &Segment, segment: &Segment) -> bool {
    overlap(column, segment) || column.at.end.abs_diff(segment.at.end) <= NEAR
}

/// Whether every cell of a line holds words, or years.
fn is_worded(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    segments(raw).iter().all(|segment| !is_figure(raw, segment))
}

/// The cells of the lines of words that come back: heads of several tables.
pub(super) fn known_again<'s>(source: &'s Source, chunks: &[Chunk]) -> HashSet<Vec<&'s str>> {
    let mut seen: HashSet<Vec<&str>> = HashSet::new();
    let lines = chunks.iter().flat_map(|chunk| &chunk.lines).filter(|line| source.raw(**line).contains("  "));
    let worded = lines.filter(|line| is_worded(source, **line)).map(|line| segments_text(source.raw(*line)));
    worded.filter(|cells| cells.len() >= FEWEST_AGAIN && !seen.insert(cells.clone())).collect()
}
