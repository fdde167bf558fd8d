//! "Avsnittet ”Lokaler”" where no heading says so.

use crate::alike::letters_alike_permille;
use crate::place;
use crate::prose::{locate, passages, words};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::stem::stem;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "section-not-there",
        code: "REF-003",
        family: Family::Reference,
        severity: Severity::Warning,
        rests_on: "En hänvisning ska leda till något i dokumentet.",
        page_sv: include_str!("section_not_there.sv.md"),
        page_en: include_str!("section_not_there.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// A heading this like the words in quotes (thousandths) is meant, and close enough.
const MEANT_PERMILLE: u16 = 800;

fn of_document(document: &Document) -> Vec<Finding> {
    let sections = document.all_sections();
    let headings: Vec<&str> =
        sections.iter().filter_map(|section| section.heading.as_ref()).map(|it| it.text.as_str()).collect();
    let mut found = Vec::new();
    for passage in passages(document) {
        let missing = named(passage.text).into_iter().filter(|name| !is_there(name, &headings));
        found.extend(
            missing.map(|name| tell(place::at(document, locate(document, passage.span, name)), name)),
        );
        let short = short(passage.text).into_iter().filter(|_| headings.len() >= HEADINGS);
        let missing = short.filter(|name| !names_any(name, &headings));
        found.extend(missing.map(|name| Finding {
            confidence_percent: 70,
            ..tell(place::at(document, locate(document, passage.span, name)), name)
        }));
        let unquoted = unquoted(passage.text).into_iter().filter(|_| headings.len() >= HEADINGS);
        let missing = unquoted.filter(|name| !begins_with_one(name, &headings));
        found.extend(missing.map(|name| {
            let name = name.split(['.', ',', ';', '(', ')']).next().unwrap_or(name).trim();
            tell(place::at(document, locate(document, passage.span, name)), name)
        }));
    }
    found
}

/// With fewer headings a document is a part of one.
const HEADINGS: usize = 5;

/// "Se avsnittet Lokaler.", "under rubriken Lokaler.": one word with a capital that ends its sentence.
fn short(text: &str) -> Vec<&str> {
    const OPENERS: [&str; 3] = ["Se avsnittet ", "se avsnittet ", "nder rubriken "];
    let after = OPENERS
        .iter()
        .flat_map(|opener| text.match_indices(opener).map(|(at, word)| &text[at + word.len()..]));
    let word = after.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphabetic())?;
        let ends = rest[end..].starts_with(['.', ')', ',']) && rest.starts_with(char::is_uppercase);
        ends.then(|| &rest[..end])
    });
    word.filter(|word| word.chars().count() > 3).collect()
}

/// Whether some heading has a word, in any form.
fn names_any(word: &str, headings: &[&str]) -> bool {
    let own = stem(&word.lower());
    let has = |other: &String| other.contains(&own) || own.contains(&stem(other));
    headings.iter().any(|heading| words(heading).iter().filter(|it| it.len() > 3).any(has))
}

/// "Se avsnittet Åtgärder med anledning av underskott": a name with a capital and no quotes, of
/// three words at least, as shorter ones are said in other forms.
fn unquoted(text: &str) -> Vec<&str> {
    let rests = text.match_indices("avsnittet ").map(|(at, word)| &text[at + word.len()..]);
    let capital = rests.filter(|rest| rest.starts_with(char::is_uppercase));
    capital
        .filter(|rest| {
            let name = rest.split(['.', ',', ';', '(', ')']).next().unwrap_or(rest);
            let elsewhere = name.contains(" i ") || name.contains(" på ");
            name.split_whitespace().count() >= 3 && !elsewhere
        })
        .collect()
}

/// Whether a text begins with a heading, or with most of one.
fn begins_with_one(text: &str, headings: &[&str]) -> bool {
    let text = normalized(text);
    headings.iter().any(|heading| {
        let own = normalized(heading);
        let own = own.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
        let short: String = own.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        text.starts_with(own)
            || text.starts_with(&short)
            || own.split_whitespace().next() == text.split_whitespace().next()
    })
}

/// What stands in quotes after "avsnittet" or "rubriken", in this document.
fn named(text: &str) -> Vec<&str> {
    const OPENERS: [&str; 3] = ["avsnittet ", "avsnitt ", "rubriken "];
    let after = OPENERS
        .iter()
        .flat_map(|opener| text.match_indices(opener).map(|(at, word)| &text[at + word.len()..]));
    let quoted = after.filter_map(|rest| {
        let inside = rest.strip_prefix(['”', '"', '“', '»'])?;
        let end = inside.find(['”', '"', '“', '«'])?;
        let goes_on = inside[end..].trim_start_matches(['”', '"', '“', '«']).trim_start();
        let elsewhere = goes_on.starts_with("i ") || goes_on.starts_with("ovan i ");
        Some(&inside[..end]).filter(|name| !elsewhere && name.chars().count() > 3)
    });
    quoted.collect()
}

fn is_there(name: &str, headings: &[&str]) -> bool {
    let wanted = normalized(name);
    headings.iter().any(|heading| {
        let own = normalized(heading);
        own.contains(&wanted) || letters_alike_permille(name, heading) >= MEANT_PERMILLE
    })
}

fn tell(at: uppsikt_findings::FindingPlace, name: &str) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(name),
        expected: Message::new("rule-section-not-there-expected"),
        advice: Message::new("rule-section-not-there-try"),
        ..RULE.about.finding(at, Message::new("rule-section-not-there-says"))
    }
}
