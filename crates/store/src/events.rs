//! Events: what was done, by whom, in a chain in which none can go missing unseen.

use crate::columns::count;
use crate::error::StoreError;
use crate::insert::insert;
use crate::store::Store;
use crate::tables::event;
use crate::tenant::{rows_of, uuid};
use crate::write::Write;
use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uppsikt_domain::registry::Id;

/// The end of a municipality's chain.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Head {
    /// The number of the last event, from 1.
    pub sequence: u32,
    /// Its hash.
    pub hash: String,
}

/// An event that is about to be recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// What was done ("document.import").
    pub act: &'static str,
    /// Who did it.
    pub who: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// What it was done with, and what came of it.
    pub payload: Value,
}

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Running number in the municipality, from 1.
    pub sequence: u32,
    /// What was done.
    pub act: String,
    /// Who did it.
    pub who: String,
    /// When, to the microsecond.
    pub recorded_at: DateTime<Utc>,
    /// JSON, byte by byte as it was hashed.
    pub payload: String,
    /// The hash of the event before. Empty for the first.
    pub previous_hash: String,
    /// The hash of this one.
    pub hash: String,
}

/// The hash that an event has to have: SHA-256, in hexadecimal, over a JSON list of the
/// municipality, the hash before, the number, the act, who, when and the payload.
pub fn hash_of(municipality: Id, event: &StoredEvent) -> String {
    let hashed = Value::from(vec![
        municipality.to_string(),
        event.previous_hash.clone(),
        event.sequence.to_string(),
        event.act.clone(),
        event.who.clone(),
        event.recorded_at.to_rfc3339_opts(SecondsFormat::Micros, true),
        event.payload.clone(),
    ]);
    sha256_hex(hashed.to_string().as_bytes())
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The databases keep microseconds.
pub(crate) fn kept(moment: DateTime<Utc>) -> DateTime<Utc> {
    moment.trunc_subsecs(6)
}

impl Store {
    /// The last event's number and hash. `None`: there is no such municipality.
    pub async fn head(&self, municipality: Id) -> Result<Option<Head>, StoreError> {
        head(&self.db, municipality).await
    }

    /// The events after a number, oldest first, at most `limit`.
    pub async fn events(
        &self,
        municipality: Id,
        after: u32,
        limit: u32,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let rows = rows_of::<event::Entity>(municipality)
            .filter(event::Column::Sequence.gt(i64::from(after)))
            .order_by_asc(event::Column::Sequence)
            .limit(u64::from(limit))
            .all(&self.db)
            .await?;
        rows.into_iter().map(event::Model::into_event).collect()
    }

    /// The events of some acts, oldest first.
    pub async fn events_of_acts(
        &self,
        municipality: Id,
        acts: &[&str],
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let rows = rows_of::<event::Entity>(municipality)
            .filter(event::Column::Act.is_in(acts.iter().copied()))
            .order_by_asc(event::Column::Sequence)
            .all(&self.db)
            .await?;
        rows.into_iter().map(event::Model::into_event).collect()
    }
}

impl Write {
    /// Ends the change: records its event and makes everything lasting.
    pub async fn record(self, event: NewEvent) -> Result<Head, StoreError> {
        let before = head(&self.tx, self.municipality).await?;
        let mut stored = StoredEvent {
            sequence: before.as_ref().map_or(1, |head| head.sequence + 1),
            act: event.act.to_owned(),
            who: event.who,
            recorded_at: kept(event.recorded_at),
            payload: event.payload.to_string(),
            previous_hash: before.map(|head| head.hash).unwrap_or_default(),
            hash: String::new(),
        };
        stored.hash = hash_of(self.municipality, &stored);
        let head = Head { sequence: stored.sequence, hash: stored.hash.clone() };
        insert::<event::Entity>(&self.tx, event::Model::of(self.municipality, stored)).await?;
        self.tx.commit().await?;
        Ok(head)
    }
}

/// The end of the chain, as a connection sees it.
pub(crate) async fn head(db: &impl ConnectionTrait, municipality: Id) -> Result<Option<Head>, StoreError> {
    let last: Option<(i64, String)> = rows_of::<event::Entity>(municipality)
        .select_only()
        .columns([event::Column::Sequence, event::Column::Hash])
        .order_by_desc(event::Column::Sequence)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    last.map(|(sequence, hash)| Ok(Head { sequence: count("event", sequence)?, hash })).transpose()
}

impl event::Model {
    fn of(municipality: Id, event: StoredEvent) -> Self {
        event::Model {
            municipality: uuid(municipality),
            sequence: i64::from(event.sequence),
            act: event.act,
            who: event.who,
            recorded_at: event.recorded_at,
            payload: event.payload,
            previous_hash: event.previous_hash,
            hash: event.hash,
        }
    }

    fn into_event(self) -> Result<StoredEvent, StoreError> {
        Ok(StoredEvent {
            sequence: count("event", self.sequence)?,
            act: self.act,
            who: self.who,
            recorded_at: self.recorded_at,
            payload: self.payload,
            previous_hash: self.previous_hash,
            hash: self.hash,
        })
    }
}
