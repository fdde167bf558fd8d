//! An assignment of a plan that does not say how it is reported back.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assignment-without-report-back",
        code: "UPP-001",
        family: Family::Assignment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §: nämnden ser till att verksamheten följer fullmäktiges uppdrag. Revisionens vanligaste anmärkning på uppdrag.",
        page_sv: include_str!("assignment_without_report_back.sv.md"),
        page_en: include_str!("assignment_without_report_back.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let plans = picture.documents.iter().filter(|document| !document.kind.is_report());
    let plans = plans.filter(|document| document.kind != DocumentKind::Case);
    plans.flat_map(|document| silent(document)).collect()
}

fn silent(document: &Document) -> Vec<Finding> {
    let assignments = document.assignments().into_iter();
    let silent = assignments.filter(|assignment| assignment.report_back.how == ReportBackHow::NotStated);
    let silent = silent.filter(|assignment| assignment.report_back.wording.is_none());
    silent.map(|assignment| tell(document, assignment)).collect()
}

fn tell(document: &Document, assignment: &Assignment) -> Finding {
    Finding {
        confidence_percent: 92,
        found: Message::new("rule-assignment-without-report-back-found"),
        expected: Message::new("rule-assignment-without-report-back-expected"),
        advice: Message::new("rule-assignment-without-report-back-try"),
        ..RULE.about.finding(
            place::at(document, assignment.span),
            Message::new("rule-assignment-without-report-back-says"),
        )
    }
}
