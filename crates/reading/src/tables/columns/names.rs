//! Columns that are named by words of their own, each with its year or its day: "Kommunen 2031-08-31
//! Koncernen 2031-08-31".

use super::{HeadWord, bare, opens_with_unit};
use crate::tables::tail::is_period;
use uppsikt_text::figure;

/// Between a column's name and its year stand so many words at most.
const MOST_NAMED: usize = 3;

/// "Koncernen aug 2031" beside "Kommunen aug 2031": a word with a capital that has a day or a year of
/// its own, and so has the other.
pub(super) fn names_own(words: &[HeadWord], at: usize) -> bool {
    let opens = |word: &HeadWord| word.text.starts_with(char::is_uppercase);
    let dated = |at: usize| {
        let rest = words.iter().skip(at + 1).take_while(|word| !opens(word)).take(MOST_NAMED);
        opens(&words[at]) && rest.into_iter().any(|word| is_period(bare(&word.text)))
    };
    dated(at) && (1..words.len()).any(|other| other != at && dated(other))
}

/// "Miljoner kronor Kommunen 2031-08-31 Koncernen 2031-08-31": a unit, and names with a day or a year each.
pub(crate) fn names_units(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
    let days = words.iter().filter(|word| is_period(bare(word))).count();
    let unit = opens_with_unit(text)
        || words.get(1).is_some_and(|second| figure::unit(&format!("{} {second}", words[0])).is_some());
    unit && names >= 1 && days >= names
}
