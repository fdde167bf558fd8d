//! A sentence as words and amounts.

use std::ops::Range;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;
use uppsikt_text::stem::stem;

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// In lower case, without marks at its ends.
    pub text: String,
    /// Without its ending.
    pub stem: String,
    /// Whether a mark after it, or before the next, parts it from what follows.
    pub breaks: bool,
    /// Whether it begins with a capital.
    pub is_capital: bool,
}

/// An amount between the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The figure.
    pub found: Found,
    /// How many words stand before it.
    pub at: usize,
    /// Whether a mark after it parts it from what follows.
    pub breaks: bool,
}

/// A sentence, its amounts taken out from among its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The words.
    pub words: Vec<Word>,
    /// The amounts, in order.
    pub amounts: Vec<Amount>,
}

impl Sentence {
    /// The words and amounts of a text.
    pub fn of(text: &str, figures: Vec<Found>) -> Self {
        let mut sentence = Sentence { words: Vec::new(), amounts: Vec::new() };
        let mut from = 0;
        for found in figures {
            let Range { start, end } = found.range.clone();
            sentence.read(&text[from..start]);
            let breaks = text[end..].starts_with([',', ';', '.', ':', ')', '\u{2013}']);
            sentence.amounts.push(Amount { found, at: sentence.words.len(), breaks });
            from = end;
        }
        sentence.read(&text[from..]);
        sentence
    }

    fn read(&mut self, text: &str) {
        for printed in text.split_whitespace() {
            let bare = printed.trim_matches(|c: char| !c.is_alphanumeric());
            if bare.is_empty() {
                if let Some(last) = self.words.last_mut() {
                    last.breaks = true;
                }
                continue;
            }
            let lower = bare.lower();
            let breaks = printed.ends_with([',', ';', '.', ':', ')', '?', '!', '*']);
            let is_capital = bare.starts_with(char::is_uppercase);
            self.words.push(Word { stem: stem(&lower), text: lower, breaks, is_capital });
        }
    }
}

/// The stems of a text's words.
pub fn stems(text: &str) -> Vec<String> {
    let lower = text.lower();
    let bare = lower.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_stand_between_the_words() {
        let text = "Hyrorna, 12 mkr, ökar med 2 mkr under 2026.";
        let sentence = Sentence::of(text, uppsikt_text::prose::figures(text));
        let words: Vec<&str> = sentence.words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(words, ["hyrorna", "ökar", "med", "under", "2026"]);
        let places: Vec<(usize, bool)> = sentence.amounts.iter().map(|it| (it.at, it.breaks)).collect();
        assert_eq!(places, [(1, true), (3, false)]);
    }
}
