//! From values to places on a drawing, in whole numbers.

/// A place along x in hundredths of a per cent.
pub type Share = i64;

/// The whole width.
pub const WHOLE: Share = 10_000;

/// A straight scale from values to places. Division rounds to the nearest place.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    from: i64,
    to: i64,
    first: i64,
    last: i64,
}

impl Scale {
    /// `from` lies at `first` and `to` at `last`; an empty range lies at `first`.
    pub fn new(from: i64, to: i64, first: i64, last: i64) -> Scale {
        Scale { from, to, first, last }
    }

    /// The place of a value; values outside the range lie at its ends.
    pub fn place(&self, value: i64) -> i64 {
        let (low, high) = (self.from.min(self.to), self.from.max(self.to));
        if low == high {
            return self.first;
        }
        let along = i128::from(value.clamp(low, high)) - i128::from(self.from);
        let range = i128::from(self.to) - i128::from(self.from);
        let length = i128::from(self.last) - i128::from(self.first);
        self.first + i64::try_from(nearest(along * length, range)).unwrap_or(self.last - self.first)
    }
}

/// A quotient rounded to the nearest, halves away from zero.
fn nearest(dividend: i128, divisor: i128) -> i128 {
    let (dividend, divisor) = if divisor < 0 { (-dividend, -divisor) } else { (dividend, divisor) };
    let half = if dividend < 0 { -divisor } else { divisor };
    (2 * dividend + half) / (2 * divisor)
}

/// Round values inside a range, at most five: multiples of 1, 2 or 5 with zeros.
pub fn ticks(from: i64, to: i64) -> Vec<i64> {
    let range = to.saturating_sub(from);
    let steps = (0..18).flat_map(|zeros| [1, 2, 5].map(|digit| digit * 10_i64.pow(zeros)));
    let Some(step) = steps.into_iter().find(|step| range / step < 5) else {
        return Vec::new();
    };
    let first = from.div_euclid(step) + i64::from(from.rem_euclid(step) > 0);
    (first..=to.div_euclid(step)).map(|times| times * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_range_lie_at_the_ends_of_the_scale() {
        let scale = Scale::new(50, 70, 204, 31);
        assert_eq!((scale.place(50), scale.place(70), scale.place(60)), (204, 31, 117));
    }

    #[test]
    fn values_outside_stay_on_the_drawing() {
        let scale = Scale::new(0, 10, 0, WHOLE);
        assert_eq!((scale.place(-5), scale.place(99)), (0, WHOLE));
        assert_eq!(Scale::new(3, 3, 7, 9).place(3), 7);
        assert_eq!(Scale::new(i64::MIN, i64::MAX, 0, WHOLE).place(0), 5000);
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(50, 72), [50, 55, 60, 65, 70]);
        assert_eq!(ticks(-3, 3), [-2, 0, 2]);
        assert_eq!(ticks(183_000, 196_000), [185_000, 190_000, 195_000]);
        assert_eq!(ticks(5, 5), [5]);
    }
}
