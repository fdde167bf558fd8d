//! The same text in another form: what a city publishes as PDF and keeps as Word or a web page.

use std::collections::HashMap;
use uppsikt_domain::document::{Document, LineRole};

/// So many thousandths of all words must be common.
const ALIKE_PERMILLE: usize = 960;

/// So many thousandths of the figures may be lost in one of the forms.
const LOST_PERMILLE: usize = 50;

/// Whether two readings are of one text in two forms: nearly the same words, and no figure that
/// one has and the other has otherwise. One of them may have lost some. What two programs have
/// made of it in the same format must have all words and figures in common.
pub fn is_other_form(one: &Document, other: &Document) -> bool {
    let (ours, theirs) = (Tokens::of(one), Tokens::of(other));
    if one.source.media_type == other.source.media_type {
        let is_made = !one.source.media_type.starts_with("text/") || one.source.media_type == HTML;
        return is_made && ours == theirs && ours.words.count > 0;
    }
    let words = ours.words.held_against(&theirs.words);
    let figures = ours.figures.held_against(&theirs.figures);
    let lost = figures.only_first + figures.only_second;
    2 * words.common * 1000 >= ALIKE_PERMILLE * (ours.words.count + theirs.words.count)
        && figures.only_first.min(figures.only_second) == 0
        && lost * 1000 <= LOST_PERMILLE * (figures.common + lost)
        && words.common > 0
}

const HTML: &str = "text/html";

/// What a document says, without order.
#[derive(Default, PartialEq)]
struct Tokens {
    words: Bag,
    figures: Bag,
}

impl Tokens {
    fn of(document: &Document) -> Tokens {
        let mut tokens = Tokens::default();
        let beside = |role| {
            matches!(role, LineRole::Blank | LineRole::RunningHead | LineRole::Contents | LineRole::Markup)
        };
        for line in document.lines.iter().filter(|line| !beside(line.role)) {
            line.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).for_each(
                |word| {
                    let bag = if word.bytes().any(|byte| byte.is_ascii_digit()) {
                        &mut tokens.figures
                    } else {
                        &mut tokens.words
                    };
                    bag.add(word);
                },
            );
        }
        tokens
    }
}

/// How many times each word stands.
#[derive(Default, PartialEq)]
struct Bag {
    times: HashMap<String, usize>,
    count: usize,
}

/// What two bags have in common, and what only one has.
struct Held {
    common: usize,
    only_first: usize,
    only_second: usize,
}

impl Bag {
    fn add(&mut self, word: &str) {
        *self.times.entry(word.to_lowercase()).or_default() += 1;
        self.count += 1;
    }

    fn held_against(&self, other: &Bag) -> Held {
        let times = |word: &String| other.times.get(word).copied().unwrap_or_default();
        let common = self.times.iter().map(|(word, own)| times(word).min(*own)).sum();
        Held { common, only_first: self.count - common, only_second: other.count - common }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::document::{Source, SourceLine};

    const TEXT: &str = "Nämnden planterar tolv träd i parken och sköter gräset hela sommaren för 12,5 mkr";

    fn document(media_type: &str, lines: &[&str]) -> Document {
        let line = |text: &&str| SourceLine {
            text: (*text).to_owned(),
            role: LineRole::Text,
            ..SourceLine::default()
        };
        let source = Source { media_type: media_type.to_owned(), ..Source::default() };
        Document { source, lines: lines.iter().map(line).collect(), ..Document::default() }
    }

    #[test]
    fn the_same_words_in_another_form_are_the_same_text() {
        let page = document("text/html", &[TEXT, "| 1 | 2 |"]);
        let broken = TEXT.replace("i parken", "i par-\nken");
        assert!(is_other_form(&page, &document("application/pdf", &["1", &TEXT.to_uppercase(), "2"])));
        let plain = || document("text/markdown", &[TEXT, "1 2"]);
        assert!(!is_other_form(&plain(), &plain()), "a text that is written is a version");
        assert!(is_other_form(&page, &document("text/html", &[TEXT, "1 2"])), "two programs made it");
        assert!(!is_other_form(&page, &document("application/pdf", &[&broken[..20], "1 2"])));
    }

    #[test]
    fn another_figure_makes_another_text() {
        let page = document("text/html", &[TEXT]);
        let other = TEXT.replace("12,5", "12,6");
        assert!(!is_other_form(&page, &document("application/pdf", &[&other])));
    }
}
