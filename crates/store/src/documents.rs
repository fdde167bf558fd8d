//! Documents, their versions, claims and facts: reading and adding.

use crate::columns::{count, from_json, to_json};
use crate::error::StoreError;
use crate::events::{kept, sha256_hex};
use crate::insert::{insert, insert_all};
use crate::store::Store;
use crate::tables::{claim, document, document_version, fact, fact_claim};
use crate::tenant::{id, rows_of, update_of, uuid};
use crate::write::Write;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};
use uppsikt_domain::claim::Claim;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::fact::Fact;
use uppsikt_domain::registry::Id;
use uuid::Uuid;

/// A version that is about to be added.
#[derive(Debug, Clone)]
pub struct NewVersion<'a> {
    /// The document that it is a version of.
    pub document: Id,
    /// Its number, from 1.
    pub number: u32,
    /// Whether it becomes the latest version, whose facts hold.
    pub is_in_force: bool,
    /// The tree and the lines.
    pub tree: &'a Document,
    /// The bytes that were read.
    pub source: &'a [u8],
    /// The program that read them ("uppsikt 0.1.0").
    pub program: &'a str,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// A version in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionEntry {
    /// Its number, from 1.
    pub number: u32,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// "text/plain" or "text/markdown".
    pub media_type: String,
    /// The file's name.
    pub file: String,
    /// The program that read it.
    pub program: String,
    /// When it was stored.
    pub recorded_at: DateTime<Utc>,
}

/// The bytes of a version as they came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceBytes {
    /// "text/plain" or "text/markdown". Empty in a review.
    pub media_type: String,
    /// The file's name.
    pub file: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A fact that holds, with its identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFact {
    /// The identity.
    pub id: Id,
    /// The fact. Its claims are not looked up.
    pub fact: Fact,
}

/// The latest version of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct LatestVersion {
    /// The identity of the document.
    pub document: Id,
    /// The number of the version.
    pub number: u32,
    /// The highest number of a version, in force or not.
    pub last: u32,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The tree and the lines.
    pub tree: Document,
    /// The facts that hold.
    pub facts: Vec<HeldFact>,
}

impl Store {
    /// The versions of a document, oldest first. Empty: there is no such document.
    pub async fn document_versions(
        &self,
        municipality: Id,
        slug: &str,
    ) -> Result<Vec<VersionEntry>, StoreError> {
        use document_version::Column;
        let Some(document) = by_slug(&self.db, municipality, slug).await? else { return Ok(Vec::new()) };
        let rows: Vec<VersionRow> = rows_of::<document_version::Entity>(municipality)
            .filter(Column::Document.eq(document.id))
            .select_only()
            .columns([Column::Number, Column::Sha256, Column::MediaType, Column::File])
            .columns([Column::Program, Column::RecordedAt])
            .order_by_asc(Column::Number)
            .into_tuple()
            .all(&self.db)
            .await?;
        rows.into_iter().map(entry).collect()
    }

    /// The bytes of a version of a document, as they came in.
    pub async fn source_bytes(
        &self,
        municipality: Id,
        slug: &str,
        number: u32,
    ) -> Result<Option<SourceBytes>, StoreError> {
        use document_version::Column;
        let Some(document) = by_slug(&self.db, municipality, slug).await? else { return Ok(None) };
        let row: Option<(String, String, Vec<u8>)> = rows_of::<document_version::Entity>(municipality)
            .filter(Column::Document.eq(document.id))
            .filter(Column::Number.eq(i64::from(number)))
            .select_only()
            .columns([Column::MediaType, Column::File, Column::Source])
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(row.map(|(media_type, file, bytes)| SourceBytes { media_type, file, bytes }))
    }
}

impl Store {
    /// A version of a document as it was read. `None`: there is no such version.
    pub async fn document_tree(
        &self,
        municipality: Id,
        slug: &str,
        number: u32,
    ) -> Result<Option<Document>, StoreError> {
        use document_version::Column;
        let Some(document) = by_slug(&self.db, municipality, slug).await? else { return Ok(None) };
        let row: Option<(String, String)> = rows_of::<document_version::Entity>(municipality)
            .filter(Column::Document.eq(document.id))
            .filter(Column::Number.eq(i64::from(number)))
            .select_only()
            .columns([Column::Tree, Column::Lines])
            .into_tuple()
            .one(&self.db)
            .await?;
        row.map(|(tree, lines)| tree_of(&tree, &lines)).transpose()
    }
}

type VersionRow = (i64, String, String, String, String, DateTime<Utc>);

fn entry(row: VersionRow) -> Result<VersionEntry, StoreError> {
    let (number, sha256, media_type, file, program, recorded_at) = row;
    let number = count("document_version", number)?;
    Ok(VersionEntry { number, sha256, media_type, file, program, recorded_at })
}

async fn by_slug(
    db: &impl ConnectionTrait,
    municipality: Id,
    slug: &str,
) -> Result<Option<document::Model>, StoreError> {
    let query = rows_of::<document::Entity>(municipality).filter(document::Column::Slug.eq(slug));
    Ok(query.one(db).await?)
}

/// The latest version of a document, as a connection sees it.
pub(crate) async fn latest(
    db: &impl ConnectionTrait,
    municipality: Id,
    slug: &str,
) -> Result<Option<LatestVersion>, StoreError> {
    use document_version::Column;
    let Some(document) = by_slug(db, municipality, slug).await? else { return Ok(None) };
    let row = rows_of::<document_version::Entity>(municipality)
        .filter(Column::Document.eq(document.id))
        .filter(Column::Number.eq(document.latest))
        .one(db)
        .await?
        .ok_or_else(|| StoreError::damaged("document", format!("{slug} has no version")))?;
    Ok(Some(LatestVersion {
        document: id(document.id),
        number: count("document", document.latest)?,
        last: last_number(db, municipality, document.id).await?,
        tree: tree_of(&row.tree, &row.lines)?,
        sha256: row.sha256,
        facts: held_facts(db, municipality, document.id).await?,
    }))
}

async fn last_number(db: &impl ConnectionTrait, municipality: Id, document: Uuid) -> Result<u32, StoreError> {
    use document_version::Column;
    let number: Option<i64> = rows_of::<document_version::Entity>(municipality)
        .filter(Column::Document.eq(document))
        .select_only()
        .column(Column::Number)
        .order_by_desc(Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    count("document_version", number.unwrap_or_default())
}

async fn held_facts(
    db: &impl ConnectionTrait,
    municipality: Id,
    document: Uuid,
) -> Result<Vec<HeldFact>, StoreError> {
    let rows = rows_of::<fact::Entity>(municipality)
        .filter(fact::Column::Document.eq(document))
        .filter(fact::Column::ToVersion.is_null())
        .all(db)
        .await?;
    rows.into_iter().map(|row| Ok(HeldFact { id: id(row.id), fact: row.into_fact()? })).collect()
}

impl Write {
    /// The latest version of a document, as it stands inside this change.
    pub async fn latest(&self, slug: &str) -> Result<Option<LatestVersion>, StoreError> {
        latest(&self.tx, self.municipality, slug).await
    }

    /// The number of the version of a document that was read from bytes with a SHA-256.
    pub async fn version_of_bytes(&self, document: Id, sha256: &str) -> Result<Option<u32>, StoreError> {
        use document_version::Column;
        let number: Option<i64> = rows_of::<document_version::Entity>(self.municipality)
            .filter(Column::Document.eq(uuid(document)))
            .filter(Column::Sha256.eq(sha256))
            .select_only()
            .column(Column::Number)
            .order_by_desc(Column::Number)
            .into_tuple()
            .one(&self.tx)
            .await?;
        number.map(|number| count("document_version", number)).transpose()
    }

    /// Adds a document; its first version follows.
    pub async fn add_document(
        &self,
        id: Id,
        slug: &str,
        kind: DocumentKind,
        body: Option<Id>,
        year: Option<i32>,
    ) -> Result<(), StoreError> {
        let row = document::Model {
            municipality: uuid(self.municipality),
            id: uuid(id),
            slug: slug.to_owned(),
            kind: kind.code().to_owned(),
            body: body.map(uuid),
            year,
            latest: 0,
        };
        insert::<document::Entity>(&self.tx, row).await
    }

    /// Adds a version with its claims, and makes it the latest if it is in force. Gives the
    /// SHA-256 of its bytes.
    pub async fn add_version(&self, new: &NewVersion<'_>, claims: &[Claim]) -> Result<String, StoreError> {
        let row = version_row(self.municipality, new)?;
        let sha256 = row.sha256.clone();
        insert::<document_version::Entity>(&self.tx, row).await?;
        let claim = |it| claim::Model::of(self.municipality, new.document, new.number, it);
        insert_all::<claim::Entity>(&self.tx, claims.iter().map(claim).collect()).await?;
        if !new.is_in_force {
            return Ok(sha256);
        }
        let fits = document::Column::Id.eq(uuid(new.document));
        update_of::<document::Entity>(self.municipality, fits)
            .col_expr(document::Column::Latest, Expr::value(i64::from(new.number)))
            .exec(&self.tx)
            .await?;
        Ok(sha256)
    }

    /// Adds facts that hold from a version.
    pub async fn add_facts(
        &self,
        document: Id,
        from_version: u32,
        facts: &[(Id, &Fact)],
    ) -> Result<(), StoreError> {
        let row =
            |(id, it): &(Id, &Fact)| fact::Model::of(self.municipality, document, from_version, *id, it);
        insert_all::<fact::Entity>(&self.tx, facts.iter().map(row).collect()).await
    }

    /// Says which claims of a version support facts, and which contradict them.
    pub async fn add_support(
        &self,
        document: Id,
        version: u32,
        facts: &[(Id, &Fact)],
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        for (id, fact) in facts {
            rows.extend(fact.claims.iter().map(|claim| (*id, *claim, false)));
            rows.extend(fact.contradicted_by.iter().map(|claim| (*id, *claim, true)));
        }
        self.add_fact_claims(document, version, rows).await
    }

    /// Says that all claims of a version that speak of facts contradict them: what the version
    /// proposes instead was rejected.
    pub async fn add_objections(
        &self,
        document: Id,
        version: u32,
        facts: &[(Id, &Fact)],
    ) -> Result<(), StoreError> {
        let of = |(id, fact): &(Id, &Fact)| {
            let claims = fact.claims.iter().chain(&fact.contradicted_by);
            claims.map(|claim| (*id, *claim, true)).collect::<Vec<_>>()
        };
        self.add_fact_claims(document, version, facts.iter().flat_map(of).collect()).await
    }

    async fn add_fact_claims(
        &self,
        document: Id,
        version: u32,
        rows: Vec<(Id, u32, bool)>,
    ) -> Result<(), StoreError> {
        let row = |(fact, claim, contradicts)| fact_claim::Model {
            municipality: uuid(self.municipality),
            fact: uuid(fact),
            document: uuid(document),
            version: i64::from(version),
            claim: i64::from(claim),
            contradicts,
        };
        insert_all::<fact_claim::Entity>(&self.tx, rows.into_iter().map(row).collect()).await
    }

    /// Lets facts hold until a version, that one included.
    pub async fn end_facts(&self, facts: &[Id], to_version: u32) -> Result<(), StoreError> {
        for some in facts.chunks(1000) {
            let fits = fact::Column::Id.is_in(some.iter().map(|id| uuid(*id)));
            update_of::<fact::Entity>(self.municipality, fits)
                .col_expr(fact::Column::ToVersion, Expr::value(i64::from(to_version)))
                .exec(&self.tx)
                .await?;
        }
        Ok(())
    }
}

/// The tree and its lines, which are kept side by side.
pub(crate) fn tree_of(tree: &str, lines: &str) -> Result<Document, StoreError> {
    let mut document: Document = from_json("document_version", tree)?;
    document.lines = from_json("document_version", lines)?;
    Ok(document)
}

fn version_row(municipality: Id, new: &NewVersion<'_>) -> Result<document_version::Model, StoreError> {
    let mut tree = new.tree.clone();
    let lines = std::mem::take(&mut tree.lines);
    Ok(document_version::Model {
        municipality: uuid(municipality),
        document: uuid(new.document),
        number: i64::from(new.number),
        sha256: sha256_hex(new.source),
        media_type: tree.source.media_type.clone(),
        file: tree.source.file.clone(),
        source: new.source.to_vec(),
        tree: to_json("document_version", &tree)?,
        lines: to_json("document_version", &lines)?,
        program: new.program.to_owned(),
        recorded_at: kept(new.recorded_at),
    })
}
