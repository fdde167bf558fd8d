//! Plans of one subject that go by two words: "Vattenplan för Kronvik", "Kronviks vattenstrategi".

use crate::lines::words;
use crate::prose::{locate, passages};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_text::case::Lower;

/// A name as printed, and where.
pub type Printed = (String, Span);

/// What a plan may be called by.
const KINDS: [&str; 3] = ["plan", "program", "strategi"];

/// What a plan is whatever it is about: no subject.
const GENERAL: [&str; 18] = [
    "handling",
    "åtgärd",
    "verksamhet",
    "utveckling",
    "översikt",
    "detalj",
    "fördjupad",
    "investering",
    "ekonomi",
    "flerår",
    "aktivitet",
    "budget",
    "introduktion",
    "utbildning",
    "behandling",
    "mentor",
    "stöd",
    "kommun",
];

/// So many letters has a subject at least.
const LETTERS: usize = 5;

/// Plans that are named in so near lines are two.
const NEAR: u32 = 4;

/// A word for a plan.
struct Named {
    subject: String,
    kind: &'static str,
    printed: Printed,
}

/// Plans that are named by another word than before: the name that is used less, and the other.
pub fn told_twice(document: &Document) -> Vec<(Printed, Printed)> {
    let all = named(document);
    let times =
        |it: &Named| all.iter().filter(|own| own.subject == it.subject && own.kind == it.kind).count();
    let mut found = Vec::new();
    for (at, later) in all.iter().enumerate() {
        let mut before = all[..at].iter().filter(|it| it.subject == later.subject);
        let Some(earlier) = before.find(|it| it.kind != later.kind) else { continue };
        let (slip, right) = if times(earlier) < times(later) { (earlier, later) } else { (later, earlier) };
        let apart = all
            .iter()
            .filter(|it| it.subject == slip.subject && it.kind != slip.kind)
            .all(|it| it.printed.1.at.line.abs_diff(slip.printed.1.at.line) > NEAR);
        if times(slip) == 1 && apart {
            found.push((slip.printed.clone(), right.printed.clone()));
        }
    }
    found
}

/// The words for plans that are names: with a capital, in definite form, or with what it is for.
fn named(document: &Document) -> Vec<Named> {
    let mut found = Vec::new();
    for passage in passages(document) {
        // Most passages name no plan.
        if !KINDS.iter().any(|kind| passage.text.contains(kind)) && !passage.text.contains("Plan") {
            continue;
        }
        let words: Vec<&str> = words(passage.text).into_iter().map(|(_, word)| word).collect();
        for at in 0..words.len() {
            if let Some((subject, kind, printed)) = plan(&words, at) {
                let span = locate(document, passage.span, &printed);
                found.push(Named { subject, kind, printed: (printed, span) });
            }
        }
    }
    found
}

/// The subject, the kind and the printed words of a plan whose name has its word here.
fn plan(words: &[&str], at: usize) -> Option<(String, &'static str, String)> {
    let bare = words[at].trim_matches(|c: char| !c.is_alphanumeric());
    // Most words are of no plan.
    if !["lan", "rogram", "trategi"].iter().any(|end| bare.contains(end)) {
        return None;
    }
    let lower = bare.lower();
    let short =
        ["met", "en", "n", "s"].iter().find_map(|end| lower.strip_suffix(end).filter(|rest| is_kind(rest)));
    let kind = *KINDS.iter().find(|kind| short.unwrap_or(&lower).ends_with(**kind))?;
    let stem = &lower[..lower.rfind(kind)?];
    let next =
        |more: usize| words.get(at + more).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_for = matches!(next(1), Some("för" | "mot")) && !words[at].ends_with(['.', ',']);
    let has_years = next(1).is_some_and(|word| word.chars().count() == 9 && word.starts_with("20"));
    let is_name = bare.starts_with(char::is_uppercase) || !lower.ends_with(kind) || has_years;
    if stem.is_empty() {
        let of = next(2).filter(|_| is_for && bare.starts_with(char::is_uppercase))?;
        return fit(of.lower(), kind, format!("{bare} {} {of}", next(1)?));
    }
    is_name.then(|| fit(stem.to_owned(), kind, bare.to_owned())).flatten()
}

fn is_kind(word: &str) -> bool {
    KINDS.iter().any(|kind| word.ends_with(kind))
}

fn fit(subject: String, kind: &'static str, printed: String) -> Option<(String, &'static str, String)> {
    let subject = subject.trim_end_matches('s').to_owned();
    let fits = subject.chars().count() >= LETTERS && !GENERAL.contains(&subject.as_str());
    fits.then_some((subject, kind, printed))
}
