//! The statement's identities.

use crate::relations::figures::Figures;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::sums::signed::is_change;
use uppsikt_domain::structure::{StatementLine, Structure};
use uppsikt_domain::table::{RowRole, TableKind};

/// The identities of the municipality's statement that a table has all lines of, in every
/// column of amounts. In other tables than a statement the same words may have another
/// scope: there an identity counts only where most columns bear it out.
pub fn identities(figures: &Figures<'_>, structure: &Structure) -> Vec<Relation> {
    let of_line = |line: &StatementLine| identity(figures, line);
    let found = structure.statement.iter().filter(|line| !line.sum_of.is_empty()).map(of_line);
    let sound = |relations: &Vec<Relation>| {
        figures.table.kind == TableKind::Statement && relations.len() > 1 || mostly_hold(figures, relations)
    };
    found.filter(sound).flatten().collect()
}

fn identity(figures: &Figures<'_>, line: &StatementLine) -> Vec<Relation> {
    let row_of = |key: &str| figures.table.rows.iter().position(|row| row.line.as_deref() == Some(key));
    let Some(sum) = row_of(&line.key) else { return Vec::new() };
    let Some(parts) =
        line.parts().map(|(key, factor)| Some((row_of(key)?, factor))).collect::<Option<Vec<(usize, i64)>>>()
    else {
        return Vec::new();
    };
    let columns: Vec<usize> = figures
        .amount_columns()
        .iter()
        .copied()
        .filter(|column| figures.printed((sum, *column)).is_some())
        .collect();
    let of_parts = |parts: &[(usize, i64)]| -> Vec<Relation> {
        let in_column = |column: &usize| Relation {
            kind: Kind::Identity,
            result: (sum, *column),
            terms: parts.iter().map(|(row, factor)| Term { at: (*row, *column), factor: *factor }).collect(),
            sure: true,
        };
        columns.iter().map(in_column).collect()
    };
    let known = of_parts(&parts);
    if mostly_hold(figures, &known) {
        return known;
    }
    // Rows of the committee's own among the parts: they belong to the sum where that bears it out.
    let others = rows_between(figures, sum, &parts);
    let all = of_parts(&[parts.clone(), others.clone()].concat());
    if !others.is_empty() && mostly_hold(figures, &all) {
        return all;
    }
    // Costs without a sign: what the style adds up is taken away here.
    // The first of those that most columns bear out: where a part is nought, its sign tells nothing.
    let added = of_parts(&parts.iter().map(|(row, _)| (*row, 1)).collect::<Vec<_>>());
    let habits = sign_habits(&parts).into_iter().rev();
    let habits = habits.map(|parts| with_changes(figures, of_parts(&parts), &[&known, &added]));
    let best = habits.max_by_key(|relations| held(figures, relations));
    let turned = best.filter(|relations| relations.len() > 1 && mostly_hold(figures, relations));
    turned.unwrap_or_else(|| {
        if others.is_empty() && !none_of_many(figures, &known) { known } else { Vec::new() }
    })
}

/// The relations with those of columns of changes as they are, or as others that they bear out better: a
/// change may have the sign of what is better.
fn with_changes(figures: &Figures<'_>, own: Vec<Relation>, others: &[&Vec<Relation>]) -> Vec<Relation> {
    let (changes, amounts): (Vec<Relation>, Vec<Relation>) =
        own.into_iter().partition(|it| is_change(figures, it));
    let changes_of = |all: &&Vec<Relation>| -> Vec<Relation> {
        all.iter().filter(|it| is_change(figures, it)).cloned().collect()
    };
    if held(figures, &amounts) == 0 {
        return [amounts, changes].concat();
    }
    // The first of equals.
    let readings = others.iter().map(changes_of).rev().chain([changes]);
    let changes = readings.max_by_key(|relations| held(figures, relations)).unwrap_or_default();
    [amounts, changes].concat()
}

/// The parts with other signs than the style's, the fewest turned first; all of them turned is the
/// sum with another sign.
fn sign_habits(parts: &[(usize, i64)]) -> Vec<Vec<(usize, i64)>> {
    let mut masks: Vec<u32> = (1..1_u32 << parts.len().min(MOST_TURNED)).collect();
    masks.sort_by_key(|mask| (mask.count_ones(), *mask));
    let turned = |mask: u32| {
        let turn =
            |at: usize, factor: i64| if at < MOST_TURNED && mask >> at & 1 == 1 { -factor } else { factor };
        parts.iter().enumerate().map(|(at, (row, factor))| (*row, turn(at, *factor))).collect()
    };
    masks.into_iter().map(turned).collect()
}

/// So many parts of a sum are tried with either sign.
const MOST_TURNED: usize = 5;

/// Whether a sum fits none of many columns: the words mean something else in this table.
fn none_of_many(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    relations.len() > 2 && !relations.iter().any(|relation| relation.holds(&|at| figures.interval(at)))
}

/// Rows that stand among the parts of a sum and are none of them: rows that are no line of the
/// statement, and any that stand with all the parts in one run of rows right above the sum.
fn rows_between(figures: &Figures<'_>, sum: usize, parts: &[(usize, i64)]) -> Vec<(usize, i64)> {
    let rows = || parts.iter().map(|(row, _)| *row).chain([sum]);
    let (Some(first), Some(last)) = (rows().min(), rows().max()) else { return Vec::new() };
    let is_item = |row: &usize| figures.table.rows[*row].role == RowRole::Item;
    let run = (0..sum).rev().take_while(is_item).last().filter(|run| *run <= first && last == sum);
    let own = |row: &usize| {
        let it = &figures.table.rows[*row];
        (it.line.is_none() || run.is_some())
            && it.role == RowRole::Item
            && !parts.iter().any(|(part, _)| part == row)
            && it.cells.iter().any(|cell| cell.value.is_some())
    };
    (run.unwrap_or(first)..last).filter(own).map(|row| (row, 1)).collect()
}

/// Whether more relations hold than do not.
pub fn mostly_hold(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    held(figures, relations) * 2 > relations.len()
}

fn held(figures: &Figures<'_>, relations: &[Relation]) -> usize {
    relations.iter().filter(|relation| relation.holds(&|at| figures.interval(at))).count()
}
