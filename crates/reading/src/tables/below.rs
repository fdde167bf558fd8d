//! Where a table begins right below another, without an empty line or with only a caption between.

use crate::book::{Book, unnumbered};
use crate::chunks::ends_sentence;
use crate::headings::has_finite_verb;
use crate::source::Source;
use crate::tables::caption::is_caption;
use crate::tables::columns;
use crate::tables::tail;

/// A caption, or the rest of a label, between two tables stands on so many lines at most.
const MOST_BETWEEN: usize = 4;
/// A head has so many lines at most before its first row.
const MOST_HEAD: usize = 4;
/// A head or a caption is at most so long, in bytes.
const LONGEST: usize = 160;
/// What is set in by so much, in characters, has no label.
const SET_IN: usize = 12;
/// Cells are set out with so much space.
const WIDE: &str = "   ";

/// The lines that open a table, its caption and its head, where one begins on a line; `row`: the last
/// row of the table above, without an empty line between.
pub(crate) fn opens(source: &Source, book: &Book<'_>, row: usize, line: usize) -> Vec<usize> {
    let text = source.text(line);
    if line - row > MOST_BETWEEN || text.len() >= LONGEST || ends_sentence(text) {
        return Vec::new();
    }
    if line == row + 1 && is_second_of_head(source, book, line) {
        return Vec::new();
    }
    if line == row + 1 && is_caption(text, book) && !has_finite_verb(text) {
        return below_caption(source, book, line);
    }
    if is_head(source, book, line) && (rows_follow(source, line) || is_set_out(source, line + 1)) {
        // "2.2 Kostnader per verksamhet" names the table below as well as the words alone.
        let named = unnumbered(source.text(row + 1)).1.starts_with(char::is_uppercase) && row + 1 < line;
        return named.then_some(row + 1).into_iter().chain([line]).collect();
    }
    Vec::new()
}

/// Whether a line is of years below words that columns begin with, and with it one head: "Mål   Utfall   Utfall"
/// above "2030   2031".
fn is_second_of_head(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let (above, text) = (line - 1, source.text(line));
    let years = columns::is_year_head(source.raw(line)) && !columns::opens_with_unit(text);
    let goes_on = !text.starts_with(char::is_uppercase);
    years
        && goes_on
        && !is_row(source, above)
        && columns::column_words(source.text(above), &book.columns) >= 2
}

/// Whether the cells of a line stand apart by wide spaces.
pub(crate) fn is_set_out(source: &Source, line: usize) -> bool {
    source.free(line) && source.text(line).contains(WIDE)
}

/// Whether a line begins so far in that it is no row but a part of a head.
pub(crate) fn is_set_in(source: &Source, line: usize) -> bool {
    source.raw(line).chars().take_while(|c| *c == ' ').count() >= SET_IN
}

/// A caption with a table below it, and the first line of that where it is no head that is known.
fn below_caption(source: &Source, book: &Book<'_>, line: usize) -> Vec<usize> {
    let below = (line + 1..=line + MOST_BETWEEN).take_while(|line| source.free(*line));
    let first = below.clone().find(|line| is_set_out(source, *line) || is_row(source, *line));
    let Some(mut first) = first else { return Vec::new() };
    if source.text(first).starts_with(char::is_lowercase) && first > line + 1 {
        first -= 1;
    }
    let headed = below.take_while(|line| *line <= first).any(|line| is_head(source, book, line));
    if headed { vec![line] } else { vec![line, first] }
}

fn is_row(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    source.free(line) && tail::tail(raw, false).is_some_and(|tail| tail::is_strong(raw, &tail))
}

fn rows_follow(source: &Source, line: usize) -> bool {
    (line + 1..=line + MOST_HEAD).take_while(|line| source.free(*line)).any(|line| is_row(source, line))
}

/// Words that columns begin with, at least every other but for years and units.
pub(crate) fn is_head(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let text = source.text(line);
    if columns::is_year_head(source.raw(line)) {
        return true;
    }
    let columns = columns::column_words(text, &book.columns);
    let said = text.split_whitespace().filter(|word| !tail::is_year(word)).count();
    let unit = columns::opens_with_unit(text);
    (columns >= 2 || (columns == 1 && unit)) && columns * 2 + usize::from(unit) >= said
}
