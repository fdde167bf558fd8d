//! A goal of a plan that says nothing of what will be done, though the other goals do.

use crate::place;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::section::SectionKind;
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "goal-without-plan",
        code: "MAL-004",
        family: Family::Goal,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 6 kap. 6 §: nämnden ser till att verksamheten bedrivs enligt fullmäktiges mål.",
        page_sv: include_str!("goal_without_plan.sv.md"),
        page_en: include_str!("goal_without_plan.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let of_sheet = |sheet: &Sheet<'_>| [of_document(sheet.document), only_listed(sheet)].concat();
    picture.sheets().iter().flat_map(of_sheet).collect()
}

/// So many goals of a list have sections of their own where the one that has none is missed.
const OTHERS: usize = 3;

/// The only goal of a list without a heading of its number, which nothing else speaks of.
fn only_listed(sheet: &Sheet<'_>) -> Vec<Finding> {
    let document = sheet.document;
    let Some(goals) = sheet.goal_lists().filter(|_| document.kind != DocumentKind::CouncilBudget) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for list in goals.lists.iter().filter(|list| list.iter().all(|goal| goal.is_marked)) {
        let without: Vec<_> = list.iter().filter(|goal| goals.numbered(&goal.number).is_none()).collect();
        let ([goal], true) = (without.as_slice(), goals.pairs(list).len() >= OTHERS) else { continue };
        let named = format!("mål {}", goal.number);
        let speaks = |text: &str| {
            let lower = text.lower();
            let mut at = lower.match_indices(&named);
            at.any(|(at, _)| !lower[at + named.len()..].starts_with(|c: char| c.is_ascii_digit()))
        };
        let lines = (1_u32..).zip(&document.lines).filter(|(number, _)| *number != goal.line);
        if lines.into_iter().any(|(_, line)| speaks(&line.text)) {
            continue;
        }
        found.push(Finding {
            confidence_percent: 82,
            found: Message::new("rule-goal-without-plan-found"),
            expected: Message::new("rule-goal-without-plan-expected-heading"),
            advice: Message::new("rule-goal-without-plan-try"),
            ..RULE.about.finding(
                goal.place(document),
                Message::new("rule-goal-without-plan-says-listed").with("goal", goal.name.clone()),
            )
        });
    }
    found
}

/// What tells of the committee's contribution.
const PLANS: [SectionKind; 4] =
    [SectionKind::YearPlan, SectionKind::TermPlan, SectionKind::TermChanges, SectionKind::Initiative];

fn of_document(document: &Document) -> Vec<Finding> {
    if document.kind != DocumentKind::CommitteeBudget {
        return Vec::new();
    }
    let (planned, silent): (Vec<_>, Vec<_>) = document.goals().into_iter().partition(is_planned);
    // A goal that holds nothing at all is an empty heading, and told as such.
    let silent = silent.into_iter().filter(|goal| !goal.section.full_text().trim().is_empty());
    let silent: Vec<GoalView<'_>> = silent.collect();
    if planned.len() < 2 || planned.len() <= 2 * silent.len() {
        return Vec::new();
    }
    silent.iter().map(|goal| tell(document, goal)).collect()
}

/// Whether a goal has a plan, or text of its own that may be one.
fn is_planned(goal: &GoalView<'_>) -> bool {
    let headed = goal.section.all().iter().any(|section| {
        PLANS.contains(&section.kind) && !(section.blocks.is_empty() && section.sections.is_empty())
    });
    headed || !goal.section.own_text().trim().is_empty()
}

fn tell(document: &Document, goal: &GoalView<'_>) -> Finding {
    Finding {
        confidence_percent: 82,
        found: Message::new("rule-goal-without-plan-found"),
        expected: Message::new("rule-goal-without-plan-expected"),
        advice: Message::new("rule-goal-without-plan-try"),
        ..RULE.about.finding(
            place::heading(document, goal.section),
            Message::new("rule-goal-without-plan-says").with("goal", goal.name()),
        )
    }
}
