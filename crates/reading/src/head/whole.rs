//! Whether a document is the whole municipality's by what it tells of.

use crate::book::{Book, first_fit, folded};
use crate::pattern::Pattern;
use crate::source::Source;
use std::collections::HashSet;

/// A report that tells of so many committees is the municipality's.
const FEWEST_COMMITTEES: usize = 3;
/// The label of a row or a heading is no longer, in bytes.
const LONGEST: usize = 80;

/// Whether lines tell of several committees side by side, as only the municipality's own reports do.
pub(super) fn names_committees(source: &Source, book: &Book<'_>) -> bool {
    let name = |line: usize| {
        let name = label(source, line);
        (name.starts_with(char::is_uppercase) && book.is_body(name)).then(|| folded(name))
    };
    let named: HashSet<String> = (0..source.len()).filter_map(name).collect();
    named.len() >= FEWEST_COMMITTEES
}

/// Whether two of three things stand in rows or headings that only the municipality has: frames of several
/// committees, the balance requirement, and income from taxes or their rate.
pub(super) fn is_whole(source: &Source, book: &Book<'_>) -> bool {
    let told = |patterns: &[Pattern]| {
        let mut labels = (0..source.len()).map(|line| label(source, line));
        labels.any(|label| label.len() <= LONGEST && first_fit(patterns, label).is_some())
    };
    let found = [names_committees(source, book), told(&book.city_balance), told(&book.city_taxes)];
    found.into_iter().filter(|it| *it).count() >= 2
}

/// Whether rows or headings tell of income from taxes or their rate, which only the municipality has.
pub(super) fn tells_taxes(source: &Source, book: &Book<'_>) -> bool {
    let mut labels = (0..source.len()).map(|line| label(source, line));
    labels.any(|label| label.len() <= LONGEST && first_fit(&book.city_taxes, label).is_some())
}

/// The words that a line begins with, up to a wide space or a figure.
fn label(source: &Source, line: usize) -> &str {
    let text = source.text(line).trim_start_matches(['|', ' ', '#', '*']);
    let end = text.find("  ").or_else(|| text.find(|c: char| c.is_ascii_digit() || c == '|'));
    let name = text[..end.unwrap_or(text.len())].trim_end();
    name.trim_end_matches(['-', '\u{2013}', '\u{2212}', ' ', '|', '*', ':'])
}
