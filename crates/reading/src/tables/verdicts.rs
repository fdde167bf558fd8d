//! Tables of goals and how they are assessed whose cells nothing parts any more: a head of a word for
//! goals and words for assessments, and rows that end in as many statuses.

use crate::book::{Book, first_fit};
use crate::chunks::{Chunk, ends_sentence};
use crate::joined::Joined;
use crate::pattern::Pattern;
use crate::source::Source;
use crate::table_goals;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::tail;
use std::ops::Range;
use uppsikt_domain::place::TextAt;

/// A head is at most so long, a row at most so, in bytes.
const LONGEST_HEAD: usize = 120;
const LONGEST_ROW: usize = 240;
/// A status has so many words at most.
const MOST_WORDS: usize = 3;
/// Assessments beside one another: so many at most.
const MOST_COLUMNS: usize = 3;
/// So many rows at least.
const FEWEST: usize = 2;
/// The name of a goal goes on below its statuses over so many lines at most.
const MOST_FURTHER: usize = 3;

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chunks.len() {
        match table(source, &chunks[at..], book) {
            Some((count, it)) => {
                found.push(it);
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// The table whose head is the last line of the first paragraph or the first of it, and how many
/// paragraphs it takes.
fn table(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Option<(usize, (Vec<usize>, Laid))> {
    let (head, rest) = chunks[0].lines.split_first()?;
    let below = if rest.is_empty() { &chunks.get(1)?.lines[..] } else { &rest[..1] };
    rows_of(source, below, book, None)?;
    let line = Joined::line(source, *head);
    let text = line.text.as_str();
    if text.len() > LONGEST_HEAD || !opens(book, text) {
        return None;
    }
    let mut rows = if rest.is_empty() { Vec::new() } else { grouped(source, rest, book, None)? };
    let mut count = 1;
    for chunk in &chunks[1..] {
        let columns = rows.first().map(|row| row.cells.len());
        // Over a page break the name of the last row may go on.
        let goes_on = rows.last_mut().map_or(0, |last| last.take_further(source, &chunk.lines));
        let rest = &chunk.lines[goes_on..];
        if rest.is_empty() {
            count += 1;
            continue;
        }
        let Some(more) = rows_of(source, rest, book, columns) else { break };
        rows.extend(more);
        count += 1;
    }
    let columns = rows.first().filter(|_| rows.len() >= FEWEST)?.cells.len();
    let parts = parts(book, text, columns)?;
    Some((count, lay(source, book, *head, &parts, rows)))
}

/// A row: the words that its statuses stand in, and its label, which may go on below them.
struct Row {
    words: Joined,
    label: Joined,
    cells: Vec<Range<usize>>,
    lines: Vec<usize>,
}

impl Row {
    /// Takes the lines that go on with the label in lower case right below the statuses; gives their number.
    fn take_further(&mut self, source: &Source, lines: &[usize]) -> usize {
        let lower = |line: &&usize| {
            let text = source.text(**line);
            text.starts_with(char::is_lowercase) && !ends_sentence(text)
        };
        let more: Vec<usize> = lines.iter().take_while(lower).take(MOST_FURTHER).copied().collect();
        more.iter().for_each(|line| self.label.push_line(source, *line));
        self.lines.extend(&more);
        more.len()
    }
}

/// The rows of lines that open one each with its statuses, or go on with the label above.
fn grouped(source: &Source, lines: &[usize], book: &Book<'_>, columns: Option<usize>) -> Option<Vec<Row>> {
    let mut found: Vec<Row> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let columns = columns.or_else(|| found.first().map(|row| row.cells.len()));
        let mut row = row(source, &lines[at..=at], book, columns)?;
        at += 1 + row.take_further(source, &lines[at + 1..]);
        found.push(row);
    }
    Some(found)
}

/// The rows of a paragraph: each line one, or all of them one.
fn rows_of(source: &Source, lines: &[usize], book: &Book<'_>, columns: Option<usize>) -> Option<Vec<Row>> {
    grouped(source, lines, book, columns).or_else(|| Some(vec![row(source, lines, book, columns)?]))
}

/// Lines that end in so many statuses.
fn row(source: &Source, lines: &[usize], book: &Book<'_>, columns: Option<usize>) -> Option<Row> {
    let words = Joined::lines(source, lines.iter().copied());
    let text = words.text.trim_end();
    if text.len() > LONGEST_ROW || text.ends_with(['.', ':']) || !text.starts_with(char::is_uppercase) {
        return None;
    }
    let mut cells: Vec<Range<usize>> = Vec::new();
    let mut end = text.len();
    while cells.len() < columns.unwrap_or(MOST_COLUMNS) {
        let dash = columns.and_then(|_| dash_before(&text[..end]));
        let Some(start) = dash.or_else(|| status_before(&text[..end], book)) else { break };
        cells.insert(0, start..end);
        end = text[..start].trim_end().len();
    }
    let told = columns.is_none_or(|columns| columns == cells.len());
    let last = text[..end].rsplit(' ').next().unwrap_or_default();
    let figured = last.ends_with(|c: char| c.is_ascii_digit() || c == '%') && !tail::is_year(last);
    let labelled = text[..end].chars().filter(|c| c.is_alphabetic()).count() >= 4 && !figured;
    let sound = !cells.is_empty() && told && labelled;
    sound.then(|| Row { label: words.slice(0..end), cells, lines: lines.to_vec(), words })
}

/// Where the longest status begins that a text ends in.
fn status_before(text: &str, book: &Book<'_>) -> Option<usize> {
    let opens = |start: &usize| !text[*start..].starts_with(' ');
    let starts = text.rmatch_indices(' ').map(|(at, _)| at + 1).filter(opens);
    let starts: Vec<usize> = starts.take(MOST_WORDS).collect();
    let cell = |start: &&usize| {
        let words = &text[**start..];
        let capital = words.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit());
        // Two signs are two cells.
        let signs = words.split(' ').filter(|word| !word.is_empty() && !word.contains(char::is_alphanumeric));
        capital && signs.count() <= 1 && table_goals::status(words, book).is_some()
    };
    starts.iter().rev().find(cell).copied()
}

/// Where a dash begins that a text ends in: a cell without a status, where others have one.
fn dash_before(text: &str) -> Option<usize> {
    let last = text.rfind(' ')? + 1;
    matches!(&text[last..], "-" | "\u{2013}").then_some(last)
}

/// Whether a line begins with a word for goals and goes on with one for assessments.
fn opens(book: &Book<'_>, text: &str) -> bool {
    (1..=MOST_COLUMNS).any(|columns| parts(book, text, columns).is_some())
}

/// A head in parts: the word for goals, and so many for assessments.
fn parts(book: &Book<'_>, text: &str, columns: usize) -> Option<Vec<Range<usize>>> {
    let words = &book.goal_tables;
    let starts: Vec<usize> = text.match_indices(' ').map(|(at, _)| at + 1).collect();
    let first = starts.iter().find_map(|start| {
        first_fit(&words.goal, text[..*start].trim_end())?;
        let rest = assessing(text, *start, columns, &[&words.term, &words.period])?;
        Some((0..*start, rest))
    });
    first.map(|(label, rest)| std::iter::once(label).chain(rest).collect())
}

/// So many words for assessments from a place to the end.
fn assessing(text: &str, from: usize, columns: usize, lists: &[&Vec<Pattern>]) -> Option<Vec<Range<usize>>> {
    let fits = |part: &str| {
        let part = part.trim();
        let opens = part.starts_with(char::is_uppercase) || tail::is_year(part);
        opens && lists.iter().any(|list| first_fit(list, part).is_some())
    };
    if columns <= 1 {
        return fits(&text[from..]).then(|| std::iter::once(from..text.len()).collect());
    }
    let ends = text[from..].match_indices(' ').map(|(at, _)| from + at);
    ends.filter(|end| fits(&text[from..*end])).find_map(|end| {
        let rest = assessing(text, end + 1, columns - 1, lists)?;
        Some(std::iter::once(from..end).chain(rest).collect())
    })
}

fn lay(
    source: &Source,
    book: &Book<'_>,
    head: usize,
    parts: &[Range<usize>],
    rows: Vec<Row>,
) -> (Vec<usize>, Laid) {
    let line = Joined::line(source, head);
    let heading = |part: &Range<usize>| {
        let words = line.text[part.clone()].trim();
        let start = words.as_ptr() as usize - line.text.as_ptr() as usize;
        line.text_at(source, start..start + words.len())
    };
    let mut lines: Vec<usize> =
        std::iter::once(head).chain(rows.iter().flat_map(|row| row.lines.clone())).collect();
    let last = lines.last().copied().unwrap_or(head);
    let lay_row = |row: Row| LaidRow {
        label: row.label.all_at(source),
        cells: row
            .cells
            .iter()
            .map(|cell| Some(row.words.text_at(source, cell.clone())))
            .collect::<Vec<Option<TextAt>>>(),
        note: None,
        guessed: false,
    };
    let mut laid = Laid {
        label_heading: parts.first().map(heading),
        columns: parts.iter().skip(1).map(heading).collect(),
        span: line.whole(source).to(Joined::line(source, last).whole(source)),
        rows: rows.into_iter().map(lay_row).collect(),
        ..Laid::default()
    };
    caption_above(source, book, &mut lines, &mut laid);
    (lines, laid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chunks::chunks;
    use crate::style::HouseStyle;
    use std::collections::HashSet;

    fn read(text: &str) -> Vec<(Vec<String>, Vec<Vec<String>>)> {
        let style = HouseStyle::standard();
        let source = Source::new(text);
        let found = find(&source, &chunks(&source, &HashSet::new()), &Book::new(&style));
        let row = |row: &LaidRow| {
            let cells = row.cells.iter().flatten().map(|cell| cell.text.clone());
            std::iter::once(row.label.text.clone()).chain(cells).collect()
        };
        let heads = |laid: &Laid| laid.columns.iter().map(|column| column.text.clone()).collect();
        found.iter().map(|(_, laid)| (heads(laid), laid.rows.iter().map(row).collect())).collect()
    }

    #[test]
    fn rows_end_in_as_many_statuses_as_the_head_names() {
        let text = "\
Mål Per augusti 2031 Mandatperioden

Mål 1. Dammarna är rena God God

Mål 2. Parkerna är öppna för alla som vill gå i dem om
kvällen Viss God

Mål 3. Träden är friska 2035 Låg Viss

Mål 1. Dammarna är rena

Text om dammar.
";
        let found = read(text);
        assert_eq!(found[0].0, ["Per augusti 2031", "Mandatperioden"]);
        assert_eq!(
            found[0].1[1],
            ["Mål 2. Parkerna är öppna för alla som vill gå i dem om kvällen", "Viss", "God"]
        );
        assert_eq!(found[0].1.len(), 3);
        let one = "Mål Bedömning\nRena dammar Uppnås\nÖppna parker Uppnås inte\n";
        assert_eq!(read(one)[0].1[1], ["Öppna parker", "Uppnås inte"]);
    }

    #[test]
    fn names_go_on_below_their_signs() {
        let text = "\
Inriktningsmål                                2031   Mandatperiod
Alla som bor i Ekby ska ha nära till          ◐      ✔
en park
Fler ska bada i sjön                          ✔      –
Dammarna ska vara rena                        ✘      ◐

Text om dammar.
";
        let found = read(text);
        assert_eq!(found[0].0, ["2031", "Mandatperiod"]);
        assert_eq!(found[0].1[0], ["Alla som bor i Ekby ska ha nära till en park", "◐", "✔"]);
        assert_eq!(found[0].1[1], ["Fler ska bada i sjön", "✔", "–"]);
        assert_eq!(found[0].1.len(), 3);
    }

    #[test]
    fn running_text_is_no_table() {
        assert!(read("Mål Bedömning\nNämnden har mål.\nDe uppnås.").is_empty());
        assert!(read("Mål och medel\n\nAllt går God").is_empty());
    }
}
