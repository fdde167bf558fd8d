//! A document clearly harder to read than last year's of the same body.

use crate::limits::limit;
use crate::pairs::{plan_and_next, report_and_next};
use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::lix::Lix;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "harder-than-last-year",
        code: "SPR-005",
        family: Family::PlainLanguage,
        severity: Severity::Note,
        rests_on: "Språklagen 11 §: offentligt språk ska vara vårdat, enkelt och begripligt. LIX.",
        page_sv: include_str!("harder_than_last_year.sv.md"),
        page_en: include_str!("harder_than_last_year.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let set = |name| limit(&picture.structure, RULE.about.name, name);
    let least = (set("least_more"), set("least_words"));
    let pairs = plan_and_next(picture).into_iter().chain(report_and_next(picture));
    let sheets: HashMap<*const Document, &Sheet<'_>> =
        picture.sheets().iter().map(|sheet| (std::ptr::from_ref(sheet.document), sheet)).collect();
    let sheet = |document: &Document| sheets.get(&std::ptr::from_ref(document)).copied();
    pairs.filter_map(|(earlier, later)| of_pair(sheet(earlier)?, sheet(later)?, least)).collect()
}

fn of_pair(earlier: &Sheet<'_>, later: &Sheet<'_>, (more, words): (usize, usize)) -> Option<Finding> {
    let (was, is) = (lix(earlier, words)?, lix(later, words)?);
    (is >= was + more).then(|| tell(earlier.document, later.document, was, is))
}

/// The LIX of the running text, where there is enough of it.
fn lix(sheet: &Sheet<'_>, least_words: usize) -> Option<usize> {
    let all: Lix = sheet.lix().iter().copied().sum();
    (all.words >= least_words).then(|| all.value())
}

fn tell(earlier: &Document, later: &Document, was: usize, is: usize) -> Finding {
    Finding {
        confidence_percent: 65,
        also_at: vec![place::title(earlier)],
        found: Message::new("rule-harder-than-last-year-found").with("lix", is),
        expected: Message::new("rule-harder-than-last-year-expected").with("lix", was),
        advice: Message::new("rule-harder-than-last-year-try"),
        ..RULE.about.finding(place::title(later), Message::new("rule-harder-than-last-year-says"))
    }
}
