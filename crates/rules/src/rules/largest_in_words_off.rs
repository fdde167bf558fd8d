//! "Störst är fritidshemmen", where another row of the table is larger.

use crate::extremes::{End, Extreme, in_table, may_tell, told_next};
use crate::near_table::alone;
use crate::numbered::Numbered;
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "largest-in-words-off",
        code: "ARI-020",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Ordning: det största är större än allt annat.",
        page_sv: include_str!("largest_in_words_off.sv.md"),
        page_en: include_str!("largest_in_words_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let told: Vec<(usize, &(Passage<'_>, &str))> =
        sheet.said().iter().enumerate().filter(|(_, (_, sentence))| may_tell(sentence)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let tables = alone(sheet.document);
    let mut found = Vec::new();
    for (at, (passage, sentence)) in told {
        let section = passage.within.last().map(|section| std::ptr::from_ref::<Section>(section));
        let table = section.and_then(|section| tables.get(&section));
        let beside = table.and_then(|table| in_table(sentence, table));
        let off = beside.or_else(|| told_next(sentence, before(sheet, passage, at)?));
        found.extend(off.map(|off| tell(sheet, passage, sentence, &off)));
    }
    found
}

/// The sentence with numbers right before one in its passage.
fn before<'n, 'a>(sheet: &'n Sheet<'a>, passage: &Passage<'a>, at: usize) -> Option<&'n Numbered<'a>> {
    let numbered = sheet.numbered();
    let index = numbered.partition_point(|it| it.at < at).checked_sub(1)?;
    numbered.get(index).filter(|it| it.at + 1 == at && it.passage.span == passage.span)
}

fn tell(sheet: &Sheet<'_>, passage: &Passage<'_>, sentence: &str, off: &Extreme) -> Finding {
    let span = locate(sheet.document, passage.span, sentence);
    let from = sentence.lower().find(&off.word).and_then(|at| sentence.get(at..at + off.word.len()));
    let word = from.unwrap_or(sentence);
    let says = match off.end {
        End::High => "rule-largest-in-words-off-says",
        End::Low => "rule-largest-in-words-off-says-least",
    };
    Finding {
        confidence_percent: 78,
        found: verbatim(format!("{word}: {}", off.said)),
        expected: verbatim(off.right.clone()),
        advice: Message::new("rule-largest-in-words-off-try"),
        ..RULE
            .about
            .finding(place::at(sheet.document, locate(sheet.document, span, word)), Message::new(says))
    }
}
