//! Columns that are the mean of the columns before them: "Genomsnitt" of years.

use super::changes::is_change;
use super::figures::{At, Figures};
use crate::prose::words;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;

/// A figure that the others of its row cannot give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeanOff {
    /// The mean.
    pub cell: At,
    /// What it is the mean of.
    pub of: Vec<At>,
    /// What it should be.
    pub expected: Quantity,
}

/// The means of a table that are off, in columns that at least as many rows bear out.
pub fn off(figures: &Figures<'_>) -> Vec<MeanOff> {
    let amounts = figures.amount_columns();
    let means = amounts.iter().enumerate().filter(|(_, column)| is_mean(figures, **column));
    means.flat_map(|(at, column)| of_column(figures, *column, &amounts[..at])).collect()
}

/// "Genomsnitt", "Snitt 2024–2026", "Medelvärde".
fn is_mean(figures: &Figures<'_>, column: usize) -> bool {
    let heading = words(&figures.table.columns[column].heading.text);
    let first = heading.first().map(String::as_str).unwrap_or_default();
    ["genomsnitt", "snitt", "medel", "medelvärde", "medeltal"].contains(&first)
}

fn of_column(figures: &Figures<'_>, column: usize, before: &[usize]) -> Vec<MeanOff> {
    let columns = &figures.table.columns;
    let own = |at: &&usize| !is_change(&columns[**at].kind) && columns[**at].unit == columns[column].unit;
    let base: Vec<usize> = before.iter().filter(own).copied().collect();
    if base.len() < 2 || base.len() != before.len() {
        return Vec::new();
    }
    let rows = 0..figures.table.rows.len();
    let told = rows.filter_map(|row| Some((row, given(figures, (row, column), &base)?)));
    let (held, broken): (Vec<_>, Vec<_>) = told.partition(|(row, (given, _))| {
        figures.printed((*row, column)).is_some_and(|own| own.interval().meets(given))
    });
    let varied = |row: usize| {
        let values: Vec<Fixed> =
            base.iter().filter_map(|at| figures.printed((row, *at))).map(Quantity::value).collect();
        values.windows(2).any(|pair| pair[0] != pair[1])
    };
    if !held.iter().any(|(row, _)| varied(*row)) || held.len() < broken.len() {
        return Vec::new();
    }
    let off = broken.into_iter().map(|(row, (_, expected))| MeanOff {
        cell: (row, column),
        of: base.iter().map(|at| (row, *at)).collect(),
        expected,
    });
    off.collect()
}

fn given(figures: &Figures<'_>, at: At, base: &[usize]) -> Option<(Interval, Quantity)> {
    let own = figures.printed(at)?;
    let parts: Vec<&Quantity> =
        base.iter().map(|column| figures.printed((at.0, *column))).collect::<Option<_>>()?;
    let count = i64::try_from(parts.len()).ok()?;
    let sum: Interval = parts.iter().map(|it| it.interval()).sum();
    let value = parts.iter().map(|it| it.value()).fold(Fixed::ZERO, |sum, it| sum + it).divided_down(count);
    let mean = Interval::between(sum.low?.divided_down(count), sum.high?.divided_up(count));
    Some((mean, Quantity { mantissa: value.rounded(own.decimals), ..own.clone() }))
}
