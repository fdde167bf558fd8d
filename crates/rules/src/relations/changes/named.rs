//! Which two columns a change is between, as far as the headings say it.

use super::is_change;
use crate::relations::figures::Figures;
use uppsikt_domain::table::{Column, ColumnKind};

/// The two columns of a change, the first of them first.
pub fn pair(figures: &Figures<'_>, column: usize) -> Option<[usize; 2]> {
    let columns = &figures.table.columns;
    let levels = levels(figures, column);
    if let [one, other] = levels.as_slice() {
        return Some([*one, *other]);
    }
    let years = by_years(columns, column, &levels);
    let planned = || of_budget(columns, &levels).filter(|_| columns[column].kind == ColumnKind::Deviation);
    let nearest = || levels.len().checked_sub(2).map(|at| [levels[at], levels[at + 1]]);
    years.or_else(planned).or_else(nearest)
}

/// The columns of plans and outcomes before a change, after the change before it.
fn levels(figures: &Figures<'_>, column: usize) -> Vec<usize> {
    let columns = &figures.table.columns;
    let before = columns[..column].iter().rposition(|it| is_change(&it.kind)).map_or(0, |at| at + 1);
    let amounts = figures.amount_columns().iter().copied().filter(|at| (before..column).contains(at));
    amounts.filter(|at| is_level(&columns[*at]) && columns[*at].unit == columns[column].unit).collect()
}

fn is_level(column: &Column) -> bool {
    match column.kind {
        ColumnKind::Forecast { .. } | ColumnKind::Budget { .. } | ColumnKind::Actual { .. } => true,
        ColumnKind::Other => years(&column.heading.text).next().is_some(),
        _ => false,
    }
}

/// The years that a heading names.
fn years(heading: &str) -> impl Iterator<Item = &str> {
    let words = heading.split(|c: char| !c.is_ascii_digit());
    words.filter(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// "Förändring 2025–2026": the columns of those two years.
fn by_years(columns: &[Column], column: usize, levels: &[usize]) -> Option<[usize; 2]> {
    let named: Vec<&str> = years(&columns[column].heading.text).collect();
    let [one, other] = named.as_slice() else { return None };
    let of = |year: &str| {
        let mut of_year =
            levels.iter().copied().filter(|at| years(&columns[*at].heading.text).any(|it| it == year));
        of_year.next().filter(|_| of_year.next().is_none())
    };
    let (one, other) = (of(one)?, of(other)?);
    (one != other).then(|| [one.min(other), one.max(other)])
}

/// The only budget with the only forecast, else with the only outcome.
fn of_budget(columns: &[Column], levels: &[usize]) -> Option<[usize; 2]> {
    let only = |fits: &dyn Fn(&ColumnKind) -> bool| {
        let mut fitting = levels.iter().copied().filter(|at| fits(&columns[*at].kind));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let budget = only(&|kind| matches!(kind, ColumnKind::Budget { .. }))?;
    let forecast = only(&|kind| matches!(kind, ColumnKind::Forecast { .. }));
    let other = forecast.or_else(|| only(&|kind| matches!(kind, ColumnKind::Actual { .. })))?;
    Some([budget.min(other), budget.max(other)])
}
