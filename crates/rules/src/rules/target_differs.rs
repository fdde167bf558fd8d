//! An indicator whose target is another in the report than in the plan, or in either than in the
//! council's budget.

use crate::pairs::{council_and_committee, figured, goals_in_both, indicators, plan_and_report};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "target-differs",
        code: "TID-002",
        family: Family::Continuity,
        severity: Severity::Warning,
        rests_on: "Målvärdet är det som nämnden beslutade i sin budget.",
        page_sv: include_str!("target_differs.sv.md"),
        page_en: include_str!("target_differs.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let pairs = plan_and_report(picture);
    let mut found: Vec<Finding> =
        pairs.into_iter().flat_map(|(plan, report)| of_pair(plan, report)).collect();
    let pairs = council_and_committee(picture).into_iter();
    found.extend(pairs.flat_map(|(council, committee)| of_council(council, committee)));
    found
}

/// A goal's indicators that start from the same value in both documents, and so are of the same thing.
fn of_council(council: &Document, committee: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (theirs, ours) in goals_in_both(council, committee) {
        let decided = figured(theirs);
        for (name, own) in figured(ours) {
            let mut named = decided.iter().filter(|(other, _)| *other == name);
            let (Some((_, other)), None) = (named.next(), named.next()) else { continue };
            let start = other.baseline.as_ref().zip(own.baseline.as_ref());
            let is_same = other.unit == own.unit && start.is_some_and(|(a, b)| same(a, b));
            let differs =
                other.target.as_ref().zip(own.target.as_ref()).filter(|(a, b)| is_same && !same(a, b));
            found.extend(differs.map(|(right, said)| tell((council, other), (committee, own), right, said)));
        }
    }
    found
}

fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let planned = indicators(plan);
    let mut found = Vec::new();
    for (key, reported) in indicators(report) {
        let mut named = planned.iter().filter(|(own, _)| *own == key);
        if let (Some((_, own)), None) = (named.next(), named.next()) {
            let differs = own.target.as_ref().zip(reported.target.as_ref()).filter(|(a, b)| !same(a, b));
            found.extend(differs.map(|(right, said)| tell((plan, own), (report, reported), right, said)));
        }
    }
    found
}

/// The same number, however many noughts end its decimals.
fn same(a: &str, b: &str) -> bool {
    let bare = |number: &str| match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => number.to_owned(),
    };
    bare(a) == bare(b)
}

fn tell(plan: (&Document, &Indicator), report: (&Document, &Indicator), right: &str, said: &str) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(plan.0, plan.1.span)],
        found: verbatim(said.replace('.', ",")),
        expected: verbatim(right.replace('.', ",")),
        advice: Message::new("rule-target-differs-try"),
        ..RULE.about.finding(place::at(report.0, report.1.span), Message::new("rule-target-differs-says"))
    }
}
