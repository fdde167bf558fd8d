//! Rows of a table that are signed each in their own way: income otherwise than costs.
//!
//! A group is what rows are by their signs, their names or the sums and headings that they stand
//! under. It may count its changes the other way than the rest of the table; a row that turns the
//! sign against its own group is told apart.

use super::habits::Habit;
use crate::relations::figures::Figures;
use crate::relations::wholes::is_result;
use uppsikt_domain::table::RowRole;
use uppsikt_text::case::Lower;

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
    "överskott",
    "netto",
];
/// What costs are called though a word of income is part of their names.
const COSTS: [&str; 9] = [
    "kostnad",
    "utgift",
    "lämna",
    "utbetal",
    "bidrag till",
    "social",
    "arbetsgiv",
    "personal",
    "försörjning",
];

/// What a row is of: more of it is better, or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Income, grants and results.
    Income,
    /// Costs, and rows that nothing tells to be income.
    Other,
    /// What may be either: a net.
    Unsure,
}

/// The rows of a column of changes by how they are signed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// Rows that are counted the mirrored way, whether they follow it or not.
    pub turned: Vec<usize>,
    /// Rows that are signed against their own group.
    pub against: Vec<usize>,
}

/// The groups among rows that follow a habit and rows that follow the mirrored one.
pub fn groups(
    figures: &Figures<'_>,
    habit: Habit,
    rows: &[usize],
    (followers, mirrored): (&[usize], &[usize]),
) -> Groups {
    let sides = Sides::of(figures, habit, rows);
    let side = sides.turned(followers, mirrored);
    let mut found = Groups::default();
    if let Some(side) = side {
        found.turned = sides.rows_of(rows, side);
        found.against = sides.rows_of(followers, side);
    }
    // A net may go with either.
    let (unsure, others): (Vec<usize>, Vec<usize>) =
        mirrored.iter().partition(|row| sides.side(**row) == Side::Unsure);
    found.turned.extend(unsure);
    let others: Vec<usize> = others.into_iter().filter(|row| Some(sides.side(*row)) != side).collect();
    let alike = is_other_sign(figures, habit, followers, &others)
        || is_block(&others)
        || are_costs_each(figures, followers, &others);
    let is_group = others.len() > 1 && (alike || is_many(followers, &others));
    if is_group {
        found.turned.extend(others)
    } else {
        found.against.extend(others)
    }
    found
}

/// Whether the rows are of another kind than the others, or their amounts of another sign.
pub fn differ(figures: &Figures<'_>, habit: Habit, followers: &[usize], mirrored: &[usize]) -> bool {
    let sides = Sides::of(figures, habit, &[followers, mirrored].concat());
    let is_kind = |side: Side| mirrored.iter().all(|row| [side, Side::Unsure].contains(&sides.side(*row)));
    !mirrored.is_empty()
        && (sides.turned(followers, mirrored).is_some_and(is_kind)
            || is_other_sign(figures, habit, followers, mirrored))
}

/// What each row of a table is of.
struct Sides {
    of_rows: Vec<Side>,
    /// Whether the amounts tell it by their signs: then one habit fits income and costs alike.
    by_sign: bool,
}

impl Sides {
    fn of(figures: &Figures<'_>, habit: Habit, rows: &[usize]) -> Sides {
        let signs: Vec<i64> = (0..figures.table.rows.len()).map(|row| sign(figures, habit, row)).collect();
        let count =
            |wanted: i64| rows.iter().filter(|row| signs[**row] == wanted && !is_net(figures, **row)).count();
        let by_sign = count(-1) > 1 && count(1) > 0;
        let of_sign = |row: usize| match signs[row] {
            1 if !is_net(figures, row) => Side::Income,
            _ => Side::Other,
        };
        // What is left when costs are taken away is signed as they are where it is below nought.
        let is_short = |row: usize| habit.unsigned && signs[row] == -1 && is_net(figures, row);
        let of = |row: usize| match () {
            () if by_sign => of_sign(row),
            () if is_short(row) => Side::Unsure,
            () => by_name(figures, row),
        };
        Sides { of_rows: (0..signs.len()).map(of).collect(), by_sign }
    }

    fn side(&self, row: usize) -> Side {
        self.of_rows.get(row).copied().unwrap_or(Side::Other)
    }

    fn rows_of(&self, rows: &[usize], side: Side) -> Vec<usize> {
        rows.iter().copied().filter(|row| self.side(*row) == side).collect()
    }

    /// The side that counts the mirrored way, where the other follows the habit.
    fn turned(&self, followers: &[usize], mirrored: &[usize]) -> Option<Side> {
        let least = if self.by_sign { 2 } else { 1 };
        let other = |side: Side| if side == Side::Income { Side::Other } else { Side::Income };
        [Side::Income, Side::Other].into_iter().find(|side| {
            let (follow, turn) = (self.rows_of(followers, *side).len(), self.rows_of(mirrored, *side).len());
            let strong = follow == 0 && turn >= least || turn > 1 && turn >= AGAINST_ONE * follow;
            strong && !self.rows_of(followers, other(*side)).is_empty()
        })
    }
}

/// So many rows that are signed one way outweigh one that is signed the other way.
const AGAINST_ONE: usize = 2;

fn sign(figures: &Figures<'_>, habit: Habit, row: usize) -> i64 {
    let amounts = [habit.plus, habit.minus].map(|column| figures.printed((row, column)));
    amounts.into_iter().flatten().map(|it| it.mantissa.signum()).find(|sign| *sign != 0).unwrap_or(0)
}

/// What a row is of by its own name, the heading that it stands under, or the sum below it.
fn by_name(figures: &Figures<'_>, row: usize) -> Side {
    let rows = &figures.table.rows;
    let of = |row: usize| named(&rows[row].label.text);
    let heading = rows[..row].iter().rposition(|it| it.role == RowRole::Section);
    let is_sum = |at: &usize| matches!(rows[*at].role, RowRole::Subtotal | RowRole::Total);
    let below = (row + 1..rows.len()).find(is_sum).filter(|at| rows[*at].role == RowRole::Subtotal);
    if rows[row].role == RowRole::Item && below.is_some_and(|at| is_of_costs(&rows[at].label.text)) {
        return Side::Other;
    }
    if rows[row].role != RowRole::Item || of(row) != Side::Other {
        return of(row);
    }
    let of_income = |at: usize| named(&rows[at].label.text) == Side::Income && !is_net(figures, at);
    let told = [heading, below].into_iter().flatten().any(of_income);
    if told { Side::Income } else { Side::Other }
}

fn named(label: &str) -> Side {
    let label = label.lower();
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    match (has(&INCOME), has(&COSTS)) {
        (true, false) if label.starts_with("netto") => Side::Unsure,
        (true, false) => Side::Income,
        (true, true) if !label.contains("nettokostnad") => Side::Unsure,
        _ => Side::Other,
    }
}

/// "Summa kostnader": grants above it are paid, whatever they are called.
fn is_of_costs(label: &str) -> bool {
    let label = label.lower();
    !label.contains("netto") && ["kostnader", "utgifter"].iter().any(|word| label.ends_with(word))
}

fn is_net(figures: &Figures<'_>, row: usize) -> bool {
    let label = &figures.table.rows[row].label.text;
    is_result(label) || label.lower().contains("netto")
}

/// Whether the amounts of the rows have a sign that no other row has.
fn is_other_sign(figures: &Figures<'_>, habit: Habit, followers: &[usize], mirrored: &[usize]) -> bool {
    let sign = |row: &usize| Some(sign(figures, habit, *row)).filter(|sign| *sign != 0);
    let own = mirrored.first().and_then(sign);
    own.is_some()
        && mirrored.iter().all(|row| sign(row) == own)
        && followers.iter().all(|row| sign(row) != own)
}

/// "Kostnad per elev" among numbers of children and pupils: more of the one is worse.
fn are_costs_each(figures: &Figures<'_>, followers: &[usize], mirrored: &[usize]) -> bool {
    let is_cost = |row: &usize| {
        let label = figures.table.rows[*row].label.text.lower();
        label.contains("kostnad") && (label.contains(" per ") || label.contains('/'))
    };
    mirrored.iter().all(is_cost) && !followers.iter().any(is_cost)
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
