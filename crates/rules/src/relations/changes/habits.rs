//! The ways in which a change can be counted from two columns.

use super::is_change;
use crate::relations::figures::{At, Figures};
use crate::relations::relation::{Kind, Relation, Term};
use uppsikt_domain::table::ColumnKind;

/// Of so few rows one may be signed either way.
const LEAST: usize = 2;

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

impl Habit {
    /// The same pair of columns, signed the other way.
    pub fn mirrored(self) -> Self {
        Habit { plus: self.minus, minus: self.plus, ..self }
    }

    /// Whether a deviation is what is left of a budget where no amount has a sign: costs below it are good.
    pub fn is_usual(self, figures: &Figures<'_>, column: usize) -> bool {
        let kind = |at: usize| &figures.table.columns[at].kind;
        let plain = |row: usize| {
            [self.plus, self.minus]
                .into_iter()
                .all(|at| figures.printed((row, at)).is_none_or(|it| it.mantissa >= 0))
        };
        *kind(column) == ColumnKind::Deviation
            && matches!(kind(self.plus), ColumnKind::Budget { .. })
            && matches!(kind(self.minus), ColumnKind::Forecast { .. } | ColumnKind::Actual { .. })
            && (0..figures.table.rows.len()).all(plain)
    }

    /// The four ways to count a change between two columns, the later less the earlier first.
    pub fn between([earlier, later]: [usize; 2]) -> [Self; 4] {
        let signed = Habit { plus: later, minus: earlier, unsigned: false };
        let unsigned = Habit { unsigned: true, ..signed };
        [signed, signed.mirrored(), unsigned, unsigned.mirrored()]
    }

    /// The same columns with the signs of their amounts, where that is the habit but for one row, which is
    /// signed the other way: a lone income among costs that follows no habit but that of sizes.
    pub fn but_for_one(self, figures: &Figures<'_>, column: usize, rows: &[usize]) -> Option<Self> {
        let signed = Habit { unsigned: false, ..self };
        let follows = |habit: Habit, row: usize| habit.is_followed(figures, row, column);
        let fits = |habit: &Habit| {
            let mut off = rows.iter().filter(|row| !follows(*habit, **row));
            let one = off.next().filter(|_| off.next().is_none());
            one.is_some_and(|row| follows(habit.mirrored(), *row)) && rows.len() > LEAST
        };
        [signed, signed.mirrored()].into_iter().find(|habit| self.unsigned && fits(habit))
    }

    /// Whether a row is counted so.
    pub fn is_followed(self, figures: &Figures<'_>, row: usize, column: usize) -> bool {
        self.relation(figures, row, column).holds(&|at| figures.interval(at))
    }

    /// What the habit says of a row.
    pub fn relation(self, figures: &Figures<'_>, row: usize, column: usize) -> Relation {
        let sign = |at: At| match figures.printed(at) {
            Some(figure) if self.unsigned && figure.mantissa < 0 => -1,
            _ => 1,
        };
        let (plus, minus) = ((row, self.plus), (row, self.minus));
        let terms = vec![Term { at: plus, factor: sign(plus) }, Term { at: minus, factor: -sign(minus) }];
        Relation { kind: Kind::Change, result: (row, column), terms, sure: true }
    }
}

/// The pairs of amount columns that are not changes themselves, nearest to the column
/// first, each in both directions, signed and unsigned.
pub fn all(figures: &Figures<'_>, column: usize) -> Vec<Habit> {
    let columns = &figures.table.columns;
    let amounts = figures.amount_columns().iter().copied();
    let mut bases: Vec<usize> = amounts
        .filter(|index| !is_change(&columns[*index].kind) && columns[*index].unit == columns[column].unit)
        .collect();
    bases.sort_by_key(|index| index.abs_diff(column));
    let mut habits = Vec::new();
    for unsigned in [false, true] {
        for (nth, near) in bases.iter().enumerate() {
            for far in &bases[nth + 1..] {
                let habit = Habit { plus: *near.max(far), minus: *near.min(far), unsigned };
                habits.extend([habit, habit.mirrored()]);
            }
        }
    }
    habits
}
