//! A main part that documents of the kind have is not there.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{RowRole, Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "section-missing",
        code: "STR-004",
        family: Family::Structure,
        severity: Severity::Note,
        rests_on: "Kommunens mall för nämndsbudget och delårsrapport.",
        page_sv: include_str!("section_missing.sv.md"),
        page_en: include_str!("section_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// The main parts of plans and reports.
const PARTS: [SectionKind; 4] =
    [SectionKind::Summary, SectionKind::Goals, SectionKind::Economy, SectionKind::Statement];

/// A document with fewer entries in its contents is a part of one, or a note.
const ENTRIES: usize = 5;
/// An introduction of so many words sums up.
const INTRODUCTION: usize = 60;

fn of_document(document: &Document) -> Vec<Finding> {
    let kinds = [DocumentKind::CommitteeBudget, DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    if !kinds.contains(&document.kind) || document.contents.len() < ENTRIES {
        return Vec::new();
    }
    let missing: Vec<SectionKind> = PARTS.into_iter().filter(|part| !has(document, *part)).collect();
    // Who lacks several has another outline.
    match missing.as_slice() {
        [one] => vec![tell(document, *one)],
        _ => Vec::new(),
    }
}

fn has(document: &Document, part: SectionKind) -> bool {
    let table = part == SectionKind::Statement
        && document.tables().iter().any(|(_, table)| table.kind == TableKind::Statement || sums_areas(table));
    let summary = part == SectionKind::Summary && opens_with_text(document);
    let goals = part == SectionKind::Goals && !document.goals().is_empty();
    table || goals || summary || document.all_sections().iter().any(|section| section.kind == part)
}

/// Whether an introduction with a name of its own stands first and says what the document says.
fn opens_with_text(document: &Document) -> bool {
    let first = document.all_sections().into_iter().find(|section| section.heading.is_some());
    let words = |section: &Section| section.own_text().split_whitespace().count();
    first.is_some_and(|section| section.kind == SectionKind::Other && words(section) >= INTRODUCTION)
}

/// A table of areas with their sum tells the economy of a body that has no statement of its own.
fn sums_areas(table: &Table) -> bool {
    table.kind == TableKind::BudgetAreas && table.rows.iter().any(|row| row.role == RowRole::Total)
}

fn tell(document: &Document, part: SectionKind) -> Finding {
    let word = match part {
        SectionKind::Summary => "rule-section-missing-summary",
        SectionKind::Goals => "rule-section-missing-goals",
        SectionKind::Economy => "rule-section-missing-economy",
        _ => "rule-section-missing-statement",
    };
    Finding {
        confidence_percent: 70,
        found: Message::new("rule-section-missing-found"),
        expected: Message::new(word),
        advice: Message::new("rule-section-missing-try"),
        ..RULE.about.finding(place::title(document), Message::new("rule-section-missing-says"))
    }
}
