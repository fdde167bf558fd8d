//! Tables of indicators that fell apart into one cell a paragraph, whose cells may be words: "Mått", "Nuläge",
//! "Mål 2031", and then for each row its name and a paragraph for each column.

use crate::book::{Book, HeadingKind, Known, first_fit, folded};
use crate::chunks::{Chunk, along, ends_sentence};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::caption::caption_above;
use crate::tables::figures;
use crate::tables::tail::is_period;
use std::ops::RangeInclusive;

/// A heading of a column is at most so long, a cell of words at most so, in bytes.
const LONGEST_HEADING: usize = 40;
const LONGEST_CELL: usize = 32;
/// A cell of words has so many at most.
const MOST_WORDS: usize = 3;
/// So many columns beside that of the names.
const COLUMNS: RangeInclusive<usize> = 1..=6;
/// The name of an indicator is on so many lines at most.
const MOST_LABEL: usize = 4;

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Vec<(Vec<usize>, Laid)> {
    along(chunks, |chunks| table(source, chunks, book))
}

/// The table whose head begins with the first of some paragraphs, and how many of them it takes.
fn table(source: &Source, chunks: &[Chunk], book: &Book<'_>) -> Option<(usize, (Vec<usize>, Laid))> {
    let [label] = chunks.first()?.lines[..] else { return None };
    first_fit(&book.goal_tables.indicator, source.text(label))?;
    let columns = chunks[1..].iter().take_while(|chunk| is_heading(source, chunk, book)).count();
    if !COLUMNS.contains(&columns) {
        return None;
    }
    let words = |chunk: &Chunk| Joined::lines(source, chunk.lines.iter().copied()).all_at(source);
    let mut rows: Vec<LaidRow> = Vec::new();
    let mut at = 1 + columns;
    while let Some(row) = chunks.get(at..=at + columns).filter(|row| is_row(source, row, book)) {
        let cells = row[1..].iter().map(|cell| Some(words(cell))).collect();
        rows.push(LaidRow { label: words(&row[0]), cells, note: None, guessed: false });
        at += 1 + columns;
    }
    if rows.is_empty() {
        return None;
    }
    let mut lines: Vec<usize> = chunks[..at].iter().flat_map(|chunk| chunk.lines.clone()).collect();
    let last = Joined::line(source, *lines.last()?).whole(source);
    let mut laid = Laid {
        label_heading: Some(words(&chunks[0])),
        columns: chunks[1..=columns].iter().map(words).collect(),
        span: Joined::line(source, label).whole(source).to(last),
        rows,
        ..Laid::default()
    };
    caption_above(source, book, &mut lines, &mut laid);
    Some((at, (lines, laid)))
}

/// The heading of a column of values: what it came to, where it starts or what is aimed at, or a year.
fn is_heading(source: &Source, chunk: &Chunk, book: &Book<'_>) -> bool {
    let text = Joined::lines(source, chunk.lines.iter().copied()).text;
    let style = &book.style.indicators;
    let first = folded(text.split(' ').next().unwrap_or_default());
    let mut told = style.targets.iter().chain(&style.outcomes).chain(&style.starts);
    let known = told.any(|word| first.starts_with(word.as_str())) || is_period(&text);
    known && text.len() <= LONGEST_HEADING && chunk.lines.len() <= 2 && !ends_sentence(&text)
}

/// A name, and a cell for each column.
fn is_row(source: &Source, row: &[Chunk], book: &Book<'_>) -> bool {
    let Some((label, cells)) = row.split_first() else { return false };
    let name = Joined::lines(source, label.lines.iter().copied()).text;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let named = label.lines.len() <= MOST_LABEL
        && letters >= 4
        && name.starts_with(char::is_uppercase)
        && !ends_sentence(&name)
        && !book.headings(&name).iter().any(|known| !known.by.contains('*') && is_section(known));
    named && cells.iter().all(|cell| is_cell(source, cell, book))
}

fn is_known(text: &str, book: &Book<'_>) -> bool {
    book.headings(text).iter().any(is_section)
}

fn is_section(known: &Known) -> bool {
    matches!(known.kind, HeadingKind::Section(_))
}

/// A figure, a sign for none, or a few words.
fn is_cell(source: &Source, cell: &Chunk, book: &Book<'_>) -> bool {
    let [line] = cell.lines[..] else { return false };
    let text = source.text(line);
    let few = text.len() <= LONGEST_CELL && text.split(' ').count() <= MOST_WORDS;
    let worded =
        || few && text.starts_with(char::is_uppercase) && !ends_sentence(text) && !is_known(text, book);
    figures::value(text).is_some() || matches!(text, "-" | "\u{2013}" | "..") || worded()
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn names_over_lines_and_values_in_words_make_rows_again() {
        let text = "Nämndsplan 2031\n\nParknämnden\n\nMål: Dammarna är rena\n\nMått\n\nUtfall 2029\n\nMål 2031\n\n\
                    Andel dammar med klart vatten enligt\nnämndens egna prover\n\n71 %\n\n80 %\n\n\
                    Stigen runt sjön är öppen\n\nNej\n\nJa\n\nAntal nya bänkar\n\n–\n\n12\n\n\
                    Planering för 2031\n\nDammarna rensas i maj.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let table = tables[0].1;
        let labels: Vec<&str> = table.rows.iter().map(|row| row.label.text.as_str()).collect();
        let long = "Andel dammar med klart vatten enligt nämndens egna prover";
        assert_eq!(labels, [long, "Stigen runt sjön är öppen", "Antal nya bänkar"]);
        let goals = document.goal_areas();
        let told: Vec<_> = goals[0].goals[0].indicators().collect();
        assert_eq!((told[0].baseline.as_deref(), told[0].target.as_deref()), (Some("71"), Some("80")));
        assert_eq!(told[1].in_words.target.as_deref(), Some("Ja"));
        assert_eq!((told[2].baseline.as_deref(), told[2].target.as_deref()), (None, Some("12")));
    }
}
