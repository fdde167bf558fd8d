//! Tables of goals and how they are assessed whose cells nothing parts any more: a head of a word for
//! goals and words for assessments, and rows that end in as many statuses.

use crate::book::{Book, first_fit};
use crate::chunks::Chunk;
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
    let mut rows: Vec<Row> = rest.iter().map_while(|line| row(source, &[*line], book, None)).collect();
    if rows.len() < rest.len() {
        return None;
    }
    let mut count = 1;
    for chunk in &chunks[1..] {
        let columns = rows.first().map(|row| row.cells.len());
        let Some(more) = rows_of(source, &chunk.lines, book, columns) else { break };
        rows.extend(more);
        count += 1;
    }
    let columns = rows.first().filter(|_| rows.len() >= FEWEST)?.cells.len();
    let parts = parts(book, text, columns)?;
    Some((count, lay(source, book, *head, &parts, rows)))
}

/// A row: the words of its lines, and where its label ends and its statuses stand.
struct Row {
    words: Joined,
    label: usize,
    cells: Vec<Range<usize>>,
    lines: Vec<usize>,
}

/// The rows of a paragraph: each line one, or all of them one.
fn rows_of(source: &Source, lines: &[usize], book: &Book<'_>, columns: Option<usize>) -> Option<Vec<Row>> {
    let each: Option<Vec<Row>> = lines.iter().map(|line| row(source, &[*line], book, columns)).collect();
    each.or_else(|| Some(vec![row(source, lines, book, columns)?]))
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
        let Some(start) = status_before(&text[..end], book) else { break };
        cells.insert(0, start..end);
        end = text[..start].trim_end().len();
    }
    let told = columns.is_none_or(|columns| columns == cells.len());
    let last = text[..end].rsplit(' ').next().unwrap_or_default();
    let figured = last.ends_with(|c: char| c.is_ascii_digit() || c == '%') && !tail::is_year(last);
    let labelled = text[..end].chars().filter(|c| c.is_alphabetic()).count() >= 4 && !figured;
    let sound = !cells.is_empty() && told && labelled;
    sound.then(|| Row { label: end, cells, lines: lines.to_vec(), words })
}

/// Where the longest status begins that a text ends in.
fn status_before(text: &str, book: &Book<'_>) -> Option<usize> {
    let starts: Vec<usize> = text.rmatch_indices(' ').map(|(at, _)| at + 1).take(MOST_WORDS).collect();
    let cell = |start: &&usize| {
        let words = &text[**start..];
        let capital = words.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit());
        capital && table_goals::status(words, book).is_some()
    };
    starts.iter().rev().find(cell).copied()
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
        part.starts_with(char::is_uppercase) && lists.iter().any(|list| first_fit(list, part).is_some())
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
        let end = line.text[part.clone()].trim_end().len();
        line.text_at(source, part.start..part.start + end)
    };
    let mut lines: Vec<usize> =
        std::iter::once(head).chain(rows.iter().flat_map(|row| row.lines.clone())).collect();
    let last = lines.last().copied().unwrap_or(head);
    let lay_row = |row: Row| LaidRow {
        label: row.words.text_at(source, 0..row.label),
        cells: row
            .cells
            .iter()
            .map(|cell| Some(row.words.text_at(source, cell.clone())))
            .collect::<Vec<Option<TextAt>>>(),
        note: None,
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
    fn running_text_is_no_table() {
        assert!(read("Mål Bedömning\nNämnden har mål.\nDe uppnås.").is_empty());
        assert!(read("Mål och medel\n\nAllt går God").is_empty());
    }
}
