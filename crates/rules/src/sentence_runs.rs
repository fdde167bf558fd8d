//! Sentences in a row, for telling what was copied from one text into another though the paragraphs differ.

use uppsikt_text::compare::normalized;
use uppsikt_text::sentence::ranges;

/// So many sentences in a row are no chance.
const SENTENCES: usize = 3;
/// So many letters they have at least.
const LETTERS: usize = 110;

/// So many sentences in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'t> {
    /// For comparing.
    pub key: String,
    /// The words from the first to the last.
    pub text: &'t str,
}

/// The runs of sentences in a text, from each sentence on.
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let all = ranges(text);
    let windows = all.windows(SENTENCES).filter_map(|run| {
        let text = &text[run.first()?.start..run.last()?.end];
        (text.chars().count() >= LETTERS).then(|| Run { key: normalized(text), text })
    });
    windows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sentences_in_a_row_are_a_run() {
        let own = "Dammen grävdes om i maj, efter ett långt samråd. Bryggan har fått nya stolpar och en stege av trä. Stigen runt sjön är grusad. ";
        let (one, other) = (format!("Inledning här. {own}"), format!("{own}Sedan kom vintern till byn."));
        let (one, other) = (runs(&one), runs(&other));
        assert_eq!(one.len(), 2);
        assert!(one.iter().any(|run| run.key == other[0].key && run.text == own.trim_end()));
        assert_eq!(runs("Kort. Kort. Kort. Kort."), []);
    }
}
