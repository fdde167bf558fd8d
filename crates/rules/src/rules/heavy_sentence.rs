//! A sentence much harder to read than the text around it.

use crate::place;
use crate::prose::{Passage, locate, passages, words};
use crate::rule::Rule;
use std::cmp::Reverse;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heavy-sentence",
        code: "SPR-001",
        family: Family::PlainLanguage,
        severity: Severity::Note,
        rests_on: "Språklagen 11 §: offentligt språk ska vara vårdat, enkelt och begripligt. LIX.",
        page_sv: include_str!("heavy_sentence.sv.md"),
        page_en: include_str!("heavy_sentence.en.md"),
    },
    check,
};

/// A sentence of at least this many words, this LIX and this many nouns of doing is heavy.
const WORDS: usize = 18;
const LIX: usize = 62;
const NOUNS: usize = 4;
/// ... and this much above the document's own LIX.
const ABOVE: usize = 10;

fn check(picture: &Picture) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// The heaviest sentences of a document, at most one a page of text.
fn of_document(document: &Document) -> Vec<Finding> {
    let passages = passages(document);
    let all = lix(passages.iter().map(|passage| passage.text));
    let mut heavy: Vec<(usize, &Passage<'_>, &str)> = Vec::new();
    for passage in &passages {
        let sentences = sentences(passage.text)
            .into_iter()
            .map(|sentence| (lix([sentence].into_iter()), passage, sentence));
        heavy.extend(
            sentences.filter(|(lix, _, sentence)| *lix >= LIX.max(all + ABOVE) && is_heavy(sentence)),
        );
    }
    heavy.sort_by_key(|(lix, passage, _)| (Reverse(*lix), passage.span));
    heavy
        .into_iter()
        .take(MOST)
        .map(|(lix, passage, sentence)| tell(document, passage, sentence, lix, all))
        .collect()
}

/// So many sentences are told of in one document.
const MOST: usize = 2;

fn is_heavy(sentence: &str) -> bool {
    let words = words(sentence);
    let endings = ["ande", "andet", "ning", "ningen", "ningar", "ering", "eringen", "else", "elsen"];
    let nouns =
        words.iter().filter(|word| word.chars().count() > 7 && endings.iter().any(|end| word.ends_with(end)));
    words.len() >= WORDS && nouns.count() >= NOUNS
}

/// Words for each sentence and long words in a hundred, together.
fn lix<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    let (mut all, mut long, mut ends) = (0, 0, 0);
    for text in texts {
        let words = words(text);
        all += words.len();
        long += words.iter().filter(|word| word.chars().count() > 6).count();
        ends += sentences(text).len();
    }
    if all == 0 || ends == 0 { 0 } else { all / ends + 100 * long / all }
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, lix: usize, all: usize) -> Finding {
    Finding {
        confidence_percent: 70,
        found: Message::new("rule-heavy-sentence-found").with("lix", lix),
        expected: Message::new("rule-heavy-sentence-expected").with("lix", all),
        advice: Message::new("rule-heavy-sentence-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, sentence)),
            Message::new("rule-heavy-sentence-says").with("lix", lix),
        )
    }
}
