//! A goal of last year's plan that this year's leaves out.

use crate::continued;
use crate::pairs::plan_and_next;
use crate::place;
use crate::rule::Rule;
use crate::rules::goal_reworded;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-gone",
        code: "TID-009",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("goal_gone.sv.md"),
        page_en: include_str!("goal_gone.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let alike = goal_reworded::alike_permille(&picture.structure);
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later, alike)).collect()
}

/// Goals that nothing in the later plan follows upon or speaks of.
fn of_pair(earlier: &Document, later: &Document, alike: u16) -> Vec<Finding> {
    let gone = continued::goals(earlier, later, alike).gone.into_iter();
    let spoken = continued::Spoken::of(later);
    let silent = gone.filter(|goal| !spoken.has(goal.name()));
    silent.map(|goal| tell((earlier, goal), later)).collect()
}

fn tell((earlier, goal): (&Document, GoalView<'_>), later: &Document) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::heading(earlier, goal.section)],
        found: Message::new("rule-goal-gone-found"),
        expected: verbatim(goal.name()),
        advice: Message::new("rule-goal-gone-try"),
        ..RULE
            .about
            .finding(place::title(later), Message::new("rule-goal-gone-says").with("goal", goal.name()))
    }
}
