//! The words and the arithmetic of municipal steering.
//!
//! This crate knows nothing of files, databases, clocks or HTTP. Amounts are integers,
//! never binary floating point, and every division names its rounding.
//!
//! - [`place`]: where in a source something is printed
//! - [`quantity`], [`interval`]: figures as printed and what they can stand for
//! - [`document`], [`section`], [`block`], [`table`]: the tree of a document
//! - [`goal`], [`assignment`], [`indicator`], [`assessment`]: what the tree says
//! - [`claim`], [`fact`]: what is printed, and what the municipality holds to be true
//! - [`finding_mark`]: what people have said of findings
//! - [`structure`]: the words, scale, lines and settings of rules that belong to one municipality
//! - [`words`]: the words by which rules know what a text tells
//! - [`style_addition`]: what a municipality says of words that its house style lacks
//! - [`suppression`]: remarks that a document itself asks to be left out
//! - [`municipality`], [`registry`], [`lineage`], [`decision`]: identities, versions and what made them
//! - [`overruled`]: what a review has rejected of a document, and what holds instead
//! - [`picture`]: everything that a rule or an editor may see, on one day
#![forbid(unsafe_code)]

pub mod agenda;
pub mod assessment;
pub mod assignment;
pub mod block;
pub mod claim;
pub mod contribution_text;
pub mod decision;
pub mod document;
pub mod fact;
pub mod finding_mark;
pub mod goal;
pub mod indicator;
pub mod interval;
pub mod lineage;
pub mod municipality;
pub mod overruled;
pub mod picture;
pub mod place;
pub mod quantity;
pub mod registry;
pub mod section;
pub mod structure;
pub mod style_addition;
pub mod suppression;
pub mod table;
pub mod walk;
pub mod words;
