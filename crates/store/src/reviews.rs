//! Imports under review, and what was rejected for good: what they are, and reading them.

use crate::columns::{count, known};
use crate::documents::{LatestVersion, SourceBytes, latest, tree_of};
use crate::error::StoreError;
use crate::registry::{Registry, registry};
use crate::store::Store;
use crate::tables::{rejection, review, review_decision};
use crate::tenant::rows_of;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::registry::Id;

const TABLE: &str = "review";

/// Where a review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewState {
    /// Proposals can be decided.
    Open,
    /// What was accepted is stored.
    Finished,
    /// Nothing of it was stored.
    Discarded,
}

impl ReviewState {
    const ALL: [ReviewState; 3] = [ReviewState::Open, ReviewState::Finished, ReviewState::Discarded];

    /// The word in storage.
    pub fn code(self) -> &'static str {
        match self {
            ReviewState::Open => "open",
            ReviewState::Finished => "finished",
            ReviewState::Discarded => "discarded",
        }
    }
}

/// What somebody has decided of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It becomes what holds.
    Accepted,
    /// It stays as it was.
    Rejected,
    /// It was rejected in an earlier import and is asked again.
    Asked,
}

impl Verdict {
    const ALL: [Verdict; 3] = [Verdict::Accepted, Verdict::Rejected, Verdict::Asked];

    /// The word in storage and events.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Accepted => "accepted",
            Verdict::Rejected => "rejected",
            Verdict::Asked => "asked",
        }
    }
}

/// A review that is about to be opened.
#[derive(Debug, Clone)]
pub struct NewReview<'a> {
    /// The stable word of the document that it would be a version of.
    pub slug: &'a str,
    /// The version that it is compared with; 0: there is none.
    pub base: u32,
    /// What was read.
    pub tree: &'a Document,
    /// The bytes that it was read from.
    pub source: &'a [u8],
    /// Who opens it.
    pub who: &'a str,
    /// When.
    pub opened_at: DateTime<Utc>,
}

/// A review in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewEntry {
    /// Running number in the municipality, from 1.
    pub number: u32,
    /// Where it stands.
    pub state: ReviewState,
    /// The stable word of the document.
    pub slug: String,
    /// The file's name.
    pub file: String,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// The body as printed; empty for none.
    pub body: String,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The version that it is compared with; 0: there is none.
    pub base: u32,
    /// Who opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// Who finished or discarded it.
    pub closed_by: Option<String>,
    /// The version of the document that holds after it, once it is finished.
    pub version: Option<u32>,
    /// How many proposals were accepted, once it is finished.
    pub accepted: u32,
    /// How many were rejected.
    pub rejected: u32,
}

/// A review with what was read. A closed one has given its document away.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// What the list tells of it.
    pub entry: ReviewEntry,
    /// The tree and the lines; `None` when it is closed.
    pub document: Option<Document>,
    /// What has been decided, by the proposal's print.
    pub verdicts: BTreeMap<String, Verdict>,
}

/// A proposal that was rejected in an earlier import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Who rejected it.
    pub who: String,
    /// When.
    pub rejected_at: DateTime<Utc>,
}

/// A review and everything that it is held against, as of one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewing {
    /// The review.
    pub review: Review,
    /// The latest version of its document, where there is one.
    pub latest: Option<LatestVersion>,
    /// What has been rejected of the document before, by the proposal's print.
    pub rejections: BTreeMap<String, Rejection>,
    /// Who there is and what the council wants.
    pub registry: Registry,
}

/// How a review ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing<'a> {
    /// Finished or discarded.
    pub state: ReviewState,
    /// Who ends it.
    pub who: &'a str,
    /// The version of the document that holds after it.
    pub version: Option<u32>,
    /// How many proposals were accepted.
    pub accepted: u32,
    /// How many were rejected.
    pub rejected: u32,
}

/// What the list tells of reviews, latest first; without bytes, tree and lines.
fn listed(municipality: Id) -> Select<review::Entity> {
    use review::Column;
    rows_of::<review::Entity>(municipality)
        .select_only()
        .columns([Column::Municipality, Column::Number, Column::Slug, Column::State, Column::File])
        .columns([Column::Kind, Column::Body, Column::Year, Column::Base])
        .columns([Column::OpenedBy, Column::OpenedAt, Column::ClosedBy, Column::Version])
        .columns([Column::Accepted, Column::Rejected])
        .expr_as(Expr::value(Vec::<u8>::new()), "source")
        .order_by_desc(Column::Number)
}

impl Store {
    /// The reviews of a municipality, latest first.
    pub async fn reviews(&self, municipality: Id) -> Result<Vec<ReviewEntry>, StoreError> {
        let query = listed(municipality).expr_as(Expr::value(""), "tree").expr_as(Expr::value(""), "lines");
        query.all(&self.db).await?.iter().map(entry).collect()
    }

    /// The open reviews of a municipality with what was read, latest first.
    pub async fn open_reviews(&self, municipality: Id) -> Result<Vec<(ReviewEntry, Document)>, StoreError> {
        use review::Column;
        let rows: Vec<review::Model> = listed(municipality)
            .columns([Column::Tree, Column::Lines])
            .filter(Column::State.eq(ReviewState::Open.code()))
            .all(&self.db)
            .await?;
        rows.iter().map(|row| Ok((entry(row)?, tree_of(&row.tree, &row.lines)?))).collect()
    }

    /// The bytes of an open review, as they came in. `None`: there is no such review.
    pub async fn review_bytes(
        &self,
        municipality: Id,
        number: u32,
    ) -> Result<Option<SourceBytes>, StoreError> {
        use review::Column;
        let row: Option<(String, Vec<u8>)> = rows_of::<review::Entity>(municipality)
            .filter(Column::Number.eq(i64::from(number)))
            .filter(Column::State.eq(ReviewState::Open.code()))
            .select_only()
            .columns([Column::File, Column::Source])
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(row.map(|(file, bytes)| SourceBytes { media_type: String::new(), file, bytes }))
    }

    /// A review with what it is held against. `None`: there is no such review.
    pub async fn reviewing(&self, municipality: Id, number: u32) -> Result<Option<Reviewing>, StoreError> {
        let db = self.snapshot().await?;
        let found = reviewing(&db, municipality, number).await?;
        db.commit().await?;
        Ok(found)
    }

    /// The registry of a municipality and what has been rejected, as of one moment.
    pub async fn registry_and_rejected(
        &self,
        municipality: Id,
    ) -> Result<Option<(Registry, Rejected)>, StoreError> {
        let db = self.snapshot().await?;
        let registry = registry(&db, municipality).await?;
        let rejected = rejected(&db, municipality).await?;
        db.commit().await?;
        Ok(registry.map(|registry| (registry, rejected)))
    }
}

pub(crate) async fn reviewing(
    db: &impl ConnectionTrait,
    municipality: Id,
    number: u32,
) -> Result<Option<Reviewing>, StoreError> {
    let query = rows_of::<review::Entity>(municipality).filter(review::Column::Number.eq(i64::from(number)));
    let Some(row) = query.one(db).await? else { return Ok(None) };
    let Some(registry) = registry(db, municipality).await? else { return Ok(None) };
    let entry = entry(&row)?;
    let document =
        if entry.state == ReviewState::Open { Some(tree_of(&row.tree, &row.lines)?) } else { None };
    Ok(Some(Reviewing {
        latest: latest(db, municipality, &row.slug).await?,
        rejections: rejections(db, municipality, &row.slug).await?,
        review: Review { verdicts: verdicts(db, municipality, number).await?, entry, document },
        registry,
    }))
}

async fn verdicts(
    db: &impl ConnectionTrait,
    municipality: Id,
    number: u32,
) -> Result<BTreeMap<String, Verdict>, StoreError> {
    use review_decision::{Column, Entity};
    let rows = rows_of::<Entity>(municipality).filter(Column::Review.eq(i64::from(number))).all(db).await?;
    let from = |word: &str| Verdict::ALL.into_iter().find(|verdict| verdict.code() == word);
    rows.into_iter().map(|row| Ok((row.proposal, known("review_decision", &row.verdict, from)?))).collect()
}

pub(crate) async fn rejections(
    db: &impl ConnectionTrait,
    municipality: Id,
    slug: &str,
) -> Result<BTreeMap<String, Rejection>, StoreError> {
    let query = rows_of::<rejection::Entity>(municipality).filter(rejection::Column::Slug.eq(slug));
    let rows = query.all(db).await?.into_iter();
    let told = |row: rejection::Model| Rejection { who: row.who, rejected_at: row.rejected_at };
    Ok(rows.map(|row| (row.proposal.clone(), told(row))).collect())
}

/// The prints of all proposals that have been rejected.
pub type Rejected = BTreeSet<String>;

/// What has been rejected of all documents.
pub(crate) async fn rejected(db: &impl ConnectionTrait, municipality: Id) -> Result<Rejected, StoreError> {
    let rows = rows_of::<rejection::Entity>(municipality).all(db).await?;
    Ok(rows.into_iter().map(|row| row.proposal).collect())
}

fn entry(row: &review::Model) -> Result<ReviewEntry, StoreError> {
    let state = |word: &str| ReviewState::ALL.into_iter().find(|state| state.code() == word);
    Ok(ReviewEntry {
        number: count(TABLE, row.number)?,
        state: known(TABLE, &row.state, state)?,
        slug: row.slug.clone(),
        file: row.file.clone(),
        kind: known(TABLE, &row.kind, DocumentKind::from_code)?,
        body: row.body.clone(),
        year: row.year,
        base: count(TABLE, row.base)?,
        opened_by: row.opened_by.clone(),
        opened_at: row.opened_at,
        closed_by: row.closed_by.clone(),
        version: row.version.map(|version| count(TABLE, version)).transpose()?,
        accepted: count(TABLE, row.accepted)?,
        rejected: count(TABLE, row.rejected)?,
    })
}
