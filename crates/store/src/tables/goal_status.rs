//! The municipality's own judgements of goals.

use crate::columns::known;
use crate::error::StoreError;
use crate::tenant::{Tenant, id, uuid};
use sea_orm::entity::prelude::*;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::registry::{GoalStatus, Id};

const TABLE: &str = "goal_status";

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "goal_status")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub report: String,
    pub status: String,
    pub said_by: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}

impl Model {
    /// The row of a judgement.
    pub fn of(municipality: Id, it: &GoalStatus) -> Self {
        Model {
            municipality: uuid(municipality),
            goal: uuid(it.goal),
            year: it.year,
            report: it.report.code().to_owned(),
            status: it.status.code().to_owned(),
            said_by: it.said_by.clone(),
        }
    }

    /// The judgement of the row.
    pub fn into_status(self) -> Result<GoalStatus, StoreError> {
        let status = |code: &str| Status::ALL.into_iter().find(|status| status.code() == code);
        Ok(GoalStatus {
            goal: id(self.goal),
            year: self.year,
            report: known(TABLE, &self.report, DocumentKind::from_code)?,
            status: known(TABLE, &self.status, status)?,
            said_by: self.said_by,
        })
    }
}
