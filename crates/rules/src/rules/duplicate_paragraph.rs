//! The same paragraph in two places.

use crate::limits::{limit, permille};
use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use crate::sentence_runs;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::SectionKind;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::{likeness_permille, same};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "duplicate-paragraph",
        code: "KON-001",
        family: Family::Consistency,
        severity: Severity::Note,
        rests_on: "Klarspråk: samma stycke på två ställen blir olika vid nästa ändring.",
        page_sv: include_str!("duplicate_paragraph.sv.md"),
        page_en: include_str!("duplicate_paragraph.en.md"),
    },
    check,
};

/// When paragraphs are held to be copied.
struct Limits {
    /// Shorter paragraphs, in bytes, may well be the same.
    letters: usize,
    /// Under a goal, where each text is about its own goal, they need not be that long.
    letters_of_goal: usize,
    /// Paragraphs of two goals this like each other (thousandths) are one that was copied.
    alike_permille: u16,
}

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let set = |name| limit(&picture.structure, RULE.about.name, name);
    let limits = Limits {
        letters: set("least_letters"),
        letters_of_goal: set("least_letters_of_goal"),
        alike_permille: permille(&picture.structure, RULE.about.name, "alike_permille"),
    };
    picture.documents.iter().flat_map(|document| of_document(document, &limits)).collect()
}

fn of_document(document: &Document, limits: &Limits) -> Vec<Finding> {
    let mut first: HashMap<u64, (&str, Span)> = HashMap::new();
    let mut found = Vec::new();
    let passages = passages(document);
    for passage in passages.iter().filter(|passage| is_long(passage, limits)) {
        match first.entry(fingerprint(passage.text)) {
            Entry::Occupied(earlier) => {
                let (text, span) = earlier.get();
                let told = same(text, passage.text) && !is_reference(text);
                found.extend(told.then(|| tell(document, passage, *span)));
            }
            Entry::Vacant(free) => {
                free.insert((passage.text, passage.span));
            }
        }
    }
    found.extend(nearly(document, &passages, limits));
    let told: HashSet<u32> = found.iter().map(|it| it.at.span.at.line).collect();
    let in_part = in_part(document, &passages).into_iter();
    found.extend(in_part.filter(|it| !told.contains(&it.at.span.at.line)));
    found
}

/// Sentences in a row that the text of another goal has too, in paragraphs that are not the same.
fn in_part(document: &Document, passages: &[Passage<'_>]) -> Vec<Finding> {
    let mut first: HashMap<String, (usize, Span)> = HashMap::new();
    let mut found = Vec::new();
    let goal_of =
        |passage: &Passage<'_>| passage.within.iter().position(|section| section.kind == SectionKind::Goal);
    let of_goals = passages.iter().filter(|passage| !is_judged(passage) && !is_reference(passage.text));
    for passage in of_goals {
        let Some(goal) = goal_of(passage).map(|at| std::ptr::from_ref(passage.within[at]) as usize) else {
            continue;
        };
        let runs = sentence_runs::runs(passage.text);
        let copied = runs.iter().find_map(|run| {
            let (_, span) = first.get(&run.key).filter(|(other, _)| *other != goal)?;
            Some((run, *span))
        });
        found.extend(copied.map(|(run, earlier)| {
            let at =
                Passage { span: locate(document, passage.span, run.text), text: run.text, ..passage.clone() };
            tell(document, &at, earlier)
        }));
        for run in runs {
            let span = locate(document, passage.span, run.text);
            first.entry(run.key).or_insert((goal, span));
        }
    }
    found
}

/// Paragraphs of two goals that begin or end alike and are the same but for a few words.
fn nearly(document: &Document, passages: &[Passage<'_>], limits: &Limits) -> Vec<Finding> {
    let goal_of = |passage: &Passage<'_>| {
        let goal = passage.within.iter().find(|section| section.kind == SectionKind::Goal);
        goal.map(|section| section.id.clone())
    };
    let long: Vec<(&Passage<'_>, String)> = passages
        .iter()
        .filter(|passage| passage.text.len() >= limits.letters && !is_judged(passage))
        .filter_map(|passage| Some((passage, goal_of(passage)?)))
        .collect();
    let mut by_end: HashMap<String, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, (passage, goal)) in long.iter().enumerate() {
        let ends = ends(passage.text);
        let known: BTreeSet<usize> =
            ends.iter().filter_map(|end| by_end.get(end)).flatten().copied().collect();
        let copied = known.into_iter().map(|other| &long[other]).find(|(other, its)| {
            let exact = fingerprint(other.text) == fingerprint(passage.text);
            its != goal && !exact && likeness_permille(other.text, passage.text) >= limits.alike_permille
        });
        let copied = copied.filter(|_| !is_reference(passage.text));
        found.extend(copied.map(|(other, _)| tell(document, passage, other.span)));
        ends.into_iter().for_each(|end| by_end.entry(end).or_default().push(at));
    }
    found
}

/// Assessments are told in set phrases, which are alike where the goals are not.
fn is_judged(passage: &Passage<'_>) -> bool {
    passage.is_in(SectionKind::AssessmentPeriod) || passage.is_in(SectionKind::AssessmentTerm)
}

/// So many words begin and end a paragraph.
const ENDS: usize = 5;

/// The first words of a text and its last.
fn ends(text: &str) -> [String; 2] {
    let first: Vec<&str> = text.split_whitespace().take(ENDS).collect();
    let mut last: Vec<&str> = text.split_whitespace().rev().take(ENDS).collect();
    last.reverse();
    [first.join(" "), last.join(" ")]
}

fn is_long(passage: &Passage<'_>, limits: &Limits) -> bool {
    let of_goal = passage.is_in(SectionKind::Goal);
    let least = if of_goal { limits.letters_of_goal } else { limits.letters };
    passage.text.len() >= least
}

/// A number that paragraphs with the same letters share (FNV-1a over letters in lower case).
fn fingerprint(text: &str) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut print = BASIS;
    let mut add = |letter: u32| print = (print ^ u64::from(letter)).wrapping_mul(PRIME);
    for letter in text.chars() {
        match letter.is_ascii() {
            true if letter.is_ascii_alphanumeric() => add(u32::from(letter.to_ascii_lowercase())),
            false if matches!(letter, 'å' | 'ä' | 'ö' | 'é') => add(u32::from(letter)),
            false if letter.is_alphanumeric() => letter.to_lowercase().for_each(|it| add(u32::from(it))),
            _ => {}
        }
    }
    print
}

/// Whether a passage is a mere reference to another place.
fn is_reference(text: &str) -> bool {
    let lower = text.lower();
    ["beskrivs ", "redovisas under", "se även", "hänvisas till"].iter().any(|it| lower.contains(it))
}

fn tell(document: &Document, passage: &Passage<'_>, earlier: Span) -> Finding {
    let start: String = passage.text.chars().take(70).collect();
    Finding {
        confidence_percent: 90,
        also_at: vec![place::at(document, earlier)],
        found: verbatim(format!("{start}…")),
        expected: Message::new("rule-duplicate-paragraph-expected"),
        advice: Message::new("rule-duplicate-paragraph-try"),
        ..RULE.about.finding(place::at(document, passage.span), Message::new("rule-duplicate-paragraph-says"))
    }
}
