//! "10 mkr, varav 12 mkr": a part that is more than its whole, in text and in tables, and counts that
//! together are.

use crate::counted_parts::{self, Counted};
use crate::in_words::counts;
use crate::part_rows;
use crate::place;
use crate::prose::{Passage, locate};
use crate::relations::System;
use crate::relations::figures::At;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::{Found, figures};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "part-above-whole",
        code: "ARI-011",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: en del är inte större än det hela.",
        page_sv: include_str!("part_above_whole.sv.md"),
        page_en: include_str!("part_above_whole.en.md"),
    },
    check,
};

/// Sentences on what is left when costs are taken from income: its parts may be larger.
const NET: [&str; 6] = ["överskott", "underskott", "avvik", "netto", "resultat", "skillnad"];

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let mut found = Vec::new();
    let mut before: Option<(&Passage<'_>, &str)> = None;
    for (passage, sentence) in sheet.said() {
        let off = off(sentence).or_else(|| off_counted(sentence));
        found.extend(off.map(|(whole, part)| tell(document, passage, sentence, &whole, &part)));
        let last = before.filter(|(own, _)| own.span == passage.span).map(|(_, sentence)| sentence);
        let counted = counted(sentence, last).filter(|it| it.is_above() || it.is_short());
        found.extend(counted.map(|counted| tell_counted(document, passage, sentence, &counted)));
        before = Some((passage, sentence));
    }
    found.extend(sheet.systems().iter().flat_map(|system| of_table(document, system)));
    found
}

fn of_table(document: &Document, system: &System<'_>) -> Vec<Finding> {
    let tell = |((row, column), whole): (At, &Quantity)| {
        let cell = &system.figures.table.rows[row].cells[column];
        Finding {
            confidence_percent: 85,
            found: verbatim(cell.printed.clone().unwrap_or_default()),
            expected: Message::new("rule-part-above-whole-expected").with("whole", quantity(whole)),
            advice: Message::new("rule-part-above-whole-try"),
            ..RULE.about.finding(place::at(document, cell.span), Message::new("rule-part-above-whole-says"))
        }
    };
    part_rows::off(system).into_iter().map(tell).collect()
}

/// What a sentence counts, out of its own whole or that of the one before.
fn counted(sentence: &str, before: Option<&str>) -> Option<Counted> {
    let spread = before.and_then(|before| counted_parts::spread(before, sentence));
    spread.or_else(|| counted_parts::of_sentence(sentence, before.and_then(counted_parts::whole_of)))
}

/// The whole and the part of a sentence, where the part is surely more.
fn off(sentence: &str) -> Option<(Found, Found)> {
    if !sentence.contains("arav ") {
        return None;
    }
    let lower = sentence.lower();
    if NET.iter().any(|word| lower.contains(word)) || lower.len() != sentence.len() {
        return None;
    }
    let at = lower.find("varav ")?;
    let found = figures(sentence);
    let wholes: Vec<&Found> = found.iter().filter(|it| it.range.end <= at).collect();
    let whole = wholes.last()?;
    let part = found.iter().find(|it| it.range.start > at)?;
    let near = part.range.start - at < 40;
    let kronor = |found: &Found| -> Option<Interval> {
        let kronor = found.quantity.unit.kronor()?;
        Some(found.quantity.interval_hedged(found.hedge).times(kronor))
    };
    let least = kronor(part)?.low?;
    let above = wholes.iter().all(|it| kronor(it).and_then(|it| it.high).is_some_and(|most| least > most));
    let positive = whole.quantity.mantissa > 0 && part.quantity.mantissa > 0;
    (near && above && positive).then(|| ((*whole).clone(), part.clone()))
}

/// So few are easily other things than their parts: "3 hus, varav 40 lägenheter".
const MANY: i64 = 20;

/// "1 372 personer, varav 1 396 barn": a count right after "varav" that is more than its whole.
fn off_counted(sentence: &str) -> Option<(Found, Found)> {
    if !sentence.contains("arav ") {
        return None;
    }
    let at = sentence.find("arav ").filter(|_| sentence.matches("arav ").count() == 1)?;
    let lower = sentence.lower();
    if NET.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let found = counts(sentence);
    let wholes: Vec<&Found> = found.iter().filter(|it| it.range.end <= at).collect();
    let whole = *wholes.last()?;
    let part = found.iter().find(|it| it.range.start > at)?;
    let counted = |it: &Found| it.quantity.unit == Unit::None && it.quantity.decimals == 0;
    let right_after = sentence[at + "arav ".len()..part.range.start].trim().is_empty();
    let (least, most) = (whole.quantity.mantissa, part.quantity.mantissa);
    let above = most > least && most <= least.saturating_mul(2) && least >= MANY;
    let alone = wholes.iter().all(|it| it.quantity.mantissa < most || !counted(it));
    (counted(whole) && counted(part) && right_after && above && alone).then(|| (whole.clone(), part.clone()))
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, whole: &Found, part: &Found) -> Finding {
    let said = &sentence[part.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    Finding {
        confidence_percent: 88,
        found: verbatim(said),
        expected: Message::new("rule-part-above-whole-expected")
            .with("whole", &sentence[whole.range.clone()]),
        advice: Message::new("rule-part-above-whole-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-part-above-whole-says"))
    }
}

fn tell_counted(document: &Document, passage: &Passage<'_>, sentence: &str, counted: &Counted) -> Finding {
    let parts: Vec<String> = counted.parts.iter().map(ToString::to_string).collect();
    let sum: usize = counted.parts.iter().sum();
    let (says, expected) = match counted.is_above() {
        true => ("rule-part-above-whole-says-counted", "rule-part-above-whole-expected"),
        false => ("rule-part-above-whole-says-fewer", "rule-part-above-whole-expected-all"),
    };
    Finding {
        confidence_percent: 85,
        found: verbatim(format!("{} = {sum}", parts.join(" + "))),
        expected: Message::new(expected).with("whole", counted.whole),
        advice: Message::new("rule-part-above-whole-try-counted"),
        ..RULE
            .about
            .finding(place::at(document, locate(document, passage.span, sentence)), Message::new(says))
    }
}
