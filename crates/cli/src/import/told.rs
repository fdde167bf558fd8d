//! What an import tells of each file, and of those that it left alone.

use crate::read;
use std::path::PathBuf;
use uppsikt_app::document::report::{self, FileReport};
use uppsikt_app::review::lineage::stored::Proposed;
use uppsikt_domain::document::Unread;
use uppsikt_messages::{Lang, Message};
use uppsikt_reading::HouseStyle;

/// So many characters of a line are told.
const LONGEST: usize = 80;

/// So many files of other kinds are named.
const NAMED: usize = 20;

/// What a document is, what was found in it and what nobody took; then the first lines of that.
pub fn understood(report: &FileReport, lang: Lang) -> String {
    let [errors, warnings, notes] = report.findings;
    let counted = Message::new("cli-import-understood")
        .with("kind", read::kind(report.kind, lang))
        .with("errors", errors)
        .with("warnings", warnings)
        .with("notes", notes)
        .with("unread", report.unread)
        .in_lang(lang);
    let pages = read::without_text(&report.scanned, &report.empty, lang);
    let lines = report.first.iter().map(|unread| line(unread, lang));
    let below = lines.chain(pages.lines().map(str::to_owned)).map(|line| format!("\n    {line}"));
    counted + &below.collect::<String>()
}

/// The pages of which nothing was read, a line for each reason.
pub fn pages(report: &FileReport, lang: Lang) -> Vec<String> {
    report::without_text(&report.scanned, &report.empty).iter().map(|told| told.in_lang(lang)).collect()
}

/// What is told of a file whose kind is not known: what was found in it and how its kind is said, else
/// what was sought; and which pages have no text.
pub fn unknown(report: &FileReport, style: &HouseStyle, lang: Lang) -> String {
    let told = match report::found_of_unknown(report.found) {
        Some(found) => {
            let how = Message::new("cli-import-say-kind");
            format!("{} {}", found.in_lang(lang), how.in_lang(lang))
        }
        None => uppsikt_reading::not_recognised_message(style).in_lang(lang),
    };
    let below = pages(report, lang).into_iter().map(|line| format!("\n    {line}"));
    told + &below.collect::<String>()
}

fn line(unread: &Unread, lang: Lang) -> String {
    let at = unread.at;
    let words: String = unread.text.trim().chars().take(LONGEST).collect();
    Message::new("cli-import-unread")
        .with("page", i64::from(at.page.unwrap_or_default()))
        .with("line", i64::from(at.line))
        .with("words", words)
        .in_lang(lang)
}

/// The files that are not read for their kind: how many, and the first names.
pub fn others(paths: &[PathBuf], lang: Lang) -> Option<String> {
    let named: Vec<String> = paths.iter().take(NAMED).map(|path| path.display().to_string()).collect();
    let told = Message::new("cli-import-others")
        .with("count", paths.len())
        .with("names", named.join(", "))
        .with("more", paths.len().saturating_sub(NAMED));
    (!paths.is_empty()).then(|| told.in_lang(lang))
}

/// What may continue as what, and where that is decided.
pub fn lineage(found: &[Proposed], lang: Lang) -> Vec<String> {
    if found.is_empty() {
        return Vec::new();
    }
    let more = found.len().saturating_sub(NAMED);
    let head = Message::new("cli-import-lineage").with("count", found.len()).with("more", more);
    let told = found.iter().take(NAMED).map(|it| {
        let reasons: Vec<String> = it.row.likeness.reasons().iter().map(|why| why.in_lang(lang)).collect();
        let line = Message::new("cli-import-lineage-row")
            .with("year", it.year.to_string())
            .with("kind", it.row.lasting().in_lang(lang))
            .with("was", it.row.was.as_str())
            .with("how", it.row.related().in_lang(lang))
            .with("is", it.row.is.as_str())
            .with("why", reasons.join(", "));
        format!("    {}", line.in_lang(lang))
    });
    std::iter::once(head.in_lang(lang)).chain(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::document::DocumentKind;
    use uppsikt_domain::place::Place;

    #[test]
    fn lines_that_nobody_took_are_told_with_their_places() {
        let unread = |page, number, text: &str| Unread {
            text: text.to_owned(),
            at: Place { page, ..Place::on_line(number) },
            why: "reading-why-nobody".to_owned(),
        };
        let report = FileReport {
            kind: DocumentKind::InterimReport,
            findings: [0, 1, 0],
            unread: 9,
            first: vec![unread(None, 12, "  xx yy"), unread(Some(3), 4, &"å".repeat(200))],
            scanned: vec![7],
            empty: vec![],
            found: [0; 3],
        };
        let told = understood(&report, Lang::Sv);
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(lines.len(), 4, "{told}");
        assert!(lines[1].contains("rad 12: xx yy"), "{told}");
        assert!(lines[2].contains("sida 3, rad 4: å") && lines[2].chars().count() < 120, "{told}");
        assert!(lines[3].contains('7'), "{told}");
    }

    #[test]
    fn of_an_unknown_kind_is_told_what_was_found_and_which_pages_have_no_text() {
        let style = HouseStyle::standard();
        let mut report = FileReport {
            kind: DocumentKind::Unknown,
            findings: [0; 3],
            unread: 0,
            first: Vec::new(),
            scanned: vec![],
            empty: vec![1, 2, 3],
            found: [4, 0, 2],
        };
        let told = unknown(&report, &style, Lang::Sv);
        assert!(told.contains("4 mål") && told.contains("2 tabeller") && told.contains("--style"), "{told}");
        assert!(told.lines().last().is_some_and(|line| line.contains("1–3")), "{told}");
        report.found = [0; 3];
        assert!(unknown(&report, &style, Lang::En).lines().count() == 2);
    }

    #[test]
    fn files_of_other_kinds_are_counted_and_the_first_named() {
        let paths: Vec<PathBuf> = (0..25).map(|at| format!("{at}.xlsx").into()).collect();
        let told = others(&paths, Lang::Sv).unwrap();
        assert!(told.contains("25") && told.contains("19.xlsx") && !told.contains("20.xlsx"), "{told}");
        assert!(told.contains('5') && others(&paths[..1], Lang::En).unwrap().contains("0.xlsx"), "{told}");
        assert_eq!(others(&[], Lang::En), None);
    }
}
