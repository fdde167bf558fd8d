//! The stable word of a document in addresses: what it is, whose, and for which year.
//! Two readings with the same word are versions of the same document.

use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::municipality::Body;
use uppsikt_messages::Message;
use uppsikt_text::format::slug;

/// The stable word of a document, or what it lacks for one.
pub fn document_slug(document: &Document, body: Option<&Body>) -> Result<String, Message> {
    let lacks = |key| Message::new(key).with("file", document.source.file.as_str());
    let word = kind_word(document.kind).ok_or_else(|| lacks("act-import-unknown-kind"))?;
    if document.kind == DocumentKind::Case {
        let number =
            document.case.as_ref().map(|case| slug(&case.number)).filter(|number| !number.is_empty());
        return number.map(|number| format!("{word}-{number}")).ok_or_else(|| lacks("act-import-no-number"));
    }
    let year = document.year.ok_or_else(|| lacks("act-import-no-year"))?;
    match body {
        Some(body) => Ok(format!("{word}-{}-{year}", body.slug)),
        None if is_whole_municipality(document.kind) => Ok(format!("{word}-{year}")),
        None => Err(lacks("act-import-no-body")),
    }
}

/// Whether a kind of document is about the whole municipality, and needs no body.
fn is_whole_municipality(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::CouncilBudget | DocumentKind::CityInterimReport | DocumentKind::AnnualReport)
}

fn kind_word(kind: DocumentKind) -> Option<&'static str> {
    match kind {
        DocumentKind::CommitteeBudget => Some("namndsbudget"),
        DocumentKind::InterimReport => Some("delarsrapport"),
        DocumentKind::AnnualAnalysis => Some("arsanalys"),
        DocumentKind::CouncilBudget => Some("fullmaktiges-budget"),
        DocumentKind::CityInterimReport => Some("kommunens-delarsrapport"),
        DocumentKind::AnnualReport => Some("arsredovisning"),
        DocumentKind::Case => Some("arende"),
        DocumentKind::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::document::CaseHead;

    fn body() -> Body {
        Body { slug: "fritidsnamnden".into(), name: "Fritidsnämnden".into(), ..Body::default() }
    }

    fn document(kind: DocumentKind, year: Option<i32>) -> Document {
        Document { kind, year, ..Document::default() }
    }

    #[test]
    fn a_document_is_named_for_kind_body_and_year() {
        let budget = document(DocumentKind::CommitteeBudget, Some(2026));
        assert_eq!(document_slug(&budget, Some(&body())).unwrap(), "namndsbudget-fritidsnamnden-2026");
    }

    #[test]
    fn a_case_is_named_for_its_number() {
        let head = CaseHead { number: "STK-2023-137".into(), ..CaseHead::default() };
        let case = Document { case: Some(head), ..document(DocumentKind::Case, None) };
        assert_eq!(document_slug(&case, None).unwrap(), "arende-stk-2023-137");
    }

    #[test]
    fn what_is_missing_is_said() {
        let key = |kind, year| document_slug(&document(kind, year), None).unwrap_err().key;
        assert_eq!(key(DocumentKind::Unknown, Some(2026)), "act-import-unknown-kind");
        assert_eq!(key(DocumentKind::CommitteeBudget, None), "act-import-no-year");
        assert_eq!(key(DocumentKind::CommitteeBudget, Some(2026)), "act-import-no-body");
        assert_eq!(key(DocumentKind::Case, None), "act-import-no-number");
    }

    #[test]
    fn the_annual_report_needs_no_body() {
        let report = document(DocumentKind::AnnualReport, Some(2025));
        assert_eq!(document_slug(&report, None).unwrap(), "arsredovisning-2025");
    }
}
