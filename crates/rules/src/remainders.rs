//! What is told to be left of a whole when a part of it is taken: "Av de 38 hissarna är 21 bytta. Återstående 17 …",
//! "efter ett sparkrav på 0,6 mkr återstår 2,1 mkr".

use crate::amounts::{Amount, Kind, Off, amounts, can_be_nought, is_one_slip, left};
use crate::numbered::{Numbered, noun};
use crate::prose::words;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Hedge;

/// Words right before what is left.
const LEFT: [&str; 9] = [
    "återstående",
    "resterande",
    "kvarvarande",
    "kvarstående",
    "övriga",
    "resten",
    "återstår",
    "kvarstår",
    "återstoden",
];

/// Parts of them, one of which stands in every sentence that tells what is left.
const TELLS: [&str; 6] = ["terst", "esterande", "varvarande", "varst", "vriga", "esten"];

/// So many amounts before what is left are read at most.
const MOST: usize = 4;

/// What is left, where the whole and its part leave something else.
pub fn off<'n, 'a>(now: &'n Numbered<'a>, before: Option<&'n Numbered<'a>>) -> Option<Off<'n, 'a>> {
    // Most sentences tell of nothing that is left.
    if !TELLS.iter().any(|part| now.sentence.contains(part)) {
        return None;
    }
    let own = amounts(now);
    let at = own.iter().position(|it| is_left(it))?;
    let rest = own[at];
    let earlier: Vec<Amount<'n>> = before.map(amounts).unwrap_or_default();
    let told: Vec<Amount<'n>> = earlier
        .iter()
        .chain(&own[..at])
        .filter(|it| it.kind == rest.kind && it.kind != Kind::Percent)
        .copied()
        .collect();
    let sound =
        told.iter().chain([&rest]).all(|it| it.found.hedge == Hedge::Exact && it.found.quantity.mantissa > 0);
    if !sound || told.len() < 2 || told.len() > MOST || is_given(&told, &rest) {
        return None;
    }
    let (whole, part) = deducted(&told, now)?;
    let terms = [(1, &whole), (-1, &part), (-1, &rest)];
    let right = whole.value() - part.value();
    let near = right > rest.value().divided_down(3) && right < rest.value().times(3);
    let sure = told.len() == 2 && is_of(&whole, &part, &rest) || is_deducted(now, &part);
    let off = near && !can_be_nought(&terms) && (sure || told.len() == 2 && is_one_slip(&terms));
    off.then(|| Off { said: now, found: rest.found.clone(), right: rest.printed_as(right) })
}

/// "återstående 17 hissar", "resten, 11 mkr,".
fn is_left(amount: &Amount<'_>) -> bool {
    let before = words(amount.before());
    before.iter().rev().take(2).any(|word| LEFT.contains(&word.as_str()))
}

/// Whether sums and differences of the amounts before give what is left.
fn is_given(told: &[Amount<'_>], rest: &Amount<'_>) -> bool {
    const SIGNS: [i64; 3] = [1, 0, -1];
    let all = SIGNS.len().pow(u32::try_from(told.len()).unwrap_or(0));
    (0..all).any(|mut choice| {
        let mut terms = vec![(-1, rest)];
        for amount in told {
            terms.push((SIGNS[choice % SIGNS.len()], amount));
            choice /= SIGNS.len();
        }
        terms.retain(|(sign, _)| *sign != 0);
        left(&terms) == Fixed::ZERO || terms.len() > 2 && can_be_nought(&terms)
    })
}

/// The whole and what is taken of it: the two that are told, or the last one and what "efter" names.
fn deducted<'n>(told: &[Amount<'n>], now: &Numbered<'_>) -> Option<(Amount<'n>, Amount<'n>)> {
    let (part, rest) = told.split_last()?;
    match rest {
        [whole] if whole.value() > part.value() => Some((*whole, *part)),
        [whole] => Some((*part, *whole)),
        [.., last] if is_deducted(now, part) => Some((*last, *part)),
        _ => None,
    }
}

/// "Efter ett sparkrav på 0,6 mkr återstår".
fn is_deducted(now: &Numbered<'_>, part: &Amount<'_>) -> bool {
    let opens = now.sentence.starts_with("Efter ") && std::ptr::eq(part.sentence, now.sentence);
    let next = words(part.after());
    opens
        && words(part.before()).len() < 8
        && next.first().is_some_and(|word| word == "återstår" || word == "kvarstår")
}

/// "Av de 38 hissarna", "bland": the part is told of the whole, and what is left is called as one of them.
fn is_of(whole: &Amount<'_>, part: &Amount<'_>, rest: &Amount<'_>) -> bool {
    let told = words(whole.before());
    let of = told.iter().rev().take(5).any(|word| ["av", "bland", "varav"].contains(&word.as_str()));
    let named = |amount: &Amount<'_>| noun(amount.sentence, amount.found);
    let akin = |one: Option<String>, other: Option<String>| match (one, other) {
        (Some(one), Some(other)) => one.chars().take(4).eq(other.chars().take(4)),
        _ => true,
    };
    let same = rest.kind != Kind::Count || akin(named(whole), named(rest)) || akin(named(part), named(rest));
    of && same && left(&[(1, whole)]) > left(&[(1, part)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn right(text: &str) -> Option<String> {
        let all = of_text(text);
        in_turn(&all).find_map(|(now, before)| off(now, before)).map(|off| off.right.plain())
    }

    #[test]
    fn what_is_left_is_the_whole_without_its_part() {
        for (text, rest) in [
            ("Av stadens 56 broar är 31 (55 procent) lagade. Återstående 35 broar lagas 2027.", "25"),
            ("Av ramen på 64,0 mkr har 41,5 mkr använts. Resterande 25,2 mkr förs över.", "22.5"),
            (
                "Kompensationen är 3,1 procent av 90,0 mkr, alltså 2,8 mkr. Efter ett sparkrav på 0,9 mkr återstår 2,9 mkr.",
                "1.9",
            ),
        ] {
            assert_eq!(right(text).as_deref(), Some(rest), "{text}");
        }
    }

    #[test]
    fn what_fits_or_has_other_parts_is_left_alone() {
        for text in [
            "Av stadens 56 broar är 31 (55 procent) lagade. Återstående 25 broar lagas 2027.",
            "Av ramen på 64,0 mkr har 41,5 mkr använts och 5,2 mkr lånats ut. Resterande 17,3 mkr förs över.",
            "Nämnden har 56 broar och 31 parker. Övriga 12 anläggningar är nya.",
            "En tredjedel av 9 mkr är löner. Resten, 6 mkr, är hyror.",
        ] {
            assert_eq!(right(text), None, "{text}");
        }
    }
}
