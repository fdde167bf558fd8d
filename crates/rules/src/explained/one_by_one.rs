//! Rows that are explained one by one, each in a passage that opens with its name.

use super::empty::goes_on_otherwise;
use super::{CAUSES, is_economic};
use crate::acts;
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

fn stems(text: &str) -> Vec<String> {
    words(text).iter().map(|word| stem(word)).collect()
}
