//! Documents of the same body that belong together: plan and report of a year, and the
//! reports of two years.

use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_text::compare::{normalized, same};

/// Every plan with every report of its body and year.
pub fn plan_and_report(picture: &Picture) -> Vec<(&Document, &Document)> {
    let reports = [DocumentKind::InterimReport, DocumentKind::AnnualAnalysis];
    pairs(picture, |one, other| {
        one.kind == DocumentKind::CommitteeBudget && reports.contains(&other.kind) && one.year == other.year
    })
}

/// Every report with the one of its kind a year later.
pub fn report_and_next(picture: &Picture) -> Vec<(&Document, &Document)> {
    pairs(picture, |one, other| {
        let next = one.year.zip(other.year).is_some_and(|(year, later)| year + 1 == later);
        one.kind.is_report() && one.kind == other.kind && next
    })
}

/// Pairs of documents of one body that fit. None where two documents claim the same place:
/// then nothing says which one holds.
fn pairs(picture: &Picture, fit: impl Fn(&Document, &Document) -> bool) -> Vec<(&Document, &Document)> {
    let mut found = Vec::new();
    let dated = || picture.documents.iter().filter(|document| document.year.is_some());
    for one in dated() {
        let of_body = dated().filter(|other| is_same_body(one, other) && fit(one, other));
        found.extend(of_body.map(|other| (&**one, &**other)));
    }
    found
}

fn is_same_body(one: &Document, other: &Document) -> bool {
    one.body.as_ref().zip(other.body.as_ref()).is_some_and(|(a, b)| same(&a.text, &b.text))
}

/// The names of a report's goals.
pub fn report_goals(report: &Document) -> Vec<String> {
    report.goals().iter().map(|goal| goal.name().to_owned()).collect()
}

/// The indicators of all goals by what they are called: the words before their figures.
pub fn indicators(document: &Document) -> Vec<(String, &Indicator)> {
    let goals = document.goals();
    let all = goals.iter().flat_map(|goal| goal.indicators());
    all.map(|indicator| (normalized(indicator.text.split(':').next().unwrap_or_default()), indicator))
        .collect()
}

/// Goal, reason and its place, of every assessment.
pub fn assessed(report: &Document) -> Vec<(String, String, Span)> {
    let mut found = Vec::new();
    for goal in report.goals() {
        for section in goal.section.all().into_iter().filter(|section| section.assessment.is_some()) {
            found.push((goal.name().to_owned(), section.own_text(), section.span));
        }
    }
    found
}
