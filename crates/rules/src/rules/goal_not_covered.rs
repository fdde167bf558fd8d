//! A goal that the council directed to the body and that the body's plan leaves out.

use crate::archive::{Directed, Shelf, body_key, directed};
use crate::limits::permille;
use crate::pairs::is_like;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::structure::CouncilGoal;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::{likeness_permille, normalized, same};

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

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    // Goals this like each other are the same, reworded.
    let alike = permille(&picture.structure, RULE.about.name, "alike_permille");
    let goals = &picture.structure.council_goals;
    let plans = picture.documents.iter().filter(|document| document.kind == DocumentKind::CommitteeBudget);
    let mut found: Vec<Finding> = plans.flat_map(|plan| of_plan(plan, goals, alike)).collect();
    let given = goals.iter().filter(|goal| !goal.directed_to.is_empty());
    let told: Vec<String> = given.map(|goal| normalized(&goal.name)).collect();
    found.extend(
        by_council(picture, alike).into_iter().filter(|finding| !told.contains(&finding.0)).map(|it| it.1),
    );
    found
}

/// Goals that the council's budget itself directs to the body of a plan, by their names.
fn by_council(picture: &Seen<'_>, alike: u16) -> Vec<(String, Finding)> {
    let archive = picture.archive();
    let mut budgets: HashMap<&Shelf, (&Document, Vec<Directed<'_>>)> = HashMap::new();
    for (shelf, all) in archive.of_kind(DocumentKind::CouncilBudget) {
        // Of two versions nobody knows which holds.
        let [only] = all else { continue };
        let council = picture.sheets()[*only].document;
        budgets.insert(shelf, (council, directed(council)));
    }
    let mut found = Vec::new();
    for (at, shelf) in archive.newest().iter().filter(|(_, it)| it.kind == DocumentKind::CommitteeBudget) {
        let council = shelf.beside("", DocumentKind::CouncilBudget, shelf.year);
        let Some((council, goals)) = budgets.get(&council) else { continue };
        found.extend(of_council((council, goals), picture.sheets()[*at].document, alike));
    }
    found
}

/// The goals directed to a plan's body that the plan has nothing like, while it has others of them.
fn of_council(
    (council, goals): (&Document, &[Directed<'_>]),
    plan: &Document,
    alike: u16,
) -> Vec<(String, Finding)> {
    let planned: Vec<String> = plan.goals().iter().map(|goal| normalized(goal.name())).collect();
    let body = plan.body.as_ref().and_then(|body| body_key(&body.text));
    let is_planned = |goal: &&&Directed<'_>| {
        let name = normalized(&goal.goal.name);
        planned.iter().any(|own| is_like(own, &name) || likeness_permille(own, &name) >= alike)
    };
    let given =
        goals.iter().filter(|goal| goal.to_all || goal.bodies.iter().any(|it| Some(it) == body.as_ref()));
    let (kept, gone): (Vec<_>, Vec<_>) = given.partition(|goal| is_planned(&goal));
    let gone = gone.into_iter().filter(|_| !kept.is_empty());
    gone.map(|directed| {
        let goal = directed.goal;
        let finding = Finding {
            severity: if directed.to_all { Severity::Note } else { Severity::Warning },
            also_at: vec![place::heading(council, goal)],
            ..tell(plan, &CouncilGoal { name: goal.name.clone(), ..CouncilGoal::default() })
        };
        (normalized(&goal.name), finding)
    })
    .collect()
}

fn of_plan(plan: &Document, goals: &[CouncilGoal], alike: u16) -> Vec<Finding> {
    let Some((year, body)) = plan.year.zip(plan.body.as_ref()) else { return Vec::new() };
    let planned = plan.goals();
    // A plan without any goal is of another kind, or is not read.
    if planned.is_empty() {
        return Vec::new();
    }
    let is_given = |goal: &&CouncilGoal| {
        goal.holds_in(year) && goal.directed_to.iter().any(|name| same(name, &body.text))
    };
    let is_planned =
        |goal: &&CouncilGoal| planned.iter().any(|own| likeness_permille(own.name(), &goal.name) >= alike);
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
