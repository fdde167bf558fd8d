//! Words in cells that were broken where their column ended, mended where the file prints them whole elsewhere.

use super::blocks::{Block, Words};
use std::collections::HashMap;

/// The first part of a broken word has so many letters at least.
const SHORTEST: usize = 6;
/// A file with more words than these is left as it is.
const MOST_WORDS: usize = 2_000_000;

/// How often a file prints its words, in lower case.
type Vocabulary = HashMap<String, usize>;

/// Mends the cells of all tables: "Trädgårdsnämn den" where "Trädgårdsnämnden" is told elsewhere.
pub(super) fn mend(blocks: &mut [Block]) {
    if !blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return;
    }
    let vocabulary = vocabulary(blocks);
    let tables = blocks.iter_mut().filter_map(|block| match block {
        Block::Table(rows) => Some(rows),
        _ => None,
    });
    for cell in tables.flatten().flat_map(|row| &mut row.cells) {
        if let Some(whole) = mended(cell, &vocabulary) {
            *cell = whole;
        }
    }
}

fn vocabulary(blocks: &[Block]) -> Vocabulary {
    let mut found = Vocabulary::new();
    let mut count = 0;
    let mut tell = |text: &str| {
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= SHORTEST) {
            count += 1;
            if count <= MOST_WORDS {
                *found.entry(word.to_lowercase()).or_default() += 1;
            }
        }
    };
    for block in blocks {
        match block {
            Block::Table(rows) => rows.iter().flat_map(|row| &row.cells).for_each(|cell| tell(cell)),
            Block::Running(words) => tell(&words.text),
            Block::Heading(_, lines)
            | Block::Bold(lines)
            | Block::Paragraph(lines)
            | Block::Caption(lines)
            | Block::Item(_, lines)
            | Block::Contents(lines)
            | Block::Drawn(lines) => lines.iter().for_each(|line: &Words| tell(&line.text)),
        }
    }
    found
}

/// A cell with its broken words whole; `None` where it has none.
fn mended(cell: &str, vocabulary: &Vocabulary) -> Option<String> {
    let mut words = cell.split(' ');
    let mut text = words.next()?.to_owned();
    let mut found = false;
    for word in words {
        let last = text.rsplit(' ').next().unwrap_or_default();
        if is_broken(last, word, vocabulary) {
            found = true;
        } else {
            text.push(' ');
        }
        text.push_str(word);
    }
    found.then_some(text)
}

/// Whether two pieces make a word that is told elsewhere, and the first by itself is told here only.
fn is_broken(first: &str, second: &str, vocabulary: &Vocabulary) -> bool {
    let rest = second.trim_end_matches(|c: char| !c.is_alphabetic());
    let lettered = |text: &str| text.chars().all(char::is_alphabetic);
    let shaped = first.chars().count() >= SHORTEST
        && lettered(first)
        && first.ends_with(char::is_lowercase)
        && !rest.is_empty()
        && lettered(rest)
        && rest.starts_with(char::is_lowercase);
    let times = |word: &str| vocabulary.get(&word.to_lowercase()).copied().unwrap_or_default();
    shaped && times(first) <= 1 && times(&format!("{first}{rest}")) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_told_whole_elsewhere_is_mended() {
        let paragraph =
            |text: &str| Block::Paragraph(vec![Words { text: text.to_owned(), ..Words::default() }]);
        let row =
            |cell: &str| super::super::table::Row { cells: vec![cell.to_owned()], ..Default::default() };
        let mut blocks = [
            paragraph("Trädgårdsnämnden sköter lokalvården i alla lokaler."),
            Block::Table(vec![
                row("Trädgårdsnämn den, av"),
                row("lokaler na och vården"),
                row("Skogsnämn den"),
            ]),
        ];
        mend(&mut blocks);
        let Block::Table(rows) = &blocks[1] else { panic!("a table") };
        let cells: Vec<&str> = rows.iter().map(|row| row.cells[0].as_str()).collect();
        assert_eq!(cells, ["Trädgårdsnämnden, av", "lokaler na och vården", "Skogsnämn den"]);
    }
}
