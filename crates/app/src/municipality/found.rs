//! Founding a municipality from its file.

use super::file::MunicipalityFile;
use super::settle::settle;
use crate::act::ActError;
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::{Value, json};
use uppsikt_domain::registry::{Id, Municipality};
use uppsikt_messages::Message;
use uppsikt_store::{Head, NewEvent, Registry, Store, StoreError};

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
    make(store, outside, actor, file, style).await
}

/// Founds a municipality for somebody who may.
pub(super) async fn make(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    file: &MunicipalityFile,
    style: &str,
) -> Result<Founded, ActError> {
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
    settle(&write, outside, file, Registry::empty(municipality(id, file, style))).await?;
    let event =
        NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload: payload(file) };
    Ok(Founded { id, head: write.record(event).await? })
}

fn taken(file: &MunicipalityFile) -> ActError {
    ActError::Refused(Message::new("act-municipality-exists").with("slug", file.slug.as_str()))
}

/// The municipality that a file describes.
pub(crate) fn municipality(id: Id, file: &MunicipalityFile, style: &str) -> Municipality {
    Municipality {
        id,
        slug: file.slug.clone(),
        name: file.name.clone(),
        style: style.to_owned(),
        rules: file.rules.clone(),
        additions: Vec::new(),
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
