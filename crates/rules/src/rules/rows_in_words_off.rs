//! "Personalkostnaderna är hälften av nettokostnaden", where the table's rows say otherwise.

use crate::near_table::alone;
use crate::place;
use crate::prose::{Passage, locate};
use crate::row_shares::{Off, may_tell, off};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "rows-in-words-off",
        code: "ARI-021",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: en andel är delen genom det hela.",
        page_sv: include_str!("rows_in_words_off.sv.md"),
        page_en: include_str!("rows_in_words_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let told: Vec<&(Passage<'_>, &str)> =
        sheet.said().iter().filter(|(_, sentence)| may_tell(sentence)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let tables = alone(sheet.document);
    let own = told.into_iter().filter_map(|(passage, sentence)| {
        let section = passage.within.last().map(|section| std::ptr::from_ref::<Section>(section))?;
        let off = off(sentence, tables.get(&section)?)?;
        Some(tell(sheet, passage, sentence, &off))
    });
    own.collect()
}

fn tell(sheet: &Sheet<'_>, passage: &Passage<'_>, sentence: &str, off: &Off) -> Finding {
    let document = sheet.document;
    let said = sentence.get(off.range.clone()).unwrap_or(sentence);
    let span = locate(document, locate(document, passage.span, sentence), said);
    Finding {
        confidence_percent: 78,
        also_at: off.cells.iter().map(|span| place::at(document, *span)).collect(),
        found: verbatim(said),
        expected: verbatim(off.right.clone()),
        advice: Message::new("rule-rows-in-words-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-rows-in-words-off-says"))
    }
}
