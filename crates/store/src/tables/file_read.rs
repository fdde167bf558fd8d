//! Files that have been read, by their bytes, and what was told of them.

use crate::tenant::Tenant;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "file_read")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    pub reader: String,
    pub report: String,
    pub read_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}
