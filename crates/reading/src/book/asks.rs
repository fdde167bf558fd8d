//! Small things that the style's words say of a text.

use super::{Book, first_fit, folded};
use crate::case::names::Names;
use crate::words::is_swapped;

/// Words with letters in each other's place are looked for in lines that are at most so long, in bytes.
const SHORT_LINE: usize = 50;

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

    /// Whether words look like the name of a body; the number of a section or a page is no part of one.
    pub fn is_body(&self, words: &str) -> bool {
        words.len() <= 90
            && !words.starts_with(|c: char| c.is_ascii_digit())
            && first_fit(&self.bodies, words).is_some()
    }
}
