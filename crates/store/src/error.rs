//! What can go wrong with storage, without words of any database library.

use sea_orm::{DbErr, SqlErr};
use thiserror::Error;

/// A failure of storage.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The address is neither `sqlite:` nor `postgres:`.
    #[error("the database address does not begin with sqlite: or postgres:")]
    Address,
    /// The database does not answer or may not be opened.
    #[error("the database cannot be opened: {why}")]
    Unreachable {
        /// What the database said.
        why: String,
    },
    /// The database was made by a newer program.
    #[error("the database has the change {name}, which this program does not know")]
    Newer {
        /// The change that this program does not know.
        name: String,
    },
    /// Something with the same name or place is there already.
    #[error("something is stored there already: {why}")]
    Taken {
        /// What the database said.
        why: String,
    },
    /// Something that is pointed to is not there, or is another municipality's.
    #[error("something that is pointed to is not stored: {why}")]
    Dangling {
        /// What the database said.
        why: String,
    },
    /// A stored row cannot be understood.
    #[error("a row of {table} cannot be understood: {what}")]
    Damaged {
        /// The table.
        table: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// Any other failure.
    #[error("the database failed: {why}")]
    Failed {
        /// What the database said.
        why: String,
    },
}

impl StoreError {
    pub(crate) fn damaged(table: &'static str, what: impl ToString) -> Self {
        StoreError::Damaged { table, what: what.to_string() }
    }

    pub(crate) fn unreachable(error: DbErr) -> Self {
        StoreError::Unreachable { why: error.to_string() }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        let why = error.to_string();
        match (error.sql_err(), error) {
            (Some(SqlErr::UniqueConstraintViolation(why)), _) => StoreError::Taken { why },
            (Some(SqlErr::ForeignKeyConstraintViolation(why)), _) => StoreError::Dangling { why },
            (_, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) => StoreError::Unreachable { why },
            _ => StoreError::Failed { why },
        }
    }
}
