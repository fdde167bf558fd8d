//! A paragraph copied from last year's document that still speaks of its year.

use crate::limits::limit;
use crate::pairs::{plan_and_next, report_and_next};
use crate::place;
use crate::prose::{Passage, locate, passages, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "year-left-behind",
        code: "KON-013",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Ett dokument gäller sitt eget år.",
        page_sv: include_str!("year_left_behind.sv.md"),
        page_en: include_str!("year_left_behind.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_next(picture).into_iter().chain(report_and_next(picture));
    // Shorter passages may be the same by chance.
    let least = limit(&picture.structure, RULE.about.name, "least_letters");
    let mut found: Vec<Finding> = pairs.flat_map(|(earlier, later)| of_pair(earlier, later, least)).collect();
    found.extend(picture.sheets().iter().flat_map(of_own_year));
    found
}

/// What a document calls itself where it says which year it is for.
const ITSELF: [&str; 9] = [
    "planen",
    "verksamhetsplanen",
    "nämndplanen",
    "nämndsplanen",
    "internbudgeten",
    "budgeten",
    "dokumentet",
    "rapporten",
    "nämndsbudgeten",
];

/// "Planen gäller 2030." in a document of 2031: its own year is last year's.
fn of_own_year(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let Some(year) = document.year else { return Vec::new() };
    let was = (year - 1).to_string();
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said().iter().filter(|(_, sentence)| sentence.contains(&was)) {
        let words = words(sentence);
        if is_of_year(&words, &was) {
            let printed = format!("för {was}");
            found.push(own_year(document, passage, &printed, (&was, year)));
            continue;
        }
        let told =
            words.windows(2).position(|pair| ITSELF.contains(&pair[0].as_str()) && pair[1] == "gäller");
        let Some(at) = told.filter(|at| *at == 0) else { continue };
        let rest: Vec<&str> = words[at + 2..].iter().map(String::as_str).collect();
        let rest = match rest.as_slice() {
            ["för" | "under" | "året" | "år", rest @ ..] => rest,
            rest => rest,
        };
        // A range of years, or a year that the sentence goes on from, is another matter.
        if let [own] = rest
            && *own == was
        {
            let said = format!("gäller {was}");
            let printed = if sentence.contains(&said) { said.as_str() } else { was.as_str() };
            found.push(own_year(document, passage, printed, (&was, year)));
        }
    }
    found
}

/// "Planen för 2030 bygger på …": what a document tells of itself.
fn is_of_year(words: &[String], was: &str) -> bool {
    const TELLS: [&str; 6] = ["bygger", "utgår", "innehåller", "omfattar", "beskriver", "består"];
    let told: Vec<&str> = words.iter().take(4).map(String::as_str).collect();
    matches!(told.as_slice(), [own, "för", year, verb] if ITSELF.contains(own) && *year == was && TELLS.contains(verb))
}

fn own_year(document: &Document, passage: &Passage<'_>, printed: &str, (was, year): (&str, i32)) -> Finding {
    Finding {
        confidence_percent: 85,
        found: verbatim(printed),
        expected: verbatim(printed.replace(was, &year.to_string())),
        advice: Message::new("rule-year-left-behind-try-own"),
        ..RULE.about.finding(
            place::at(document, locate(document, passage.span, printed)),
            Message::new("rule-year-left-behind-says-own"),
        )
    }
}

/// Passages that stand word for word in last year's document and still speak of its year.
fn of_pair(earlier: &Document, later: &Document, least_letters: usize) -> Vec<Finding> {
    let Some((was, year)) = earlier.year.zip(later.year) else { return Vec::new() };
    let before = passages(earlier);
    let known: HashMap<String, Span> =
        before.iter().map(|passage| (normalized(passage.text), passage.span)).collect();
    let mut found = Vec::new();
    for passage in passages(later) {
        let year_said = passage.text.contains(&year.to_string()) || passage.text.len() < least_letters;
        let Some(words) = said_of(passage.text, was).filter(|_| !year_said) else { continue };
        let copied = known.get(&normalized(passage.text));
        found.extend(copied.map(|span| tell((earlier, *span), (later, &passage), &words, (was, year))));
    }
    found
}

/// "under 2025", "hösten 2025": the words that place the text in a year.
fn said_of(text: &str, year: i32) -> Option<String> {
    const BEFORE: [&str; 6] = ["under", "våren", "hösten", "sommaren", "vintern", "hela"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.windows(2).position(|pair| {
        let bare = pair[1].trim_matches(|c: char| !c.is_alphanumeric());
        bare == year.to_string() && BEFORE.contains(&pair[0].lower().as_str())
    })?;
    Some(words[at..at + 2].join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

fn tell(
    earlier: (&Document, Span),
    later: (&Document, &Passage<'_>),
    words: &str,
    (was, year): (i32, i32),
) -> Finding {
    Finding {
        confidence_percent: 82,
        also_at: vec![place::at(earlier.0, earlier.1)],
        found: verbatim(words),
        expected: verbatim(words.replace(&was.to_string(), &year.to_string())),
        advice: Message::new("rule-year-left-behind-try"),
        ..RULE.about.finding(
            place::at(later.0, locate(later.0, later.1.span, words)),
            Message::new("rule-year-left-behind-says"),
        )
    }
}
