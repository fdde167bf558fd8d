//! Who looks at which finding.

use crate::tenant::Tenant;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "finding_assignee")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub document: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub print: String,
    pub place: String,
    pub rule: String,
    pub assignee: String,
    pub who: String,
    pub assigned_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}
