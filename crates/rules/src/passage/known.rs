//! Whether words bring anything new to those that stand before them.

use super::cues;
use crate::light;
use crate::prose::words;
use uppsikt_text::stem::stem;

/// A word and its stem.
pub type Stemmed = (String, String);

/// The words of a text with their stems.
pub fn stemmed(text: &str) -> Vec<Stemmed> {
    words(text).into_iter().map(|word| (stem(&word), word)).map(|(stem, word)| (word, stem)).collect()
}

/// So many letters at least have words that are of one thing in common.
const PART: usize = 4;

/// Whether two words are of one thing.
pub fn is_akin(known: &str, word: &str) -> bool {
    is_of(&(known.to_owned(), stem(known)), word, &stem(word))
}

/// Whether a word is of what another names: a form of it, the general of the special ("skolorna" of "Söderskolan"),
/// or a compound that begins as it does.
fn is_of((known, known_stem): &Stemmed, word: &str, stem: &str) -> bool {
    if known == word {
        return true;
    }
    let figured = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let letters = |word: &str| word.chars().count();
    if figured(known) || figured(word) || letters(word) < PART || letters(known) < PART {
        return false;
    }
    let end = word.char_indices().nth(PART + 1).map_or(word.len(), |(at, _)| at);
    letters(word) > PART && known.contains(&word[..end])
        || known_stem == stem
        || letters(stem) >= PART && (known_stem.ends_with(stem) || known_stem.starts_with(stem))
        || letters(known_stem) >= PART && stem.starts_with(known_stem.as_str())
}

/// Words that bring nothing new, beside the small ones and those that say what a figure is to others.
const PLAIN: &str = "års ut betalade betalar kostade kostar används användes använde får fick köptes köpte lämnade satsas hur \
    nästa sista första så att kunna ska skulle kan mellan högsta lägsta största minsta billigaste dyraste båda alla samtliga \
    tre två fyra fem kommunen kommunens nämnden nämndens verksamheten verksamhetens räknas";

/// Beginnings of words for what one of some costs.
const EACH: &str = "timkost styckkost snittkost dygnskost medelkost genomsnittskost netto";

/// The first word that brings something new to those before it.
pub fn first_new<'k>(told: &str, known: impl Iterator<Item = &'k Stemmed> + Clone) -> Option<String> {
    let is_told = |word: &str| {
        let stem = stem(word);
        known.clone().any(|own| is_of(own, word, &stem))
    };
    let is_known = |word: &String| {
        light::is_light(word)
            || cues::is_cue(word)
            || cues::is_one_of(PLAIN, word)
            || cues::begins(EACH, word)
            || word.contains("period")
            || is_told(word)
    };
    words(told).into_iter().find(|word| !is_known(word))
}

/// The words that say what something is, small words aside.
pub fn content(text: &str) -> Vec<String> {
    words(text)
        .into_iter()
        .filter(|word| word.chars().count() > 3 && !light::is_light(word) && !cues::is_comparing(word))
        .collect()
}
