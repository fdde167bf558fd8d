//! "10 mkr, varav 12 mkr": a part that is more than its whole.

use crate::place;
use crate::prose::{Passage, locate, said};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
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
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let told = said(document).into_iter();
    told.filter_map(|(passage, sentence)| {
        off(sentence).map(|(whole, part)| tell(document, &passage, sentence, &whole, &part))
    })
    .collect()
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
