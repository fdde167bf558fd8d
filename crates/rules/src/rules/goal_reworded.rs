//! A goal under another wording than in last year's plan.

use crate::continued;
use crate::limits::permille;
use crate::pairs::plan_and_next;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-reworded",
        code: "TID-010",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("goal_reworded.sv.md"),
        page_en: include_str!("goal_reworded.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let alike = alike_permille(&picture.structure);
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later, alike)).collect()
}

/// Wordings that have so much in common are of one goal.
pub(super) fn alike_permille(structure: &Structure) -> u16 {
    permille(structure, RULE.about.name, "alike_permille")
}

fn of_pair(earlier: &Document, later: &Document, alike: u16) -> Vec<Finding> {
    let reworded = continued::goals(earlier, later, alike).reworded.into_iter();
    let unsaid = reworded.filter(|(_, after)| !says_so(*after));
    unsaid.map(|(before, after)| tell((earlier, before), (later, after))).collect()
}

/// Whether a goal's own section says that its wording is new.
fn says_so(goal: GoalView<'_>) -> bool {
    let told =
        ["ny lydelse", "ändrad lydelse", "nya lydelse", "omformulera", "formulerats om", "ny formulering"];
    goal.section.all().into_iter().any(|section| {
        let text = section.own_text().lower();
        told.iter().any(|words| text.contains(words))
    })
}

fn tell(earlier: (&Document, GoalView<'_>), later: (&Document, GoalView<'_>)) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::heading(earlier.0, earlier.1.section)],
        found: verbatim(later.1.name()),
        expected: verbatim(earlier.1.name()),
        advice: Message::new("rule-goal-reworded-try"),
        ..RULE
            .about
            .finding(place::heading(later.0, later.1.section), Message::new("rule-goal-reworded-says"))
    }
}
