//! A reference to a goal that no document has.

use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::{likeness_permille, normalized};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-not-there",
        code: "REF-008",
        family: Family::Reference,
        severity: Severity::Warning,
        rests_on: "En hänvisning ska leda till något i dokumentet.",
        page_sv: include_str!("goal_not_there.sv.md"),
        page_en: include_str!("goal_not_there.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let others: Vec<String> = picture
        .documents
        .iter()
        .flat_map(|document| document.goals().iter().map(|goal| goal.name().to_owned()).collect::<Vec<_>>())
        .chain(picture.structure.council_goals.iter().map(|goal| goal.name.clone()))
        .collect();
    let asked = |sheet: &Sheet<'_>| of_sheet(sheet, &others, &picture.structure.words);
    picture.sheets().iter().flat_map(asked).collect()
}

/// A document with fewer goals is a part of one.
const GOALS: usize = 4;

/// A name of fewer words is said in other forms.
const WORDS: usize = 3;

fn of_sheet(sheet: &Sheet<'_>, others: &[String], words: &Words) -> Vec<Finding> {
    let document = sheet.document;
    let areas = document.goal_areas();
    let own: Vec<&str> = areas.iter().flat_map(|area| &area.goals).map(|goal| goal.name()).collect();
    if own.len() < GOALS {
        return Vec::new();
    }
    let all: Vec<&str> = own.iter().copied().chain(others.iter().map(String::as_str)).collect();
    let printed: Vec<String> = headings(document);
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| sentence.contains("målet ")) {
        let lower = sentence.lower();
        if words.other_goals.iter().any(|word| lower.contains(word.as_str())) {
            continue;
        }
        for rest in after(sentence) {
            let name = name(rest);
            let start = normalized(name);
            let is_printed = printed.iter().any(|heading| is_begun(heading, &start));
            let is_known = all.iter().any(|goal| is_like_goal(&start, &normalized(goal)));
            let told = name.split_whitespace().count() >= WORDS && !is_printed && !is_known;
            found.extend(told.then(|| tell(document, passage, name)));
        }
    }
    found
}

/// Everything that is headed, in areas and tables as well.
fn headings(document: &Document) -> Vec<String> {
    let sections = document.all_sections();
    let rows = document
        .tables()
        .into_iter()
        .flat_map(|(_, table)| &table.rows)
        .map(|row| normalized(&row.label.text));
    sections.iter().map(|section| normalized(&section.name)).chain(rows).filter(|it| it.len() > 8).collect()
}

/// Whether a heading and a name begin alike, in five words: goals of one council often share three.
fn is_begun(heading: &str, name: &str) -> bool {
    let first = name.split_whitespace().take(BEGINNING).collect::<Vec<_>>().join(" ");
    heading.contains(&first) || name.contains(heading)
}

/// So many words are a beginning.
const BEGINNING: usize = 5;

/// Whether a name may be a goal's, however it is bent or cut.
fn is_like_goal(name: &str, goal: &str) -> bool {
    is_begun(goal, name) || likeness_permille(name, goal) >= LIKE_PERMILLE
}

/// A name this like a goal's (thousandths) is told of by the rule on wordings.
const LIKE_PERMILLE: u16 = 500;

/// What follows "målet " when it goes on with a capital.
fn after(sentence: &str) -> Vec<&str> {
    let rests =
        sentence.match_indices("målet ").map(|(at, word)| (&sentence[..at], &sentence[at + word.len()..]));
    let own = |before: &str| ["nämnd", "nämnds"].iter().any(|word| before.lower().ends_with(word));
    let free = rests.filter(|(before, _)| !before.ends_with(char::is_alphanumeric) || own(before));
    free.map(|(_, rest)| rest.trim_start_matches(['"', '\u{201d}', '\u{201c}', '*', '_']))
        .filter(|rest| rest.starts_with(char::is_uppercase))
        .collect()
}

/// The name that a text begins with: until its clause ends.
fn name(rest: &str) -> &str {
    let ends = [" så att ", " där ", " som ", " genom ", " och i ", " samt "];
    let clause = rest.find(['.', ',', ';', ':', '(', ')', '"', '\u{201d}', '*']).unwrap_or(rest.len());
    let cut = ends.iter().filter_map(|end| rest[..clause].find(end)).min().unwrap_or(clause);
    rest[..cut].trim()
}

fn tell(document: &Document, passage: &Passage<'_>, name: &str) -> Finding {
    Finding {
        confidence_percent: 70,
        found: verbatim(name),
        expected: Message::new("rule-goal-not-there-expected"),
        advice: Message::new("rule-goal-not-there-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, name)),
            Message::new("rule-goal-not-there-says"),
        )
    }
}
