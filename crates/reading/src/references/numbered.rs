//! References by a word and a number: "kapitel 5", "tabell 3", "2031 års delårsrapport".

use super::whole_number_at;
use crate::tables::tail::is_year;
use std::collections::HashSet;
use std::ops::Range;

/// Between a year and the document that is of it stands this.
const OF_YEAR: &str = " års ";
/// A year has so many digits.
const YEAR_DIGITS: usize = 4;

/// "tabell 5": the word that a text is hit by with the number after it, where something has that number.
pub(super) fn numbered(text: &str, hit: Range<usize>, numbers: &HashSet<String>) -> Option<Range<usize>> {
    let rest = text[hit.end..].strip_prefix([' ', '\u{a0}'])?;
    let number = whole_number_at(rest).filter(|number| numbers.contains(*number))?;
    let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    free.then(|| hit.start..text.len() - rest.len() + number.len())
}

/// A document's name with the year that follows it, or stands before it in the genitive.
pub(super) fn with_year(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let ended = text[hit.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let told = after(text, &hit).or_else(|| before(text, &hit));
    told.filter(|_| free && ended)
}

fn after(text: &str, hit: &Range<usize>) -> Option<Range<usize>> {
    let rest = &text[hit.end..];
    let year = rest.strip_prefix(" för").unwrap_or(rest).strip_prefix(' ')?;
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    (digits == YEAR_DIGITS).then(|| hit.start..text.len() - year.len() + YEAR_DIGITS)
}

fn before(text: &str, hit: &Range<usize>) -> Option<Range<usize>> {
    let rest = text[..hit.start].strip_suffix(OF_YEAR)?;
    let start = rest.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let start = crate::prose::boundary(rest, start);
    is_year(&rest[start..]).then_some(start..hit.end)
}
