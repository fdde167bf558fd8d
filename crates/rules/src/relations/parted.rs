//! Figures that may have been parted at the wrong space, and rows whose first figure may be the number of a note.
//!
//! "Intäkter 101 275 106 757" is 101 275 and 106 757, or 101 275 106 and 757: where one of them gives the sum and
//! the other does not, the first is what is printed.

use crate::relations::figures::{At, Figures};
use crate::relations::relation::Relation;
use std::collections::BTreeMap;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Cell, ColumnKind, Row, Table};

/// No municipality has such an amount, in kronor: figures of several columns were taken for one.
const TOO_LARGE: i128 = 10_000_000_000_000;

/// Whether a table has an amount so large that its columns cannot be those that were read.
pub(super) fn is_glued(table: &Table) -> bool {
    let kronor = |column: usize| table.columns.get(column).and_then(|it| it.unit.kronor()).unwrap_or(1);
    let too_large = |(column, cell): (usize, &Cell)| {
        let value = cell.value.as_ref().filter(|it| it.unit != Unit::Percent);
        value.is_some_and(|it| {
            i128::from(it.value().rounded(0)).abs() * i128::from(kronor(column)) >= TOO_LARGE
        })
    };
    table.rows.iter().any(|row| row.cells.iter().enumerate().any(too_large))
}

/// Whether a relation that is off holds once the figures of its rows are parted at other spaces.
pub(super) fn holds_otherwise(figures: &Figures<'_>, relation: &Relation) -> bool {
    if relation.holds(&|at| figures.interval(at)) {
        return false;
    }
    let mut rows: Vec<usize> = relation.cells().map(|at| at.0).collect();
    rows.sort_unstable();
    rows.dedup();
    let ways: BTreeMap<usize, Vec<Vec<Quantity>>> = rows
        .into_iter()
        .map(|row| (row, ways(figures.table, row)))
        .filter(|(_, ways)| !ways.is_empty())
        .collect();
    let even: BTreeMap<usize, &Vec<Quantity>> =
        ways.iter().filter_map(|(row, ways)| Some((*row, ways.iter().find(|way| is_even(way))?))).collect();
    let with = |parted: &BTreeMap<usize, &Vec<Quantity>>| {
        let own = |at: At| parted.get(&at.0).and_then(|way| way.get(at.1)).map(Quantity::interval);
        let interval = |at: At| own(at).unwrap_or_else(|| figures.interval(at));
        relation.holds(&interval)
    };
    let one = |(row, ways): (&usize, &Vec<Vec<Quantity>>)| {
        ways.iter().any(|way| with(&BTreeMap::from([(*row, way)])))
    };
    (!even.is_empty() && with(&even)) || ways.iter().any(one)
}

/// Whether all figures of a row have as many groups of digits.
fn is_even(way: &[Quantity]) -> bool {
    let groups = |it: &Quantity| it.mantissa.to_string().len().div_ceil(3);
    way.windows(2).all(|pair| groups(&pair[0]) == groups(&pair[1]))
}

/// The figures that a row has where its digits are parted otherwise, one for each column. None where signs, wider
/// spaces or empty cells tell where they begin.
fn ways(table: &Table, row: usize) -> Vec<Vec<Quantity>> {
    let Some(row) = table.rows.get(row) else { return Vec::new() };
    let Some(cells) = row.cells.iter().map(|cell| cell.printed.as_deref()).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let near = |pair: &[Cell]| {
        let (one, next) = (pair[0].span, pair[1].span);
        one.end_line == next.at.line && one.end_column + 2 == next.at.column
    };
    let groups: Vec<&str> = cells.iter().flat_map(|cell| cell.split_whitespace()).collect();
    let plain = groups.iter().all(|it| it.len() <= 3 && it.bytes().all(|byte| byte.is_ascii_digit()));
    if cells.len() < 2 || groups.len() <= cells.len() || !plain || !row.cells.windows(2).all(near) {
        return Vec::new();
    }
    let own: Vec<usize> = cells.iter().map(|cell| cell.split_whitespace().count()).collect();
    let lengths = compositions(groups.len(), cells.len());
    lengths.into_iter().filter(|it| *it != own).filter_map(|it| parted(table, &groups, &it)).collect()
}

/// Figures of so many groups of digits each.
fn parted(table: &Table, groups: &[&str], lengths: &[usize]) -> Option<Vec<Quantity>> {
    let mut rest = groups;
    let mut found = Vec::new();
    for (column, length) in lengths.iter().enumerate() {
        let (own, after) = rest.split_at(*length);
        rest = after;
        let sound = own.len() == 1 || !own[0].starts_with('0') && own[1..].iter().all(|it| it.len() == 3);
        let mantissa = own.concat().parse().ok().filter(|_| sound)?;
        let unit = table.columns.get(column).map_or(Unit::None, |column| column.unit.clone());
        found.push(Quantity::new(mantissa, 0, unit));
    }
    Some(found)
}

/// A figure has so many groups of digits at most.
const GROUPS: usize = 4;

/// All ways to part so many into so many, each of one at least.
fn compositions(all: usize, parts: usize) -> Vec<Vec<usize>> {
    if parts == 1 {
        return if (1..=GROUPS).contains(&all) { vec![vec![all]] } else { Vec::new() };
    }
    let first = 1..=GROUPS.min(all.saturating_sub(parts - 1));
    let with = |first: usize| {
        let rest = compositions(all - first, parts - 1).into_iter();
        rest.map(move |rest| std::iter::once(first).chain(rest).collect::<Vec<_>>())
    };
    first.flat_map(with).collect()
}

/// So many rows show that notes are numbered.
const NOTED: usize = 3;

/// The rows without a note whose first figure is the number that their note would have.
pub(super) fn noted_otherwise(table: &Table) -> Vec<usize> {
    let column = table.columns.iter().position(|column| column.kind == ColumnKind::Note);
    let note = |row: &Row| -> Option<u32> {
        let cell = column.and_then(|at| row.cells.get(at)?.printed.as_deref());
        row.note.as_deref().or(cell)?.trim().parse().ok()
    };
    let notes: Vec<Option<u32>> = table.rows.iter().map(note).collect();
    let told: Vec<u32> = notes.iter().flatten().copied().collect();
    if told.len() < NOTED || !told.windows(2).all(|pair| pair[0] < pair[1]) {
        return Vec::new();
    }
    let is_next = |at: &usize| {
        let above = notes[..*at].iter().rev().flatten().next();
        let below = notes[*at + 1..].iter().flatten().next();
        let first = table.rows[*at]
            .cells
            .iter()
            .enumerate()
            .find(|(it, cell)| Some(*it) != column && cell.printed.is_some());
        let first = first.and_then(|(_, cell)| cell.printed.as_ref()?.trim().parse::<u32>().ok());
        let free = |number: u32| below.is_none_or(|below| *below > number);
        notes[*at].is_none()
            && above.zip(first).is_some_and(|(above, first)| first == above + 1 && free(first))
    };
    (0..table.rows.len()).filter(is_next).collect()
}

#[cfg(test)]
mod tests {
    use super::{compositions, is_glued, noted_otherwise};
    use uppsikt_reading::{HouseStyle, read};

    fn table<T>(rows: &str, ask: impl Fn(&uppsikt_domain::table::Table) -> T) -> T {
        let text = format!("# Årsredovisning 2031\n\nStorby kommun\n\n# Räkning\n\n{rows}");
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        ask(document.tables()[0].1)
    }

    #[test]
    fn a_figure_that_is_the_number_of_the_next_note_is_a_guess() {
        let rows = |figure: &str| {
            format!(
                "| Mkr | Not | 2031 | 2030 |\n|---|---|---|---|\n| Intäkter | 1 | 1 136 | 1 214 |\n\
                 | Kostnader | 2 | -5 200 | -5 005 |\n| Avskrivningar | 3 | -320 | -311 |\n\
                 | Skatt |  | {figure} | 3 773 |\n| Bidrag | 5 | 451 | 436 |\n"
            )
        };
        assert_eq!(table(&rows("4"), noted_otherwise), [3]);
        assert!(table(&rows("3 950"), noted_otherwise).is_empty());
    }

    #[test]
    fn no_municipality_has_a_thousand_times_the_kronor_of_the_country() {
        let rows =
            |figure: &str| format!("| Tkr | 2031 |\n|---|---|\n| Skatter | {figure} |\n| Bidrag | 451 |\n");
        assert!(table(&rows("252 351 244 246"), is_glued));
        assert!(!table(&rows("252 351 244"), is_glued));
    }

    #[test]
    fn groups_of_digits_are_parted_in_every_way() {
        assert_eq!(compositions(4, 2), [[1, 3], [2, 2], [3, 1]]);
        assert_eq!(compositions(2, 2), [[1, 1]]);
        assert!(compositions(1, 2).is_empty());
    }
}
