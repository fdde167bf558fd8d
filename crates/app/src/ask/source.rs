//! A document's source, line by line, with what took each line and what is asked for marked.

use crate::city::City;
use uppsikt_domain::claim::Claim;
use uppsikt_domain::document::{LineRole, SourceLine};
use uppsikt_domain::municipality::Body;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::StoredDocument;

/// A document's source.
#[derive(Debug, Clone)]
pub struct SourceView<'a> {
    /// The document.
    pub stored: &'a StoredDocument,
    /// The body that answers for it.
    pub body: Option<&'a Body>,
    /// Its lines, in order.
    pub rows: Vec<SourceRow<'a>>,
    /// The first and last marked line, where some are.
    pub marked: Option<(u32, u32)>,
    /// Lines that nobody took.
    pub unread: Vec<u32>,
}

/// One line of a source.
#[derive(Debug, Clone, Copy)]
pub struct SourceRow<'a> {
    /// One-based.
    pub number: u32,
    /// The line as printed.
    pub text: &'a str,
    /// What took it.
    pub role: LineRole,
    /// Whether it is among the lines asked for.
    pub marked: bool,
    /// The page that begins here, where one does.
    pub new_page: Option<u32>,
}

/// The source of a document, with the lines `from` to `to` marked. Lines outside the source
/// are not marked; ends in the wrong order are swapped.
pub fn source<'a>(city: &'a City, slug: &str, asked: Option<(u32, u32)>) -> Option<SourceView<'a>> {
    let stored = city.document(slug)?;
    let lines = &stored.document.lines;
    let marked = asked.and_then(|(from, to)| within(from.min(to), from.max(to), lines.len()));
    let mut page = None;
    let mut rows = Vec::with_capacity(lines.len());
    for (number, line) in (1..).zip(lines) {
        rows.push(row(number, line, marked, &mut page));
    }
    let unread = rows.iter().filter(|row| row.role == LineRole::Unread).map(|row| row.number).collect();
    Some(SourceView { stored, body: city.body_of(stored), rows, marked, unread })
}

fn within(from: u32, to: u32, lines: usize) -> Option<(u32, u32)> {
    let last = u32::try_from(lines).unwrap_or(u32::MAX);
    (from >= 1 && from <= last).then(|| (from, to.min(last)))
}

fn row<'a>(
    number: u32,
    line: &'a SourceLine,
    marked: Option<(u32, u32)>,
    page: &mut Option<u32>,
) -> SourceRow<'a> {
    let new_page = line.page.filter(|found| *page != Some(*found));
    *page = line.page.or(*page);
    let marked = marked.is_some_and(|(from, to)| (from..=to).contains(&number));
    SourceRow { number, text: &line.text, role: line.role, marked, new_page }
}

/// The lines that the link to a span asks for.
pub fn lines_of(span: &Span) -> (u32, u32) {
    (span.at.line, span.end_line.max(span.at.line))
}

impl SourceView<'_> {
    /// Whether the marked lines hold the printed string of a claim, line breaks aside.
    pub fn marks(&self, claim: &Claim) -> bool {
        let lines = self.rows.iter().filter(|row| row.marked).map(|row| row.text);
        let shown = single_spaced(&lines.collect::<Vec<_>>().join(" "));
        shown.contains(&single_spaced(&claim.wording))
    }
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
