//! A priority of last year's plan that this year's leaves out.

use crate::continued;
use crate::pairs::{is_like, plan_and_next};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "priority-gone",
        code: "TID-011",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "Det som planerades följs upp (KL 6 kap. 6 §).",
        page_sv: include_str!("priority_gone.sv.md"),
        page_en: include_str!("priority_gone.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later)).collect()
}

/// So many others that are kept show that the plan goes on from the one before.
const KEPT: usize = 2;

fn of_pair(earlier: &Document, later: &Document) -> Vec<Finding> {
    let now = priorities(later);
    let is_kept = |own: &&Section| now.iter().any(|other| is_like(&other.name, &own.name));
    let (kept, gone): (Vec<&Section>, Vec<&Section>) = priorities(earlier).into_iter().partition(is_kept);
    let few = kept.len() >= KEPT && kept.len() >= gone.len();
    let spoken = continued::Spoken::of(later);
    let silent = gone.into_iter().filter(|own| few && !spoken.has(&own.name));
    silent.map(|own| tell((earlier, own), later)).collect()
}

fn priorities(document: &Document) -> Vec<&Section> {
    document.all_sections().into_iter().filter(|section| section.kind == SectionKind::Priority).collect()
}

fn tell((earlier, own): (&Document, &Section), later: &Document) -> Finding {
    let chapter = later.all_sections().into_iter().find(|section| section.kind == SectionKind::Priorities);
    let at = chapter.map_or_else(|| place::title(later), |chapter| place::heading(later, chapter));
    Finding {
        confidence_percent: 65,
        also_at: vec![place::heading(earlier, own)],
        found: Message::new("rule-priority-gone-found"),
        expected: verbatim(own.name.clone()),
        advice: Message::new("rule-priority-gone-try"),
        ..RULE.about.finding(at, Message::new("rule-priority-gone-says").with("priority", own.name.clone()))
    }
}
