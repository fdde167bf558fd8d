//! Figures that others of their table give by what they are called: shares and means.

use super::figures::{At, Figures};
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::Quantity;

/// A figure that the others cannot give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    /// The figure.
    pub cell: At,
    /// What it is reckoned from.
    pub of: Vec<At>,
    /// What it should be.
    pub expected: Quantity,
}

impl Reckoned {
    /// Whether it, or what it is reckoned from, is among some cells.
    pub fn is_among(&self, cells: &[At]) -> bool {
        self.of.iter().chain([&self.cell]).any(|at| cells.contains(at))
    }
}

/// A figure with all that the others let it be.
pub(super) type Given = (Reckoned, Interval);

/// Those that are off, where at least as many are borne out, and some of these by figures that `tell`.
pub(super) fn off(figures: &Figures<'_>, given: Vec<Given>, tell: impl Fn(At) -> bool) -> Vec<Reckoned> {
    let holds = |(it, all): &Given| figures.printed(it.cell).is_some_and(|own| own.interval().meets(all));
    let (held, broken): (Vec<Given>, Vec<Given>) = given.into_iter().partition(holds);
    let sure = held.len() >= broken.len() && held.iter().any(|(it, _)| tell(it.cell));
    if sure { broken.into_iter().map(|(it, _)| it).collect() } else { Vec::new() }
}
