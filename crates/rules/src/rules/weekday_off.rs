//! A weekday that is not the day's: "tisdagen den 5 mars 2026".

use crate::days::{days, weekday_word};
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
        name: "weekday-off",
        code: "KON-008",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Kalendern: veckodag och datum ska höra ihop.",
        page_sv: include_str!("weekday_off.sv.md"),
        page_en: include_str!("weekday_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in passages(document).into_iter().filter(|passage| passage.text.contains("dag")) {
        for day in days(passage.text).into_iter().filter(|day| day.day <= day.days_of_month()) {
            let right = day.right_weekday().filter(|right| day.weekday.is_some_and(|said| said != *right));
            let said = &passage.text[day.range.clone()];
            let at = place::at(document, locate(document, passage.span, said));
            found.extend(right.map(|right| tell(at, said, right)));
        }
    }
    found
}

fn tell(at: uppsikt_findings::FindingPlace, said: &str, right: usize) -> Finding {
    Finding {
        confidence_percent: 95,
        found: verbatim(said),
        expected: verbatim(weekday_word(right)),
        advice: Message::new("rule-weekday-off-try"),
        ..RULE.about.finding(at, Message::new("rule-weekday-off-says"))
    }
}
