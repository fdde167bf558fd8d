//! Closed intervals of exact decimals, for relations between rounded figures.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Neg, Sub};

const SCALE: i128 = 1_000_000;

/// An exact decimal with six decimals. Adding, subtracting and multiplying by integers
/// never rounds; dividing names its rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Fixed(i128);

impl Fixed {
    /// Nought.
    pub const ZERO: Fixed = Fixed(0);

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Fixed(i128::from(value) * SCALE)
    }

    /// `mantissa` × 10^-`decimals`, for at most six decimals (more are cut to six).
    pub fn from_decimal(mantissa: i64, decimals: u8) -> Self {
        let steps = u32::from(decimals.min(6));
        Fixed(i128::from(mantissa) * SCALE / 10_i128.pow(steps))
    }

    /// Half a unit of the last of `decimals` decimals: 0.5 for 0, 0.05 for 1.
    pub fn half_of_last_digit(decimals: u8) -> Self {
        Fixed(SCALE / 2 / 10_i128.pow(u32::from(decimals.min(5))))
    }

    /// Times an integer.
    pub fn times(self, factor: i64) -> Self {
        Fixed(self.0 * i128::from(factor))
    }

    /// Divided by a positive integer, rounded towards minus infinity. By nought or less: unchanged.
    pub fn divided_down(self, divisor: i64) -> Self {
        if divisor <= 0 { self } else { Fixed(self.0.div_euclid(i128::from(divisor))) }
    }

    /// Divided by a positive integer, rounded towards plus infinity. By nought or less: unchanged.
    pub fn divided_up(self, divisor: i64) -> Self {
        -((-self).divided_down(divisor))
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Fixed(self.0.abs())
    }

    /// Whether it is below nought.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Rounded half away from nought to `decimals` decimals, as a mantissa.
    pub fn rounded(self, decimals: u8) -> i64 {
        let unit = SCALE / 10_i128.pow(u32::from(decimals.min(6)));
        let whole = (self.0.abs() + unit / 2) / unit;
        let signed = if self.0 < 0 { -whole } else { whole };
        i64::try_from(signed).unwrap_or(if signed < 0 { i64::MIN } else { i64::MAX })
    }

    /// The ratio to another value in parts per ten thousand, rounded half away from nought.
    /// `None` when the other is nought.
    pub fn share_of(self, whole: Fixed) -> Option<i64> {
        if whole.0 == 0 {
            return None;
        }
        let scaled = self.0 * 10_000;
        let half = whole.0.abs() / 2;
        let nudged = if (scaled < 0) == (whole.0 < 0) { scaled.abs() + half } else { -(scaled.abs() + half) };
        i64::try_from(nudged / whole.0.abs()).ok()
    }
}

impl Add for Fixed {
    type Output = Fixed;
    fn add(self, other: Fixed) -> Fixed {
        Fixed(self.0 + other.0)
    }
}

impl Sub for Fixed {
    type Output = Fixed;
    fn sub(self, other: Fixed) -> Fixed {
        Fixed(self.0 - other.0)
    }
}

impl Neg for Fixed {
    type Output = Fixed;
    fn neg(self) -> Fixed {
        Fixed(-self.0)
    }
}

/// A closed interval; an end that is `None` is open without limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// Lowest value, included.
    pub low: Option<Fixed>,
    /// Highest value, included.
    pub high: Option<Fixed>,
}

impl Interval {
    /// Both ends included. Ends in the wrong order are swapped.
    pub fn between(a: Fixed, b: Fixed) -> Self {
        Interval { low: Some(a.min(b)), high: Some(a.max(b)) }
    }

    /// One exact value.
    pub fn exactly(value: Fixed) -> Self {
        Interval { low: Some(value), high: Some(value) }
    }

    /// Whether some value lies in both.
    pub fn meets(&self, other: &Interval) -> bool {
        let below = |high: Option<Fixed>, low: Option<Fixed>| match (high, low) {
            (Some(high), Some(low)) => high < low,
            _ => false,
        };
        !below(self.high, other.low) && !below(other.high, self.low)
    }

    /// Whether a value lies inside.
    pub fn holds(&self, value: Fixed) -> bool {
        self.meets(&Interval::exactly(value))
    }

    /// The sums that are possible.
    pub fn plus(&self, other: &Interval) -> Interval {
        Interval { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    /// The differences that are possible.
    pub fn minus(&self, other: &Interval) -> Interval {
        self.plus(&other.negated())
    }

    /// The interval mirrored at nought.
    pub fn negated(&self) -> Interval {
        Interval { low: self.high.map(|high| -high), high: self.low.map(|low| -low) }
    }

    /// Times an integer.
    pub fn times(&self, factor: i64) -> Interval {
        let scaled = Interval {
            low: self.low.map(|end| end.times(factor.abs())),
            high: self.high.map(|end| end.times(factor.abs())),
        };
        if factor < 0 { scaled.negated() } else { scaled }
    }

    /// Without its sign: the sizes that its values have.
    pub fn size(&self) -> Interval {
        match (self.low, self.high) {
            (Some(low), high) if !low.is_negative() => Interval { low: Some(low), high },
            (low, Some(high)) if high.is_negative() => Interval { low, high: Some(high) }.negated(),
            (low, high) => {
                let high = low.zip(high).map(|(low, high)| high.max(low.abs()));
                Interval { low: Some(Fixed::ZERO), high }
            }
        }
    }

    /// Wider by `slack` on both sides.
    pub fn widened(&self, slack: Fixed) -> Interval {
        Interval { low: self.low.map(|end| end - slack), high: self.high.map(|end| end + slack) }
    }
}

fn add(a: Option<Fixed>, b: Option<Fixed>) -> Option<Fixed> {
    Some(a? + b?)
}

impl std::iter::Sum for Interval {
    fn sum<I: Iterator<Item = Interval>>(parts: I) -> Interval {
        parts.fold(Interval::exactly(Fixed::ZERO), |sum, part| sum.plus(&part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighteen_rounded_rows_may_be_nine_off() {
        let row = Interval::between(Fixed::from_decimal(995, 1), Fixed::from_decimal(1005, 1));
        let sum: Interval = std::iter::repeat_n(row, 18).sum();
        assert!(sum.holds(Fixed::whole(1809)));
        assert!(!sum.holds(Fixed::whole(1810)));
    }

    #[test]
    fn an_open_end_meets_everything_on_its_side() {
        let at_least = Interval { low: Some(Fixed::whole(3)), high: None };
        assert!(at_least.holds(Fixed::whole(1_000_000)));
        assert!(!at_least.holds(Fixed::whole(2)));
    }

    #[test]
    fn sizes_have_no_sign() {
        let between = |low, high| Interval::between(Fixed::whole(low), Fixed::whole(high));
        assert_eq!(between(-5, -3).size(), between(3, 5));
        assert_eq!(between(-5, 3).size(), between(0, 5));
        assert_eq!(between(2, 3).size(), between(2, 3));
    }

    #[test]
    fn a_negative_factor_swaps_the_ends() {
        let span = Interval::between(Fixed::whole(1), Fixed::whole(2));
        assert_eq!(span.times(-3), Interval::between(Fixed::whole(-6), Fixed::whole(-3)));
    }

    #[test]
    fn division_names_its_rounding() {
        assert!(Fixed::whole(1).divided_down(3) < Fixed::whole(1).divided_up(3));
        assert_eq!(Fixed::from_decimal(-25, 1).rounded(0), -3);
        assert_eq!(Fixed::whole(1).share_of(Fixed::whole(3)), Some(3333));
        assert_eq!(Fixed::whole(-2).share_of(Fixed::whole(3)), Some(-6667));
    }
}
