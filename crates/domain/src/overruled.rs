//! What a review has rejected of the latest version of a document, and what holds instead.

use crate::document::Document;
use crate::fact::FactKey;
use crate::place::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What was rejected of a document's latest version, and what holds instead.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overruled {
    /// Prints of the proposals that were rejected.
    pub rejected: BTreeSet<String>,
    /// Facts that hold although the version says otherwise or nothing, each with the last
    /// version that prints it.
    pub held: Vec<(FactKey, u32)>,
    /// Those versions as they were read.
    pub versions: BTreeMap<u32, Arc<Document>>,
    /// The latest version with the accepted words and figures wherever its own were rejected.
    /// `None`: the version holds as it is printed.
    pub holding: Option<Arc<Document>>,
    /// What stands in it from earlier versions.
    pub stands: Vec<Stand>,
    /// What the version prints that was rejected and that nothing stands in for.
    pub left_out: Vec<Span>,
}

/// Something of an earlier version that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// Where the latest version says otherwise; past the end of a line where it says nothing.
    pub span: Span,
    /// The version that prints it.
    pub version: u32,
    /// What holds, in words. Empty for running text.
    pub words: String,
}

impl Overruled {
    /// Whether nothing was rejected.
    pub fn is_nothing(&self) -> bool {
        self.rejected.is_empty() && self.held.is_empty()
    }

    /// What stands in for words of the latest version that share a character with a stretch.
    pub fn stands_at(&self, span: Span) -> impl Iterator<Item = &Stand> {
        self.stands.iter().filter(move |stand| stand.span.overlaps(&span))
    }
}
