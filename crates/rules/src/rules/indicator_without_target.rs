//! An indicator with a level but no target, where the others have one.

use crate::habit::lacking;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-without-target",
        code: "IND-002",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "God ekonomisk hushållning (KL 11 kap. 1 och 6 §§): mål som går att följa.",
        page_sv: include_str!("indicator_without_target.sv.md"),
        page_en: include_str!("indicator_without_target.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let without = lacking(document, |it| it.target.is_some()).into_iter();
    without.map(|it| tell(document, it)).collect()
}

fn tell(document: &Document, indicator: &Indicator) -> Finding {
    Finding {
        confidence_percent: 65,
        found: verbatim(indicator.text.clone()),
        expected: Message::new("rule-indicator-without-target-expected"),
        advice: Message::new("rule-indicator-without-target-try"),
        ..RULE
            .about
            .finding(place::at(document, indicator.span), Message::new("rule-indicator-without-target-says"))
    }
}
