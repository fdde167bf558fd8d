//! Swedish as written: figures, units, number words, dates, sentences, likeness.
//!
//! Reading, the checker and the editor share this crate, so that a figure means the same
//! thing to all three.
#![forbid(unsafe_code)]

pub mod case;
pub mod compare;
pub mod dates;
pub mod figure;
pub mod format;
pub mod lix;
pub mod number_word;
pub mod passive;
pub mod prose;
pub mod sentence;
pub mod stem;
pub mod telling;
