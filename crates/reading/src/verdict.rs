//! What a clause says of how it goes: a wording of the scale, and what denies or halves it.
//!
//! "Enligt plan" says one thing and "har inte kunnat genomföras enligt plan" another, however
//! many words stand between. What stands in the same clause before the wording decides; a
//! clause that concedes ("trots att …") does not count where another says more.

mod doubt;

use crate::book::{Book, folded};
use crate::headings::has_finite_verb;
use crate::pattern::fold;
use crate::style::StatusWords;
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

/// The first status that a sentence states, and the words that say so.
pub(crate) fn first_status(sentence: &str, book: &Book<'_>) -> Option<(Status, Range<usize>)> {
    let letters: Letters = sentence.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let whole = holds_any(&folded(sentence), &book.style.status.whole);
    let first = wording(sentence, &letters, 0, whole, book)?;
    let clause = clause_start(sentence, &first.1);
    let conceded = opens_with(&sentence[clause..], &book.style.status.concessions);
    let later = conceded.then(|| wording(sentence, &letters, first.1.end, whole, book)).flatten();
    let (floor, (status, range)) = match later {
        Some(later) => (first.1.end, later),
        None => (0, first),
    };
    let start = clause_start(sentence, &range).max(floor);
    Some(doubt::settled(sentence, weighed(sentence, start, status, range, book), book))
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
fn wording(
    sentence: &str,
    letters: &Letters,
    from: usize,
    whole: bool,
    book: &Book<'_>,
) -> Option<(Status, Range<usize>)> {
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
        Some((found.status, letters[start].0..end))
    })
}

/// Whether a stretch of a sentence is all its words.
fn is_all(letters: &Letters, stretch: Range<usize>) -> bool {
    let mut rest = letters[..stretch.start].iter().chain(&letters[stretch.end..]);
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

/// The status with what stands before it in its clause, and right after it.
fn weighed(
    sentence: &str,
    clause: usize,
    status: Status,
    range: Range<usize>,
    book: &Book<'_>,
) -> (Status, Range<usize>) {
    let style = &book.style.status;
    let after = after_words(&sentence[range.end..]);
    let whole = opens_with(&after, &style.wholes);
    if !matches!(status, Status::OnTrack | Status::PartlyOnTrack) {
        // "nås inte fullt ut": what is denied is that it is whole.
        let short =
            status == Status::OffTrack && whole && says(&folded(&sentence[range.clone()]), &style.denials);
        let end = range.end + graded_end(&sentence[range.end..], style);
        return if short { (Status::PartlyOnTrack, range.start..end) } else { (status, range) };
    }
    let inside = folded(&sentence[range.clone()]);
    let clause = clause.min(range.start);
    let before = &sentence[clause..range.start];
    let halved = last_word(before, &style.halves);
    let none = last_word(before, &style.none);
    let denied = last_word(before, &style.denials).filter(|at| !is_aside(&sentence[clause..range.end], *at));
    let denied = denied.or(none);
    let short = whole && none.is_none() && (denied.is_some() || says(&inside, &style.denials));
    let halves =
        short || halved.is_some() || says(&inside, &style.halves) || opens_with(&after, &style.halves);
    let low = opens_with(&after, &style.low_grades);
    let denies =
        low || denied.is_some() || says(&inside, &style.denials) || opens_with(&after, &style.denials);
    let range = range.start..range.end + graded_end(&sentence[range.end..], style);
    let start = halved.into_iter().chain(denied).min().map_or(range.start, |at| clause + at);
    match (status, denies, halves) {
        (Status::PartlyOnTrack, true, _) | (Status::OnTrack, true, false) => {
            (Status::OffTrack, start..range.end)
        }
        (Status::OnTrack, _, true) => (Status::PartlyOnTrack, start..range.end),
        _ => (status, range),
    }
}

/// How many bytes of what follows a wording say to what degree: " i låg grad", " bara delvis".
fn graded_end(after: &str, style: &StatusWords) -> usize {
    let lower = after.to_lowercase();
    if lower.len() != after.len() {
        return 0;
    }
    let bare = ["bara ", "endast ", "enbart "].iter().find_map(|word| lower.trim_start().strip_prefix(word));
    let rest = bare.unwrap_or(lower.trim_start());
    let all = [&style.low_grades, &style.halves, &style.high_grades, &style.wholes];
    let words = all.into_iter().flatten().filter(|word| rest.starts_with(word.as_str()));
    let whole = words.filter(|word| rest[word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric()));
    whole.map(|word| lower.len() - rest.len() + word.len()).max().unwrap_or(0)
}

/// "som inte kunde börja i våras går": what is denied is the clause that "som" opens, and a
/// further verb follows it. "Inte bara" denies nothing.
fn is_aside(clause: &str, denial: usize) -> bool {
    let words: Vec<String> = clause[denial..].split_whitespace().map(folded).collect();
    let only =
        words.get(1).is_some_and(|word| matches!(word.as_str(), "bara" | "endast" | "enbart" | "minst"));
    let verbs = words.iter().skip(1).filter(|word| has_finite_verb(word)).count();
    only || (verbs >= 2 && clause[..denial].trim_end().ends_with("som"))
}

/// The words right after a wording, without "bara" and the like.
fn after_words(after: &str) -> String {
    let after = folded(after);
    let rest = after.trim_start();
    let bare = ["bara ", "endast ", "enbart "].iter().find_map(|word| rest.strip_prefix(word));
    bare.unwrap_or(rest).to_owned()
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
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn status(text: &str) -> Option<Status> {
        let style = HouseStyle::standard();
        first_status(text, &Book::new(&style)).map(|(status, _)| status)
    }

    #[test]
    fn what_denies_or_halves_may_stand_far_before_the_wording() {
        for (text, expected) in [
            ("Bidraget har inte genomförts enligt plan.", Status::OffTrack),
            ("Arbetet har inte kunnat genomföras enligt plan.", Status::OffTrack),
            ("Arbetet bedöms delvis gå enligt plan.", Status::PartlyOnTrack),
            ("Nämndens bidrag kommer delvis att uppfyllas.", Status::PartlyOnTrack),
            ("Det är inte sannolikt att målet nås.", Status::OffTrack),
            ("Bidraget har delvis genomförts.", Status::PartlyOnTrack),
            ("Målet uppfylls bara delvis.", Status::PartlyOnTrack),
            ("Bidraget är inte helt i fas med planen.", Status::PartlyOnTrack),
            ("Målet är långt ifrån uppfyllt.", Status::OffTrack),
            ("Bidraget är i stort sett uppfyllt.", Status::PartlyOnTrack),
            ("Bidraget har uppfyllts i låg grad.", Status::OffTrack),
            ("Bidraget bedöms uppfyllas i viss grad.", Status::PartlyOnTrack),
            ("Målet har inte uppnåtts fullt ut.", Status::PartlyOnTrack),
            ("Målet nås inte fullt ut i år.", Status::PartlyOnTrack),
            ("Målet är inte uppfyllt i sin helhet.", Status::PartlyOnTrack),
            ("Inget av målen uppnås fullt ut.", Status::OffTrack),
            ("Målet har inte uppnåtts.", Status::OffTrack),
            ("Målet beräknas nås i sin helhet", Status::OnTrack),
            ("Målet beräknas inte nås.", Status::OffTrack),
            ("Målet beräknas inte nås fullt ut.", Status::PartlyOnTrack),
            ("Bidraget har uppfyllts i hög grad.", Status::OnTrack),
        ] {
            assert_eq!(status(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_that_mean_something_else_in_a_sentence_count_alone() {
        assert_eq!(status("Når."), Some(Status::OnTrack));
        assert_eq!(status("Når delvis."), Some(Status::PartlyOnTrack));
        assert_eq!(status("Når inte."), Some(Status::OffTrack));
        assert_eq!(status("Verksamheten når fler unga än förra året."), None);
    }

    #[test]
    fn what_is_conceded_or_denied_of_something_else_does_not_count() {
        let text =
            "Trots att flera insatser löper enligt plan bedöms bidraget som helhet inte gå enligt plan.";
        assert_eq!(status(text), Some(Status::OffTrack));
        for text in [
            "Nämnden har inte ändrat planeringen, och bidraget går enligt plan.",
            "Nämnden har inte ändrat planeringen och arbetet går enligt plan.",
            "Arbetet som inte kunde börja i våras går enligt plan.",
            "Arbetet går inte bara enligt plan.",
            "Även om kurserna är försenade går bidraget enligt plan.",
        ] {
            assert_eq!(status(text), Some(Status::OnTrack), "{text}");
        }
    }
}
