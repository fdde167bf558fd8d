//! A percentage that other numbers beside it give: "170,3 mkr (188,6 mkr), 68 procent av budgeten på 250,0 mkr". What
//! is right of two of them accuses none of the others.

use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Unit;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// Whether one number of a sentence is that percentage of another, or, of women and men, of both together ("797
/// kvinnor och 417 män, det vill säga 66 procent"). The pair that is known to give another is left out.
pub fn is_given(sentence: &str, percent: &Found, numbers: &[Found], known: Option<(&Found, &Found)>) -> bool {
    let said = percent.quantity.interval_hedged(percent.hedge).size();
    let by_sex = || {
        let sentence = sentence.lower();
        [("kvinn", "män"), ("flick", "pojk")]
            .iter()
            .any(|(one, other)| sentence.contains(one) && sentence.contains(other))
    };
    let numbers = || numbers.iter().filter(|it| it.quantity.unit != Unit::Percent);
    let gives = |one: &Found, other: &Found| {
        if known.is_some_and(|(part, whole)| (&part.range, &whole.range) == (&one.range, &other.range)) {
            return false;
        }
        let (Some((part, own)), Some((whole, theirs))) = (size(one), size(other)) else { return false };
        let is = |whole: &Interval| share(&part, whole).is_some_and(|it| it.meets(&said));
        own == theirs && (is(&whole) || !own && is(&part.plus(&whole)) && by_sex())
    };
    numbers().any(|one| numbers().any(|other| one.range != other.range && gives(one, other)))
}

/// How large a number may be, in kronor where it is money, and whether it is. Whole numbers of things are exact.
fn size(found: &Found) -> Option<(Interval, bool)> {
    let (quantity, kronor) = (&found.quantity, found.quantity.unit.kronor());
    let counted = kronor.is_none() && quantity.decimals == 0;
    let exact = || Interval::exactly(quantity.value()).size();
    let printed = || quantity.interval_hedged(found.hedge).times(kronor.unwrap_or(1)).size();
    (quantity.mantissa != 0).then(|| (if counted { exact() } else { printed() }, kronor.is_some()))
}

/// What one amount is of another in per cent, as an interval; rounded to its last place.
pub fn share(part: &Interval, whole: &Interval) -> Option<Interval> {
    let percent = |one: Fixed, other: Fixed| Some(Fixed::from_decimal(one.share_of(other)?, 2));
    let (low, high) = (percent(part.low?, whole.high?)?, percent(part.high?, whole.low?)?);
    Some(Interval::between(low, high).widened(Fixed::from_decimal(1, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_words::counts;

    fn given(text: &str) -> bool {
        let counts = counts(text);
        let percent = counts.iter().find(|it| it.quantity.unit == Unit::Percent).expect("a percentage");
        is_given(text, percent, &counts, None)
    }

    #[test]
    fn two_of_the_numbers_give_it() {
        for text in [
            "Inköpen blev 68,0 mkr (71,5 mkr), vilket är 85 procent av ramen på 80,0 mkr.",
            "Kören har 30 kvinnor och 10 män, det vill säga 75 procent kvinnor.",
            "Elen kostade 51,5 mkr, 1,5 mkr (3 procent) mer än ramen på 50,0 mkr.",
        ] {
            assert!(given(text), "{text}");
        }
    }

    #[test]
    fn no_two_of_them_do() {
        for text in [
            "Inköpen blev 68,0 mkr (71,5 mkr), vilket är 58 procent av ramen på 80,0 mkr.",
            "Kören har 30 kvinnor och 10 män, det vill säga 57 procent kvinnor.",
            "Av 90 lag kom 40, 85 procent.",
        ] {
            assert!(!given(text), "{text}");
        }
    }
}
