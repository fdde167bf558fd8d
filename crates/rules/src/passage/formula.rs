//! What figures give: sums, differences, shares, quotients; and whether a slip is why they do not.

use super::terms::Term;
use crate::fractions;
use crate::slip;
use uppsikt_domain::interval::{Fixed, Interval};

/// How some figures give another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// One and the other apart.
    Apart,
    /// All together.
    Sum,
    /// The first less the others.
    Rest,
    /// The first in per cent of the second.
    Share,
    /// How far the first is from the second, in per cent of the second.
    Change,
    /// How far the two are apart, a month of a year.
    ApartPart(i64),
    /// The first for each of the second.
    Each,
    /// A part of the first: a month of a year.
    Part(i64),
    /// The mean.
    Mean,
    /// The first with some of the others, and less the rest of them, whichever is nearest.
    Flow,
}

impl Formula {
    /// Whether it tells how far levels are apart.
    pub fn is_change(self) -> bool {
        matches!(self, Formula::Apart | Formula::Change | Formula::ApartPart(_) | Formula::Flow)
    }

    /// Whether it adds up.
    pub fn is_sum(self) -> bool {
        matches!(self, Formula::Sum | Formula::Rest)
    }

    /// Whether it divides.
    pub fn is_share(self) -> bool {
        !self.is_change() && !self.is_sum()
    }

    /// What figures give.
    pub fn of(self, parts: &[Interval]) -> Option<Interval> {
        let sum = |parts: &[Interval]| parts.iter().copied().sum::<Interval>();
        match (self, parts) {
            (Formula::Apart, [one, other]) => Some(one.minus(other).size()),
            (Formula::Sum, [_, _, ..]) => Some(sum(parts)),
            (Formula::Rest, [all, rest @ ..]) if !rest.is_empty() => Some(all.minus(&sum(rest)).size()),
            (Formula::Share, [part, whole]) => percent(&part.size(), &whole.size()),
            (Formula::Change, [to, from]) => percent(&to.minus(from).size(), &from.size()),
            (Formula::Each, [all, many]) => quotient(&all.size(), many),
            (Formula::ApartPart(of), [one, other]) => Some(divided(&one.minus(other).size(), of)),
            (Formula::Part(of), [all]) => Some(divided(&all.size(), of)),
            (Formula::Flow, [stock, flow]) => Some(stock.plus(flow)),
            (Formula::Flow, [stock, one, other]) => Some(stock.minus(one).plus(other)),
            (Formula::Mean, [_, _, ..]) => Some(divided(&sum(parts), i64::try_from(parts.len()).ok()?)),
            _ => None,
        }
    }
}

fn divided(all: &Interval, by: i64) -> Interval {
    Interval { low: all.low.map(|low| low.divided_down(by)), high: all.high.map(|high| high.divided_up(by)) }
}

/// One in per cent of another.
fn percent(part: &Interval, whole: &Interval) -> Option<Interval> {
    let share =
        |part: Option<Fixed>, whole: Option<Fixed>| Some(Fixed::from_decimal(part?.share_of(whole?)?, 2));
    let (low, high) = (share(part.low, whole.high)?, share(part.high, whole.low)?);
    Some(Interval::between(low, high).widened(Fixed::from_decimal(1, 2)))
}

fn quotient(all: &Interval, many: &Interval) -> Option<Interval> {
    /// Decimals of a number that divides.
    const TENTHS: u8 = 1;
    let (least, most) = (many.low?.rounded(TENTHS), many.high?.rounded(TENTHS));
    if least < 1 {
        return None;
    }
    let (low, high) = (all.low?.times(10).divided_down(most), all.high?.times(10).divided_up(least));
    Some(Interval::between(low, high))
}

/// A figure that others should give, and how.
#[derive(Debug, Clone)]
pub struct Claim<'c, 't> {
    /// The figure.
    pub target: &'c Term<'t>,
    /// How.
    pub formula: Formula,
    /// Of which.
    pub of: Vec<&'c Term<'t>>,
}

impl Claim<'_, '_> {
    /// Whether it holds, rounding and hedges taken in.
    pub fn holds(&self) -> bool {
        let given = self.formula.of(&self.of.iter().map(|it| it.interval()).collect::<Vec<_>>());
        given.is_none_or(|given| given.size().meets(&self.target.interval().size()))
    }

    /// Whether two digits of one of its figures that change places make it hold.
    pub fn is_swap(&self) -> bool {
        self.slips(&|term| swaps(term))
    }

    /// What the figure should be.
    pub fn right(&self) -> Option<Fixed> {
        let exact: Vec<Interval> = self.of.iter().map(|it| Interval::exactly(it.value())).collect();
        let given = self.formula.of(&exact)?;
        Some((given.low? + given.high?).divided_down(2))
    }

    /// Whether a slip in one of its figures is why it does not hold.
    pub fn is_slip(&self) -> bool {
        self.slips(&|term| others(term).collect())
    }

    fn slips(&self, others: &dyn Fn(&Term<'_>) -> Vec<Interval>) -> bool {
        let printed: Vec<Interval> = self.of.iter().map(|it| it.interval()).collect();
        let Some(given) = self.formula.of(&printed).map(|it| it.size()) else { return false };
        let said = self.target.interval().size();
        if others(self.target).iter().any(|value| value.size().meets(&given)) {
            return true;
        }
        (0..self.of.len()).any(|at| {
            let mut changed = printed.clone();
            others(self.of[at]).into_iter().any(|value| {
                changed[at] = value;
                self.formula.of(&changed).is_some_and(|given| given.size().meets(&said))
            })
        })
    }
}

/// What a figure would be with two neighbouring digits in the other order.
fn swaps(term: &Term<'_>) -> Vec<Interval> {
    let own = term.found.quantity.mantissa;
    let is_swap = |it: &i64| slip::slip(own, *it) == Some(slip::Slip::Swapped);
    slip::others(own).into_iter().filter(is_swap).map(|it| term.hedged(it)).collect()
}

/// What a figure would be with one slip less.
fn others<'c>(term: &'c Term<'_>) -> impl Iterator<Item = Interval> + 'c {
    let other =
        if term.words { fractions::SHARES.to_vec() } else { slip::others(term.found.quantity.mantissa) };
    other.into_iter().filter(|it| *it != term.found.quantity.mantissa).map(|other| term.hedged(other))
}
