//! Acts on documents.

pub mod difference;
pub mod edition;
pub(crate) mod enrol;
mod form;
pub mod import;
mod joining;
pub mod outsider;
pub mod reading;
pub mod report;
pub(crate) mod rewording;
mod slug;
mod weighed;

pub use difference::{Changed, Diff};
pub use weighed::InForce;
