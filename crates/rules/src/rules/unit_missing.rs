//! A table of amounts that names no unit.

use crate::money;
use crate::place;
use crate::prose::{said, words};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::block::Block;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{Table, TableKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::figure;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "unit-missing",
        code: "KON-003",
        family: Family::Consistency,
        severity: Severity::Note,
        rests_on: "LKBR och god redovisningssed: belopp anges med enhet.",
        page_sv: include_str!("unit_missing.sv.md"),
        page_en: include_str!("unit_missing.en.md"),
    },
    check,
};

/// Longer paragraphs are no captions.
const CAPTION: usize = 120;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    if said(document).iter().any(|(_, sentence)| tells_unit_of_all(sentence)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for section in document.all_sections() {
        for (index, block) in section.blocks.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| section.blocks.get(index));
            let silent =
                block.table().filter(|table| is_money(table) && !prints_unit(section, before, table));
            found.extend(silent.map(|table| {
                let known = (0..table.columns.len()).any(|column| money::unit(table, column).is_some());
                tell(document, table, known)
            }));
        }
    }
    found
}

/// "Alla belopp är i tkr om inget annat anges": whether a sentence tells the unit of all amounts.
fn tells_unit_of_all(sentence: &str) -> bool {
    const ALL: [&str; 7] = [
        "alla belopp",
        "samtliga belopp",
        "anges",
        "redovisas",
        "uttrycks",
        "om inget annat",
        "om inte annat",
    ];
    if !sentence.contains("elopp") {
        return false;
    }
    let lower = sentence.lower();
    let of_amounts = words(&lower).iter().any(|word| word == "belopp" || word == "beloppen");
    of_amounts
        && ALL.iter().any(|phrase| lower.contains(phrase))
        && !lower.contains("tabell")
        && !lower.bytes().any(|byte| byte.is_ascii_digit())
        && has_unit(&lower)
}

/// Whether a table is of a kind that holds amounts of money.
fn is_money(table: &Table) -> bool {
    let kind = table.kind != TableKind::Other;
    kind && table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.value.is_some())
}

/// Whether the table prints its unit, or something right above it does: the reader found it there, or
/// the words name one. What other tables print, and the table inherits, may be the same, but the reader
/// of this one does not see it.
fn prints_unit(section: &Section, before: Option<&Block>, table: &Table) -> bool {
    if table.unit.is_money() && !table.unit_inherited {
        return true;
    }
    let columns = table.columns.iter().map(|column| column.heading.text.as_str());
    let caption = table.caption.iter().map(|caption| caption.text.as_str());
    let named = columns.chain(caption).chain([table.label_heading.as_str()]).any(has_unit);
    let labels = table.rows.iter().map(|row| row.label.text.clone());
    let heading = section.heading.iter().map(|heading| heading.text.clone());
    // A long paragraph above tells of something, not of the table's unit.
    let above = before.map(Block::text).filter(|text| text.chars().count() < CAPTION);
    let around = above.into_iter().chain(heading);
    named || around.chain(labels).any(|text| has_unit(&text))
}

fn has_unit(text: &str) -> bool {
    let lower = text.lower();
    words(text).iter().any(|word| figure::unit(word).is_some_and(|unit| unit.is_money()))
        || ["miljoner", "tusental", "tusen kronor"].iter().any(|phrase| lower.contains(phrase))
}

fn tell(document: &Document, table: &Table, known: bool) -> Finding {
    let first = table.columns.first().map(|column| column.heading.span).filter(|span| span.at.line > 0);
    let at = table.caption.as_ref().map(|caption| caption.span).or(first).unwrap_or(table.span);
    Finding {
        severity: if known { Severity::Note } else { RULE.about.severity },
        confidence_percent: if known { 60 } else { 80 },
        found: Message::new("rule-unit-missing-found"),
        expected: Message::new("rule-unit-missing-expected"),
        advice: Message::new("rule-unit-missing-try"),
        ..RULE.about.finding(place::at(document, at), Message::new("rule-unit-missing-says"))
    }
}
