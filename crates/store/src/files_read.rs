//! Files that have been read: a note for the next import, which changes nothing that is known
//! of the municipality and has no event.

use crate::error::StoreError;
use crate::events::kept;
use crate::insert::put;
use crate::store::Store;
use crate::tables::file_read::{Column, Entity, Model};
use crate::tenant::{rows_of, uuid};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, SqliteTransactionMode};
use uppsikt_domain::registry::Id;

impl Store {
    /// What a reader has read of a municipality: the SHA-256 of the bytes, and what was told.
    pub async fn files_read(
        &self,
        municipality: Id,
        reader: &str,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let query = rows_of::<Entity>(municipality).filter(Column::Reader.eq(reader));
        let query = query.select_only().columns([Column::Sha256, Column::Report]);
        Ok(query.into_tuple().all(&self.db).await?)
    }

    /// Notes that a reader has read a file; what another reader told of it is forgotten.
    pub async fn note_file_read(
        &self,
        municipality: Id,
        (sha256, reader, report): (&str, &str, &str),
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = Model {
            municipality: uuid(municipality),
            sha256: sha256.to_owned(),
            reader: reader.to_owned(),
            report: report.to_owned(),
            read_at: kept(now),
        };
        let _turn = self.turn().await;
        let tx = self.begin(Some(SqliteTransactionMode::Immediate)).await?;
        put::<Entity>(&tx, row).await?;
        Ok(tx.commit().await?)
    }
}
