//! Bringing a municipality in line with a newer version of its file.

use super::file::MunicipalityFile;
use super::found::municipality;
use super::settle::settle;
use crate::act::{ActError, refused};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_domain::registry::{Id, Municipality};
use uppsikt_store::{NewEvent, Store, Write};

/// The act, as it stands in events.
pub const ACT: &str = "municipality.revise";

/// Adds to a municipality what its file says and the registry lacks, and changes what it
/// says otherwise. Nothing that only documents have named is removed. Names what was
/// changed ("goal lasning 2025"); where that is nothing, nothing is recorded.
///
/// Refused when there is no such municipality, and to all but the operator.
pub async fn revise(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    id: Id,
    file: &MunicipalityFile,
    style: &str,
) -> Result<Vec<String>, ActError> {
    require(actor, Verb::ReviseMunicipality)?;
    let write = store.write(id).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let mut changes = own_fields(&write, &registry.municipality, &municipality(id, file, style)).await?;
    changes.extend(settle(&write, outside, file, registry).await?);
    if changes.is_empty() {
        return Ok(changes);
    }
    let event = NewEvent {
        act: ACT,
        who: actor.name.clone(),
        recorded_at: outside.now(),
        payload: json!({ "changes": changes }),
    };
    write.record(event).await?;
    Ok(changes)
}

/// Name, style and areas. The slug stays: addresses must not break.
async fn own_fields(
    write: &Write,
    held: &Municipality,
    wanted: &Municipality,
) -> Result<Vec<String>, ActError> {
    let wanted = Municipality { slug: held.slug.clone(), ..wanted.clone() };
    let fields = [
        ("name", held.name != wanted.name),
        ("style", held.style != wanted.style),
        ("rules", held.rules != wanted.rules),
        ("statistical_areas", held.statistical_areas != wanted.statistical_areas),
    ];
    let changes: Vec<String> =
        fields.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field.to_owned()).collect();
    if !changes.is_empty() {
        write.change_municipality(&wanted).await?;
    }
    Ok(changes)
}
