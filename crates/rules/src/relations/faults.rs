//! The smallest sets of cells that explain the relations of a table that cannot hold.

use crate::relations::figures::{At, Figures};
use crate::relations::relation::{Relation, common, middle};
use crate::relations::singled_out;
use crate::relations::slip;
use crate::relations::wholes;
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::Quantity;

/// Relations that cannot hold together with what is printed, and the cell that explains it.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The relation that tells it best.
    pub relation: Relation,
    /// Every relation that it breaks.
    pub breaks: usize,
    /// The cell that is most likely wrong.
    pub cell: At,
    /// What it should print.
    pub expected: Quantity,
    /// Other cells that could each be the wrong one instead.
    pub others: Vec<Suspect>,
}

/// A cell that could be the wrong one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// The cell.
    pub cell: At,
    /// What it should print, if it is.
    pub expected: Quantity,
}

/// Whether running text says that a cell is a value of an interval.
pub type Told<'t> = dyn Fn(At, &Interval) -> bool + 't;

/// The faults of a table, in order of their cells. `told` says where running text bears a value out.
pub fn faults(figures: &Figures<'_>, relations: &[Relation], told: &Told<'_>) -> Vec<Fault> {
    let interval = |at| figures.interval(at);
    let broken: Vec<&Relation> = relations.iter().filter(|relation| !relation.holds(&interval)).collect();
    let mut found: Vec<Fault> =
        components(&broken).into_iter().flat_map(|part| explained(figures, relations, part, told)).collect();
    found.sort_by_key(|fault| (fault.cell, fault.relation.result));
    found
}

/// Broken relations that share cells, together.
fn components<'a>(broken: &[&'a Relation]) -> Vec<Vec<&'a Relation>> {
    let mut parts: Vec<Vec<&Relation>> = Vec::new();
    for relation in broken {
        let shares =
            |part: &Vec<&Relation>| part.iter().any(|other| other.cells().any(|at| relation.has(at)));
        let (joined, apart): (Vec<_>, Vec<_>) = parts.into_iter().partition(shares);
        parts = apart;
        parts.push(joined.into_iter().flatten().chain([*relation]).collect());
    }
    parts
}

fn explained(figures: &Figures<'_>, all: &[Relation], broken: Vec<&Relation>, told: &Told<'_>) -> Vec<Fault> {
    let single = candidates(figures, all, &broken, &|at| figures.interval(at));
    let single = singled_out::among(figures, single);
    if let Some(fault) = fault_of(figures, &broken, single, told) {
        return vec![fault];
    }
    pair(figures, all, &broken).unwrap_or_else(|| one_by_one(figures, all, broken))
}

/// The cells that lie in all broken relations and whose change would mend them without
/// breaking another, with the values that would.
fn candidates(
    figures: &Figures<'_>,
    all: &[Relation],
    broken: &[&Relation],
    interval: &dyn Fn(At) -> Interval,
) -> Vec<(At, Interval)> {
    let Some(first) = broken.first() else { return Vec::new() };
    let shared = first.cells().filter(|at| broken.iter().all(|relation| relation.has(*at)));
    let mending = shared.filter_map(|at| Some((at, mended(all, at, interval)?)));
    mending.filter(|(at, _)| figures.printed(*at).is_some() || *at == first.result).collect()
}

fn mended(all: &[Relation], at: At, interval: &dyn Fn(At) -> Interval) -> Option<Interval> {
    let mut needed =
        all.iter().filter(|relation| relation.has(at)).map(|relation| relation.needed(at, interval));
    let first = needed.next()?;
    needed.try_fold(first, |so_far, next| common(&so_far, &next))
}

fn fault_of(
    figures: &Figures<'_>,
    broken: &[&Relation],
    mut found: Vec<(At, Interval)>,
    told: &Told<'_>,
) -> Option<Fault> {
    let likelihood = |(at, needed): &(At, Interval)| {
        let slip = slip::is_slip(figures, *at, needed);
        let label = figures.table.rows.get(at.0).map_or("", |row| row.label.text.as_str());
        let result = broken.iter().any(|relation| relation.result == *at) || wholes::is_result(label);
        (!told(*at, needed), !slip, !result, *at)
    };
    found.sort_by_key(likelihood);
    let (cell, needed) = *found.first()?;
    Some(Fault {
        relation: telling(broken, cell)?.clone(),
        breaks: broken.len(),
        cell,
        expected: expected(figures, cell, &needed)?,
        others: found.iter().skip(1).filter_map(|(at, needed)| suspect(figures, *at, needed)).collect(),
    })
}

fn suspect(figures: &Figures<'_>, cell: At, needed: &Interval) -> Option<Suspect> {
    Some(Suspect { cell, expected: expected(figures, cell, needed)? })
}

fn expected(figures: &Figures<'_>, at: At, needed: &Interval) -> Option<Quantity> {
    Some(figures.as_printed(middle(needed)?, at.1))
}

/// The relation that tells a fault best: one that is sure, and whose result the cell is, else the first kind.
fn telling<'a>(broken: &[&'a Relation], cell: At) -> Option<&'a Relation> {
    let rank =
        |relation: &&&Relation| (!relation.sure, relation.result != cell, relation.kind, relation.result);
    broken.iter().min_by_key(rank).copied()
}

/// Above this many cells pairs are not tried: the search grows with their square.
const CELLS_FOR_PAIRS: usize = 90;

/// Two cells that explain everything together where no single one does. Of several pairs the one
/// with most slips of the hand is told, and the cells of the others beside it.
fn pair(figures: &Figures<'_>, all: &[Relation], broken: &[&Relation]) -> Option<Vec<Fault>> {
    let cells: BTreeSet<At> = broken.iter().flat_map(|relation| relation.cells()).collect();
    if broken.len() < 2 || cells.len() > CELLS_FOR_PAIRS {
        return None;
    }
    let cells: Vec<At> = cells.into_iter().filter(|at| figures.printed(*at).is_some()).collect();
    let mut pairs: Vec<Vec<Fault>> = Vec::new();
    for (index, one) in cells.iter().enumerate() {
        let others = cells[index + 1..].iter();
        pairs.extend(others.filter_map(|other| pair_of(figures, all, broken, [*one, *other])));
    }
    let slips = |pair: &&Vec<Fault>| {
        pair.iter().filter(|fault| slip::is_slip(figures, fault.cell, &fault.expected.interval())).count()
    };
    let pairs = singled_out::among_pairs(figures, pairs);
    // The first of equals.
    let best = pairs.iter().rev().max_by_key(slips)?;
    Some(with_others(best, &pairs))
}

/// A pair with the cells that could each stand in for one of its two.
fn with_others(best: &[Fault], pairs: &[Vec<Fault>]) -> Vec<Fault> {
    let others = |fault: &Fault| {
        let kept = best.iter().find(|it| it.cell != fault.cell).map(|it| it.cell);
        let beside = pairs.iter().filter(|pair| pair.iter().any(|it| Some(it.cell) == kept));
        let other = beside.flatten().filter(|it| Some(it.cell) != kept && it.cell != fault.cell);
        let by_cell: BTreeMap<At, Quantity> = other.map(|it| (it.cell, it.expected.clone())).collect();
        by_cell.into_iter().map(|(cell, expected)| Suspect { cell, expected }).collect()
    };
    best.iter().map(|fault| Fault { others: others(fault), ..fault.clone() }).collect()
}

fn pair_of(
    figures: &Figures<'_>,
    all: &[Relation],
    broken: &[&Relation],
    pair: [At; 2],
) -> Option<Vec<Fault>> {
    if !broken.iter().all(|relation| pair.iter().any(|at| relation.has(*at))) {
        return None;
    }
    let printed = |at| figures.interval(at);
    let needs = |at: At, other: At| {
        let own: Vec<Relation> = all.iter().filter(|it| it.has(at) && !it.has(other)).cloned().collect();
        mended(&own, at, &printed)
    };
    let (first, second) = (needs(pair[0], pair[1])?, needs(pair[1], pair[0])?);
    let mended = |at: At| match at {
        at if at == pair[0] => first,
        at if at == pair[1] => second,
        at => figures.interval(at),
    };
    let touched = all.iter().filter(|relation| pair.iter().any(|at| relation.has(*at)));
    if !touched.into_iter().all(|relation| relation.holds(&mended)) {
        return None;
    }
    let of = |at: At, other: At, needed: Interval| {
        let own: Vec<&Relation> = broken.iter().filter(|it| it.has(at) && !it.has(other)).copied().collect();
        fault_of(figures, &own, vec![(at, needed)], &|_, _| false)
    };
    Some(vec![of(pair[0], pair[1], first)?, of(pair[1], pair[0], second)?])
}

/// Where neither one nor two cells explain a part: the cell that mends most relations,
/// again and again; a relation that no cell mends is told at its result.
fn one_by_one(figures: &Figures<'_>, all: &[Relation], mut broken: Vec<&Relation>) -> Vec<Fault> {
    let mut found = Vec::new();
    while let Some(fault) = next_fault(figures, all, &broken) {
        broken.retain(|relation| !relation.has(fault.cell));
        found.push(fault);
    }
    found
}

fn next_fault(figures: &Figures<'_>, all: &[Relation], broken: &[&Relation]) -> Option<Fault> {
    let first = *broken.first()?;
    let cells: BTreeSet<At> = broken.iter().flat_map(|relation| relation.cells()).collect();
    let printed = |at| figures.interval(at);
    let mending = cells.into_iter().filter_map(|at| Some((at, mended(all, at, &printed)?)));
    let count = |at: At| broken.iter().filter(|relation| relation.has(at)).count();
    let best = mending.max_by_key(|(at, _)| (count(*at), std::cmp::Reverse(*at)));
    let (cell, needed) = best.unwrap_or_else(|| (first.result, first.possible(&printed)));
    let own: Vec<&Relation> = broken.iter().filter(|relation| relation.has(cell)).copied().collect();
    fault_of(figures, &own, vec![(cell, needed)], &|_, _| false)
}
