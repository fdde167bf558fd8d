//! Many rows in few statements.

use crate::error::StoreError;
use crate::tenant::Tenant;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, IntoActiveModel, Iterable};

/// SQLite takes this many values in one statement; PostgreSQL takes twice as many.
const VALUES: usize = 32_000;

/// Inserts rows, as many at a time as the databases take.
pub async fn insert_all<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>) -> Result<(), StoreError>
where
    E: Tenant,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let at_a_time = VALUES / E::Column::iter().count().max(1);
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let some: Vec<E::ActiveModel> = rows.by_ref().take(at_a_time).collect();
        E::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Inserts one row.
pub async fn insert<E>(tx: &DatabaseTransaction, row: E::Model) -> Result<(), StoreError>
where
    E: Tenant,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    insert_all::<E>(tx, vec![row]).await
}
