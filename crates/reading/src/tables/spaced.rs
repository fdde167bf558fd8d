//! Tables set out with spaces whose cells hold words: cells stand apart by two spaces or
//! more, under the words of the head. Tables of nothing but figures are read elsewhere.

use crate::chunks::{Chunk, ends_sentence, wants_more};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::figures;
use std::ops::Range;
use uppsikt_domain::place::TextAt;

/// A cell may stand so far from the words above it, in characters.
const NEAR: usize = 10;
/// So many paragraphs may hold further rows.
const MOST_MORE: usize = 60;

/// Words without wide spaces in them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment {
    /// Where, in characters.
    at: Range<usize>,
    /// Where, in bytes of the raw line.
    bytes: Range<usize>,
}

/// The lines that a table takes, and the table.
type Found = (Vec<usize>, Laid);

/// Finds such tables inside paragraphs, and over the empty lines between their rows.
pub(crate) fn find(source: &Source, chunks: &[Chunk]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut heads: Vec<usize> = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        let taken =
            found.last().and_then(|(lines, _)| lines.last()).is_some_and(|last| *last >= chunk.lines[0]);
        if !taken && let Some(table) = in_lines(source, &chunk.lines, &chunks[at + 1..], &heads) {
            heads.extend(table.0.first());
            found.push(table);
        }
    }
    found
}

/// A table in some lines; `heads` are the first lines of those found before.
fn in_lines(source: &Source, lines: &[usize], more: &[Chunk], heads: &[usize]) -> Option<Found> {
    (0..lines.len().saturating_sub(1)).find_map(|head| from_head(source, &lines[head..], more, heads))
}

/// The lines of a table and of the paragraphs after it that may hold further rows: each begins
/// with a row of two cells or more.
fn with_more(source: &Source, lines: &[usize], more: &[Chunk]) -> Vec<usize> {
    let row = |chunk: &&Chunk| {
        let cells = segments(source.raw(chunk.lines[0]));
        cells.len() >= 2 && cells[0].at.start <= 2
    };
    let parted = |chunk: &&Chunk| {
        !chunk.glued && chunk.lines[0].checked_sub(1).is_some_and(|above| source.free(above))
    };
    let head = segments_text(source.raw(lines[0]));
    let again = |chunk: &&Chunk| segments_text(source.raw(chunk.lines[0])) == head;
    let goes_on = |chunk: &&Chunk| row(chunk) && !parted(chunk) && !again(chunk);
    let more = more.iter().take_while(goes_on).take(MOST_MORE);
    lines.iter().chain(more.flat_map(|chunk| &chunk.lines)).copied().collect()
}

/// A table whose head is the first of some lines.
fn from_head(source: &Source, lines: &[usize], more: &[Chunk], heads: &[usize]) -> Option<Found> {
    let head = segments(source.raw(lines[0]));
    let labelled = head.first().is_some_and(|first| first.at.start <= 2);
    let columns: Vec<Segment> = head.iter().skip(usize::from(labelled)).cloned().collect();
    let worded = |segment: &Segment| !is_figure(source.raw(lines[0]), segment);
    if columns.len() < 2 || !head.iter().all(worded) {
        return None;
    }
    if !is_body(source, lines[1]) {
        return None;
    }
    let lines = &with_more(source, lines, more)[..];
    let (rows, count) = body(source, lines, &columns);
    let filled = rows.iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).count();
    let words = rows.iter().flat_map(|(_, cells)| cells).any(|cell| is_worded(&cell.text));
    // Under a head that another table has, one row is enough.
    let own = segments_text(source.raw(lines[0]));
    let known = || heads.iter().any(|other| segments_text(source.raw(*other)) == own);
    if filled < 1 || (filled < 2 && !known()) || filled * 3 < rows.len() * 2 || !words {
        return None;
    }
    let heading = |segment: &Segment| text_at(source, lines[0], segment.bytes.clone());
    let span = Joined::line(source, lines[0]).whole(source);
    let laid = Laid {
        caption: None,
        label_heading: head.first().filter(|_| labelled).map(heading),
        columns: columns.iter().map(heading).collect(),
        note_heading: None,
        span: span.to(Joined::line(source, lines[count - 1]).whole(source)),
        rows: rows.into_iter().map(|(label, cells)| lay_row(source, label, cells)).collect(),
    };
    Some((lines[..count].to_vec(), laid))
}

/// Whether the line under the head is a row, and no second line of the head.
fn is_body(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    let year = |segment: &Segment| crate::tables::tail::is_year(&raw[segment.bytes.clone()]);
    !crate::tables::columns::opens_with_unit(source.text(line)) && !segments(raw).iter().any(year)
}

/// A row while it grows: its label and its cells.
type Open = (Joined, Vec<Joined>);

/// The rows under a head, and how many lines head and rows take.
fn body(source: &Source, lines: &[usize], columns: &[Segment]) -> (Vec<Open>, usize) {
    let mut rows: Vec<Open> = Vec::new();
    let (mut kept, mut count) = (0, 1);
    for (at, line) in lines.iter().enumerate().skip(1) {
        if !take(source, *line, columns, &mut rows) {
            break;
        }
        if rows.last().is_some_and(|row| !is_bare(row)) {
            (kept, count) = (rows.len(), at + 1);
        }
    }
    rows.truncate(kept);
    (rows, count)
}

fn is_bare((_, cells): &Open) -> bool {
    cells.iter().all(Joined::is_empty)
}

fn lay_row(source: &Source, label: Joined, cells: Vec<Joined>) -> LaidRow {
    let cell = |cell: Joined| (!cell.is_empty()).then(|| cell.all_at(source));
    LaidRow { label: label.all_at(source), cells: cells.into_iter().map(cell).collect(), note: None }
}

/// Takes a line as a row, or as what is left of the row above; `false`: it is neither.
fn take(source: &Source, line: usize, columns: &[Segment], rows: &mut Vec<Open>) -> bool {
    let raw = source.raw(line);
    let found = segments(raw);
    let zone = columns[0].at.start.saturating_sub(1);
    let labelled = found.first().is_some_and(|first| first.at.start <= 2 && first.at.start < zone);
    let Some(placed) = placed(columns, &found[usize::from(labelled)..]) else { return false };
    let text = source.text(line);
    let lower = text.starts_with(|c: char| c.is_lowercase() || c == '(');
    let open = rows.last().is_some_and(is_bare);
    let wants = open && rows.last().is_some_and(|(label, _)| wants_more(&label.text));
    let wrapped =
        placed.iter().all(|(_, segment)| raw[segment.bytes.clone()].starts_with(char::is_lowercase));
    let goes_on = !labelled || (lower && (wrapped || open)) || (wants && !placed.is_empty());
    let heads = labelled && placed.is_empty() && !lower;
    if (goes_on && rows.is_empty()) || (heads && (open || ends_sentence(text) || found[0].at.end > zone)) {
        return false;
    }
    // Beside figures stand figures: a row of its own whose label is that of the row above.
    let again = !labelled && rows.last().is_some_and(|row| refills(raw, &placed, row));
    if !goes_on || again {
        rows.push((Joined::default(), vec![Joined::default(); columns.len()]));
    }
    let Some((label, cells)) = rows.last_mut() else { return false };
    if labelled {
        label.push(source, line, found[0].bytes.clone());
    }
    placed.into_iter().for_each(|(column, segment)| cells[column].push(source, line, segment.bytes.clone()));
    true
}

/// Whether some figures would fall into cells that hold figures.
fn refills(raw: &str, placed: &[(usize, &Segment)], (_, cells): &Open) -> bool {
    let figure = |words: &str| words.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let again = |(column, segment): &&(usize, &Segment)| {
        figure(&raw[segment.bytes.clone()]) && figure(&cells[*column].text)
    };
    placed.iter().filter(again).count() >= 1 && placed.len() >= 2
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

/// The words of a line, cell by cell.
fn segments_text(raw: &str) -> Vec<&str> {
    segments(raw).into_iter().map(|segment| &raw[segment.bytes]).collect()
}

fn segments(raw: &str) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let (mut gap, mut position) = (2, 0);
    for (byte, c) in raw.char_indices() {
        let end = byte + c.len_utf8();
        if c == ' ' || c == '\t' {
            gap += if c == '\t' { 2 } else { 1 };
        } else {
            match found.last_mut() {
                Some(open) if gap < 2 => {
                    open.at.end = position + 1;
                    open.bytes.end = end;
                }
                _ => found.push(Segment { at: position..position + 1, bytes: byte..end }),
            }
            gap = 0;
        }
        position += 1;
    }
    found
}

fn is_figure(raw: &str, segment: &Segment) -> bool {
    let words = &raw[segment.bytes.clone()];
    figures::value(words).is_some() && !crate::tables::tail::is_year(words)
}

/// Whether a cell holds words and no figure.
fn is_worded(cell: &str) -> bool {
    cell.chars().filter(|c| c.is_alphabetic()).count() >= 2 && figures::value(cell).is_none()
}

fn text_at(source: &Source, line: usize, bytes: Range<usize>) -> TextAt {
    let mut words = Joined::default();
    words.push(source, line, bytes);
    words.all_at(source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chunks::chunks;
    use std::collections::HashSet;

    fn read(text: &str) -> Vec<Vec<(String, Vec<String>)>> {
        let source = Source::new(text);
        let found = find(&source, &chunks(&source, &HashSet::new()));
        let row = |row: LaidRow| {
            let cells = row.cells.into_iter().map(|cell| cell.map(|cell| cell.text).unwrap_or_default());
            (row.label.text, cells.collect())
        };
        found.into_iter().map(|(_, laid)| laid.rows.into_iter().map(row).collect()).collect()
    }

    #[test]
    fn cells_of_words_stand_under_their_heads_and_may_be_wrapped() {
        let text = "\
Mål                       Perioden       Kommentar
Fler läser                Delvis på väg  Biblioteket var
                                         stängt
Fler simmar mer och
oftare                    På väg
";
        let row = |label: &str, cells: [&str; 2]| (label.to_owned(), cells.map(str::to_owned).to_vec());
        let expected = [
            row("Fler läser", ["Delvis på väg", "Biblioteket var stängt"]),
            row("Fler simmar mer och oftare", ["På väg", ""]),
        ];
        assert_eq!(read(text)[0], expected);
    }

    #[test]
    fn a_full_line_without_label_is_a_row_of_its_own() {
        let text = "\
Mål                 Mått               Nuläge  Läge
1 Rena dammar       Prover                 40  på väg
                    Döda fiskar             3  nås inte
2 Öppna parker      Öppna dagar           340  nås
";
        let rows = read(text).remove(0);
        let labels: Vec<&str> = rows.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["1 Rena dammar", "", "2 Öppna parker"]);
        assert_eq!(rows[1].1, ["Döda fiskar", "3", "nås inte"]);
    }

    #[test]
    fn one_row_is_a_table_under_a_head_that_another_has() {
        let head = "Åtgärd                Klart senast   Effekt\n";
        let two = "Rensa dammar          2031-06-30     Renare vatten\nLaga broar            Q3 2031        Färre fall\n";
        let one = "Mata änder            2031-09-30     Gladare barn\n";
        let found = read(&format!("{head}{two}\nText om annat.\n\n{head}{one}\n"));
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(found[1][0].1, ["2031-09-30", "Gladare barn"]);
        assert!(read(&format!("{head}{one}")).is_empty());
    }

    #[test]
    fn running_text_and_tables_of_figures_are_left_alone() {
        assert!(read("Nämnden har  mål.\nDe följs  upp\nvarje år.").is_empty());
        assert!(
            read("Tkr      Budget    Prognos\nLöner       12        13\nHyror       10        11").is_empty()
        );
    }
}
