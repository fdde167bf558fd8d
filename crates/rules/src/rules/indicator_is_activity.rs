//! An indicator that is something done, not something that became different.

use crate::place;
use crate::prose::{has_words, locate, words};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-is-activity",
        code: "IND-004",
        family: Family::Indicator,
        severity: Severity::Warning,
        rests_on: "Revisionens kritik: aktiviteter används som indikatorer.",
        page_sv: include_str!("indicator_is_activity.sv.md"),
        page_en: include_str!("indicator_is_activity.en.md"),
    },
    check,
};

/// Words of doing. They tell an activity where nothing is counted, measured or judged.
const DONE: [&str; 37] = [
    "är framtagen",
    "är framtaget",
    "är framtagna",
    "är genomförd",
    "är genomfört",
    "är genomförda",
    "är infört",
    "är införd",
    "är upprättad",
    "är upprättat",
    "är inrättad",
    "är inrättat",
    "är färdigställd",
    "är färdigställt",
    "har införts",
    "införs",
    "har upprättats",
    "har inrättats",
    "har arrangerats",
    "har genomförts",
    "har tagits fram",
    "tagit fram",
    "har genomfört",
    "genomfört en",
    "genomfört ett",
    "har tagit",
    "har deltagit",
    "har påbörjat",
    "har startat",
    "har inlett",
    "ska ta fram",
    "tas fram",
    "ta fram en",
    "ta fram ett",
    "genomförs enligt plan",
    "genomföras enligt plan",
    "fortskrider enligt plan",
];

/// Words of counting, measuring and judging.
const MEASURED: [&str; 10] =
    ["andel", "antal", "procent", "index", "bedöm", "upplev", "resultat", "nöjd", "kvalitativ", "genomsnitt"];

/// Words of which only the beginning tells that something becomes more or less: "öka", and not "besökare".
const MOVED: [&str; 4] = ["minska", "öka", "höja", "högst"];

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let indicators = document.all_sections().into_iter().flat_map(|section| &section.indicators);
    indicators.filter_map(|indicator| Some(tell(document, indicator, done(indicator)?))).collect()
}

/// The words of doing, where an indicator has nothing else.
fn done(indicator: &Indicator) -> Option<&'static str> {
    let lower = indicator.text.lower();
    let measured = MEASURED.iter().any(|word| lower.contains(word)) || lower.contains('%');
    let moved = || words(&lower).iter().any(|word| MOVED.iter().any(|moved| word.starts_with(moved)));
    let measured = measured || moved();
    let valued = indicator.baseline.is_some() || indicator.target.is_some();
    // "de analyser som tas fram" tells of the analyses, not of the doing.
    let aside = |words: &str| lower.contains(&format!("som {words}"));
    DONE.into_iter().find(|words| has_words(&lower, words) && !aside(words)).filter(|_| !measured && !valued)
}

fn tell(document: &Document, indicator: &Indicator, done: &str) -> Finding {
    let span = locate(document, indicator.span, &printed(&indicator.text, done));
    Finding {
        confidence_percent: 82,
        found: verbatim(format!("\u{201d}{}\u{201d}", printed(&indicator.text, done))),
        expected: Message::new("rule-indicator-is-activity-expected"),
        advice: Message::new("rule-indicator-is-activity-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-indicator-is-activity-says"))
    }
}

/// The words as they are printed, from where they start to the end of their clause.
fn printed(text: &str, done: &str) -> String {
    let start = text.lower().find(done).filter(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let rest = &text[start..];
    let words: Vec<&str> = rest.split_whitespace().take(6).collect();
    words.join(" ").trim_end_matches(['.', ',']).to_owned()
}
