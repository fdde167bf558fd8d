//! Acts on documents.

pub mod difference;
pub(crate) mod enrol;
pub mod import;
pub mod outsider;
pub mod reading;
pub mod report;
mod slug;

pub use difference::{Changed, Diff};
