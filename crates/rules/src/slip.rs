//! Slips of the hand: two digits that changed places, or one digit that is another.

/// How two numbers of as many digits are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Two digits changed places.
    Swapped,
    /// One digit is another.
    Digit,
}

/// The slip by which one number became another, both without decimal sign.
pub fn slip(printed: i64, right: i64) -> Option<Slip> {
    let digits = |number: i64| number.unsigned_abs().to_string().into_bytes();
    let (ours, theirs) = (digits(printed), digits(right));
    if ours.len() != theirs.len() {
        return None;
    }
    let apart: Vec<usize> = (0..ours.len()).filter(|at| ours[*at] != theirs[*at]).collect();
    match apart.as_slice() {
        [one, other] if ours[*one] == theirs[*other] && ours[*other] == theirs[*one] => Some(Slip::Swapped),
        [_] => Some(Slip::Digit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_changed_places_and_other_digits_are_slips() {
        assert_eq!(slip(4_750, 4_570), Some(Slip::Swapped));
        assert_eq!(slip(4_750, 4_250), Some(Slip::Digit));
        for other in [4_750, 475, 5_470, 4_660] {
            assert_eq!(slip(4_750, other), None, "{other}");
        }
    }
}
