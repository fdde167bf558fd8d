//! Whether any event of a municipality is missing or has been changed.

use uppsikt_domain::registry::Id;
use uppsikt_store::{Store, StoreError, StoredEvent, hash_of};

/// At most this many events are in memory at once.
const AT_A_TIME: u32 = 500;

/// What looking through the chain gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chain {
    /// How many events follow each other without a fault.
    pub sound: u32,
    /// The number of the first event that is missing, out of place or changed.
    pub broken_at: Option<u32>,
}

/// Looks through all events of a municipality, oldest first.
pub async fn verify(store: &Store, municipality: Id) -> Result<Chain, StoreError> {
    let mut chain = Chain::default();
    let mut previous_hash = String::new();
    loop {
        let events = store.events(municipality, chain.sound, AT_A_TIME).await?;
        if events.is_empty() {
            return Ok(chain);
        }
        for event in events {
            let expected = chain.sound + 1;
            if !follows(municipality, &event, expected, &previous_hash) {
                return Ok(Chain { broken_at: Some(expected), ..chain });
            }
            chain.sound = expected;
            previous_hash = event.hash;
        }
    }
}

fn follows(municipality: Id, event: &StoredEvent, expected: u32, previous_hash: &str) -> bool {
    event.sequence == expected
        && event.previous_hash == previous_hash
        && event.hash == hash_of(municipality, event)
}
