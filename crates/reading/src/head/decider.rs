//! The one proposed to decide a case.

use super::{bare, words};
use crate::book::{Book, first_fit, folded};
use crate::chunks::item_mark;
use crate::source::Source;
use uppsikt_domain::place::TextAt;
use uppsikt_text::format;

/// "X föreslås besluta": X is to decide.
pub(super) fn proposed(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let phrase = book.style.case.proposes.as_str();
    let said = (0..source.len()).filter(|line| source.free(*line)).find_map(|line| {
        let raw = source.raw(line);
        let at = raw.find(phrase)?;
        let start = raw.len() - raw.trim_start().len();
        let end = raw[..at].trim_end().len();
        (end > start).then(|| words(source, line, start..end))
    });
    let asked = said.or_else(|| asked_to_decide(source, book)).or_else(|| decider(source, book));
    let asked = asked.or_else(|| named_before_points(source, book));
    let asked = asked.or_else(|| decides_in_sentence(source, book));
    asked.or_else(|| names_itself(source, book)).or_else(|| written_to(source, book))
}

/// A body's name has so many words at most.
const MOST_WORDS_OF_BODY: usize = 7;

/// "1. Parknämnden godkänner planen.": the first point of the proposal begins with the one who decides it.
fn names_itself(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let line = first_below_heading(source, book)?;
    let (start, text) = bare(source.raw(line));
    let mark = item_mark(text).map_or(0, |mark| mark.length);
    let ends = text[mark..].match_indices(' ').map(|(at, _)| mark + at).take(MOST_WORDS_OF_BODY);
    let mut named = ends.filter(|end| {
        let verb = text[end + 1..].split(' ').next().unwrap_or_default();
        book.is_body(&text[mark..*end]) && verb.ends_with('r') && verb.starts_with(char::is_lowercase)
    });
    let end = named.next()?;
    Some(words(source, line, start + mark..start + end))
}

/// "Till parknämnden": the one that the letter goes to, near the top.
fn written_to(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    first_below_heading(source, book)?;
    (0..source.len()).take(MOST_ABOVE).find_map(|line| {
        let (start, text) = bare(source.raw(line));
        let opening = book.style.case.addressees.iter().find_map(|word| {
            let rest = text.strip_prefix(word.as_str())?.trim_start_matches(':');
            rest.strip_prefix(' ')
        })?;
        let from = start + text.len() - opening.len();
        let found = words(source, line, from..start + text.len());
        book.is_body(opening).then(|| TextAt::new(format::capitalised(&found.text), found.span))
    })
}

/// The head of a letter has so many lines at most.
const MOST_ABOVE: usize = 25;

/// "I parknämnden:" right below the heading of the proposal.
fn named_before_points(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let line = first_below_heading(source, book)?;
    let (start, text) = bare(source.raw(line));
    let name = in_body(book, text)?;
    let found = words(source, line, start + name.start..start + name.end);
    Some(TextAt::new(format::capitalised(&found.text), found.span))
}

/// Where the body is named in "I parknämnden:", the words over what is decided in it.
pub(crate) fn in_body(book: &Book<'_>, text: &str) -> Option<std::ops::Range<usize>> {
    let name = text.trim_end().strip_suffix(':')?.strip_prefix("I ")?;
    let council = folded(name) == folded(&book.style.case.council);
    (council || book.is_body(name)).then(|| 2..2 + name.len())
}

/// The first line below the heading of the proposal.
fn first_below_heading(source: &Source, book: &Book<'_>) -> Option<usize> {
    let headed = (0..source.len())
        .find(|line| first_fit(&book.case_decisions, bare(source.raw(*line)).1).is_some())?;
    (headed + 1..source.len()).find(|line| !source.blank(*line))
}

/// "Parknämnden föreslår kommunfullmäktige besluta": the one after the verb is to decide.
fn asked_to_decide(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let style = &book.style.case;
    (0..source.len()).filter(|line| source.free(*line)).find_map(|line| {
        let raw = source.raw(line);
        let verb = style.asks.iter().find_map(|verb| raw.find(verb.as_str()).map(|at| at + verb.len()))?;
        let rest = raw[verb..].trim_start();
        let rest = rest.strip_prefix("att ").unwrap_or(rest);
        let start = raw.len() - rest.len();
        let name = rest[..rest.find(" beslut")?].trim_end();
        let sound = book.is_body(name) || folded(name) == folded(&style.council);
        let found = words(source, line, start..start + name.len());
        sound.then(|| TextAt::new(format::capitalised(&found.text), found.span))
    })
}

/// "Parknämnden beslutar att överlämna …" right below the heading of the proposal.
fn decides_in_sentence(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let line = first_below_heading(source, book)?;
    let (start, text) = bare(source.raw(line));
    let name = text[..text.find(" beslutar ")?].trim_end();
    let named = book.is_body(name) && folded(name) != "nämnden";
    named.then(|| words(source, line, start..start + name.len()))
}

/// "Kommunstyrelsens arbetsutskott beslutar" alone below the heading of the proposal.
fn decider(source: &Source, book: &Book<'_>) -> Option<TextAt> {
    let line = first_below_heading(source, book)?;
    let (start, text) = bare(source.raw(line));
    let text = text.trim_end_matches(':').trim_end();
    let words_said = book
        .style
        .case
        .decides
        .iter()
        .filter_map(|said| folded(text).strip_suffix(said.as_str()).map(str::len));
    let length =
        words_said.min().filter(|length| folded(text).len() == text.to_lowercase().len() && *length > 0)?;
    let name = text.get(..length)?.trim_end();
    book.is_body(name).then(|| words(source, line, start..start + name.len()))
}
