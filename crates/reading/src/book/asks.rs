//! Small things that the style's words say of a text.

use super::{Book, first_fit, folded};
use crate::case::names::Names;
use crate::words::is_swapped;
use uppsikt_text::dates;

/// Words with letters in each other's place are looked for in lines that are at most so long, in bytes.
const SHORT_LINE: usize = 50;
/// The name of a part of the municipality has so many letters at least.
const SHORTEST_PLACE: usize = 3;
/// It has so many words at most.
const MOST_WORDS_OF_PLACE: usize = 2;

/// "Augusti", "aug": not "Augustenborg".
fn is_month(word: &str) -> bool {
    let length = word.trim_end_matches('.').chars().count();
    let whole = length == 3
        || ["ari", "ars", "ril", "maj", "uni", "uli", "sti", "ber"].iter().any(|it| word.ends_with(it));
    whole && dates::month(&folded(word)).is_some()
}

impl Book<'_> {
    /// Whether a line holds a word that titles begin with.
    pub fn may_hold_title(&self, line: &str) -> bool {
        let line = folded(line);
        let mut words = line.split(|c: char| !c.is_alphanumeric());
        let swapped = |word: &str| self.title_words.iter().any(|own| is_swapped(own, word));
        words.clone().any(|word| self.title_words.contains(word))
            || (line.len() <= SHORT_LINE && words.any(swapped))
    }

    /// Whether a word opens the caption of a table.
    pub fn opens_caption(&self, word: &str) -> bool {
        word.len() < 24 && self.captions.contains(folded(word).as_str())
    }

    /// "Förvaltningschef": the title of somebody who signs.
    pub fn is_official(&self, text: &str) -> bool {
        let folded = folded(text.trim_end_matches(','));
        let words = folded.split(' ').count();
        let last = folded.split(' ').next_back().unwrap_or_default();
        words <= 3 && self.style.case.officials.iter().any(|ending| last.ends_with(ending.as_str()))
    }

    /// "Källa: egen mätning", "Fråga 2 Hur …": opens no heading.
    pub fn opens_source(&self, text: &str) -> bool {
        let word = text.split([':', ' ']).next().unwrap_or_default();
        let rest = text[word.len()..].trim_start();
        let marked = text[word.len()..].starts_with(':') || rest.starts_with(|c: char| c.is_ascii_digit());
        marked && self.style.outline.no_headings.iter().any(|own| folded(own) == folded(word))
    }

    /// Whether a word opens the caption of a diagram.
    pub fn opens_diagram(&self, word: &str) -> bool {
        word.len() < 24 && self.diagrams.contains(folded(word).as_str())
    }

    /// Whether a text is the sentence before links to Agenda 2030.
    pub fn is_agenda_intro(&self, text: &str) -> bool {
        text.len() <= 220 && first_fit(&self.agenda, text).is_some()
    }

    /// Whether a text is the name of a municipality.
    pub fn is_municipality(&self, text: &str) -> bool {
        text.len() < 60 && first_fit(&self.municipality, text).is_some()
    }

    /// Whether words hold the name of a body, an office or a company.
    pub fn names_somebody(&self, words: &str) -> bool {
        let names = Names { bodies: &self.style.case.bodies, officials: &self.style.case.officials };
        names.is_body(words)
    }

    /// Whether words look like the name of a body; the number of a section or a page is no part of one, and
    /// neither is a bar.
    pub fn is_body(&self, words: &str) -> bool {
        self.ends_as_body(words) || self.body_before(words, |place| self.is_compass(place)).is_some()
    }

    /// Whether a line of a title page is the name of a body, whatever its part of the municipality is called:
    /// "Socialnämnden Ekbacken".
    pub fn is_body_line(&self, words: &str) -> bool {
        let one = |place: &str| !place.contains(' ');
        self.is_body(words) || self.body_before(words, |place| one(place) || self.is_compass(place)).is_some()
    }

    /// How far the name of a body goes on in the words after it in a sentence: "Stadsdelsnämnden" with
    /// "Väster" after it.
    pub fn place_after(&self, body: &str, rest: &str) -> usize {
        let Some(after) = rest.strip_prefix(' ') else { return 0 };
        let words = after.split(' ').take(MOST_WORDS_OF_PLACE);
        let stop = |word: &str| word.trim_end_matches([',', '.', ';', ':', ')', '?']).len();
        let mut ends = Vec::new();
        let mut end = 0;
        for word in words {
            ends.push(end + 1 + stop(word));
            if stop(word) < word.len() {
                break;
            }
            end += 1 + word.len();
        }
        let named = |end: &usize| {
            let place = rest.get(..*end).unwrap_or_default().trim();
            let capital = place.starts_with(char::is_uppercase);
            capital && self.is_place(place) && (self.is_compass(place) || self.is_district(body))
        };
        ends.into_iter().rev().find(named).unwrap_or(0)
    }

    fn ends_as_body(&self, words: &str) -> bool {
        words.len() <= 90
            && !words.starts_with(|c: char| c.is_ascii_digit())
            && !words.contains('|')
            && first_fit(&self.bodies, words).is_some()
    }

    /// How long the body's name is before the name of a part of the municipality, where that may stand after
    /// any body, or the body is of such a part.
    fn body_before(&self, words: &str, any: impl Fn(&str) -> bool) -> Option<usize> {
        let cuts = words.rmatch_indices(' ').take(MOST_WORDS_OF_PLACE).map(|(at, _)| at);
        cuts.into_iter().find(|at| {
            let (body, place) = (&words[..*at], &words[at + 1..]);
            self.ends_as_body(body) && self.is_place(place) && (self.is_district(body) || any(place))
        })
    }

    fn is_district(&self, body: &str) -> bool {
        let last = folded(body.rsplit(' ').next().unwrap_or_default());
        self.style.heads.districts.iter().any(|own| last.ends_with(own.as_str()))
    }

    fn is_compass(&self, place: &str) -> bool {
        let first = folded(place.split(' ').next().unwrap_or_default());
        self.style.heads.compass.contains(&first)
    }

    /// Whether words can be the name of a part of the municipality: each has a capital, or is a point of the
    /// compass, and none is known to be something else.
    fn is_place(&self, place: &str) -> bool {
        let sound = |word: &str| {
            let lettered = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\u{2013}'));
            let capital = word.starts_with(char::is_uppercase) || self.is_compass(word);
            let known = self.style.heads.no_places.contains(&folded(word))
                || word.split(['-', '\u{2013}']).any(is_month)
                || self.may_hold_title(word)
                || self.is_official(word)
                || self.names_somebody(word)
                || first_fit(&self.title_matter, word).is_some();
            lettered && capital && word.chars().count() >= SHORTEST_PLACE && !known
        };
        !place.is_empty() && place.split(' ').all(sound) && self.headings(place).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn a_body_may_have_the_name_of_a_part_of_the_municipality() {
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        for name in [
            "Stadsdelsnämnden Väster",
            "Stadsdelsnämnd Ekbacken-Sjövik",
            "Kommundelsnämnden Norra Ekby",
            "Räddningstjänstförbundet Mitt",
            "Parknämnden Nordost",
            "Parknämnden söder",
            "Utskottet för parker",
        ] {
            assert!(book.is_body(name), "{name}");
        }
        for other in ["Parknämnden Ekbacken", "Parknämnden har", "Storby kommun | Budget | Parknämnden"] {
            assert!(!book.is_body(other), "{other}");
        }
        assert!(book.is_body_line("Parknämnden Ekbacken"));
        for other in [
            "Parknämnden Januari",
            "Parknämnden Verksamhetsplan",
            "Parknämnden Eva Lind",
            "Parknämnden Ordförande",
            "Parknämnden Sida",
            "Stadsdelsnämnden Sammanfattning",
            "Parknämnden Parkförvaltningen",
        ] {
            assert!(!book.is_body_line(other), "{other}");
        }
        assert_eq!(book.place_after("Stadsdelsnämnden", " Väster, som har parker"), " Väster".len());
        assert_eq!(book.place_after("Stadsdelsnämnden", " Norra Ekby har"), " Norra Ekby".len());
        assert_eq!(book.place_after("Parknämnden", " Eva Lind"), 0);
        for rest in ["", "är", "s ", ".", " ", "–Väster"] {
            assert_eq!(book.place_after("Stadsdelsnämnden", rest), 0, "{rest:?}");
        }
    }
}
