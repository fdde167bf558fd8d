//! What a user can do and ask: acts change, questions never do.
//!
//! - [`city`]: one municipality as it stands, in memory, built from the store
//! - [`municipality`], [`document`]: one act per file: who may, what must hold, what changes, and its event
//! - [`finding`]: letting findings stand, and who looks at them
//! - [`review`]: importing as a review, decided before it is stored
//! - [`rights`]: who may do what; [`outside`]: the time and new identities; [`events`]: what has been done
//! - [`ask`]: one question per file, each giving what a page or a document shows
//! - [`Uppsikt`]: the store and the cities built from it; [`archive`], [`checking`], [`publishing`]: what the command line does
//! - [`example`]: the example municipality
#![forbid(unsafe_code)]

pub mod act;
pub mod archive;
pub mod ask;
pub mod checking;
pub mod city;
pub mod document;
pub mod events;
pub mod example;
pub mod finding;
pub mod municipality;
pub mod outside;
pub mod publishing;
pub mod review;
pub mod rights;
pub mod style;
mod uppsikt;
mod version;

pub use uppsikt::{AppError, Uppsikt, structure_of, style_of, usable_style};
