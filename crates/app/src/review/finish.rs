//! Ending a review by storing what was accepted.

use super::lineage::LineageRow;
use super::open_review;
use super::view::{ReviewView, Standing, review_view, standing};
use crate::act::ActError;
use crate::city::City;
use crate::document::difference::Proposal;
use crate::document::enrol::Enrolment;
use crate::document::import::{Import, Imported, Storing, payload, reads_the_same, unchanged};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use std::collections::BTreeSet;
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::Id;
use uppsikt_messages::Message;
use uppsikt_store::{Closing, NewEvent, ReviewState, Reviewing, Store, Write, sha256_hex};

/// The act, as it stands in events.
pub const ACT: &str = "document.review.finished";

/// The act of holding a review against a newer version of the document.
pub const COMPARED: &str = "document.review.compared";

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finished {
    /// What was accepted is stored.
    Stored(Box<Imported>),
    /// The document has a newer version since the review was opened: look again.
    ComparedAnew,
}

/// Stores a version of the document with what was accepted. What was rejected stays as it was
/// and is remembered, so that the same proposal is not asked again.
///
/// Refused while a proposal is not decided, when the review is closed, and to those who may not import.
pub async fn finish(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    (city, number): (&City, u32),
) -> Result<Finished, ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(city.data.municipality.id).await?;
    let (reviewing, document) = open_review(&write, number).await?;
    let finishing = Finishing { write: &write, outside, actor, reviewing: &reviewing, document: &document };
    let (finished, act, payload) = if finishing.moved() {
        (Finished::ComparedAnew, COMPARED, finishing.compare_anew().await?)
    } else {
        let (imported, payload) = finishing.store(city).await?;
        (Finished::Stored(Box::new(imported)), ACT, payload)
    };
    let event = NewEvent { act, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(finished)
}

struct Finishing<'a> {
    write: &'a Write,
    outside: &'a Outside,
    actor: &'a Actor,
    reviewing: &'a Reviewing,
    document: &'a Document,
}

impl Finishing<'_> {
    fn latest(&self) -> u32 {
        self.reviewing.latest.as_ref().map_or(0, |latest| latest.number)
    }

    fn moved(&self) -> bool {
        self.latest() != self.reviewing.review.entry.base
    }

    async fn compare_anew(&self) -> Result<serde_json::Value, ActError> {
        let entry = &self.reviewing.review.entry;
        self.write.rebase_review(entry.number, self.latest()).await?;
        Ok(json!({ "review": entry.number, "document": entry.slug, "base": self.latest() }))
    }

    /// What other documents of the year call goals and areas.
    fn said_elsewhere(&self, city: &City) -> Vec<String> {
        let slug = &self.reviewing.review.entry.slug;
        let year = self.document.year.unwrap_or_default();
        let others = city.documents_in(year).filter(|stored| stored.slug != *slug);
        let keys = others.flat_map(|stored| &stored.facts).map(|fact| &fact.key);
        let names = keys.filter(|key| key.what == "goal" || key.what == "goal_area");
        names.map(|key| key.of.clone()).collect()
    }

    async fn store(&self, city: &City) -> Result<(Imported, serde_json::Value), ActError> {
        let entry = &self.reviewing.review.entry;
        let view = review_view(self.reviewing, Some(self.document), city);
        if view.counts.open > 0 {
            let open = Message::new("act-review-undecided").with("count", view.counts.open);
            return Err(ActError::Refused(open));
        }
        let bytes = self.write.review_source(entry.number).await?;
        let import = Import {
            municipality: self.write.municipality(),
            document: self.document,
            bytes: &bytes,
            structure: &city.structure,
        };
        let rejected: BTreeSet<&str> = view
            .standings()
            .iter()
            .filter(|it| it.standing == Standing::Rejected)
            .map(|it| it.print)
            .collect();
        let (imported, sha256, document) = match self.nothing_new(&bytes, view.counts.accepted) {
            Some((document, version)) => {
                (unchanged(entry.slug.clone(), version), sha256_hex(&bytes), document)
            }
            None => self.store_version(import, (&view, city)).await?,
        };
        let prints = view.groups.iter().flat_map(|group| &group.rows).map(|row| &row.print);
        for print in prints.chain(view.lineage.iter().map(|row| &row.print)) {
            if rejected.contains(print.as_str()) {
                let (who, now) = (&self.actor.name, self.outside.now());
                self.write.put_rejection(print, &entry.slug, document, who, now).await?;
            } else if self.reviewing.rejections.contains_key(print) {
                self.write.forget_rejection(print).await?;
            }
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let closing = Closing {
            state: ReviewState::Finished,
            who: &self.actor.name,
            version: Some(imported.version),
            accepted: count(view.counts.accepted),
            rejected: count(view.counts.rejected),
        };
        self.write.close_review(entry.number, &closing).await?;
        let mut payload = payload(&imported, &sha256);
        payload["review"] = json!(entry.number);
        payload["accepted"] = json!(view.counts.accepted);
        payload["rejected"] = json!(rejected);
        Ok((imported, payload))
    }

    /// The version that holds, when the same bytes, read the same, are it already and nothing
    /// more was accepted.
    fn nothing_new(&self, bytes: &[u8], accepted: usize) -> Option<(Id, u32)> {
        let latest = self.reviewing.latest.as_ref()?;
        let same = latest.sha256 == sha256_hex(bytes) && reads_the_same(&latest.tree, self.document);
        (same && accepted == 0).then_some((latest.document, latest.number))
    }

    async fn store_version(
        &self,
        import: Import<'_>,
        (view, city): (&ReviewView, &City),
    ) -> Result<(Imported, String, Id), ActError> {
        let accepted = view.lineage.iter().filter(|row| row.standing == Standing::Accepted);
        let enrolment = Enrolment::new(self.write, self.outside, self.reviewing.registry.clone())
            .with_lineage(accepted.map(LineageRow::continuing).collect(), &self.actor.name)
            .beside(self.said_elsewhere(city));
        let (latest, slug) = (self.reviewing.latest.clone(), self.reviewing.review.entry.slug.clone());
        let storing = Storing { write: self.write, outside: self.outside, import, latest, slug };
        let keeps_out = |proposal: &Proposal<'_>| {
            let standing = standing(self.reviewing, proposal.decided_by());
            matches!(standing, Standing::Rejected | Standing::RejectedBefore)
        };
        let stored = storing.store(enrolment, keeps_out).await?;
        Ok((stored.imported, stored.sha256, stored.document))
    }
}
