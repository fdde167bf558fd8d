//! What sentences tell of a committee's frame and of what it may invest.

use super::body::ends_body;
use super::of_bodies::changed;
use super::own::{Own, is_year};
use crate::prose::{locate, words};
use crate::seen::Sheet;
use uppsikt_domain::quantity::Hedge;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::figures;

/// Nouns for the frame in sentences.
pub const FRAME_NOUNS: [&str; 12] = [
    "kommunbidraget",
    "kommunbidrag",
    "budgetramen",
    "budgetram",
    "driftramen",
    "nettoramen",
    "ramen",
    "ram",
    "driftanslaget",
    "anslaget",
    "anslag",
    "kommunbidragsram",
];

/// Nouns for what may be invested.
pub const INVESTMENT_NOUNS: [&str; 4] =
    ["investeringsramen", "investeringsram", "investeringsbudgeten", "investeringsbudget"];

/// Words between the noun and its amount that change nothing.
const BETWEEN: [&str; 30] = [
    "är",
    "blir",
    "uppgår",
    "till",
    "på",
    "om",
    "för",
    "år",
    "nämnden",
    "nämndens",
    "från",
    "kommunfullmäktige",
    "fullmäktige",
    "har",
    "fastställts",
    "fastställt",
    "fastställs",
    "beslutats",
    "av",
    "i",
    "budgeten",
    "verksamheten",
    "den",
    "totalt",
    "sammanlagt",
    "som",
    "därmed",
    "tilldelats",
    "styrelsen",
    "enligt",
];

/// Words right before the noun that make it a part of the frame, or another's.
const OTHER: [&str; 15] = [
    "utökade",
    "utökat",
    "utökad",
    "ökade",
    "ökat",
    "ökad",
    "höjda",
    "höjt",
    "höjd",
    "extra",
    "tillfälliga",
    "tillfälligt",
    "minskade",
    "minskat",
    "minskad",
];

/// What sentences tell: "Kommunfullmäktige har tilldelat nämnden en ram på 188,9 mkr för 2031."
pub fn in_sentences(sheet: &Sheet<'_>, year: i32, nouns: &[&str]) -> Vec<Own> {
    let mut found = Vec::new();
    for said in sheet.figures() {
        let sentence = said.sentence;
        let lower = sentence.lower();
        if lower.len() != sentence.len() || !nouns.iter().any(|noun| lower.contains(noun)) {
            continue;
        }
        let of_other_year =
            |text: &str| words(text).iter().any(|word| is_year(word) && *word != year.to_string());
        for figure in figures(sentence) {
            let exact = figure.hedge == Hedge::Exact && figure.quantity.unit.is_money();
            let (Some(before), Some(after)) =
                (lower.get(..figure.range.start), lower.get(figure.range.end..))
            else {
                continue;
            };
            let whole = exact
                && follows_noun(before, nouns)
                && !compares(after)
                && !of_other_year(before)
                && !opens_other_year(after, year);
            let whole = whole && !changed(&lower);
            found.extend(whole.then(|| Own {
                value: figure.quantity.clone(),
                span: locate(sheet.document, said.passage.span, &sentence[figure.range.clone()]),
            }));
        }
    }
    found
}

/// Whether the words before an amount go back to a noun for the frame over nothing that changes it.
fn follows_noun(before: &str, nouns: &[&str]) -> bool {
    let words = words(before);
    let Some(noun) = words.iter().rposition(|word| nouns.contains(&word.as_str())) else { return false };
    let plain = |word: &String| BETWEEN.contains(&word.as_str()) || is_year(word) || ends_body(word);
    let other = noun.checked_sub(1).is_some_and(|at| OTHER.contains(&words[at].as_str()));
    noun + 1 < words.len() && words[noun + 1..].iter().all(plain) && !other && !partial(&words)
}

/// Words that make the frame a part of one, or one that was.
fn partial(words: &[String]) -> bool {
    words.iter().any(|word| {
        ["varav", "därav", "då", "före", "varje", "förra", "föregående", "tidigare", "del"]
            .contains(&word.as_str())
    })
}

/// "52,8 mkr högre än", "2 mkr av".
fn compares(after: &str) -> bool {
    let next = after.split_whitespace().next().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    next.is_some_and(|word| {
        ["högre", "lägre", "mer", "mindre", "större", "av", "extra", "per"].contains(&word)
    })
}

/// "188,9 mkr 2030", "188,9 mkr för 2030" in a document of 2031.
fn opens_other_year(after: &str, year: i32) -> bool {
    let near: Vec<String> = words(after).into_iter().take(3).collect();
    near.iter().any(|word| is_year(word) && *word != year.to_string())
}
