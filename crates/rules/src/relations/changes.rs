//! Change and deviation columns: between which two columns, and signed how.
//!
//! The sign belongs to the table. The habit that most rows follow is the table's; a row
//! that follows another one is told apart from a row that follows none.

use crate::relations::figures::{At, Figures};
use crate::relations::relation::{Kind, Relation, Term};
use uppsikt_domain::table::{ColumnKind, RowRole};

/// How a column is made of two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Habit {
    /// The column that is taken from.
    pub plus: usize,
    /// The column that is taken away.
    pub minus: usize,
    /// Whether the amounts are taken without their signs.
    pub unsigned: bool,
}

/// A change column with its habit, its relations and the rows that follow another habit.
#[derive(Debug, Clone)]
pub struct ChangeColumn {
    /// The column.
    pub column: usize,
    /// The habit of the table.
    pub habit: Habit,
    /// One relation for each row that is printed, groups of mirrored rows left out.
    pub relations: Vec<Relation>,
    /// Rows that follow the mirrored habit.
    pub mirrored: Vec<usize>,
}

/// The change and deviation columns of a table for which a habit can be told.
pub fn change_columns(figures: &Figures<'_>) -> Vec<ChangeColumn> {
    let columns = figures.table.columns.iter().enumerate();
    let changes = columns.filter(|(_, column)| is_change(&column.kind)).map(|(index, _)| index);
    let amounts = figures.amount_columns();
    changes
        .filter(|index| amounts.contains(index))
        .filter_map(|column| change_column(figures, column))
        .collect()
}

fn is_change(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Change | ColumnKind::Deviation)
}

fn change_column(figures: &Figures<'_>, column: usize) -> Option<ChangeColumn> {
    let rows: Vec<usize> =
        (0..figures.table.rows.len()).filter(|row| is_told(figures, *row, column)).collect();
    let followed = |habit: &Habit| rows.iter().filter(|row| follows(figures, **row, column, *habit)).count();
    let scored = habits(figures, column).into_iter().map(|habit| (followed(&habit), habit));
    // `max_by_key` keeps the last of equals: the nearest pair and later column minus earlier win.
    let (count, habit) = scored.rev().max_by_key(|(count, _)| *count)?;
    let telling = rows.iter().filter(|row| is_telling(figures, **row, column, habit)).count();
    if telling == 0 || count < 2 || count * 2 < rows.len() {
        return None;
    }
    if count < rows.len() && is_misread(figures, column) {
        return None;
    }
    let mirror = Habit { plus: habit.minus, minus: habit.plus, ..habit };
    let is_mirrored =
        |row: &usize| !follows(figures, *row, column, habit) && follows(figures, *row, column, mirror);
    let mirrored: Vec<usize> = rows.iter().copied().filter(is_mirrored).collect();
    // One row that is signed the other way may be a slip; several are a group with a habit of its own.
    let is_group = mirrored.len() > 1 && mirrored.len() * 5 > rows.len();
    let asked = rows.into_iter().filter(|row| !(is_group && mirrored.contains(row)));
    let relations = asked.map(|row| relation(figures, row, column, habit)).collect();
    Some(ChangeColumn { column, habit, relations, mirrored })
}

/// Whether another column is, in every row, the difference of two: then the headings stand
/// over the wrong columns, and the figures themselves agree.
fn is_misread(figures: &Figures<'_>, column: usize) -> bool {
    let others = figures.amount_columns().into_iter().filter(|other| *other != column);
    others.into_iter().any(|other| {
        let rows: Vec<usize> =
            (0..figures.table.rows.len()).filter(|row| is_told(figures, *row, other)).collect();
        let bases: Vec<usize> = figures.amount_columns().into_iter().filter(|base| *base != other).collect();
        let pairs = bases.iter().flat_map(|plus| bases.iter().map(move |minus| (*plus, *minus)));
        let mut habits =
            pairs.filter(|(a, b)| a != b).map(|(plus, minus)| Habit { plus, minus, unsigned: false });
        rows.len() > 2 && habits.any(|habit| rows.iter().all(|row| follows(figures, *row, other, habit)))
    })
}

/// Whether the change is printed and at least one of the amounts that could give it. Below the last
/// total stands what is only told beside the table: there an empty cell is no nought.
fn is_told(figures: &Figures<'_>, row: usize, column: usize) -> bool {
    figures.printed((row, column)).is_some()
        && !(is_beside(figures, row) && has_gap(figures, row))
        && figures
            .amount_columns()
            .into_iter()
            .any(|other| other != column && figures.printed((row, other)).is_some())
}

fn is_beside(figures: &Figures<'_>, row: usize) -> bool {
    let last = figures.table.rows.iter().rposition(|row| row.role == RowRole::Total);
    figures.table.rows[row].role == RowRole::Item && last.is_some_and(|last| last < row)
}

fn has_gap(figures: &Figures<'_>, row: usize) -> bool {
    let columns = figures.amount_columns().into_iter();
    let mut amounts = columns.filter(|column| !is_change(&figures.table.columns[*column].kind));
    amounts.any(|column| figures.printed((row, column)).is_none())
}

fn is_telling(figures: &Figures<'_>, row: usize, column: usize, habit: Habit) -> bool {
    figures.printed((row, column)).is_some_and(|it| it.mantissa != 0) && follows(figures, row, column, habit)
}

/// The pairs of amount columns that are not changes themselves, nearest to the column
/// first, each in both directions, signed and unsigned.
fn habits(figures: &Figures<'_>, column: usize) -> Vec<Habit> {
    let columns = &figures.table.columns;
    let amounts = figures.amount_columns().into_iter();
    let mut bases: Vec<usize> = amounts
        .filter(|index| !is_change(&columns[*index].kind) && columns[*index].unit == columns[column].unit)
        .collect();
    bases.sort_by_key(|index| index.abs_diff(column));
    let mut habits = Vec::new();
    for unsigned in [false, true] {
        for (nth, near) in bases.iter().enumerate() {
            for far in &bases[nth + 1..] {
                let (first, last) = (*near.min(far), *near.max(far));
                habits.push(Habit { plus: last, minus: first, unsigned });
                habits.push(Habit { plus: first, minus: last, unsigned });
            }
        }
    }
    habits
}

fn follows(figures: &Figures<'_>, row: usize, column: usize, habit: Habit) -> bool {
    relation(figures, row, column, habit).holds(&|at| figures.interval(at))
}

fn relation(figures: &Figures<'_>, row: usize, column: usize, habit: Habit) -> Relation {
    let sign = |at: At| match figures.printed(at) {
        Some(figure) if habit.unsigned && figure.mantissa < 0 => -1,
        _ => 1,
    };
    let (plus, minus) = ((row, habit.plus), (row, habit.minus));
    let terms = vec![Term { at: plus, factor: sign(plus) }, Term { at: minus, factor: -sign(minus) }];
    Relation { kind: Kind::Change, result: (row, column), terms, sure: true }
}
