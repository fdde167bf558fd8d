//! Rows that are signed against their table: a group with a habit of its own, or slips.

use super::habits::Habit;
use crate::relations::figures::Figures;

/// What income and results are called: more of them is better, where more of a cost is worse.
const INCOME: [&str; 12] = [
    "intäkt",
    "inkomst",
    "bidrag",
    "avgift",
    "taxa",
    "taxor",
    "försäljning",
    "skatt",
    "utjämning",
    "resultat",
    "netto",
    "överskott",
];

/// Whether rows with the mirrored habit belong together by what they are or where they stand.
pub fn is_group(figures: &Figures<'_>, habit: Habit, followers: &[usize], mirrored: &[usize]) -> bool {
    if mirrored.is_empty() {
        return false;
    }
    differ(figures, habit, followers, mirrored)
        || mirrored.len() > 1 && (is_block(mirrored) || is_many(followers, mirrored))
}

/// Whether the rows are of another kind than the others, or their amounts of another sign.
pub fn differ(figures: &Figures<'_>, habit: Habit, followers: &[usize], mirrored: &[usize]) -> bool {
    is_other_kind(figures, followers, mirrored) || is_other_sign(figures, habit, followers, mirrored)
}

fn is_other_kind(figures: &Figures<'_>, followers: &[usize], mirrored: &[usize]) -> bool {
    let is_income = |row: &usize| {
        let label = figures.table.rows[*row].label.text.to_lowercase();
        INCOME.iter().any(|word| label.contains(word))
    };
    mirrored.iter().all(is_income) && !followers.iter().all(is_income)
        || !mirrored.iter().any(is_income) && followers.iter().all(is_income)
}

/// Whether the amounts of the rows have a sign that no other row has.
fn is_other_sign(figures: &Figures<'_>, habit: Habit, followers: &[usize], mirrored: &[usize]) -> bool {
    let sign = |row: &usize| {
        let amounts = [habit.plus, habit.minus].map(|column| figures.printed((*row, column)));
        amounts.into_iter().flatten().map(|it| it.mantissa.signum()).find(|sign| *sign != 0)
    };
    let own = mirrored.first().and_then(sign);
    own.is_some()
        && mirrored.iter().all(|row| sign(row) == own)
        && followers.iter().all(|row| sign(row) != own)
}

/// Rows that stand together: the first ones of the table, or several.
fn is_block(mirrored: &[usize]) -> bool {
    let together = mirrored.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    together && (mirrored.len() > 2 || mirrored.first() == Some(&0))
}

/// More than two of five.
fn is_many(followers: &[usize], mirrored: &[usize]) -> bool {
    mirrored.len() * 3 > followers.len() * 2
}
