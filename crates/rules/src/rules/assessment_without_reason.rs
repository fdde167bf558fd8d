//! An assessment that is a word of the scale and nothing more, though the others give their reason.

use crate::limits::limit;
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::assessment::{Assessment, Status};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "assessment-without-reason",
        code: "BED-003",
        family: Family::Assessment,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 12 kap. 1–2 §§: en bedömning utan skäl kan inte prövas.",
        page_sv: include_str!("assessment_without_reason.sv.md"),
        page_en: include_str!("assessment_without_reason.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document, &picture.structure)).collect()
}

fn of_document(document: &Document, structure: &Structure) -> Vec<Finding> {
    // So many words beside the scale's own are a reason.
    let least = limit(structure, RULE.about.name, "least_words");
    if !document.kind.is_report() {
        return Vec::new();
    }
    let goals = document.goals();
    let assessed: Vec<(&GoalView<'_>, Vec<&Assessment>)> =
        goals.iter().map(|goal| (goal, assessments(goal))).filter(|(_, stated)| !stated.is_empty()).collect();
    let (bare, reasoned): (Vec<_>, Vec<_>) =
        assessed.into_iter().partition(|(goal, stated)| reason(goal, stated) < least);
    if reasoned.len() < 2 || reasoned.len() <= 2 * bare.len() {
        return Vec::new();
    }
    bare.iter().map(|(goal, stated)| tell(document, goal, stated)).collect()
}

/// The assessments that say something.
fn assessments<'a>(goal: &GoalView<'a>) -> Vec<&'a Assessment> {
    let found = goal.section.all().into_iter().filter_map(|section| section.assessment.as_ref());
    found.filter(|assessment| assessment.status != Status::NotStated).collect()
}

/// How many words stand with the assessments beside the wordings on the scale.
fn reason(goal: &GoalView<'_>, stated: &[&Assessment]) -> usize {
    let assessing = goal.section.all().into_iter().filter(|section| section.assessment.is_some());
    // The text between two assessments stands under the section that holds them both.
    let around = goal.section.all().into_iter().filter(|section| {
        section.sections.iter().any(|inner| inner.assessment.is_some()) && section.kind != goal.section.kind
    });
    let all: usize = assessing.map(|section| words(&section.full_text()).len()).sum::<usize>()
        + around.map(|section| words(&section.own_text()).len()).sum::<usize>();
    let said: usize = stated.iter().map(|assessment| words(&assessment.wording).len()).sum();
    all.saturating_sub(said)
}

fn tell(document: &Document, goal: &GoalView<'_>, stated: &[&Assessment]) -> Finding {
    let first = stated.first();
    let at = first.map_or_else(|| place::heading(document, goal.section), |it| place::at(document, it.span));
    Finding {
        confidence_percent: 80,
        found: verbatim(first.map(|it| it.wording.clone()).unwrap_or_default()),
        expected: Message::new("rule-assessment-without-reason-expected"),
        advice: Message::new("rule-assessment-without-reason-try"),
        ..RULE
            .about
            .finding(at, Message::new("rule-assessment-without-reason-says").with("goal", goal.name()))
    }
}
