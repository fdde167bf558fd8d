//! Tables set out with spaces whose cells hold words: cells stand apart by two spaces or
//! more, under the words of the head. Tables of nothing but figures are read elsewhere.

mod head;
mod segments;

use crate::book::{Book, first_fit, folded};
use crate::chunks::{Chunk, ends_sentence, wants_more};
use crate::headings::{is_coded, is_goal, is_stated_goal};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::figures;
use crate::words::holds_any;
use head::Head;
use segments::{Segment, is_label, segments, segments_text};
use std::collections::HashSet;
use uppsikt_text::dates;

/// A cell may stand so far from the words above it, in characters.
const NEAR: usize = 10;
/// So many paragraphs may hold further rows.
const MOST_MORE: usize = 60;

/// "2031-05-31" is so long.
const DAY: usize = 10;

/// The lines that a table takes, and the table.
type Found = (Vec<usize>, Laid);

/// What is known of a document's tables before they are found.
struct Finder<'s> {
    source: &'s Source,
    book: &'s Book<'s>,
    /// The letters of the codes that goals have.
    codes: &'s HashSet<String>,
    /// Heads that several tables have.
    heads: HashSet<Vec<&'s str>>,
}

/// Finds such tables inside paragraphs, and over the empty lines between their rows.
pub(crate) fn find(
    source: &Source,
    chunks: &[Chunk],
    book: &Book<'_>,
    codes: &HashSet<String>,
) -> Vec<Found> {
    let finder = Finder { source, book, codes, heads: head::known_again(source, chunks) };
    let mut found: Vec<Found> = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        let taken =
            found.last().and_then(|(lines, _)| lines.last()).is_some_and(|last| *last >= chunk.lines[0]);
        if !taken {
            found.extend(finder.in_lines(&chunk.lines, &chunks[at + 1..]));
        }
    }
    found
}

impl Finder<'_> {
    /// A table in some lines.
    fn in_lines(&self, lines: &[usize], more: &[Chunk]) -> Option<Found> {
        (0..lines.len().saturating_sub(1)).find_map(|head| self.under_head(&lines[head..], more))
    }

    /// The lines of a table and of the paragraphs after it that may hold further rows: each begins
    /// with a row of two cells or more.
    fn with_more(&self, lines: &[usize], more: &[Chunk]) -> Vec<usize> {
        let source = self.source;
        let row = |chunk: &&Chunk| {
            let cells = segments(source.raw(chunk.lines[0]));
            cells.len() >= 2 && is_label(source, chunk.lines[0], &cells[0])
        };
        let parted = |chunk: &&Chunk| {
            !chunk.glued && chunk.lines[0].checked_sub(1).is_some_and(|above| source.free(above))
        };
        let head = segments_text(source.raw(lines[0]));
        let again = |chunk: &&Chunk| {
            let own = segments_text(source.raw(chunk.lines[0]));
            own == head || self.heads.contains(&own)
        };
        let of_goals =
            head.first().is_some_and(|label| first_fit(&self.book.goal_tables.goal, label).is_some());
        let goal = |chunk: &&Chunk| !of_goals && self.opens_goal(chunk.lines[0]);
        let goes_on = |chunk: &&Chunk| row(chunk) && !parted(chunk) && !again(chunk) && !goal(chunk);
        let more = more.iter().take_while(goes_on).take(MOST_MORE);
        lines.iter().chain(more.flat_map(|chunk| &chunk.lines)).copied().collect()
    }

    /// Whether a line is the heading of a goal: it is marked as one, its status stands at the end, or a
    /// code at its beginning.
    fn opens_goal(&self, line: usize) -> bool {
        let text = self.source.text(line);
        is_stated_goal(self.source, self.book, line)
            || is_coded(text, self.codes)
            || is_goal(&self.book.headings(&Joined::line(self.source, line).text))
    }

    /// A table whose head begins with the first of some lines.
    fn under_head(&self, lines: &[usize], more: &[Chunk]) -> Option<Found> {
        let source = self.source;
        let head = Head::of(source, lines)?;
        let lines = &self.with_more(lines, more)[..];
        if !lines.get(head.lines).is_some_and(|line| is_body(source, *line)) {
            return None;
        }
        let (rows, count) = body(source, lines, &head);
        let filled = rows.iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).count();
        let words = rows.iter().flat_map(|(_, cells)| cells).any(|cell| is_worded(&cell.text));
        let told = head.lines > 1 && self.is_of_indicators(&head);
        // Under a head that another table has, or that leaves no doubt, one row is enough.
        let own = segments_text(source.raw(lines[head.lines - 1]));
        let enough = filled >= 2 || told || self.heads.contains(&own) || rows.iter().any(has_days);
        let sound = words || told;
        if filled < 1 || !enough || filled * 3 < rows.len() * 2 || !sound {
            return None;
        }
        let span = Joined::line(source, lines[0]).whole(source);
        let laid = Laid {
            caption: None,
            label_heading: head.label.map(|label| label.all_at(source)),
            columns: head.headings.iter().map(|heading| heading.all_at(source)).collect(),
            note_heading: None,
            span: span.to(Joined::line(source, lines[count - 1]).whole(source)),
            rows: rows.into_iter().map(|(label, cells)| lay_row(source, label, cells)).collect(),
        };
        Some((lines[..count].to_vec(), laid))
    }

    /// Whether the rows are indicators, each with a unit of its own.
    fn is_of_indicators(&self, head: &Head) -> bool {
        let label = head.label.as_ref().map(|label| folded(&label.text)).unwrap_or_default();
        holds_any(&label, &self.book.style.indicators.words)
    }
}

/// Whether the line under the head is a row, and no second line of the head.
fn is_body(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    let year = |segment: &Segment| crate::tables::tail::is_year(&raw[segment.bytes.clone()]);
    let cells = segments(raw);
    let labelled = cells.first().is_some_and(|first| is_label(source, line, first) && !year(first));
    let worded = labelled && cells[1..].iter().any(|cell| is_worded(&raw[cell.bytes.clone()]));
    !crate::tables::columns::opens_with_unit(source.text(line)) && (worded || !cells.iter().any(year))
}

/// A row while it grows: its label and its cells.
type Open = (Joined, Vec<Joined>);

/// The rows under a head, and how many lines head and rows take.
fn body(source: &Source, lines: &[usize], head: &Head) -> (Vec<Open>, usize) {
    let mut rows: Vec<Open> = Vec::new();
    let (mut kept, mut count) = (0, head.lines);
    for (at, line) in lines.iter().enumerate().skip(head.lines) {
        if !take(source, *line, &head.columns, &mut rows) {
            break;
        }
        if rows.last().is_some_and(|row| !is_bare(row)) {
            (kept, count) = (rows.len(), at + 1);
        }
    }
    rows.truncate(kept);
    (rows, count)
}

/// Whether a row tells from which day to which.
fn has_days((_, cells): &Open) -> bool {
    let day = |cell: &&Joined| cell.text.len() == DAY && dates::first_range(&cell.text).is_some();
    cells.iter().filter(day).count() >= 2
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
    let labelled = found.first().is_some_and(|first| is_label(source, line, first) && first.at.start < zone);
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

/// Whether a cell holds words and no figure.
fn is_worded(cell: &str) -> bool {
    cell.chars().filter(|c| c.is_alphabetic()).count() >= 2 && figures::value(cell).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chunks::chunks;
    use crate::style::HouseStyle;

    fn read(text: &str) -> Vec<Vec<(String, Vec<String>)>> {
        let source = Source::new(text);
        let style = HouseStyle::standard();
        let found = find(&source, &chunks(&source, &HashSet::new()), &Book::new(&style), &HashSet::new());
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
    fn a_head_of_two_lines_stands_over_indicators_whose_names_are_wrapped() {
        let text = "\
Så går det.

                                Utfall   Utfall   Prognos            Stadens
Stadens indikatorer                 T1     2030     helår  Årsmål     årsmål
Andel gäster som är nöjda med     71 %     70 %      72 %    72 %       75 %
parkerna
Prognossäkerhet                             2 %             +/- 1 %  +/- 1 %

Parkens aktiviteter             Startdatum   Slutdatum    Status
Rensa dammar                    2031-01-01   2031-06-30   Pågår

Parkens aktiviteter             Startdatum   Slutdatum    Status
Plantera träd                   2031-01-01   2031-06-30   Klart
";
        let rows = read(text);
        let row = |label: &str, cells: [&str; 5]| (label.to_owned(), cells.map(str::to_owned).to_vec());
        let expected = [
            row("Andel gäster som är nöjda med parkerna", ["71 %", "70 %", "72 %", "72 %", "75 %"]),
            row("Prognossäkerhet", ["", "2 %", "", "+/- 1 %", "+/- 1 %"]),
        ];
        assert_eq!(rows[0], expected);
        assert_eq!(
            rows[1..].iter().map(|rows| rows[0].0.as_str()).collect::<Vec<_>>(),
            ["Rensa dammar", "Plantera träd"]
        );
    }

    #[test]
    fn running_text_and_tables_of_figures_are_left_alone() {
        assert!(read("Nämnden har  mål.\nDe följs  upp\nvarje år.").is_empty());
        assert!(
            read("Tkr      Budget    Prognos\nLöner       12        13\nHyror       10        11").is_empty()
        );
    }
}
