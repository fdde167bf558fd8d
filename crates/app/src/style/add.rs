//! Giving words a meaning that the house style lacks.

use crate::act::{ActError, refused};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use crate::uppsikt::style_of;
use serde_json::json;
use uppsikt_domain::registry::Id;
use uppsikt_domain::style_addition::{Leftover, StyleAddition};
use uppsikt_messages::Message;
use uppsikt_store::{NewEvent, Store};

/// The act, as it stands in events.
pub const ACT: &str = "style.added";

/// More characters than this are no heading but a text.
pub const LONGEST: usize = 200;

/// Words and what they are said to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying<'a> {
    /// What was left over.
    pub of: Leftover,
    /// The words, as a pattern of the style.
    pub words: &'a str,
    /// A word of the style's meanings; empty: they are left as they are.
    pub means: &'a str,
    /// The file that they were found in.
    pub found_in: &'a str,
}

/// Gives words a meaning from the next reading on. What was said of them before is replaced;
/// the same again changes nothing and leaves no event.
///
/// Refused without words, for a meaning that the style does not have, and to those who may not
/// change the style.
pub async fn add(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    municipality: Id,
    saying: &Saying<'_>,
) -> Result<(), ActError> {
    require(actor, Verb::ChangeStyle)?;
    let words = saying.words.trim();
    if words.is_empty() || words.chars().count() > LONGEST || words.contains(char::is_control) {
        return Err(refused("act-style-words"));
    }
    let write = store.write(municipality).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let style = style_of(&registry.municipality).map_err(|error| ActError::Refused(error.message()))?;
    if !saying.means.is_empty() && !style.meanings(saying.of).iter().any(|known| known == saying.means) {
        let unknown = Message::new("act-style-meaning").with("words", words);
        return Err(ActError::Refused(unknown));
    }
    let held = registry.municipality.additions.iter().find(|it| it.of == saying.of && it.words == words);
    if held.is_some_and(|held| held.means == saying.means) {
        return Ok(());
    }
    let addition = StyleAddition {
        of: saying.of,
        words: words.to_owned(),
        means: saying.means.to_owned(),
        found_in: saying.found_in.to_owned(),
        who: actor.name.clone(),
        added_at: outside.now(),
    };
    write.put_addition(&addition).await?;
    let payload = json!({
        "of": addition.of.code(),
        "words": addition.words,
        "means": addition.means,
        "was": held.map(|held| &held.means),
        "found_in": addition.found_in,
    });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: addition.added_at, payload };
    write.record(event).await?;
    Ok(())
}
