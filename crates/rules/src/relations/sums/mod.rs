//! Which rows a sum takes.
//!
//! Nothing printed says it. A sum row takes rows that stand open above it, those that no
//! sum has taken yet; where several starts are possible, the one that the figures bear out
//! in most columns is meant. A sum that they bear out nowhere is a relation only where the
//! table leaves no choice; else the rows may belong to no sum at all.

mod assumed;
mod closing;
mod labels;
mod net;
mod results;
pub(super) mod signed;
mod top;
mod unnamed;

use crate::relations::figures::Figures;
use crate::relations::once;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use crate::relations::wholes;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{RowRole, Table};

/// The relations of a table's sum rows. `known` gives the rows that a sum row is already
/// known to take, for rows that need no guess.
pub fn sums(figures: &Figures<'_>, known: &Known<'_>) -> Vec<Relation> {
    let plain = with(figures, known, None);
    let is_told = |row: usize| plain.iter().any(|it| it.result.0 == row) || known(row).is_some();
    let mut silent = (0..figures.table.rows.len())
        .filter(|row| figures.has_figures(*row) && assumed::is_end(figures, *row) && !is_told(*row));
    let tried = silent.find_map(|row| {
        let tried = with(figures, known, Some(row));
        assumed::is_borne_out(figures, row, &plain, &tried).then_some(tried)
    });
    let found = tried.unwrap_or(plain);
    if !found.is_empty() {
        return found;
    }
    let groups = unnamed::unnamed(figures);
    if groups.is_empty() { top::top(figures) } else { groups }
}

/// The rows that a sum row is known to take.
pub type Known<'k> = dyn Fn(usize) -> Option<Vec<usize>> + 'k;

/// The same, one row read as it usually is though nothing tells it.
fn with(figures: &Figures<'_>, known: &Known<'_>, assumed: Option<usize>) -> Vec<Relation> {
    let table = figures.table;
    let mut open: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        if !figures.has_figures(index) {
            continue;
        }
        // What is known of rows below leaves it open what those above come to.
        let known = known(index).filter(|taken| taken.iter().any(|row| *row < index));
        let usual = assumed.filter(|row| *row == index).and_then(|row| assumed::usual(figures, row, &open));
        if let Some((from, relation)) = usual {
            open.truncate(from);
            found.push(relation);
            open.push(index);
            continue;
        }
        match row.role {
            RowRole::OfWhich if has_own_parent(figures, index) => continue,
            RowRole::Item if known.is_none() && is_told_by_name(figures, index, &open) => {
                found.extend(results::come_to(figures, index, &mut open));
            }
            RowRole::Item | RowRole::OfWhich | RowRole::Section => {}
            RowRole::Subtotal | RowRole::Total => match known {
                Some(taken) => open.retain(|row| !taken.contains(row)),
                None => found.extend(taken(figures, index, &mut open)),
            },
        }
        open.push(index);
    }
    found
}

fn is_told_by_name(figures: &Figures<'_>, row: usize, open: &[usize]) -> bool {
    let label = &figures.table.rows[row].label.text;
    wholes::is_result(label) || wholes::is_gross(label) || closing::is_closing(figures, row, open)
}

/// Whether the row that an of-which row is a part of has figures of its own.
fn has_own_parent(figures: &Figures<'_>, row: usize) -> bool {
    let rows = &figures.table.rows;
    let parent = (0..row).rev().find(|index| rows[*index].role != RowRole::OfWhich);
    parent.is_some_and(|parent| figures.has_figures(parent))
}

/// The relations of a sum row by its best reading; the rows that it takes stand open no more.
fn taken(figures: &Figures<'_>, sum: usize, open: &mut Vec<usize>) -> Vec<Relation> {
    let Some(reading) = reading(figures, sum, open) else { return Vec::new() };
    open.truncate(reading.from);
    reading.relations
}

struct Reading {
    from: usize,
    relations: Vec<Relation>,
}

fn reading(figures: &Figures<'_>, sum: usize, open: &[usize]) -> Option<Reading> {
    let rows = &figures.table.rows;
    let plain = open.len() > 1 && open.iter().all(|row| rows[*row].role == RowRole::Item);
    let closes = rows[sum].role == RowRole::Total && plain;
    let all = || Some(Reading { from: 0, relations: relations(figures, sum, open) });
    if figures.counts_whole() && closes {
        return all();
    }
    let starts = 0..open.len();
    let tried = starts.map(|from| (from, relations(figures, sum, &open[from..])));
    let scored = tried.map(|(from, relations)| (borne_out(figures, &relations), from, relations));
    let default = default_start(figures.table, sum, open);
    let best = scored.max_by_key(|(score, from, _)| (*score, *from == default, std::cmp::Reverse(*from)))?;
    if !all_hold(figures, &best.2) {
        // Of people who are counted once, a few rows may come to the total by chance.
        if closes && once::is_total(figures, sum) {
            return all();
        }
        // So small amounts may come to nearly the same as other rows: what repeats its row is told by nothing else.
        let repeated = of_one_row(figures, sum, open);
        if repeated.is_some() {
            return repeated;
        }
        let by_name = labels::held_by_labels(figures, sum, open);
        let signed = by_name.or_else(|| signed::whole(figures, sum, open));
        if signed.is_some() {
            return signed;
        }
    }
    match (net::net(figures, sum, open), best) {
        (Some((net, reading)), (score, ..)) if net > score => Some(reading),
        (_, (_, from, relations)) if only_changes(figures, &relations) => {
            of_best(figures, sum, open, (0, from, relations))
        }
        (_, best) => of_best(figures, sum, open, best),
    }
}

fn all_hold(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    relations.iter().all(|relation| relation.holds(&|at| figures.interval(at)))
}

/// Whether columns of changes alone, or sums of nought, bear a reading out, and more than slips is wrong in all amounts.
fn only_changes(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    let wrong = |it: &Relation| !it.holds(&|at| figures.interval(at)) && !slip::mends(figures, it);
    let nought = |it: &Relation| figures.printed(it.result).is_some_and(|it| it.mantissa == 0);
    let is_amount = |it: &&Relation| !signed::is_change(figures, it) && !nought(it);
    let mut amounts = relations.iter().filter(is_amount).peekable();
    amounts.peek().is_some() && amounts.all(wrong)
}

fn of_best(
    figures: &Figures<'_>,
    sum: usize,
    open: &[usize],
    best: (usize, usize, Vec<Relation>),
) -> Option<Reading> {
    match best {
        (0, ..) => of_one_row(figures, sum, open)
            .or_else(|| labels::by_labels(figures, sum, open))
            .or_else(|| signed::with_slips(figures, sum, open))
            .or_else(|| results::by_slip(figures, sum, open))
            .or_else(|| only_choice(figures, sum, open)),
        (_, from, relations) => Some(Reading { from, relations }),
    }
}

fn is_sum(table: &Table, row: usize) -> bool {
    matches!(table.rows[row].role, RowRole::Subtotal | RowRole::Total)
}

/// A total takes all open rows, a subtotal those since the last sum; right below a sum, all.
fn default_start(table: &Table, sum: usize, open: &[usize]) -> usize {
    match table.rows[sum].role {
        RowRole::Total => 0,
        _ => open.iter().rposition(|row| is_sum(table, *row)).map_or(0, |at| at + 1) % open.len().max(1),
    }
}

fn relations(figures: &Figures<'_>, sum: usize, rows: &[usize]) -> Vec<Relation> {
    let columns =
        figures.amount_columns().iter().copied().filter(|column| figures.printed((sum, *column)).is_some());
    let in_column = |column: usize| Relation {
        kind: Kind::Sum,
        result: (sum, column),
        terms: rows.iter().map(|row| Term { at: (*row, column), factor: 1 }).collect(),
        sure: true,
    };
    signed::as_printed(figures, columns.map(in_column).collect())
}

/// In how many columns two or more figures other than nought add up to the sum.
fn borne_out(figures: &Figures<'_>, relations: &[Relation]) -> usize {
    let interval = |at| figures.interval(at);
    let telling = |relation: &&Relation| {
        let told =
            relation.terms.iter().filter(|term| figures.printed(term.at).is_some_and(|it| it.mantissa != 0));
        told.count() >= 2 && relation.holds(&interval) && !is_doubled_nought(figures, relation)
    };
    relations.iter().filter(telling).count()
}

/// Whether rows come to nought and one repeats the row above it: what is nought is so counted twice as well.
fn is_doubled_nought(figures: &Figures<'_>, relation: &Relation) -> bool {
    let value = |at| figures.printed(at).filter(|it| it.mantissa != 0).map(Quantity::value);
    let repeats = |pair: &[Term]| value(pair[0].at).is_some() && value(pair[0].at) == value(pair[1].at);
    value(relation.result).is_none() && relation.terms.windows(2).any(repeats)
}

/// A sum of the one row right above it, which it repeats in every column.
fn of_one_row(figures: &Figures<'_>, sum: usize, open: &[usize]) -> Option<Reading> {
    let from = open.len().checked_sub(1)?;
    let row = open[from];
    let same =
        |relation: &Relation| figures.printed(relation.result) == figures.printed((row, relation.result.1));
    let relations = relations(figures, sum, &open[from..]);
    let repeats = row + 1 == sum && !relations.is_empty() && relations.iter().all(same);
    repeats.then_some(Reading { from, relations })
}

/// The reading of a sum that its rows bear out nowhere: of one column only, in a table
/// whose rows are plain and whose only sum it is.
fn only_choice(figures: &Figures<'_>, sum: usize, open: &[usize]) -> Option<Reading> {
    let rows = &figures.table.rows;
    let plain = rows[..sum].iter().all(|row| row.role == RowRole::Item);
    let mut found = relations(figures, sum, open);
    found.iter_mut().for_each(|relation| relation.sure = false);
    let interval = |at| figures.interval(at);
    let said =
        found.iter().filter(|relation| figures.printed(relation.result).is_some_and(|it| it.mantissa != 0));
    let broken = said.filter(|relation| !relation.holds(&interval)).count();
    let full = |relation: &Relation| relation.cells().all(|at| !figures.is_empty(at));
    let one = broken == 1 && found.iter().all(full);
    let closed = rows[sum].role == RowRole::Total;
    let choice = plain && one && closed && open.len() >= 2;
    (choice && !is_mean(figures, &found)).then_some(Reading { from: 0, relations: found })
}

/// Whether a row lies among the rows above it in every column: it is their mean.
fn is_mean(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    let value = |at| figures.printed(at).map(Quantity::value);
    relations.iter().all(|relation| {
        let terms = || relation.terms.iter().filter_map(|term| value(term.at));
        let (low, high, own) = (terms().min(), terms().max(), value(relation.result));
        own.is_some() && low <= own && own <= high && low.is_some_and(|low| low > Fixed::ZERO)
    })
}
