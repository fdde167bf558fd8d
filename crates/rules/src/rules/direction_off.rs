//! "Ökar från 38 till 31": a word of change that its levels contradict.

use crate::in_words::{Direction, FromTo, counts, from_to};
use crate::levels::{self, Change};
use crate::numbered::{Numbered, in_turn};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Fixed;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
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
    let mut found = Vec::new();
    for (now, before) in in_turn(sheet.numbered()) {
        let own = off(now.sentence).map(|levels| (levels.range(), levels.direction));
        let told = own.or_else(|| of_change(now, before));
        found.extend(told.map(|(range, way)| tell(sheet.document, now, range, way)));
    }
    found
}

/// "14 tkr högre än snittet på 242 tkr" of 228 tkr: a change of the right size that goes the other way.
fn of_change(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<(Range<usize>, Option<Direction>)> {
    let turned = |change: &Change| {
        let (from, to) = (value(&change.levels.from), value(&change.levels.to));
        let size = (to - from).abs() == value(&change.by.amount).abs();
        let above = !from.is_negative() && !to.is_negative();
        size && above && is_turned(change.levels.direction, from, to) && !is_inverse(now.sentence)
    };
    let change = levels::changes(now, before).into_iter().find(turned)?;
    Some((change.by.amount.range, change.levels.direction))
}

fn value(found: &Found) -> Fixed {
    found.quantity.value().times(found.quantity.unit.kronor().unwrap_or(1))
}

fn is_turned(direction: Option<Direction>, from: Fixed, to: Fixed) -> bool {
    match direction {
        Some(Direction::Up) => to < from,
        Some(Direction::Down) => to > from,
        None => false,
    }
}

/// What grows as its figure falls, where that is so many for each or a distance: "chefstätheten har
/// ökat, från 38 till 31 medarbetare per chef".
fn is_inverse(sentence: &str) -> bool {
    let lower = sentence.lower();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&["täthet", "täckningsgrad", "närhet"]) && has(&[" per ", " meter"])
}

fn off(sentence: &str) -> Option<FromTo> {
    let levels = from_to(sentence, &counts(sentence))?;
    let wrong = is_turned(levels.direction, value(&levels.from), value(&levels.to));
    (wrong && !is_inverse(sentence)).then_some(levels)
}

fn tell(document: &Document, now: &Numbered<'_>, range: Range<usize>, way: Option<Direction>) -> Finding {
    let said = &now.sentence[range.clone()];
    let sentence = locate(document, now.passage.span, now.sentence);
    let span = locate(document, locate(document, sentence, &now.sentence[range.start..]), said);
    let (says, expected) = match way {
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
