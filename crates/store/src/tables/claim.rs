//! What versions of documents print.

use crate::columns::{Figure, count, hedge_code, hedge_from, known};
use crate::error::StoreError;
use crate::tenant::{Tenant, uuid};
use sea_orm::entity::prelude::*;
use uppsikt_domain::claim::{Claim, Subject};
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::registry::Id;

const TABLE: &str = "claim";

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub document: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub subject: String,
    pub about: String,
    pub wording: String,
    pub mantissa: Option<i64>,
    pub decimals: Option<i16>,
    pub unit: Option<String>,
    pub hedge: String,
    pub page: Option<i64>,
    pub line: i64,
    pub column_number: i64,
    pub end_line: i64,
    pub end_column: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Tenant for Entity {
    const MUNICIPALITY: Column = Column::Municipality;
}

impl Model {
    /// The row of a claim of a version.
    pub fn of(municipality: Id, document: Id, version: u32, it: &Claim) -> Self {
        let figure = Figure::of(it.quantity.as_ref());
        Model {
            municipality: uuid(municipality),
            document: uuid(document),
            version: i64::from(version),
            number: i64::from(it.number),
            subject: it.subject.code().to_owned(),
            about: it.about.clone(),
            wording: it.wording.clone(),
            mantissa: figure.mantissa,
            decimals: figure.decimals,
            unit: figure.unit,
            hedge: hedge_code(it.hedge).to_owned(),
            page: it.span.at.page.map(i64::from),
            line: i64::from(it.span.at.line),
            column_number: i64::from(it.span.at.column),
            end_line: i64::from(it.span.end_line),
            end_column: i64::from(it.span.end_column),
        }
    }

    /// The claim of the row.
    pub fn into_claim(self) -> Result<Claim, StoreError> {
        let span = self.span()?;
        let figure = Figure { mantissa: self.mantissa, decimals: self.decimals, unit: self.unit };
        Ok(Claim {
            number: count(TABLE, self.number)?,
            subject: known(TABLE, &self.subject, Subject::from_code)?,
            about: self.about,
            wording: self.wording,
            quantity: figure.quantity(TABLE)?,
            hedge: known(TABLE, &self.hedge, hedge_from)?,
            span,
        })
    }

    fn span(&self) -> Result<Span, StoreError> {
        let at = Place {
            page: self.page.map(|page| count(TABLE, page)).transpose()?,
            line: count(TABLE, self.line)?,
            column: count(TABLE, self.column_number)?,
        };
        Ok(Span { at, end_line: count(TABLE, self.end_line)?, end_column: count(TABLE, self.end_column)? })
    }
}
