//! Wording and place of goals in some years.

use crate::columns::{count, from_json, to_json};
use crate::error::StoreError;
use crate::registry::slug_of;
use crate::tenant::{Tenant, id, uuid};
use sea_orm::entity::prelude::*;
use std::collections::BTreeMap;
use uppsikt_domain::decision::Decision;
use uppsikt_domain::registry::{GoalVersion, Id};

const TABLE: &str = "goal_version";

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "goal_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_year: i32,
    pub to_year: i32,
    pub name: String,
    pub goal_area: Option<Uuid>,
    pub position: i64,
    pub agenda_2030: String,
    pub directed_to: String,
    pub decision: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}

impl Model {
    /// The row of a version.
    pub fn of(municipality: Id, it: &GoalVersion, decision: Option<Id>) -> Result<Self, StoreError> {
        Ok(Model {
            municipality: uuid(municipality),
            goal: uuid(it.goal),
            from_year: it.from_year,
            to_year: it.to_year,
            name: it.name.clone(),
            goal_area: it.area.map(uuid),
            position: i64::from(it.position),
            agenda_2030: to_json(TABLE, &it.agenda_2030)?,
            directed_to: to_json(TABLE, &it.directed_to)?,
            decision: decision.map(uuid),
        })
    }

    /// The version of the row, with the slug of its identity and its decision.
    pub fn into_version(
        self,
        slugs: &BTreeMap<Uuid, String>,
        decisions: &BTreeMap<Uuid, Decision>,
    ) -> Result<GoalVersion, StoreError> {
        Ok(GoalVersion {
            goal: id(self.goal),
            slug: slug_of(TABLE, slugs, self.goal)?,
            name: self.name,
            area: self.goal_area.map(id),
            from_year: self.from_year,
            to_year: self.to_year,
            position: count(TABLE, self.position)?,
            agenda_2030: from_json(TABLE, &self.agenda_2030)?,
            directed_to: from_json(TABLE, &self.directed_to)?,
            decision: self.decision.and_then(|decision| decisions.get(&decision).cloned()),
        })
    }
}
