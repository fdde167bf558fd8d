//! What a user can do and ask: acts change, questions never do.
//!
//! - [`city`]: one municipality as it stands, in memory, built from the store
//! - [`ask`]: one question per file, each giving what a page or a document shows
#![forbid(unsafe_code)]

pub mod ask;
pub mod city;
