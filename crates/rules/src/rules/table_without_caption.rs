//! Several tables under one heading, and one has no caption.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::table::Table;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "table-without-caption",
        code: "TIL-004",
        family: Family::Accessibility,
        severity: Severity::Note,
        rests_on: "DOS-lagen (2018:1937); EN 301 549 9.1.3.1: en tabell har en rubrik som hör till den.",
        page_sv: include_str!("table_without_caption.sv.md"),
        page_en: include_str!("table_without_caption.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for section in document.all_sections() {
        let heading = section.heading.as_ref().map(|heading| heading.span);
        for pair in section.blocks.windows(2) {
            let (Some(_), Some(table)) = (pair[0].table(), pair[1].table()) else { continue };
            if names_its_rows(table, pair[0].table()) {
                continue;
            }
            // Words between the two would tell them apart; the heading is above both.
            let own = table.caption.as_ref().filter(|caption| Some(caption.span) != heading);
            if own.is_none() {
                found.push(tell(document, table));
            }
        }
    }
    found
}

/// Whether the head says in words of its own what the rows are, other than the table before it:
/// "Nämndens aktiviteter" below "Nämndens indikatorer".
fn names_its_rows(table: &Table, before: Option<&Table>) -> bool {
    let label = normalized(&table.label_heading);
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let worded = label.contains(' ') && label.split(' ').any(|word| letters(word) > 4);
    worded && before.is_none_or(|before| normalized(&before.label_heading) != label)
}

/// The table's head and rows, without the heading above.
fn rows(table: &Table) -> uppsikt_domain::place::Span {
    let head = table.columns.first().map(|column| column.heading.span).filter(|span| span.at.line > 0);
    head.unwrap_or(table.span)
}

fn tell(document: &Document, table: &Table) -> Finding {
    let head = table.columns.iter().map(|column| column.heading.text.as_str());
    let words: Vec<&str> = std::iter::once(table.label_heading.as_str()).chain(head).collect();
    Finding {
        confidence_percent: 65,
        found: verbatim(words.join(" | ")),
        expected: Message::new("rule-table-without-caption-expected"),
        advice: Message::new("rule-table-without-caption-try"),
        ..RULE
            .about
            .finding(place::at(document, rows(table)), Message::new("rule-table-without-caption-says"))
    }
}
