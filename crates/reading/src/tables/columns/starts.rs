//! At which words of a head a column begins.

use super::names::names_own;
use super::{HeadWord, opens_column};
use crate::book::folded;
use crate::chunks::is_one_of;
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::tail::is_period;
use uppsikt_text::figure;

/// The best `columns` places to begin a column, weighed one by one, kept in order.
pub(super) fn best_starts(words: &[HeadWord], columns: usize, style: &ColumnBook) -> Vec<usize> {
    let mut scored: Vec<(i32, usize)> =
        (0..words.len()).map(|at| (start_score(words, at, style), at)).collect();
    scored.sort_by_key(|(score, at)| (-score, std::cmp::Reverse(*at)));
    let mut starts: Vec<usize> = scored.into_iter().take(columns).map(|(_, at)| at).collect();
    starts.sort_unstable();
    starts
}

pub(super) fn start_score(words: &[HeadWord], at: usize, style: &ColumnBook) -> i32 {
    let word = &words[at];
    let before = at.checked_sub(1).map(|at| words[at].text.as_str());
    let mut score = 0;
    if style.is(&words[at].text, what::ANY) {
        let named = |before: &str| opens_column(before, style) || is_whole(word, style);
        let goes_on = before.is_some_and(|before| before.starts_with(char::is_uppercase) && named(before))
            && word.text.starts_with(char::is_lowercase)
            && !word.opens_line;
        score += if goes_on { 3 } else { 6 };
    }
    if word.text.starts_with(char::is_uppercase) {
        score += 2;
        // "Kostnad totalt": the word before the whole opens the column.
        let named = at > 0 && !style.is(&word.text, what::ANY);
        let whole = words.get(at + 1).is_some_and(|next| !next.opens_line && is_whole(next, style));
        score += if named && whole { 6 } else { 0 };
    }
    if at == 0 {
        let whole = words.get(1).is_some_and(|next| next.opens_chunk || is_period(bare(&next.text)));
        score += if word.gap >= 2 { 10 } else { -3 } + if whole { 3 } else { 0 };
    } else {
        score += if stands_alone(words, at, style) { 0 } else { wrapped(word) };
        if word.gap >= 2 && !word.opens_line {
            score += 4;
        }
    }
    let year = is_period(bare(&word.text));
    let set_out = word.opens_line && word.gap >= 2;
    let alone = year
        && !before.is_some_and(is_month)
        && before.is_none_or(|before| is_period(bare(before)) || !style.is(before, what::ANY));
    if alone && (set_out || (at > 0 && !word.opens_line)) {
        score += 6;
    } else if continues(&word.text) {
        score -= 9;
    }
    if at > 0 && !style.is(&word.text, what::ANY) && names_own(words, at) {
        score += 6;
    }
    let dated = words.get(at + 1).is_some_and(|next| is_period(bare(&next.text)));
    if dated && at > 0 && is_month(&word.text) && word.text.starts_with(char::is_uppercase) {
        score += 6;
    }
    if is_part(&word.text) && at > 0 {
        score += 8;
    }
    if before.is_some_and(is_part) {
        score -= 9;
    }
    if is_short_form(&word.text) && before.is_some_and(|before| style.is(before, what::PART)) {
        score -= 7;
    }
    let against = words.get(at + 1).is_some_and(|next| folded(&next.text) == "mot");
    if against && before.is_some_and(|before| style.is(before, what::CHANGE | what::DEVIATION)) {
        score -= 9;
    }
    if before.is_some_and(|before| joins_next(before) || style.is(before, what::WHOLE)) {
        score -= 7;
    }
    score
}

/// "totalt" in lower case: it goes on what stands before it.
fn is_whole(word: &HeadWord, style: &ColumnBook) -> bool {
    word.text.starts_with(char::is_lowercase) && style.is(&word.text, what::WHOLE)
}

/// A word that opens a paragraph of the head is likely to open a column; one that only
/// opens a wrapped line is not.
fn wrapped(word: &HeadWord) -> i32 {
    match (word.opens_chunk, word.opens_line) {
        (true, _) => 4,
        (false, true) => -6,
        _ => 0,
    }
}

/// "Avvikelse" alone on a line of a wrapped head, after a word that is complete: a column of its own.
fn stands_alone(words: &[HeadWord], at: usize, style: &ColumnBook) -> bool {
    let word = &words[at];
    let alone = word.opens_line && words.get(at + 1).is_none_or(|next| next.opens_line);
    let goes_on = at > 0 && joins_next(&words[at - 1].text);
    alone && !goes_on && opens_column(&word.text, style)
}

pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%')
}

fn continues(word: &str) -> bool {
    let bare = bare(word);
    const SMALL: &str = "och i för av mot per helår till med % procent finansierat eller på den";
    let small = is_one_of(&folded(bare), SMALL);
    small
        || is_period(bare)
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || figure::unit(bare).is_some()
        || word.starts_with(['(', '-', '/'])
}

/// "Aug", "augusti", "Jan–aug": a column of a month, or of some.
fn is_month(word: &str) -> bool {
    const MONTHS: &str = "januari februari mars april maj juni juli augusti september oktober november december \
        jan feb mar apr jun jul aug sep sept okt nov dec";
    folded(word).split('-').all(|month| is_one_of(month.trim_end_matches('.'), MONTHS))
}

/// "varav styrelsen": a part of the column before.
pub(super) fn is_part(word: &str) -> bool {
    matches!(folded(word).as_str(), "varav" | "därav")
}

/// "KB", "SF/IF": up to six letters, all capitals.
fn is_short_form(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (1..=6).contains(&letters) && !word.chars().any(char::is_lowercase)
}

fn joins_next(word: &str) -> bool {
    word.ends_with(['-', '/']) || is_one_of(&folded(word), "och i för av mot per till eller på")
}
