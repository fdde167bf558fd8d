//! Two sections beside each other with the same heading.

use crate::place;
use crate::rule::Rule;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::same;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "heading-twice",
        code: "STR-002",
        family: Family::Structure,
        severity: Severity::Note,
        rests_on: "EN 301 549, WCAG 2.1 kriterium 2.4.6: rubriker skiljer avsnitten åt.",
        page_sv: include_str!("heading_twice.sv.md"),
        page_en: include_str!("heading_twice.en.md"),
    },
    check,
};

fn check(picture: &Picture) -> Vec<Finding> {
    let mut found = Vec::new();
    for document in &picture.documents {
        found.extend(twins(document, &document.sections));
        for section in document.all_sections() {
            found.extend(twins(document, &section.sections));
        }
    }
    found
}

fn twins(document: &Document, siblings: &[Section]) -> Vec<Finding> {
    let headed: Vec<&TextAt> = siblings.iter().filter_map(|section| section.heading.as_ref()).collect();
    let twin = |index: usize| headed[..index].iter().find(|earlier| same(&earlier.text, &headed[index].text));
    (1..headed.len()).filter_map(|index| Some(tell(document, headed[index], twin(index)?))).collect()
}

fn tell(document: &Document, heading: &TextAt, earlier: &TextAt) -> Finding {
    Finding {
        confidence_percent: 90,
        also_at: vec![place::at(document, earlier.span)],
        found: verbatim(heading.text.clone()),
        expected: Message::new("rule-heading-twice-expected"),
        advice: Message::new("rule-heading-twice-try"),
        ..RULE.about.finding(place::at(document, heading.span), Message::new("rule-heading-twice-says"))
    }
}
