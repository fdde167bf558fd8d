//! Columns that are the sum of other columns: the whole of funding parts, the total of years,
//! sexes or grants, the net of income and costs.
//!
//! Nothing printed says which columns a total takes. The columns before it or after it are
//! meant, where the rows bear that out; of two sexes the total is told by the headings.

use crate::relations::changes::is_change;
use crate::relations::figures::Figures;
use crate::relations::identities::mostly_hold;
use crate::relations::means;
use crate::relations::relation::{Kind, Relation, Term};
use crate::relations::slip;
use crate::relations::wholes;
use std::collections::HashSet;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{Column, ColumnKind};
use uppsikt_text::case::Lower;

/// The relations of a table's total columns, row by row.
pub fn across(figures: &Figures<'_>) -> Vec<Relation> {
    let totals: Vec<usize> =
        figures.amount_columns().iter().copied().filter(|at| is_total(&figures.table.columns[*at])).collect();
    let mut found = Vec::new();
    for total in &totals {
        let split = parts(figures, *total);
        let others = || borne_out(figures, readings(figures, *total, &totals));
        found.extend(if split.is_empty() { others() } else { split });
    }
    found.extend(net(figures));
    found
}

fn is_total(column: &Column) -> bool {
    let named = || wholes::is_whole(&column.heading.text);
    match column.kind {
        ColumnKind::Whole => true,
        ColumnKind::Other | ColumnKind::Budget { .. } => named(),
        _ => false,
    }
}

/// The parts of each row that add up to the whole, where most rows bear it out.
fn parts(figures: &Figures<'_>, whole: usize) -> Vec<Relation> {
    let columns = &figures.table.columns;
    let parts: Vec<(usize, i64)> = (0..columns.len())
        .filter(|index| columns[*index].kind == ColumnKind::Part)
        .map(|index| (index, 1))
        .collect();
    if columns[whole].kind != ColumnKind::Whole || parts.len() < 2 {
        return Vec::new();
    }
    let relations = in_rows(figures, whole, &parts, true);
    if mostly_hold(figures, &relations) { relations } else { Vec::new() }
}

/// A total as the sum of the columns before it since the last total, or of those after it; or of the
/// two sexes alone.
fn readings(figures: &Figures<'_>, total: usize, totals: &[usize]) -> Vec<Vec<Relation>> {
    let unit = &figures.table.columns[total].unit;
    let is_part = |at: &usize| {
        let column = &figures.table.columns[*at];
        !is_change(&column.kind) && column.unit == *unit && !totals.contains(at)
    };
    let amounts = figures.amount_columns();
    let before = totals.iter().copied().filter(|other| *other < total).max().map_or(0, |other| other + 1);
    let after = totals.iter().copied().filter(|other| *other > total).min().unwrap_or(usize::MAX);
    let within = |from: usize, to: usize| -> Vec<usize> {
        amounts.iter().copied().filter(|at| (from..to).contains(at)).filter(is_part).collect()
    };
    let heading = |at: usize| figures.table.columns[at].heading.text.as_str();
    let sides = [within(before, total), within(total + 1, after)];
    let told = sides.into_iter().filter(|columns| columns.len() > 1);
    told.map(|columns| {
        let sexes: Vec<usize> = columns.iter().copied().filter(|at| wholes::is_sex(heading(*at))).collect();
        let columns = if sexes.len() == 2 { sexes } else { columns };
        let parts: Vec<(usize, i64)> = columns.into_iter().map(|at| (at, 1)).collect();
        let mut found = in_rows(figures, total, &parts, false);
        found.retain(|relation| !is_of_rates(figures, relation));
        (are_mixed(figures, &parts), found)
    })
    .filter(|(mixed, relations)| !mixed || is_told(figures, relations))
    .map(|(_, relations)| relations)
    .collect()
}

/// Whether columns are of more than one kind: a budget and an outcome are no parts of a whole by themselves.
fn are_mixed(figures: &Figures<'_>, parts: &[(usize, i64)]) -> bool {
    let kind = |at: usize| match figures.table.columns[at].kind {
        ColumnKind::Budget { .. } => Some(0),
        ColumnKind::Actual { .. } => Some(1),
        ColumnKind::Forecast { .. } => Some(2),
        _ => None,
    };
    let kinds: HashSet<i32> = parts.iter().filter_map(|(at, _)| kind(*at)).collect();
    kinds.len() > 1
}

/// Whether so many rows bear a reading out that it needs no other grounds.
fn is_told(figures: &Figures<'_>, relations: &[Relation]) -> bool {
    let broken = relations.iter().filter(|it| !it.holds(&|at| figures.interval(at))).count();
    let held = held(figures, relations);
    held >= LEAST && held >= 2 * broken
}

/// How many rows with two or more figures other than nought bear a reading out.
fn held(figures: &Figures<'_>, relations: &[Relation]) -> usize {
    let interval = |at| figures.interval(at);
    let nonzero = |term: &&Term| figures.printed(term.at).is_some_and(|it| it.mantissa != 0);
    let telling = |relation: &&Relation| relation.terms.iter().filter(nonzero).count() > 1;
    relations.iter().filter(telling).filter(|relation| relation.holds(&interval)).count()
}

/// Whether a row is of shares or means, which the columns have each their own: its figures say so, or it lies
/// among them and its name says so. Of so many women and men together there are more than of either.
fn is_of_rates(figures: &Figures<'_>, relation: &Relation) -> bool {
    let at = |at: (usize, usize)| figures.table.rows[at.0].cells.get(at.1);
    let in_percent = |cell: (usize, usize)| {
        at(cell)
            .and_then(|cell| cell.printed.as_ref())
            .is_some_and(|printed| printed.trim_end().ends_with('%'))
    };
    let of = |at: (usize, usize)| figures.printed(at).filter(|it| it.mantissa > 0).map(Quantity::value);
    let parts: Option<Vec<Fixed>> = relation.terms.iter().map(|term| of(term.at)).collect();
    let within = parts.zip(of(relation.result)).is_some_and(|(parts, whole)| {
        parts.iter().min().is_some_and(|least| *least <= whole)
            && parts.iter().max().is_some_and(|most| whole <= *most)
    });
    let label = figures.table.rows[relation.result.0].label.text.as_str();
    let sexes =
        || relation.terms.iter().all(|term| wholes::is_sex(&figures.table.columns[term.at.1].heading.text));
    let caption = figures.table.caption.as_ref().map(|caption| caption.text.as_str());
    let in_percents = |text: &str| text.contains('%') || text.lower().contains("procent");
    let named = || {
        in_percents(label)
            || means::is_of_each(label)
            || caption.is_some_and(|text| in_percents(text) || means::is_of_each(text))
    };
    // What a slip mends may be a number of them with a wrong digit.
    let plain = || sexes() && !slip::mends(figures, relation);
    within && (named() || plain() || relation.cells().all(in_percent))
}

/// So many rows with two or more figures other than nought make a reading.
const LEAST: usize = 2;

/// The reading that most rows bear out, where twice as many rows do as do not; in a table of few rows
/// also where a slip is all that is wrong. What fails in most rows is no sum of that table.
pub(super) fn borne_out(figures: &Figures<'_>, readings: Vec<Vec<Relation>>) -> Vec<Relation> {
    let by_slips = only_by_slips(figures, &readings);
    let interval = |at| figures.interval(at);
    let only = readings.len() == 1;
    let scored = readings.into_iter().map(|relations| (held(figures, &relations), relations));
    let Some((held, relations)) = scored.rev().max_by_key(|(held, _)| *held) else { return Vec::new() };
    let broken: Vec<&Relation> = relations.iter().filter(|relation| !relation.holds(&interval)).collect();
    let few = held > 0 || only && relations.len() <= LEAST;
    let below = |it: &Relation| held >= broken.len() && held > 0 && is_below_its_parts(figures, it);
    let off = |it: &&Relation| slip::mends(figures, it) || below(it);
    if is_told(figures, &relations) || few && broken.iter().all(off) { relations } else { by_slips }
}

/// Whether a total is less than its parts, none of which is below nought: what it might hold besides them
/// would only make it more.
fn is_below_its_parts(figures: &Figures<'_>, relation: &Relation) -> bool {
    let added =
        |term: &Term| term.factor == 1 && figures.printed(term.at).is_none_or(|part| part.mantissa >= 0);
    let least = relation.possible(&|at| figures.interval(at)).low;
    let most = figures.interval(relation.result).high;
    relation.terms.iter().all(added) && least.zip(most).is_some_and(|(least, most)| most < least)
}

/// The only reading of several rows that slips alone keep from holding, though no row bears it out.
fn only_by_slips(figures: &Figures<'_>, readings: &[Vec<Relation>]) -> Vec<Relation> {
    let mends = |it: &Relation| it.holds(&|at| figures.interval(at)) || slip::mends(figures, it);
    let mut slipped = readings.iter().filter(|all| all.len() >= LEAST && all.iter().all(mends));
    match (slipped.next(), slipped.next()) {
        (Some(only), None) => only.iter().map(|it| Relation { sure: false, ..it.clone() }).collect(),
        _ => Vec::new(),
    }
}

/// In each row, a column as the sum of others with their factors.
pub(super) fn in_rows(
    figures: &Figures<'_>,
    total: usize,
    parts: &[(usize, i64)],
    sure: bool,
) -> Vec<Relation> {
    // A row that prints no part may have its whole alone.
    let has_part = |row: &usize| sure || parts.iter().any(|(at, _)| figures.printed((*row, *at)).is_some());
    let rows = (0..figures.table.rows.len()).filter(|row| figures.printed((*row, total)).is_some());
    let rows = rows.filter(has_part);
    let in_row = |row: usize| Relation {
        kind: Kind::Split,
        result: (row, total),
        terms: parts.iter().map(|(column, factor)| Term { at: (row, *column), factor: *factor }).collect(),
        sure,
    };
    rows.map(in_row).collect()
}

/// "Intäkter, Kostnader, Netto": the net of the two columns right before it, costs with or without a sign.
fn net(figures: &Figures<'_>) -> Vec<Relation> {
    let amounts = figures.amount_columns();
    let is = |at: usize, fits: fn(&str) -> bool| fits(&figures.table.columns[at].heading.text);
    let mut found = Vec::new();
    for three in amounts.windows(3) {
        let [one, other, net] = *three else { continue };
        let both = is(one, wholes::is_income) && is(other, wholes::is_cost)
            || is(one, wholes::is_cost) && is(other, wholes::is_income);
        if both && is(net, wholes::is_net) {
            let signs = [(1, 1), (1, -1), (-1, 1)];
            let readings = signs.map(|(a, b)| in_rows(figures, net, &[(one, a), (other, b)], false));
            found.extend(borne_out(figures, readings.into()));
        }
    }
    found
}
