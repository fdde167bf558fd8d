//! Budget areas of bodies: reading and adding.

use crate::error::StoreError;
use crate::insert::{insert, put};
use crate::registry::BodyRow;
use crate::tables::{budget_area, budget_area_version};
use crate::tenant::{rows_of, update_of, uuid};
use crate::write::Write;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryOrder};
use std::collections::BTreeMap;
use uppsikt_domain::registry::{BudgetAreaVersion, Id};
use uuid::Uuid;

/// All versions of a municipality's budget areas, in order of position and year.
pub(crate) async fn budget_areas(
    db: &impl ConnectionTrait,
    of: Id,
    bodies: &[BodyRow],
) -> Result<Vec<BudgetAreaVersion>, StoreError> {
    use budget_area_version::Column;
    let identities = rows_of::<budget_area::Entity>(of).all(db).await?.into_iter();
    let identities: BTreeMap<Uuid, budget_area::Model> = identities.map(|row| (row.id, row)).collect();
    let bodies = bodies.iter().map(|row| (uuid(row.id), row.body.slug.clone())).collect();
    let query = rows_of::<budget_area_version::Entity>(of);
    let query =
        query.order_by_asc(Column::Position).order_by_asc(Column::FromYear).order_by_asc(Column::BudgetArea);
    query.all(db).await?.into_iter().map(|row| row.into_version(&identities, &bodies)).collect()
}

impl Write {
    /// Adds the identity of a budget area of a body that is there.
    pub async fn add_budget_area(&self, id: Id, slug: &str, body: Id) -> Result<(), StoreError> {
        let row = budget_area::Model {
            municipality: uuid(self.municipality),
            id: uuid(id),
            slug: slug.to_owned(),
            body: uuid(body),
        };
        insert::<budget_area::Entity>(&self.tx, row).await
    }

    /// Adds a version of a budget area whose identity is there, or changes the one from the same year.
    pub async fn put_budget_area_version(&self, version: &BudgetAreaVersion) -> Result<(), StoreError> {
        let row = budget_area_version::Model::of(self.municipality, version);
        put::<budget_area_version::Entity>(&self.tx, row).await
    }

    /// Lets a version of a budget area hold until a later year.
    pub async fn prolong_budget_area(
        &self,
        version: &BudgetAreaVersion,
        to_year: i32,
    ) -> Result<(), StoreError> {
        use budget_area_version::{Column, Entity};
        let fits =
            Column::BudgetArea.eq(uuid(version.budget_area)).and(Column::FromYear.eq(version.from_year));
        let update =
            update_of::<Entity>(self.municipality, fits).col_expr(Column::ToYear, Expr::value(to_year));
        update.exec(&self.tx).await?;
        Ok(())
    }
}
