//! What continues as what: names in a document that the registry lacks, beside the registered
//! ones of the year before that they are most alike.

use super::view::Standing;
use uppsikt_domain::document::Document;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_domain::registry::Id;
use uppsikt_store::Reviewing;

/// A proposal that one thing continues as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineageRow {
    /// The word that it is known by.
    pub print: String,
    /// What kind of thing it is.
    pub kind: Lasting,
    /// What was, by its identity.
    pub from: Id,
    /// Its name.
    pub was: String,
    /// What came.
    pub is: String,
    /// How.
    pub relation: Relation,
    /// How alike the wordings are, in thousandths.
    pub permille: u16,
    /// Whether it stands in the same place.
    pub same_place: bool,
    /// How many links to Agenda 2030 they have in common.
    pub links: usize,
    /// What has been decided.
    pub standing: Standing,
}

/// What in a document may continue something registered.
pub fn lineage_rows(_reviewing: &Reviewing, _document: &Document) -> Vec<LineageRow> {
    Vec::new()
}
