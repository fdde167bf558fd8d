//! Opening a review of a document that has been read.

use crate::act::{ActError, refused};
use crate::document::import::{Import, slug_in};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_store::{NewEvent, NewReview, Store};

/// The act, as it stands in events.
pub const ACT: &str = "document.review.opened";

/// Keeps a document that has been read, to be decided before it is stored. Gives its number.
///
/// Refused for a kind that was not recognised, for a document without the body, year or
/// number that says which one it is, and to those who may not import.
pub async fn open(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    import: Import<'_>,
) -> Result<u32, ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(import.municipality).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let slug = slug_in(&registry, import.document)?;
    let base = write.latest(&slug).await?.map_or(0, |latest| latest.number);
    let new = NewReview {
        slug: &slug,
        base,
        tree: import.document,
        source: import.bytes,
        who: &actor.name,
        opened_at: outside.now(),
    };
    let number = write.add_review(&new).await?;
    let payload = json!({ "review": number, "document": slug, "base": base });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(number)
}
