//! The words by which headings and rows are known as wholes, and as what wholes are made of.

use crate::prose::words;
use uppsikt_text::case::Lower;

/// What a whole is called by its first or last word.
const WHOLES: [&str; 11] = [
    "totalt",
    "total",
    "totala",
    "summa",
    "s:a",
    "sammanlagt",
    "tillsammans",
    "alla",
    "samtliga",
    "båda",
    "hela",
];
const SEXES: [&str; 8] = ["kvinnor", "män", "flickor", "pojkar", "kvinna", "man", "tjejer", "killar"];
const INCOME: [&str; 4] = ["intäkter", "inkomster", "intäkt", "bruttointäkter"];
const COSTS: [&str; 4] = ["kostnader", "utgifter", "kostnad", "bruttokostnader"];
const NETS: [&str; 5] = ["netto", "nettokostnad", "nettokostnader", "resultat", "nettobudget"];

/// Parts of what rows are called that come to what the rows above them add up to.
const RESULTS: [&str; 18] = [
    "medel före",
    "medel från",
    "balanskravsresultat",
    "efter balanskravsjustering",
    "kassaflöde",
    "nettokostnad",
    "verksamhetens resultat",
    "årets resultat",
    "periodens resultat",
    "resultat efter",
    "resultat före",
    "rörelseresultat",
    "bruttoresultat",
    "medel vid årets slut",
    "medel vid periodens slut",
    "nettoinvestering",
    "nettobudget",
    "nettoram",
];

/// What rows begin with that add to a result or take from it, whatever else they are called.
const MOVED: [&str; 8] = [
    "användning",
    "avgår",
    "återföring",
    "reservering",
    "avsättning",
    "disponering",
    "ianspråktagande",
    "justering",
];

/// Whether a row's name is that of a result of the rows above it; a share of one is none.
pub fn is_result(label: &str) -> bool {
    let label = label.lower();
    if label.contains(['%', '\u{2030}']) || label.contains("procent") || label.starts_with("andel") {
        return false;
    }
    let reserve = label.starts_with("medel") && label.contains("reserv");
    if reserve || MOVED.iter().any(|word| label.starts_with(word)) {
        return false;
    }
    ["netto", "resultat"].contains(&label.as_str()) || RESULTS.iter().any(|part| label.contains(part))
}

/// Whether a row is called the sum of all costs or all income above it, before the one is taken from the other.
pub fn is_gross(label: &str) -> bool {
    let words = words(label);
    let named =
        ["bruttokostnader", "bruttokostnad", "bruttointäkter", "bruttoutgifter", "bruttoinvesteringar"];
    words.first().is_some_and(|word| named.contains(&word.as_str()))
}

/// Whether a row is the sum of all assets.
pub fn is_assets(label: &str) -> bool {
    let label = label.lower();
    label.starts_with("summa tillgångar") || label.starts_with("totala tillgångar")
}

/// Whether a row is the sum of all that assets are paid by.
pub fn is_liabilities(label: &str) -> bool {
    let label = label.lower();
    let sum = label.starts_with("summa") || label.starts_with("totalt");
    sum && label.contains("eget kapital") && label.contains("skulder")
}

/// Whether a heading says that a column is a whole.
pub fn is_whole(heading: &str) -> bool {
    let words = words(heading);
    [words.first(), words.last()].into_iter().flatten().any(|word| WHOLES.contains(&word.as_str()))
}

/// Whether a heading or a label names one of the sexes and nothing else.
pub fn is_sex(text: &str) -> bool {
    let words = words(text);
    let named = words.iter().find(|word| !["varav", "antal", "andel"].contains(&word.as_str()));
    named.is_some_and(|word| SEXES.contains(&word.as_str()))
}

/// Whether a heading is that of income.
pub fn is_income(heading: &str) -> bool {
    starts_with(heading, &INCOME)
}

/// Whether a heading is that of costs.
pub fn is_cost(heading: &str) -> bool {
    starts_with(heading, &COSTS)
}

/// Whether a heading is that of income less costs.
pub fn is_net(heading: &str) -> bool {
    starts_with(heading, &NETS)
}

fn starts_with(heading: &str, list: &[&str]) -> bool {
    words(heading).first().is_some_and(|word| list.contains(&word.as_str()))
}
