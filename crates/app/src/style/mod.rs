//! The municipality's house style as people add to it: words that no pattern took get a meaning.
//!
//! - [`add`], [`remove`]: one act per file; what is added stands beside the style's own file
//! - [`leftovers`]: what was left over, and what the reader would guess
//! - [`file`]: the style file with everything that was added

pub mod add;
pub mod file;
pub mod leftovers;
pub mod remove;

pub use uppsikt_reading::title_guess;
