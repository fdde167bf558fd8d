//! Whose result a sentence tells: that of the whole document's body, or that of somebody named.

use crate::lines::words as printed_words;
use crate::prose::words;
use crate::told::Context;
use uppsikt_text::stem::stem;

/// What tells of the whole, by its stems.
const WHOLE: [&str; 26] = [
    "nämnd",
    "styrels",
    "förvaltning",
    "kommun",
    "stad",
    "region",
    "bolag",
    "verksam",
    "ekonomi",
    "resultat",
    "utfall",
    "prognos",
    "helårsprognos",
    "årsprognos",
    "bokslut",
    "år",
    "period",
    "tertial",
    "delår",
    "halvår",
    "avvik",
    "budgetavvik",
    "underskot",
    "överskot",
    "budget",
    "nettokostnad",
];
/// Definite forms, and what is theirs.
const DEFINITE: [&str; 9] = ["an", "en", "et", "na", "ans", "ens", "ets", "nas", "rna"];
/// What stands before the part that a sentence tells of.
const WITHIN: [&str; 4] = ["inom", "för", "hos", "på"];
/// Shorter words are of no one.
const SHORTEST: usize = 6;

/// Whether the words before an amount name somebody other than the document's body: a unit, an activity or
/// another committee.
pub fn is_of_another(before: &str, context: Option<&Context<'_>>) -> bool {
    let printed = printed_words(before);
    let bare: Vec<String> = printed.iter().flat_map(|(_, word)| words(word)).collect();
    let names = |word: &String| is_definite(word) && !is_whole(word, context);
    let opens = bare.first().is_some_and(names);
    let within = bare.windows(2).any(|pair| WITHIN.contains(&pair[0].as_str()) && names(&pair[1]));
    let owner = bare.iter().rev().nth(1).filter(|word| word.ends_with('s')).is_some_and(names);
    opens || within || owner
}

fn is_definite(word: &str) -> bool {
    word.chars().count() >= SHORTEST && DEFINITE.iter().any(|ending| word.ends_with(ending))
}

fn is_whole(word: &str, context: Option<&Context<'_>>) -> bool {
    let stem = stem(word);
    let of_body = |context: &Context<'_>| context.body.contains(&stem);
    WHOLE.iter().any(|whole| stem == *whole || word.starts_with(whole) && whole.len() > SHORTEST)
        || context.is_some_and(of_body)
}
