//! Reviewing a stored document once more, read in the house style as it is now.

use super::reread::{carry_over, decided};
use crate::act::{ActError, refused};
use crate::document::import::{Import, reads_the_same, slug_in};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_store::{NewEvent, NewReview, Store};

/// Opens a review of the bytes of a document's latest version, read anew. What was rejected
/// before stays so, also where it now belongs to another section or line. `None`: it reads as
/// it is stored, and there is nothing to review.
///
/// Refused when the bytes are not those of the latest version, and to those who may not import.
pub async fn again(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    import: Import<'_>,
) -> Result<Option<u32>, ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(import.municipality).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let slug = slug_in(&registry, import.document)?;
    let latest = write.latest(&slug).await?;
    let latest = latest.filter(|latest| latest.sha256 == import.document.source.sha256);
    let latest = latest.ok_or_else(|| refused("act-review-other-document"))?;
    if reads_the_same(&latest.tree, import.document) {
        return Ok(None);
    }
    let new = NewReview {
        slug: &slug,
        base: latest.number,
        tree: import.document,
        source: import.bytes,
        who: &actor.name,
        opened_at: outside.now(),
    };
    let number = write.add_review(&new).await?;
    let reviewing = write.reviewing(number).await?.ok_or_else(|| refused("act-review-missing"))?;
    let before = decided(&reviewing, &latest.tree, import.structure);
    carry_over(&write, &reviewing, import.document, import.structure, &before).await?;
    let payload = json!({ "review": number, "document": slug, "base": latest.number, "read": "again" });
    let act = super::open::ACT;
    write.record(NewEvent { act, who: actor.name.clone(), recorded_at: outside.now(), payload }).await?;
    Ok(Some(number))
}
