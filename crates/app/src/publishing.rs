//! Printing a stored document.

use crate::city::City;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_messages::{Lang, text};
use uppsikt_writing::{Report, ReportOptions, WritingError, report_from_document};

fn report(city: &City, stored: &StoredDocument, lang: Lang) -> Report {
    let stage = text(lang, "app-stage-as-read", &[("version", i64::from(stored.version).into())]);
    let options = ReportOptions::new(&city.data.municipality.name, &stage, city.seen_from, lang);
    report_from_document(&stored.document, &options)
}

/// A stored document as PDF: PDF/UA-1 and PDF/A-2a in one file.
///
/// # Errors
/// When the document cannot be set.
pub fn pdf(city: &City, stored: &StoredDocument, lang: Lang) -> Result<Vec<u8>, WritingError> {
    uppsikt_writing::pdf(&report(city, stored, lang))
}

/// A stored document as one accessible page of HTML.
pub fn html(city: &City, stored: &StoredDocument, lang: Lang) -> String {
    uppsikt_writing::html(&report(city, stored, lang), lang)
}
