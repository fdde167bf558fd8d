//! Whose a document is, once its title and its text have been read.

use super::whole::{is_whole, names_committees};
use super::{Head, bare, body_of_place, words};
use crate::book::{Book, folded};
use crate::source::Source;
use crate::title;
use uppsikt_domain::document::{DocumentKind, LineRole};
use uppsikt_domain::place::TextAt;
use uppsikt_text::format;

/// The place after a body's name is the municipality, and no part of the name, where the first lines name it:
/// "Parknämnden Storby" above "Storby kommun".
pub(super) fn without_place(source: &Source, book: &Book<'_>, body: TextAt) -> TextAt {
    let Some((own, place)) = body.text.rsplit_once(' ') else { return body };
    let placed = !book.is_body(&body.text) && book.is_body_line(&body.text) && book.is_body(own);
    let named = || {
        let first = (0..source.len()).filter(|line| !source.blank(*line)).take(FIRST_LINES);
        let place = folded(place);
        let names = ["kommun", "stad"].map(|kind| format!("{place} {kind}"));
        first.map(|line| folded(source.text(line))).any(|line| names.iter().any(|name| line.contains(name)))
    };
    if !placed || !named() {
        return body;
    }
    let mut span = body.span;
    let length = u32::try_from(place.chars().count() + 1).unwrap_or_default();
    span.end_column = span.end_column.saturating_sub(length);
    TextAt::new(own, span)
}

/// The municipality is looked for in so many lines with words.
const FIRST_LINES: usize = 30;

/// A report of the municipality itself, or the council's budget, names no committee.
pub(super) fn settle_body(source: &Source, book: &Book<'_>, head: &mut Head) {
    use DocumentKind::{
        AnnualAnalysis, AnnualReport, CityInterimReport, CommitteeBudget, CouncilBudget, InterimReport,
    };
    let committee = head.body.as_ref().is_some_and(|body| book.is_body_line(&body.text));
    let nobodys = head.body.as_ref().is_none_or(|body| book.is_municipality(&body.text));
    let place = || {
        let mut lines = (0..source.len()).filter(|line| source.lines[*line].role == LineRole::Title);
        lines.find_map(|line| municipality(source, book, line))
    };
    let whole = || nobodys && is_whole(source, book);
    match head.kind {
        CouncilBudget if committee && !head.whole => head.kind = CommitteeBudget,
        CouncilBudget => head.body = council(source, book).or_else(place),
        CommitteeBudget if whole() => {
            head.kind = CouncilBudget;
            head.body = council(source, book).or_else(place);
        }
        AnnualReport if committee && !head.whole && place().is_none() && !names_committees(source, book) => {
            head.kind = AnnualAnalysis;
        }
        InterimReport if nobodys => {
            head.body = head.body.take().or_else(place);
            if head.body.is_some() || whole() {
                head.kind = CityInterimReport;
            }
        }
        AnnualAnalysis if nobodys => {
            let place = place().filter(|_| names_committees(source, book));
            if place.is_some() || whole() {
                head.kind = AnnualReport;
                head.body = place.or_else(|| head.body.take());
            }
        }
        CityInterimReport | AnnualReport => {
            let own = head.body.take().filter(|_| !committee);
            head.body = place().or(own);
        }
        _ => {}
    }
}

/// The municipality that a line of the title page names, beside a title or alone.
pub(super) fn municipality(source: &Source, book: &Book<'_>, line: usize) -> Option<TextAt> {
    let (start, text) = bare(source.raw(line));
    let titled = title::in_line(book, text);
    let of = |text: &str| {
        let first = text.split(' ').next().unwrap_or_default();
        let joins = book.style.titles.of.contains(&folded(first));
        if joins { first.len() + 1 } else { 0 }
    };
    let name = titled.map_or(Some(of(text)..text.len()), |title| title.body)?;
    let named = book.is_municipality(text.get(name.clone())?) && body_of_place(book, text).is_none();
    named.then(|| words(source, line, start + name.start..start + name.end))
}

/// Where the text first names the council.
fn council(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let name = book.style.case.council.as_str();
    (0..source.len()).find_map(|line| {
        let raw = source.raw(line);
        let at = raw.find(name).or_else(|| raw.find(&format::capitalised(name)))?;
        let found = words(source, line, at..at + name.len());
        Some(TextAt::new(format::capitalised(&found.text), found.span))
    })
}
