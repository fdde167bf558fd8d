//! How the tables of a document sign their changes, for those that do not tell it themselves.

use super::ChangeColumn;
use super::habits::Habit;
use crate::relations::figures::Figures;
use uppsikt_domain::table::ColumnKind;

/// The habits of a document's tables.
#[derive(Debug, Clone, Default)]
pub struct Prior {
    seen: Vec<(Like, bool)>,
}

/// What tables have in common whose signs are alike: deviations or changes, with signed amounts or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Like {
    deviation: bool,
    signed: bool,
}

impl Prior {
    /// Takes in the habits that a table's rows tell.
    pub fn learn(&mut self, figures: &Figures<'_>, changes: &[ChangeColumn]) {
        let told = changes.iter().filter(|change| !change.tied && change.mirrored.is_empty());
        self.seen.extend(
            told.map(|it| (like(figures, it.column, it.habit), is_later_first(figures, it.column, it.habit))),
        );
    }

    /// Whether the habit is that of most other tables that are alike.
    pub fn has(&self, figures: &Figures<'_>, column: usize, habit: Habit) -> bool {
        let (own, later_first) = (like(figures, column, habit), is_later_first(figures, column, habit));
        let alike = self.seen.iter().filter(|(like, _)| *like == own);
        let same = alike.clone().filter(|(_, first)| *first == later_first).count();
        same * 2 > alike.count()
    }
}

fn like(figures: &Figures<'_>, column: usize, habit: Habit) -> Like {
    let deviation = figures.table.columns[column].kind == ColumnKind::Deviation;
    let negative = |row: usize| {
        [habit.plus, habit.minus]
            .into_iter()
            .any(|column| figures.printed((row, column)).is_some_and(|it| it.mantissa < 0))
    };
    Like { deviation, signed: (0..figures.table.rows.len()).any(negative) }
}

/// Whether the outcome, or the later column, is the one that is taken from.
fn is_later_first(figures: &Figures<'_>, column: usize, habit: Habit) -> bool {
    let kind = |at: usize| &figures.table.columns[at].kind;
    let planned = |at: usize| matches!(kind(at), ColumnKind::Budget { .. });
    match (kind(column), planned(habit.plus), planned(habit.minus)) {
        (ColumnKind::Deviation, false, true) => true,
        (ColumnKind::Deviation, true, false) => false,
        _ => habit.plus > habit.minus,
    }
}
