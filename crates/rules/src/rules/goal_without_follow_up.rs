//! A goal of a plan without any follow-up though the other goals have one.

use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-without-follow-up",
        code: "IND-001",
        family: Family::Indicator,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 § och 11 kap. 6 §: mål följs upp; ett mål utan uppföljning kan inte granskas.",
        page_sv: include_str!("goal_without_follow_up.sv.md"),
        page_en: include_str!("goal_without_follow_up.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let plans = picture.documents.iter().filter(|document| document.kind == DocumentKind::CommitteeBudget);
    plans.flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let (followed, silent): (Vec<_>, Vec<_>) =
        document.goals().into_iter().partition(|goal| is_followed(goal));
    if followed.len() <= silent.len() {
        return Vec::new();
    }
    silent.iter().map(|goal| tell(document, goal)).collect()
}

fn is_followed(goal: &GoalView<'_>) -> bool {
    let headed = |section: &&Section| {
        section.kind == SectionKind::FollowUp && !(section.blocks.is_empty() && section.sections.is_empty())
    };
    goal.indicators().next().is_some() || goal.section.all().iter().any(headed) || names_indicator(goal)
}

/// Whether a line of the goal is labelled as an indicator: "Indikator: antal fall, mål 12".
fn names_indicator(goal: &GoalView<'_>) -> bool {
    const LABELS: [&str; 4] = ["indikator", "indikatorer", "mått", "nyckeltal"];
    let texts = goal.section.all().into_iter().map(Section::own_text);
    texts.into_iter().any(|text| {
        let labels = text.match_indices(':').filter_map(|(at, _)| text[..at].split_whitespace().next_back());
        labels.map(Lower::lower).any(|label| LABELS.contains(&label.trim_matches(['*', '_'])))
    })
}

fn tell(document: &Document, goal: &GoalView<'_>) -> Finding {
    Finding {
        confidence_percent: 85,
        found: Message::new("rule-goal-without-follow-up-found"),
        expected: Message::new("rule-goal-without-follow-up-expected"),
        advice: Message::new("rule-goal-without-follow-up-try"),
        ..RULE.about.finding(
            place::heading(document, goal.section),
            Message::new("rule-goal-without-follow-up-says").with("goal", goal.name()),
        )
    }
}
