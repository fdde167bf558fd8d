//! Storing a document that has been read.

use super::difference::{self, Diff, Printed, Proposal, Settled};
use super::enrol::{Enrolment, body_of};
use super::slug::document_slug;
use super::weighed::{InForce, Weighed};
use crate::act::{ActError, refused};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uppsikt_domain::claim::claims_of;
use uppsikt_domain::document::{Document, Source};
use uppsikt_domain::fact::Fact;
use uppsikt_domain::lineage::Lasting;
use uppsikt_domain::registry::Id;
use uppsikt_domain::structure::Structure;
use uppsikt_store::{LatestVersion, NewEvent, NewVersion, Registry, Store, StoreError, Write, sha256_hex};
use uppsikt_text::compare;

/// The act, as it stands in events.
pub const ACT: &str = "document.import";

/// The program, as it stands beside what it has read.
pub(crate) const PROGRAM: &str = concat!("uppsikt ", env!("CARGO_PKG_VERSION"));

/// What is to be stored.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// Whose document it is.
    pub municipality: Id,
    /// What was read.
    pub document: &'a Document,
    /// The bytes that it was read from.
    pub bytes: &'a [u8],
    /// What belongs to the municipality.
    pub structure: &'a Structure,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The first version of a document.
    New,
    /// A newer version of a document.
    NewVersion,
    /// A version that is kept and not in force: the one that is in force is later.
    Earlier,
    /// The same text as the version in force, in another form.
    OtherForm,
    /// The same bytes, read the same, are stored already.
    Unchanged,
}

impl Outcome {
    /// The word in events.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::New => "new",
            Outcome::NewVersion => "new_version",
            Outcome::Earlier => "earlier",
            Outcome::OtherForm => "other_form",
            Outcome::Unchanged => "unchanged",
        }
    }
}

/// What an import came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The document's stable word in addresses.
    pub slug: String,
    /// The version that the bytes are, from 1.
    pub version: u32,
    /// What became of it.
    pub outcome: Outcome,
    /// Which version is in force now and why, where there was another one.
    pub in_force: Option<InForce>,
    /// What differs from the version before.
    pub diff: Diff,
    /// Names of bodies that the registry lacked.
    pub bodies_added: Vec<String>,
    /// Names of goal areas that the registry lacked.
    pub goal_areas_added: Vec<String>,
    /// Wordings of goals that the registry lacked.
    pub goals_added: Vec<String>,
    /// Names of budget areas that the registry lacked.
    pub budget_areas_added: Vec<String>,
}

/// Stores a document: a version with its claims, and the facts that differ from the
/// version before. Bytes that are stored already change nothing. What was rejected in a review
/// stays rejected. A file that says that it is earlier than the one in force, and the same text
/// in another form of which no more is understood, are kept as versions that are not in force.
///
/// Refused for a kind that was not recognised, for a document without the body, year or
/// number that says which one it is, and to those who may not import.
pub async fn import(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    import: Import<'_>,
) -> Result<Imported, ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(import.municipality).await?;
    let registry = write.registry().await?.ok_or_else(|| refused("act-municipality-missing"))?;
    let slug = slug_in(&registry, import.document)?;
    let latest = write.latest(&slug).await?;
    if let Some(version) = stored_already(&write, latest.as_ref(), &import).await? {
        return Ok(unchanged(slug, version));
    }
    let rejections = write.rejections(&slug).await?;
    let rejected = |proposal: &Proposal<'_>| rejections.contains_key(proposal.decided_by());
    let enrolment = Enrolment::new(&write, outside, registry);
    let weighed = latest.as_ref().map(|held| Weighed::of(&held.tree, import.document, import.structure));
    let storing = Storing { write: &write, outside, import, latest, slug };
    let stored = match &weighed {
        Some(weighed) if !weighed.takes_over() => storing.keep_aside(weighed).await?,
        weighed => storing.store(enrolment, rejected).await?.weighed(weighed.as_ref()),
    };
    let event = NewEvent {
        act: ACT,
        who: actor.name.clone(),
        recorded_at: outside.now(),
        payload: payload(&stored.imported, &stored.sha256),
    };
    write.record(event).await?;
    Ok(stored.imported)
}

/// The stable word that a document has or would get.
pub(crate) fn slug_in(registry: &Registry, document: &Document) -> Result<String, ActError> {
    let body = body_of(registry, document);
    document_slug(document, body.as_ref()).map_err(ActError::Refused)
}

/// The version that the same bytes are already. The latest version counts only if it was
/// also read the same: a program or a house style that reads better gives a new version.
pub(crate) async fn stored_already(
    write: &Write,
    latest: Option<&LatestVersion>,
    import: &Import<'_>,
) -> Result<Option<u32>, StoreError> {
    let Some(latest) = latest else { return Ok(None) };
    let sha256 = sha256_hex(import.bytes);
    if latest.sha256 == sha256 {
        return Ok(reads_the_same(&latest.tree, import.document).then_some(latest.number));
    }
    write.version_of_bytes(latest.document, &sha256).await
}

pub(crate) fn reads_the_same(held: &Document, read: &Document) -> bool {
    let without_source = |document: &Document| Document { source: Source::default(), ..document.clone() };
    without_source(held) == without_source(read)
}

pub(crate) fn unchanged(slug: String, version: u32) -> Imported {
    Imported {
        slug,
        version,
        outcome: Outcome::Unchanged,
        in_force: None,
        diff: Diff::default(),
        bodies_added: Vec::new(),
        goal_areas_added: Vec::new(),
        goals_added: Vec::new(),
        budget_areas_added: Vec::new(),
    }
}

/// The storing of a version inside a change.
pub(crate) struct Storing<'a> {
    pub write: &'a Write,
    pub outside: &'a Outside,
    pub import: Import<'a>,
    pub latest: Option<LatestVersion>,
    pub slug: String,
}

/// What was stored.
pub(crate) struct Stored {
    pub imported: Imported,
    pub sha256: String,
    pub document: Id,
}

impl Stored {
    /// With why it is in force.
    fn weighed(mut self, weighed: Option<&Weighed>) -> Stored {
        let version = self.imported.version;
        self.imported.in_force = weighed.map(|weighed| InForce { version, why: weighed.why() });
        if let Some(Weighed::OtherForm { .. }) = weighed {
            self.imported.outcome = Outcome::OtherForm;
        }
        self
    }
}

impl Storing<'_> {
    /// Keeps the version with what it prints; what is in force stays.
    async fn keep_aside(&self, weighed: &Weighed) -> Result<Stored, ActError> {
        let latest = self.latest.as_ref().ok_or_else(|| refused("act-import-unknown-kind"))?;
        let version = NewVersion { is_in_force: false, ..self.version(latest.document) };
        let claims = claims_of(self.import.document);
        let sha256 = self.write.add_version(&version, &claims).await?;
        let outcome =
            if matches!(weighed, Weighed::Earlier(_)) { Outcome::Earlier } else { Outcome::OtherForm };
        let in_force = Some(InForce { version: latest.number, why: weighed.why() });
        let imported = Imported { outcome, in_force, ..unchanged(self.slug.clone(), version.number) };
        Ok(Stored { imported, sha256, document: latest.document })
    }

    /// What is to be stored of a document, as its next version.
    fn version(&self, document: Id) -> NewVersion<'_> {
        NewVersion {
            document,
            number: self.latest.as_ref().map_or(1, |latest| latest.last + 1),
            is_in_force: true,
            tree: self.import.document,
            source: self.import.bytes,
            program: PROGRAM,
            recorded_at: self.outside.now(),
        }
    }

    /// Stores the version and the facts, but for what is rejected: that stays as it was.
    pub async fn store(
        &self,
        mut enrolment: Enrolment<'_>,
        rejected: impl Fn(&Proposal<'_>) -> bool,
    ) -> Result<Stored, StoreError> {
        let structure = self.import.structure;
        let read = Printed::of(self.import.document, structure);
        let before = self.latest.as_ref().map(|latest| Printed::of(&latest.tree, structure));
        let held = self.latest.as_ref().map_or(&[][..], |latest| &latest.facts);
        let settled = difference::compare(&self.slug, held, &read, before.as_ref()).settle(rejected);
        let body = enrolment.body(self.import.document).await?;
        enrolment.goals_of(self.import.document, &settled.diff.rejected).await?;
        let rejected = &settled.diff.rejected;
        let of_areas = read.facts.iter().filter(|fact| fact.key.what == Lasting::BudgetArea.code());
        let wanted: BTreeSet<String> = of_areas
            .filter(|fact| !rejected.contains(&fact.key))
            .map(|fact| compare::normalized(&fact.key.of))
            .collect();
        let has_amount = |name: &str| wanted.contains(&compare::normalized(name));
        enrolment.budget_areas_of(self.import.document, body.as_ref(), has_amount).await?;
        let document = match &self.latest {
            Some(latest) => latest.document,
            None => self.add_document(&self.slug, body.map(|row| row.id)).await?,
        };
        let version = self.version(document);
        let number = version.number;
        let sha256 = self.write.add_version(&version, &read.claims).await?;
        let imported = Imported {
            outcome: if number == 1 { Outcome::New } else { Outcome::NewVersion },
            diff: self.store_facts(&version, settled).await?,
            bodies_added: enrolment.bodies,
            goal_areas_added: enrolment.goal_areas,
            goals_added: enrolment.goals,
            budget_areas_added: enrolment.budget_areas,
            ..unchanged(self.slug.clone(), number)
        };
        Ok(Stored { imported, sha256, document })
    }

    async fn add_document(&self, slug: &str, body: Option<Id>) -> Result<Id, StoreError> {
        let id = self.outside.new_id();
        let document = self.import.document;
        self.write.add_document(id, slug, document.kind, body, document.year).await?;
        Ok(id)
    }

    async fn store_facts(&self, new: &NewVersion<'_>, found: Settled<'_>) -> Result<Diff, StoreError> {
        self.write.end_facts(&found.ended, new.number - 1).await?;
        let added: Vec<(Id, &Fact)> =
            found.added.into_iter().map(|fact| (self.outside.new_id(), fact)).collect();
        self.write.add_facts(new.document, new.number, &added).await?;
        self.write.add_support(new.document, new.number, &added).await?;
        self.write.add_support(new.document, new.number, &found.kept).await?;
        self.write.add_objections(new.document, new.number, &found.against).await?;
        Ok(found.diff)
    }
}

pub(crate) fn payload(imported: &Imported, sha256: &str) -> Value {
    let diff = &imported.diff;
    json!({
        "document": imported.slug,
        "version": imported.version,
        "outcome": imported.outcome.code(),
        "in_force": imported.in_force.as_ref().map_or(imported.version, |it| it.version),
        "sha256": sha256,
        "facts": {
            "new": diff.new.len(),
            "same": diff.same,
            "different": diff.different.len(),
            "gone": diff.gone.len(),
            "rejected": diff.rejected.len(),
        },
        "bodies_added": imported.bodies_added,
        "goal_areas_added": imported.goal_areas_added,
        "goals_added": imported.goals_added,
        "budget_areas_added": imported.budget_areas_added,
    })
}
