//! A reference to a goal under another wording than the goal's own.

use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::{likeness_permille, normalized};
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-named-otherwise",
        code: "REF-001",
        family: Family::Reference,
        severity: Severity::Warning,
        rests_on: "Ett mål har en lydelse: den som fullmäktige beslutade.",
        page_sv: include_str!("goal_named_otherwise.sv.md"),
        page_en: include_str!("goal_named_otherwise.en.md"),
    },
    check,
};

/// A reference this like a goal's name (thousandths) is meant to be it.
const MEANT_PERMILLE: u16 = 600;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let of_sheet = |sheet: &Sheet<'_>| {
        let mut found = of_document(sheet.document);
        let told: Vec<u32> = found.iter().map(|finding| finding.at.span.at.line).collect();
        found.extend(in_lists(sheet).into_iter().filter(|finding| !told.contains(&finding.at.span.at.line)));
        found
    };
    picture.sheets().iter().flat_map(of_sheet).collect()
}

/// Goals that a list or a table calls otherwise than the heading of the same number does, where it calls the others
/// alike.
fn in_lists(sheet: &Sheet<'_>) -> Vec<Finding> {
    let Some(goals) = sheet.goal_lists() else { return Vec::new() };
    let pairs = goals.lists.iter().flat_map(|list| goals.pairs(list));
    let differing = pairs.filter(|(listed, own)| !listed.is_same(own));
    differing
        .map(|(listed, own)| Finding {
            confidence_percent: 85,
            also_at: vec![own.place(sheet.document)],
            found: verbatim(listed.name.clone()),
            expected: verbatim(own.name.clone()),
            advice: Message::new("rule-goal-named-otherwise-try"),
            ..RULE.about.finding(listed.place(sheet.document), Message::new("rule-goal-named-otherwise-says"))
        })
        .collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let goals: Vec<&str> = document.goals().iter().map(|goal| goal.name()).collect();
    let mut found = Vec::new();
    for passage in passages(document) {
        for sentence in sentences(passage.text) {
            let named = named(sentence).into_iter().filter_map(|words| otherwise(words, &goals));
            found.extend(named.map(|(words, goal)| tell(document, &passage, &words, goal)));
            let listed = listed(sentence, &goals);
            found.extend(listed.map(|(words, goal)| tell(document, &passage, &words, goal)));
        }
    }
    found
}

/// What follows the word "målet" when it goes on with a capital.
fn named(sentence: &str) -> Vec<&str> {
    // One reference ends where the next one starts.
    let cut = |rest: &str| rest.find(" respektive ").unwrap_or(rest.len());
    const OPENERS: [&str; 4] = ["målet ", "fullmäktiges mål ", "fullmäktigemål ", "målen "];
    let openers = OPENERS.iter().flat_map(|opener| sentence.match_indices(opener));
    let after = openers.map(|(at, word)| {
        sentence[at + word.len()..]
            .trim_start_matches(['"', '\u{201d}', '\u{201c}', '\u{bb}', '*', '_', ':', ' '])
    });
    after.filter(|rest| rest.starts_with(char::is_uppercase)).map(|rest| &rest[..cut(rest)]).collect()
}

/// "De mål som nämnden bidrar till är A, B och C": the words in the place of the only goal that is not named, where
/// all others are, and the goal. They have a long word in common.
fn listed<'a>(sentence: &str, goals: &[&'a str]) -> Option<(String, &'a str)> {
    let lower = sentence.lower();
    let at = ["mål som", "målen är", "målen:", "följande mål"].iter().find_map(|word| lower.find(word))?;
    let (missing, named): (Vec<&&str>, Vec<&&str>) =
        goals.iter().partition(|goal| find_name(sentence, goal).is_none_or(|range| range.start < at));
    let [goal] = missing.as_slice() else { return None };
    if named.len() < LISTED {
        return None;
    }
    // What is left between the names, or after the last of them.
    let mut taken: Vec<Range<usize>> = named.iter().filter_map(|goal| find_name(sentence, goal)).collect();
    taken.sort_by_key(|range| range.start);
    let starts = taken.iter().map(|range| range.end);
    let ends = taken.iter().skip(1).map(|range| range.start).chain([sentence.len()]);
    let first = sentence[at..taken.first()?.start].rsplit_once(" är ").map(|(_, rest)| rest);
    let gaps = starts.zip(ends).filter_map(|(start, end)| sentence.get(start..end));
    let left: Vec<&str> = gaps.chain(first).map(bare).filter(|gap| !gap.is_empty()).collect();
    let [words] = left.as_slice() else { return None };
    let long = |text: &str| -> Vec<String> {
        normalized(text).split(' ').filter(|word| word.chars().count() >= LONG).map(str::to_owned).collect()
    };
    let shared = long(goal).iter().any(|word| long(words).contains(word));
    let count = words.split_whitespace().count();
    (shared && count <= goal.split_whitespace().count() + 3).then(|| ((*words).to_owned(), **goal))
}

/// So many goals are named as they are called beside one that is not.
const LISTED: usize = 2;
/// So long are words that say what a goal is about.
const LONG: usize = 6;

/// Where a sentence has a goal's name, in whatever case.
fn find_name(sentence: &str, goal: &str) -> Option<Range<usize>> {
    let (lower, name) = (sentence.lower(), goal.lower());
    let at = lower.find(&name).filter(|_| lower.len() == sentence.len())?;
    Some(at..at + name.len())
}

/// Without the commas and the "och" of a list.
fn bare(gap: &str) -> &str {
    let marks = |c: char| c == ' ' || matches!(c, ',' | '.' | ';' | ':' | '"' | '\u{201d}');
    let bare = gap.trim_matches(marks);
    let bare = ["och ", "samt "].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    let bare = [" och", " samt"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    let bare = if matches!(bare, "och" | "samt") { "" } else { bare };
    bare.trim_matches(marks)
}

/// The words that name a goal otherwise than it is called, with the goal.
fn otherwise<'a>(rest: &str, goals: &[&'a str]) -> Option<(String, &'a str)> {
    let lower = normalized(rest);
    if goals.iter().any(|goal| lower.starts_with(&normalized(goal))) {
        return None;
    }
    let candidates = goals.iter().filter_map(|goal| Some((nearest_start(rest, goal)?, *goal)));
    let ((permille, words), goal) = candidates.max_by_key(|((permille, _), _)| *permille)?;
    (permille >= MEANT_PERMILLE).then_some((words, goal))
}

/// The start of a text that is most like a goal's name, a few words shorter or longer.
fn nearest_start(rest: &str, goal: &str) -> Option<(u16, String)> {
    let words: Vec<&str> = rest.split_whitespace().collect();
    let length = goal.split_whitespace().count();
    let lengths = (length * 3).div_ceil(4).min(words.len()).max(length.div_ceil(2)).max(3)..=length + 3;
    let starts = lengths.filter(|count| *count <= words.len()).map(|count| words[..count].join(" "));
    let scored = starts.map(|start| (likeness_permille(&start, goal), start));
    scored.max_by(|a, b| a.0.cmp(&b.0).then(b.1.len().cmp(&a.1.len())))
}

fn tell(document: &Document, passage: &Passage<'_>, words: &str, goal: &str) -> Finding {
    let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    Finding {
        confidence_percent: 80,
        found: verbatim(words),
        expected: verbatim(goal),
        advice: Message::new("rule-goal-named-otherwise-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, words)),
            Message::new("rule-goal-named-otherwise-says"),
        )
    }
}
