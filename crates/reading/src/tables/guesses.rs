//! Rows of which it is a guess what stands in which column, whatever way they were found.

use crate::tables::build::{Laid, LaidRow};
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
}
