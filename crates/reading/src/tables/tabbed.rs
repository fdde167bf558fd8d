//! Tables in plain text whose cells are parted by tabs, as where they are copied from a web page or
//! a spreadsheet: a tab ends a cell, and an empty cell is an empty cell.

use crate::book::Book;
use crate::chunks::{ends_sentence, item_mark};
use crate::joined::Joined;
use crate::source::Source;
use crate::tables::build::Laid;
use crate::tables::caption::caption_above;
use crate::tables::grid::{self, head};
use crate::tables::{figures, tail};
use std::collections::HashSet;
use std::ops::Range;
use uppsikt_domain::place::TextAt;

/// Words between the rows are at most so long, in bytes, and so many lines.
const LONGEST_SECTION: usize = 160;
const MOST_SECTIONS: usize = 2;
/// Rows of two cells of words are a table from so many on.
const FEWEST_WORDED: usize = 3;

/// The lines that a table takes, and the table.
type Found = (Vec<usize>, Laid);

/// Finds such tables and the lines that they take.
pub(crate) fn find(source: &Source, book: &Book<'_>) -> Vec<Found> {
    let found = stretches(source, book).into_iter().map(|lines| {
        let mut laid = lay(source, lines.clone(), book);
        let mut lines: Vec<usize> = lines.collect();
        caption_above(source, book, &mut lines, &mut laid);
        (lines, laid)
    });
    found.collect()
}

/// The lines of such tables.
pub(crate) fn stretches(source: &Source, book: &Book<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line = 0;
    while line < source.len() {
        let end = end_of(source, line, book);
        if end > line && is_table(source, line..end) {
            found.push(line..end);
        }
        line = end.max(line + 1);
    }
    found
}

/// One past the last row of the stretch of rows that begins on a line.
fn end_of(source: &Source, from: usize, book: &Book<'_>) -> usize {
    let (mut end, mut at) = (from, from);
    let mut figured = false;
    while at < source.len() && source.free(at) {
        let raw = source.raw(at);
        if is_row(raw) {
            if figured && head::opens_columns(&words(raw), book) {
                break;
            }
            figured |= has_figure(raw);
            at += 1;
            end = at;
        } else if end > from && at < end + MOST_SECTIONS && is_section(source, at) {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether a line holds cells parted by tabs.
fn is_row(raw: &str) -> bool {
    grid::is_tab_row(raw) && item_mark(raw).is_none()
}

/// Words alone between two rows: the name of those that follow.
fn is_section(source: &Source, line: usize) -> bool {
    let text = source.text(line);
    text.len() <= LONGEST_SECTION
        && text.starts_with(char::is_uppercase)
        && !source.raw(line).contains('\t')
        && !ends_sentence(text)
}

/// The words of the cells of a line.
fn words(raw: &str) -> Vec<&str> {
    raw.split('\t').map(str::trim).collect()
}

/// How many cells of a line hold something.
fn filled(raw: &str) -> usize {
    words(raw).iter().filter(|cell| !cell.is_empty()).count()
}

/// How many cells a line has, without empty ones at its end.
fn width(raw: &str) -> usize {
    words(raw).iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// Whether a cell after the label holds a figure that is no year.
fn has_figure(raw: &str) -> bool {
    words(raw).iter().skip(1).any(|cell| is_figure(cell))
}

fn is_figure(cell: &str) -> bool {
    figures::value(cell).is_some() && !tail::is_year(cell)
}

/// Whether lines with tabs are a table: rows of figures, of three cells or more, or of two with words
/// that come back, as verdicts do. Tabs that only align what stands below one another are no cells.
fn is_table(source: &Source, lines: Range<usize>) -> bool {
    let rows: Vec<&str> = lines.map(|line| source.raw(line)).filter(|raw| filled(raw) >= 2).collect();
    let figured: Vec<&str> = rows.iter().copied().filter(|raw| has_figure(raw)).collect();
    if rows.len() < 2 || is_aligned(&rows, &figured) {
        return false;
    }
    let wide = || rows.iter().filter(|raw| filled(raw) >= 3).count() * 2 > rows.len();
    let worded = || rows.len() >= FEWEST_WORDED && (wide() || comes_back(&rows));
    !figured.is_empty() || worded()
}

/// Whether the words of the last cells of the rows below the first come back.
fn comes_back(rows: &[&str]) -> bool {
    let last = |raw: &&str| words(raw).into_iter().rfind(|cell| !cell.is_empty()).map(str::to_owned);
    let different: HashSet<String> = rows[1..].iter().filter_map(last).collect();
    different.len() * 3 <= (rows.len() - 1) * 2
}

/// Whether rows with as many figures each have different numbers of tabs, and no head tells how many
/// columns there are.
fn is_aligned(rows: &[&str], figured: &[&str]) -> bool {
    let (Some(first), Some(most)) = (figured.first(), figured.iter().map(|raw| width(raw)).max()) else {
        return false;
    };
    let same = figured.iter().all(|raw| filled(raw) == filled(first));
    let uneven = figured.iter().any(|raw| width(raw) != most);
    let head = rows.first().filter(|raw| !has_figure(raw));
    let headed = head.is_some_and(|raw| filled(raw) + usize::from(raw.starts_with('\t')) == most);
    same && uneven && !headed
}

/// Lays out the rows of some lines, without the columns that hold nothing: two tabs stand there.
fn lay(source: &Source, lines: Range<usize>, book: &Book<'_>) -> Laid {
    let span = Joined::line(source, lines.start).whole(source);
    let span = span.to(Joined::line(source, lines.end - 1).whole(source));
    let mut rows: Vec<Vec<TextAt>> = lines.map(|line| grid::tab_cells(source, line)).collect();
    let holds = |column: usize| {
        let filled = |row: &Vec<TextAt>| row.get(column).is_some_and(|cell| !cell.text.is_empty());
        column == 0 || rows.iter().any(filled)
    };
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let kept: Vec<bool> = (0..width).map(holds).collect();
    for row in &mut rows {
        let mut kept = kept.iter();
        row.retain(|_| kept.next().copied().unwrap_or_default());
    }
    grid::lay_rows(&rows, span, book)
}

#[cfg(test)]
mod tests;
