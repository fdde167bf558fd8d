//! The same word twice in a row.

use crate::place;
use crate::prose::{locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "word-twice",
        code: "KON-004",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Språkvård: samma ord två gånger i rad är nästan alltid ett skrivfel.",
        page_sv: include_str!("word_twice.sv.md"),
        page_en: include_str!("word_twice.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Short words that no right sentence has twice in a row.
const SHORT: [&str; 11] = ["att", "och", "en", "ett", "eller", "ska", "till", "av", "från", "vid", "nämnd"];
/// Longer words, in letters, are told whatever they are.
const LONG: usize = 4;

/// Words that a right sentence may well have twice in a row.
const RIGHT_TWICE: [&str; 10] =
    ["bara", "långt", "mycket", "mera", "hade", "varit", "själv", "dessa", "alla", "denna"];

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in passages(document) {
        for words in twice(passage.text) {
            let at = place::at(document, locate(document, passage.span, &words));
            found.push(tell(at, &words));
        }
    }
    found
}

/// The pairs of equal words with nothing but space between them.
fn twice(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs = words.windows(2).enumerate().filter(|(at, pair)| {
        let second = pair[1].trim_end_matches(|c: char| !c.is_alphanumeric());
        // Raising a letter does not change how many bytes it takes in the words looked for.
        if pair[0].len() != second.len() || !alike(pair[0], second) {
            return false;
        }
        let plain = !pair[0].is_empty() && pair[0].chars().all(char::is_alphabetic);
        let lower = pair[0].lower();
        let name = pair[0].starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase);
        let long = lower.chars().count() >= LONG && !RIGHT_TWICE.contains(&lower.as_str());
        let told = SHORT.contains(&lower.as_str()) || long;
        plain && told && !name && !is_label(&words, *at)
    });
    pairs.map(|(_, pair)| pair.join(" ")).collect()
}

/// A word that stands again so near is the label of figures that are gone: "varav år varav varav 80 år".
const NEAR: usize = 6;

/// Whether the word of a pair stands again around it.
fn is_label(words: &[&str], at: usize) -> bool {
    let around = words[at.saturating_sub(NEAR)..at].iter().chain(words.iter().skip(at + 2).take(NEAR));
    let long = words[at].chars().count() >= LONG;
    long && around.into_iter().any(|word| alike(word, words[at]))
}

/// Whether two words are the same in lower case.
fn alike(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

fn tell(at: uppsikt_findings::FindingPlace, words: &str) -> Finding {
    let once = words.split_whitespace().next().unwrap_or_default();
    Finding {
        confidence_percent: 92,
        found: verbatim(words),
        expected: verbatim(once),
        advice: Message::new("rule-word-twice-try"),
        ..RULE.about.finding(at, Message::new("rule-word-twice-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::twice;

    #[test]
    fn slips_are_told_and_right_sentences_are_not() {
        assert_eq!(twice("Nämnden ska ska se till att att det blir av."), ["ska ska", "att att"]);
        assert_eq!(twice("Det vi lever i i dag, den den 3 maj."), Vec::<String>::new());
        assert_eq!(twice("därav år därav år därav därav 90 år och äldre"), Vec::<String>::new());
        assert_eq!(twice("Arbetet fortsätter fortsätter."), ["fortsätter fortsätter."]);
    }
}
