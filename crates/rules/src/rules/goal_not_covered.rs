//! A goal that the council directed to the body and that the body's plan leaves out.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::structure::CouncilGoal;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{likeness_permille, same};

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-not-covered",
        code: "MAL-005",
        family: Family::Goal,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §: nämnden ser till att verksamheten bedrivs enligt fullmäktiges mål. Revisionen: delar av mål som ingen svarar för.",
        page_sv: include_str!("goal_not_covered.sv.md"),
        page_en: include_str!("goal_not_covered.en.md"),
    },
    check,
};

/// Goals this like each other (thousandths) are the same, reworded.
const SAME_PERMILLE: u16 = 600;

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let goals = &picture.structure.council_goals;
    let plans = picture.documents.iter().filter(|document| document.kind == DocumentKind::CommitteeBudget);
    plans.flat_map(|plan| of_plan(plan, goals)).collect()
}

fn of_plan(plan: &Document, goals: &[CouncilGoal]) -> Vec<Finding> {
    let Some((year, body)) = plan.year.zip(plan.body.as_ref()) else { return Vec::new() };
    let planned = plan.goals();
    // A plan without any goal is of another kind, or is not read.
    if planned.is_empty() {
        return Vec::new();
    }
    let is_given = |goal: &&CouncilGoal| {
        goal.holds_in(year) && goal.directed_to.iter().any(|name| same(name, &body.text))
    };
    let is_planned = |goal: &&CouncilGoal| {
        planned.iter().any(|own| likeness_permille(own.name(), &goal.name) >= SAME_PERMILLE)
    };
    goals.iter().filter(is_given).filter(|goal| !is_planned(goal)).map(|goal| tell(plan, goal)).collect()
}

fn tell(plan: &Document, goal: &CouncilGoal) -> Finding {
    Finding {
        confidence_percent: 85,
        found: Message::new("rule-goal-not-covered-found"),
        expected: verbatim(goal.name.clone()),
        advice: Message::new("rule-goal-not-covered-try"),
        ..RULE.about.finding(
            place::title(plan),
            Message::new("rule-goal-not-covered-says").with("goal", goal.name.clone()),
        )
    }
}
