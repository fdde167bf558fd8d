//! Bringing the registry of a municipality in line with its file: what is missing is added,
//! what is otherwise is changed, and what only documents have named stays.

use super::file::{AreaEntry, AreaVersionEntry, EdgeEntry, GoalEntry, GoalVersionEntry, MunicipalityFile};
use crate::outside::Outside;
use crate::version::{identity, in_line};
use std::collections::BTreeMap;
use uppsikt_domain::decision::Decision;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::{GoalAreaVersion, GoalStatus, GoalVersion, Id, LineageEdge};
use uppsikt_store::{BodyRow, DecisionRow, Registry, StoreError, Write};
use uppsikt_text::compare;

/// Identities by the slugs of the file.
type Ids = BTreeMap<String, Id>;

/// One bringing in line.
struct Settling<'a> {
    write: &'a Write,
    outside: &'a Outside,
    file: &'a MunicipalityFile,
    registry: Registry,
    changes: Vec<String>,
}

/// Brings the registry in line with the file and names what was added or changed
/// ("goal lasning 2025").
pub async fn settle(
    write: &Write,
    outside: &Outside,
    file: &MunicipalityFile,
    registry: Registry,
) -> Result<Vec<String>, StoreError> {
    let mut settling = Settling { write, outside, file, registry, changes: Vec::new() };
    settling.bodies().await?;
    let areas = settling.goal_areas().await?;
    let goals = settling.goals(&areas).await?;
    settling.statuses(&goals).await?;
    settling.lineage(&areas, &goals).await?;
    Ok(settling.changes)
}

impl Settling<'_> {
    async fn bodies(&mut self) -> Result<(), StoreError> {
        for (position, body) in (1..).zip(&self.file.bodies) {
            let held = self.held_body(&body.slug, &body.name);
            let in_place = held.is_some_and(|(place, row)| place == position && row.body == *body);
            if !in_place {
                let id = held.map_or_else(|| self.outside.new_id(), |(_, row)| row.id);
                self.write.put_body(id, position, body).await?;
                self.changes.push(format!("body {}", body.slug));
            }
        }
        self.bodies_of_documents().await
    }

    /// Bodies that only documents have named come after those of the file.
    async fn bodies_of_documents(&mut self) -> Result<(), StoreError> {
        let bodies = &self.file.bodies;
        let in_file = |row: &BodyRow| {
            bodies.iter().any(|it| it.slug == row.body.slug || compare::same(&it.name, &row.body.name))
        };
        let mut position = u32::try_from(bodies.len()).unwrap_or(u32::MAX);
        for (place, row) in (1..).zip(&self.registry.bodies) {
            if in_file(row) {
                continue;
            }
            position = position.saturating_add(1);
            if place != position {
                self.write.put_body(row.id, position, &row.body).await?;
            }
        }
        Ok(())
    }

    fn held_body(&self, slug: &str, name: &str) -> Option<(u32, &BodyRow)> {
        let find =
            |fits: &dyn Fn(&BodyRow) -> bool| (1..).zip(&self.registry.bodies).find(|(_, row)| fits(row));
        find(&|row| row.body.slug == slug).or_else(|| find(&|row| compare::same(&row.body.name, name)))
    }

    async fn goal_areas(&mut self) -> Result<Ids, StoreError> {
        let mut ids = Ids::new();
        for entry in &self.file.goal_areas {
            let id = self.outside.new_id();
            let wanted: Vec<GoalAreaVersion> =
                entry.versions.iter().map(|it| area_version(id, entry, it)).collect();
            let identity = identity(&self.registry.goal_areas, &entry.slug, &wanted);
            if identity.is_none_or(|held| held.slug != entry.slug) {
                self.write.put_goal_area(identity.map_or(id, |held| held.area), &entry.slug).await?;
            }
            let area = identity.map_or(id, |held| held.area);
            ids.insert(entry.slug.clone(), area);
            for steps in in_line(&self.registry.goal_areas, area, wanted) {
                for from_year in steps.removed {
                    self.write.remove_goal_area_version(area, from_year).await?;
                }
                self.write.put_goal_area_version(&steps.version).await?;
                self.changes.push(format!("goal_area {} {}", entry.slug, steps.version.from_year));
            }
        }
        Ok(ids)
    }

    async fn goals(&mut self, areas: &Ids) -> Result<Ids, StoreError> {
        let mut ids = Ids::new();
        for entry in &self.file.goals {
            let id = self.outside.new_id();
            let wanted: Vec<GoalVersion> =
                entry.versions.iter().map(|it| goal_version(id, entry, it, areas)).collect();
            let identity = identity(&self.registry.goals, &entry.slug, &wanted);
            if identity.is_none_or(|held| held.slug != entry.slug) {
                self.write.put_goal(identity.map_or(id, |held| held.goal), &entry.slug).await?;
            }
            let goal = identity.map_or(id, |held| held.goal);
            ids.insert(entry.slug.clone(), goal);
            for steps in in_line(&self.registry.goals, goal, wanted) {
                for from_year in steps.removed {
                    self.write.remove_goal_version(goal, from_year).await?;
                }
                let decision = self.decision(steps.version.decision.as_ref()).await?;
                self.write.put_goal_version(&steps.version, decision).await?;
                self.changes.push(format!("goal {} {}", entry.slug, steps.version.from_year));
            }
        }
        Ok(ids)
    }

    /// The identity of a decision: each is kept once, however many versions it made.
    async fn decision(&mut self, decision: Option<&Decision>) -> Result<Option<Id>, StoreError> {
        let Some(decision) = decision else { return Ok(None) };
        if let Some(known) = self.registry.decisions.iter().find(|row| row.decision == *decision) {
            return Ok(Some(known.id));
        }
        let row = DecisionRow { id: self.outside.new_id(), decision: decision.clone() };
        self.write.add_decision(row.id, &row.decision).await?;
        let id = row.id;
        self.registry.decisions.push(row);
        Ok(Some(id))
    }

    async fn statuses(&mut self, goals: &Ids) -> Result<(), StoreError> {
        for entry in &self.file.goal_statuses {
            let Some(goal) = goals.get(&entry.goal).copied() else { continue };
            let status = GoalStatus {
                goal,
                year: entry.year,
                report: entry.report,
                status: entry.status,
                said_by: entry.said_by.clone(),
            };
            if !self.registry.goal_statuses.contains(&status) {
                self.write.put_goal_status(&status).await?;
                self.changes.push(format!("goal_status {} {}", entry.goal, entry.year));
            }
        }
        Ok(())
    }

    async fn lineage(&mut self, areas: &Ids, goals: &Ids) -> Result<(), StoreError> {
        for entry in &self.file.lineage {
            let ids = if entry.kind == Lasting::Goal { goals } else { areas };
            let Some(from) = ids.get(&entry.from).copied() else { continue };
            let to = entry.to.as_ref().and_then(|slug| ids.get(slug).copied());
            let edge = edge(entry, from, to);
            if !self.registry.lineage.contains(&edge) {
                self.write.add_lineage(self.outside.new_id(), &edge).await?;
                self.changes.push(format!("lineage {} {}", entry.from, entry.year));
            }
        }
        Ok(())
    }
}

fn area_version(area: Id, entry: &AreaEntry, it: &AreaVersionEntry) -> GoalAreaVersion {
    GoalAreaVersion {
        area,
        slug: entry.slug.clone(),
        name: it.name.clone(),
        from_year: it.from_year,
        to_year: it.to_year,
        position: it.position,
    }
}

fn goal_version(goal: Id, entry: &GoalEntry, it: &GoalVersionEntry, areas: &Ids) -> GoalVersion {
    GoalVersion {
        goal,
        slug: entry.slug.clone(),
        name: it.name.clone(),
        area: it.area.as_ref().and_then(|slug| areas.get(slug).copied()),
        from_year: it.from_year,
        to_year: it.to_year,
        position: it.position,
        agenda_2030: it.agenda_2030.clone(),
        directed_to: it.directed_to.clone(),
        decision: it.decision.as_ref().map(Decision::from),
    }
}

fn edge(entry: &EdgeEntry, from: Id, to: Option<Id>) -> LineageEdge {
    LineageEdge {
        kind: entry.kind,
        from,
        to,
        relation: entry.relation,
        year: entry.year,
        said_by: entry.said_by.clone(),
        reason: entry.reason.clone(),
    }
}
