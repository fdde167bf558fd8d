//! A case that closes an assignment that no document of the municipality has.

use crate::continued::assignments;
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{CaseHead, Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "closed-assignment-unknown",
        code: "UPP-012",
        family: Family::Assignment,
        severity: Severity::Note,
        rests_on: "Det uppdrag som avslutas är det som gavs.",
        page_sv: include_str!("closed_assignment_unknown.sv.md"),
        page_en: include_str!("closed_assignment_unknown.en.md"),
    },
    check,
};

/// So many assignments of the council's budgets show that they are told there.
const GIVEN: usize = 2;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let closing =
        |document: &Document| document.case.as_ref().is_some_and(|it| !it.closed_assignments.is_empty());
    if !picture.documents.iter().any(|document| closing(document)) {
        return Vec::new();
    }
    let archive = picture.archive();
    let mut found = Vec::new();
    for (at, document) in picture.documents.iter().enumerate() {
        let (Some(case), Some(city)) = (&document.case, archive.city(at)) else { continue };
        let others = picture.documents.iter().enumerate();
        let own: Vec<&Document> = others
            .filter(|(other, _)| *other != at && archive.city(*other) == Some(city))
            .map(|(_, document)| &**document)
            .collect();
        let given = own
            .iter()
            .filter(|it| it.kind == DocumentKind::CouncilBudget)
            .map(|it| assignments(it).len())
            .sum::<usize>();
        if given >= GIVEN {
            found.extend(of_case(document, case, &own));
        }
    }
    found
}

fn of_case(document: &Document, case: &CaseHead, own: &[&Document]) -> Vec<Finding> {
    let unknown = case.closed_assignments.iter().filter(|closed| {
        let stems = stems(closed);
        !stems.is_empty() && !own.iter().any(|other| speaks_of(other, &stems))
    });
    unknown.map(|closed| tell(document, case, closed)).collect()
}

/// Shorter words are in every sentence, and so many letters say which word it is.
const LONG: usize = 6;
const LETTERS: usize = 5;

/// What is said of every assignment that is closed.
const GENERAL: [&str; 15] = [
    "uppdr", "avslu", "slutf", "kommu", "fullm", "förva", "nämnd", "styre", "genom", "redov", "rappo",
    "förkl", "betra", "besva", "arbet",
];

/// The beginnings of the words that say what an assignment is about.
fn stems(closed: &str) -> Vec<String> {
    let long = words(closed).into_iter().filter(|word| word.chars().count() >= LONG);
    let stems = long.map(|word| word.chars().take(LETTERS).collect::<String>());
    stems.filter(|stem| !GENERAL.contains(&stem.as_str())).collect()
}

/// Whether a line of a document has half of the words.
fn speaks_of(document: &Document, stems: &[String]) -> bool {
    document.lines.iter().any(|line| {
        let lower = line.text.lower();
        stems.iter().filter(|stem| lower.contains(stem.as_str())).count() * 2 >= stems.len()
    })
}

fn tell(document: &Document, case: &CaseHead, closed: &str) -> Finding {
    let part = case.parts.iter().find(|part| part.text == closed);
    let at = part.map_or_else(|| place::title(document), |part| place::at(document, part.printed.span));
    Finding {
        confidence_percent: 60,
        found: verbatim(closed),
        expected: Message::new("rule-closed-assignment-unknown-expected"),
        advice: Message::new("rule-closed-assignment-unknown-try"),
        ..RULE.about.finding(at, Message::new("rule-closed-assignment-unknown-says"))
    }
}
