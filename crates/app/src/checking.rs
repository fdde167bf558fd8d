//! Checking documents that are not stored.

use chrono::NaiveDate;
use std::sync::Arc;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::Finding;
use uppsikt_rules::Selection;

/// The findings of documents, each alone and all together, in fixed order.
pub fn check(
    documents: &[Arc<Document>],
    structure: Structure,
    seen_from: NaiveDate,
    selection: &Selection,
) -> Vec<Finding> {
    let picture = Picture { seen_from, structure, documents: documents.to_vec() };
    uppsikt_rules::check(&picture, selection)
}
