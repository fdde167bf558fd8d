//! Consultees of a case that are told of in two ways: their number, their names, or to whom it is sent.

use crate::how_many::number;
use crate::orders::is_body;
use crate::place;
use crate::prose::{Passage, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::{CasePart, Document, DocumentKind};
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "consultees-differ",
        code: "KON-024",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Den som ska svara på en remiss ska få den.",
        page_sv: include_str!("consultees_differ.sv.md"),
        page_en: include_str!("consultees_differ.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let cases = picture.sheets().iter().filter(|sheet| sheet.document.kind == DocumentKind::Case);
    cases.flat_map(of_case).collect()
}

/// So many consultees are a list.
const LISTED: usize = 2;

fn of_case(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let Some(case) = &document.case else { return Vec::new() };
    let parts =
        |subject: Subject| case.parts.iter().filter(|part| part.subject == subject).collect::<Vec<_>>();
    let (consultees, recipients) = (parts(Subject::Consultee), parts(Subject::Recipient));
    if consultees.len() < LISTED || case.title.lower().contains("remissvar") {
        return Vec::new();
    }
    let mut found = not_sent(document, &consultees, &recipients);
    found.extend(sheet.said().iter().filter_map(|said| miscounted(document, said, &consultees)));
    found.extend(sheet.said().iter().flat_map(|said| named_otherwise(document, said, &consultees)));
    found
}

/// Words of a recipient that stands for many.
const MANY: [&str; 7] = ["remissinstans", "samtliga", "alla ", "sändlista", "enligt", "nämnder", "berörda"];

/// Consultees that are no recipients, where the others are.
fn not_sent(document: &Document, consultees: &[&CasePart], recipients: &[&CasePart]) -> Vec<Finding> {
    let many = |part: &&&CasePart| MANY.iter().any(|word| part.text.lower().contains(word));
    if recipients.iter().any(|part| many(&part)) {
        return Vec::new();
    }
    let is_sent = |part: &&&CasePart| recipients.iter().any(|other| is_same(&part.text, &other.text));
    let (sent, left): (Vec<&CasePart>, Vec<&CasePart>) = consultees.iter().partition(is_sent);
    if sent.len() < LISTED || left.len() >= sent.len() {
        return Vec::new();
    }
    let told = |part: &CasePart| Finding {
        confidence_percent: 75,
        also_at: recipients.iter().take(1).map(|it| place::at(document, it.printed.span)).collect(),
        found: verbatim(part.text.clone()),
        expected: Message::new("rule-consultees-differ-expected-sent"),
        advice: Message::new("rule-consultees-differ-try-sent"),
        ..RULE
            .about
            .finding(place::at(document, part.printed.span), Message::new("rule-consultees-differ-says-sent"))
    };
    left.into_iter().map(told).collect()
}

/// Whether two names are of one body: "Parknämnden" and "Parknämnden i Storby".
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (words(one).join(" "), words(other).join(" "));
    one.contains(&other) || other.contains(&one)
}

/// What consultees are called.
const NOUNS: [&str; 1] = ["remissinstanser"];

/// Words by which the question is sent out.
const SENT: [&str; 5] = ["skickas", "sänds", "går ut", "remitteras", "remiss till"];

/// Words by which a number is of others than all who are asked now.
const OTHERWISE: [&str; 14] = [
    "svar",
    "yttra",
    "av de",
    "av dem",
    "minst",
    "högst",
    "ytterligare",
    "bland",
    "skickades",
    "tidigare",
    "andra",
    "utöver",
    "externa",
    "interna",
];

/// "Förslaget skickas till fem remissinstanser", where four are listed.
fn miscounted(document: &Document, said: &(Passage<'_>, &str), consultees: &[&CasePart]) -> Option<Finding> {
    let (passage, sentence) = said;
    let lower = sentence.lower();
    let (word, number) = counted(sentence)?;
    let otherwise = OTHERWISE.iter().any(|word| lower.contains(word));
    let sent = SENT.iter().any(|word| lower.contains(word));
    let off = sent && number > 1 && number != consultees.len() && !otherwise;
    let span = locate(document, passage.span, sentence);
    let at = off.then(|| locate(document, span, &word))?;
    Some(Finding {
        confidence_percent: 80,
        also_at: consultees.iter().take(1).map(|it| place::at(document, it.printed.span)).collect(),
        found: verbatim(word),
        expected: verbatim(consultees.len().to_string()),
        advice: Message::new("rule-consultees-differ-try-count"),
        ..RULE.about.finding(place::at(document, at), Message::new("rule-consultees-differ-says-count"))
    })
}

/// "fem remissinstanser": the word of the number, and the number.
fn counted(sentence: &str) -> Option<(String, usize)> {
    let words = words(sentence);
    let at = words.iter().position(|word| NOUNS.contains(&word.as_str()))?;
    let word = words.get(at.checked_sub(1)?)?;
    Some((word.clone(), number(word)?))
}

/// What opens a sentence that goes through the consultees.
const OPENS: [&str; 4] =
    ["remissinstanserna är ", "remissinstanser är ", "remissinstanserna är: ", "remissinstanser är: "];

/// "Remissinstanserna är A, B och C", where the decision is to ask A and B.
fn named_otherwise(
    document: &Document,
    said: &(Passage<'_>, &str),
    consultees: &[&CasePart],
) -> Vec<Finding> {
    let (passage, sentence) = said;
    let lower = sentence.lower();
    let Some(rest) = OPENS.iter().find_map(|open| lower.strip_prefix(open)) else { return Vec::new() };
    let names: Vec<String> = rest
        .split(',')
        .flat_map(|part| part.split(" och "))
        .map(|name| normalized(name.trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|name| is_body(name) && !name.contains(' ') && !name.starts_with('-'))
        .collect();
    let is_asked = |name: &&String| consultees.iter().any(|part| is_same(&part.text, name));
    let (asked, others): (Vec<&String>, Vec<&String>) = names.iter().partition(is_asked);
    if asked.len() < LISTED || others.len() >= asked.len() {
        return Vec::new();
    }
    let span = locate(document, passage.span, sentence);
    let printed = |name: &str| sentence.split_whitespace().find(|word| word.lower().contains(name));
    let told = |name: &String| {
        let word = printed(name)?.trim_matches(|c: char| !c.is_alphanumeric());
        Some(unknown(document, locate(document, span, word), word, consultees))
    };
    others.into_iter().filter_map(told).collect()
}

fn unknown(document: &Document, span: Span, name: &str, consultees: &[&CasePart]) -> Finding {
    Finding {
        confidence_percent: 75,
        also_at: consultees.iter().take(1).map(|it| place::at(document, it.printed.span)).collect(),
        found: verbatim(name),
        expected: Message::new("rule-consultees-differ-expected-named"),
        advice: Message::new("rule-consultees-differ-try-named"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-consultees-differ-says-named"))
    }
}
