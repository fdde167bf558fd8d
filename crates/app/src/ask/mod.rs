//! Questions: one per file, each gives what a page or a document shows.
