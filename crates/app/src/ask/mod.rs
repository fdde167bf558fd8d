//! Questions: one per file, each gives what a page or a document shows.

pub mod assignments;
pub mod committee;
pub mod committees;
pub mod document;
pub mod documents;
pub mod economy;
pub mod findings;
pub mod findings_lines;
pub mod findings_of_year;
pub mod glance;
pub mod goal;
pub mod goals;
pub mod held;
pub mod origin;
pub mod rules;
pub mod source;
pub mod table;
