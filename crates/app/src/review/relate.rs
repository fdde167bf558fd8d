//! Deciding whether one thing continues as another, after an import.

use super::lineage::stored::proposed;
use crate::act::{ActError, refused};
use crate::city::City;
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_store::{NewEvent, Store};

/// The act, as it stands in events.
pub const ACT: &str = "lineage.decided";

/// Writes that what a proposal tells of continues, or remembers that it does not. What is said so is not
/// asked again.
///
/// Refused when the proposal is not there, and to those who may not import.
pub async fn relate(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    city: &City,
    (print, continues): (&str, bool),
) -> Result<(), ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(city.data.municipality.id).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let rejected = write.rejected().await?;
    let found = proposed(&registry, &rejected, city);
    let found = found.iter().find(|it| it.row.print == print);
    let found = found.ok_or_else(|| refused("act-review-proposal-missing"))?;
    if continues {
        write.add_lineage(outside.new_id(), &found.edge(&actor.name)).await?;
    } else {
        let latest =
            write.latest(&found.slug).await?.ok_or_else(|| refused("act-review-proposal-missing"))?;
        write.put_rejection(print, &found.slug, latest.document, &actor.name, outside.now()).await?;
    }
    let payload = json!({
        "proposal": print,
        "kind": found.row.kind.code(),
        "was": found.row.was,
        "is": found.row.is,
        "from": found.row.from.to_string(),
        "to": found.to.to_string(),
        "year": found.year,
        "relation": if continues { found.row.relation.code() } else { "new" },
    });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(())
}
