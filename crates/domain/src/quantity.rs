//! Figures as they are printed: an integer mantissa, a number of decimals, a unit.

use crate::interval::{Fixed, Interval};
use serde::{Deserialize, Serialize};

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Kronor.
    Kr,
    /// Thousands of kronor (tkr).
    Tkr,
    /// Millions of kronor (mkr).
    Mkr,
    /// Thousands of millions of kronor (mdkr).
    Mdkr,
    /// Per cent.
    Percent,
    /// Full-time equivalents (årsarbetare).
    FullTimeEquivalents,
    /// Anything else, in the document's own word.
    Other(String),
    /// A bare number.
    None,
}

impl Unit {
    /// Kronor in one of this unit, for units of money.
    pub fn kronor(&self) -> Option<i64> {
        match self {
            Unit::Kr => Some(1),
            Unit::Tkr => Some(1_000),
            Unit::Mkr => Some(1_000_000),
            Unit::Mdkr => Some(1_000_000_000),
            _ => None,
        }
    }

    /// Whether the unit is one of money.
    pub fn is_money(&self) -> bool {
        self.kronor().is_some()
    }

    /// The word of the unit in machine-readable output ("tkr", "mkr", "procent" …).
    pub fn code(&self) -> &str {
        match self {
            Unit::Kr => "kr",
            Unit::Tkr => "tkr",
            Unit::Mkr => "mkr",
            Unit::Mdkr => "mdkr",
            Unit::Percent => "procent",
            Unit::FullTimeEquivalents => "årsarbetare",
            Unit::Other(word) => word,
            Unit::None => "",
        }
    }
}

/// How sure a document is of a figure in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// Printed as it is: true to half a unit of its last digit.
    #[default]
    Exact,
    /// "cirka", "omkring", "drygt", "knappt": wider on both sides.
    About,
    /// "minst", "över": open upwards.
    AtLeast,
    /// "högst", "upp till", "under": open downwards.
    AtMost,
}

/// A printed figure: `mantissa` × 10^-`decimals` of `unit`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// The digits as an integer, with sign.
    pub mantissa: i64,
    /// How many of the digits stand after the decimal sign. At most 5.
    pub decimals: u8,
    /// What is counted.
    pub unit: Unit,
}

impl Quantity {
    /// A figure of a unit.
    pub fn new(mantissa: i64, decimals: u8, unit: Unit) -> Self {
        Quantity { mantissa, decimals: decimals.min(5), unit }
    }

    /// The value in its own unit.
    pub fn value(&self) -> Fixed {
        Fixed::from_decimal(self.mantissa, self.decimals)
    }

    /// The true values that the figure can have been rounded from, in its own unit:
    /// 518 stands for 517.5 to 518.5, both ends included.
    pub fn interval(&self) -> Interval {
        let half = Fixed::half_of_last_digit(self.decimals);
        Interval::between(self.value() - half, self.value() + half)
    }

    /// As [`Quantity::interval`], widened by what a hedge leaves open: "about" by a tenth
    /// of the value, "at least" and "at most" without end on one side.
    pub fn interval_hedged(&self, hedge: Hedge) -> Interval {
        let exact = self.interval();
        match hedge {
            Hedge::Exact => exact,
            Hedge::About => exact.widened(self.value().abs().divided_down(10)),
            Hedge::AtLeast => Interval { low: exact.low, high: None },
            Hedge::AtMost => Interval { low: None, high: exact.high },
        }
    }

    /// The interval in kronor, for figures of money.
    pub fn interval_kronor(&self) -> Option<Interval> {
        self.unit.kronor().map(|kronor| self.interval().times(kronor))
    }

    /// As a plain decimal ("-221734", "12.0"), point as decimal sign.
    pub fn plain(&self) -> String {
        let digits = self.mantissa.unsigned_abs().to_string();
        let decimals = usize::from(self.decimals);
        let padded = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, part) = padded.split_at(padded.len() - decimals);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_figure_stands_for_half_a_unit_on_each_side() {
        let tkr = Quantity::new(518, 0, Unit::Tkr);
        assert_eq!(
            tkr.interval(),
            Interval::between(Fixed::from_decimal(5175, 1), Fixed::from_decimal(5185, 1))
        );
    }

    #[test]
    fn plain_keeps_the_decimals_that_were_printed() {
        assert_eq!(Quantity::new(-221_734, 0, Unit::Tkr).plain(), "-221734");
        assert_eq!(Quantity::new(120, 1, Unit::Mkr).plain(), "12.0");
        assert_eq!(Quantity::new(-5, 1, Unit::Mkr).plain(), "-0.5");
    }

    #[test]
    fn the_same_money_in_two_units_has_intervals_that_meet() {
        let mkr = Quantity::new(5196, 1, Unit::Mkr).interval_kronor().unwrap();
        let tkr = Quantity::new(519_568, 0, Unit::Tkr).interval_kronor().unwrap();
        assert!(mkr.meets(&tkr));
    }
}
