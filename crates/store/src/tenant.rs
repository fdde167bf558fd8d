//! Every query names its municipality: these are the only doors to the tables.

use sea_orm::sea_query::IntoCondition;
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany};
use uppsikt_domain::registry::Id;
use uuid::Uuid;

/// A table that belongs to a municipality.
pub trait Tenant: EntityTrait {
    /// The column that says whose a row is.
    const MUNICIPALITY: Self::Column;
}

/// The rows of one municipality.
pub fn rows_of<E: Tenant>(municipality: Id) -> Select<E> {
    E::find().filter(E::MUNICIPALITY.eq(uuid(municipality)))
}

/// A change to rows of one municipality that fit a condition.
pub fn update_of<E: Tenant>(municipality: Id, fits: impl IntoCondition) -> UpdateMany<E> {
    E::update_many().filter(E::MUNICIPALITY.eq(uuid(municipality))).filter(fits.into_condition())
}

/// The end of rows of one municipality that fit a condition.
pub fn removal_of<E: Tenant>(municipality: Id, fits: impl IntoCondition) -> DeleteMany<E> {
    E::delete_many().filter(E::MUNICIPALITY.eq(uuid(municipality))).filter(fits.into_condition())
}

/// An identity as the databases keep it.
pub fn uuid(id: Id) -> Uuid {
    Uuid::from_u128(id.0)
}

/// An identity as the domain knows it.
pub fn id(uuid: Uuid) -> Id {
    Id(uuid.as_u128())
}
