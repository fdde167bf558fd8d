//! A summary after the parts that it sums up.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "section-order-off",
        code: "STR-005",
        family: Family::Structure,
        severity: Severity::Note,
        rests_on: "Anvisningen för dokumenten: samma delar i samma ordning hos alla.",
        page_sv: include_str!("section_order_off.sv.md"),
        page_en: include_str!("section_order_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let asked = [DocumentKind::CommitteeBudget, DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    let documents = picture.documents.iter().filter(|document| asked.contains(&document.kind));
    documents.filter_map(|document| of_document(document)).collect()
}

/// The summary, where it comes after the parts that it sums up.
fn of_document(document: &Document) -> Option<Finding> {
    let chapters: Vec<&Section> = document.all_sections();
    let first =
        |kind: SectionKind| chapters.iter().find(|section| section.kind == kind && section.level <= 2);
    let summary = first(SectionKind::Summary)?;
    let starts = |section: &Section| section.span.at.line;
    let before = [SectionKind::Goals, SectionKind::Economy].into_iter().filter_map(first);
    // A summary inside another part sums up that part.
    let inside = chapters.iter().any(|section| {
        section.kind != SectionKind::Summary && section.sections.iter().any(|it| it.id == summary.id)
    });
    let late: Vec<&&Section> = before.filter(|section| starts(section) < starts(summary)).collect();
    (late.len() == 2 && !inside).then(|| tell(document, summary, late[0]))
}

fn tell(document: &Document, summary: &Section, first: &Section) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::heading(document, first)],
        found: verbatim(summary.name.clone()),
        expected: Message::new("rule-section-order-off-expected"),
        advice: Message::new("rule-section-order-off-try"),
        ..RULE.about.finding(place::heading(document, summary), Message::new("rule-section-order-off-says"))
    }
}
