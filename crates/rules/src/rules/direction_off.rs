//! "Ökar från 38 till 31": a word of change that its levels contradict.

use crate::in_words::{Direction, FromTo, counts, from_to};
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "direction-off",
        code: "ARI-009",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: det som ökar slutar högre än det började.",
        page_sv: include_str!("direction_off.sv.md"),
        page_en: include_str!("direction_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let told = sheet.said().iter();
    told.filter_map(|(passage, sentence)| {
        off(sentence).map(|levels| tell(sheet.document, passage, sentence, &levels))
    })
    .collect()
}

/// What grows as its figure falls, where that is so many for each or a distance: "chefstätheten har
/// ökat, från 38 till 31 medarbetare per chef".
fn is_inverse(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&["täthet", "täckningsgrad", "närhet"]) && has(&[" per ", " meter"])
}

fn off(sentence: &str) -> Option<FromTo> {
    let levels = from_to(sentence, &counts(sentence))?;
    let value =
        |found: &Found| -> Fixed { found.quantity.value().times(found.quantity.unit.kronor().unwrap_or(1)) };
    let (from, to) = (value(&levels.from), value(&levels.to));
    let wrong = match levels.direction? {
        Direction::Up => to < from,
        Direction::Down => to > from,
    };
    (wrong && !is_inverse(sentence)).then_some(levels)
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, levels: &FromTo) -> Finding {
    let said = &sentence[levels.range()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    let (says, expected) = match levels.direction {
        Some(Direction::Down) => ("rule-direction-off-says-down", "rule-direction-off-expected-down"),
        _ => ("rule-direction-off-says-up", "rule-direction-off-expected-up"),
    };
    Finding {
        confidence_percent: 88,
        found: verbatim(said),
        expected: Message::new(expected),
        advice: Message::new("rule-direction-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new(says))
    }
}
