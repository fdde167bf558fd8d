//! What weighs on a wording: what denies or halves it before, inside and right after it.

use super::{Found, last_word, opens_with, says};
use crate::book::{Book, folded};
use crate::headings::has_finite_verb;
use crate::style::StatusWords;
use std::ops::Range;
use uppsikt_domain::assessment::Status;

/// The status with what stands before it in its clause, and right after it.
pub(super) fn weighed(
    sentence: &str,
    clause: usize,
    found: Found,
    book: &Book<'_>,
) -> (Status, Range<usize>) {
    let Found { status, range, gapped } = found;
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
    let none = last_word(before, &style.none).or_else(|| none_such(before));
    let own = last_word(before, &style.denials).filter(|at| !is_aside(&sentence[clause..range.end], *at));
    if none.is_some_and(|none| own.is_some_and(|own| own > none)) {
        return (Status::NotStated, clause..range.end);
    }
    let denied = own.or(none);
    let inner = gapped && says(&inside, &style.denials);
    let whole = whole
        || opens_with(&inside, &style.wholes)
        || denied.is_some_and(|at| says(&before[at..], &style.wholes));
    let short = whole && none.is_none() && (denied.is_some() || inner);
    let halves =
        short || halved.is_some() || says(&inside, &style.halves) || opens_with(&after, &style.halves);
    let low = opens_with(&after, &style.low_grades);
    let denies = low || denied.is_some() || inner || opens_with(&after, &style.denials);
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

/// "Ingen insats som (går enligt plan)": where the "ingen" of a noun begins that the wording's own clause is about.
fn none_such(before: &str) -> Option<usize> {
    let words: Vec<&str> = before.split_whitespace().collect();
    let relative = words.iter().rposition(|word| *word == "som")?;
    let none = words.get(relative.checked_sub(2)?)?;
    let lower = folded(none);
    let told = matches!(lower.as_str(), "ingen" | "inget" | "inga") && words.len() - relative <= 2;
    told.then(|| none.as_ptr().addr() - before.as_ptr().addr())
}
