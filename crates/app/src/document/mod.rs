//! Acts on documents.

mod difference;
mod enrol;
pub mod import;
pub mod outsider;
pub mod reading;
mod slug;

pub use difference::{Changed, Diff};
