//! Words of a head that end at the right edge of the last of several columns that they stand over, as where
//! all of a table is set to the right: the rule below them tells over which.

use super::drawn::Rule;
use super::grid::{Column, columns_of};
use super::printed::{Printed, Stretch};
use super::table::is_year;
use super::words::is_figure;
use std::ops::Range;

/// Rows of a head stand so far apart, in sizes; lines of a cell stand closer.
const APART: f64 = 1.6;
/// Words that end so near to one another, in sizes, end at the same edge.
const NEAR: f64 = 0.6;

/// The columns below each word of a head's first row; empty where they cannot be told.
pub(super) fn at_the_right(
    above: &Printed,
    below: &Printed,
    columns: &[Column],
    rules: &[Rule],
) -> Vec<Range<usize>> {
    if below.baseline - above.baseline < APART * below.size {
        return Vec::new();
    }
    let named: Vec<(usize, &Stretch)> = single(below, columns).filter(|(column, _)| *column > 0).collect();
    let beyond = below.stretches.iter().filter(|it| columns_of(columns, it).end > 1).count();
    let over: Vec<(usize, &Stretch)> = single(above, columns).filter(|(column, _)| *column > 0).collect();
    let in_order = named.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1);
    let worded = named.iter().all(|(_, it)| !is_figure(&it.text) || is_year(&it.text));
    let whole = named.len() == beyond && named.len() > over.len() && in_order && worded;
    let ends = |(column, it): &(usize, &Stretch)| {
        named.iter().any(|(own, word)| own == column && (word.right - it.right).abs() < NEAR * below.size)
    };
    let last = named.last().map(|(column, _)| *column);
    if !whole || over.last().map(|(column, _)| *column) != last || !over.iter().all(ends) {
        return Vec::new();
    }
    let mut start = named.first().map_or(0, |(column, _)| *column);
    let mut found = Vec::new();
    for (column, _) in over {
        found.push(start..column + 1);
        start = column + 1;
    }
    let ruled = |column: usize| is_ruled(above, below, &columns[column], rules);
    if found.iter().cloned().flatten().all(ruled) { found } else { Vec::new() }
}

/// The words of a line that stand in one column, with it.
fn single<'a>(line: &'a Printed, columns: &'a [Column]) -> impl Iterator<Item = (usize, &'a Stretch)> {
    let placed = line.stretches.iter().map(|it| (columns_of(columns, it), it));
    placed.filter(|(at, _)| at.len() == 1).map(|(at, it)| (at.start, it))
}

/// Whether a rule, or the edge of a fill, stands between two lines of a column.
fn is_ruled(above: &Printed, below: &Printed, column: &Column, rules: &[Rule]) -> bool {
    let middle = (column.left + column.right) / 2.0;
    rules.iter().any(|rule| {
        let y = rule.area.center().y;
        let between = y > above.baseline && y < below.baseline - 0.5 * below.size;
        between && rule.area.x0 <= middle && middle <= rule.area.x1
    })
}
