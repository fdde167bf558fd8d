//! What a figure counts, said before it: "Antalet elever var 1 184, att jämföra med 1 203", "61 284 invånare,
//! 312 fler än året innan".

use super::is_counted;
use crate::book::folded;
use crate::chunks::is_one_of;
use std::ops::Range;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::{figure, prose};

/// The word that says that something is counted.
const NUMBER_OF: &str = "antalet ";
/// Words right before the number itself, and those before one that it is compared with.
const SAYS: &str = "var är blev utgjorde";
const REACHES: &str = "uppgick uppgår uppgå ökade ökat steg minskade minskat sjönk";
const COMPARES: &str = "jämföra jämfört jämförelse";
/// Words that may follow a number that counts nothing else.
const FOLLOWS: &str = "under mellan senast och jämfört vilket sedan per på i den vid att mot som medan samt";

/// A figure that the words before it say the unit of; `last`: the figure before.
pub(super) fn said_before(
    text: &str,
    found: &prose::Found,
    last: Option<&prose::Found>,
    counted: &[String],
) -> Option<prose::Found> {
    let printed = &text[found.range.clone()];
    let bare = found.quantity.unit == Unit::None && !crate::tables::tail::is_year(printed);
    if !bare || printed.starts_with('0') {
        return None;
    }
    let unit = number_of(text, &found.range, counted).or_else(|| more_of(text, &found.range, last?));
    let Quantity { mantissa, decimals, .. } = found.quantity;
    Some(prose::Found { quantity: Quantity::new(mantissa, decimals, unit?), ..found.clone() })
}

/// "Antalet elever i skolan var 1 184": what the sentence says the number is of.
fn number_of(text: &str, figure: &Range<usize>, counted: &[String]) -> Option<Unit> {
    let sentence = sentence_before(text, figure.start);
    let lower = sentence.to_lowercase();
    let at = lower.rfind(NUMBER_OF)? + NUMBER_OF.len();
    let word = lower.get(at..)?.split(|c: char| !c.is_alphabetic()).next()?;
    let unit = figure::unit(word).or_else(|| is_counted(word, counted).then(|| Unit::Other(word.to_owned())));
    let words: Vec<&str> = lower.split_whitespace().collect();
    let before = |back: usize| words.len().checked_sub(back).map_or("", |at| words[at]);
    let says = is_one_of(before(1), SAYS)
        || (before(1) == "till" && is_one_of(before(2), REACHES))
        || (before(1) == "med" && is_one_of(before(2), COMPARES));
    unit.filter(|_| says && ends(&text[figure.end..]))
}

/// "312 fler än året innan": more of what the figure before in the sentence counts.
fn more_of(text: &str, figure: &Range<usize>, last: &prose::Found) -> Option<Unit> {
    let next = text[figure.end..].trim_start().split(|c: char| !c.is_alphabetic()).next()?;
    let more = matches!(next, "fler" | "färre");
    let counts = matches!(last.quantity.unit, Unit::Other(_) | Unit::FullTimeEquivalents);
    let same = sentence_before(text, figure.start).len() >= figure.start - last.range.start;
    (more && counts && same).then(|| last.quantity.unit.clone())
}

/// The words of a sentence before a place.
fn sentence_before(text: &str, at: usize) -> &str {
    let before = &text[..at];
    let start = [". ", "! ", "? "].iter().filter_map(|end| before.rfind(end).map(|at| at + end.len())).max();
    &before[start.unwrap_or(0)..]
}

/// Whether nothing that a figure could count stands right after it.
fn ends(rest: &str) -> bool {
    let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    rest.trim().is_empty() || rest.starts_with([',', ';', ')', '.']) || is_one_of(&folded(word), FOLLOWS)
}

#[cfg(test)]
mod tests {
    use crate::joined::Joined;
    use crate::prose::figures;
    use crate::source::Source;
    use crate::style::HouseStyle;

    fn read(text: &str) -> Vec<(String, String)> {
        let source = Source::new(text);
        let words = HouseStyle::standard().prose.counted;
        let found = figures(&Joined::line(&source, 0), &source, &words).into_iter();
        found.map(|it| (it.text, it.quantity.unit.code().to_owned())).collect()
    }

    fn pair(text: &str, unit: &str) -> (String, String) {
        (text.to_owned(), unit.to_owned())
    }

    #[test]
    fn what_the_number_is_of_may_stand_before_it() {
        assert_eq!(
            read(
                "Antalet elever i simskolan var 1 305 den 31 augusti, att jämföra med 1 410 vid samma tid 2030."
            ),
            [pair("1 305", "elever"), pair("1 410", "elever")]
        );
        assert_eq!(read("Antalet årsarbetare var 4 107,5."), [pair("4 107,5", "årsarbetare")]);
        assert_eq!(read("Antalet besök uppgick till 84 000 under 2031."), [pair("84 000", "besök")]);
        assert_eq!(
            read("Kommunen hade 61 300 invånare, 312 fler än året innan."),
            [pair("61 300 invånare", "invånare"), pair("312", "invånare")]
        );
        assert_eq!(read("Kommunen bytte 1 200 gatljus."), [pair("1 200 gatljus", "gatljus")]);
    }

    #[test]
    fn a_number_of_something_else_counts_nothing_here() {
        for text in [
            "Antalet elever var 3 gånger så stort.",
            "Antalet elever var störst 2031.",
            "Antalet brister var 12.",
            "Det gällde punkt 4. Antalet var stort, 12 fler än väntat.",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
