//! Columns that are the sum of other columns: the whole of funding parts, the total of years,
//! sexes or grants.
//!
//! Nothing printed says which columns a total takes. The columns before it or after it are
//! meant, where the rows bear that out.

use crate::relations::figures::Figures;
use crate::relations::identities::mostly_hold;
use crate::relations::relation::{Kind, Relation, Term};
use uppsikt_domain::table::{Column, ColumnKind};

/// The relations of a table's total columns, row by row.
pub fn across(figures: &Figures<'_>) -> Vec<Relation> {
    let totals: Vec<usize> =
        figures.amount_columns().into_iter().filter(|at| is_total(&figures.table.columns[*at])).collect();
    let mut found = Vec::new();
    for total in &totals {
        let split = parts(figures, *total);
        let others = || readings(figures, *total, &totals);
        found.extend(if split.is_empty() { borne_out(figures, others()) } else { split });
    }
    found
}

/// What a total column is called by its first or last word.
const TOTALS: [&str; 7] = ["totalt", "total", "totala", "summa", "s:a", "sammanlagt", "tillsammans"];

fn is_total(column: &Column) -> bool {
    let heading = column.heading.text.to_lowercase();
    let mut words = heading.split_whitespace().map(|word| word.trim_matches([',', '.', '*']));
    let (first, last) = (words.clone().next(), words.next_back());
    let named = [first, last].into_iter().flatten().any(|word| TOTALS.contains(&word));
    match column.kind {
        ColumnKind::Whole => true,
        ColumnKind::Other | ColumnKind::Budget { .. } => named,
        _ => false,
    }
}

/// The parts of each row that add up to the whole, where most rows bear it out.
fn parts(figures: &Figures<'_>, whole: usize) -> Vec<Relation> {
    let columns = &figures.table.columns;
    let parts: Vec<usize> =
        (0..columns.len()).filter(|index| columns[*index].kind == ColumnKind::Part).collect();
    if columns[whole].kind != ColumnKind::Whole || parts.len() < 2 {
        return Vec::new();
    }
    let relations = relations(figures, whole, &parts, true);
    if mostly_hold(figures, &relations) { relations } else { Vec::new() }
}

/// A total as the sum of the columns before it since the last total, or of those after it.
fn readings(figures: &Figures<'_>, total: usize, totals: &[usize]) -> Vec<Vec<Relation>> {
    let unit = &figures.table.columns[total].unit;
    let is_part = |at: &usize| {
        let column = &figures.table.columns[*at];
        let change = matches!(column.kind, ColumnKind::Change | ColumnKind::Deviation);
        !change && column.unit == *unit && !totals.contains(at)
    };
    let amounts = figures.amount_columns();
    let before = totals.iter().copied().filter(|other| *other < total).max().map_or(0, |other| other + 1);
    let after = totals.iter().copied().filter(|other| *other > total).min().unwrap_or(usize::MAX);
    let within = |from: usize, to: usize| -> Vec<usize> {
        amounts.iter().copied().filter(|at| (from..to).contains(at)).filter(is_part).collect()
    };
    let sides = [within(before, total), within(total + 1, after)];
    let told = sides.into_iter().filter(|columns| columns.len() > 1);
    told.map(|columns| relations(figures, total, &columns, false)).collect()
}

/// So many rows with two or more figures other than nought make a reading.
const LEAST: usize = 2;

/// The reading that most rows bear out, where twice as many rows do as do not.
fn borne_out(figures: &Figures<'_>, readings: Vec<Vec<Relation>>) -> Vec<Relation> {
    let interval = |at| figures.interval(at);
    let nonzero = |term: &&Term| figures.printed(term.at).is_some_and(|it| it.mantissa != 0);
    let telling = |relation: &&Relation| relation.terms.iter().filter(nonzero).count() > 1;
    let held = |relations: &[Relation]| {
        relations.iter().filter(telling).filter(|relation| relation.holds(&interval)).count()
    };
    let scored = readings.into_iter().map(|relations| (held(&relations), relations));
    let Some((held, relations)) = scored.rev().max_by_key(|(held, _)| *held) else { return Vec::new() };
    let broken = relations.iter().filter(|relation| !relation.holds(&interval)).count();
    if held >= LEAST && held >= 2 * broken { relations } else { Vec::new() }
}

fn relations(figures: &Figures<'_>, total: usize, parts: &[usize], sure: bool) -> Vec<Relation> {
    // A row that prints no part may have its whole alone.
    let has_part = |row: &usize| sure || parts.iter().any(|at| figures.printed((*row, *at)).is_some());
    let rows = (0..figures.table.rows.len()).filter(|row| figures.printed((*row, total)).is_some());
    let rows = rows.filter(has_part);
    let in_row = |row: usize| Relation {
        kind: Kind::Split,
        result: (row, total),
        terms: parts.iter().map(|column| Term { at: (row, *column), factor: 1 }).collect(),
        sure,
    };
    rows.map(in_row).collect()
}
