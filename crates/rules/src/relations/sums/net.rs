//! Rows that are the net of two others, costs printed without a sign.

use super::{Reading, borne_out, is_sum, relations, signed};
use crate::relations::figures::Figures;
use crate::relations::relation::{Relation, Term};
use crate::relations::slip;
use crate::relations::wholes::{is_cost, is_income};
use uppsikt_text::case::Lower;

/// "Intäkter, Kostnader, Nettokostnad": the net of the two rows right above, where a column bears it out
/// and a slip is all that is wrong in others.
pub(super) fn of_two_rows(figures: &Figures<'_>, row: usize, open: &[usize]) -> Option<Reading> {
    let from = open.len().checked_sub(2)?;
    let label = |at: usize| figures.table.rows[open[at]].label.text.as_str();
    let both = is_income(label(from)) && is_cost(label(from + 1))
        || is_cost(label(from)) && is_income(label(from + 1));
    if !both {
        return None;
    }
    let interval = |at| figures.interval(at);
    let signs = [[1, 1], [-1, 1], [1, -1]];
    let plain = relations(figures, row, &open[from..]);
    let (held, relations) = best_signed(figures, &plain, &signs)?;
    let mut broken = relations.iter().filter(|relation| !relation.holds(&interval));
    if held > 0 && broken.all(|it| slip::mends(figures, it)) {
        return Some(Reading { from, relations });
    }
    only_rows(figures, row, open, plain)
}

/// The same of a table of these three rows alone and of one column, called so and no more, costs above income and
/// all without a sign: there is nothing else that it could be the net of.
fn only_rows(figures: &Figures<'_>, row: usize, open: &[usize], plain: Vec<Relation>) -> Option<Reading> {
    let label = |row: usize| figures.table.rows[row].label.text.lower();
    let bare = |row: &usize| !label(*row).trim().contains(' ');
    let value = |row: usize| figures.printed((row, plain.first()?.result.1)).map(|it| it.mantissa);
    let [one, other] = open else { return None };
    let (costs, income) = if is_cost(&label(*one)) { (*one, *other) } else { (*other, *one) };
    let alone = figures.table.rows.len() == 3 && plain.len() == 1 && [costs, income, row].iter().all(bare);
    let net_cost = label(row).starts_with("nettokostnad");
    let unsigned = value(costs) > value(income) && value(income) >= Some(0) && value(row) > Some(0);
    if !alone || !net_cost || !unsigned {
        return None;
    }
    let signed = |term: &Term| Term { factor: if term.at.0 == costs { 1 } else { -1 }, ..*term };
    let with = |it: Relation| Relation { terms: it.terms.iter().map(signed).collect(), sure: false, ..it };
    Some(Reading { from: 0, relations: plain.into_iter().map(with).collect() })
}

/// A net of two sums right above, costs printed without a sign, as it stands in columns of amounts; a
/// column of changes has its own signs. With the number of columns that bear it out: more than half.
pub(super) fn net(figures: &Figures<'_>, sum: usize, open: &[usize]) -> Option<(usize, Reading)> {
    let from = open.len().checked_sub(2)?;
    let two = &open[from..];
    if !two.iter().all(|row| is_sum(figures.table, *row)) {
        return None;
    }
    let (changes, amounts): (Vec<Relation>, Vec<Relation>) =
        relations(figures, sum, two).into_iter().partition(|it| signed::is_change(figures, it));
    let (held, amounts) = best_signed(figures, &amounts, &[[-1, 1], [1, -1]])?;
    let (also, changes) =
        best_signed(figures, &changes, &[[1, 1], [-1, 1], [1, -1]]).unwrap_or((0, Vec::new()));
    let relations = [amounts, changes].concat();
    let mostly = (held + also) * 2 > relations.len();
    mostly.then_some((held + also, Reading { from, relations }))
}

/// Relations of two terms with the signs that most of them bear out.
pub(super) fn best_signed(
    figures: &Figures<'_>,
    relations: &[Relation],
    signs: &[[i64; 2]],
) -> Option<(usize, Vec<Relation>)> {
    let signed = |signs: &[i64; 2]| -> Vec<Relation> {
        let with = |relation: &Relation| {
            let terms = relation.terms.iter().zip(signs);
            let terms = terms.map(|(term, sign)| Term { factor: *sign, ..*term }).collect();
            Relation { terms, ..relation.clone() }
        };
        relations.iter().map(with).collect()
    };
    let tried = signs.iter().rev().map(signed);
    tried.map(|relations| (borne_out(figures, &relations), relations)).max_by_key(|(held, _)| *held)
}
