//! The findings of two versions of a document.

use crate::city::City;
use crate::uppsikt::{AppError, Uppsikt};
use std::sync::Arc;
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::{Id, StoredDocument};
use uppsikt_findings::finding::put_in_order;
use uppsikt_findings::{Comparison, Finding, Side};
use uppsikt_rules::{Selection, check_all};

pub use uppsikt_store::VersionEntry;

impl Uppsikt {
    /// The versions of a document, oldest first. Empty: there is no such document.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn document_versions(&self, of: Id, document: &str) -> Result<Vec<VersionEntry>, AppError> {
        Ok(self.store().document_versions(of, document).await?)
    }

    /// A version of a document as it was read. `None`: there is no such version.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn document_version(
        &self,
        of: Id,
        document: &str,
        number: u32,
    ) -> Result<Option<Document>, AppError> {
        Ok(self.store().document_tree(of, document, number).await?)
    }
}

/// The findings of a version of a document, also those that somebody lets stand.
#[derive(Debug, Clone)]
pub struct VersionFindings {
    /// The document as that version was read.
    pub document: Arc<Document>,
    /// Its findings, in document order.
    pub findings: Vec<Finding>,
}

impl VersionFindings {
    fn side(&self) -> Side<'_> {
        Side { findings: &self.findings, set_aside: &[], documents: std::slice::from_ref(&self.document) }
    }
}

/// The findings of the latest version.
pub fn of_latest(city: &City, stored: &StoredDocument) -> VersionFindings {
    let findings = city.known_in(stored).map(|known| known.finding.clone()).collect();
    VersionFindings { document: Arc::clone(&stored.document), findings }
}

/// The findings of a version as it would stand among the documents of today.
pub fn of_version(city: &City, stored: &StoredDocument, version: Document) -> VersionFindings {
    let mut picture = city.picture();
    let mut version = version;
    version.source.file.clone_from(&stored.document.source.file);
    let document = Arc::new(version);
    for held in picture.documents.iter_mut().filter(|held| held.source.file == document.source.file) {
        *held = Arc::clone(&document);
    }
    let checked = check_all(&picture, &Selection::default());
    let in_text = checked.in_text.into_iter().map(|aside| aside.finding);
    let mut findings: Vec<Finding> = checked.findings.into_iter().chain(in_text).collect();
    findings.retain(|finding| finding.at.file == document.source.file);
    put_in_order(&mut findings);
    VersionFindings { document, findings }
}

/// What came, went and stayed from an older version to a newer one.
pub fn compare(newer: &VersionFindings, older: &VersionFindings) -> Comparison {
    Comparison::of(newer.side(), older.side())
}
