//! A piece of work planned for a goal that the report of the year says nothing of.

use crate::continued::Spoken;
use crate::lines;
use crate::pairs::{goals_in_both, is_like, plan_and_report};
use crate::place;
use crate::promises::{owed_in_interim_report, promises};
use crate::prose::{locate, said};
use crate::rule::Rule;
use crate::rules::assignment_overdue::as_of;
use crate::seen::Seen;
use chrono::Datelike;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::goal::{GoalView, InitiativeView};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
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
    let pairs = plan_and_report(picture);
    let mut found: Vec<Finding> = pairs.iter().flat_map(|(plan, report)| of_pair(plan, report)).collect();
    let mut plans: Vec<(&Document, Vec<&Document>)> = Vec::new();
    for (plan, report) in pairs {
        match plans.iter_mut().find(|(own, _)| std::ptr::eq(*own, plan)) {
            Some((_, reports)) => reports.push(report),
            None => plans.push((plan, vec![report])),
        }
    }
    found.extend(plans.iter().flat_map(|(plan, reports)| unheard(plan, reports)));
    for (plan, reports) in plans {
        let report = reports.into_iter().find(|report| report.kind == DocumentKind::InterimReport);
        found.extend(report.map(|report| owed(plan, report)).unwrap_or_default());
    }
    found
}

/// What the plan undertook on its own and said that the interim report would tell of, and no sentence of it does.
fn owed(plan: &Document, report: &Document) -> Vec<Finding> {
    let promised = owed_in_interim_report(&said(plan));
    if promised.is_empty() {
        return Vec::new();
    }
    let sections = report.all_sections();
    let headings = sections.iter().filter_map(|section| Some(section.heading.as_ref()?.text.lower()));
    let told: Vec<String> =
        said(report).into_iter().map(|(_, sentence)| sentence.lower()).chain(headings).collect();
    let missed = promised.into_iter().filter(|own| !told.iter().any(|text| own.is_in(text)));
    // Below the last of what the report tells of assignments, else at its title.
    let mut last = sections
        .iter()
        .filter(|section| section.name.lower().contains("uppdrag"))
        .filter_map(|section| section.blocks.last().map(|block| place::at(report, block.span)));
    let at = last.next_back().unwrap_or_else(|| place::title(report));
    missed
        .map(|own| Finding {
            confidence_percent: 62,
            also_at: vec![place::at(plan, locate(plan, own.passage.span, own.sentence))],
            found: Message::new("rule-initiative-not-reported-found"),
            expected: verbatim(own.sentence.to_owned()),
            advice: Message::new("rule-initiative-not-reported-try"),
            ..RULE.about.finding(
                at.clone(),
                Message::new("rule-initiative-not-reported-says").with("initiative", own.sentence.to_owned()),
            )
        })
        .collect()
}

/// What the plan promised to a day of the year, and none of the year's reports speaks of, of which one tells of
/// that day.
fn unheard(plan: &Document, reports: &[&Document]) -> Vec<Finding> {
    let promised = promises(plan);
    if promised.is_empty() {
        return Vec::new();
    }
    let texts = reports.iter().map(|report| {
        lines::printed(report).map(|(_, line)| line.text.trim().lower() + " ").collect::<String>()
    });
    let texts: Vec<String> = texts.collect();
    let last =
        reports.iter().filter_map(|report| Some((as_of(report)?, *report))).max_by_key(|(day, _)| *day);
    let Some((day, report)) = last else { return Vec::new() };
    let missed = promised.iter().filter(|own| own.day <= day && Some(own.day.year()) == plan.year);
    let missed = missed.filter(|own| !texts.iter().any(|text| own.is_in(text)));
    missed
        .map(|own| Finding {
            confidence_percent: 60,
            also_at: vec![place::at(plan, locate(plan, own.passage.span, own.sentence))],
            found: Message::new("rule-initiative-not-reported-found"),
            expected: verbatim(own.sentence.to_owned()),
            advice: Message::new("rule-initiative-not-reported-try"),
            ..RULE.about.finding(
                place::title(report),
                Message::new("rule-initiative-not-reported-says").with("initiative", own.sentence.to_owned()),
            )
        })
        .collect()
}

/// What becomes of the headed initiatives of a goal.
struct Followed<'a> {
    reported: GoalView<'a>,
    kept: usize,
    gone: Vec<&'a Section>,
}

/// So many initiatives that are told, and so many times those that are not, show that the report tells
/// of each under its heading.
const TOLD: usize = 4;
const TIMES: usize = 3;

fn of_pair(plan: &Document, report: &Document) -> Vec<Finding> {
    let goals = goals_in_both(plan, report).filter(|(planned, _)| !headed(*planned).is_empty());
    let all: Vec<Followed<'_>> = goals.map(|(planned, reported)| followed(planned, reported)).collect();
    if all.iter().all(|goal| goal.gone.is_empty()) {
        return Vec::new();
    }
    let kept: usize = all.iter().map(|goal| goal.kept).sum();
    let gone: usize = all.iter().map(|goal| goal.gone.len()).sum();
    let each_is_told = kept >= TOLD && kept >= TIMES * gone;
    let printed: String = lines::printed(report).map(|(_, line)| normalized(&line.text) + " ").collect();
    let spoken = Spoken::of(report);
    let is_named = |own: &Section| printed.contains(&normalized(&own.name)) || spoken.has(&own.name);
    let mut found = Vec::new();
    for goal in all.iter().filter(|goal| goal.kept >= 2 || each_is_told) {
        let missing = goal.gone.iter().filter(|own| !is_named(own));
        found.extend(missing.map(|own| tell(plan, own, report, goal.reported)));
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

/// Which of a goal's initiatives the report tells of under their headings.
fn followed<'a>(planned: GoalView<'a>, reported: GoalView<'a>) -> Followed<'a> {
    let told = reported.section.all();
    let is_told = |own: &Section| told.iter().any(|it| is_like(&it.name, &own.name));
    let (kept, gone): (Vec<&Section>, Vec<&Section>) =
        headed(planned).into_iter().partition(|it| is_told(it));
    Followed { reported, kept: kept.len(), gone }
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
