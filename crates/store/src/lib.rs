//! Storage on SQLite and PostgreSQL, through one code base.
//!
//! No SQL stands outside this crate, and no type of a database library is seen from
//! outside it. Every table of a municipality leads its keys with it and every query names
//! it; the two doors for that are in `tenant`.
//!
//! - [`Store`]: opening, migrating, reading
//! - [`Write`]: one change of one municipality, ended by its event
#![forbid(unsafe_code)]

mod budget_areas;
mod columns;
mod documents;
mod error;
mod events;
mod files_read;
mod finding_marks;
mod insert;
mod load;
mod migrations;
mod overruled;
mod registry;
mod review_changes;
mod reviews;
mod store;
mod style_additions;
mod tables;
mod tenant;
mod write;

#[cfg(feature = "scratch")]
pub mod scratch;

pub use documents::{HeldFact, LatestVersion, NewVersion, SourceBytes, VersionEntry};
pub use error::StoreError;
pub use events::{Head, NewEvent, StoredEvent, hash_of, sha256_hex};
pub use load::Loaded;
pub use registry::{BodyRow, DecisionRow, Registry};
pub use reviews::{
    Closing, NewReview, Rejected, Rejection, Review, ReviewEntry, ReviewState, Reviewing, Verdict,
};
pub use store::{Backend, MunicipalityEntry, Store};
pub use write::Write;
