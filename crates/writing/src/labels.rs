//! The words that printing adds, by language.

use std::collections::BTreeMap;

use uppsikt_messages::{Lang, Message};

/// Words of the template, by the template's name for them.
const LABELS: [(&str, &str); 12] = [
    ("agenda", "writing-agenda"),
    ("assignment", "writing-assignment-kicker"),
    ("checksum", "writing-checksum"),
    ("contents", "writing-contents"),
    ("explanation-missing", "writing-explanation-missing"),
    ("not-decided", "writing-not-decided"),
    ("not_stated", "writing-status-not-stated"),
    ("note", "writing-note"),
    ("off_track", "writing-status-off-track"),
    ("on_track", "writing-status-on-track"),
    ("page", "writing-page"),
    ("partly_on_track", "writing-status-partly-on-track"),
];

/// The words in a language; Swedish where the language is not known.
pub fn labels(lang: &str) -> BTreeMap<&'static str, String> {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    LABELS.iter().map(|(name, key)| (*name, Message::new(key).in_lang(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_words_in_both_languages() {
        for lang in ["sv", "en"] {
            for (name, words) in labels(lang) {
                assert!(!words.is_empty() && !words.starts_with("writing-"), "{lang} {name}");
            }
        }
    }
}
