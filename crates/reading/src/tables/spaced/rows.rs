//! The rows of a table set out with spaces: which lines make one, and which cells they fill.

use super::head::Head;
use super::segments::{Segment, is_figure, is_label, segments};
use crate::chunks::{ends_sentence, wants_more};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::LaidRow;
use crate::tables::layout::position;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::place::TextAt;
use uppsikt_text::dates;

/// A cell may stand so far from the words above it, in characters.
const NEAR: usize = 10;

/// "2031-05-31" is so long.
const DAY: usize = 10;

/// A row while it grows: its label and its cells.
pub(super) type Open = (Joined, Vec<Joined>);

/// What a line is to the rows above it, as far as empty lines tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    /// Empty lines part the rows, and one stands above the line.
    Row,
    /// Empty lines part the rows, and none stands above the line.
    Rest,
    /// Empty lines tell nothing.
    Unknown,
}

/// The rows under a head, and how many lines head and rows take.
pub(super) fn body(source: &Source, lines: &[usize], head: &Head) -> (Vec<Open>, usize) {
    let parted = are_parted(source, &lines[head.lines..], &head.columns);
    let mut rows: Vec<Open> = Vec::new();
    let (mut kept, mut count) = (0, head.lines);
    for (at, line) in lines.iter().enumerate().skip(head.lines) {
        let begins = match () {
            () if !parted || is_over_page(source, lines[at - 1], *line) => Begins::Unknown,
            () if lines[at - 1] + 1 == *line && at > head.lines => Begins::Rest,
            () => Begins::Row,
        };
        if !take(source, *line, &head.columns, begins, &mut rows) {
            break;
        }
        if rows.last().is_some_and(|row| !is_bare(row)) {
            (kept, count) = (rows.len(), at + 1);
        }
    }
    rows.truncate(kept);
    (rows, count)
}

/// Whether a page ends between two lines.
fn is_over_page(source: &Source, above: usize, line: usize) -> bool {
    (above + 1..line).any(|between| source.lines[between].role == LineRole::RunningHead)
}

/// Whether empty lines part the rows: each stretch without one has figures on a line at most, and
/// some are longer than that line.
fn are_parted(source: &Source, lines: &[usize], columns: &[Segment]) -> bool {
    let figured = |line: &usize| {
        let raw = source.raw(*line);
        let cells = segments(raw);
        let cell = |cell: &&Segment| is_figure(raw, cell) && cell.at.start + NEAR > columns[0].at.start;
        cells.iter().filter(cell).count() > 0 && cells.len() >= 2
    };
    let parts: Vec<&[usize]> = lines.chunk_by(|above, line| above + 1 == *line).collect();
    let figures = parts.iter().map(|part| part.iter().filter(|line| figured(line)).count());
    let figures: Vec<usize> = figures.collect();
    parts.len() >= 2
        && figures.iter().all(|count| *count <= 1)
        && figures.iter().filter(|count| **count == 1).count() * 2 > parts.len()
        && parts.iter().any(|part| part.len() > 1)
}

/// Whether a row tells from which day to which.
pub(super) fn has_days((_, cells): &Open) -> bool {
    let day = |cell: &&Joined| cell.text.len() == DAY && dates::first_range(&cell.text).is_some();
    cells.iter().filter(day).count() >= 2
}

pub(super) fn is_bare((_, cells): &Open) -> bool {
    cells.iter().all(Joined::is_empty)
}

pub(super) fn lay_row(source: &Source, label: Joined, cells: Vec<Joined>) -> LaidRow {
    let cell = |cell: Joined| (!cell.is_empty()).then(|| cell.all_at(source));
    let cells: Vec<Option<TextAt>> = cells.into_iter().map(cell).collect();
    let beside = cells.iter().flatten().next().map(|cell| TextAt::new("", cell.span));
    let label = beside.filter(|_| label.is_empty()).unwrap_or_else(|| label.all_at(source));
    LaidRow { label, cells, note: None, guessed: false }
}

/// A line of a table, cell by cell.
struct Line<'s> {
    source: &'s Source,
    line: usize,
    raw: &'s str,
    label: Option<Segment>,
    /// The other cells and their columns.
    placed: Vec<(usize, Segment)>,
}

impl<'s> Line<'s> {
    /// `None`: its words stand under no columns.
    fn of(source: &'s Source, line: usize, columns: &[Segment]) -> Option<Self> {
        let raw = source.raw(line);
        let mut found = parted(source, line, columns, segments(raw));
        let zone = columns[0].at.start.saturating_sub(1);
        let labelled =
            found.first().is_some_and(|first| is_label(source, line, first) && first.at.start < zone);
        let cells = found.split_off(usize::from(labelled));
        let placed = placed(columns, &cells)?.into_iter().map(|(at, cell)| (at, cell.clone())).collect();
        Some(Line { source, line, raw, label: found.pop(), placed })
    }

    fn words(&self, segment: &Segment) -> &'s str {
        &self.raw[segment.bytes.clone()]
    }

    /// Whether it begins in lower case, as what goes on does.
    fn is_lower(&self) -> bool {
        self.source.text(self.line).starts_with(|c: char| c.is_lowercase() || c == '(')
    }

    /// Whether it is what is left of the row above, by its words.
    fn goes_on(&self, rows: &[Open]) -> bool {
        let open = rows.last().is_some_and(is_bare);
        let wants = rows.last().is_some_and(|(label, _)| wants_more(&label.text));
        let wrapped = self.placed.iter().all(|(_, cell)| self.words(cell).starts_with(char::is_lowercase));
        let wanted = wants && (open != self.placed.is_empty());
        self.label.is_none() || (self.is_lower() && (wrapped || open)) || wanted
    }

    /// Whether it is words alone that no row can begin with.
    fn is_outside(&self, columns: &[Segment], rows: &[Open]) -> bool {
        let open = rows.last().is_some_and(is_bare);
        let alone = self.label.as_ref().filter(|_| self.placed.is_empty() && !self.is_lower());
        let zone = columns[0].at.start.saturating_sub(1);
        alone.is_some_and(|label| open || ends_sentence(self.source.text(self.line)) || label.at.end > zone)
    }

    /// Whether some figures would fall into cells that hold figures.
    fn refills(&self, (_, cells): &Open) -> bool {
        let figure = |words: &str| words.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let again = |(column, segment): &&(usize, Segment)| {
            figure(self.words(segment)) && figure(&cells[*column].text)
        };
        self.placed.iter().filter(again).count() >= 1 && self.placed.len() >= 2
    }

    /// Whether the name of the row above goes on beside a further row, which has words of its own.
    fn names_above(&self) -> bool {
        let opens = |(_, cell): &(usize, Segment)| self.words(cell).starts_with(char::is_uppercase);
        self.label.is_some() && self.is_lower() && self.placed.iter().any(opens)
    }
}

/// Takes a line as a row, or as what is left of the row above; `false`: it is neither.
fn take(source: &Source, line: usize, columns: &[Segment], begins: Begins, rows: &mut Vec<Open>) -> bool {
    let Some(own) = Line::of(source, line, columns) else { return false };
    let goes_on = match begins {
        Begins::Row => false,
        Begins::Rest => true,
        Begins::Unknown => own.goes_on(rows),
    };
    let refills = rows.last().is_some_and(|row| own.refills(row));
    if (goes_on && rows.is_empty()) || (!goes_on && own.is_outside(columns, rows)) {
        return false;
    }
    // Beside figures stand figures: a row of its own whose label is that of the row above.
    let names_above = begins == Begins::Unknown && own.is_lower() && goes_on || refills && own.names_above();
    if !goes_on || (refills && (own.label.is_none() || own.names_above())) {
        rows.push((Joined::default(), vec![Joined::default(); columns.len()]));
    }
    let last = rows.len() - 1;
    let named = rows.iter().rposition(|(label, _)| !label.is_empty()).filter(|_| names_above);
    if let (Some(label), Some((words, _))) = (&own.label, rows.get_mut(named.unwrap_or(last))) {
        words.push(source, line, label.bytes.clone());
    }
    for (column, cell) in own.placed {
        rows[last].1[column].push(source, line, cell.bytes);
    }
    true
}

/// A column's words may begin so near to its heading, in characters, beside words that fill the column before it.
const BESIDE: usize = 2;

/// The segments of a line, those in two where words of one column fill it up to the first of the next.
fn parted(source: &Source, line: usize, columns: &[Segment], found: Vec<Segment>) -> Vec<Segment> {
    let raw = source.raw(line);
    let starts = |segment: &Segment, from: usize| segment.at.start.abs_diff(from) <= BESIDE;
    let full = found.len() == columns.len();
    let mut parts: Vec<Segment> = Vec::with_capacity(found.len() + 1);
    for segment in &found {
        let own =
            is_label(source, line, segment) || columns.iter().any(|column| starts(segment, column.at.start));
        let within = |column: &&Segment| {
            segment.at.start + BESIDE < column.at.start && column.at.start <= segment.at.end && own
        };
        let free =
            |column: &&Segment| found.iter().all(|other| other == segment || !starts(other, column.at.start));
        let words = raw[segment.bytes.clone()].match_indices(' ').map(|(at, _)| segment.bytes.start + at + 1);
        let opens = |byte: &usize| {
            let first = raw[*byte..].chars().next();
            first.is_some_and(|c| c.is_uppercase() || full && c.is_ascii_digit())
        };
        let cut = columns.iter().filter(within).filter(free).find_map(|column| {
            let near = |byte: &usize| position(raw, *byte).abs_diff(column.at.start) <= BESIDE;
            words.clone().filter(near).find(opens)
        });
        match cut {
            Some(byte) => {
                let at = position(raw, byte);
                parts.push(Segment { at: segment.at.start..at - 1, bytes: segment.bytes.start..byte - 1 });
                parts.push(Segment { at: at..segment.at.end, bytes: byte..segment.bytes.end });
            }
            None => parts.push(segment.clone()),
        }
    }
    parts
}

/// The columns of a row's segments: by where they stand, or in order where it has one for each.
fn placed<'s>(columns: &[Segment], row: &'s [Segment]) -> Option<Vec<(usize, &'s Segment)>> {
    let nearest: Option<Vec<usize>> = row.iter().map(|segment| nearest(columns, segment)).collect();
    let nearest = nearest.filter(|found| found.windows(2).all(|pair| pair[0] < pair[1]));
    let in_order = || (row.len() == columns.len()).then(|| (0..row.len()).collect());
    Some(nearest.or_else(in_order)?.into_iter().zip(row).collect())
}

/// The column whose head stands over a segment, or nearest to it.
fn nearest(columns: &[Segment], segment: &Segment) -> Option<usize> {
    let apart = |column: &Segment| {
        let before = column.at.start.saturating_sub(segment.at.end);
        before.max(segment.at.start.saturating_sub(column.at.end))
    };
    let ends = |column: &Segment| {
        column.at.end.abs_diff(segment.at.end).min(column.at.start.abs_diff(segment.at.start))
    };
    let best = (0..columns.len()).min_by_key(|at| (apart(&columns[*at]), ends(&columns[*at])))?;
    (apart(&columns[best]) <= NEAR).then_some(best)
}
