//! An indicator of the plan that the report of the year leaves out.

use crate::pairs::{called, indicators_gone, plan_and_report};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::indicator::Indicator;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-not-reported",
        code: "IND-008",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Det som planerades följs upp (KL 6 kap. 6 §).",
        page_sv: include_str!("indicator_not_reported.sv.md"),
        page_en: include_str!("indicator_not_reported.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_report(picture).into_iter().flat_map(|(plan, report)| of_pair(plan, report)).collect()
}

/// Indicators of the plan that the report leaves out under a goal where it has at least two, or
/// anywhere where it has nearly all.
fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let (goals, nearly_all) = indicators_gone(plan, report);
    let missed = goals.into_iter().filter(|it| it.kept >= 2 || nearly_all);
    let told = missed.flat_map(|it| it.gone.into_iter().map(move |own| tell((plan, own), (report, it.goal))));
    told.collect()
}

fn tell(plan: (&Document, &Indicator), report: (&Document, GoalView<'_>)) -> Finding {
    let name = called(plan.1);
    Finding {
        confidence_percent: 70,
        also_at: vec![place::at(plan.0, plan.1.span)],
        found: Message::new("rule-indicator-not-reported-found"),
        expected: verbatim(name),
        advice: Message::new("rule-indicator-not-reported-try"),
        ..RULE.about.finding(
            place::heading(report.0, report.1.section),
            Message::new("rule-indicator-not-reported-says").with("indicator", name),
        )
    }
}
