//! What a chart is called and where its figures come from.

use crate::book::Book;

/// The word before where figures come from.
const SOURCE: &str = "Källa:";

/// Whether words are the caption of a chart: "Diagram 3: Besökare per år", not "Diagram 3 visar …".
pub(crate) fn is_caption(book: &Book<'_>, text: &str) -> bool {
    let first = text.split([' ', ':', '.']).next().unwrap_or_default();
    let after = text[first.len()..].trim_start();
    let number = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let told = number.starts_with([':', '.', '-', '\u{2013}'])
        || number.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    book.opens_diagram(first)
        && told
        && (number.len() < after.len() || number.starts_with([':', '-', '\u{2013}']))
}

/// Whether words tell where the figures of a chart come from.
pub(crate) fn is_source(text: &str) -> bool {
    text.starts_with(SOURCE)
}

/// Where in what is told of a chart its source begins.
pub(crate) fn source_start(text: &str) -> Option<usize> {
    text.find(SOURCE).filter(|at| *at > 0)
}
