//! "Andelen flickor är 57 procent och andelen pojkar 53 procent": two shares that are the whole.

use crate::amounts::{Off, amounts};
use crate::numbered::Numbered;
use crate::prose::words;
use crate::slip::slip;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Hedge;

/// Two of which everybody is one.
const OPPOSITES: [(&str, &str); 3] = [("kvinnor", "män"), ("flickor", "pojkar"), ("kvinnliga", "manliga")];

/// Words between who and how many, by which all of somewhere are meant.
const PLAIN: [&str; 16] = [
    "är",
    "var",
    "blev",
    "uppgår",
    "uppgick",
    "till",
    "bland",
    "av",
    "i",
    "inom",
    "på",
    "hos",
    "chefer",
    "de",
    "nämndens",
    "kommunens",
];

/// The second of two shares that are not a hundred together.
pub fn complement<'n, 'a>(now: &'n Numbered<'a>) -> Option<Off<'n, 'a>> {
    if now.counts.len() != 2 || !now.sentence.contains("ndelen ") {
        return None;
    }
    let all = amounts(now);
    let [one, other] = all.as_slice() else { return None };
    let percents = [one, other].iter().all(|it| {
        it.found.quantity.unit == uppsikt_domain::quantity::Unit::Percent
            && !it.is_points()
            && it.found.hedge == Hedge::Exact
    });
    let (first, second) =
        (who(one.before())?, who(now.sentence.get(one.found.range.end..other.found.range.start)?)?);
    let opposite = OPPOSITES.iter().any(|(a, b)| [*a, *b] == [first, second] || [*b, *a] == [first, second]);
    let hundred = Fixed::whole(HUNDRED);
    let sum = one.interval().plus(&other.interval());
    let right = other.printed_as(hundred - one.value());
    let slipped = slip(other.found.quantity.mantissa, right.mantissa).is_some();
    let off = percents && opposite && !sum.holds(hundred) && slipped;
    off.then(|| Off { said: now, found: other.found.clone(), right })
}

/// All of a whole, in per cent.
const HUNDRED: i64 = 100;

/// "Andelen kvinnor bland cheferna är": whose share follows, where nothing but where they are is said of them.
fn who(before: &str) -> Option<&'static str> {
    let told = words(before);
    let at = told.iter().rposition(|word| word == "andelen")?;
    let named = told.get(at + 1)?;
    let who = OPPOSITES.iter().flat_map(|(a, b)| [*a, *b]).find(|own| own == named)?;
    let placed = |word: &String| {
        PLAIN.contains(&word.as_str()) || word.ends_with("na") || word.ends_with("en") || word.ends_with("et")
    };
    told[at + 2..].iter().all(placed).then_some(who)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::of_text;

    fn right(text: &str) -> Option<String> {
        of_text(text).iter().find_map(complement).map(|off| off.right.plain())
    }

    #[test]
    fn two_shares_of_everybody_are_a_hundred() {
        let wrong = "Andelen kvinnor bland lärarna är 71 procent och andelen män 39 procent.";
        assert_eq!(right(wrong).as_deref(), Some("29"));
        for sound in [
            "Andelen kvinnor bland lärarna är 71 procent och andelen män 29 procent.",
            "Andelen kvinnor med heltid är 71 procent och andelen män 39 procent.",
            "Andelen kvinnor som är nöjda är 71 procent och andelen män 39 procent.",
        ] {
            assert_eq!(right(sound), None, "{sound}");
        }
    }
}
