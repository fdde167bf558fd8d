//! Ending a review without storing anything of it.

use super::open_review;
use crate::act::ActError;
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_domain::registry::Id;
use uppsikt_store::{Closing, NewEvent, ReviewState, Store};

/// The act, as it stands in events.
pub const ACT: &str = "document.review.discarded";

/// Ends a review. What was read is thrown away; what holds is as before.
///
/// Refused when it is closed already, and to those who may not import.
pub async fn discard(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    municipality: Id,
    number: u32,
) -> Result<(), ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(municipality).await?;
    let (reviewing, _) = open_review(&write, number).await?;
    let state = ReviewState::Discarded;
    let closing = Closing { state, who: &actor.name, version: None, accepted: 0, rejected: 0 };
    write.close_review(number, &closing).await?;
    let payload = json!({ "review": number, "document": reviewing.review.entry.slug });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(())
}
