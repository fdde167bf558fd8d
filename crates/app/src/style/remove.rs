//! Taking back what was said of words.

use crate::act::{ActError, refused};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_domain::registry::Id;
use uppsikt_domain::style_addition::Leftover;
use uppsikt_store::{NewEvent, Store};

/// The act, as it stands in events.
pub const ACT: &str = "style.removed";

/// Takes back what was said of words, from the next reading on. What has been read and decided
/// stays. Words of which nothing is said change nothing and leave no event.
///
/// Refused to those who may not change the style.
pub async fn remove(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    municipality: Id,
    (of, words): (Leftover, &str),
) -> Result<(), ActError> {
    require(actor, Verb::ChangeStyle)?;
    let write = store.write(municipality).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let held = registry.municipality.additions.iter().find(|it| it.of == of && it.words == words);
    let Some(held) = held else { return Ok(()) };
    write.remove_addition(of, words).await?;
    let payload = json!({ "of": of.code(), "words": words, "means": held.means });
    let (who, recorded_at) = (actor.name.clone(), outside.now());
    write.record(NewEvent { act: ACT, who, recorded_at, payload }).await?;
    Ok(())
}
