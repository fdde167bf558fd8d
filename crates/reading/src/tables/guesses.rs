//! Rows of which it is a guess what stands in which column, whatever way they were found.

use crate::source::Source;
use crate::tables::build::{Laid, LaidRow};
use crate::tables::figures::{self, Group};
use crate::tables::plain::RawTable;
use crate::tables::rows::RawRow;
use crate::tables::settle::Fallen;
use uppsikt_domain::place::TextAt;

/// Says of rows that they are a guess.
pub(super) fn mark(laid: &mut Laid) {
    mark_glued(laid);
    if is_unlabelled(laid) {
        laid.rows.iter_mut().for_each(|row| row.guessed = true);
    }
}

/// A figure of so many more digits than any other of its column, in three groups or more, is several.
const MORE_DIGITS: usize = 3;

/// Says of rows that they are a guess where a figure is so long that it must be several.
fn mark_glued(laid: &mut Laid) {
    let digits = |cell: &TextAt| cell.text.chars().filter(char::is_ascii_digit).count();
    let groups = |cell: &TextAt| cell.text.split_whitespace().count() >= 3;
    for column in 0..laid.columns.len() {
        let own = |row: &LaidRow| row.cells.get(column)?.as_ref().map(digits);
        let mut all: Vec<usize> = laid.rows.iter().filter_map(own).collect();
        all.sort_unstable();
        let [.., second, _] = all[..] else { continue };
        for row in &mut laid.rows {
            let cell = row.cells.get(column).and_then(Option::as_ref);
            row.guessed |= cell.is_some_and(|it| digits(it) >= second + MORE_DIGITS && groups(it));
        }
    }
}

/// A figure of so many groups, or more, in single spaces may as well be several.
const MANY_GROUPS: usize = 4;

/// Of how many groups of digits the longest figure of each row is.
fn longest(source: &Source, raw: &RawTable, fallen: &[Fallen]) -> Vec<usize> {
    let digits = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    let groups = |row: &RawRow, group: &Group| {
        let line = row.figures.as_ref().map_or("", |(line, _)| source.raw(*line));
        line.get(group.range.clone()).unwrap_or_default().split_whitespace().filter(digits).count()
    };
    let of_row = |(row, own): (&RawRow, &Fallen)| {
        let cells = own.split.iter().flat_map(|split| split.cells.iter().flatten());
        cells.map(|group| groups(row, group)).max().unwrap_or(0)
    };
    raw.rows.iter().zip(fallen).map(of_row).collect()
}

/// Whether figures are of more than nine digits in single spaces, and no two other rows have millions: the
/// head names fewer columns than there are.
pub(super) fn holds_runs(source: &Source, raw: &RawTable, fallen: &[Fallen]) -> bool {
    let longest = longest(source, raw, fallen);
    let runs = longest.iter().filter(|groups| **groups >= MANY_GROUPS).count();
    let millions = longest.iter().filter(|groups| **groups + 1 == MANY_GROUPS).count();
    runs > 0 && millions < 2
}

/// Gives up such figures; in a table of one column all that may be several.
pub(super) fn give_up_runs(source: &Source, raw: &RawTable, columns: usize, fallen: &mut [Fallen]) {
    let longest = longest(source, raw, fallen);
    for ((own, groups), row) in fallen.iter_mut().zip(longest).zip(&raw.rows) {
        let several = row.figures.as_ref().is_some_and(|(_, tail)| figures::most(tail) > 1);
        if groups >= MANY_GROUPS || columns == 1 && several {
            own.split = None;
        }
    }
}

/// Whether a third of the rows have no label in a table of one column without a heading: the cells of several columns
/// stand below one another, and nothing tells which is whose.
fn is_unlabelled(laid: &Laid) -> bool {
    let bare = laid.rows.iter().filter(|row| row.label.text.is_empty()).count();
    laid.columns.len() == 1 && laid.columns[0].text.is_empty() && bare >= 2 && bare * 3 >= laid.rows.len()
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn a_figure_far_longer_than_those_of_its_column_is_a_guess() {
        let text = "# Nämndsbudget 2031\n\nParknämnden\n\n## Ekonomi\n\n| Tkr | 2030 | 2031 |\n|---|---|---|\n\
                    | Dammar | 96 770 | 87 453 |\n| Stigar | 31 290 | 75 659 126 273 |\n| Summa | 128 060 | 114 701 |\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let guessed: Vec<bool> = document.tables()[0].1.rows.iter().map(|row| row.guessed).collect();
        assert_eq!(guessed, [false, true, false]);
    }

    #[test]
    fn digits_of_two_columns_in_a_table_of_one_are_no_figure() {
        let text = "Årsredovisning 2031\n\nNoter\n\nNedskrivning av delar gäller sedan 2025 för nya, stora dammar.\ntkr 2031 2030\n\
                    4 Skatter\nPreliminära intäkter 252 351 244 246\nPrognos – 350 – 1 162\nSlutavräkning – 839 301\n\
                    Tidigare år 55\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let cells = tables.iter().flat_map(|(_, table)| &table.rows).flat_map(|row| &row.cells);
        assert!(cells.filter_map(|cell| cell.value.as_ref()).all(|value| value.mantissa == 55));
    }

    #[test]
    fn a_sum_tells_that_there_are_two_columns() {
        let text = "Årsredovisning 2031\n\nNoter\n\nNedskrivning av delar gäller sedan 2025 för nya, stora dammar.\ntkr 2031 2030\n\
                    4 Skatter\nPreliminära intäkter 252 351 244 246\nPrognos – 350 – 1 162\nSlutavräkning – 839 301\n\
                    Summa 251 162 243 385\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let values = |row: &uppsikt_domain::table::Row| {
            row.cells.iter().map(|cell| cell.value.as_ref().map_or(0, |it| it.mantissa)).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<i64>> = tables[0].1.rows.iter().skip(1).map(values).collect();
        assert_eq!(rows, [[252_351, 244_246], [-350, -1_162], [-839, 301], [251_162, 243_385]]);
    }
}
