//! What the municipality holds to be true, from a version of a document until another.

use crate::columns::Figure;
use crate::error::StoreError;
use crate::tenant::{Tenant, uuid};
use sea_orm::entity::prelude::*;
use uppsikt_domain::fact::{Fact, FactKey};
use uppsikt_domain::registry::Id;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "fact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub document: Uuid,
    pub what: String,
    pub which: String,
    pub column_key: String,
    pub body: String,
    pub year: i32,
    pub as_of: String,
    pub value: String,
    pub mantissa: Option<i64>,
    pub decimals: Option<i16>,
    pub unit: Option<String>,
    pub from_version: i64,
    pub to_version: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}

impl Model {
    /// The row of a fact that holds from a version of a document.
    pub fn of(municipality: Id, document: Id, from_version: u32, row: Id, it: &Fact) -> Self {
        let (figure, key) = (Figure::of(it.quantity.as_ref()), it.key.clone());
        Model {
            municipality: uuid(municipality),
            id: uuid(row),
            document: uuid(document),
            what: key.what,
            which: key.of,
            column_key: key.column,
            body: key.body,
            year: key.year,
            as_of: key.as_of,
            value: it.value.clone(),
            mantissa: figure.mantissa,
            decimals: figure.decimals,
            unit: figure.unit,
            from_version: i64::from(from_version),
            to_version: None,
        }
    }

    /// The fact of the row, without its claims.
    pub fn into_fact(self) -> Result<Fact, StoreError> {
        let figure = Figure { mantissa: self.mantissa, decimals: self.decimals, unit: self.unit };
        let key = FactKey {
            what: self.what,
            of: self.which,
            column: self.column_key,
            body: self.body,
            year: self.year,
            as_of: self.as_of,
        };
        let quantity = figure.quantity("fact")?;
        Ok(Fact { key, value: self.value, quantity, claims: Vec::new(), contradicted_by: Vec::new() })
    }
}
