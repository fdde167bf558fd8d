//! A link to Agenda 2030 whose number and name belong to different goals.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::agenda;
use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::likeness_permille;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "agenda-mismatch",
        code: "AGE-001",
        family: Family::Agenda,
        severity: Severity::Error,
        rests_on: "Agenda 2030: de globala målens nummer och svenska kortnamn.",
        page_sv: include_str!("agenda_mismatch.sv.md"),
        page_en: include_str!("agenda_mismatch.en.md"),
    },
    check,
};

/// A printed name this like the right one (thousandths) is a wording of it, not another goal.
const LIKE_PERMILLE: u16 = 600;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for document in &picture.documents {
        let links = document.goals().into_iter().flat_map(|goal| goal.agenda().collect::<Vec<_>>());
        found.extend(links.filter_map(|link| mismatch(document, link)));
    }
    found
}

fn mismatch(document: &Document, link: &AgendaLink) -> Option<Finding> {
    let own = agenda::name(link.number);
    if link.name.is_empty() {
        return own.is_none().then(|| no_such_goal(document, link));
    }
    if own.is_some_and(|own| likeness_permille(own, &link.name) >= LIKE_PERMILLE) {
        return None;
    }
    let meant =
        (1_u8..).zip(agenda::NAMES).find(|(_, name)| likeness_permille(name, &link.name) >= LIKE_PERMILLE);
    let printed = format!("{} {}", link.number, link.name);
    let says = Message::new("rule-agenda-mismatch-says")
        .with("number", i64::from(link.number))
        .with("name", &*link.name);
    let expected = match (meant, own) {
        (Some((number, name)), Some(own)) => Message::new("rule-agenda-mismatch-expected")
            .with("a", format!("{number} {name}"))
            .with("b", format!("{} {own}", link.number)),
        (Some((number, name)), None) => verbatim(format!("{number} {name}")),
        (None, Some(own)) => verbatim(format!("{} {own}", link.number)),
        (None, None) => Message::new("rule-agenda-mismatch-none"),
    };
    Some(Finding {
        severity: if meant.is_some() { Severity::Error } else { Severity::Warning },
        confidence_percent: if meant.is_some() { 99 } else { 80 },
        found: verbatim(printed),
        expected,
        advice: Message::new("rule-agenda-mismatch-try"),
        ..RULE.about.finding(place::at(document, link.span), says)
    })
}

/// A number alone that no goal of Agenda 2030 has.
fn no_such_goal(document: &Document, link: &AgendaLink) -> Finding {
    let number = i64::from(link.number);
    Finding {
        confidence_percent: 97,
        found: verbatim(link.number.to_string()),
        expected: Message::new("rule-agenda-mismatch-none"),
        advice: Message::new("rule-agenda-mismatch-try"),
        ..RULE.about.finding(
            place::at(document, link.span),
            Message::new("rule-agenda-mismatch-missing").with("number", number),
        )
    }
}
