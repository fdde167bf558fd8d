//! A priority of the plan that the report of the year says nothing of.

use crate::lines;
use crate::pairs::{is_like, plan_and_report};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::compare::normalized;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "priority-not-reported",
        code: "TID-005",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "Det som planerades följs upp (KL 6 kap. 6 §).",
        page_sv: include_str!("priority_not_reported.sv.md"),
        page_en: include_str!("priority_not_reported.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_report(picture).into_iter().flat_map(|(plan, report)| of_pair(plan, report)).collect()
}

/// Priorities of the plan that the report leaves out while it follows at least two others, or all
/// others.
fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let told = priorities(report);
    let is_told = |name: &str| told.iter().any(|own| is_like(&own.name, name));
    let (kept, gone): (Vec<_>, Vec<_>) = priorities(plan).into_iter().partition(|own| is_told(&own.name));
    let printed: String = lines::printed(report).map(|(_, line)| normalized(&line.text) + " ").collect();
    let named = |section: &&Section| printed.contains(&normalized(&section.name));
    let rest_told = kept.len() >= 2 || kept.len() == 1 && gone.len() == 1;
    let gone = gone.into_iter().filter(|own| rest_told && !named(own));
    gone.map(|section| tell(plan, section, report)).collect()
}

fn priorities(document: &Document) -> Vec<&Section> {
    document.all_sections().into_iter().filter(|section| section.kind == SectionKind::Priority).collect()
}

fn tell(plan: &Document, section: &Section, report: &Document) -> Finding {
    Finding {
        confidence_percent: 70,
        also_at: vec![place::heading(plan, section)],
        found: Message::new("rule-priority-not-reported-found"),
        expected: verbatim(section.name.clone()),
        advice: Message::new("rule-priority-not-reported-try"),
        ..RULE.about.finding(
            place::title(report),
            Message::new("rule-priority-not-reported-says").with("priority", section.name.clone()),
        )
    }
}
