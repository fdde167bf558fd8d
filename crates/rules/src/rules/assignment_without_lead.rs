//! An assignment that names nobody, among others that do.

use crate::lines::{printed, whole};
use crate::place;
use crate::prose::{locate, passages, words};
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::assignment::{AssigneeRole, Assignment};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::{Span, TextAt};
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::number_word;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-without-lead",
        code: "UPP-007",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Ett uppdrag ges till en bestämd nämnd; fullmäktiges beslut gäller.",
        page_sv: include_str!("assignment_without_lead.sv.md"),
        page_en: include_str!("assignment_without_lead.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let areas = document.goal_areas();
    let given: Vec<&Assignment> = areas.iter().flat_map(|area| area.assignments.iter().copied()).collect();
    let (led, rest): (Vec<&Assignment>, Vec<&Assignment>) =
        given.into_iter().partition(|it| is_led(it) || is_of_all(it));
    let in_text = led.iter().filter(|it| is_in_text(it)).count();
    let in_table =
        |it: &Assignment| document.line(it.span.at.line).is_some_and(|line| line.role == LineRole::Table);
    // A table that says of none whose they are has no column for it.
    let tabled = led.iter().any(|it| in_table(it));
    let loose = rest.into_iter().filter(|it| it.lead.is_none() || in_text * 2 >= led.len());
    let loose = loose.filter(|it| tabled || !in_table(it));
    let loose: Vec<&Assignment> = loose.collect();
    // Where many name nobody, they are given to the body whose document it is.
    let few = loose.len() * 2 <= led.len() || loose.len() == 1 && in_text > 0;
    let told_above = says_above(document);
    let few = few && !told_above;
    let mut found: Vec<Finding> =
        loose.into_iter().filter(|_| few).map(|it| tell(document, it.span, it.text.clone())).collect();
    // What is an assignment itself is told of already.
    let told: Vec<u32> = found.iter().map(|finding| finding.at.span.at.line).collect();
    let between = if told_above { Vec::new() } else { between(document, &led) }.into_iter();
    found.extend(between.filter(|finding| !told.contains(&finding.at.span.at.line)));
    found.extend(without_label(document));
    found
}

/// Whether a sentence says to whom all assignments are given: "Fullmäktige har gett fem uppdrag till parknämnden".
fn says_above(document: &Document) -> bool {
    let passages = passages(document);
    passages.iter().filter(|it| it.text.contains("ppdrag")).flat_map(|it| sentences(it.text)).any(gives_all)
}

/// "Fem uppdrag till kultur- och fritidsnämnden", "uppdragen till nämnden": several, and a body right after.
fn gives_all(sentence: &str) -> bool {
    let words = words(sentence);
    words.windows(2).enumerate().any(|(at, pair)| {
        let several = pair[0] == "uppdragen"
            || pair[0] == "uppdrag"
                && at.checked_sub(1).is_some_and(|before| {
                    words[before] == "följande" || number_word::parse(&words[before]).is_some_and(|it| it > 1)
                });
        let body = words[at + 2..]
            .iter()
            .take(NAME)
            .any(|word| word.ends_with("nämnden") || word.ends_with("styrelsen"));
        several && pair[1] == "till" && body
    })
}

/// So many words a body's name has at most.
const NAME: usize = 4;

/// So many others show that each names somebody.
const OTHERS: usize = 2;

/// A heading whose number lies between those of assignments, and which is none since it names nobody:
/// "5.4 Uppdrag att pröva …" between 5.3 and 5.5.
fn between(document: &Document, led: &[&Assignment]) -> Vec<Finding> {
    let mut numbers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for assignment in led {
        let line = document.line(assignment.span.at.line).and_then(|line| numbered(&line.text));
        line.into_iter().for_each(|(before, number)| numbers.entry(before).or_default().push(number));
    }
    let mut found = Vec::new();
    for (line_number, line) in printed(document) {
        let Some((before, number)) = numbered(&line.text) else { continue };
        let Some(own) = numbers.get(&before).filter(|own| own.len() > OTHERS) else { continue };
        let inside = own.iter().any(|it| *it < number) && own.iter().any(|it| *it > number);
        let names = led.iter().filter_map(|it| it.lead.as_ref()).any(|lead| names(&line.text, lead));
        if inside && !own.contains(&number) && !names && line.role != LineRole::Table {
            let words = line.text.trim().trim_matches(['*', '#', ' ']).to_owned();
            let at = locate(document, whole(document, line_number), &words);
            found.push(tell(document, at, words));
        }
    }
    found
}

fn names(line: &str, lead: &str) -> bool {
    let lead = normalized(lead);
    let last = lead.split_whitespace().last().unwrap_or_default();
    normalized(line).contains(last)
}

/// What stands before the last number that opens a line, and that number: "uppdrag 2026:", 3; "5.", 4.
fn numbered(line: &str) -> Option<(String, u32)> {
    let bare =
        line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '-' | '\u{2022}'));
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':');
    let start = bare
        .find(|c: char| c.is_ascii_digit())
        .filter(|at| *at == 0 || bare[..*at].eq_ignore_ascii_case("uppdrag "))?;
    let end = bare[start..].find(|c: char| !digits(c)).map_or(bare.len(), |at| start + at);
    let number = bare[start..end].trim_end_matches(['.', ':']);
    let (before, last) = number.rsplit_once(['.', ':']).unwrap_or(("", number));
    let follows = bare[end..].trim_start_matches(['*', ' ']).starts_with(char::is_uppercase);
    let last: u32 = last.parse().ok().filter(|it| follows && (1..100).contains(it))?;
    Some((format!("{}{before}", bare[..start].lower()), last))
}

/// The only item of a list of assignments without the word for who answers for it.
fn without_label(document: &Document) -> Vec<Finding> {
    let is_headed = |section: &&Section| {
        section.heading.as_ref().is_some_and(|heading| heading.text.lower().contains("uppdrag"))
    };
    let mut found = Vec::new();
    for section in document.all_sections().into_iter().filter(is_headed) {
        for block in &section.blocks {
            let Content::List { items, .. } = &block.content else { continue };
            let bare: Vec<&TextAt> =
                items.iter().filter(|item| !item.text.lower().contains("ansvarig")).collect();
            if let ([only], true) = (bare.as_slice(), items.len() > OTHERS + 1) {
                found.push(tell(document, only.span, only.text.clone()));
            }
        }
    }
    found
}

/// "Samtliga nämnder ska …": it says whose it is, though none of them leads.
fn is_of_all(assignment: &Assignment) -> bool {
    assignment.lead.is_none() && assignment.assignees.iter().any(|it| it.role == AssigneeRole::Joint)
}

/// Whether an assignment says whose it is: in its own words, or in a column, a label or a line.
fn is_led(assignment: &Assignment) -> bool {
    let opens = normalized(&assignment.text).starts_with("att ");
    let is_somebody = |lead: &String| !["det", "den", "man"].contains(&normalized(lead).as_str());
    assignment.lead.as_ref().is_some_and(is_somebody) && (!opens || is_in_text(assignment))
}

/// Whether the order itself names its lead as the one who is ordered.
fn is_in_text(assignment: &Assignment) -> bool {
    let text = normalized(&assignment.text);
    assignment.lead.as_ref().is_some_and(|lead| text.contains(&normalized(lead))) && text.contains("uppdrag")
}

fn tell(document: &Document, span: Span, words: String) -> Finding {
    Finding {
        confidence_percent: 80,
        found: verbatim(words),
        expected: Message::new("rule-assignment-without-lead-expected"),
        advice: Message::new("rule-assignment-without-lead-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-assignment-without-lead-says"))
    }
}
