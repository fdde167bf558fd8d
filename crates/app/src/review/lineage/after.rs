//! What registered things of later years a document's may have become: a city reads its past in last.

use super::goals::{area_of, links_in_common, may_name, named_areas, placed_goals};
use super::{Likeness, LineageRow, Pair, new_row, pairs, relation, shared};
use crate::city::City;
use crate::version::{Known, Version, known};
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::{GoalVersion, Id};
use uppsikt_store::Registry;
use uppsikt_text::compare::same;

/// A document beside what is registered of later years.
pub(super) struct After<'a> {
    pub registry: &'a Registry,
    pub document: &'a Document,
    pub year: i32,
    pub city: &'a City,
}

/// The first year that documents of a body are about.
pub(super) fn first_year(city: &City, body: &str) -> Option<i32> {
    let body = city.body_named(body)?;
    let own = |slug: &str| slug == body.slug;
    let documents = city.data.documents.iter();
    let of_body = documents.filter(|stored| city.body_of(stored).is_some_and(|it| own(&it.slug)));
    of_body.filter_map(|stored| stored.document.year).min()
}

impl After<'_> {
    /// Areas that those of the next year may continue, but for those that `told` tells of.
    pub fn areas(&self, told: &[LineageRow]) -> Vec<LineageRow> {
        let versions = &self.registry.goal_areas;
        let Some(next) = next_year(versions, self.year) else { return Vec::new() };
        let all = self.document.goal_areas();
        let named = named_areas(&all);
        let new: Vec<(&str, &[GoalView<'_>])> =
            named.iter().filter(|(name, _)| self.is_free(versions, name, told)).copied().collect();
        let says = |name: &str| named.iter().any(|(printed, _)| same(printed, name));
        let after = self.of_year_after(Lasting::GoalArea, versions, next, says);
        let printed = named.iter().map(|(name, _)| (*name).to_owned());
        let shared = shared(versions, next, self.year, printed);
        let in_both = |area: Id, goals: &[GoalView<'_>]| {
            let of_area =
                self.registry.goals.iter().filter(|goal| goal.area == Some(area) && goal.holds_in(next));
            of_area.filter(|it| goals.iter().any(|own| same(own.name(), &it.name))).count()
        };
        let likeness = |was: usize, is: usize| Likeness {
            permille: shared.name_likeness_permille(new[was].0, after[is].1),
            goals: in_both(after[is].0, new[was].1),
            ..Likeness::default()
        };
        let names: Vec<&str> = new.iter().map(|(name, _)| *name).collect();
        rows(Lasting::GoalArea, &names, &after, &pairs(new.len(), after.len(), likeness), next)
    }

    /// Goals that those of the next year may continue, but for those that `told` tells of.
    pub fn goals(&self, told: &[LineageRow], areas: &[LineageRow]) -> Vec<LineageRow> {
        let directed: Vec<GoalVersion> = self
            .registry
            .goals
            .iter()
            .filter(|goal| may_name(self.registry, self.document, goal))
            .cloned()
            .collect();
        let Some(next) = next_year(&directed, self.year) else { return Vec::new() };
        let all = self.document.goal_areas();
        let all = placed_goals(&all);
        let new: Vec<(Option<Id>, GoalView<'_>)> = all
            .iter()
            .filter(|(_, goal)| self.is_free(&self.registry.goals, goal.name(), told))
            .map(|(area, goal)| (area.and_then(|name| area_of(self.registry, name, self.year, areas)), *goal))
            .collect();
        let says = |name: &str| all.iter().any(|(_, goal)| same(goal.name(), name));
        let after = self.of_year_after(Lasting::Goal, &directed, next, says);
        let printed = all.iter().map(|(_, goal)| goal.name().to_owned());
        let shared = shared(&self.registry.goals, next, self.year, printed);
        let held = directed.iter().filter(|goal| goal.holds_in(next));
        let held: BTreeMap<Id, &GoalVersion> = held.map(|goal| (goal.goal, goal)).collect();
        let likeness = |was: usize, is: usize| {
            let ((area, goal), (id, wording)) = (&new[was], after[is]);
            let version = held[&id];
            Likeness {
                permille: shared.goal_likeness_permille(goal.name(), wording),
                same_area: area.is_some() && *area == version.area,
                links: links_in_common(goal, &version.agenda_2030),
                ..Likeness::default()
            }
        };
        let names: Vec<&str> = new.iter().map(|(_, goal)| goal.name()).collect();
        rows(Lasting::Goal, &names, &after, &pairs(new.len(), after.len(), likeness), next)
    }

    /// Whether nothing is registered of a name, and it continues nothing.
    fn is_free<V: Version>(&self, versions: &[V], name: &str, told: &[LineageRow]) -> bool {
        known(versions, name, self.year) == Known::New && !told.iter().any(|row| row.own() == name)
    }

    /// What begins in the next year of which something is known and comes from nothing, but for what the
    /// document says in the same words.
    fn of_year_after<'v, V: Version>(
        &self,
        kind: Lasting,
        versions: &'v [V],
        next: i32,
        says: impl Fn(&str) -> bool,
    ) -> Vec<(Id, &'v str)> {
        let earlier = |id: Id| versions.iter().any(|it| it.identity() == id && it.years().0 <= self.year);
        let comes = |id: Id| self.city.data.lineage.iter().any(|it| it.kind == kind && it.to == Some(id));
        let free = |it: &&V| !earlier(it.identity()) && !comes(it.identity()) && !says(it.wording());
        let held = versions.iter().filter(|version| version.holds_in(next)).filter(free);
        held.map(|version| (version.identity(), version.wording())).collect()
    }
}

/// The first year after a document's of which something is known.
fn next_year<V: Version>(versions: &[V], year: i32) -> Option<i32> {
    let after = versions.iter().map(Version::years).filter(|(_, to)| *to > year);
    after.map(|(from, _)| from.max(year + 1)).min()
}

fn rows(kind: Lasting, were: &[&str], are: &[(Id, &str)], pairs: &[Pair], later: i32) -> Vec<LineageRow> {
    let row = |pair: &Pair| {
        let (id, is) = are[pair.1];
        let row = new_row(kind, id, (were[pair.0], is), (relation(pairs, pair), pair.2));
        LineageRow { later: Some(later), ..row }
    };
    pairs.iter().map(row).collect()
}
