//! A relation between cells of a table: factors and cells that add up to nought.

use crate::relations::figures::{At, Figures};
use uppsikt_domain::interval::{Fixed, Interval};

/// Why cells should add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A sum of rows.
    Sum,
    /// A line of the statement that is made of other lines.
    Identity,
    /// The whole of funding parts.
    Split,
    /// Where a ledger ends.
    Ledger,
    /// A change or deviation between two columns.
    Change,
}

/// A cell with its factor, 1 or -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The cell.
    pub at: At,
    /// 1 or -1.
    pub factor: i64,
}

/// Cells that add up: the `result` cell equals the sum of the terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Why they should.
    pub kind: Kind,
    /// The cell that is printed as the result.
    pub result: At,
    /// What the result is made of.
    pub terms: Vec<Term>,
    /// Whether the reading of the table leaves no other way to understand it.
    pub sure: bool,
}

impl Relation {
    /// Whether a cell takes part.
    pub fn has(&self, at: At) -> bool {
        self.result == at || self.terms.iter().any(|term| term.at == at)
    }

    /// Every cell, the result first.
    pub fn cells(&self) -> impl Iterator<Item = At> + '_ {
        std::iter::once(self.result).chain(self.terms.iter().map(|term| term.at))
    }

    /// Whether another has the same cells, in whatever order.
    pub fn is_of_same(&self, other: &Relation) -> bool {
        self.terms.len() == other.terms.len() && other.cells().all(|at| self.has(at))
    }

    /// What the terms can add up to.
    pub fn possible(&self, interval: &dyn Fn(At) -> Interval) -> Interval {
        self.terms.iter().map(|term| interval(term.at).times(term.factor)).sum()
    }

    /// Whether true values exist that make it hold.
    pub fn holds(&self, interval: &dyn Fn(At) -> Interval) -> bool {
        self.possible(interval).meets(&interval(self.result))
    }

    /// The values of one cell that would make it hold, the others as they are.
    pub fn needed(&self, at: At, interval: &dyn Fn(At) -> Interval) -> Interval {
        if at == self.result {
            return self.possible(interval);
        }
        let others = self.terms.iter().filter(|term| term.at != at);
        let sum: Interval = others.map(|term| interval(term.at).times(term.factor)).sum();
        let factor = self.terms.iter().find(|term| term.at == at).map_or(1, |term| term.factor);
        interval(self.result).minus(&sum).times(factor)
    }

    /// How far rounding alone can set the result apart from what its terms print.
    pub fn slack(&self, figures: &Figures<'_>) -> Fixed {
        let width = |interval: Interval| match (interval.low, interval.high) {
            (Some(low), Some(high)) => (high - low).divided_up(2),
            _ => Fixed::ZERO,
        };
        self.cells().map(|at| width(figures.interval(at))).fold(Fixed::ZERO, |sum, half| sum + half)
    }
}

/// The values that lie in both intervals.
pub fn common(a: &Interval, b: &Interval) -> Option<Interval> {
    let low = a.low.max(b.low);
    let high = match (a.high, b.high) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    a.meets(b).then_some(Interval { low, high })
}

/// The middle of an interval that has two ends.
pub fn middle(interval: &Interval) -> Option<Fixed> {
    Some((interval.low? + interval.high?).divided_down(2))
}
