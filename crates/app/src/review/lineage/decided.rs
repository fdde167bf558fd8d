//! What has been decided of what continues as what, out of the events.

use super::{lasting, related};
use crate::review::{relate, unrelate};
use crate::uppsikt::{AppError, Uppsikt};
use chrono::{DateTime, Utc};
use serde_json::Value;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::registry::{Id, LineageEdge};
use uppsikt_messages::Message;
use uppsikt_store::{Rejected, StoredEvent};

/// The acts that tell of it.
pub(crate) const ACTS: [&str; 2] = [relate::ACT, unrelate::ACT];

/// What somebody has said of a proposal, and what still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The proposal's print.
    pub print: String,
    /// What kind of thing.
    pub kind: Lasting,
    /// Its name before.
    pub was: String,
    /// Its name since.
    pub is: String,
    /// The year in which the new name came.
    pub year: i32,
    /// The edge that was written. `None`: it was said that the name is another thing.
    pub edge: Option<LineageEdge>,
    /// Who said it.
    pub who: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

impl Decided {
    /// What kind of thing, in words.
    pub fn lasting(&self) -> Message {
        lasting(self.kind)
    }

    /// What was said, in words.
    pub fn said(&self) -> Message {
        match &self.edge {
            Some(edge) => related(edge.relation),
            None => Message::new("web-review-relation-new"),
        }
    }
}

/// The decisions that hold, latest first.
pub(crate) fn decided(events: &[StoredEvent], edges: &[LineageEdge], rejected: &Rejected) -> Vec<Decided> {
    let mut found: Vec<Decided> = Vec::new();
    for event in events {
        let Ok(payload) = serde_json::from_str::<Value>(&event.payload) else { continue };
        let Some(print) = payload["proposal"].as_str() else { continue };
        found.retain(|it| it.print != print);
        if event.act == relate::ACT {
            found.extend(one(event, &payload, edges));
        }
    }
    found.retain(|it| it.edge.is_some() || rejected.contains(&it.print));
    found.reverse();
    found
}

/// A decision. `None` when its edge is not there any more, or when it was recorded before events told of
/// identities.
fn one(event: &StoredEvent, payload: &Value, edges: &[LineageEdge]) -> Option<Decided> {
    let text = |name: &str| payload[name].as_str().map(str::to_owned);
    let identity = |name: &str| u128::from_str_radix(payload[name].as_str()?, 16).ok().map(Id);
    let kind = Lasting::from_code(payload["kind"].as_str()?)?;
    let year = i32::try_from(payload["year"].as_i64()?).ok()?;
    let edge = match Relation::from_code(payload["relation"].as_str()?) {
        None => None,
        Some(relation) => {
            let ends = (identity("from")?, identity("to"));
            let is_it = |edge: &&LineageEdge| {
                (edge.from, edge.to) == ends
                    && (edge.kind, edge.relation, edge.year) == (kind, relation, year)
            };
            Some(edges.iter().find(is_it)?.clone())
        }
    };
    Some(Decided {
        print: text("proposal")?,
        kind,
        was: text("was")?,
        is: text("is")?,
        year,
        edge,
        who: event.who.clone(),
        recorded_at: event.recorded_at,
    })
}

impl Uppsikt {
    /// What has been decided of what continues as what and still holds, latest first.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn decided_lineage(&self, municipality: Id) -> Result<Vec<Decided>, AppError> {
        let events = self.store().events_of_acts(municipality, &ACTS).await?;
        let found = self.store().registry_and_rejected(municipality).await?;
        Ok(found
            .map(|(registry, rejected)| decided(&events, &registry.lineage, &rejected))
            .unwrap_or_default())
    }
}
