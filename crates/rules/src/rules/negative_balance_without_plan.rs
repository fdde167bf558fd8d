//! A negative balance requirement result, and no word on how it is restored.

use crate::place;
use crate::prose::{has_words, locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, FindingPlace, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "negative-balance-without-plan",
        code: "LAG-008",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 12–13 §§: ett negativt balanskravsresultat återställs inom tre år, om det inte finns synnerliga skäl.",
        page_sv: include_str!("negative_balance_without_plan.sv.md"),
        page_en: include_str!("negative_balance_without_plan.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let reports = picture.documents.iter().filter(|document| document.kind == DocumentKind::AnnualReport);
    reports.filter_map(|document| of_document(document)).collect()
}

/// Beginnings of words that tell how it is restored, or why it is not.
const RESTORED: [&str; 6] = [
    "återställ",
    "synnerliga skäl",
    "resultatutjämningsreserv",
    "resultatreserv",
    "åtgärdsplan",
    "inom tre år",
];

/// Words that speak of another result than the year's own.
const OTHERS: [&str; 7] =
    ["inte negativt", "inget negativt", "positivt", "föregående", "tidigare", "prognos", "förra året"];

fn of_document(document: &Document) -> Option<Finding> {
    let restored = document.lines.iter().any(|line| has_any(&line.text.lower(), &RESTORED));
    let said = passages(document).into_iter().flat_map(|passage| {
        let negative = sentences(passage.text).into_iter().filter(|sentence| is_negative(sentence));
        negative.map(|sentence| (sentence, passage.span)).collect::<Vec<_>>()
    });
    let (sentence, span) = said.into_iter().next().filter(|_| !restored)?;
    Some(tell(sentence, place::at(document, locate(document, span, sentence))))
}

/// "Balanskravsresultatet är negativt", "Balanskravsresultatet blev minus 4 mkr".
fn is_negative(sentence: &str) -> bool {
    let lower = sentence.lower();
    let says = ["negativt", "minus"].iter().any(|word| has_words(&lower, word));
    lower.contains("balanskravsresultat") && says && !has_any(&lower, &OTHERS)
}

fn has_any(lower: &str, words: &[&str]) -> bool {
    words.iter().any(|word| lower.contains(word))
}

fn tell(sentence: &str, at: FindingPlace) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(sentence),
        expected: Message::new("rule-negative-balance-without-plan-expected"),
        advice: Message::new("rule-negative-balance-without-plan-try"),
        ..RULE.about.finding(at, Message::new("rule-negative-balance-without-plan-says"))
    }
}
