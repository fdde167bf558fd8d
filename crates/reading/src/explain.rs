//! Which pattern took which line: the data of `read --explain`.

use uppsikt_domain::document::{Document, LineRole};

/// A line of the source and what took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained<'a> {
    /// The line's number, one-based.
    pub line: u32,
    /// Its page, where it is known.
    pub page: Option<u32>,
    /// What it was taken as.
    pub role: LineRole,
    /// The pattern of the style or the rule that took it. Empty for blank lines.
    pub by: &'a str,
    /// The line as printed.
    pub text: &'a str,
}

/// Every line of the document's source, in order.
pub fn explain(document: &Document) -> Vec<Explained<'_>> {
    let lines = (1..).zip(&document.lines);
    lines
        .map(|(line, source)| Explained {
            line,
            page: source.page,
            role: source.role,
            by: &source.by,
            text: &source.text,
        })
        .collect()
}
