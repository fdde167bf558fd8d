//! What documents order bodies to do: "Parknämnden ges i uppdrag att, tillsammans med skolnämnden, …".

use super::body::{bodies_in, body_key, ends_body};
use crate::continued;
use crate::prose::{Passage, locate, words};
use crate::seen::Sheet;
use uppsikt_domain::place::Span;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// An order and who leads it.
#[derive(Debug, Clone)]
pub struct Order {
    /// The key of the body that leads.
    pub lead: String,
    /// The body as printed.
    pub lead_name: String,
    /// What is to be done, without whom, for comparing.
    pub what: String,
    /// The whole order.
    pub text: String,
    /// What is said of how it is reported back.
    pub report_back: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// Where it is said how it is reported back, else where the order stands.
    pub report_span: Span,
}

/// Words that give an order.
const GIVES: &str = "i uppdrag att";

/// Shorter orders say too little to be known by.
const LETTERS: usize = 25;

/// The orders of a document, in order: its assignments, and sentences that give one.
pub fn orders(sheet: &Sheet<'_>) -> Vec<Order> {
    let document = sheet.document;
    let mut found: Vec<Order> = continued::assignments(document)
        .into_iter()
        .filter_map(|own| {
            let told = own.report_back.wording.as_ref();
            let report_span = told.map_or(own.span, |wording| wording.span);
            let (lead, wording) = (own.lead.as_deref(), told.map(|wording| wording.text.clone()));
            let found = order(&own.text, lead, own.span, wording.clone());
            let found = found.or_else(|| beside(&own.text, lead, own.span, wording))?;
            Some(Order { report_span, ..found })
        })
        .collect();
    let is_new = |order: &Order| !found.iter().any(|own| own.what == order.what);
    let new: Vec<Order> = in_sentences(sheet).into_iter().filter(is_new).collect();
    found.extend(new);
    found.sort_by_key(|order| order.span);
    found
}

fn in_sentences(sheet: &Sheet<'_>) -> Vec<Order> {
    let said = sheet.said();
    let mut found = Vec::new();
    for (at, (passage, sentence)) in said.iter().enumerate() {
        if !sentence.contains("i uppdrag att") || !opens_with_lead(sentence) {
            continue;
        }
        let span = locate(sheet.document, passage.span, sentence);
        found.extend(order(sentence.trim_end_matches('.'), None, span, reported_after(said, at)));
    }
    found
}

/// Whether a sentence opens with a body that is given something: "Parknämnden ges …".
fn opens_with_lead(sentence: &str) -> bool {
    let name = name(sentence);
    let after = sentence.get(name.len()..).unwrap_or_default().split_whitespace().next();
    name.starts_with(char::is_uppercase)
        && name.split_whitespace().count() <= LONGEST_NAME
        && after.is_some_and(|verb| ["ges", "får", "uppdras"].contains(&verb))
}

/// A body's name has at most so many words.
const LONGEST_NAME: usize = 6;

/// An order's report back is told in so many sentences after it.
const AFTER: usize = 3;

/// The sentences right after an order that say how it is reported back, or what became of it.
fn reported_after(said: &[(Passage<'_>, &str)], at: usize) -> Option<String> {
    let after =
        said[at + 1..].iter().take(AFTER).take_while(|(_, sentence)| !sentence.contains("i uppdrag att"));
    let told: Vec<&str> =
        after.map(|(_, sentence)| *sentence).filter(|sentence| tells_report(sentence)).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn tells_report(sentence: &str) -> bool {
    let lower = sentence.lower();
    ["rapporteras", "redovisas", "rapport", "uppdraget"].iter().any(|word| lower.contains(word))
}

/// An order whose lead stands beside it: "Gräva en damm | Parknämnden".
fn beside(text: &str, told: Option<&str>, span: Span, report_back: Option<String>) -> Option<Order> {
    let name = told.filter(|name| bodies_in(name).len() == 1)?;
    let what = normalized(text);
    (what.chars().count() >= LETTERS_BESIDE && !text.contains(GIVES)).then(|| Order {
        lead: bodies_in(name).into_iter().next().unwrap_or_default(),
        lead_name: name.to_owned(),
        what,
        text: text.to_owned(),
        report_back,
        span,
        report_span: span,
    })
}

/// Orders in tables and under headings are short.
const LETTERS_BESIDE: usize = 15;

/// "Parknämnden ges i uppdrag att gräva en damm": its lead and what is to be done.
fn order(text: &str, told: Option<&str>, span: Span, report_back: Option<String>) -> Option<Order> {
    let at = text.find(GIVES)?;
    let before = &text[..at];
    let lead = told.and_then(body_key).or_else(|| bodies_in(before).into_iter().next())?;
    let what = normalized(&without_partners(&text[at + GIVES.len()..]));
    (what.chars().count() >= LETTERS).then(|| Order {
        lead,
        lead_name: told.map_or_else(|| name(before), str::to_owned),
        what,
        text: text.to_owned(),
        report_back,
        span,
        report_span: span,
    })
}

/// The words before the verb: "Barn- och skolnämnden ges" is of "Barn- och skolnämnden".
fn name(before: &str) -> String {
    let mut taken: Vec<&str> = Vec::new();
    for word in before.split_whitespace() {
        taken.push(word);
        if ends_body(word.trim_matches(|c: char| !c.is_alphanumeric())) {
            break;
        }
    }
    taken.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// What opens the naming of those that take part.
const PARTNERS: [&str; 5] =
    ["tillsammans med", "i samverkan med", "i samarbete med", "i samråd med", "med stöd av"];

/// ", tillsammans med A, B och C, göra X" is X.
fn without_partners(order: &str) -> String {
    let bare = order.trim_start_matches([',', ' ']);
    if !PARTNERS.iter().any(|opening| bare.starts_with(opening)) {
        return bare.to_owned();
    }
    let mut rest = bare;
    while let Some((piece, after)) = rest.split_once(", ") {
        let partners = PARTNERS.iter().any(|opening| piece.starts_with(opening)) || names_bodies_only(piece);
        if !partners {
            break;
        }
        rest = after;
    }
    rest.to_owned()
}

/// A piece of a list of bodies and companies.
fn names_bodies_only(piece: &str) -> bool {
    let words = words(piece);
    let short = words.len() <= 8;
    short && words.last().is_some_and(|last| ends_body(last) || last == "ab" || last.ends_with("bolaget"))
}

/// Ways to report back, and the words that name them.
const WAYS: [(&str, &str); 8] = [
    ("särskilt ärende", "case"),
    ("separat ärende", "case"),
    ("eget ärende", "case"),
    ("delårsrapport", "interim"),
    ("årsanalys", "annual"),
    ("årsredovisning", "annual"),
    ("verksamhetsberättelse", "annual"),
    ("årsrapport", "annual"),
];

/// The ways in which a text says that an order is reported back.
pub fn ways(text: &str) -> Vec<&'static str> {
    let lower = text.lower();
    let mut found: Vec<&str> =
        WAYS.iter().filter(|(words, _)| lower.contains(words)).map(|(_, way)| *way).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_known_by_what_is_to_be_done() {
        let told = |text: &str| {
            order(text, None, Span::default(), None).map(|order| (order.lead, order.lead_name, order.what))
        };
        let damm = "gräva en damm vid kyrkan i byn";
        let of = |lead: &str, name: &str| Some((lead.to_owned(), name.to_owned(), damm.to_owned()));
        assert_eq!(
            told("Parknämnden ges i uppdrag att gräva en damm vid kyrkan i byn"),
            of("park", "Parknämnden")
        );
        assert_eq!(
            told(
                "Barn- och skolnämnden får i uppdrag att, tillsammans med parknämnden, tekniska nämnden och Dammbolaget AB, gräva en damm vid kyrkan i byn."
            ),
            of("barnskol", "Barn- och skolnämnden")
        );
        assert_eq!(told("Kommunen får i uppdrag att gräva en damm vid kyrkan i byn"), None);
        assert_eq!(ways("Återrapporteras i delårsrapporten och i årsanalysen."), ["annual", "interim"]);
    }
}
