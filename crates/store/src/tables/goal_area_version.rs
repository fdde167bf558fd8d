//! Goal areas in some years.

use crate::columns::count;
use crate::error::StoreError;
use crate::registry::slug_of;
use crate::tenant::{Tenant, id, uuid};
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;
use uppsikt_domain::registry::{GoalAreaVersion, Id};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "goal_area_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal_area: Uuid,
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
    pub fn of(municipality: Id, it: &GoalAreaVersion) -> Self {
        Model {
            municipality: uuid(municipality),
            goal_area: uuid(it.area),
            from_year: it.from_year,
            to_year: it.to_year,
            name: it.name.clone(),
            position: i64::from(it.position),
        }
    }

    /// The version of the row, with the slug of its identity.
    pub fn into_version(self, slugs: &BTreeMap<Uuid, String>) -> Result<GoalAreaVersion, StoreError> {
        Ok(GoalAreaVersion {
            area: id(self.goal_area),
            slug: slug_of("goal_area_version", slugs, self.goal_area)?,
            name: self.name,
            from_year: self.from_year,
            to_year: self.to_year,
            position: count("goal_area_version", self.position)?,
        })
    }
}
