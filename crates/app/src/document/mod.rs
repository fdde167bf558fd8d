//! Acts on documents.

mod difference;
mod enrol;
pub mod import;
mod slug;

pub use difference::{Changed, Diff};
