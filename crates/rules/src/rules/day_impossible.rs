//! A day that no month has: "den 31 november".

use crate::days::{Day, days};
use crate::place;
use crate::prose::{locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "day-impossible",
        code: "KON-007",
        family: Family::Consistency,
        severity: Severity::Error,
        rests_on: "Kalendern: en dag som inte finns är ett skrivfel.",
        page_sv: include_str!("day_impossible.sv.md"),
        page_en: include_str!("day_impossible.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    // The days that some month lacks.
    let lacked = |text: &str| ["29", "30", "31"].iter().any(|day| text.contains(day));
    for passage in passages(document).into_iter().filter(|passage| lacked(passage.text)) {
        let wrong = days(passage.text).into_iter().filter(|day| day.day > day.days_of_month());
        for day in wrong {
            let said = &passage.text[day.range.clone()];
            found.push(tell(place::at(document, locate(document, passage.span, said)), said, &day));
        }
    }
    found
}

fn tell(at: uppsikt_findings::FindingPlace, said: &str, day: &Day) -> Finding {
    Finding {
        found: verbatim(said),
        expected: Message::new("rule-day-impossible-expected").with("last", day.days_of_month().to_string()),
        advice: Message::new("rule-day-impossible-try"),
        ..RULE.about.finding(at, Message::new("rule-day-impossible-says"))
    }
}
