//! What holds of documents although their latest versions say otherwise: that was rejected in
//! reviews.

use crate::columns::count;
use crate::documents::tree_of;
use crate::error::StoreError;
use crate::tables::{claim, document_version, fact_claim, rejection};
use crate::tenant::rows_of;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::FactKey;
use uppsikt_domain::overruled::Overruled;
use uppsikt_domain::registry::{HeldText, Id};
use uuid::Uuid;

/// The document and the identity of a fact that its latest version does not print, and its key.
pub(crate) type Unsupported = (Uuid, Uuid, FactKey);

/// As many facts are asked for at once.
const AT_ONCE: usize = 500;

/// What was rejected of documents, and what holds instead with the versions that print it. There
/// is as much as somebody has rejected.
pub(crate) async fn overruled(
    db: &impl ConnectionTrait,
    of: Id,
    unsupported: &[Unsupported],
) -> Result<HashMap<Uuid, Overruled>, StoreError> {
    let mut found: HashMap<Uuid, Overruled> = HashMap::new();
    for row in rows_of::<rejection::Entity>(of).all(db).await? {
        found.entry(row.document).or_default().rejected.insert(row.proposal);
    }
    let last = last_versions(db, of, unsupported).await?;
    for (document, fact, key) in unsupported {
        let Some(version) = last.get(fact) else { continue };
        let number = count("fact_claim", *version)?;
        let overruled = found.entry(*document).or_default();
        overruled.held.push((key.clone(), number));
        if let Entry::Vacant(place) = overruled.versions.entry(number)
            && let Some(tree) = version_tree(db, of, (*document, *version)).await?
        {
            place.insert(Arc::new(tree));
        }
    }
    Ok(found)
}

/// The last version that supports each fact.
async fn last_versions(
    db: &impl ConnectionTrait,
    of: Id,
    unsupported: &[Unsupported],
) -> Result<BTreeMap<Uuid, i64>, StoreError> {
    use fact_claim::{Column, Entity};
    let mut last: BTreeMap<Uuid, i64> = BTreeMap::new();
    for some in unsupported.chunks(AT_ONCE) {
        let rows: Vec<(Uuid, i64)> = rows_of::<Entity>(of)
            .filter(Column::Fact.is_in(some.iter().map(|(_, fact, _)| *fact)))
            .filter(Column::Contradicts.eq(false))
            .select_only()
            .columns([Column::Fact, Column::Version])
            .into_tuple()
            .all(db)
            .await?;
        for (fact, version) in rows {
            let held = last.entry(fact).or_insert(version);
            *held = version.max(*held);
        }
    }
    Ok(last)
}

async fn version_tree(
    db: &impl ConnectionTrait,
    of: Id,
    (document, version): (Uuid, i64),
) -> Result<Option<Document>, StoreError> {
    use document_version::{Column, Entity};
    let row: Option<(String, String)> = rows_of::<Entity>(of)
        .filter(Column::Document.eq(document))
        .filter(Column::Number.eq(version))
        .select_only()
        .columns([Column::Tree, Column::Lines])
        .into_tuple()
        .one(db)
        .await?;
    row.map(|(tree, lines)| tree_of(&tree, &lines)).transpose()
}

/// The words of texts as the last version that supports them prints them. There are as many as
/// changes of words that somebody has rejected.
pub(crate) async fn held_texts(
    db: &impl ConnectionTrait,
    of: Id,
    unsupported: Vec<Unsupported>,
) -> Result<HashMap<Uuid, Vec<HeldText>>, StoreError> {
    let mut held: HashMap<Uuid, Vec<HeldText>> = HashMap::new();
    let texts = unsupported.into_iter().filter(|(.., key)| key.what == Subject::Text.code());
    for (document, fact, key) in texts {
        let supports: Vec<(i64, i64)> = rows_of::<fact_claim::Entity>(of)
            .filter(fact_claim::Column::Fact.eq(fact))
            .filter(fact_claim::Column::Contradicts.eq(false))
            .select_only()
            .columns([fact_claim::Column::Version, fact_claim::Column::Claim])
            .order_by_desc(fact_claim::Column::Version)
            .into_tuple()
            .all(db)
            .await?;
        let Some((version, _)) = supports.first().copied() else { continue };
        let claims = supports.iter().filter(|(of, _)| *of == version).map(|(_, claim)| *claim);
        let rows = rows_of::<claim::Entity>(of)
            .filter(claim::Column::Document.eq(document))
            .filter(claim::Column::Version.eq(version))
            .filter(claim::Column::Number.is_in(claims))
            .order_by_asc(claim::Column::Number)
            .all(db)
            .await?;
        let paragraphs = rows.into_iter().map(|row| row.wording).collect();
        let text = HeldText { key, version: count("fact_claim", version)?, paragraphs };
        held.entry(document).or_default().push(text);
    }
    Ok(held)
}
