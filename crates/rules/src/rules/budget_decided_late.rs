//! A council's budget that was adopted after November.

use crate::days::{Day, days};
use crate::lines::{printed, stretch};
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "budget-decided-late",
        code: "LAG-009",
        family: Family::Law,
        severity: Severity::Note,
        rests_on: "Kommunallagen 11 kap. om budgetprocessen: fullmäktige fastställer budgeten före november månads utgång, med särskilda skäl i december.",
        page_sv: include_str!("budget_decided_late.sv.md"),
        page_en: include_str!("budget_decided_late.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let budgets = picture.documents.iter().filter(|document| document.kind == DocumentKind::CouncilBudget);
    budgets.filter_map(|document| of_document(document)).collect()
}

/// The decision is named among the first lines: on the cover or below it.
const LINES: usize = 60;

/// Words that tell of the decision, of another one, and of why it may be late.
const DECIDED: [&str; 5] = ["antagen", "antogs", "beslut", "fastställd", "fastställdes"];
const OTHER: [&str; 6] = ["reviderad", "revidering", "tillägg", "ändrad", "komplettering", "förslag"];
const REASONS: [&str; 2] = ["särskilda skäl", "synnerliga skäl"];

fn of_document(document: &Document) -> Option<Finding> {
    let year = document.year?;
    let said = |line: &str, words: &[&str]| {
        let lower = line.lower();
        words.iter().any(|word| lower.contains(word))
    };
    if document.lines.iter().any(|line| said(&line.text, &REASONS)) {
        return None;
    }
    let decided = printed(document)
        .take(LINES)
        .filter(|(_, line)| said(&line.text, &DECIDED) && said(&line.text, &["fullmäktige"]))
        .filter(|(_, line)| !said(&line.text, &OTHER));
    let mut days = decided.flat_map(|(number, line)| {
        // "Föreslagen den …, beslutad den …": the day of the decision.
        let after = decided_at(&line.text);
        let days = days(&line.text).into_iter().filter(move |day| day.range.start >= after);
        days.map(move |day| (number, line.text.as_str(), day))
    });
    let (number, line, day) = days.next()?;
    is_late(&day, year).then(|| tell(document, number, line, &day))
}

/// Where a line tells of the decision, in bytes: the start where that is not known.
fn decided_at(line: &str) -> usize {
    let lower = line.lower();
    let words = DECIDED.iter().filter_map(|word| lower.find(word));
    words.min().filter(|_| lower.len() == line.len()).unwrap_or(0)
}

/// December of the year before, or later up to the end of the year itself.
fn is_late(day: &Day, year: i32) -> bool {
    day.year.is_some_and(|said| said == year || said == year - 1 && day.month == 12)
}

fn tell(document: &Document, number: u32, line: &str, day: &Day) -> Finding {
    let words = line.get(day.range.clone()).unwrap_or(line).trim_end_matches(|c: char| !c.is_alphanumeric());
    let range = day.range.start..day.range.start + words.len();
    Finding {
        confidence_percent: 70,
        found: verbatim(words),
        expected: Message::new("rule-budget-decided-late-expected"),
        advice: Message::new("rule-budget-decided-late-try"),
        ..RULE.about.finding(stretch(document, number, &range), Message::new("rule-budget-decided-late-says"))
    }
}
