//! "Kvinnor 71, män 64, totalt 75": a figure of all that those of women and men cannot give.

use crate::by_sex::{BySex, by_sex};
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "by-sex-off",
        code: "ARI-019",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: talet för alla ligger mellan kvinnors och mäns, eller är deras summa.",
        page_sv: include_str!("by_sex_off.sv.md"),
        page_en: include_str!("by_sex_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said() {
        // Few sentences tell of men at all.
        let told = ["män", "Män", "ojkar"].iter().any(|word| sentence.contains(word));
        let figures = told && sentence.bytes().any(|byte| byte.is_ascii_digit());
        let off = figures.then(|| by_sex(sentence)).flatten().filter(BySex::is_off);
        found.extend(off.map(|told| tell(sheet.document, passage, sentence, &told)));
    }
    found
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, told: &BySex) -> Finding {
    let words = |at: usize| sentence[told.parts[at].range.clone()].to_owned();
    let printed = &sentence[told.all.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), printed);
    let expected = match told.is_sum {
        true => "rule-by-sex-off-expected-sum",
        false => "rule-by-sex-off-expected",
    };
    Finding {
        confidence_percent: 85,
        found: verbatim(printed),
        expected: Message::new(expected).with("women", words(0)).with("men", words(1)),
        advice: Message::new("rule-by-sex-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-by-sex-off-says"))
    }
}
