//! A goal that two documents of a year link to other goals of Agenda 2030.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;
use uppsikt_text::format::listed;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "agenda-mapping-differs",
        code: "AGE-003",
        family: Family::Agenda,
        severity: Severity::Warning,
        rests_on: "Kopplingen till Agenda 2030 hör till målet och beslutas med det.",
        page_sv: include_str!("agenda_mapping_differs.sv.md"),
        page_en: include_str!("agenda_mapping_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut first: HashMap<(i32, String), Mapped<'_>> = HashMap::new();
    let mut found = Vec::new();
    for mapped in picture.documents.iter().flat_map(|document| mapped(document)) {
        let key = (mapped.year, normalized(&mapped.goal.name));
        match first.entry(key) {
            Entry::Occupied(own) => found.extend(told(own.get(), &mapped)),
            Entry::Vacant(free) => {
                free.insert(mapped);
            }
        }
    }
    found
}

/// A goal with the numbers of the Agenda 2030 goals that a document links it to.
struct Mapped<'a> {
    document: &'a Document,
    year: i32,
    goal: &'a Section,
    numbers: BTreeSet<u8>,
}

fn mapped(document: &Document) -> Vec<Mapped<'_>> {
    let Some(year) = document.year else { return Vec::new() };
    let mapped = document.goals().into_iter().map(|goal| Mapped {
        document,
        year,
        goal: goal.section,
        numbers: goal.agenda().map(|link| link.number).collect(),
    });
    // Where nothing is printed, nothing is said.
    mapped.filter(|it| !it.numbers.is_empty()).collect()
}

/// Only links of the same committee are surely meant to be the same.
fn told(own: &Mapped<'_>, later: &Mapped<'_>) -> Option<Finding> {
    let body = |it: &Mapped<'_>| it.document.body.as_ref().map(|body| normalized(&body.text));
    let other_file = own.document.source.file != later.document.source.file;
    let same_body = body(own).is_some() && body(own) == body(later);
    (other_file && own.numbers != later.numbers).then(|| Finding {
        severity: if same_body { Severity::Warning } else { Severity::Note },
        confidence_percent: if same_body { 80 } else { 60 },
        also_at: vec![place::heading(own.document, own.goal)],
        found: verbatim(listing(&later.numbers)),
        expected: verbatim(listing(&own.numbers)),
        advice: Message::new("rule-agenda-mapping-differs-try"),
        ..RULE.about.finding(
            place::heading(later.document, later.goal),
            Message::new("rule-agenda-mapping-differs-says"),
        )
    })
}

fn listing(numbers: &BTreeSet<u8>) -> String {
    listed(&numbers.iter().map(u8::to_string).collect::<Vec<_>>())
}
