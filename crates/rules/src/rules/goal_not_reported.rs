//! A goal that the body planned for and its report of the year leaves out.

use crate::limits::permille;
use crate::pairs::{plan_and_report, report_goals};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::likeness_permille;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-not-reported",
        code: "TID-001",
        family: Family::Continuity,
        severity: Severity::Warning,
        rests_on: "Det som planerades följs upp (KL 6 kap. 6 §: nämnden ser till att verksamheten bedrivs enligt fullmäktiges mål).",
        page_sv: include_str!("goal_not_reported.sv.md"),
        page_en: include_str!("goal_not_reported.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    // Goals this like each other are the same, reworded.
    let alike = permille(&picture.structure, RULE.about.name, "alike_permille");
    let pairs = plan_and_report(picture);
    pairs.into_iter().flat_map(|(plan, report)| of_pair(plan, report, alike)).collect()
}

fn of_pair(plan: &Document, report: &Document, alike: u16) -> Vec<Finding> {
    let told = report_goals(report);
    let missing = plan.goals().into_iter().filter(|goal| {
        let like = |name: &&str| likeness_permille(name, goal.name()) >= alike;
        !told.iter().any(|name| like(&name.as_str()))
    });
    // A report that tells of no goal at all is something else, or is not read.
    missing.filter(|_| !told.is_empty()).map(|goal| tell(plan, report, goal.section)).collect()
}

fn tell(plan: &Document, report: &Document, goal: &uppsikt_domain::section::Section) -> Finding {
    Finding {
        confidence_percent: 80,
        also_at: vec![place::heading(plan, goal)],
        found: Message::new("rule-goal-not-reported-found"),
        expected: verbatim(goal.name.clone()),
        advice: Message::new("rule-goal-not-reported-try"),
        ..RULE.about.finding(
            place::title(report),
            Message::new("rule-goal-not-reported-says").with("goal", goal.name.clone()),
        )
    }
}
