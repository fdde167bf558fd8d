//! How goals and areas continue.

use crate::columns::known;
use crate::error::StoreError;
use crate::tenant::{Tenant, id, uuid};
use sea_orm::entity::prelude::*;
use uppsikt_domain::lineage::{Lasting, Relation as How};
use uppsikt_domain::registry::{Id, LineageEdge};

const TABLE: &str = "lineage";

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lineage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    pub from_id: Uuid,
    pub to_id: Option<Uuid>,
    pub relation: String,
    pub year: i32,
    pub said_by: String,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}

impl Model {
    /// The row of an edge.
    pub fn of(municipality: Id, row: Id, it: &LineageEdge) -> Self {
        Model {
            municipality: uuid(municipality),
            id: uuid(row),
            kind: it.kind.code().to_owned(),
            from_id: uuid(it.from),
            to_id: it.to.map(uuid),
            relation: it.relation.code().to_owned(),
            year: it.year,
            said_by: it.said_by.clone(),
            reason: it.reason.clone(),
        }
    }

    /// The edge of the row.
    pub fn into_edge(self) -> Result<LineageEdge, StoreError> {
        Ok(LineageEdge {
            kind: known(TABLE, &self.kind, Lasting::from_code)?,
            from: id(self.from_id),
            to: self.to_id.map(id),
            relation: known(TABLE, &self.relation, How::from_code)?,
            year: self.year,
            said_by: self.said_by,
            reason: self.reason,
        })
    }
}
