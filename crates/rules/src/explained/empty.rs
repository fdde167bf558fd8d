//! Explanations that tell nothing but what the table does: "Gator. Verksamheten redovisar ett underskott."

use crate::prose::{Passage, words};
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::sentence::sentences;

/// What is told once more.
const TOLD: [&str; 6] =
    ["underskott", "överskott", "avvik", "överskrid", "högre än budget", "lägre än budget"];
/// Parts of words by which something is explained, or done about it.
const REASONS: [&str; 34] = [
    "beror",
    "orsak",
    "eftersom",
    "på grund",
    "till följd",
    "förklar",
    "därför",
    "genom",
    "tack vare",
    "medför",
    "effekt",
    "bidra",
    "kommer av",
    "kopplat",
    "hänför",
    "påverk",
    "fler",
    "färre",
    "ökad",
    "ökat",
    "ökning",
    "minskad",
    "minskat",
    "minskning",
    "högre k",
    "högre p",
    "lägre k",
    "lägre i",
    "dyrare",
    "vakan",
    "försen",
    "åtgärd",
    "se ",
    "avser",
];
/// Longer texts tell something.
const MOST_WORDS: usize = 16;

/// The rows of a table with an entry of their own among some paragraphs.
pub struct Entries<'p> {
    /// The row, and the paragraph that opens with its name.
    pub of_rows: Vec<(usize, &'p Passage<'p>)>,
}

impl<'p> Entries<'p> {
    /// The entries of a table's rows: paragraphs that open with a row's name and a full stop, a colon or an amount
    /// in brackets.
    pub fn of(table: &Table, passages: &'p [Passage<'p>]) -> Self {
        let rows = table.rows.iter().enumerate();
        let found = rows
            .filter_map(|(at, row)| Some((at, passages.iter().find(|it| after(row, it.text).is_some())?)));
        Entries { of_rows: found.collect() }
    }

    /// Those that tell nothing, where most others tell something.
    pub fn empty(&self, table: &Table) -> Vec<(usize, &'p Passage<'p>)> {
        let is_empty = |(row, passage): &&(usize, &'p Passage<'p>)| {
            after(&table.rows[*row], passage.text).is_some_and(|text| tells_nothing(&text))
        };
        let (empty, telling): (Vec<_>, Vec<_>) = self.of_rows.iter().partition(is_empty);
        if telling.len() >= 2 && telling.len() > empty.len() { empty } else { Vec::new() }
    }
}

/// What follows a row's name in an entry of it.
fn after(row: &Row, text: &str) -> Option<String> {
    let name = row.label.text.trim();
    let text = text.replace(['*', '_'], "");
    let opening = text.get(..name.len()).filter(|_| name.chars().count() > 3)?;
    let rest = text[name.len()..].trim_start();
    let rest = match rest.strip_prefix('(') {
        Some(aside) => aside.split_once(')')?.1.trim_start(),
        None => rest,
    };
    (normalized(opening) == normalized(name))
        .then(|| rest.strip_prefix(['.', ':']).map(str::to_owned))
        .flatten()
}

/// Whether words tell that there is a deviation, and nothing of why or of what is done.
fn tells_nothing(text: &str) -> bool {
    let lower = text.trim().lower();
    let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
    let single = sentences(text.trim()).len() == 1 && words(&lower).len() <= MOST_WORDS;
    single && has(&TOLD) && !has(&REASONS) && !goes_on_otherwise(&lower)
}

/// So many words behind a comma tell something of their own.
const OWN_WORDS: usize = 3;

/// "underskott 700 tkr, två köpta platser": behind a comma stands something else than that there is a deviation.
pub fn goes_on_otherwise(text: &str) -> bool {
    let own = |part: &str| {
        let said = words(part);
        let again = TOLD.iter().chain(&["budget", "plan", "prognos", "procent", "mot"]);
        said.len() >= OWN_WORDS && !again.clone().any(|word| part.contains(word)) && said[0] != "vilket"
    };
    text.split(", ").skip(1).any(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_repeats_the_table_tells_nothing() {
        for text in [
            "Verksamheten visar ett underskott mot budget.",
            "Området avviker negativt mot budget.",
            "Underskott 400 tkr, vilket är två procent.",
            "Underskott, 400 tkr sämre än budget.",
        ] {
            assert!(tells_nothing(text), "{text}");
        }
        for text in [
            "Underskottet beror på snön.",
            "Avvikelsen är tillfällig. Två tjänster tillsattes sent.",
            "Färre barn ger ett överskott.",
            "Underskott 400 tkr, två bryggor som ingen väntat.",
            "Underskottet möts med ett köpstopp, en åtgärd som nämnden beslutade i maj.",
        ] {
            assert!(!tells_nothing(text), "{text}");
        }
    }
}
