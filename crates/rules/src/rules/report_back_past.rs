//! An assignment whose report back was due before the document began.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "report-back-past",
        code: "UPP-003",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §. Revisionen: uppdrag som ingen följt på flera år.",
        page_sv: include_str!("report_back_past.sv.md"),
        page_en: include_str!("report_back_past.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

/// The analysis of the year before is written while the plan is: only an older one is past, unless
/// all others say the plan's own year. An interim report of the year before is past already, and so
/// is every year before a report's own.
fn of_document(document: &Document) -> Vec<Finding> {
    let Some(year) = document.year else { return Vec::new() };
    let given = document.assignments();
    let due: Vec<(&Assignment, i32)> =
        given.into_iter().filter_map(|it| Some((it, it.report_back.year?))).collect();
    let own = due.iter().filter(|(_, due)| *due >= year).count();
    let alone = own >= OTHERS && own + 1 == due.len();
    let is_past = |assignment: &Assignment, due: i32| match assignment.report_back.how {
        _ if document.kind.is_report() => due < year && is_to_come(assignment),
        ReportBackHow::InterimReport => due < year,
        _ => due < year - 1 || due < year && alone,
    };
    let past = due.iter().filter(|(assignment, due)| is_past(assignment, *due) && !goes_on(assignment, year));
    past.map(|(assignment, due)| tell(document, assignment, *due, year)).collect()
}

/// "I delårsrapporten 2025 och slutligt i årsanalysen 2026": whether a year to come is told as well. The
/// number of an order ("2026:4") is none, nor is the budget that gave it.
fn goes_on(assignment: &Assignment, year: i32) -> bool {
    let wording = assignment.report_back.wording.as_ref().map_or("", |wording| wording.text.as_str());
    let words: Vec<&str> = wording.split_whitespace().collect();
    let told =
        words.iter().enumerate().filter(|(at, _)| !at.checked_sub(1).is_some_and(|at| gives(words[at])));
    let bare = told.map(|(_, word)| word.trim_matches(|c: char| !c.is_ascii_digit()));
    bare.filter(|word| word.len() == 4).filter_map(|word| word.parse().ok()).any(|it: i32| it >= year)
}

fn gives(word: &str) -> bool {
    word.lower().starts_with("budget")
}

/// So many others show which year is meant.
const OTHERS: usize = 2;

/// "Ska återrapporteras" in a report: what was told already is no fault.
fn is_to_come(assignment: &Assignment) -> bool {
    let wording = assignment.report_back.wording.as_ref().map(|wording| wording.text.lower());
    let to_come = ["ska ", "återrapporteras", "återrapportering:", "redovisas", "sker "];
    wording.is_some_and(|text| to_come.iter().any(|word| text.contains(word)) && !text.contains("har "))
}

fn tell(document: &Document, assignment: &Assignment, due: i32, year: i32) -> Finding {
    let wording = assignment.report_back.wording.as_ref();
    let span = wording.map_or(assignment.span, |wording| wording.span);
    Finding {
        confidence_percent: 85,
        found: verbatim(due.to_string()),
        expected: Message::new("rule-report-back-past-expected").with("year", year.to_string()),
        advice: Message::new("rule-report-back-past-try"),
        ..RULE.about.finding(
            place::at(document, span),
            Message::new("rule-report-back-past-says").with("year", due.to_string()),
        )
    }
}
