//! Tables set out with spaces whose cells hold words: cells stand apart by two spaces or
//! more, under the words of the head. Tables of nothing but figures are read elsewhere.

mod head;
mod rows;
mod segments;

use crate::book::{Book, first_fit, folded};
use crate::chunks::{Chunk, ends_sentence};
use crate::headings::{is_coded, is_goal, is_stated_goal};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::below;
use crate::tables::build::Laid;
use crate::tables::columns::opens_column;
use crate::tables::figures;
use crate::tables::tail;
use crate::words::holds_any;
use head::Head;
use rows::{body, lay_row};
use segments::{Segment, is_label, segments, segments_text};
use std::collections::HashSet;

/// So many paragraphs may hold further rows.
const MOST_MORE: usize = 60;

/// So many columns with words of their own show that a row is a head.
const FEWEST_HEADED: usize = 2;

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
        (0..lines.len()).find_map(|head| self.under_head(&lines[head..], more))
    }

    /// The lines of a table and of the paragraphs after it that may hold further rows: each begins
    /// with a row of two cells or more, of which the first is a label or stands under a heading.
    fn with_more(&self, lines: &[usize], head: &Head, more: &[Chunk]) -> Vec<usize> {
        let source = self.source;
        let row = |chunk: &&Chunk| {
            let line = chunk.lines[0];
            let cells = segments(source.raw(line));
            let labelled = cells.first().is_some_and(|first| is_label(source, line, first));
            cells.len() >= 2 && if labelled { head.has_below(&cells[1]) } else { head.is_above(&cells) }
        };
        let parted = |chunk: &&Chunk| {
            !chunk.glued && chunk.lines[0].checked_sub(1).is_some_and(|above| source.free(above))
        };
        // What reads as the beginning of a paragraph is a row all the same where its cells keep to the columns.
        let keeps = |chunk: &&Chunk| {
            let cells = segments(source.raw(chunk.lines[0]));
            let headed = below::is_head(source, self.book, chunk.lines[0]);
            cells.len() >= 2 && cells[1..].iter().all(|cell| head.has_below(cell)) && !headed
        };
        let first = segments_text(source.raw(lines[0]));
        let again = |chunk: &&Chunk| {
            let own = segments_text(source.raw(chunk.lines[0]));
            own == first || self.heads.contains(&own) || self.heads_another(&own) || self.heads_figures(&own)
        };
        let of_goals =
            first.first().is_some_and(|label| first_fit(&self.book.goal_tables.goal, label).is_some());
        let goal = |chunk: &&Chunk| !of_goals && self.opens_goal(chunk.lines[0]);
        let opens = |chunk: &&Chunk| {
            (row(chunk) && (!parted(chunk) || keeps(chunk))) || self.opens_section(&chunk.lines, head)
        };
        let goes_on = |chunk: &&Chunk| opens(chunk) && !again(chunk) && !goal(chunk);
        let more = more.iter().take_while(goes_on).take(MOST_MORE);
        lines.iter().chain(more.flat_map(|chunk| &chunk.lines)).copied().collect()
    }

    /// Whether lines begin with words alone, on two lines at most, over a row with cells below the head.
    fn opens_section(&self, lines: &[usize], head: &Head) -> bool {
        let source = self.source;
        let words = |line: usize| {
            let cells = segments(source.raw(line));
            let alone = cells.len() == 1 && cells[0].at.end < head.columns[0].at.start;
            alone && !ends_sentence(source.text(line))
        };
        let row = |line: usize| {
            let cells = segments(source.raw(line));
            cells.len() >= 2 && is_label(source, line, &cells[0]) && head.has_below(&cells[1])
        };
        let named = lines.iter().take_while(|line| words(**line)).count();
        (1..=2).contains(&named) && lines.get(named).is_some_and(|line| row(*line))
    }

    /// Whether the cells of a row are the head of a table of goals or indicators.
    fn heads_another(&self, cells: &[&str]) -> bool {
        let words = &self.book.goal_tables;
        let named = |label: &&&str| {
            first_fit(&words.goal, label).is_some() || first_fit(&words.indicator, label).is_some()
        };
        cells.len() >= 2 && cells.first().filter(named).is_some()
    }

    /// Whether the cells of a row are the head of a table of figures: words that columns begin with, and years.
    fn heads_figures(&self, cells: &[&str]) -> bool {
        let columns = &self.book.columns;
        let opens = |cell: &&&str| cell.split_whitespace().next().is_some_and(|it| opens_column(it, columns));
        let named = |cell: &&&str| !cell.split_whitespace().next().is_some_and(tail::is_period);
        cells.split_first().is_some_and(|(label, rest)| {
            rest.len() >= FEWEST_HEADED
                && !opens(&label)
                && rest.iter().all(|cell| opens(&cell))
                && rest.iter().filter(named).count() >= FEWEST_HEADED
        })
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
        let alone = lines.len() == head.lines;
        let lines = &self.with_more(lines, &head, more)[..];
        // Over an empty line a head stands above what keeps to its columns.
        let below =
            |line: usize| is_body(source, line) && (!alone || head.is_above(&segments(source.raw(line))));
        if !lines.get(head.lines).is_some_and(|line| below(*line)) {
            return None;
        }
        let (rows, count) = body(source, lines, &head);
        let filled = rows.iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).count();
        let words = rows.iter().flat_map(|(_, cells)| cells).any(|cell| is_worded(&cell.text));
        let told = head.lines > 1 && self.is_of_indicators(&head);
        // Under a head that another table has, or that leaves no doubt, one row is enough.
        let own = segments_text(source.raw(lines[head.lines - 1]));
        let enough = filled >= 2 || told || self.heads.contains(&own) || rows.iter().any(rows::has_days);
        let sound = words || told;
        let counted = rows.len() - self.sections(&head, &rows);
        let glued =
            rows.iter().filter(|(_, cells)| cells.iter().any(|cell| holds_several(&cell.text))).count();
        if filled < 1 || !enough || filled * 3 < counted * 2 || !sound || glued * 2 > filled {
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

    /// How many rows of a table of goals are words alone over a row with cells: areas that its goals are of.
    fn sections(&self, head: &Head, rows: &[rows::Open]) -> usize {
        let of_goals =
            |label: &Joined| first_fit(&self.book.goal_tables.goal, folded(&label.text).as_str()).is_some();
        let over = |pair: &&[rows::Open]| rows::is_bare(&pair[0]) && !rows::is_bare(&pair[1]);
        let named = head.label.as_ref().is_some_and(of_goals);
        if named { rows.windows(2).filter(over).count() } else { 0 }
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

/// Whether a cell is several figures in single spaces: its columns stand too near to one another.
fn holds_several(cell: &str) -> bool {
    let run =
        || tail::tail(cell, false).filter(|tail| tail.words.first().is_some_and(|it| it.range.start == 0));
    figures::value(cell).is_none() && run().is_some_and(|tail| figures::fewest(cell, &tail) >= 2)
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
    use crate::tables::build::LaidRow;

    fn read(text: &str) -> Vec<Vec<(String, Vec<String>)>> {
        read_broken(text, &HashSet::new())
    }

    fn read_broken(text: &str, breaks: &HashSet<usize>) -> Vec<Vec<(String, Vec<String>)>> {
        let source = Source::new(text);
        let style = HouseStyle::standard();
        let found = find(&source, &chunks(&source, breaks), &Book::new(&style), &HashSet::new());
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
    fn a_marked_name_between_the_rows_is_a_row() {
        let text = "\
Nämndmål                    Perioden   Helåret   Kommentar
Strategiskt område: Rena
vatten
Dammarna är rena            Grön       Grön      Rensade i
hela året                                        maj.
Ån är klar                  Gul        Grön
Bäcken porlar               Grön       Grön
Strategiskt område: En park
som gläder
Alla bänkar är hela         Gul        Grön      Trä saknas.
";
        // The name of an area may be held to be a heading.
        let rows = read_broken(text, &HashSet::from([7])).remove(0);
        let labels: Vec<&str> = rows.iter().map(|(label, _)| label.as_str()).collect();
        let sections = ["Strategiskt område: Rena vatten", "Strategiskt område: En park som gläder"];
        assert_eq!(
            labels,
            [
                sections[0],
                "Dammarna är rena hela året",
                "Ån är klar",
                "Bäcken porlar",
                sections[1],
                "Alla bänkar är hela"
            ]
        );
        assert_eq!(rows[5].1, ["Gul", "Grön", "Trä saknas."]);
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
    fn a_label_between_the_lines_of_a_head_and_labels_around_their_figures() {
        let text = "
                                    Utfall    Utfall    Målvärde
Indikator                                                             Källa
                                    2029      2030      2031
Andel som badar i
dammar som är öppna,                81,4      82,9      87            Egen mätning
hela året (%)
– flickor                           84,0      85,1      88
Nöjda gäster i parken, index (17
                                    219,5     221       Ska öka       Egen mätning
frågor)
";
        let rows = read(text).remove(0);
        let labels: Vec<&str> = rows.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "Andel som badar i dammar som är öppna, hela året (%)",
                "– flickor",
                "Nöjda gäster i parken, index (17 frågor)"
            ]
        );
        assert_eq!(rows[2].1, ["219,5", "221", "Ska öka", "Egen mätning"]);
    }

    #[test]
    fn running_text_and_tables_of_figures_are_left_alone() {
        assert!(read("Nämnden har  mål.\nDe följs  upp\nvarje år.").is_empty());
        assert!(
            read("Tkr      Budget    Prognos\nLöner       12        13\nHyror       10        11").is_empty()
        );
    }
}
