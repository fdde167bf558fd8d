//! Stems of Swedish words: Snowball's, with the definite endings that it leaves.

use rust_stemmers::{Algorithm, Stemmer};

/// Definite endings that Snowball's rules for Swedish keep: "utrymmet", "hyran".
const DEFINITE: [&str; 3] = ["et", "an", "en"];

/// A stem has at least so many letters.
const LEAST: usize = 3;

/// What is left of a word in lower case when its endings are gone. Snowball takes one ending;
/// what is left is asked again, so that "kostnader" and "kostnaden" end alike.
pub fn stem(word: &str) -> String {
    // Half the words of a text are too short to have an ending.
    if word.chars().count() <= LEAST {
        return word.to_owned();
    }
    let snowball = Stemmer::create(Algorithm::Swedish);
    let mut stem = word.to_owned();
    loop {
        let definite = DEFINITE.iter().find_map(|ending| stem.strip_suffix(ending));
        let bare = definite.filter(|left| left.chars().count() >= LEAST).unwrap_or(&stem);
        let shorter = snowball.stem(bare);
        if shorter.len() == stem.len() || shorter.chars().count() < LEAST {
            return stem;
        }
        stem = shorter.into_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            ["lönekostnader", "lönekostnaderna", "lönekostnadernas"],
            ["avskrivningar", "avskrivningen", "avskrivningarna"],
            ["investeringsutrymme", "investeringsutrymmet", "investeringsutrymmets"],
            ["hyror", "hyran", "hyrorna"],
            ["kostnad", "kostnaden", "kostnader"],
            ["underskott", "underskottet", "underskotten"],
        ] {
            let stems = forms.map(stem);
            assert!(stems.iter().all(|it| *it == stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn short_words_keep_their_letters() {
        assert_eq!(["en", "man", "det", "öre"].map(stem), ["en", "man", "det", "öre"]);
    }
}
