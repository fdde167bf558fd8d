//! The stable word of a document in addresses: what it is, whose, and for which year.
//! Two readings with the same word are versions of the same document.
//!
//! A year may have several interim reports. The one of August, which the law knows, has the plain
//! word; others say which one they are ("…-2026-april", "…-2026-1").

use chrono::Datelike;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::municipality::Body;
use uppsikt_messages::Message;
use uppsikt_text::dates;
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
    let part = part_of_year(document).map(|part| format!("-{part}")).unwrap_or_default();
    match body {
        Some(body) => Ok(format!("{word}-{}-{year}{part}", body.slug)),
        None if is_whole_municipality(document.kind) => Ok(format!("{word}-{year}{part}")),
        None => Err(lacks("act-import-no-body")),
    }
}

/// The month that the interim report of the law goes to, and the number it mostly has.
/// Kommunallagen 11 kap., lagen om kommunal bokföring och redovisning 13 kap. 1 §: at least half of
/// the year and at most two thirds of it.
const AUGUST: u32 = 8;
const OF_AUGUST: u32 = 2;

/// Which interim report of its year a document is by its title: the month that it goes to, else its
/// number. None for the one of August, and for a title that does not tell.
fn part_of_year(document: &Document) -> Option<String> {
    let interim = matches!(document.kind, DocumentKind::InterimReport | DocumentKind::CityInterimReport);
    let title = document.title.as_ref().filter(|_| interim)?;
    let words = || title.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let named = words().filter_map(|word| Some((word.to_lowercase(), dates::month(word)?)));
    let stated = dates::ranges(&title.text).into_iter().map(|(_, day)| day.to);
    let days = stated.filter(|day| title.text.contains(&day.to_string()));
    let dated = days.map(|day| (format!("{:02}", day.month()), day.month()));
    match named.chain(dated).last() {
        Some((_, AUGUST)) => None,
        Some((word, _)) => Some(slug(&word)),
        None => {
            let numbers = words().filter_map(|word| word.trim_start_matches(['t', 'T']).parse::<u32>().ok());
            numbers
                .into_iter()
                .find(|number| (1..=4).contains(number))
                .filter(|it| *it != OF_AUGUST)
                .map(|it| it.to_string())
        }
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
    use uppsikt_domain::place::TextAt;

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
    fn interim_reports_of_one_year_are_told_apart_and_the_one_of_august_has_the_plain_word() {
        let word = |title: &str| {
            let title = Some(TextAt { text: title.into(), ..TextAt::default() });
            let report = Document { title, ..document(DocumentKind::InterimReport, Some(2026)) };
            document_slug(&report, Some(&body())).unwrap()
        };
        let plain = "delarsrapport-fritidsnamnden-2026";
        for title in [
            "Delårsrapport 2026",
            "Delårsrapport 2 2026",
            "Delårsrapport 1 januari–31 augusti 2026",
            "Delårsrapport per 2026-08-31",
            "Tertialrapport 2",
        ] {
            assert_eq!(word(title), plain, "{title}");
        }
        for (title, part) in [
            ("Delårsrapport 1 2026", "1"),
            ("Delårsrapport T1 2026", "1"),
            ("Delårsrapport per april 2026", "april"),
            ("Delårsrapport 1 januari–30 april 2026", "april"),
            ("Delårsrapport per 2026-03-31", "03"),
            ("Uppföljning tertial 3 2026", "3"),
        ] {
            assert_eq!(word(title), format!("{plain}-{part}"), "{title}");
        }
        let title = Some(TextAt { text: "Budget 1 2026".into(), ..TextAt::default() });
        let budget = Document { title, ..document(DocumentKind::CommitteeBudget, Some(2026)) };
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
