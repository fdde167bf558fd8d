//! A section much harder to read than the document around it.

use crate::limits::limit;
use crate::place;
use crate::prose::by_section;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::lix::Lix;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "section-hard-to-read",
        code: "SPR-004",
        family: Family::PlainLanguage,
        severity: Severity::Note,
        rests_on: "Språklagen 11 §: offentligt språk ska vara vårdat, enkelt och begripligt. LIX.",
        page_sv: include_str!("section_hard_to_read.sv.md"),
        page_en: include_str!("section_hard_to_read.en.md"),
    },
    check,
};

/// So much above the document's own LIX.
const ABOVE: usize = 8;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().filter_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

/// The hardest section of a document, where it is hard and much harder than the rest.
fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Option<Finding> {
    let least = limit(structure, RULE.about.name, "least_lix");
    // A section of fewer words has a LIX that says little.
    let words = limit(structure, RULE.about.name, "least_words");
    let counted: Vec<(&Section, Lix)> = by_section(sheet.said())
        .into_iter()
        .map(|(section, range)| (section, sheet.lix()[range].iter().copied().sum()))
        .collect();
    let all = counted.iter().map(|(_, lix)| *lix).sum::<Lix>().value();
    let long = counted.into_iter().filter(|(section, lix)| lix.words >= words && section.heading.is_some());
    let valued = long.map(|(section, lix)| (section, lix.value()));
    let hard = valued.filter(|(_, value)| *value >= least.max(all + ABOVE));
    // The first of those that are equally hard.
    let (section, lix) = hard.rev().max_by_key(|(_, value)| *value)?;
    Some(tell(sheet.document, section, lix, all))
}

fn tell(document: &Document, section: &Section, lix: usize, all: usize) -> Finding {
    Finding {
        confidence_percent: 70,
        found: Message::new("rule-section-hard-to-read-found").with("lix", lix),
        expected: Message::new("rule-section-hard-to-read-expected").with("lix", all),
        advice: Message::new("rule-section-hard-to-read-try"),
        ..RULE
            .about
            .finding(place::heading(document, section), Message::new("rule-section-hard-to-read-says"))
    }
}
