//! Goals and goal areas that may continue those of the year before.

use super::{Likeness, LineageRow, last_year, of_year_before, pairs, shared, told};
use crate::document::enrol::body_of;
use crate::version::{Known, Version, known};
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::{AreaView, GoalView};
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::municipality::BodyKind;
use uppsikt_domain::registry::{GoalVersion, Id};
use uppsikt_store::Registry;
use uppsikt_text::compare::same;

pub(super) fn areas(registry: &Registry, document: &Document, year: i32) -> Vec<LineageRow> {
    let all = document.goal_areas();
    let named = named_areas(&all);
    let new: Vec<(&str, &[GoalView<'_>])> = named
        .iter()
        .filter(|(name, _)| known(&registry.goal_areas, name, year) == Known::New)
        .copied()
        .collect();
    let says = |name: &str| named.iter().any(|(printed, _)| same(printed, name));
    let last = last_year(&registry.goal_areas, year);
    let before = of_year_before(&registry.goal_areas, last, says);
    let printed = named.iter().map(|(name, _)| (*name).to_owned());
    let shared = shared(&registry.goal_areas, last, year, printed);
    let in_both = |area: Id, goals: &[GoalView<'_>]| {
        let of_area = registry.goals.iter().filter(|goal| goal.area == Some(area) && goal.holds_in(last));
        of_area.filter(|was| goals.iter().any(|is| same(is.name(), &was.name))).count()
    };
    let likeness = |was: usize, is: usize| Likeness {
        permille: shared.name_likeness_permille(before[was].1, new[is].0),
        goals: in_both(before[was].0, new[is].1),
        ..Likeness::default()
    };
    let names: Vec<&str> = new.iter().map(|(name, _)| *name).collect();
    told(Lasting::GoalArea, &before, &names, pairs(before.len(), new.len(), likeness))
}

pub(super) fn goals(
    registry: &Registry,
    document: &Document,
    year: i32,
    areas: &[LineageRow],
) -> Vec<LineageRow> {
    let all = document.goal_areas();
    let all = placed_goals(&all);
    let new: Vec<(Option<Id>, GoalView<'_>)> = all
        .iter()
        .filter(|(_, goal)| known(&registry.goals, goal.name(), year) == Known::New)
        .map(|(area, goal)| (area.and_then(|name| area_of(registry, name, year, areas)), *goal))
        .collect();
    let says = |name: &str| all.iter().any(|(_, goal)| same(goal.name(), name));
    let directed: Vec<GoalVersion> =
        registry.goals.iter().filter(|goal| may_name(registry, document, goal)).cloned().collect();
    let last = last_year(&directed, year);
    let before = of_year_before(&directed, last, says);
    let printed = all.iter().map(|(_, goal)| goal.name().to_owned());
    let shared = shared(&registry.goals, last, year, printed);
    let versions: BTreeMap<Id, _> = directed
        .iter()
        .filter(|goal| goal.holds_in(last))
        .map(|goal| (goal.goal, (goal.area, &goal.agenda_2030)))
        .collect();
    let likeness = |was: usize, is: usize| {
        let (id, wording) = before[was];
        let (area, goal) = &new[is];
        let (held_area, links) = versions[&id];
        Likeness {
            permille: shared.goal_likeness_permille(wording, goal.name()),
            same_area: area.is_some() && *area == held_area,
            links: links_in_common(goal, links),
            ..Likeness::default()
        }
    };
    let names: Vec<&str> = new.iter().map(|(_, goal)| goal.name()).collect();
    told(Lasting::Goal, &before, &names, pairs(before.len(), new.len(), likeness))
}

/// The areas that have a name, with their goals.
pub(super) fn named_areas<'d, 'v>(areas: &'v [AreaView<'d>]) -> Vec<(&'d str, &'v [GoalView<'d>])> {
    areas.iter().filter_map(|area| Some((area.section?.name.as_str(), area.goals.as_slice()))).collect()
}

/// All goals, each with the name of its area.
pub(super) fn placed_goals<'d>(areas: &[AreaView<'d>]) -> Vec<(Option<&'d str>, GoalView<'d>)> {
    let placed = areas.iter().flat_map(|area| {
        let name = area.section.map(|section| section.name.as_str());
        area.goals.iter().map(move |goal| (name, *goal))
    });
    placed.collect()
}

/// How many of the Agenda 2030 goals that a goal is linked to are among others.
pub(super) fn links_in_common(goal: &GoalView<'_>, others: &[u8]) -> usize {
    let own: BTreeSet<u8> = goal.agenda().map(|link| link.number).collect();
    own.iter().filter(|number| others.contains(number)).count()
}

/// Whether a document may name a goal: a committee's names those that are directed to it.
pub(super) fn may_name(registry: &Registry, document: &Document, goal: &GoalVersion) -> bool {
    let own = body_of(registry, document).filter(|body| body.kind == BodyKind::Committee);
    own.is_none_or(|body| goal.directed_to.is_empty() || goal.directed_to.contains(&body.slug))
}

/// The registered area that a document's is, or may continue.
pub(super) fn area_of(registry: &Registry, name: &str, year: i32, proposed: &[LineageRow]) -> Option<Id> {
    match known(&registry.goal_areas, name, year) {
        Known::Holds(id) | Known::Again(id) => Some(id),
        Known::Prolong(place) => registry.goal_areas.get(place).map(|version| version.area),
        Known::New => proposed.iter().find(|row| row.own() == name).map(|row| row.from),
    }
}
