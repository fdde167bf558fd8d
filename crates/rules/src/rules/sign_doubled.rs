//! "Ett underskott på -6,8 mkr": the word and the sign both say it.

use crate::place;
use crate::prose::{Passage, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::figure::MINUS;
use uppsikt_text::prose::{Found, numbers};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "sign-doubled",
        code: "AVV-003",
        family: Family::Deviation,
        severity: Severity::Note,
        rests_on: "Ett underskott under noll är, ordagrant, ett överskott.",
        page_sv: include_str!("sign_doubled.sv.md"),
        page_en: include_str!("sign_doubled.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| sentence.contains(MINUS)) {
        let doubled = numbers(sentence).into_iter().filter(|amount| is_doubled(sentence, amount));
        found.extend(doubled.map(|amount| tell(sheet.document, passage, sentence, &amount)));
    }
    found
}

/// Whether a negative amount stands right after a word that already says which way.
fn is_doubled(sentence: &str, amount: &Found) -> bool {
    let before = words(&sentence[..amount.range.start]);
    let joined = before.last().is_some_and(|word| ["på", "med", "om"].contains(&word.as_str()));
    let at = before.len().checked_sub(if joined { 2 } else { 1 });
    let word = at.and_then(|at| before.get(at)).map(String::as_str).unwrap_or_default();
    let stems = ["underskott", "överskott", "minskning", "ökning"];
    let ends = ["", "et", "en"];
    let says = stems
        .iter()
        .any(|stem| ends.iter().any(|end| word.strip_suffix(end).is_some_and(|bare| bare.ends_with(stem))));
    // "Underskottet, -12,8 mkr, beror på": the amount is named beside the word.
    let aside = sentence[..amount.range.start].trim_end().ends_with([',', '(']);
    amount.quantity.mantissa < 0 && says && !aside
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, amount: &Found) -> Finding {
    let said = &sentence[amount.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    Finding {
        confidence_percent: 85,
        found: verbatim(said),
        expected: verbatim(said.trim_start_matches(MINUS).trim_start()),
        advice: Message::new("rule-sign-doubled-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-sign-doubled-says"))
    }
}
