//! Imports under review, and what became of them.

use crate::tenant::Tenant;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub slug: String,
    pub state: String,
    pub file: String,
    pub kind: String,
    pub body: String,
    pub year: Option<i32>,
    pub base: i64,
    pub source: Vec<u8>,
    pub tree: String,
    pub lines: String,
    pub opened_by: String,
    pub opened_at: DateTimeUtc,
    pub closed_by: Option<String>,
    pub version: Option<i64>,
    pub accepted: i64,
    pub rejected: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}
