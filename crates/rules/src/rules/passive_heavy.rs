//! A section where most sentences hide who acts.

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
use uppsikt_text::passive::has_passive;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "passive-heavy",
        code: "SPR-006",
        family: Family::PlainLanguage,
        severity: Severity::Note,
        rests_on: "Språklagen 11 §: offentligt språk ska vara vårdat, enkelt och begripligt. Klarspråk: säg vem som gör vad.",
        page_sv: include_str!("passive_heavy.sv.md"),
        page_en: include_str!("passive_heavy.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().filter_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

/// A section: how many of its sentences are passive, and how many there are.
type Counted<'a> = (&'a Section, usize, usize);

/// The section of a document with the largest share of passive sentences, where it is too large.
fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Option<Finding> {
    let most = limit(structure, RULE.about.name, "most_percent");
    // A section of fewer sentences has a share that says little.
    let least = limit(structure, RULE.about.name, "least_sentences");
    let long = by_section(sheet.said())
        .into_iter()
        .filter(|(section, range)| range.len() >= least && section.heading.is_some());
    let counted = long.map(|(section, range)| -> Counted<'_> {
        let said = &sheet.said()[range];
        (section, said.iter().filter(|(_, sentence)| has_passive(sentence)).count(), said.len())
    });
    let heavy = counted.filter(|(_, passive, all)| passive * 100 > most * all);
    // The first of those with the same share.
    let worst = heavy.rev().max_by_key(|(_, passive, all)| passive * 1000 / all)?;
    Some(tell(sheet.document, worst, most))
}

fn tell(document: &Document, (section, passive, all): Counted<'_>, most: usize) -> Finding {
    Finding {
        confidence_percent: 65,
        found: Message::new("rule-passive-heavy-found").with("passive", passive).with("all", all),
        expected: Message::new("rule-passive-heavy-expected").with("most", most),
        advice: Message::new("rule-passive-heavy-try"),
        ..RULE.about.finding(place::heading(document, section), Message::new("rule-passive-heavy-says"))
    }
}
