//! Amounts that are told of each of some: "4,0 mkr vardera", "två områden om 3,0 mkr", "2,5 mkr per styck".

use crate::how_many::number;
use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::prose::Found;

/// Words right after an amount of each.
const AFTER: [&str; 6] = ["var", "vardera", "styck", "per", "stycket", "st"];
/// What leads from some things to the amount of each of them.
const JOINTS: [&str; 5] = ["om", "med", "på", "à", "för"];
/// Words before a mean, or before what each of some has.
const MEANS: [&str; 3] = ["snitt", "genomsnitt", "medeltal"];

/// Whether an amount is that of each of some, and so no part of a whole by itself.
pub fn is_each(sentence: &str, found: &Found) -> bool {
    let (Some(before), Some(after)) = (sentence.get(..found.range.start), sentence.get(found.range.end..))
    else {
        return false;
    };
    let (before, after) = (words(before), words(after));
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let counted = found.quantity.unit == Unit::None;
    // "24 platser på varje": the noun of a count stands between.
    let after = after.get(usize::from(counted)..).unwrap_or_default();
    is_told_after(after) || is_told_before(&before)
}

fn is_told_after(after: &[&str]) -> bool {
    match after {
        [first, ..] if AFTER.contains(first) => true,
        ["i", mean, ..] if MEANS.contains(mean) => true,
        [_, "var" | "vart" | "varje", ..] => true,
        ["i", many, "av", ..] => number(many).is_some_and(|many| many > 1),
        _ => false,
    }
}

/// "två områden om", "de fyra skolorna med", "à", "i snitt".
fn is_told_before(before: &[String]) -> bool {
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    match before.as_slice() {
        [.., "à"] => true,
        [.., mean] if MEANS.contains(mean) => true,
        [.., many, _, joint] if JOINTS.contains(joint) => number(many).is_some_and(|many| many > 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_words::counts;

    fn told(sentence: &str) -> Vec<bool> {
        counts(sentence).iter().map(|found| is_each(sentence, found)).collect()
    }

    #[test]
    fn amounts_of_each_are_known_by_the_words_beside_them() {
        for (sentence, each) in [
            ("Två gårdar får 4,0 mkr vardera och staben 2,0 mkr.", &[true, false][..]),
            ("Medlen går till två områden om 3,0 mkr och ett om 1,5 mkr.", &[true, false]),
            ("Fyra bussar kostar 2,5 mkr per styck och depån 3,0 mkr.", &[true, false]),
            ("Det finns 48 platser, med 24 platser på varje gård.", &[false, true]),
            ("Huset har 42 lägenheter, med 12 lägenheter i två av dem.", &[false, true]),
            ("Norr får 4,0 mkr och söder 2,0 mkr.", &[false, false]),
        ] {
            assert_eq!(told(sentence), each, "{sentence}");
        }
    }
}
