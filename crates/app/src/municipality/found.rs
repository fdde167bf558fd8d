//! Founding a municipality from its file.

use super::file::MunicipalityFile;
use crate::act::ActError;
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uppsikt_domain::decision::Decision;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::{GoalAreaVersion, GoalStatus, GoalVersion, Id, LineageEdge, Municipality};
use uppsikt_messages::Message;
use uppsikt_store::{Head, NewEvent, Store, StoreError, Write};

/// The act, as it stands in events.
pub const ACT: &str = "municipality.found";

/// A municipality that has been founded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founded {
    /// Its identity.
    pub id: Id,
    /// Its first event.
    pub head: Head,
}

/// Founds a municipality: its bodies, goal areas, goals, judgements, lineage and the
/// decisions that made them. `style` is the text of its house style.
///
/// Refused when somebody has its slug, and to all but the operator.
pub async fn found(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    file: &MunicipalityFile,
    style: &str,
) -> Result<Founded, ActError> {
    require(actor, Verb::FoundMunicipality)?;
    if store.municipality(&file.slug).await?.is_some() {
        return Err(taken(file));
    }
    let id = outside.new_id();
    let write = store.write(id).await?;
    let made = write.add_municipality(&municipality(id, file, style)).await;
    made.map_err(|error| match error {
        StoreError::Taken { .. } => taken(file),
        other => other.into(),
    })?;
    Founding { write: &write, outside, file }.fill().await?;
    let event =
        NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload: payload(file) };
    Ok(Founded { id, head: write.record(event).await? })
}

fn taken(file: &MunicipalityFile) -> ActError {
    ActError::Refused(Message::new("act-municipality-exists").with("slug", file.slug.as_str()))
}

fn municipality(id: Id, file: &MunicipalityFile, style: &str) -> Municipality {
    Municipality {
        id,
        slug: file.slug.clone(),
        name: file.name.clone(),
        style: style.to_owned(),
        statistical_areas: file.statistical_areas.clone(),
        bodies: file.bodies.clone(),
    }
}

fn payload(file: &MunicipalityFile) -> Value {
    json!({
        "slug": file.slug,
        "name": file.name,
        "bodies": file.bodies.len(),
        "goal_areas": file.goal_areas.len(),
        "goals": file.goals.len(),
        "goal_statuses": file.goal_statuses.len(),
        "lineage": file.lineage.len(),
    })
}

type Ids = BTreeMap<String, Id>;

struct Founding<'a> {
    write: &'a Write,
    outside: &'a Outside,
    file: &'a MunicipalityFile,
}

impl Founding<'_> {
    async fn fill(&self) -> Result<(), StoreError> {
        for (position, body) in (1..).zip(&self.file.bodies) {
            self.write.add_body(self.outside.new_id(), position, body).await?;
        }
        let areas = self.add_goal_areas().await?;
        let goals = self.add_goals(&areas).await?;
        self.add_statuses(&goals).await?;
        self.add_lineage(&areas, &goals).await
    }

    async fn add_goal_areas(&self) -> Result<Ids, StoreError> {
        let mut ids = Ids::new();
        for entry in &self.file.goal_areas {
            let area = self.outside.new_id();
            ids.insert(entry.slug.clone(), area);
            self.write.add_goal_area(area, &entry.slug).await?;
            for version in &entry.versions {
                let version = GoalAreaVersion {
                    area,
                    slug: entry.slug.clone(),
                    name: version.name.clone(),
                    from_year: version.from_year,
                    to_year: version.to_year,
                    position: version.position,
                };
                self.write.add_goal_area_version(&version).await?;
            }
        }
        Ok(ids)
    }

    async fn add_goals(&self, areas: &Ids) -> Result<Ids, StoreError> {
        let mut ids = Ids::new();
        let decisions = self.add_decisions().await?;
        for entry in &self.file.goals {
            let goal = self.outside.new_id();
            ids.insert(entry.slug.clone(), goal);
            self.write.add_goal(goal, &entry.slug).await?;
            for version in &entry.versions {
                let decision = version.decision.as_ref().map(Decision::from);
                let made_by = decisions.iter().find(|(_, known)| Some(known) == decision.as_ref());
                let version = GoalVersion {
                    goal,
                    slug: entry.slug.clone(),
                    name: version.name.clone(),
                    area: version.area.as_ref().and_then(|slug| areas.get(slug).copied()),
                    from_year: version.from_year,
                    to_year: version.to_year,
                    position: version.position,
                    agenda_2030: version.agenda_2030.clone(),
                    directed_to: version.directed_to.clone(),
                    decision: None,
                };
                self.write.add_goal_version(&version, made_by.map(|(id, _)| *id)).await?;
            }
        }
        Ok(ids)
    }

    /// Each decision once, however many versions it made.
    async fn add_decisions(&self) -> Result<Vec<(Id, Decision)>, StoreError> {
        let versions = self.file.goals.iter().flat_map(|goal| &goal.versions);
        let mut known: Vec<(Id, Decision)> = Vec::new();
        for decision in versions.filter_map(|version| version.decision.as_ref().map(Decision::from)) {
            if known.iter().all(|(_, it)| *it != decision) {
                let id = self.outside.new_id();
                self.write.add_decision(id, &decision).await?;
                known.push((id, decision));
            }
        }
        Ok(known)
    }

    async fn add_statuses(&self, goals: &Ids) -> Result<(), StoreError> {
        for entry in &self.file.goal_statuses {
            let Some(goal) = goals.get(&entry.goal).copied() else { continue };
            let status = GoalStatus {
                goal,
                year: entry.year,
                report: entry.report,
                status: entry.status,
                said_by: entry.said_by.clone(),
            };
            self.write.add_goal_status(&status).await?;
        }
        Ok(())
    }

    async fn add_lineage(&self, areas: &Ids, goals: &Ids) -> Result<(), StoreError> {
        for entry in &self.file.lineage {
            let ids = if entry.kind == Lasting::Goal { goals } else { areas };
            let Some(from) = ids.get(&entry.from).copied() else { continue };
            let edge = LineageEdge {
                kind: entry.kind,
                from,
                to: entry.to.as_ref().and_then(|slug| ids.get(slug).copied()),
                relation: entry.relation,
                year: entry.year,
                said_by: entry.said_by.clone(),
                reason: entry.reason.clone(),
            };
            self.write.add_lineage(self.outside.new_id(), &edge).await?;
        }
        Ok(())
    }
}
