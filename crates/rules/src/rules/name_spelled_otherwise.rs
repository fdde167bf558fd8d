//! The name of a body with a slip: "Kultur och fritidsnämnden".

use crate::alike::letters_alike_permille;
use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "name-spelled-otherwise",
        code: "KON-005",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "En nämnd har ett namn, det som står i reglementet.",
        page_sv: include_str!("name_spelled_otherwise.sv.md"),
        page_en: include_str!("name_spelled_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Picture) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// Names this like each other (thousandths) are meant to be the same.
const SAME_PERMILLE: u16 = 880;

/// A name as it is printed in a passage.
struct Named<'a> {
    passage: Passage<'a>,
    name: String,
}

fn of_document(document: &Document) -> Vec<Finding> {
    let named: Vec<Named<'_>> = passages(document).into_iter().flat_map(|passage| names(&passage)).collect();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    named.iter().for_each(|it| *counted.entry(it.name.clone()).or_default() += 1);
    if let Some(body) = &document.body {
        *counted.entry(body.text.to_lowercase()).or_default() += 100;
    }
    let slips = named.iter().filter_map(|it| Some((it, meant(&it.name, &counted)?)));
    slips.map(|(named, meant)| tell(document, named, meant)).collect()
}

/// The names of committees in a passage, in lower case without the genitive's s: the last
/// word and, before "och", words that end in a hyphen or stand where one should be.
fn names<'a>(passage: &Passage<'a>) -> Vec<Named<'a>> {
    let bare = |word: &str| word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '-')).to_lowercase();
    let words: Vec<String> = passage.text.split_whitespace().map(bare).collect();
    let ends =
        (0..words.len()).filter(|at| words[*at].ends_with("nämnden") || words[*at].ends_with("nämndens"));
    let named = ends.map(|end| {
        let joined = end >= 2 && words[end - 1] == "och" && !words[end - 2].ends_with("nämnden");
        let start = if joined { end - 2 } else { end };
        words[start..=end].join(" ").trim_end_matches('s').to_owned()
    });
    named.map(|name| Named { passage: passage.clone(), name }).collect()
}

/// The name that another one is a slip of: nearly the same, and used much more.
fn meant<'a>(name: &str, counted: &'a BTreeMap<String, usize>) -> Option<&'a str> {
    let own = counted.get(name).copied().unwrap_or(0);
    let known = counted.iter().filter(|(other, count)| *other != name && **count >= 3 * own);
    let mut alike = known.filter(|(other, _)| is_slip(name, other));
    alike.next().map(|(other, _)| other.as_str())
}

/// A hyphen that is left out before "och", or a letter or two in a name of several words.
fn is_slip(name: &str, other: &str) -> bool {
    let hyphen = other.contains("- och ") && name == other.replace("- och ", " och ");
    let parts = name.contains("- och ") && other.contains("- och ");
    hyphen || parts && letters_alike_permille(name, other) >= SAME_PERMILLE
}

fn tell(document: &Document, named: &Named<'_>, meant: &str) -> Finding {
    let text = named.passage.text;
    let at = text.to_lowercase().find(&named.name).filter(|at| text.is_char_boundary(*at));
    let printed = at.and_then(|at| text.get(at..at + named.name.len())).unwrap_or(&named.name);
    Finding {
        confidence_percent: 88,
        found: verbatim(printed),
        expected: verbatim(meant),
        advice: Message::new("rule-name-spelled-otherwise-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, named.passage.span, printed)),
            Message::new("rule-name-spelled-otherwise-says"),
        )
    }
}
