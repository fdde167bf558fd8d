//! Everything that is kept of one municipality, latest versions, in few queries.

use crate::columns::count;
use crate::documents::tree_of;
use crate::error::StoreError;
use crate::events::{Head, head};
use crate::finding_marks::finding_marks;
use crate::overruled::{Unsupported, held_texts, overruled};
use crate::registry::registry;
use crate::store::Store;
use crate::tables::{claim, document, document_version, fact, fact_claim};
use crate::tenant::{id, rows_of};
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use uppsikt_domain::claim::Claim;
use uppsikt_domain::fact::Fact;
use uppsikt_domain::finding_mark::FindingMarks;
use uppsikt_domain::registry::{CityData, Id, StoredDocument};
use uuid::Uuid;

/// What is kept of a municipality, and the event that it is dated by.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The last event when it was loaded. `None`: nothing has been done yet.
    pub head: Option<Head>,
    /// What is kept.
    pub data: CityData,
    /// What people have said of its findings.
    pub marks: FindingMarks,
}

impl Store {
    /// Everything that is kept of a municipality, latest versions, as of one moment.
    /// `None`: there is no such municipality.
    pub async fn load(&self, municipality: Id) -> Result<Option<Loaded>, StoreError> {
        let db = self.snapshot().await?;
        let Some(registry) = registry(&db, municipality).await? else { return Ok(None) };
        let loaded = Loaded {
            head: head(&db, municipality).await?,
            marks: finding_marks(&db, municipality).await?,
            data: CityData {
                documents: documents(&db, municipality).await?,
                municipality: registry.municipality,
                goal_areas: registry.goal_areas,
                goals: registry.goals,
                budget_areas: registry.budget_areas,
                goal_statuses: registry.goal_statuses,
                lineage: registry.lineage,
                decisions: registry.decisions.into_iter().map(|row| row.decision).collect(),
            },
        };
        db.commit().await?;
        Ok(Some(loaded))
    }
}

type TreeRow = (Uuid, i64, DateTime<Utc>, String, String);

async fn documents(db: &impl ConnectionTrait, of: Id) -> Result<Vec<StoredDocument>, StoreError> {
    let mut slugs: HashMap<Uuid, String> =
        rows_of::<document::Entity>(of).all(db).await?.into_iter().map(|row| (row.id, row.slug)).collect();
    let mut claims = claims(db, of).await?;
    let (mut facts, unsupported) = facts(db, of).await?;
    let mut overruled = overruled(db, of, &unsupported).await?;
    let mut held = held_texts(db, of, unsupported).await?;
    let mut documents = Vec::new();
    for (document, number, recorded_at, tree, lines) in trees(db, of).await? {
        documents.push(StoredDocument {
            id: id(document),
            slug: slugs.remove(&document).unwrap_or_default(),
            version: count("document_version", number)?,
            recorded_at,
            document: Arc::new(tree_of(&tree, &lines)?),
            claims: claims.remove(&document).unwrap_or_default(),
            facts: facts.remove(&document).unwrap_or_default(),
            held_texts: held.remove(&document).unwrap_or_default(),
            overruled: overruled.remove(&document).unwrap_or_default(),
        });
    }
    documents.sort_by_cached_key(in_order);
    Ok(documents)
}

fn in_order(
    stored: &StoredDocument,
) -> (Option<i32>, uppsikt_domain::document::DocumentKind, Option<String>, String) {
    let document = &stored.document;
    let body = document.body.as_ref().map(|body| body.text.clone());
    (document.year, document.kind, body, stored.slug.clone())
}

async fn trees(db: &impl ConnectionTrait, of: Id) -> Result<Vec<TreeRow>, StoreError> {
    use document_version::{Column, Entity};
    let latest = Entity::belongs_to(document::Entity)
        .from((Column::Municipality, Column::Document, Column::Number))
        .to((document::Column::Municipality, document::Column::Id, document::Column::Latest));
    let query = rows_of::<Entity>(of).join(JoinType::InnerJoin, latest.into()).select_only();
    let query =
        query.columns([Column::Document, Column::Number, Column::RecordedAt, Column::Tree, Column::Lines]);
    Ok(query.into_tuple().all(db).await?)
}

async fn claims(db: &impl ConnectionTrait, of: Id) -> Result<HashMap<Uuid, Vec<Claim>>, StoreError> {
    use claim::{Column, Entity};
    let latest = Entity::belongs_to(document::Entity)
        .from((Column::Municipality, Column::Document, Column::Version))
        .to((document::Column::Municipality, document::Column::Id, document::Column::Latest));
    let query = rows_of::<Entity>(of).join(JoinType::InnerJoin, latest.into());
    let rows = query.order_by_asc(Column::Document).order_by_asc(Column::Number).all(db).await?;
    let mut claims: HashMap<Uuid, Vec<Claim>> = HashMap::new();
    for row in rows {
        claims.entry(row.document).or_default().push(row.into_claim()?);
    }
    Ok(claims)
}

async fn facts(
    db: &impl ConnectionTrait,
    of: Id,
) -> Result<(HashMap<Uuid, Vec<Fact>>, Vec<Unsupported>), StoreError> {
    let rows = rows_of::<fact::Entity>(of).filter(fact::Column::ToVersion.is_null()).all(db).await?;
    let mut support = support(db, of).await?;
    let mut facts: HashMap<Uuid, Vec<Fact>> = HashMap::new();
    let mut unsupported = Vec::new();
    for row in rows {
        let (document, id) = (row.document, row.id);
        let supported = support.remove(&id).unwrap_or_default();
        let fact = Fact { claims: supported.by, contradicted_by: supported.not_by, ..row.into_fact()? };
        if fact.claims.is_empty() {
            unsupported.push((document, id, fact.key.clone()));
        }
        facts.entry(document).or_default().push(fact);
    }
    facts.values_mut().for_each(|facts| facts.sort_by(|a, b| a.key.cmp(&b.key)));
    unsupported.sort();
    Ok((facts, unsupported))
}

#[derive(Default)]
struct Support {
    by: Vec<u32>,
    not_by: Vec<u32>,
}

async fn support(db: &impl ConnectionTrait, of: Id) -> Result<BTreeMap<Uuid, Support>, StoreError> {
    use fact_claim::{Column, Entity};
    let latest: RelationDef = Entity::belongs_to(document::Entity)
        .from((Column::Municipality, Column::Document, Column::Version))
        .to((document::Column::Municipality, document::Column::Id, document::Column::Latest))
        .into();
    let query = rows_of::<Entity>(of).join(JoinType::InnerJoin, latest).select_only();
    let query = query.columns([Column::Fact, Column::Claim, Column::Contradicts]).order_by_asc(Column::Claim);
    let rows: Vec<(Uuid, i64, bool)> = query.into_tuple().all(db).await?;
    let mut support: BTreeMap<Uuid, Support> = BTreeMap::new();
    for (fact, claim, contradicts) in rows {
        let of_fact = support.entry(fact).or_default();
        let side = if contradicts { &mut of_fact.not_by } else { &mut of_fact.by };
        side.push(count("fact_claim", claim)?);
    }
    Ok(support)
}
