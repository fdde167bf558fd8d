//! Lists of parts in running text: "avseende 17 mkr för …, 3 mkr för …", "fördelade på 200 i norr, …".

use crate::each::is_each;
use crate::in_words::way;
use crate::numbered::noun;
use crate::prose::{Passage, words};
use uppsikt_domain::quantity::Unit;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::{Found, figures};
use uppsikt_text::sentence::sentences;

/// An amount and its parts.
#[derive(Debug, PartialEq)]
pub struct Parts {
    /// The amount.
    pub whole: Found,
    /// Its parts.
    pub parts: Vec<Found>,
    /// Whether the words say that the parts are all that there is.
    pub are_all: bool,
    /// Into how many of the whole's parts the difference must go for the list to be one.
    pub reach: i64,
}

/// Words after a whole that open the list of everything in it.
const ALL: [&str; 12] = [
    "avseende",
    "avser",
    "fördelar sig på",
    "fördelar sig med",
    "består av",
    "fördelat på",
    "fördelade på",
    "fördelas på",
    "uppdelat på",
    "uppdelade på",
    "bestående av",
    "som består av",
];

/// Words that leave something out of a list of parts.
const SOME: [&str; 9] = [
    "resten",
    "återstoden",
    "återstående",
    "resterande",
    "annat",
    "främst",
    "huvudsakligen",
    "exempelvis",
    "största",
];

/// So many bytes stand at most between a whole, the word that opens the list, and its first part.
const NEAR: usize = 30;

/// The parts that a sentence lists after their whole.
pub fn in_sentence(sentence: &str, figures: &[Found]) -> Option<Parts> {
    if figures.len() < 2 {
        return None;
    }
    let lower = sentence.lower();
    if lower.len() != sentence.len() || is_net(&lower) {
        return None;
    }
    let opening = |word: &str| Some((lower.find(word)?, word.len()));
    let some = words(&lower).iter().any(|word| SOME.contains(&word.as_str()));
    // "Av ramen på 100 mkr avser 60 mkr löner": what is told is no list of all.
    let of = words(&lower).first().is_some_and(|word| word == "av");
    let all = ALL.iter().filter_map(|word| opening(word)).min().filter(|_| !of);
    let varav = opening("varav ").filter(|_| lower.matches("varav").count() == 1);
    let ((at, length), are_all) = match (all, varav) {
        (Some(all), None) if !lower.contains("varav") => (all, !some),
        (all, Some(varav)) if all.is_none_or(|all| all.0 > varav.0) => (varav, false),
        _ => return None,
    };
    let (before, after): (Vec<Found>, Vec<Found>) =
        figures.iter().cloned().partition(|it| it.range.end <= at);
    let whole = before.last()?.clone();
    let first = after.first()?;
    let close = at - whole.range.end < NEAR && first.range.start - (at + length) < NEAR;
    let told = lower.get(whole.range.end..)?;
    let plain = !words(told).iter().any(|word| changes(word));
    (close && plain).then_some(Parts { whole, parts: after, are_all, reach: 2 })
}

/// "480 platser, fördelade på 200 i norr, 150 i söder och 130 i öster": counts of one thing.
pub fn of_counts(sentence: &str, counts: &[Found]) -> Option<Parts> {
    const PLACED: [&str; 8] = ["i", "på", "till", "inom", "för", "vid", "hos", "från"];
    let is_count = |it: &Found| it.quantity.unit == Unit::None && it.quantity.decimals == 0;
    if !ALL.iter().any(|word| sentence.contains(word)) || !counts.iter().all(is_count) {
        return None;
    }
    let parts = in_sentence(sentence, counts).filter(|parts| parts.parts.len() > 1)?;
    let whole = noun(sentence, &parts.whole)?;
    let of_whole = |part: &Found| {
        noun(sentence, part).is_none_or(|word| word == whole || PLACED.contains(&word.as_str()))
    };
    parts.parts.iter().all(of_whole).then_some(parts)
}

/// "9 240 personer: 2 310 i åldern 0–5 år, 4 930 i åldern 6–15 år och 2 000 i åldern 16–19 år".
pub fn after_colon(sentence: &str, counts: &[Found]) -> Option<Parts> {
    const LIST: usize = 3;
    let (head, list) = sentence.split_once(": ").filter(|_| counts.len() > LIST)?;
    let is_age = |it: &&Found| noun(sentence, it).is_some_and(|word| word == "år") || is_range(sentence, it);
    let counts: Vec<Found> = counts.iter().filter(|it| !is_age(it)).cloned().collect();
    let at = head.len();
    let (before, after): (Vec<Found>, Vec<Found>) = counts.into_iter().partition(|it| it.range.end <= at);
    let [whole] = before.as_slice() else { return None };
    let unit = &whole.quantity.unit;
    let alike =
        after.iter().all(|it| it.quantity.unit == *unit && it.quantity.decimals == whole.quantity.decimals);
    let told = words(list);
    let plain = !told.iter().any(|word| changes(word) || SOME.contains(&word.as_str()));
    // As many amounts as there are things in the list.
    let many =
        list.matches(", ").count() + 1 + list.matches(" och ").count() - list.matches(", och ").count();
    let close = at - whole.range.end < NEAR && !is_net(&sentence.lower());
    let fits = close && plain && alike && after.len() >= LIST && after.len() == many;
    fits.then(|| Parts { whole: whole.clone(), parts: after, are_all: true, reach: 3 })
}

/// "6–15": a number beside a dash.
fn is_range(sentence: &str, found: &Found) -> bool {
    sentence[..found.range.start].ends_with(['\u{2013}', '-'])
        || sentence[found.range.end..].starts_with(['\u{2013}', '-'])
}

/// Sentences on what is left when costs are taken from income: its parts have signs.
fn is_net(lower: &str) -> bool {
    const NET: [&str; 6] = ["överskott", "underskott", "avvik", "netto", "resultat", "skillnad"];
    NET.iter().any(|word| lower.contains(word))
}

/// Words after which an amount is no part: a change, a comparison, a price.
fn changes(word: &str) -> bool {
    const OTHERWISE: [&str; 9] =
        ["än", "jämfört", "högre", "lägre", "vardera", "per", "årligen", "motsvarar", "motsvarande"];
    OTHERWISE.contains(&word) || way(word).is_some()
}

/// Whether a text leads to a list of parts: "… är fördelat enligt nedan:".
pub fn opens(text: &str) -> bool {
    let ends = ["enligt nedan:", "enligt följande:", "enligt nedanstående:"];
    // Most texts end otherwise, and some are long.
    let text = text.trim_end();
    text.ends_with(':') && {
        let lower = text.lower();
        ends.iter().any(|words| lower.ends_with(words)) && lower.contains("fördel")
    }
}

/// The parts that items below list, after "fördelat enligt nedan:".
pub fn below(passage: &Passage<'_>, after: &[Passage<'_>]) -> Option<Parts> {
    let whole = figures(passage.text).pop()?;
    let here = |next: &&Passage<'_>| match (next.within.last(), passage.within.last()) {
        (Some(next), Some(own)) => std::ptr::eq(*next, *own),
        _ => false,
    };
    let group = after.iter().take_while(here).take_while(|next| !next.text.trim_end().ends_with(':'));
    let items: Vec<&Passage<'_>> = group.collect();
    if items.iter().any(|next| figures(next.text).iter().any(|it| is_each(next.text, it))) {
        return None;
    }
    let parts: Vec<Found> = items.iter().filter_map(|next| item(next.text)).collect();
    let reach = if parts.len() > 2 { 3 } else { 10 };
    Some(Parts { whole, parts, are_all: true, reach })
}

/// "Intäkter 0,5 mkr": an item that is a name and an amount.
fn item(text: &str) -> Option<Found> {
    let first = *sentences(text).first()?;
    let mut found = figures(first);
    let last = found.pop()?;
    let ends = first[last.range.end..].trim_matches(['.', ',', ';', ' ']).is_empty();
    (ends && found.is_empty() && words(first).len() < 8).then_some(last)
}
