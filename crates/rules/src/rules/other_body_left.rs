//! Another committee’s name in text that is the committee’s own.

use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "other-body-left",
        code: "KON-020",
        family: Family::Consistency,
        severity: Severity::Note,
        rests_on: "En nämnds dokument handlar om den nämnden.",
        page_sv: include_str!("other_body_left.sv.md"),
        page_en: include_str!("other_body_left.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let kinds = [DocumentKind::CommitteeBudget, DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    let asked = picture.sheets().iter().filter(|sheet| kinds.contains(&sheet.document.kind));
    asked.flat_map(|sheet| of_sheet(sheet, &picture.structure.words)).collect()
}

fn of_sheet(sheet: &Sheet<'_>, words: &Words) -> Vec<Finding> {
    let document = sheet.document;
    let Some(body) = document.body.as_ref().map(|body| normalized(&body.text)) else { return Vec::new() };
    // A board that leads the others writes of them.
    if !body.ends_with("nämnden") || body.contains("styrelse") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said() {
        let Some((name, printed)) = owner(sentence, &words.own_things) else { continue };
        let bare = name.trim_end_matches('s');
        let own =
            body.contains(bare) || bare.contains(&body) || body.split_whitespace().any(|word| word == bare);
        let in_lines = document.lines.iter().map(|line| line.text.lower().matches(bare).count());
        let times: usize = in_lines.sum();
        found.extend((!own && times == 1).then(|| tell(document, passage, printed, &body)));
    }
    found
}

/// "Fritidsnämndens kommunbidrag": whose it is, where it is a committee's.
fn owner<'s>(sentence: &'s str, things: &[String]) -> Option<(String, &'s str)> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let lower = pair[0].lower();
        let thing = pair[1].trim_matches(|c: char| !c.is_alphanumeric()).lower();
        let is_owner = lower.ends_with("nämndens") && lower.len() > "nämndens".len() + 2;
        (is_owner && things.contains(&thing)).then(|| (lower, pair[0]))
    })
}

fn tell(document: &Document, passage: &Passage<'_>, printed: &str, body: &str) -> Finding {
    Finding {
        confidence_percent: 65,
        found: verbatim(printed),
        expected: verbatim(body),
        advice: Message::new("rule-other-body-left-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, printed)),
            Message::new("rule-other-body-left-says"),
        )
    }
}
