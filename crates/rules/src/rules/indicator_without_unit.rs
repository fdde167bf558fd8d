//! An indicator with figures whose unit is not said, where the others say theirs.

use crate::habit::lacking;
use crate::indicator_holes::holes;
use crate::limits::limit;
use crate::pairs::called;
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-without-unit",
        code: "IND-010",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "God ekonomisk hushållning (KL 11 kap. 1 och 6 §§): mål som går att följa.",
        page_sv: include_str!("indicator_without_unit.sv.md"),
        page_en: include_str!("indicator_without_unit.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

/// Words that tell in what a figure is counted, as a beginning or an end of a word.
const UNITS: [&str; 36] = [
    "andel",
    "antal",
    "procent",
    "index",
    "betyg",
    "poäng",
    "kronor",
    "krona",
    "kostnad",
    "tusental",
    "miljon",
    "kilo",
    "gram",
    "kwh",
    "mwh",
    "gwh",
    "liter",
    "kubik",
    "kvadrat",
    "hektar",
    "meter",
    "timmar",
    "minut",
    "månader",
    "dygn",
    "median",
    "medelvärde",
    "genomsnitt",
    "ranking",
    "placering",
    "kvot",
    "frånvaro",
    "omsättning",
    "personer",
    "besök",
    "nöjd",
];

/// Short ones that only count as whole words.
const WHOLE: [&str; 21] = [
    "kr", "km", "kg", "m", "m2", "m3", "m²", "m³", "st", "h", "per", "nki", "ksi", "mkr", "tkr", "ton",
    "mil", "dagar", "veckor", "platser", "resor",
];

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let without = lacking(document, habit, has_unit).into_iter();
    let mut found: Vec<Finding> = without.map(|it| tell(document, it.span, &it.text)).collect();
    let told: Vec<u32> = found.iter().map(|it| it.at.span.at.line).collect();
    let rows = holes(document, &["enhet", "mätenhet"]).into_iter();
    let rows = rows.filter(|row| !told.contains(&row.label.span.at.line));
    let rows = rows.filter(|row| !names_unit(&row.label.text.lower()));
    found.extend(rows.map(|row| tell(document, row.label.span, &row.label.text)));
    found
}

fn has_unit(indicator: &Indicator) -> bool {
    // What follows a colon are the figures of years.
    let lower = called(indicator).lower();
    let words = words(&lower);
    counts_things(indicator, &words) || indicator.unit.is_some() || names_unit(&lower)
}

/// Whether a name in lower case tells in what it is counted.
fn names_unit(lower: &str) -> bool {
    let says = |word: &String| {
        WHOLE.contains(&word.as_str())
            || word.contains("index")
            || UNITS.iter().any(|unit| word.starts_with(unit) || word.ends_with(unit))
    };
    lower.contains('%') || words(lower).iter().any(says)
}

/// Verbs with the endings of the plural: "Känner sig trygga på vägen".
const VERBS: [&str; 10] = [
    "känner",
    "upplever",
    "tycker",
    "instämmer",
    "svarar",
    "deltar",
    "arbetar",
    "kommer",
    "klarar",
    "använder",
];

/// "Anmälda incidenter": things in the plural, whose whole numbers say how many.
fn counts_things(indicator: &Indicator, words: &[String]) -> bool {
    let plural = |word: &String| {
        let ending = ["er", "ar", "or"].iter().any(|ending| word.ends_with(ending));
        ending && word.chars().count() > 5 && !VERBS.contains(&word.as_str())
    };
    let whole = |value: &Option<String>| value.as_ref().is_none_or(|value| !value.contains('.'));
    words.iter().take(2).any(plural) && whole(&indicator.baseline) && whole(&indicator.target)
}

fn tell(document: &Document, span: Span, text: &str) -> Finding {
    Finding {
        confidence_percent: 60,
        found: verbatim(text),
        expected: Message::new("rule-indicator-without-unit-expected"),
        advice: Message::new("rule-indicator-without-unit-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-indicator-without-unit-says"))
    }
}
