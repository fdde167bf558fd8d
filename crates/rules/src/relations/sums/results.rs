//! Rows that are called a result, and sums that slips of the hand keep from holding.

use super::labels::{by_labels, held_by_labels};
use super::net::of_two_rows;
use super::{Reading, all_hold, borne_out, default_start, is_doubled_nought, of_one_row, relations, signed};
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::slip;

/// The relations of a row that is called a result, where more than half of its columns bear them out or
/// a slip is all that is wrong.
pub(super) fn come_to(figures: &Figures<'_>, row: usize, open: &mut Vec<usize>) -> Vec<Relation> {
    let plain = by_columns(figures, row, open)
        .or_else(|| of_two_rows(figures, row, open))
        .or_else(|| of_one_row(figures, row, open));
    let holds = plain.as_ref().is_some_and(|reading| all_hold(figures, &reading.relations));
    let by_name = || held_by_labels(figures, row, open).or_else(|| signed::whole(figures, row, open));
    let signed = if holds { None } else { by_name() };
    let found = signed
        .or(plain)
        .or_else(|| by_labels(figures, row, open))
        .or_else(|| signed::with_slips(figures, row, open))
        .or_else(|| by_slip(figures, row, open));
    let Some(reading) = found else { return Vec::new() };
    open.truncate(reading.from);
    reading.relations
}

fn by_columns(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    let interval = |at| figures.interval(at);
    let tried = (0..open.len()).map(|from| (from, relations(figures, row, &open[from..])));
    let scored = tried.map(|(from, relations)| (borne_out(figures, &relations), from, relations));
    let (score, from, relations) = scored.max_by_key(|(score, ..)| *score)?;
    let (held, broken): (Vec<&Relation>, Vec<&Relation>) =
        relations.iter().partition(|relation| relation.holds(&interval));
    // What comes to nought does so counted twice as well.
    let telling = |it: &&Relation| figures.printed(it.result).is_some_and(|it| it.mantissa != 0);
    let told = score > 0 && held.iter().any(telling);
    let sound = score * 2 > relations.len() || told && broken.into_iter().all(|it| slip::mends(figures, it));
    sound.then_some(Reading { from, relations })
}

/// The reading of a sum that its rows bear out nowhere, but would without slips: as it is usually
/// read, else the only one.
pub(super) fn by_slip(figures: &Figures<'_>, sum: usize, open: &[usize]) -> Option<Reading> {
    let interval = |at| figures.interval(at);
    let slipped = |from: &usize| {
        let relations = relations(figures, sum, &open[*from..]);
        let mends = |it: &Relation| it.holds(&interval) || slip::mends(figures, it);
        let doubled = relations.iter().any(|it| is_doubled_nought(figures, it));
        open.len() - from > 1 && !relations.is_empty() && !doubled && relations.iter().all(mends)
    };
    let usual = default_start(figures.table, sum, open);
    let mut all = (0..open.len()).filter(slipped);
    let from = if slipped(&usual) { usual } else { all.next().filter(|_| all.next().is_none())? };
    let mut relations = relations(figures, sum, &open[from..]);
    relations.iter_mut().for_each(|relation| relation.sure = false);
    Some(Reading { from, relations })
}
