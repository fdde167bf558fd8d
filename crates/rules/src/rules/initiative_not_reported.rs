//! A piece of work planned for a goal that the report of the year says nothing of.

use crate::lines;
use crate::pairs::{goals_in_both, is_like, plan_and_report};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::{GoalView, InitiativeView};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "initiative-not-reported",
        code: "TID-008",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "Det som planerades följs upp (KL 6 kap. 6 §).",
        page_sv: include_str!("initiative_not_reported.sv.md"),
        page_en: include_str!("initiative_not_reported.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_report(picture).into_iter().flat_map(|(plan, report)| of_pair(plan, report)).collect()
}

fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let goals: Vec<_> =
        goals_in_both(plan, report).filter(|(planned, _)| headed(*planned).len() > 2).collect();
    if goals.is_empty() {
        return Vec::new();
    }
    let printed: String = lines::printed(report).map(|(_, line)| normalized(&line.text) + " ").collect();
    let mut found = Vec::new();
    for (planned, reported) in goals {
        found.extend(
            of_goal(planned, reported, &printed).into_iter().map(|it| tell(plan, it, report, reported)),
        );
    }
    found
}

/// The headed initiatives of the plan's year.
fn headed(goal: GoalView<'_>) -> Vec<&Section> {
    let all = goal.initiatives().into_iter();
    let headed = all.filter_map(|it| match it {
        InitiativeView::Headed(section) => Some(section),
        InitiativeView::Paragraph(_) => None,
    });
    headed.filter(|section| section.kind == SectionKind::Initiative).collect()
}

/// Initiatives that the report leaves out while it tells of at least two others of the goal under
/// their headings.
fn of_goal<'a>(planned: GoalView<'a>, reported: GoalView<'_>, printed: &str) -> Vec<&'a Section> {
    let told = reported.section.all();
    let is_told = |own: &Section| told.iter().any(|it| is_like(&it.name, &own.name));
    let (kept, gone): (Vec<&Section>, Vec<&Section>) =
        headed(planned).into_iter().partition(|it| is_told(it));
    let named = |own: &&Section| printed.contains(&normalized(&own.name));
    gone.into_iter().filter(|own| kept.len() >= 2 && !named(own)).collect()
}

fn tell(plan: &Document, section: &Section, report: &Document, reported: GoalView<'_>) -> Finding {
    Finding {
        confidence_percent: 65,
        also_at: vec![place::heading(plan, section)],
        found: Message::new("rule-initiative-not-reported-found"),
        expected: verbatim(section.name.clone()),
        advice: Message::new("rule-initiative-not-reported-try"),
        ..RULE.about.finding(
            place::heading(report, reported.section),
            Message::new("rule-initiative-not-reported-says").with("initiative", section.name.clone()),
        )
    }
}
