//! Rows that are called a result, and sums that slips of the hand keep from holding.

use super::labels::{by_labels, held_by_labels, with_factors};
use super::net::of_two_rows;
use super::{Reading, all_hold, borne_out, default_start, is_doubled_nought, of_one_row, relations, signed};
use crate::relations::figures::Figures;
use crate::relations::relation::Relation;
use crate::relations::slip;
use uppsikt_text::case::Lower;

/// The relations of a row that is called a result, where more than half of its columns bear them out or
/// a slip is all that is wrong.
pub(super) fn come_to(figures: &Figures<'_>, row: usize, open: &mut Vec<usize>) -> Vec<Relation> {
    let plain = by_columns(figures, row, open)
        .or_else(|| of_two_rows(figures, row, open))
        .or_else(|| of_nothing_between(figures, row, open))
        .or_else(|| of_one_row(figures, row, open));
    let holds = plain.as_ref().is_some_and(|reading| all_hold(figures, &reading.relations));
    let by_name = || {
        held_by_labels(figures, row, open)
            .or_else(|| turned(figures, row, open))
            .or_else(|| signed::whole(figures, row, open))
    };
    let signed = if holds { None } else { by_name() };
    let found = signed
        .or(plain)
        .or_else(|| by_labels(figures, row, open))
        .or_else(|| signed::with_slips(figures, row, open))
        .or_else(|| by_slip(figures, row, open))
        .or_else(|| of_flows(figures, row, open));
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
    let slipped = || broken.iter().all(|it| slip::mends(figures, it));
    // A column that leaves rows out tells nothing of what they come to.
    let full = || broken.iter().all(|it| is_full(figures, it));
    let named =
        || is_defined(&figures.table.rows[row].label.text) && full() && is_only(figures, row, open, from);
    let sound = score * 2 > relations.len() || told && (slipped() || named());
    sound.then_some(Reading { from, relations })
}

/// "Årets resultat" below net costs and what pays for them: what is left over is printed above nought, though the
/// rows come to as much below it. All amounts but one at most bear it out; changes may keep their signs.
fn turned(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    if !figures.table.rows[row].label.text.lower().contains("resultat") {
        return None;
    }
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    (0..open.len().saturating_sub(1)).find_map(|from| {
        let (changes, amounts): (Vec<Relation>, Vec<Relation>) =
            relations(figures, row, &open[from..]).into_iter().partition(|it| signed::is_change(figures, it));
        let factors = vec![-1; open.len() - from];
        let amounts = with_factors(&amounts, &factors);
        let held = borne_out(figures, &amounts);
        let broken = amounts.iter().filter(|it| !holds(it)).count();
        let sound = held > 0 && (broken == 0 || broken == 1 && held >= 2);
        sound.then(|| {
            let changes = changes.into_iter().filter(holds);
            Reading { from, relations: amounts.into_iter().chain(changes).collect() }
        })
    })
}

/// What is called so comes to what stands above it, by law or by the name: a column that bears it out tells
/// how, however far from it the others are.
fn is_defined(label: &str) -> bool {
    const DEFINED: [&str; 5] =
        ["kassaflöde", "medel vid årets slut", "medel vid periodens slut", "balanskrav", "medel från"];
    let label = label.lower();
    DEFINED.iter().any(|part| label.contains(part))
}

fn is_full(figures: &Figures<'_>, relation: &Relation) -> bool {
    relation.cells().all(|at| !figures.is_empty(at))
}

/// Whether one reading alone is borne out.
fn is_only(figures: &Figures<'_>, row: usize, open: &[usize], from: usize) -> bool {
    let other = |at: usize| at != from && borne_out(figures, &relations(figures, row, &open[at..])) > 0;
    !(0..open.len()).any(other)
}

/// "Balanskravsresultat" below the year's result after adjustments, with nothing set aside between them: the
/// two are the same.
fn of_nothing_between(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    let label = |row: usize| figures.table.rows[row].label.text.lower();
    let first = open.iter().rposition(|at| label(*at).contains("efter balanskravsjustering"))?;
    let between = &open[first + 1..];
    let nought = |at: &usize| {
        let columns = figures.amount_columns().iter();
        columns.filter_map(|column| figures.printed((*at, *column))).all(|it| it.mantissa == 0)
    };
    let named = label(row).contains("balanskravsresultat") && between.iter().all(nought);
    let relations = relations(figures, row, &open[first..]);
    (named && relations.iter().all(|it| is_full(figures, it))).then_some(Reading { from: first, relations })
}

/// "Årets kassaflöde" as what its three parts come to by their names, where nothing else tells it.
fn of_flows(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    let label = |row: usize| figures.table.rows[row].label.text.lower();
    let is_part = |at: &usize| {
        let label = label(*at);
        label.starts_with("kassaflöde från") && !label.contains("före") && !label.contains(" efter")
    };
    let from = open.iter().position(is_part)?;
    let parts = &open[from..];
    let has = |word: &str| parts.iter().filter(|at| label(**at).contains(word)).count() == 1;
    let own = label(row);
    let named = ["årets kassaflöde", "periodens kassaflöde"].iter().any(|name| own.starts_with(name));
    let three = parts.len() == 3 && parts.iter().all(is_part);
    if !(named && three && has("löpande") && has("investering") && has("finansiering")) {
        return None;
    }
    let relations: Vec<Relation> = relations(figures, row, parts);
    let full = relations.iter().all(|it| is_full(figures, it));
    let relations = relations.into_iter().map(|it| Relation { sure: false, ..it }).collect();
    full.then_some(Reading { from, relations })
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
