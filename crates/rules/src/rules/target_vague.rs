//! A target that says which way but not how far.

use crate::place;
use crate::prose::{locate, words};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::section::Section;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "target-vague",
        code: "IND-013",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "God ekonomisk hushållning (KL 11 kap. 1 och 6 §§): mål som går att följa.",
        page_sv: include_str!("target_vague.sv.md"),
        page_en: include_str!("target_vague.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let plans = picture.documents.iter().filter(|document| document.kind == DocumentKind::CommitteeBudget);
    plans.flat_map(|document| of_document(document)).collect()
}

/// Beginnings of words for what is counted: a number could have been set.
const COUNTED: [&str; 6] = ["antal", "andel", "index", "procent", "väntetid", "sjukfrånvaro"];

/// Verbs of direction after "ska".
const DIRECTIONS: [&str; 10] =
    ["öka", "minska", "förbättras", "stärkas", "höjas", "sänkas", "ökas", "minskas", "växa", "förbättra"];

fn of_document(document: &Document) -> Vec<Finding> {
    document.all_sections().into_iter().flat_map(|section| of_section(document, section)).collect()
}

/// The indicators of a section that only point, where no other of the section has a target.
fn of_section(document: &Document, section: &Section) -> Vec<Finding> {
    if section.indicators.iter().any(|it| it.target.is_some()) {
        return Vec::new();
    }
    let vague = section.indicators.iter().filter_map(|it| Some((it, pointing(&it.text)?)));
    vague.map(|(indicator, verb)| tell(document, indicator, verb)).collect()
}

/// The verb of an indicator that counts something, says "ska öka" and names no figure.
fn pointing(text: &str) -> Option<&'static str> {
    let words = words(text);
    let counted = words.iter().any(|word| COUNTED.iter().any(|counted| word.starts_with(counted)));
    let figured = text.contains(|c: char| c.is_ascii_digit())
        || words.iter().any(|word| uppsikt_text::number_word::parse(word).is_some_and(|number| number > 1));
    if !counted || figured {
        return None;
    }
    let verb = words.windows(2).find(|pair| pair[0] == "ska")?;
    DIRECTIONS.into_iter().find(|direction| verb[1] == *direction)
}

fn tell(document: &Document, indicator: &Indicator, verb: &str) -> Finding {
    let words = format!("ska {verb}");
    Finding {
        confidence_percent: 70,
        found: verbatim(format!("\u{201d}{words}\u{201d}")),
        expected: Message::new("rule-target-vague-expected"),
        advice: Message::new("rule-target-vague-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, indicator.span, &words)),
            Message::new("rule-target-vague-says"),
        )
    }
}
