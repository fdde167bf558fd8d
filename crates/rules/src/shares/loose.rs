//! A share in brackets or between commas after its part and whole, whatever else stands between: "1 104 av stadens
//! 1 380 barn i åldern 3–5 (80 procent)", "Av 618 boende har knappt hälften, 296 personer, …".

use super::{Printed, Share};
use crate::amounts::{Amount, Kind, amounts};
use crate::fractions::fraction;
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_text::prose::Found;

/// So many words stand at most from "av" to the whole, and from the whole to the share.
const NEAR: usize = 9;

/// The share of a sentence that has one.
pub fn share(now: &Numbered<'_>) -> Option<Share> {
    // Most sentences have no whole.
    if !(now.sentence.contains(" av ") || now.sentence.starts_with("Av ")) || now.counts.len() < 2 {
        return None;
    }
    let all = amounts(now);
    let mut percents = (0..all.len()).filter(|at| all[*at].kind == Kind::Percent);
    match (percents.next(), percents.next()) {
        (Some(at), None) if at >= 2 => beside(&all[at - 2], &all[at - 1], &all[at]),
        (None, _) => in_words(now, &all),
        _ => None,
    }
}

/// "360 av länets 1 200 lotsar i reserven, 30 procent,".
fn beside(part: &Amount<'_>, whole: &Amount<'_>, share: &Amount<'_>) -> Option<Share> {
    let of = words(gap(part, whole));
    let joint = gap(whole, share);
    let is_of = of.iter().position(|word| word == "av").is_some_and(|at| at < 3 && of.len() - at <= 4);
    let after = share.after();
    let (inner, marked) = match joint.trim_end().strip_suffix(['(', ',']) {
        Some(inner) if joint.trim_end().ends_with('(') => (inner, after.starts_with(')')),
        Some(inner) => (inner, after.starts_with(',')),
        None => return None,
    };
    let tight = !inner.contains([',', ';', '(', ':', '.']) && words(inner).len() <= NEAR;
    let alike = part.kind == whole.kind && part.kind != Kind::Percent && part.value() < whole.value();
    let fits = is_of
        && !gap(part, whole).contains([',', ';', '('])
        && marked
        && tight
        && alike
        && is_clear(part, whole, share);
    let exact = |it: &Amount<'_>| Found { hedge: Hedge::Exact, ..it.found.clone() };
    fits.then(|| Share {
        part: exact(part),
        whole: exact(whole),
        printed: Printed::Percent(share.found.clone()),
    })
}

/// The words between two amounts of a sentence.
fn gap<'n>(from: &Amount<'n>, to: &Amount<'n>) -> &'n str {
    from.sentence.get(from.found.range.end..to.found.range.start).unwrap_or_default()
}

/// Whether hedges do not matter: there are none, or the share is off by more than a tenth of it.
fn is_clear(part: &Amount<'_>, whole: &Amount<'_>, share: &Amount<'_>) -> bool {
    let exact = [part, whole].iter().all(|it| it.found.hedge == Hedge::Exact);
    let right = part.value().share_of(whole.value()).map(|right| Fixed::from_decimal(right, 2));
    exact || right.is_some_and(|right| (right - share.value()).abs().times(10) > right)
}

/// "Av 618 boende har knappt hälften, 296 personer,".
fn in_words(now: &Numbered<'_>, all: &[Amount<'_>]) -> Option<Share> {
    let [whole, part] = all else { return None };
    let told = fraction(now.sentence)?;
    let opening = words(whole.before());
    let of = opening.first().is_some_and(|word| word == "av") && opening.len() <= 3;
    let between = now.sentence.get(told.range.end..part.found.range.start)?;
    let apposed = words(between).is_empty() && between.contains([',', '(']);
    let after = part.after();
    let closed = after.find([',', ')']).is_some_and(|at| words(&after[..at]).len() <= 1);
    let placed = whole.found.range.end <= told.range.start && apposed && closed;
    let sound = whole.kind == part.kind && positive(&part.found.quantity) && part.value() < whole.value();
    (of && placed && sound).then(|| Share {
        part: part.found.clone(),
        whole: whole.found.clone(),
        printed: Printed::Words(told),
    })
}

fn positive(quantity: &Quantity) -> bool {
    quantity.mantissa > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::of_text;

    fn told(text: &str) -> Option<(String, String)> {
        let share = of_text(text).iter().find_map(share)?;
        Some((share.part.quantity.plain(), share.whole.quantity.plain()))
    }

    #[test]
    fn shares_beside_their_part_and_whole_are_read() {
        for text in [
            "Totalt 840 av stadens 1 200 elever i årskurs 4–6 (65 procent) svarade.",
            "I år valde 840 av länets 1 200 ungdomar över 16 år, 65 procent, teknik.",
            "Av skolans 1 200 elever har knappt hälften, 840 stycken, busskort.",
        ] {
            assert_eq!(told(text), Some(("840".to_owned(), "1200".to_owned())), "{text}");
        }
    }

    #[test]
    fn shares_of_something_else_are_left_alone() {
        for text in [
            "Totalt svarade 840 av 1 200 elever, och av dem var 65 procent nöjda.",
            "Av skolans 1 200 elever har hälften busskort och 840 cykel.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
