//! What tests share: a fixed clock, documents built by hand, a small municipality, and
//! stores on both databases.
#![forbid(unsafe_code)]

pub mod budget;
pub mod outside;
pub mod pen;
pub mod town;

#[cfg(feature = "databases")]
pub mod databases;
