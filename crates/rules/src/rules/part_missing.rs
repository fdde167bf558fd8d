//! A section without a part that all others of its kind have.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "part-missing",
        code: "STR-006",
        family: Family::Structure,
        severity: Severity::Note,
        rests_on: "Avsnitt av samma slag har samma delar.",
        page_sv: include_str!("part_missing.sv.md"),
        page_en: include_str!("part_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// So many other sections must all have the part.
const OTHERS: usize = 3;

/// Who lacks more parts than this has another outline.
const MOST: usize = 2;

fn of_document(document: &Document) -> Vec<Finding> {
    let goals: Vec<&Section> = document.goals().into_iter().map(|goal| goal.section).collect();
    let mut found = lacking(document, &goals);
    for parent in document.all_sections() {
        let alike = |kind: SectionKind| parent.sections.iter().filter(move |section| section.kind == kind);
        for kind in [SectionKind::Priority, SectionKind::Other] {
            found.extend(lacking(document, &alike(kind).collect::<Vec<_>>()));
        }
    }
    if found.len() > MOST { Vec::new() } else { found }
}

fn lacking(document: &Document, sections: &[&Section]) -> Vec<Finding> {
    if sections.len() <= OTHERS {
        return Vec::new();
    }
    let mut having: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, section) in sections.iter().enumerate() {
        let parts: BTreeSet<String> = parts(section).map(|(name, _)| name).collect();
        parts.into_iter().for_each(|part| having.entry(part).or_default().push(at));
    }
    let missed =
        having.iter().filter(|(part, having)| having.len() + 1 == sections.len() && !part.is_empty());
    let told = missed.filter_map(|(_part, having)| {
        let at = (0..sections.len()).find(|at| !having.contains(at))?;
        let (_, heading) = parts(sections[*having.first()?]).find(|(name, _)| name == _part)?;
        // What is empty altogether is told of by another rule.
        let has_some = !sections[at].sections.is_empty() || !sections[at].blocks.is_empty();
        has_some.then(|| tell(document, sections[at], heading))
    });
    told.collect()
}

/// The headings inside a section that no rule of their own watches, without years.
fn parts<'a>(section: &'a Section) -> impl Iterator<Item = (String, &'a TextAt)> + use<'a> {
    use SectionKind::*;
    let own = |kind| {
        !matches!(
            kind,
            YearPlan | FollowUp | AssessmentPeriod | AssessmentTerm | Goal | Assignment | Priority
        )
    };
    section.sections.iter().filter(move |inner| own(inner.kind)).filter_map(|inner| {
        let heading = inner.heading.as_ref()?;
        let bare: String = heading.text.chars().filter(|c| !c.is_ascii_digit()).collect();
        Some((normalized(&bare), heading))
    })
}

fn tell(document: &Document, section: &Section, part: &TextAt) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::at(document, part.span)],
        found: verbatim(section.name.clone()),
        expected: verbatim(part.text.clone()),
        advice: Message::new("rule-part-missing-try"),
        ..RULE.about.finding(place::heading(document, section), Message::new("rule-part-missing-says"))
    }
}
