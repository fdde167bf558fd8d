//! What has been said of words that a house style lacks: reading and changing.

use crate::columns::known;
use crate::error::StoreError;
use crate::events::kept;
use crate::insert::put;
use crate::tables::style_addition::{Column, Entity, Model};
use crate::tenant::{removal_of, rows_of, uuid};
use crate::write::Write;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryOrder};
use uppsikt_domain::registry::Id;
use uppsikt_domain::style_addition::{Leftover, StyleAddition};

/// All additions, oldest first.
pub(crate) async fn additions(db: &impl ConnectionTrait, of: Id) -> Result<Vec<StyleAddition>, StoreError> {
    let query = rows_of::<Entity>(of).order_by_asc(Column::AddedAt);
    let query = query.order_by_asc(Column::Of).order_by_asc(Column::Words);
    query.all(db).await?.into_iter().map(Model::into_addition).collect()
}

impl Write {
    /// Gives words a meaning; what was said of them before is replaced.
    pub async fn put_addition(&self, addition: &StyleAddition) -> Result<(), StoreError> {
        let row = Model {
            municipality: uuid(self.municipality),
            of: addition.of.code().to_owned(),
            words: addition.words.clone(),
            means: addition.means.clone(),
            found_in: addition.found_in.clone(),
            who: addition.who.clone(),
            added_at: kept(addition.added_at),
        };
        put::<Entity>(&self.tx, row).await
    }

    /// Takes back what was said of words.
    pub async fn remove_addition(&self, of: Leftover, words: &str) -> Result<(), StoreError> {
        let fits = Column::Of.eq(of.code()).and(Column::Words.eq(words));
        removal_of::<Entity>(self.municipality, fits).exec(&self.tx).await?;
        Ok(())
    }
}

impl Model {
    fn into_addition(self) -> Result<StyleAddition, StoreError> {
        Ok(StyleAddition {
            of: known("style_addition", &self.of, Leftover::from_code)?,
            words: self.words,
            means: self.means,
            found_in: self.found_in,
            who: self.who,
            added_at: self.added_at,
        })
    }
}
