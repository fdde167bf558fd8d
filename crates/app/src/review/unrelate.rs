//! Taking back what was said of whether one thing continues as another.

use crate::act::{ActError, refused};
use crate::outside::Outside;
use crate::review::lineage::decided::decided;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_domain::registry::Id;
use uppsikt_store::{NewEvent, Store};

/// The act, as it stands in events.
pub const ACT: &str = "lineage.undone";

/// Undoes the last decision of a proposal, so that it is asked again.
///
/// Refused when nothing is decided of it any more, and to those who may not import.
pub async fn unrelate(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    municipality: Id,
    print: &str,
) -> Result<(), ActError> {
    require(actor, Verb::ImportDocument)?;
    let events = store.events_of_acts(municipality, &super::lineage::decided::ACTS).await?;
    let write = store.write(municipality).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let rejected = write.rejected().await?;
    let found = decided(&events, &registry.lineage, &rejected).into_iter().find(|it| it.print == print);
    let found = found.ok_or_else(|| refused("act-lineage-not-decided"))?;
    match &found.edge {
        Some(edge) => write.remove_lineage(edge).await?,
        None => write.forget_rejection(print).await?,
    }
    let payload = json!({
        "proposal": print,
        "kind": found.kind.code(),
        "was": found.was,
        "is": found.is,
        "year": found.year,
    });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(())
}
