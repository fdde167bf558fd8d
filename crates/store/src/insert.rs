//! Many rows in few statements.

use crate::error::StoreError;
use crate::tenant::Tenant;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, DatabaseTransaction, IdenStatic, IntoActiveModel, Iterable, PrimaryKeyToColumn,
};

/// At most this many rows in one statement. Fewer go in powers of two, so that a table
/// has few different statements and the databases keep them all prepared.
const ROWS: usize = 128;

/// Inserts rows, many at a time.
pub async fn insert_all<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>) -> Result<(), StoreError>
where
    E: Tenant,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    while rows.len() > 0 {
        let number = at_a_time(rows.len());
        let some: Vec<E::ActiveModel> = rows.by_ref().take(number).collect();
        E::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The largest power of two that is neither above the rows left nor above [`ROWS`].
fn at_a_time(left: usize) -> usize {
    ROWS.min(1 << left.max(1).ilog2())
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

/// Inserts one row, or gives the row with the same key the new values.
pub async fn put<E>(tx: &DatabaseTransaction, row: E::Model) -> Result<(), StoreError>
where
    E: Tenant,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: ActiveModelTrait<Entity = E> + Send,
{
    let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let in_key = |column: &E::Column| key.iter().any(|it| it.as_str() == column.as_str());
    let values: Vec<E::Column> = E::Column::iter().filter(|column| !in_key(column)).collect();
    let or_change = OnConflict::columns(key).update_columns(values).to_owned();
    E::insert_many([row.into_active_model()]).on_conflict(or_change).exec_without_returning(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_rows_goes_in_powers_of_two() {
        let mut left = 300;
        let mut steps = Vec::new();
        while left > 0 {
            steps.push(at_a_time(left));
            left -= at_a_time(left);
        }
        assert_eq!(steps, [128, 128, 32, 8, 4]);
    }
}
