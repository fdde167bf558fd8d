//! An amount in running text that the same line of a table does not have.

use crate::month_series;
use crate::near_table::{Slip, slips};
use crate::place;
use crate::plain;
use crate::prose::locate;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::told::{Meaning, findings, is_borne};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::quantity::Quantity;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;

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
    let plain = plain::slips(sheet).into_iter().filter(|slip| !slip.is_turned);
    let mut found: Vec<Finding> = plain.map(|slip| tell_plain(sheet, &slip)).collect();
    let surest: Vec<Place> = found.iter().map(|it| it.at.span.at).collect();
    let others = findings(sheet, &RULE.about, is_asked, WORDS);
    found.extend(others.into_iter().filter(|it| !surest.contains(&it.at.span.at)));
    let told: Vec<Place> = found.iter().map(|it| it.at.span.at).collect();
    let beside = slips(sheet).into_iter().map(|slip| tell(sheet.document, &slip));
    found.extend(beside.filter(|it| !told.contains(&it.at.span.at)));
    let told: Vec<Place> = found.iter().map(|it| it.at.span.at).collect();
    let monthly = month_series::slips(sheet).into_iter().map(|slip| tell_month(sheet.document, &slip));
    found.extend(monthly.filter(|it| !told.contains(&it.at.span.at)));
    found
}

/// What is said, and what to do.
const WORDS: (&str, &str) = ("rule-prose-table-off-says", "rule-prose-table-off-try");

fn tell_plain(sheet: &Sheet<'_>, slip: &plain::Slip<'_, '_>) -> Finding {
    let document = sheet.document;
    let printed = &slip.said.sentence[slip.amount.range.clone()];
    let sentence = locate(document, slip.said.passage.span, slip.said.sentence);
    let right = quantity(&slip.right);
    let (says, advice) = WORDS;
    let borne = sheet.systems().iter().any(|system| is_borne(system, slip.span));
    Finding {
        note: Some(Message::new(if borne { "rule-told-against-sums" } else { "rule-told-against-cell" })),
        confidence_percent: 78,
        also_at: vec![place::at(document, slip.span)],
        found: verbatim(printed),
        expected: verbatim(match slip.is_surplus {
            Some(true) => format!("överskott på {right}"),
            Some(false) => format!("underskott på {right}"),
            None => right,
        }),
        advice: Message::new(advice),
        ..RULE.about.finding(
            place::at(document, locate(document, sentence, printed)),
            Message::new(says).with("row", slip.label.to_owned()),
        )
    }
}

fn tell_month(document: &Document, slip: &month_series::Slip<'_, '_>) -> Finding {
    let told = (slip.said.passage.span, slip.said.sentence, slip.found);
    Finding { confidence_percent: 78, ..tell_of(document, told, (&slip.right, slip.label), &[slip.cell]) }
}

fn tell(document: &Document, slip: &Slip<'_, '_>) -> Finding {
    let told = (slip.said.passage.span, slip.said.sentence, slip.found);
    tell_of(document, told, (&slip.right, slip.label), &slip.cells)
}

/// A number of a sentence of a passage, what the row has instead, and where.
fn tell_of(
    document: &Document,
    (passage, sentence, found): (Span, &str, &Found),
    (right, label): (&Quantity, &str),
    cells: &[Span],
) -> Finding {
    let printed = &sentence[found.range.clone()];
    let from = locate(document, locate(document, passage, sentence), &sentence[found.range.start..]);
    let (says, advice) = WORDS;
    Finding {
        confidence_percent: 75,
        also_at: cells.iter().map(|cell| place::at(document, *cell)).collect(),
        found: verbatim(printed),
        expected: verbatim(quantity(right)),
        advice: Message::new(advice),
        ..RULE.about.finding(
            place::at(document, locate(document, from, printed)),
            Message::new(says).with("row", label.to_owned()),
        )
    }
}
