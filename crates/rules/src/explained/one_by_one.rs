//! Rows that are explained one by one, each in a passage that opens with its name.

use super::empty::goes_on_otherwise;
use super::{CAUSES, is_economic};
use crate::acts;
use crate::light::{is_comparing, is_light};
use crate::prose::{Passage, passages, words};
use uppsikt_domain::document::Document;
use uppsikt_domain::table::{Row, RowRole, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::sentence::sentences;
use uppsikt_text::stem::stem;

/// What is told of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Why it deviates, or more than can be understood here.
    Why,
    /// How much, and nothing else.
    HowMuch,
    /// Nothing under its name.
    Nothing,
}

/// The items of a table with what the document tells of each.
pub fn told<'a>(document: &Document, table: &'a Table) -> Vec<(&'a Row, Told)> {
    let passages: Vec<Passage<'_>> = passages(document);
    let economic: Vec<&Passage<'_>> = passages.iter().filter(|it| is_economic(&it.within)).collect();
    let items = table.rows.iter().filter(|row| row.role == RowRole::Item);
    items.map(|row| (row, of_row(&row.label.text, &economic))).collect()
}

fn of_row(label: &str, passages: &[&Passage<'_>]) -> Told {
    let own = stems(label);
    let heads = |passage: &Passage<'_>| {
        let heading = passage.within.last().and_then(|section| section.heading.as_ref());
        heading.is_some_and(|heading| stems(&heading.text) == own)
    };
    let opens = |passage: &&&Passage<'_>| stems(passage.text).starts_with(&own) || heads(passage);
    let told: Vec<&&Passage<'_>> = passages.iter().filter(opens).collect();
    // "A följer sin budget. B redovisar ett överskott tack vare …": one paragraph tells of several rows.
    let inside = || {
        let own_sentence = |sentence: &&str| stems(sentence).starts_with(&own);
        passages.iter().flat_map(|passage| sentences(passage.text).into_iter().skip(1)).find(own_sentence)
    };
    if told.is_empty()
        && !own.is_empty()
        && let Some(sentence) = inside()
    {
        let lower = sentence.lower();
        let caused = CAUSES.iter().any(|cause| lower.contains(cause)) || goes_on_otherwise(&lower);
        return if caused { Told::Why } else { Told::Nothing };
    }
    let why = |passage: &&&Passage<'_>| {
        let lower = passage.text.lower();
        let more = |sentence: &str| !acts::is_act(&sentence.lower());
        sentences(passage.text).into_iter().skip(1).any(more)
            || CAUSES.iter().any(|cause| lower.contains(cause))
            || goes_on_otherwise(&lower)
    };
    match () {
        () if told.is_empty() => Told::Nothing,
        () if own.is_empty() || told.iter().any(why) => Told::Why,
        () => Told::HowMuch,
    }
}

/// Words of how much a row deviates, the small ones aside.
const HOW_MUCH: [&str; 26] = [
    "budget",
    "budgeten",
    "budgeterat",
    "budgeterade",
    "planerat",
    "beräknat",
    "högre",
    "lägre",
    "bättre",
    "sämre",
    "överstiger",
    "överskrider",
    "underskrider",
    "understiger",
    "avviker",
    "avvikelsen",
    "avvikelse",
    "negativ",
    "positiv",
    "negativt",
    "positivt",
    "underskott",
    "överskott",
    "prognos",
    "prognosen",
    "visar",
];

/// Whether a row is told of, and every sentence that opens with its name tells how much it deviates and nothing else:
/// none goes on before the next row, and none tells of it in another way.
pub fn is_how_much_only(document: &Document, table: &Table, row: &Row) -> bool {
    let own = stems(&row.label.text);
    let beginning: String = row.label.text.lower().chars().take(BEGINNING).collect();
    let others: Vec<Vec<String>> = table.rows.iter().map(|row| stems(&row.label.text)).collect();
    let opens_other = |told: &[String]| others.iter().any(|it| !it.is_empty() && told.starts_with(it));
    let passages = passages(document);
    let economic = passages.iter().filter(|it| is_economic(&it.within));
    let told: Vec<&str> = economic.flat_map(|passage| sentences(passage.text)).collect();
    let mut any = false;
    for (at, sentence) in told.iter().enumerate() {
        if !sentence.lower().contains(&beginning) {
            continue;
        }
        let goes_on = told.get(at + 1).is_some_and(|next| !opens_other(&stems(next)));
        if goes_on || !stems(sentence).starts_with(&own) || !is_how_much(sentence, &row.label.text) {
            return false;
        }
        any = true;
    }
    any && !own.is_empty()
}

/// So many letters of a label are in every other word for the row as well: "personal" of "Personalkostnader".
const BEGINNING: usize = 6;

fn is_how_much(sentence: &str, label: &str) -> bool {
    let label = stems(label);
    let known = |word: &String| {
        let figure = word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-'));
        figure
            || is_light(word)
            || is_comparing(word)
            || HOW_MUCH.contains(&word.as_str())
            || label.contains(&stem(word))
    };
    words(sentence).iter().all(known)
}

fn stems(text: &str) -> Vec<String> {
    words(text).iter().map(|word| stem(word)).collect()
}
