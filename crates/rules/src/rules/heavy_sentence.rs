//! A sentence much harder to read than the text around it.

use crate::limits::limit;
use crate::place;
use crate::prose::{Passage, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::cmp::Reverse;
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::lix::Lix;

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

/// A sentence of at least this many nouns of doing, and of the words and the LIX that the
/// municipality has set, is heavy.
const NOUNS: usize = 4;
/// ... and this much above the document's own LIX.
const ABOVE: usize = 10;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

/// The heaviest sentences of a document, at most as many as the municipality has set.
pub(super) fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let least_lix = limit(structure, RULE.about.name, "least_lix");
    let least_words = limit(structure, RULE.about.name, "least_words");
    let all = sheet.lix().iter().copied().sum::<Lix>().value();
    let mut heavy: Vec<(usize, &Passage<'_>, &str)> = sheet
        .lix()
        .iter()
        .zip(sheet.said())
        .filter(|(counts, (_, sentence))| {
            counts.value() >= least_lix.max(all + ABOVE) && counts.words >= least_words && is_heavy(sentence)
        })
        .map(|(counts, (passage, sentence))| (counts.value(), passage, *sentence))
        .collect();
    heavy.sort_by_key(|(lix, passage, _)| (Reverse(*lix), passage.span));
    heavy
        .into_iter()
        .take(limit(structure, RULE.about.name, "most_findings"))
        .map(|(lix, passage, sentence)| tell(sheet.document, passage, sentence, lix, all))
        .collect()
}

fn is_heavy(sentence: &str) -> bool {
    let endings = ["ande", "andet", "ning", "ningen", "ningar", "ering", "eringen", "else", "elsen"];
    let is_noun = |word: &String| word.chars().count() > 7 && endings.iter().any(|end| word.ends_with(end));
    words(sentence).iter().filter(|word| is_noun(word)).count() >= NOUNS
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
