//! An assignment that is still to be reported back, and that the next plan leaves out.

use crate::continued;
use crate::pairs::plan_and_next;
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
        name: "assignment-gone",
        code: "UPP-009",
        family: Family::Assignment,
        severity: Severity::Note,
        rests_on: "Kommunallagen 6 kap. 6 §. Revisionen: uppdrag som ingen följt på flera år.",
        page_sv: include_str!("assignment_gone.sv.md"),
        page_en: include_str!("assignment_gone.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_next(picture).into_iter();
    pairs.flat_map(|(earlier, later)| of_pair(picture, earlier, later)).collect()
}

/// Assignments that are still open when the later plan is made, and that it leaves out while it carries
/// others over.
fn of_pair(picture: &Seen<'_>, earlier: &Document, later: &Document) -> Vec<Finding> {
    let (given, now) = (continued::assignments(earlier), continued::assignments(later));
    let is_kept = |own: &&Assignment| now.iter().any(|other| continued::is_same_order(own, other));
    let (kept, gone): (Vec<&Assignment>, Vec<&Assignment>) = given.into_iter().partition(is_kept);
    let mut found = Vec::new();
    for own in gone.into_iter().filter(|_| !kept.is_empty()) {
        let Some(due) = own.report_back.year.filter(|due| later.year.is_some_and(|year| *due >= year)) else {
            continue;
        };
        if !is_closed(picture, own, later) {
            found.push(tell((earlier, own, due), later));
        }
    }
    found
}

/// Whether the later plan speaks of an assignment, or a report of the body as closed.
fn is_closed(picture: &Seen<'_>, own: &Assignment, later: &Document) -> bool {
    let body = |document: &Document| document.body.as_ref().map(|body| body.text.to_lowercase());
    let mut reports = picture.documents.iter().filter(|it| it.kind.is_report() && body(it) == body(later));
    let closed = |report: &Document| {
        let said = report.all_sections().into_iter().map(|section| section.own_text().to_lowercase());
        let closing = &picture.structure.words.closed;
        let ends = said.into_iter().any(|text| closing.iter().any(|words| text.contains(words.as_str())));
        ends && continued::is_spoken_of(report, &own.text)
    };
    continued::is_spoken_of(later, &own.text) || reports.any(|report| closed(report))
}

fn tell((earlier, own, due): (&Document, &Assignment, i32), later: &Document) -> Finding {
    Finding {
        confidence_percent: 68,
        also_at: vec![place::at(earlier, own.span)],
        found: Message::new("rule-assignment-gone-found"),
        expected: verbatim(own.text.clone()),
        advice: Message::new("rule-assignment-gone-try"),
        ..RULE.about.finding(
            place::title(later),
            Message::new("rule-assignment-gone-says").with("year", due.to_string()),
        )
    }
}
