//! Change and deviation columns: between which two columns, and signed how.
//!
//! The sign belongs to the table. The habit that most rows follow is the table's; a row
//! that follows another one is told apart from a row that follows none. Where too few rows
//! tell a habit, the headings say between which columns the change is.

mod groups;
mod habits;
mod named;
mod prior;

use groups::Groups;
pub use habits::Habit;
pub use prior::Prior;

use crate::relations::figures::Figures;
use crate::relations::relation::{Relation, middle};
use crate::relations::slip;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{ColumnKind, RowRole};

/// A change column with its habit, its relations and the rows that follow another habit.
#[derive(Debug, Clone)]
pub struct ChangeColumn {
    /// The column.
    pub column: usize,
    /// The habit of the table.
    pub habit: Habit,
    /// One relation for each row that is printed, by the habit of its group.
    pub relations: Vec<Relation>,
    /// Rows that follow the mirrored habit.
    pub mirrored: Vec<usize>,
    /// Rows of a group that counts the mirrored way.
    pub turned: Vec<usize>,
    /// Rows that are signed against their own group.
    pub against: Vec<usize>,
    /// Whether as many rows are signed one way as the other.
    pub tied: bool,
    /// Rows of which nothing tells whether they or the others are signed wrongly.
    pub doubtful: Vec<usize>,
}

/// The change and deviation columns of a table for which a habit can be told.
pub fn change_columns(figures: &Figures<'_>, prior: &Prior) -> Vec<ChangeColumn> {
    let amounts = figures.amount_columns().iter().copied();
    let changes = amounts.filter(|at| is_change(&figures.table.columns[*at].kind));
    changes.filter_map(|column| change_column(figures, column, prior)).collect()
}

/// Whether a column is of changes or deviations.
pub(crate) fn is_change(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Change | ColumnKind::Deviation)
}

fn change_column(figures: &Figures<'_>, column: usize, prior: &Prior) -> Option<ChangeColumn> {
    let rows: Vec<usize> =
        (0..figures.table.rows.len()).filter(|row| is_told(figures, *row, column)).collect();
    by_rows(figures, column, &rows, prior).or_else(|| by_name(figures, column, &rows, prior))
}

/// The habit that at least half of the rows follow, whichever columns it takes.
fn by_rows(figures: &Figures<'_>, column: usize, rows: &[usize], prior: &Prior) -> Option<ChangeColumn> {
    let followed =
        |habit: &Habit| rows.iter().filter(|row| habit.is_followed(figures, **row, column)).count();
    let scored = habits::all(figures, column).into_iter().map(|habit| (followed(&habit), habit));
    // `max_by_key` keeps the last of equals: the nearest pair and later column minus earlier win.
    let (count, habit) = scored.rev().max_by_key(|(count, _)| *count)?;
    let mirror = habit.mirrored();
    // As many rows one way as the other: other tables tell, or what deviations of costs without a sign mean.
    let tied = followed(&mirror) == count;
    let known = |habit: Habit| (prior.has(figures, column, habit), habit.is_usual(figures, column));
    let habit = if tied && known(mirror) > known(habit) { mirror } else { habit };
    let habit = habit.but_for_one(figures, column, rows).unwrap_or(habit);
    let change = ChangeColumn { tied, ..ruled(figures, column, rows, habit) };
    let interval = |at| figures.interval(at);
    let held = change.relations.iter().filter(|relation| relation.holds(&interval)).count().max(count);
    let telling = rows.iter().any(|row| is_telling(figures, *row, column, habit));
    let misread = || held < rows.len() && is_misread(figures, column);
    (telling && count >= 2 && held * 2 >= rows.len() && !misread()).then_some(change)
}

/// A column with the relations of its rows, each by the habit of its group.
fn ruled(figures: &Figures<'_>, column: usize, rows: &[usize], habit: Habit) -> ChangeColumn {
    let (followers, others): (Vec<usize>, Vec<usize>) =
        rows.iter().partition(|row| habit.is_followed(figures, **row, column));
    let mirror = habit.mirrored();
    let mirrored: Vec<usize> =
        others.into_iter().filter(|row| mirror.is_followed(figures, *row, column)).collect();
    let followers: Vec<usize> =
        followers.into_iter().filter(|row| !mirror.is_followed(figures, *row, column)).collect();
    let Groups { turned, against } = groups::groups(figures, habit, rows, (&followers, &mirrored));
    let of = |row: usize| if turned.contains(&row) { mirror } else { habit };
    let relations = rows.iter().map(|row| of(*row).relation(figures, *row, column)).collect();
    ChangeColumn { column, habit, relations, mirrored, turned, against, tied: false, doubtful: Vec::new() }
}

/// The habit between the two columns that the headings name, though few rows follow it.
fn by_name(figures: &Figures<'_>, column: usize, rows: &[usize], prior: &Prior) -> Option<ChangeColumn> {
    let pair = named::pair(figures, column)?;
    let full = |row: &&usize| pair.iter().all(|column| figures.printed((**row, *column)).is_some());
    let rows: Vec<usize> = rows.iter().filter(full).copied().collect();
    let telling =
        |habit: &Habit| rows.iter().filter(|row| is_telling(figures, **row, column, *habit)).count();
    let scored =
        Habit::between(pair).map(|habit| (telling(&habit), prior.has(figures, column, habit), habit));
    let (count, known, habit) = scored.into_iter().rev().max_by_key(|(count, known, _)| (*count, *known))?;
    let tied = count == telling(&habit.mirrored()) && count > 0;
    let named = Named { column, habit, rows, known };
    named.of_table(figures).map(|change| ChangeColumn { tied: tied && !known, ..change })
}

/// A column whose habit its headings tell.
struct Named {
    column: usize,
    habit: Habit,
    rows: Vec<usize>,
    /// Whether other tables of the document have the habit.
    known: bool,
}

impl Named {
    /// The column's relations: where a row bears the headings out, or what is wrong is a slip everywhere.
    fn of_table(&self, figures: &Figures<'_>) -> Option<ChangeColumn> {
        let fits = |habit: Habit, row: usize| habit.is_followed(figures, row, self.column);
        let mirror = self.habit.mirrored();
        let (fitting, broken): (Vec<usize>, Vec<usize>) =
            self.rows.iter().partition(|row| fits(self.habit, **row) || fits(mirror, **row));
        let borne_out = fitting.iter().any(|row| {
            is_telling(figures, *row, self.column, self.habit)
                || is_telling(figures, *row, self.column, mirror)
        });
        let slips = broken.iter().all(|row| self.slipped(figures, *row, false).is_some());
        let enough =
            if borne_out { slips || fitting.len() * 3 >= self.rows.len() } else { slips && broken.len() < 3 };
        let enough = enough || fitting.is_empty() && self.near(figures).is_some();
        if !enough || !broken.is_empty() && is_misread(figures, self.column) {
            return None;
        }
        let sure = borne_out && (slips || fitting.len() > 1);
        Some(self.with_relations(figures, &fitting, &broken, sure))
    }

    /// The habit that a row would follow but for a slip, that of its group first.
    fn slipped(&self, figures: &Figures<'_>, row: usize, turned: bool) -> Option<Habit> {
        let (own, other) = (self.habit, self.habit.mirrored());
        let habits = if turned { [other, own] } else { [own, other] };
        habits.into_iter().find(|habit| slip::mends(figures, &habit.relation(figures, row, self.column)))
    }

    /// The habit that every row of a small table comes near, where there are no other columns that its changes
    /// could be between: each of them has a wrong figure.
    fn near(&self, figures: &Figures<'_>) -> Option<Habit> {
        let only = figures.amount_columns().len() == 3 && self.rows.len() == 2;
        let is_near = |habit: Habit, row: usize| {
            let needed =
                middle(&habit.relation(figures, row, self.column).possible(&|at| figures.interval(at)));
            let printed = figures.printed((row, self.column)).map(Quantity::value);
            let both = needed.zip(printed);
            both.is_some_and(|(needed, printed)| (needed - printed).abs().times(5) <= needed.abs().times(2))
        };
        let habits = [self.habit, self.habit.mirrored()];
        habits.into_iter().find(|habit| only && self.rows.iter().all(|row| is_near(*habit, *row)))
    }

    fn with_relations(
        &self,
        figures: &Figures<'_>,
        fitting: &[usize],
        broken: &[usize],
        sure: bool,
    ) -> ChangeColumn {
        let own = ruled(figures, self.column, &self.rows, self.habit);
        // As many rows one way as the other: only other tables can tell which of them is the slip.
        let (mirrored, followers): (Vec<usize>, Vec<usize>) =
            fitting.iter().partition(|row| own.mirrored.contains(row));
        let is_tied = followers.len() <= mirrored.len() && !self.known;
        let alike = !groups::differ(figures, self.habit, &followers, &mirrored);
        let doubtful = if is_tied && alike { mirrored.clone() } else { Vec::new() };
        let left_out = if is_tied && alike { mirrored } else { Vec::new() };
        let is_asked = |row: usize| !left_out.contains(&row) && !broken.contains(&row);
        let asked = own.relations.into_iter().filter(|it| is_asked(it.result.0));
        let of_broken = broken.iter().map(|row| {
            let near = || self.near(figures).unwrap_or(self.habit);
            let habit = self.slipped(figures, *row, own.turned.contains(row)).unwrap_or_else(near);
            Relation { sure, ..habit.relation(figures, *row, self.column) }
        });
        ChangeColumn { relations: asked.chain(of_broken).collect(), doubtful, ..own }
    }
}

/// Whether another column is, in every row, the difference of two: then the headings stand
/// over the wrong columns, and the figures themselves agree. Another change of columns of its own says nothing of
/// this one.
fn is_misread(figures: &Figures<'_>, column: usize) -> bool {
    let amounts = figures.amount_columns();
    amounts.iter().copied().filter(|other| *other != column).any(|other| {
        let rows: Vec<usize> =
            (0..figures.table.rows.len()).filter(|row| is_told(figures, *row, other)).collect();
        let bases = || amounts.iter().copied().filter(|base| *base != other);
        let pairs = bases().flat_map(|plus| bases().map(move |minus| (plus, minus)));
        let apart = |at: usize| at != column && is_change(&figures.table.columns[at].kind);
        let told = pairs.filter(|(a, b)| a != b && ![*a, *b, other].into_iter().any(apart));
        let mut habits = told.map(|(plus, minus)| Habit { plus, minus, unsigned: false });
        rows.len() > 2 && habits.any(|habit| rows.iter().all(|row| habit.is_followed(figures, *row, other)))
    })
}

/// Whether the change is printed and at least one of the amounts that could give it. Below the last
/// total stands what is only told beside the table: there an empty cell is no nought.
fn is_told(figures: &Figures<'_>, row: usize, column: usize) -> bool {
    figures.printed((row, column)).is_some()
        && !(is_beside(figures, row) && has_gap(figures, row))
        && figures
            .amount_columns()
            .iter()
            .any(|other| *other != column && figures.printed((row, *other)).is_some())
}

fn is_beside(figures: &Figures<'_>, row: usize) -> bool {
    let last = figures.table.rows.iter().rposition(|row| row.role == RowRole::Total);
    figures.table.rows[row].role == RowRole::Item && last.is_some_and(|last| last < row)
}

fn has_gap(figures: &Figures<'_>, row: usize) -> bool {
    let columns = figures.amount_columns().iter();
    let mut amounts = columns.filter(|column| !is_change(&figures.table.columns[**column].kind));
    amounts.any(|column| figures.printed((row, *column)).is_none())
}

fn is_telling(figures: &Figures<'_>, row: usize, column: usize, habit: Habit) -> bool {
    figures.printed((row, column)).is_some_and(|it| it.mantissa != 0)
        && habit.is_followed(figures, row, column)
}
