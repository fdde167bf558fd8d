//! Results of rows whose names tell with what sign they count: income and grants less costs, all
//! printed without a sign.

use super::{Reading, borne_out, relations, signed};
use crate::relations::figures::Figures;
use crate::relations::relation::{Relation, Term};
use crate::relations::slip;
use uppsikt_text::case::Lower;

/// What adds to a result, by parts of what it is called.
const ADDS: [&str; 5] = ["intäkt", "inkomst", "kommunbidrag", "statsbidrag", "anslag"];
/// What takes from it.
const TAKES: [&str; 4] = ["kostnad", "utgift", "avskrivning", "köp av"];
/// More rows are rarely all of such names.
const MOST: usize = 6;

/// The reading of a result whose rows all have such names, where half of the columns bear it out, or slips are all that
/// is wrong.
pub(super) fn by_labels(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    told(figures, row, open).map(|(_, reading)| reading)
}

/// The same where columns bear it out: its names tell it before the signs that happen to fit do.
pub(super) fn held_by_labels(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    told(figures, row, open).filter(|(held, _)| *held > 0).map(|(_, reading)| reading)
}

/// In how many columns the reading is borne out, and the reading.
fn told(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<(usize, Reading)> {
    let label = |row: usize| figures.table.rows[row].label.text.lower();
    let own = of_result(&label(row))?;
    let factors: Vec<i64> =
        open.iter().map(|row| Some(own * of_part(&label(*row))?)).collect::<Option<_>>()?;
    let both = factors.contains(&1) && factors.contains(&-1);
    if !both || open.len() > MOST || !open.iter().all(|row| is_unsigned(figures, *row)) {
        return None;
    }
    let (changes, amounts): (Vec<Relation>, Vec<Relation>) =
        relations(figures, row, open).into_iter().partition(|it| signed::is_change(figures, it));
    let holds = |it: &Relation| it.holds(&|at| figures.interval(at));
    // What the rows come to as they are printed says nothing of their signs.
    if amounts.iter().all(holds) {
        return None;
    }
    let amounts = with_factors(&amounts, &factors);
    let held = borne_out(figures, &amounts);
    let slipped = || amounts.iter().all(|it| holds(it) || slip::mends(figures, it));
    if (held == 0 || held * 2 < amounts.len()) && !slipped() {
        return None;
    }
    let sure = held * 2 > amounts.len();
    let same = with_factors(&changes, &factors);
    let changes = if same.iter().all(holds) { same } else { changes };
    let changes = if changes.iter().all(holds) { changes } else { Vec::new() };
    let relations = amounts.into_iter().map(|it| Relation { sure, ..it }).chain(changes).collect();
    Some((held, Reading { from: 0, relations }))
}

/// What is called a result is above nought where income is greater, a net cost where costs are.
fn of_result(label: &str) -> Option<i64> {
    match () {
        () if label.contains("nettokostnad") => Some(-1),
        () if label.contains("resultat") => Some(1),
        () => None,
    }
}

fn of_part(label: &str) -> Option<i64> {
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    match (has(&ADDS), has(&TAKES)) {
        (true, false) => Some(1),
        (false, true) => Some(-1),
        _ => None,
    }
}

/// Whether no amount of a row has a sign; what has changed may well have one.
fn is_unsigned(figures: &Figures<'_>, row: usize) -> bool {
    let columns = figures.amount_columns().iter();
    let amounts = columns.filter(|column| !signed::is_of_changes(figures, **column));
    amounts.filter_map(|column| figures.printed((row, *column))).all(|it| it.mantissa >= 0)
}

/// Relations with other factors of their terms.
pub(super) fn with_factors(relations: &[Relation], factors: &[i64]) -> Vec<Relation> {
    let with = |relation: &Relation| {
        let terms =
            relation.terms.iter().zip(factors).map(|(term, factor)| Term { factor: *factor, ..*term });
        Relation { terms: terms.collect(), ..relation.clone() }
    };
    relations.iter().map(with).collect()
}
