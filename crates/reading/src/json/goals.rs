//! Goals, what is planned and reported for them, and assignments.

use super::{at, heading_at, heading_text, indicators, push_section};
use serde_json::{Value, json};
use std::collections::HashMap;
use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::assignment::{Assignment, ReportBackHow};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::{AreaView, GoalView};
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::section::{Section, SectionKind};

/// The text under each assignment, by where the assignment stands.
type Plans<'a> = HashMap<Place, &'a Section>;

pub(super) fn goal_areas(document: &Document) -> Vec<Value> {
    let told = document.tables().into_iter().flat_map(|(_, table)| &table.goals);
    let all = document.all_sections().into_iter().chain(told);
    let plans: Plans<'_> =
        all.filter_map(|section| Some((section.assignment.as_ref()?.span.at, section))).collect();
    document.goal_areas().iter().map(|found| area(found, &plans)).collect()
}

fn area(area: &AreaView<'_>, plans: &Plans<'_>) -> Value {
    let own = |section: &&Section| {
        let mut found = Vec::new();
        section.sections.iter().for_each(|inner| push_section(inner, &mut found));
        found
    };
    json!({
        "name": area.section.map(|section| section.name.as_str()).unwrap_or_default(),
        "at": area_at(area),
        "text": area.section.map(Section::own_text).unwrap_or_default(),
        "agenda_2030": area.section.map(area_links).unwrap_or_default(),
        "sections": area.section.as_ref().map(own).unwrap_or_default(),
        "goals": area.goals.iter().map(goal).collect::<Vec<_>>(),
        "assignments": area.assignments.iter().map(|found| assignment(found, plans)).collect::<Vec<_>>(),
    })
}

/// The links that stand directly in an area, and so hold for all its goals.
fn area_links(section: &Section) -> Vec<Value> {
    let links = section.blocks.iter().flat_map(|block| match &block.content {
        Content::Agenda { links, .. } => links.as_slice(),
        _ => &[],
    });
    links.map(link).collect()
}

fn link(link: &AgendaLink) -> Value {
    json!({ "number": link.number, "name": link.shown(), "at": at(link.span.at) })
}

/// Where an area begins: at its heading, else at what stands first in it.
fn area_at(area: &AreaView<'_>) -> Option<Value> {
    let first_goal = || area.goals.first().map(|goal| heading_at(goal.section));
    let first_assignment = || area.assignments.first().map(|found| at(found.span.at));
    area.section.map(heading_at).or_else(first_goal).or_else(first_assignment)
}

fn goal(goal: &GoalView<'_>) -> Value {
    let mut sections = Vec::new();
    goal.section.sections.iter().for_each(|inner| push_part(inner, &mut sections));
    json!({
        "name": goal.name(),
        "at": heading_at(goal.section),
        "text": goal.section.own_text(),
        "agenda_2030": goal.agenda().map(link).collect::<Vec<_>>(),
        "directed_to": goal.directed_to().map(|directed| directed.bodies.clone()).unwrap_or_default(),
        "sections": sections,
        "indicators": goal.indicators().map(indicators::indicator).collect::<Vec<_>>(),
        "assessment": assessments(goal),
        "own_goals": goal.own_goals().map(|own| own_goal(&own)).collect::<Vec<_>>(),
    })
}

/// A committee's own goal below one of the council; its parts stand among those of that goal.
fn own_goal(own: &GoalView<'_>) -> Value {
    json!({
        "name": own.name(),
        "at": heading_at(own.section),
        "indicators": own.indicators().map(indicators::indicator).collect::<Vec<_>>(),
        "assessment": assessments(own),
    })
}

fn assessments(goal: &GoalView<'_>) -> Value {
    json!({ "period": assessment(goal, Horizon::Period), "term": assessment(goal, Horizon::Term) })
}

/// A part of a contribution, its headed pieces as `parts`; parts inside it follow it.
fn push_part(section: &Section, found: &mut Vec<Value>) {
    use SectionKind::*;
    if section.kind == Assignment {
        return;
    }
    let kind = match section.kind {
        TermPlan | TermChanges | YearPlan | DesiredOutcome | FollowUp | Report | AssessmentPeriod
        | AssessmentTerm => section.kind.code(),
        _ => "other",
    };
    let pieces = section.sections.iter().filter(|inner| inner.kind == Initiative);
    let piece = |piece: &Section| json!({ "heading": heading_text(piece), "text": piece.full_text(), "at": heading_at(piece) });
    let mut parts: Vec<Value> = pieces.map(piece).collect();
    if parts.is_empty() && section.kind == YearPlan {
        parts = section.blocks.iter().flat_map(paragraphs).collect();
    }
    found.push(json!({
        "kind": kind,
        "heading": heading_text(section),
        "at": heading_at(section),
        "text": section.own_text(),
        "parts": parts,
    }));
    let others = section.sections.iter().filter(|inner| inner.kind != Initiative);
    others.for_each(|inner| push_part(inner, found));
}

/// A paragraph or an item of a plan without headings, which is an initiative of its own.
fn paragraphs(block: &Block) -> Vec<Value> {
    let part = |text: &str, span: Span| json!({ "heading": null, "text": text, "at": at(span.at) });
    match &block.content {
        Content::Paragraph { text } => vec![part(text, block.span)],
        Content::List { items, .. } => items.iter().map(|item| part(&item.text, item.span)).collect(),
        _ => Vec::new(),
    }
}

fn assessment(goal: &GoalView<'_>, horizon: Horizon) -> Option<Value> {
    let found = goal.assessment(horizon)?;
    Some(json!({ "status": found.status.code(), "wording": found.wording, "at": at(found.span.at) }))
}

fn assignment(assignment: &Assignment, plans: &Plans<'_>) -> Value {
    let how = match assignment.report_back.how {
        ReportBackHow::SeparateCase => "separate_case",
        ReportBackHow::InterimReport => "interim_report",
        ReportBackHow::AnnualAnalysis => "annual_analysis",
        ReportBackHow::NotStated => "not_stated",
    };
    let back = &assignment.report_back;
    json!({
        "text": assignment.text,
        "lead": assignment.lead.as_ref().map(|name| json!({ "name": name })),
        "assignees": assignment.assignees,
        "plan": plans.get(&assignment.span.at).map(|section| section.full_text()),
        "report_back": { "how": how, "year": back.year, "to": back.to, "wording": back.wording.as_ref().map(|it| &it.text),
            "done": back.done, "done_on": back.done_on.map(|day| day.to_string()) },
        "at": at(assignment.span.at),
    })
}

#[cfg(test)]
mod tests {
    use crate::json::reading_json;
    use crate::{HouseStyle, read};

    #[test]
    fn a_plan_without_headings_has_its_paragraphs_and_items_as_initiatives() {
        let text = "Nämndsbudget 2031\nParknämnden\n\nKommunfullmäktigemål - Alla ska ha nära till en park\nPlanering för 2031\nNämnden anlägger en park vid torget. Den blir klar i maj.\n\nNämnden planterar alar vid dammen.\n\n- Bänkarna målas om\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let json = reading_json(&document);
        let parts = json["goal_areas"][0]["goals"][0]["sections"][0]["parts"].as_array().unwrap();
        let texts: Vec<&str> = parts.iter().filter_map(|part| part["text"].as_str()).collect();
        assert_eq!(texts.len(), 3, "{texts:?}");
        assert!(texts[0].ends_with("Den blir klar i maj."));
        assert_eq!(parts[1]["at"]["line"], 8);
        assert!(parts[0]["heading"].is_null());
    }
}
