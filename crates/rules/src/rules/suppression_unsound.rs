//! A comment in the text that asks rules to be silent and cannot have its way.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::suppression::Suppression;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "suppression-unsound",
        code: "REF-004",
        family: Family::Reference,
        severity: Severity::Note,
        rests_on: "Det som godtas har ett skäl, och ett godtagande som inte längre gäller något tas bort.",
        page_sv: include_str!("suppression_unsound.sv.md"),
        page_en: include_str!("suppression_unsound.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for suppression in &document.suppressions {
        if suppression.rules.is_empty() {
            found.push(tell(document, suppression, Message::new("rule-suppression-unsound-unclear")));
        } else if suppression.reason.is_empty() {
            found.push(tell(document, suppression, Message::new("rule-suppression-unsound-reason")));
        } else if suppression.covers.is_none() {
            found.push(tell(document, suppression, Message::new("rule-suppression-unsound-last")));
        }
        let unknown = suppression.rules.iter().filter(|name| crate::rule(name).is_none());
        found.extend(unknown.map(|name| tell(document, suppression, crate::settings::unknown(name))));
    }
    found
}

/// That a sound comment accepts nothing of a rule: known only when all rules have spoken.
pub(crate) fn accepts_nothing(document: &Document, suppression: &Suppression, code: &'static str) -> Finding {
    tell(document, suppression, Message::new("rule-suppression-unsound-nothing").with("rule", code))
}

fn tell(document: &Document, suppression: &Suppression, why: Message) -> Finding {
    Finding {
        found: verbatim(document.printed(&suppression.span)),
        expected: Message::new("rule-suppression-unsound-expected"),
        advice: why,
        ..RULE
            .about
            .finding(place::at(document, suppression.span), Message::new("rule-suppression-unsound-says"))
    }
}
