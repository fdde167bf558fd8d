//! A sentence of very many words.

use crate::limits::limit;
use crate::place;
use crate::prose::{locate, word_count};
use crate::rule::Rule;
use crate::rules::heavy_sentence;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "long-sentence",
        code: "SPR-002",
        family: Family::PlainLanguage,
        severity: Severity::Note,
        rests_on: "Språklagen 11 §: språket i offentlig verksamhet ska vara vårdat, enkelt och begripligt.",
        page_sv: include_str!("long_sentence.sv.md"),
        page_en: include_str!("long_sentence.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    // More words than this in one sentence are hard to hold together.
    let most = limit(structure, RULE.about.name, "most_words");
    // So many words have at least a letter and a space each.
    let sentences = sheet.said().iter().filter(|(_, sentence)| sentence.len() > 2 * most);
    let counted = sentences.map(|(passage, sentence)| (passage, sentence, word_count(sentence)));
    let long: Vec<_> = counted
        .filter(|(_, _, count)| *count > most)
        .map(|(passage, sentence, count)| (locate(sheet.document, passage.span, sentence), count))
        .collect();
    if long.is_empty() {
        return Vec::new();
    }
    // A heavy sentence is told as such, and once is enough.
    let heavy: Vec<_> = heavy_sentence::of_document(sheet, structure).iter().map(|it| it.at.span).collect();
    let told = long.into_iter().filter(|(span, _)| !heavy.contains(span));
    told.map(|(span, count)| tell(place::at(sheet.document, span), count, most)).collect()
}

fn tell(at: uppsikt_findings::FindingPlace, count: usize, most: usize) -> Finding {
    Finding {
        confidence_percent: 75,
        found: Message::new("rule-long-sentence-found").with("count", count),
        expected: Message::new("rule-long-sentence-expected").with("most", most),
        advice: Message::new("rule-long-sentence-try"),
        ..RULE.about.finding(at, Message::new("rule-long-sentence-says"))
    }
}
