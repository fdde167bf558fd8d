//! A level, how far it is from another, and that other: "112 mkr, vilket är 18 mkr lägre än budgeten på
//! 130 mkr".

use super::{between, by, pair};
use crate::in_words::{Direction, FromTo};
use crate::light::is_light;
use crate::numbered::noun;
use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::number_word;
use uppsikt_text::prose::Found;

/// Words of a level that another is set against.
const BASES: [&str; 36] = [
    "budget",
    "budgeten",
    "budgeterade",
    "budgeterat",
    "budgeterad",
    "målet",
    "målvärdet",
    "mål",
    "målvärde",
    "ramen",
    "prognosen",
    "planen",
    "planerade",
    "planerat",
    "beräknade",
    "kommunbidraget",
    "nivån",
    "utfallet",
    "på",
    "om",
    "som",
    "var",
    "är",
    "den",
    "det",
    "de",
    "för",
    "i",
    "året",
    "årets",
    "år",
    "föregående",
    "förra",
    "fjolårets",
    "perioden",
    "hela",
];

/// Words that set one level against another.
pub const THAN: [&str; 10] =
    ["lägre", "högre", "bättre", "sämre", "mer", "mindre", "fler", "färre", "större", "flera"];

/// "112 mkr, vilket är 18 mkr lägre än budgeten på 130 mkr", also with the outcome last.
pub fn against<'f>(sentence: &str, [one, two, three]: [&'f Found; 3]) -> Option<(FromTo, &'f Found)> {
    let than = |amount: &Found, base: &Found| is_than(between(sentence, amount, base));
    let (level, amount, base) = match () {
        () if than(two, three) && is_told_of(between(sentence, one, two)) => (one, two, three),
        () if than(one, two) && is_outcome(between(sentence, two, three)) => (three, one, two),
        () => return None,
    };
    let counted = [level, amount, base].iter().all(|it| it.quantity.unit == Unit::None);
    let mut nouns: Vec<String> = [level, amount, base].iter().filter_map(|it| noun(sentence, it)).collect();
    let timed = nouns.len() == 3 && nouns.iter().all(|noun| noun == "år");
    nouns.retain(|noun| !THAN.contains(&noun.as_str()) && !is_light(noun));
    nouns.dedup();
    let same = !counted || timed || nouns.len() == 1;
    let relative = amount.quantity.unit == Unit::Percent;
    let units = relative
        || amount.quantity.unit == base.quantity.unit
        || amount.quantity.unit.is_money() && base.quantity.unit.is_money()
        || by(sentence, amount).points;
    let levels = pair(base, level).filter(|_| same && units)?;
    let direction = way_of(between(sentence, amount, if std::ptr::eq(amount, one) { two } else { three }));
    Some((FromTo { direction, ..levels }, amount))
}

/// "mkr lägre än budgeten på", "lägre än genomsnittet i jämförbara kommuner på": how one is set against the other.
fn is_than(between: &str) -> bool {
    let told = words(between);
    let Some(at) = told.iter().take(2).position(|word| THAN.contains(&word.as_str())) else { return false };
    let rest = &told[at + 1..];
    let known = |word: &String| {
        const SINCE: [&str; 5] = ["sedan", "då", "när", "låg", "fanns"];
        [&BASES[..], &SINCE].iter().any(|all| all.contains(&word.as_str()))
            || word.len() == 4 && word.starts_with("20")
            || number_word::parse(word).is_some()
    };
    let named = rest.last().is_some_and(|word| word == "på" || word == "om");
    rest.first().is_some_and(|word| word == "än")
        && rest.len() <= 8
        && (named || rest[1..].iter().all(known))
        && !between.contains([',', ';', '('])
}

/// The way that a level is told to be from what it is set against.
fn way_of(between: &str) -> Option<Direction> {
    const UP: [&str; 4] = ["högre", "mer", "fler", "flera"];
    const DOWN: [&str; 3] = ["lägre", "mindre", "färre"];
    let told = words(between);
    let than = told.iter().take(2).find(|word| THAN.contains(&word.as_str()))?;
    match than.as_str() {
        word if UP.contains(&word) => Some(Direction::Up),
        word if DOWN.contains(&word) => Some(Direction::Down),
        _ => None,
    }
}

/// "platser, vilket är": the level and how far it is from another are told at once.
fn is_told_of(between: &str) -> bool {
    const LAST: [&str; 8] = ["är", "var", "blev", "blir", "alltså", "säga", "dvs", "ligger"];
    let told = words(between);
    let marked = between.trim_end().ends_with([',', '(', '\u{2013}']);
    told.len() <= 5
        && (marked && told.len() <= 2 || told.last().is_some_and(|word| LAST.contains(&word.as_str())))
}

/// ", alltså", " och blev": the level is told after what it is set against.
fn is_outcome(between: &str) -> bool {
    const LAST: [&str; 5] = ["alltså", "säga", "dvs", "blev", "blir"];
    let told = words(between);
    let comes_to = matches!(told.as_slice(), [.., come, to] if come.starts_with("uppg") && to == "till");
    told.len() <= 4 && (comes_to || told.last().is_some_and(|word| LAST.contains(&word.as_str())))
}
