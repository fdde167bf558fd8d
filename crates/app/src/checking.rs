//! Checking documents that are not stored, and all that are.

use crate::city::City;
use chrono::NaiveDate;
use std::sync::Arc;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{Finding, SetAside};
use uppsikt_rules::Selection;

/// Documents that have been checked together.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// The documents.
    pub documents: Vec<Arc<Document>>,
    /// The findings that count, in fixed order.
    pub findings: Vec<Finding>,
    /// Findings that the documents or people let stand, in fixed order.
    pub set_aside: Vec<SetAside>,
}

/// The findings of documents, each alone and all together, in fixed order.
pub fn check(
    documents: &[Arc<Document>],
    structure: Structure,
    seen_from: NaiveDate,
    selection: &Selection,
) -> Vec<Finding> {
    check_all(documents.to_vec(), structure, seen_from, selection).findings
}

/// As [`check`], with what the documents let stand.
pub fn check_all(
    documents: Vec<Arc<Document>>,
    structure: Structure,
    seen_from: NaiveDate,
    selection: &Selection,
) -> Checked {
    let picture = Picture { seen_from, structure, documents };
    let checked = uppsikt_rules::check_all(&picture, selection);
    Checked { documents: picture.documents, findings: checked.findings, set_aside: checked.in_text }
}

/// All documents that are stored of a municipality, with what people let stand.
pub fn check_city(city: &City, selection: &Selection) -> Checked {
    let known = city.asked(selection);
    let findings = known.iter().filter(|known| known.is_open()).map(|known| known.finding.clone());
    Checked {
        documents: city.picture().documents,
        findings: findings.collect(),
        set_aside: known.iter().filter_map(|known| known.set_aside()).collect(),
    }
}
