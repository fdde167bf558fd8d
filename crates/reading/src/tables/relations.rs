//! What a table's columns have to do with each other: a change, a deviation, a whole.

use crate::tables::figures::{self, Group};
use uppsikt_domain::interval::Fixed;

/// A column that is the sum of some columns less some others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relation {
    target: usize,
    plus: Vec<usize>,
    minus: Vec<usize>,
}

impl Relation {
    /// The column that the others make.
    pub fn target(&self) -> usize {
        self.target
    }

    /// Whether two relations say something of the same columns: as many as make a change.
    pub fn meets(&self, other: &Relation) -> bool {
        let columns = |it: &Relation| {
            let mut all: Vec<usize> = it.plus.iter().chain(&it.minus).copied().chain([it.target]).collect();
            all.sort_unstable();
            all
        };
        let (own, others) = (columns(self), columns(other));
        self.target == other.target || own.iter().filter(|column| others.contains(column)).count() >= 2
    }

    /// `target` = `new` − `old`.
    pub fn change(target: usize, new: usize, old: usize) -> Self {
        Relation { target, plus: vec![new], minus: vec![old] }
    }

    /// `target` is the sum of all the other columns.
    pub fn sum_of_the_others(target: usize, columns: usize) -> Self {
        Relation {
            target,
            plus: (0..columns).filter(|column| *column != target).collect(),
            minus: Vec::new(),
        }
    }

    /// Whether a row fits, rounding aside. An empty cell counts as nought; a row with fewer
    /// than two figures says nothing.
    pub fn holds(&self, values: &[Option<Fixed>], decimals: u8) -> Option<bool> {
        let all = self.plus.iter().chain(&self.minus).chain(std::iter::once(&self.target));
        let present = all.filter(|column| values.get(**column).is_some_and(Option::is_some)).count();
        if present < 2 {
            return None;
        }
        let value = |column: &usize| values.get(*column).copied().flatten().unwrap_or_default();
        let plus = self.plus.iter().map(value).fold(Fixed::ZERO, |sum, value| sum + value);
        let minus = self.minus.iter().map(value).fold(Fixed::ZERO, |sum, value| sum + value);
        let terms = i64::try_from(self.plus.len() + self.minus.len() + 1).unwrap_or(2);
        let slack = Fixed::half_of_last_digit(decimals).times(terms.max(3));
        Some((plus - minus - value(&self.target)).abs() <= slack)
    }
}

/// The relation that most rows keep, learnt from rows that can be read in one way only.
pub(crate) fn learn(rows: &[Vec<Option<Group>>], columns: usize) -> Option<Relation> {
    let kept = |relation: &Relation| {
        let tried = rows.iter().filter_map(|cells| {
            let values: Vec<Option<Fixed>> = cells.iter().map(|cell| figures::fixed(cell.as_ref())).collect();
            let nought = values.iter().flatten().all(|value| *value == Fixed::ZERO);
            relation.holds(&values, figures::decimals(cells)).filter(|_| !nought)
        });
        let (mut good, mut all) = (0, 0);
        tried.for_each(|holds| {
            good += usize::from(holds);
            all += 1;
        });
        (good, all)
    };
    let scored = possible(columns).into_iter().map(|relation| (kept(&relation), relation));
    let sound = scored.filter(|((good, all), _)| *good > 0 && good * 3 >= all * 2);
    sound.max_by_key(|((good, _), relation)| (*good, relation.target)).map(|(_, relation)| relation)
}

/// The relations that a table of so many columns can have, likeliest last.
pub(crate) fn possible(columns: usize) -> Vec<Relation> {
    if !(3..=8).contains(&columns) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for target in (0..columns).rev() {
        for new in 0..columns {
            let olds = (0..columns).filter(|old| *old != new && *old != target && new != target);
            found.extend(olds.map(|old| Relation::change(target, new, old)));
        }
    }
    if columns > 3 {
        found.push(Relation::sum_of_the_others(0, columns));
        found.push(Relation::sum_of_the_others(columns - 1, columns));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[i64]) -> Vec<Option<Group>> {
        values.iter().map(|value| Some(Group { range: 0..1, value: Some((*value, 0)) })).collect()
    }

    #[test]
    fn a_change_column_is_learnt_from_its_rows() {
        let rows = [row(&[10, 14, 4]), row(&[-221, -250, -29]), row(&[7, 9, 3])];
        let relation = learn(&rows, 3).unwrap();
        let fixed = |values: [i64; 3]| values.map(|value| Some(Fixed::whole(value)));
        assert_eq!(relation.holds(&fixed([100, 90, -10]), 0), Some(true));
        assert_eq!(relation.holds(&fixed([100, 90, 40]), 0), Some(false));
    }

    #[test]
    fn columns_without_relation_give_none() {
        assert_eq!(learn(&[row(&[10, 400, 7]), row(&[3, 90, 800])], 3), None);
        assert_eq!(learn(&[row(&[10, 400])], 2), None);
    }
}
