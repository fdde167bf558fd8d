//! Where a paragraph of rows begins a table of its own: below words that name it, where the table above
//! is closed, or where its figures are of other columns.

use super::units::{Unit, is_row, strong_tail};
use crate::book::{Book, folded};
use crate::chunks::wants_more;
use crate::source::Source;
use crate::tables::figures;
use crate::tables::relations;
use crate::tables::roles;
use crate::tables::tail::{Tail, is_year};
use uppsikt_domain::interval::Fixed;

/// So many rows without an empty line between show that a table is set without.
const FEWEST_ROWS: usize = 2;

/// A label before the figures of its row is on fewer lines than this.
const OTHER_LINES: usize = 4;

/// So many paragraphs above are looked at: a table may go on through a whole document.
const MOST_ABOVE: usize = 12;

/// Whether rows of a paragraph of their own are no more of the table above.
pub(super) fn opens_own(source: &Source, above: &[Unit], unit: &Unit, book: &Book<'_>) -> bool {
    let opening = unit.lines.iter().take_while(|line| strong_tail(source, **line).is_none()).count();
    let texts = |at: usize| unit.lines.get(at).map_or("", |line| source.text(*line));
    let (first, row) = (texts(0), texts(opening));
    let titled = opening > 0
        && first.starts_with(char::is_uppercase)
        && !row.starts_with(char::is_lowercase)
        && !wants_more(texts(opening - 1));
    let closed = || titled && closes(source, above, unit, book) && !is_section(first, book);
    closed()
        || (titled && opening >= OTHER_LINES)
        || (titled && is_other(source, above, unit))
        || (opening == 0 && keeps_nothing(source, above, unit))
}

/// Whether the rows above end in a sum or a result, or as they began a year before ("Ram 2030", "Ram 2031"), and
/// both tables have their rows line by line.
fn closes(source: &Source, above: &[Unit], unit: &Unit, book: &Book<'_>) -> bool {
    let label = |line: usize| {
        let (raw, tail) = (source.raw(line), strong_tail(source, line)?);
        let figure = tail.words.iter().find(|word| !is_year(&raw[word.range.clone()]))?;
        raw.get(..figure.range.start).map(str::trim)
    };
    let labels = || above.iter().flat_map(|unit| unit.lines.iter().filter_map(|line| label(*line)));
    let (first, last) = (labels().next().unwrap_or_default(), labels().next_back().unwrap_or_default());
    (roles::closes(last, book) || are_years_of_one(first, last)) && are_dense(source, above, unit)
}

/// "Ram enligt budget 2030" and "Ram 2031".
fn are_years_of_one(first: &str, last: &str) -> bool {
    let parts = |label: &str| {
        let year = label.rsplit(' ').next().filter(|year| is_year(year))?.to_owned();
        Some((label.split(' ').next()?.to_owned(), year))
    };
    let ends = parts(first).zip(parts(last));
    ends.is_some_and(|((word, year), (last_word, last_year))| word == last_word && year < last_year)
}

fn are_dense(source: &Source, above: &[Unit], unit: &Unit) -> bool {
    let dense = |unit: &Unit| rows(source, &unit.lines).len() >= FEWEST_ROWS;
    dense(unit) && nearest(above).iter().any(dense)
}

/// "INTÄKTER", or a line of the statement without figures.
fn is_section(text: &str, book: &Book<'_>) -> bool {
    let capitals = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    capitals || book.lines.contains_key(&folded(text))
}

/// Whether the figures of some rows cannot stand in the columns of the rows above, or none of them keeps what
/// those keep.
pub(super) fn is_other(source: &Source, above: &[Unit], unit: &Unit) -> bool {
    if !are_dense(source, above, unit) {
        return false;
    }
    in_single_spaces(source, above, unit).is_some_and(|(before, own, columns)| {
        let fits = |(raw, tail): &&(&str, Tail)| {
            (figures::fewest(raw, tail)..=figures::most(tail)).contains(&columns)
        };
        own.iter().filter(fits).count() * 2 < own.len() || keep_nothing(&before, &own, columns)
    })
}

/// As [`is_other`], only by what the rows keep.
fn keeps_nothing(source: &Source, above: &[Unit], unit: &Unit) -> bool {
    let rows = are_dense(source, above, unit).then(|| in_single_spaces(source, above, unit)).flatten();
    rows.is_some_and(|(before, own, columns)| keep_nothing(&before, &own, columns))
}

/// The last paragraphs of those above.
fn nearest(above: &[Unit]) -> &[Unit] {
    &above[above.len().saturating_sub(MOST_ABOVE)..]
}

type Rows<'s> = Vec<(&'s str, Tail)>;

/// The rows above and those of a paragraph, with the columns of the former, where no wide spaces part figures.
fn in_single_spaces<'s>(
    source: &'s Source,
    above: &[Unit],
    unit: &Unit,
) -> Option<(Rows<'s>, Rows<'s>, usize)> {
    let own = rows(source, &unit.lines);
    let before: Rows<'_> = nearest(above).iter().flat_map(|unit| rows(source, &unit.lines)).collect();
    let apart = |(_, tail): &(&str, Tail)| tail.words.iter().any(|word| word.gap >= 2);
    let columns = sure_columns(&before)?;
    (!own.iter().chain(&before).any(apart)).then_some((before, own, columns))
}

/// Whether most rows of a table keep what none of some others does.
fn keep_nothing(before: &[(&str, Tail)], own: &[(&str, Tail)], columns: usize) -> bool {
    let cells = |rows: &[(&str, Tail)]| -> Vec<Vec<_>> {
        rows.iter().filter_map(|(raw, tail)| figures::only_way(raw, tail, columns)).collect()
    };
    let (before, own) = (cells(before), cells(own));
    let Some(relation) = relations::learn(&before, columns) else { return false };
    let kept = |cells: &Vec<Option<figures::Group>>| {
        let values: Vec<Option<Fixed>> = cells.iter().map(|cell| figures::fixed(cell.as_ref())).collect();
        relation.holds(&values, figures::decimals(cells))
    };
    let count = |rows: &[Vec<_>], wanted: bool| rows.iter().filter(|row| kept(row) == Some(wanted)).count();
    count(&before, true) >= FEWEST_ROWS.max(count(&before, false) * 2)
        && count(&own, false) >= FEWEST_ROWS
        && count(&own, true) == 0
}

/// The rows among some lines.
fn rows<'s>(source: &'s Source, lines: &[usize]) -> Rows<'s> {
    let own = lines.iter().filter(|line| is_row(source, **line));
    own.filter_map(|line| Some((source.raw(*line), strong_tail(source, *line)?))).collect()
}

/// How many columns most rows surely have.
fn sure_columns(rows: &[(&str, Tail)]) -> Option<usize> {
    let mut sure: Vec<usize> = rows.iter().filter_map(|(raw, tail)| figures::surely(raw, tail)).collect();
    sure.sort_unstable();
    let middle = *sure.get(sure.len() / 2)?;
    let same = sure.iter().filter(|count| **count == middle).count();
    (same >= FEWEST_ROWS && same * 3 >= sure.len() * 2).then_some(middle)
}
