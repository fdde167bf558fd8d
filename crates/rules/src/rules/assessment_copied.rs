//! The reason of an assessment, word for word as in the report before: last year's, or the
//! year's interim report.

use crate::limits::permille;
use crate::pairs::{assessed, goals_in_both, interim_and_annual, report_and_next};
use crate::place;
use crate::prose::{Passage, locate, passages, word_count};
use crate::rule::Rule;
use crate::seen::Seen;
use crate::sentence_runs::runs;
use std::collections::HashMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{likeness_permille, same};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-copied",
        code: "TID-003",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "En bedömning gäller sin egen period.",
        page_sv: include_str!("assessment_copied.sv.md"),
        page_en: include_str!("assessment_copied.en.md"),
    },
    check,
};

/// Shorter reasons may be the same by chance.
const LETTERS: usize = 60;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let alike = permille(&picture.structure, RULE.about.name, "alike_permille");
    let pairs = report_and_next(picture).into_iter().chain(interim_and_annual(picture));
    pairs.flat_map(|(earlier, later)| of_pair(earlier, later, alike)).collect()
}

fn of_pair(earlier: &Document, later: &Document, alike: u16) -> Vec<Finding> {
    let told = assessed(earlier);
    let mut found = Vec::new();
    for (goal, text, span) in assessed(later) {
        let before = told.iter().find(|own| same(&own.0, &goal) && is_copied(&own.1, &text, alike));
        let long = text.chars().count() >= LETTERS;
        found.extend(before.filter(|_| long).map(|own| tell((earlier, own.2), (later, span), &text)));
    }
    if later.year > earlier.year {
        found.extend(of_reports(earlier, later));
    }
    found
}

/// What was told of a goal the year before, sentences in a row, told once more as this year's.
fn of_reports(earlier: &Document, later: &Document) -> Vec<Finding> {
    let (before, after) = (passages(earlier), passages(later));
    let of = |goal: &Section, passage: &Passage<'_>| {
        passage.within.iter().any(|section| std::ptr::eq(*section, goal))
            && !passage.is_in(SectionKind::AssessmentPeriod)
            && !passage.is_in(SectionKind::AssessmentTerm)
    };
    let mut found = Vec::new();
    for (was, now) in goals_in_both(earlier, later) {
        let mut known: HashMap<String, Span> = HashMap::new();
        for passage in before.iter().filter(|it| of(was.section, it)) {
            for run in runs(passage.text) {
                known.entry(run.key).or_insert_with(|| locate(earlier, passage.span, run.text));
            }
        }
        let own = after.iter().filter(|it| of(now.section, it));
        let mut told = own.flat_map(|passage| runs(passage.text).into_iter().map(move |run| (passage, run)));
        found.extend(told.find_map(|(passage, run)| {
            let span = *known.get(&run.key)?;
            Some(tell((earlier, span), (later, locate(later, passage.span, run.text)), run.text))
        }));
    }
    found
}

/// Reasons of so many words that are much alike are one that was gone over.
const WORDS: usize = 15;

/// Word for word, or nearly, with the same figures: years aside.
fn is_copied(before: &str, now: &str, alike: u16) -> bool {
    let long = word_count(before).min(word_count(now)) >= WORDS;
    let nearly = || likeness_permille(before, now) >= alike && figures(before) == figures(now);
    same(before, now) || long && nearly()
}

/// The numbers of a text that are no years.
fn figures(text: &str) -> Vec<&str> {
    let is_year = |number: &str| number.len() == 4 && ["19", "20"].iter().any(|it| number.starts_with(it));
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    numbers.filter(|number| !is_year(number)).collect()
}

fn tell(earlier: (&Document, Span), later: (&Document, Span), text: &str) -> Finding {
    Finding {
        confidence_percent: 75,
        also_at: vec![place::at(earlier.0, earlier.1)],
        found: verbatim(text),
        expected: Message::new("rule-assessment-copied-expected"),
        advice: Message::new("rule-assessment-copied-try"),
        ..RULE.about.finding(place::at(later.0, later.1), Message::new("rule-assessment-copied-says"))
    }
}
