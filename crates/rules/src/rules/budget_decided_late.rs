//! A council's budget that was adopted after November, or proposed after October.

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
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 8 § (styrelsens förslag före oktober månads utgång), 10 § (beslutet före november månads utgång) och 11 § (särskilda skäl: december).",
        page_sv: include_str!("budget_decided_late.sv.md"),
        page_en: include_str!("budget_decided_late.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let budgets = picture.documents.iter().filter(|document| document.kind == DocumentKind::CouncilBudget);
    let asked = budgets.filter(|document| !document.lines.iter().any(|line| says(&line.text, &REASONS)));
    asked.flat_map(|document| of_document(document)).collect()
}

/// The decision is named among the first lines: on the cover or below it.
const LINES: usize = 60;

/// Words that tell of the decision, of another one, and of why it may be late.
const DECIDED: [&str; 5] = ["antagen", "antogs", "beslut", "fastställd", "fastställdes"];
const OTHER: [&str; 6] = ["reviderad", "revidering", "tillägg", "ändrad", "komplettering", "förslag"];
const REASONS: [&str; 2] = ["särskilda skäl", "synnerliga skäl"];

/// Words that tell that the board's proposal was made.
const PROPOSED: [&str; 6] = ["lämnades", "lämnade", "lades fram", "lade fram", "upprättades", "upprättade"];

fn says(line: &str, words: &[&str]) -> bool {
    let lower = line.lower();
    words.iter().any(|word| lower.contains(word))
}

fn of_document(document: &Document) -> Vec<Finding> {
    let Some(year) = document.year else { return Vec::new() };
    let first = || printed(document).take(LINES);
    let decided =
        first().filter(|(_, line)| says(&line.text, &DECIDED) && says(&line.text, &["fullmäktige"]));
    let mut decided = decided
        .filter(|(_, line)| !says(&line.text, &OTHER))
        // "Föreslagen den …, beslutad den …": the day of the decision.
        .flat_map(|(number, line)| days_after(number, &line.text, &DECIDED));
    let proposed = first().filter(|(_, line)| is_proposal(&line.text));
    let mut proposed = proposed.flat_map(|(number, line)| days_after(number, &line.text, &PROPOSED));
    let late = |day: &Day, last: u32| {
        day.year.is_some_and(|said| said == year || said == year - 1 && day.month > last)
    };
    let decided = decided.next().filter(|(.., day)| late(day, NOVEMBER));
    let proposed = proposed.next().filter(|(.., day)| late(day, OCTOBER));
    let told = |found: Option<(u32, &str, Day)>, words: &[&'static str; 3]| {
        found.map(|(number, line, day)| tell(document, (number, line), &day, words))
    };
    // December is right where there are special reasons, and the budget need not tell them.
    let in_december = decided.as_ref().is_some_and(|(.., day)| day.year == Some(year - 1));
    let decided = told(decided, &LATE_DECISION).map(|finding| match in_december {
        true => Finding { severity: Severity::Note, ..finding },
        false => finding,
    });
    told(proposed, &LATE_PROPOSAL).into_iter().chain(decided).collect()
}

const OCTOBER: u32 = 10;
const NOVEMBER: u32 = 11;

/// "Kommunstyrelsens förslag lämnades den …".
fn is_proposal(line: &str) -> bool {
    says(line, &["styrelsen"]) && says(line, &["förslag"]) && says(line, &PROPOSED)
}

/// The days of a line from where one of the words stands in it.
fn days_after<'a>(number: u32, line: &'a str, words: &[&str]) -> impl Iterator<Item = (u32, &'a str, Day)> {
    let after = told_at(line, words);
    let days = days(line).into_iter().filter(move |day| day.range.start >= after);
    days.map(move |day| (number, line, day))
}

/// Where a line has the first of some words, in bytes: the start where that is not known.
fn told_at(line: &str, words: &[&str]) -> usize {
    let lower = line.lower();
    let at = words.iter().filter_map(|word| lower.find(word));
    at.min().filter(|_| lower.len() == line.len()).unwrap_or(0)
}

/// What is said, expected and to be tried of a late decision.
const LATE_DECISION: [&str; 3] =
    ["rule-budget-decided-late-says", "rule-budget-decided-late-expected", "rule-budget-decided-late-try"];

/// The same of a late proposal.
const LATE_PROPOSAL: [&str; 3] = [
    "rule-budget-decided-late-proposed-says",
    "rule-budget-decided-late-proposed-expected",
    "rule-budget-decided-late-proposed-try",
];

fn tell(document: &Document, (number, line): (u32, &str), day: &Day, words: &[&'static str; 3]) -> Finding {
    let printed = line.get(day.range.clone()).unwrap_or(line);
    let printed = printed.trim_end_matches(|c: char| !c.is_alphanumeric());
    let range = day.range.start..day.range.start + printed.len();
    let [says, expected, advice] = *words;
    Finding {
        confidence_percent: 70,
        found: verbatim(printed),
        expected: Message::new(expected),
        advice: Message::new(advice),
        ..RULE.about.finding(stretch(document, number, &range), Message::new(says))
    }
}
