//! An amount in running text that the same line of a table does not have.

use crate::near_table::{Slip, slips};
use crate::place;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::told::{Meaning, findings};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Place;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "prose-table-off",
        code: "ARI-007",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Samma rad och samma kolumn är samma belopp, i text och i tabell.",
        page_sv: include_str!("prose_table_off.sv.md"),
        page_en: include_str!("prose_table_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let is_asked = |meaning| meaning != Meaning::Change;
    let mut found = findings(sheet, &RULE.about, is_asked, WORDS);
    let told: Vec<Place> = found.iter().map(|it| it.at.span.at).collect();
    let beside = slips(sheet).into_iter().map(|slip| tell(sheet.document, &slip));
    found.extend(beside.filter(|it| !told.contains(&it.at.span.at)));
    found
}

/// What is said, and what to do.
const WORDS: (&str, &str) = ("rule-prose-table-off-says", "rule-prose-table-off-try");

fn tell(document: &Document, slip: &Slip<'_, '_>) -> Finding {
    let printed = &slip.said.sentence[slip.found.range.clone()];
    let sentence = locate(document, slip.said.passage.span, slip.said.sentence);
    let from = locate(document, sentence, &slip.said.sentence[slip.found.range.start..]);
    let (says, advice) = WORDS;
    Finding {
        confidence_percent: 75,
        also_at: slip.cells.iter().map(|cell| place::at(document, *cell)).collect(),
        found: verbatim(printed),
        expected: verbatim(quantity(&slip.right)),
        advice: Message::new(advice),
        ..RULE.about.finding(
            place::at(document, locate(document, from, printed)),
            Message::new(says).with("row", slip.label.to_owned()),
        )
    }
}
