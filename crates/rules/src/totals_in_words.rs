//! Totals whose parts stand in another sentence or before them: "Planen är på 34 mkr. Den omfattar
//! …, 18 mkr, …, 9,5 mkr, och …, 6,5 mkr", "…, sammanlagt 19,4 mkr", "Tillsammans ger det 1 000 tkr".

use crate::each::is_each;
use crate::how_many::number;
use crate::in_words::way;
use crate::light::first_new;
use crate::prose::{Passage, Said, words};
use uppsikt_text::prose::{Found, figures};
use uppsikt_text::sentence::sentences;

/// A total and its parts.
pub type Total = (Found, Vec<Found>);

/// Words that make an amount something else than a part of a total.
const OTHERWISE: [&str; 12] = [
    "än",
    "jämfört",
    "högre",
    "lägre",
    "vardera",
    "per",
    "årligen",
    "varav",
    "intäkter",
    "intäkterna",
    "netto",
    "återstår",
];

/// Words before a total.
const TOTALS: [&str; 4] = ["sammanlagt", "totalt", "tillsammans", "sammantaget"];

fn is_plain(sentence: &str) -> bool {
    !words(sentence).iter().any(|word| OTHERWISE.contains(&word.as_str())) && !tells_each(sentence)
}

/// Whether some amount of a text is that of each of some.
fn tells_each(text: &str) -> bool {
    figures(text).iter().any(|found| is_each(text, found))
}

fn are_money(found: &[Found]) -> bool {
    found.iter().all(|it| it.quantity.unit.is_money())
}

/// "Den omfattar …, 18 mkr, …, 9,5 mkr, och …, 6,5 mkr": all of what the sentence before tells.
pub fn listed_next(said: &Said<'_>, before: &Said<'_>) -> Option<Total> {
    if said.figures.len() < 2 {
        return None;
    }
    let words = words(said.sentence);
    let [first, second, ..] = words.as_slice() else { return None };
    let opens = ["den", "det", "de", "planen", "åtgärderna"].contains(&first.as_str())
        && ["omfattar", "består", "fördelas", "fördelar"].contains(&second.as_str());
    let [whole] = before.figures.as_slice() else { return None };
    let one_by_one = are_money(&said.figures) && whole.quantity.unit.is_money();
    (opens && one_by_one && is_plain(said.sentence)).then(|| (whole.clone(), said.figures.clone()))
}

/// "5,1 mkr för volymer, 12,3 mkr för löner samt 2,0 mkr för kvällar, sammanlagt 19,4 mkr".
pub fn total_last(said: &Said<'_>) -> Option<Total> {
    let (whole, parts) = said.figures.split_last().filter(|(_, parts)| parts.len() > 1)?;
    if !TOTALS.iter().any(|word| said.sentence.contains(word)) {
        return None;
    }
    let before = words(&said.sentence[..whole.range.start]);
    let [.., last_but_one, last] = before.as_slice() else { return None };
    let total = TOTALS.contains(&last.as_str()) && last_but_one != "av";
    let changes = before.iter().filter(|word| way(word).is_some()).count();
    let sound = are_money(&said.figures) && is_plain(said.sentence) && changes < 2;
    (total && sound).then(|| (whole.clone(), parts.to_vec()))
}

/// "Totalt blir det −2,4 mkr", "den ackumulerade minskningen är därmed 9,5 mkr": the total of the sentence before.
pub fn total_next(said: &Said<'_>, before: &Said<'_>) -> Option<Total> {
    let [whole] = said.figures.as_slice() else { return None };
    if before.figures.len() < 3 {
        return None;
    }
    let told = words(&said.sentence[..whole.range.start]);
    let opens = told.first().is_some_and(|word| TOTALS.contains(&word.as_str()));
    let total =
        told.iter().any(|word| ["ackumulera", "sammanlagd", "samlad"].iter().any(|it| word.starts_with(it)));
    let thus = told.iter().any(|word| ["därmed", "alltså"].contains(&word.as_str()));
    let light = first_new(&told, &words(before.sentence)).is_none();
    let sound = are_money(&before.figures) && whole.quantity.unit.is_money() && !is_compared(before);
    (sound && (opens && light || total && thus)).then(|| (whole.clone(), before.figures.clone()))
}

/// Whether some amount is told for each of something, or of another.
fn is_compared(said: &Said<'_>) -> bool {
    let after =
        |found: &Found| words(&said.sentence[found.range.end..]).first().is_some_and(|word| word == "per");
    let told = words(said.sentence);
    let other = |word: &String| word != "per" && OTHERWISE.contains(&word.as_str());
    said.figures.iter().any(after) || told.iter().any(other) || tells_each(said.sentence)
}

/// "Nämndens fem områden har tillsammans 438 mkr. Störst är skolan med 221 mkr, följd av …": as many amounts
/// as the sentence before says that there are.
pub fn counted_next(said: &Said<'_>, before: &Said<'_>) -> Option<Total> {
    let [whole] = before.figures.as_slice() else { return None };
    let told = words(&before.sentence[..whole.range.start]);
    if said.figures.len() < 3 || !told.iter().any(|word| TOTALS.contains(&word.as_str())) {
        return None;
    }
    let many = told.iter().find_map(|word| number(word))?;
    let sound = are_money(&said.figures) && whole.quantity.unit.is_money() && is_plain(said.sentence);
    (sound && many == said.figures.len()).then(|| (whole.clone(), said.figures.clone()))
}

/// "Tillsammans ger det 1 000 tkr" after items that have one amount each.
pub fn total_of_items(passage: &Passage<'_>, before: &[Passage<'_>]) -> Option<Total> {
    let first = *sentences(passage.text).first()?;
    let opens = words(first).first().is_some_and(|word| TOTALS.contains(&word.as_str()));
    let [whole] = &figures(first)[..] else { return None };
    let here = |other: &&Passage<'_>| match (other.within.last(), passage.within.last()) {
        (Some(other), Some(own)) => std::ptr::eq(*other, *own),
        _ => false,
    };
    let items = || before.iter().rev().take_while(here);
    let told = items().map(|item| figures(item.text));
    let parts: Vec<Found> = told.map_while(|mut found| found.pop().filter(|_| found.is_empty())).collect();
    if items().take(parts.len()).any(|item| tells_each(item.text)) {
        return None;
    }
    let money = whole.quantity.unit.is_money() && are_money(&parts);
    (opens && money && parts.len() > 1 && is_plain(first)).then(|| (whole.clone(), parts))
}

/// "−7 660 tkr. … Skjutsen står för 3 100 tkr av underskottet och assistenterna för resterande 4 560
/// tkr": a part of what the passage opens with, and what is left of it.
pub fn with_rest(said: &Said<'_>) -> Option<Total> {
    const REST: [&str; 3] = ["resterande", "återstående", "resten"];
    let [part, rest] = said.figures.as_slice() else { return None };
    let before = words(said.sentence.get(part.range.end..rest.range.start)?);
    let left = before.iter().rev().take(2).any(|word| REST.contains(&word.as_str()));
    let of = words(&said.sentence[part.range.end..]);
    let [of, whole, ..] = of.as_slice() else { return None };
    let first = *sentences(said.passage.text).first()?;
    let [told] = &figures(first)[..] else { return None };
    let named = WHOLES.iter().any(|stem| whole.starts_with(stem) && whole.ends_with(['t', 'n']));
    let apart = first != said.sentence && of == "av" && named && left;
    let sound = are_money(&said.figures) && told.quantity.unit.is_money();
    let size = Found { quantity: crate::in_words::size(&told.quantity), ..told.clone() };
    (apart && sound).then(|| (size, said.figures.clone()))
}

/// Beginnings of words for a whole of which a part and the rest are told.
const WHOLES: [&str; 9] = [
    "underskott",
    "överskott",
    "avvikelse",
    "ökning",
    "minskning",
    "belopp",
    "summa",
    "besparing",
    "tillskott",
];
