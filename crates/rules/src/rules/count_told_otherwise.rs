//! The same fact with two numbers.

use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "count-told-otherwise",
        code: "KON-021",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Samma uppgift är samma tal överallt.",
        page_sv: include_str!("count_told_otherwise.sv.md"),
        page_en: include_str!("count_told_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_sheet(sheet, &picture.structure.words)).collect()
}

/// What a sentence says that somebody has: of whom, what, how many, and in which year if it is said.
struct Fact<'s, 'a> {
    what: (String, String, Option<i32>),
    number: i64,
    words: &'s str,
    passage: &'s Passage<'a>,
}

fn of_sheet(sheet: &Sheet<'_>, words: &Words) -> Vec<Finding> {
    let mut first: Vec<Fact<'_, '_>> = Vec::new();
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said().iter().map(|(passage, sentence)| (passage, *sentence)) {
        // Most sentences count nothing.
        if !sentence.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        for fact in words
            .people
            .iter()
            .filter(|noun| sentence.contains(noun.as_str()))
            .filter_map(|noun| fact(passage, sentence, noun, words))
        {
            match first.iter().find(|it| it.what == fact.what) {
                Some(own) if differ(own.number, fact.number) => found.push(tell(sheet.document, own, &fact)),
                Some(_) => {}
                None => first.push(fact),
            }
        }
    }
    found
}

/// "Kommunen har 31 400 invånare": nothing between whose and how many but the verb.
fn fact<'s, 'a>(
    passage: &'s Passage<'a>,
    sentence: &'s str,
    noun: &str,
    words: &Words,
) -> Option<Fact<'s, 'a>> {
    let lower = sentence.lower();
    let noun_at = find_word(&lower, noun)?;
    let before = sentence.get(..noun_at)?.trim_end();
    let digits = before.rfind(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}')))?;
    let cut = digits + before[digits..].chars().next()?.len_utf8();
    let printed = before.get(cut..)?.trim();
    let said = lower.get(..cut)?.trim_end().to_owned();
    let mut last = said.split_whitespace().rev();
    let verb = last.next()?;
    let whose = last.next()?.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let plain = ["har", "hade"].contains(&verb)
        && words.holders.iter().any(|holder| whose.ends_with(holder.as_str()));
    let value: i64 = printed.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
    let years: Vec<i32> = sentence
        .split(|c: char| !c.is_ascii_digit())
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse().ok())
        .filter(|it| (1990..2100).contains(it))
        .collect();
    let year = match years.as_slice() {
        [] => None,
        [one] => Some(*one),
        _ => return None,
    };
    let start = sentence.find(printed)?;
    let end = noun_at + noun.len();
    (plain && value > 9).then_some(Fact {
        what: (whose, noun.to_owned(), year),
        number: value,
        words: sentence.get(start..end)?,
        passage,
    })
}

fn find_word(lower: &str, word: &str) -> Option<usize> {
    let mut at = lower.match_indices(word).map(|(at, _)| at);
    at.find(|at| {
        !lower[..*at].ends_with(char::is_alphanumeric)
            && !lower[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Whether two numbers cannot both be roundings of one.
fn differ(one: i64, other: i64) -> bool {
    let (small, large) = (one.min(other), one.max(other));
    let rounded = |value: i64, unit: i64| value % unit == 0;
    let near = [100, 1_000, 10_000]
        .into_iter()
        .any(|unit| (rounded(small, unit) || rounded(large, unit)) && (large - small) * 2 <= unit);
    small != large && !near
}

fn tell(document: &Document, own: &Fact<'_, '_>, other: &Fact<'_, '_>) -> Finding {
    let at = |fact: &Fact<'_, '_>| place::at(document, locate(document, fact.passage.span, fact.words));
    Finding {
        confidence_percent: 78,
        also_at: vec![at(own)],
        found: verbatim(other.words),
        expected: verbatim(own.words),
        advice: Message::new("rule-count-told-otherwise-try"),
        ..RULE.about.finding(at(other), Message::new("rule-count-told-otherwise-says"))
    }
}
