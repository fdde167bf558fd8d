//! Columns of per cent tell which of several cells is the wrong one: the amount whose right value gives
//! the percentages that are printed.

use crate::relations::faults::Fault;
use crate::relations::figures::{At, Figures};
use crate::relations::percents;
use crate::relations::relation::middle;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;

/// Of more pairs of cells than these nothing is singled out: each is a table to look at anew.
const MOST_PAIRS: usize = 60;

/// Of cells that could each be wrong, those that the percentages bear out best; all where they tell nothing.
pub fn among(figures: &Figures<'_>, found: Vec<(At, Interval)>) -> Vec<(At, Interval)> {
    let values = |(at, needed): &(At, Interval)| {
        let values = [middle(needed), needed.low, needed.high].into_iter().flatten();
        values.map(|value| vec![(*at, value)]).collect()
    };
    best(figures, found, values)
}

/// Of pairs that could be wrong, those that the percentages bear out best.
pub fn among_pairs(figures: &Figures<'_>, pairs: Vec<Vec<Fault>>) -> Vec<Vec<Fault>> {
    let values =
        |pair: &Vec<Fault>| vec![pair.iter().map(|fault| (fault.cell, fault.expected.value())).collect()];
    if pairs.len() > MOST_PAIRS { pairs } else { best(figures, pairs, values) }
}

/// Values that cells would have.
type Values = Vec<(At, Fixed)>;

fn best<T>(figures: &Figures<'_>, found: Vec<T>, values: impl Fn(&T) -> Vec<Values>) -> Vec<T> {
    if found.len() < 2 || percents::of_shares(figures.table).next().is_none() {
        return found;
    }
    let fit = |it: &T| values(it).iter().map(|values| fit_with(figures, values)).max().unwrap_or(0);
    let scores: Vec<usize> = found.iter().map(fit).collect();
    let most = scores.iter().copied().max().unwrap_or(0);
    found.into_iter().zip(scores).filter(|(_, score)| *score == most).map(|(it, _)| it).collect()
}

/// How well the percentages fit a table in which some cells print other values.
fn fit_with(figures: &Figures<'_>, values: &[(At, Fixed)]) -> usize {
    let mut table = figures.table.clone();
    for (at, value) in values {
        let cell = table.rows.get_mut(at.0).and_then(|row| row.cells.get_mut(at.1));
        let Some(cell) = cell else { continue };
        let printed = figures.as_printed(*value, at.1);
        let unit = cell.value.as_ref().map_or_else(|| printed.unit.clone(), |own| own.unit.clone());
        cell.value = Some(Quantity { unit, ..printed });
    }
    let changed = Figures::of(&table);
    percents::of_shares(&table).map(|column| percents::fit(&changed, column)).sum()
}
