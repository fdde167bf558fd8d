//! A slip of the hand: a sign, one digit, or two digits that changed places.

use crate::relations::figures::{At, Figures};
use crate::relations::relation::Relation;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;

/// So many values of what a cell should be are held against what it prints.
const MOST_VALUES: i64 = 25;
/// One digit of fewer is another figure as often as not.
const LEAST_DIGITS: usize = 3;

/// Whether a cell prints what is a slip from one of the values that it should have.
pub fn is_slip(figures: &Figures<'_>, at: At, needed: &Interval) -> bool {
    is_slip_for(figures, at, needed, 1)
}

fn is_slip_for(figures: &Figures<'_>, at: At, needed: &Interval, least: usize) -> bool {
    let Some(printed) = figures.printed(at) else { return false };
    let (Some(low), Some(high)) = (needed.low, needed.high) else { return false };
    let first = low.rounded(printed.decimals);
    let last = high.rounded(printed.decimals).min(first.saturating_add(MOST_VALUES));
    let drops = |value: i64| least < LEAST_DIGITS && drops_digit(printed.mantissa, value);
    (first..=last).any(|value| differ_by_slip(printed.mantissa, value, least) || drops(value))
}

/// Whether a figure is another without one of its digits: "37,9" of "537,9".
fn drops_digit(printed: i64, value: i64) -> bool {
    let digits = |mantissa: i64| mantissa.unsigned_abs().to_string().into_bytes();
    let (ours, theirs) = (digits(printed), digits(value));
    let without = |at: usize| [&theirs[..at], &theirs[at + 1..]].concat() == ours;
    (printed < 0) == (value < 0)
        && ours.len() + 1 == theirs.len()
        && theirs.len() >= LEAST_DIGITS
        && (0..theirs.len()).any(without)
}

/// Whether a slip in one of its figures is all that keeps a relation from holding: one digit of a
/// figure that is long enough to tell, or two that changed places.
pub fn mends(figures: &Figures<'_>, relation: &Relation) -> bool {
    let interval = |at| figures.interval(at);
    relation.cells().any(|at| is_slip_for(figures, at, &relation.needed(at, &interval), LEAST_DIGITS))
}

/// The same of counts that nothing is rounded in.
pub fn mends_exactly(figures: &Figures<'_>, relation: &Relation) -> bool {
    let exact = |at| Interval::exactly(figures.printed(at).map_or(Fixed::ZERO, Quantity::value));
    relation.cells().any(|at| is_slip_for(figures, at, &relation.needed(at, &exact), LEAST_DIGITS))
}

/// Whether two figures differ by a sign, by one of so many digits, or by two that changed places.
fn differ_by_slip(printed: i64, value: i64, least: usize) -> bool {
    if printed == -value {
        return true;
    }
    let digits = |mantissa: i64| mantissa.unsigned_abs().to_string().into_bytes();
    let (ours, theirs) = (digits(printed), digits(value));
    if ours.len() != theirs.len() || (printed < 0) != (value < 0) {
        return false;
    }
    let mut apart = (0..ours.len()).filter(|i| ours[*i] != theirs[*i]);
    match (apart.next(), apart.next(), apart.next()) {
        (Some(_), None, _) => ours.len() >= least,
        (Some(a), Some(b), None) => a + 1 == b && ours[a] == theirs[b] && ours[b] == theirs[a],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_a_digit_or_two_digits_that_changed_places_are_slips() {
        assert!(differ_by_slip(-665, 665, 1));
        assert!(differ_by_slip(14_320, 17_320, 1));
        assert!(differ_by_slip(93_590, 93_950, 1));
        assert!(!differ_by_slip(93_590, 94_950, 1));
        assert!(!differ_by_slip(665, 1_665, 1));
        assert!(!differ_by_slip(102, 201, 1));
        assert!(differ_by_slip(13, 31, 3));
        assert!(!differ_by_slip(13, 14, 3));
        assert!(drops_digit(-379, -5_379));
        assert!(!drops_digit(-379, 5_379));
        assert!(!drops_digit(379, 5_389));
    }
}
