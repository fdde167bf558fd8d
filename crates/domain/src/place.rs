//! Where in a source something is printed.

use serde::{Deserialize, Serialize};

/// A place in a source, one-based.
///
/// `line` counts in the whole file for text and Markdown. `page` is the number that a
/// running head prints (text), or `None` where nothing says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    /// Page, where it is known.
    pub page: Option<u32>,
    /// Line, one-based.
    pub line: u32,
    /// Column in characters, one-based.
    pub column: u32,
}

impl Place {
    /// A place on a line of a source without known pages.
    pub fn on_line(line: u32) -> Self {
        Place { page: None, line, column: 1 }
    }

    /// Which of two places in one source is read first. Where a page is unknown, lines count
    /// in the whole file and decide alone.
    pub fn reading_order(self, other: Place) -> std::cmp::Ordering {
        let pages = match (self.page, other.page) {
            (Some(own), Some(other)) => own.cmp(&other),
            _ => std::cmp::Ordering::Equal,
        };
        pages.then((self.line, self.column).cmp(&(other.line, other.column)))
    }
}

/// A stretch of source: from a place to a place, the last character included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First character.
    pub at: Place,
    /// Last line, one-based, not before `at.line`.
    pub end_line: u32,
    /// Last column on the last line, one-based and included.
    pub end_column: u32,
}

impl Span {
    /// From the start of one span to the end of another that follows it.
    pub fn to(self, last: Span) -> Span {
        Span { at: self.at, end_line: last.end_line, end_column: last.end_column }
    }

    /// Whether both share a character.
    pub fn overlaps(&self, other: &Span) -> bool {
        let start = |span: &Span| (span.at.line, span.at.column);
        let end = |span: &Span| (span.end_line, span.end_column);
        start(self) <= end(other) && start(other) <= end(self)
    }

    /// Whether a line lies inside the span.
    pub fn holds_line(&self, line: u32) -> bool {
        (self.at.line..=self.end_line).contains(&line)
    }
}

/// A printed wording and where it stands. Words wrapped over lines are joined.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct TextAt {
    /// The wording, lines joined by single spaces.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl TextAt {
    /// A wording at a span.
    pub fn new(text: impl Into<String>, span: Span) -> Self {
        TextAt { text: text.into(), span }
    }
}
