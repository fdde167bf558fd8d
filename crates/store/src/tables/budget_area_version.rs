//! Budget areas in some years.

use super::budget_area;
use crate::columns::count;
use crate::error::StoreError;
use crate::tenant::{Tenant, id, uuid};
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;
use uppsikt_domain::registry::{BudgetAreaVersion, Id};

const TABLE: &str = "budget_area_version";

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "budget_area_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub budget_area: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_year: i32,
    pub to_year: i32,
    pub name: String,
    pub position: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}

impl Model {
    /// The row of a version.
    pub fn of(municipality: Id, it: &BudgetAreaVersion) -> Self {
        Model {
            municipality: uuid(municipality),
            budget_area: uuid(it.budget_area),
            from_year: it.from_year,
            to_year: it.to_year,
            name: it.name.clone(),
            position: i64::from(it.position),
        }
    }

    /// The version of the row, with its identity and the slugs of bodies.
    pub fn into_version(
        self,
        identities: &BTreeMap<Uuid, budget_area::Model>,
        bodies: &BTreeMap<Uuid, String>,
    ) -> Result<BudgetAreaVersion, StoreError> {
        let missing = || StoreError::damaged(TABLE, format!("{} has no identity", id(self.budget_area)));
        let identity = identities.get(&self.budget_area).ok_or_else(missing)?;
        Ok(BudgetAreaVersion {
            budget_area: id(self.budget_area),
            slug: identity.slug.clone(),
            body: bodies.get(&identity.body).cloned().ok_or_else(missing)?,
            name: self.name,
            from_year: self.from_year,
            to_year: self.to_year,
            position: count(TABLE, self.position)?,
        })
    }
}
