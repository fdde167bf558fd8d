//! What a clause says of how it goes: a wording of the scale, and what denies or halves it.
//!
//! "Enligt plan" says one thing and "har inte kunnat genomföras enligt plan" another, however
//! many words stand between. What stands in the same clause before the wording decides; a
//! clause that concedes ("trots att …") does not count where another says more.

mod doubt;
mod weight;

use crate::book::{Book, folded};
use crate::headings::has_finite_verb;
use crate::pattern::fold;
use crate::words::holds_any;
use std::ops::Range;
use uppsikt_domain::assessment::Status;

/// So many words may stand in a gap of a wording ("kommer * att nås").
const WIDEST_GAP: usize = 4;

/// A wording of the scale made ready: its parts around gaps.
pub(crate) struct Wording {
    pub parts: Vec<Vec<char>>,
    pub status: Status,
    /// Whether it counts only where the sentence holds nothing else: "=når".
    alone: bool,
}

impl Wording {
    pub fn new(words: &str, status: Status) -> Self {
        let alone = words.starts_with('=');
        let words = words.trim_start_matches('=');
        let parts = words.split(" * ").map(|part| part.chars().map(fold).collect());
        Wording { parts: parts.collect(), status, alone }
    }

    /// How much of a text it says.
    pub fn length(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    fn has_gap(&self) -> bool {
        self.parts.len() > 1
    }
}

/// A sentence letter by letter, folded, with where each letter stands.
type Letters = Vec<(usize, char)>;

/// A wording of the scale where it stands in a sentence.
#[derive(Clone)]
struct Found {
    status: Status,
    range: Range<usize>,
    /// Whether other words stand inside it, which may deny it.
    gapped: bool,
}

/// The first status that a sentence states, and the words that say so.
pub(crate) fn first_status(sentence: &str, book: &Book<'_>) -> Option<(Status, Range<usize>)> {
    let letters: Letters = sentence.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let whole = holds_any(&folded(sentence), &book.style.status.whole);
    let first = wording(sentence, &letters, 0, whole, book)?;
    let after = |first: &Found| wording(sentence, &letters, first.range.end, whole, book);
    let (floor, found) = match after(&first) {
        Some(later) if yields(sentence, &first, book) => (first.range.end, later),
        Some(later) if goes_on(sentence, &first, &later, book) => (0, later),
        _ => (0, first),
    };
    let start = clause_start(sentence, &found.range).max(floor);
    Some(doubt::settled(sentence, weight::weighed(sentence, start, found, book), book))
}

/// Whether a wording gives way to a later one: its clause concedes, tells of before, or of what was planned.
fn yields(sentence: &str, first: &Found, book: &Book<'_>) -> bool {
    let words = &book.style.status;
    let start = clause_start(sentence, &first.range).min(first.range.start);
    opens_with(&sentence[start..], &words.concessions)
        || says(&sentence[start..first.range.end], &words.past)
        || doubt::tells_plan(sentence, &first.range, words)
}

/// "Bedöms inte gå enligt plan": a denial that nothing is stated by goes on with what is denied.
fn goes_on(sentence: &str, first: &Found, later: &Found, book: &Book<'_>) -> bool {
    let words = &book.style.status;
    let last = folded(sentence[first.range.clone()].rsplit(' ').next().unwrap_or_default());
    let between = sentence.get(first.range.end..later.range.start).unwrap_or_default();
    first.status == Status::NotStated
        && words.denials.contains(&last)
        && clause_start(sentence, &later.range) <= first.range.start
        && ![" om ", " huruvida ", "."].iter().any(|word| between.contains(word))
}

/// Whether a sentence tells how it was before.
pub(crate) fn tells_past(sentence: &str, book: &Book<'_>) -> bool {
    says(sentence, &book.style.status.past)
}

/// A text that is a status and nothing else is no longer than this, in bytes.
const LONGEST: usize = 80;

/// Whether a text is a status and nothing else.
pub(crate) fn is_status(text: &str, book: &Book<'_>) -> bool {
    let opens = |wording: &Wording| {
        let Some(part) = wording.parts.first() else { return false };
        part.iter().copied().eq(text.chars().map(fold).take(part.len()))
    };
    text.len() <= LONGEST
        && book.statuses.iter().any(opens)
        && first_status(text, book).is_some_and(|(_, at)| at == (0..text.len()))
}

/// Where the status ends that a text begins with: words of the scale, a sign before such words or alone, or a
/// dash for none.
pub(crate) fn stated_end(text: &str, book: &Book<'_>) -> Option<usize> {
    let sign = text.chars().next().filter(|c| !c.is_alphanumeric());
    let after = sign.map_or(text, |sign| &text[sign.len_utf8()..]);
    let words = after.trim_start_matches(['\u{fe0f}', ' ']);
    if let Some((_, at)) = first_status(words, book).filter(|(_, at)| at.start == 0) {
        return Some(text.len() - words.len() + at.end);
    }
    let rest = after.trim_start_matches('\u{fe0f}');
    let ends = rest.is_empty() || rest.starts_with("  ") || rest.starts_with(['.', ',', ';', '/', '|']);
    let dash = |sign: char| matches!(sign, '-' | '\u{2013}') && ends;
    let told = |sign: char| book.cell_status(&sign.to_string()).is_some() && (ends || rest.starts_with(' '));
    sign.filter(|sign| dash(*sign) || told(*sign)).map(char::len_utf8)
}

fn opens_with(clause: &str, words: &[String]) -> bool {
    let clause = folded(clause);
    words.iter().any(|word| clause.starts_with(word.as_str()))
}

/// The first wording at or after a place; at one place the longest.
fn wording(sentence: &str, letters: &Letters, from: usize, whole: bool, book: &Book<'_>) -> Option<Found> {
    let begins =
        |start: usize| letters[start].0 >= from && (start == 0 || !letters[start - 1].1.is_alphanumeric());
    (0..letters.len()).filter(|start| begins(*start)).find_map(|start| {
        let allowed = book.statuses.iter().filter(|wording| whole || !wording.has_gap());
        let fits = |it: &Wording| {
            let end = fit(letters, start, it)?;
            (!it.alone || is_all(letters, start..end)).then_some(end)
        };
        let (found, end) = allowed.filter_map(|it| Some((it, fits(it)?))).next()?;
        let end = letters.get(end).map_or(sentence.len(), |(at, _)| *at);
        Some(Found { status: found.status, range: letters[start].0..end, gapped: found.has_gap() })
    })
}

/// Whether a stretch of a text is all the words of its sentence.
fn is_all(letters: &Letters, stretch: Range<usize>) -> bool {
    let within = |(_, c): &&(usize, char)| *c != '.';
    let before = letters[..stretch.start].iter().rev().take_while(within);
    let mut rest = before.chain(letters[stretch.end..].iter().take_while(within));
    !rest.any(|(_, c)| c.is_alphanumeric())
}

/// Where a wording that begins at a letter ends (one past).
fn fit(letters: &Letters, start: usize, wording: &Wording) -> Option<usize> {
    let mut parts = wording.parts.iter();
    let mut end = part_end(letters, start, parts.next()?)?;
    for part in parts {
        let gaps = word_starts(letters, end).take(WIDEST_GAP + 1);
        end = gaps.into_iter().find_map(|at| part_end(letters, at, part))?;
    }
    Some(end)
}

fn part_end(letters: &Letters, start: usize, part: &[char]) -> Option<usize> {
    let end = start + part.len();
    let same = letters.get(start..end)?.iter().map(|(_, c)| c).eq(part.iter());
    (same && letters.get(end).is_none_or(|(_, c)| !c.is_alphanumeric())).then_some(end)
}

/// The beginnings of the words after a letter, up to the end of the clause.
fn word_starts(letters: &Letters, from: usize) -> impl Iterator<Item = usize> + '_ {
    let clause = letters[from..].iter().take_while(|(_, c)| !matches!(c, ',' | ';' | '.' | ':')).count();
    (from + 1..from + clause).filter(|at| letters[at - 1].1 == ' ' && letters[*at].1 != ' ')
}

/// Where the clause around a place begins: after a comma, a "men", or an "och" with a verb of its own.
fn clause_start(sentence: &str, wording: &Range<usize>) -> usize {
    let before = &sentence[..wording.start];
    let marks = [", ", "; ", ": ", " men ", " medan "].into_iter();
    let cut = marks.filter_map(|mark| before.rfind(mark).map(|at| at + mark.len())).max().unwrap_or(0);
    let joined = before[cut..].rfind(" och ").map(|at| cut + at + " och ".len());
    joined.filter(|start| has_finite_verb(&sentence[*start..wording.end])).unwrap_or(cut)
}

/// Where the last of some words begins in a text, as whole words.
fn last_word(text: &str, words: &[String]) -> Option<usize> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let free = |at: usize, length: usize| {
        let before = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        before && lower[at + length..].chars().next().is_none_or(|c| !c.is_alphanumeric())
    };
    let places = words.iter().flat_map(|word| {
        lower.match_indices(word.as_str()).map(|(at, found)| (at, found.len())).collect::<Vec<_>>()
    });
    places.filter(|(at, length)| free(*at, *length)).map(|(at, _)| at).max()
}

fn says(text: &str, words: &[String]) -> bool {
    last_word(text, words).is_some()
}

#[cfg(test)]
mod tests;
