//! An assignment of a plan whose report back was due before the plan began.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::Assignment;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

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

/// The analysis of the year before is written while the plan is: only an older one is past.
fn of_document(document: &Document) -> Vec<Finding> {
    let Some(year) = document.year.filter(|_| !document.kind.is_report()) else { return Vec::new() };
    let given = document.assignments().into_iter();
    let past = given.filter_map(|it| Some((it, it.report_back.year?))).filter(|(_, due)| *due < year - 1);
    past.map(|(assignment, due)| tell(document, assignment, due, year)).collect()
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
