//! LIX, the readability index: words for each sentence and long words in a hundred.
//!
//! What is counted, fixed by the test vectors below: a word is what stands between spaces and
//! has a letter or a digit ("KS-2025-318" is one, a dash is none); a word is long above six
//! letters and digits ("kommunens" is, "KS-25" is not); a sentence ends as in [`crate::sentence`],
//! so neither at a colon nor after "bl.a."; a list item or a line of its own is a sentence.

use crate::sentence::sentences;
use std::iter::Sum;

/// What LIX is counted from. Texts are added up by their counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lix {
    /// Words.
    pub words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Sentences.
    pub sentences: usize,
}

impl Lix {
    /// Counts a running text.
    pub fn of(text: &str) -> Self {
        sentences(text).into_iter().map(Lix::of_sentence).sum()
    }

    /// Counts what is known to be one sentence.
    pub fn of_sentence(sentence: &str) -> Self {
        let mut counts = Lix { sentences: 1, ..Lix::default() };
        let mut letters = 0;
        for c in sentence.chars().chain([' ']) {
            if c.is_whitespace() {
                counts.words += usize::from(letters > 0);
                counts.long_words += usize::from(letters > 6);
                letters = 0;
            } else {
                letters += usize::from(c.is_alphanumeric());
            }
        }
        counts
    }

    /// The index, each of its two parts rounded down. Nought for a text without words.
    pub fn value(&self) -> usize {
        if self.words == 0 {
            return 0;
        }
        self.words / self.sentences.max(1) + 100 * self.long_words / self.words
    }
}

impl Sum for Lix {
    fn sum<I: Iterator<Item = Lix>>(counts: I) -> Lix {
        counts.fold(Lix::default(), |sum, it| Lix {
            words: sum.words + it.words,
            long_words: sum.long_words + it.long_words,
            sentences: sum.sentences + it.sentences,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> (usize, usize, usize, usize) {
        let lix = Lix::of(text);
        (lix.words, lix.long_words, lix.sentences, lix.value())
    }

    #[test]
    fn the_vectors_that_fix_what_is_counted() {
        let vectors = [
            ("", (0, 0, 0, 0)),
            ("Gatan lagas.", (2, 0, 1, 2)),
            ("Kommunens gator lagas. De blir jämna.", (6, 1, 2, 19)),
            // A colon ends nothing, and a dash is no word.
            ("Nämnden gör tre saker: lagar – och sopar.", (7, 1, 1, 21)),
            // A shortening ends nothing; figures are words.
            ("Det kostar 6,9 mkr, t.ex. hyra.", (6, 0, 1, 6)),
            // A hyphenated word is one word.
            ("Kultur- och fritidsnämnden i KS-2025-318.", (5, 2, 1, 45)),
            // A line is a sentence.
            ("lampor\nbänkar", (2, 0, 2, 1)),
        ];
        for (text, right) in vectors {
            assert_eq!(counted(text), right, "{text}");
        }
    }

    #[test]
    fn texts_are_added_up_by_their_counts() {
        let both: Lix = ["Gatan lagas.", "Kommunens gator lagas."].into_iter().map(Lix::of).sum();
        assert_eq!((both.words, both.sentences, both.value()), (5, 2, 22));
    }
}
