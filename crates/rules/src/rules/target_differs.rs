//! An indicator whose target in the report is another than in the plan.

use crate::pairs::{indicators, plan_and_report};
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
    pairs.into_iter().flat_map(|(plan, report)| of_pair(plan, report)).collect()
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
