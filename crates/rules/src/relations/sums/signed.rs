//! Results of rows that are printed with other signs than they count with: costs without a minus sign.

use super::{Reading, borne_out, relations};
use crate::prose::words;
use crate::relations::changes;
use crate::relations::figures::Figures;
use crate::relations::relation::{Relation, Term};
use crate::relations::slip;
use crate::relations::wholes::{is_cost, is_net, is_result};

/// So many rows are tried with several stretches of either sign.
const FEW: usize = 6;
/// So many rows at most are tried with one stretch of either sign.
const MOST: usize = 12;
/// Income, costs, the municipality's grant and financial rows change their signs so often.
const MOST_TURNS: u32 = 3;

/// Sums with a minus of rows that are printed without: so in every column of amounts, and borne out in one. Of one
/// column alone that is a slip of the sign, unless the sum is called costs; then another slip may be what is wrong.
pub(super) fn as_printed(figures: &Figures<'_>, plain: Vec<Relation>) -> Vec<Relation> {
    let below = |at| figures.printed(at).is_some_and(|it| it.mantissa < 0);
    let turned = |it: &Relation| below(it.result) && !it.terms.iter().any(|term| below(term.at));
    let is_amount = |it: &Relation| !is_change(figures, it);
    if !plain.iter().any(is_amount) || !plain.iter().filter(|it| is_amount(it)).all(turned) {
        return plain;
    }
    let (amounts, changes): (Vec<Relation>, Vec<Relation>) = plain.iter().cloned().partition(is_amount);
    let signs: Vec<i64> = amounts.first().map_or_else(Vec::new, |it| vec![-1; it.terms.len()]);
    let amounts = with_signs(&amounts, &signs);
    let label = plain.first().map_or("", |it| figures.table.rows[it.result.0].label.text.as_str());
    let named = words(label).iter().any(|word| is_cost(word));
    let held = borne_out(figures, &amounts) > 0;
    let slipped = || amounts.iter().all(|it| slip::mends(figures, it));
    let told = if named { held || slipped() } else { held && amounts.len() > 1 };
    if told { [amounts, changes].concat() } else { plain }
}

/// The reading of a result that every column bears out, each stretch of rows with one sign.
pub(super) fn whole(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    readings(figures, row, open).find(|reading| reading.relations.iter().all(holds))
}

/// The reading of a result that a column of amounts bears out, and of which slips are all that is wrong.
pub(super) fn with_slips(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    let slipped =
        |reading: &Reading| reading.relations.iter().all(|it| holds(it) || slip::mends(figures, it));
    readings(figures, row, open).find(slipped)
}

/// The readings of a result that a column of amounts bears out, those of the fewest rows first.
fn readings<'f>(
    figures: &'f Figures<'_>,
    row: usize,
    open: &'f [usize],
) -> impl Iterator<Item = Reading> + 'f {
    let label = figures.table.rows[row].label.text.as_str();
    let ends = if is_result(label) || is_net(label) { open.len().saturating_sub(1) } else { 0 };
    let from = (open.len().saturating_sub(MOST)..ends).rev();
    from.flat_map(move |from| {
        let plain = relations(figures, row, &open[from..]);
        signs(open.len() - from).into_iter().filter_map(move |signs| {
            let relations = signed(figures, &plain, &signs)?;
            Some(Reading { from, relations })
        })
    })
}

/// The relations with the signs of columns of amounts; columns of changes have the same, or the sign of
/// what is better.
fn signed(figures: &Figures<'_>, plain: &[Relation], signs: &[i64]) -> Option<Vec<Relation>> {
    let (changes, amounts): (Vec<Relation>, Vec<Relation>) =
        plain.iter().cloned().partition(|it| is_change(figures, it));
    let amounts = with_signs(&amounts, signs);
    if borne_out(figures, &amounts) == 0 {
        return None;
    }
    let same = with_signs(&changes, signs);
    let held =
        |relations: &[Relation]| relations.iter().filter(|it| it.holds(&|at| figures.interval(at))).count();
    let changes = if held(&changes) > held(&same) { changes } else { same };
    Some([amounts, changes].concat())
}

/// Whether a relation is that of a column of changes.
pub(in crate::relations) fn is_change(figures: &Figures<'_>, relation: &Relation) -> bool {
    is_of_changes(figures, relation.result.1)
}

/// Whether a column is one of changes.
pub(super) fn is_of_changes(figures: &Figures<'_>, column: usize) -> bool {
    changes::is_change(&figures.table.columns[column].kind)
}

fn with_signs(relations: &[Relation], signs: &[i64]) -> Vec<Relation> {
    let with = |relation: &Relation| {
        let terms = relation.terms.iter().zip(signs).map(|(term, sign)| Term { factor: *sign, ..*term });
        Relation { terms: terms.collect(), ..relation.clone() }
    };
    relations.iter().map(with).collect()
}

/// The signs of so many rows, in few stretches; the plain sum is none of them.
fn signs(rows: usize) -> Vec<Vec<i64>> {
    let most = if rows <= FEW { MOST_TURNS } else { 1 };
    let mask = |mask: u32| move |at: usize| if mask >> at & 1 == 1 { -1 } else { 1 };
    let turns = |mask: u32| ((mask ^ mask >> 1) & ((1 << (rows - 1)) - 1)).count_ones();
    let mut masks: Vec<u32> = (1..1_u32 << rows).filter(|mask| (1..=most).contains(&turns(*mask))).collect();
    masks.sort_by_key(|mask| (turns(*mask), *mask));
    masks.into_iter().map(|it| (0..rows).map(mask(it)).collect()).collect()
}
