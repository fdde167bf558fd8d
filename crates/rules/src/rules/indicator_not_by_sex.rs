//! An indicator that counts people together, where the others tell women and men apart.

use crate::habit::lacking_of;
use crate::limits::limit;
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-not-by-sex",
        code: "IND-009",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Förordningen (2001:100) om den officiella statistiken 14 §, som kommuner följer frivilligt: statistik om människor delas upp efter kön om det inte finns särskilda skäl.",
        page_sv: include_str!("indicator_not_by_sex.sv.md"),
        page_en: include_str!("indicator_not_by_sex.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

/// Words for people who are counted one by one.
const PEOPLE: [&str; 16] = [
    "personer",
    "invånare",
    "elever",
    "barn",
    "unga",
    "äldre",
    "besökare",
    "brukare",
    "medarbetare",
    "anställda",
    "chefer",
    "deltagare",
    "ungdomar",
    "patienter",
    "medborgare",
    "hyresgäster",
];

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let without = lacking_of(document, habit, counts_people, |it| it.by_sex).into_iter();
    without.map(|it| tell(document, it)).collect()
}

/// "Andel elever", "antalet nya besökare": people right after the word that counts.
fn counts_people(indicator: &Indicator) -> bool {
    let words = words(&indicator.text);
    let counts = |word: &String| ["andel", "andelen", "antal", "antalet"].contains(&word.as_str());
    let Some(at) = words.iter().position(counts) else { return false };
    words[at + 1..].iter().take(2).any(|word| PEOPLE.contains(&word.as_str()))
}

fn tell(document: &Document, indicator: &Indicator) -> Finding {
    Finding {
        confidence_percent: 60,
        found: verbatim(indicator.text.clone()),
        expected: Message::new("rule-indicator-not-by-sex-expected"),
        advice: Message::new("rule-indicator-not-by-sex-try"),
        ..RULE
            .about
            .finding(place::at(document, indicator.span), Message::new("rule-indicator-not-by-sex-says"))
    }
}
