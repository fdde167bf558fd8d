//! Columns that are the mean of the columns before them: "Genomsnitt" of years.

use super::changes::is_change;
use super::figures::{At, Figures};
use super::reckoned::{self, Given, Reckoned};
use crate::prose::words;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;

/// The means of a table that are off, in columns that at least as many rows bear out.
pub fn off(figures: &Figures<'_>) -> Vec<Reckoned> {
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

fn of_column(figures: &Figures<'_>, column: usize, before: &[usize]) -> Vec<Reckoned> {
    let columns = &figures.table.columns;
    let own = |at: &&usize| !is_change(&columns[**at].kind) && columns[**at].unit == columns[column].unit;
    let base: Vec<usize> = before.iter().filter(own).copied().collect();
    if base.len() < 2 || base.len() != before.len() {
        return Vec::new();
    }
    let rows = 0..figures.table.rows.len();
    let given = rows.filter_map(|row| given(figures, (row, column), &base));
    let varied = |(row, _): At| {
        let values: Vec<Fixed> =
            base.iter().filter_map(|at| figures.printed((row, *at))).map(Quantity::value).collect();
        values.windows(2).any(|pair| pair[0] != pair[1])
    };
    reckoned::off(figures, given.collect(), varied)
}

fn given(figures: &Figures<'_>, at: At, base: &[usize]) -> Option<Given> {
    let own = figures.printed(at)?;
    let parts: Vec<&Quantity> =
        base.iter().map(|column| figures.printed((at.0, *column))).collect::<Option<_>>()?;
    let count = i64::try_from(parts.len()).ok()?;
    let sum: Interval = parts.iter().map(|it| it.interval()).sum();
    let value = parts.iter().map(|it| it.value()).fold(Fixed::ZERO, |sum, it| sum + it).divided_down(count);
    let mean = Interval::between(sum.low?.divided_down(count), sum.high?.divided_up(count));
    let expected = Quantity { mantissa: value.rounded(own.decimals), ..own.clone() };
    Some((Reckoned { cell: at, of: base.iter().map(|column| (at.0, *column)).collect(), expected }, mean))
}
