//! Rows that a balance ends with, below the row that it begins with: "Ingående skuld", "Utgående skuld".

use crate::prose::words;
use crate::relations::figures::Figures;
use crate::relations::flows::{closes, opens};
use uppsikt_text::case::Lower;

/// What begins a balance is called so by a word of its name.
const EARLIER: [&str; 3] = ["föregående", "förra", "innevarande"];
/// Fewer rows between the first and the last lead nowhere.
const LEAST: usize = 2;

/// Whether a row is what the open rows above it come to, by what it and one of them are called.
pub(super) fn is_closing(figures: &Figures<'_>, row: usize, open: &[usize]) -> bool {
    let label = |row: usize| figures.table.rows[row].label.text.lower();
    let own = label(row);
    let begins = closes(&own) && open.iter().any(|row| opens(&label(*row)));
    begins || open.first().is_some_and(|first| open.len() > LEAST && is_earlier(&label(*first), &own))
}

/// "Ram föregående år" and "Ram".
fn is_earlier(first: &str, last: &str) -> bool {
    let (first, last) = (words(first), words(last));
    let same = first.first().is_some_and(|word| last.first() == Some(word));
    same && first.iter().any(|word| EARLIER.contains(&word.as_str()))
        && !last.iter().any(|word| EARLIER.contains(&word.as_str()))
}
