//! What has been done: the chain of events of a municipality.

mod chain;

pub use chain::{Chain, verify};
