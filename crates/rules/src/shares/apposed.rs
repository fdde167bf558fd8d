//! A share, the whole that it is of and the part beside them, in whatever order: "av de 66 000 besöken
//! gjordes två tredjedelar, eller 44 000, av barn", "drygt 30 procent av de 1 150 svarande, 356 personer".

use super::{Printed, Share, is_of};
use crate::fractions::fraction;
use crate::prose::words;
use std::ops::Range;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// Words between a part and the share that is said of it once more.
const SAME: &str = "eller alltså dvs det vill säga är motsvarande motsvarar vilket ungefär cirka ca drygt knappt nästan närmare";

/// So many words at most stand between "av" and the whole.
const NEAR: usize = 3;

/// The share of a sentence with one share, one whole and one part.
pub fn share(sentence: &str, counts: &[Found]) -> Option<Share> {
    // Most sentences have no whole.
    if !(2..4).contains(&counts.len()) || !(sentence.contains("av ") || sentence.starts_with("Av ")) {
        return None;
    }
    let (printed, rest) = match counts {
        [_, _] => (Printed::Words(fraction(sentence)?), counts.iter().collect::<Vec<_>>()),
        [_, _, _] => {
            let mut percents = counts.iter().filter(|it| it.quantity.unit == Unit::Percent);
            let share = percents.next().filter(|_| percents.next().is_none())?;
            (Printed::Percent(share.clone()), counts.iter().filter(|it| !std::ptr::eq(*it, share)).collect())
        }
        _ => return None,
    };
    let [one, other] = rest.as_slice() else { return None };
    let of = |found: &Found| is_whole(sentence, found, &printed.range());
    let (part, whole) = match (of(one), of(other)) {
        (true, false) => (*other, *one),
        (false, true) => (*one, *other),
        _ => return None,
    };
    let share = Share { part: part.clone(), whole: whole.clone(), printed };
    let beside = is_beside(sentence, &part.range, &share.printed.range());
    let apart = follows(sentence, part, whole);
    (beside || apart && is_near(&share)).then_some(share)
}

/// Whether "av" stands right before a number, or "av" and who.
fn is_whole(sentence: &str, found: &Found, share: &Range<usize>) -> bool {
    let from = if share.end <= found.range.start { share.end } else { 0 };
    let before = sentence[from..found.range.start].trim();
    let last = before.rsplit([',', ';', '(']).next().unwrap_or(before);
    let at = last.lower().rfind("av ").filter(|at| *at == 0 || last[..*at].ends_with(' '));
    let opening = at.and_then(|at| last.get(at..)).unwrap_or(last).lower();
    is_of(&opening) || words(&opening).len() <= NEAR && opening.starts_with("av ")
}

/// "310, det vill säga en femtedel", "hälften, eller 44 000": nothing between but words for the same.
fn is_beside(sentence: &str, one: &Range<usize>, other: &Range<usize>) -> bool {
    let (first, second) = if one.start < other.start { (one, other) } else { (other, one) };
    let Some(between) = sentence.get(first.end..second.start) else { return false };
    let told = words(between);
    told.iter().all(|word| is_same(word)) && between.contains([',', '(', '\u{2013}'])
}

fn is_same(word: &str) -> bool {
    SAME.split_ascii_whitespace().any(|own| own == word)
}

/// "…, 160 personer,": the part follows on the whole after a mark, and a mark or a verb on it.
fn follows(sentence: &str, part: &Found, whole: &Found) -> bool {
    let Some(between) = sentence.get(whole.range.end..part.range.start) else { return false };
    let last = between.rsplit(',').next().unwrap_or_default();
    between.contains(',') && words(last).iter().all(|word| is_same(word))
}

/// Whether the share is near what the part is of the whole: another is of something else.
fn is_near(share: &Share) -> bool {
    let kronor = |found: &Found| found.quantity.value().times(found.quantity.unit.kronor().unwrap_or(1));
    let Some(right) = kronor(&share.part).share_of(kronor(&share.whole)) else { return false };
    let said = match &share.printed {
        Printed::Percent(found) => found.quantity.value().rounded(2),
        Printed::Words(fraction) => fraction.share,
    };
    let (right, said) = (Fixed::from_decimal(right, 2), Fixed::from_decimal(said, 2));
    (right - said).abs().times(3) < right
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_words::counts;

    fn told(text: &str) -> Option<(String, String)> {
        let share = share(text, &counts(text))?;
        Some((share.part.quantity.plain(), share.whole.quantity.plain()))
    }

    #[test]
    fn the_three_stand_in_any_order() {
        for (text, part, whole) in [
            ("Av nämndens 840 anställda arbetar 210, det vill säga en femtedel, kvällstid.", "210", "840"),
            ("Tre fjärdedelar av de 120 svarande, 80 personer, bor i tätorten.", "80", "120"),
            ("Av årets 9 000 lån gjordes hälften, eller 6 000, via nätet.", "6000", "9000"),
            ("Knappt 30 procent av de 500 svarande, eller 156 personer, är nöjda.", "156", "500"),
        ] {
            assert_eq!(told(text), Some((part.to_owned(), whole.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_no_part_beside_its_share_is_left_alone() {
        for text in [
            "Hälften av de 240 medarbetarna slutade, 30 personer på egen begäran.",
            "Av 90 barn deltog 40, och hälften av dem badade.",
            "En tredjedel av de 90 barnen äter frukost, och 40 äter middag.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
