//! "10 mkr, varav 12 mkr": a part that is more than its whole, and counts that together are.

use crate::counted_parts::{self, Counted};
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
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
    let mut before: Option<(Span, usize)> = None;
    for (passage, sentence) in sheet.said() {
        let off = off(sentence);
        found.extend(off.map(|(whole, part)| tell(document, passage, sentence, &whole, &part)));
        let told = before.filter(|(span, _)| *span == passage.span).map(|(_, whole)| whole);
        let counted = counted_parts::of_sentence(sentence, told).filter(Counted::is_above);
        found.extend(counted.map(|counted| tell_counted(document, passage, sentence, &counted)));
        before = counted_parts::whole_of(sentence).map(|whole| (passage.span, whole));
    }
    found
}

/// The whole and the part of a sentence, where the part is surely more.
fn off(sentence: &str) -> Option<(Found, Found)> {
    if !sentence.contains("arav ") {
        return None;
    }
    let lower = sentence.to_lowercase();
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
    Finding {
        confidence_percent: 85,
        found: verbatim(format!("{} = {sum}", parts.join(" + "))),
        expected: Message::new("rule-part-above-whole-expected").with("whole", counted.whole),
        advice: Message::new("rule-part-above-whole-try-counted"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, sentence)),
            Message::new("rule-part-above-whole-says-counted"),
        )
    }
}
