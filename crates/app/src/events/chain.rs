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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    const TOWN: Id = Id(7);

    fn event(sequence: u32, previous_hash: &str) -> StoredEvent {
        let mut event = StoredEvent {
            sequence,
            act: "document.import".to_owned(),
            who: "operator".to_owned(),
            recorded_at: DateTime::UNIX_EPOCH,
            payload: "{\"version\":1}".to_owned(),
            previous_hash: previous_hash.to_owned(),
            hash: String::new(),
        };
        event.hash = hash_of(TOWN, &event);
        event
    }

    #[test]
    fn an_event_follows_the_one_whose_hash_it_carries() {
        let first = event(1, "");
        let second = event(2, &first.hash);
        assert!(follows(TOWN, &first, 1, "") && follows(TOWN, &second, 2, &first.hash));
        assert!(!follows(TOWN, &second, 1, ""), "the first is missing");
    }

    #[test]
    fn a_changed_event_is_seen() {
        let sound = event(1, "");
        let changes: [fn(&mut StoredEvent); 4] = [
            |event| event.payload.push(' '),
            |event| event.who = "someone".to_owned(),
            |event| event.recorded_at += chrono::Duration::microseconds(1),
            |event| event.act = "document.remove".to_owned(),
        ];
        for change in changes {
            let mut changed = sound.clone();
            change(&mut changed);
            assert!(!follows(TOWN, &changed, 1, ""));
        }
        assert!(!follows(Id(8), &sound, 1, ""), "another municipality's event");
    }
}
