//! Plans, programmes and policies by their names.

use crate::book::folded;
use crate::chunks::is_one_of;
use crate::prose::boundary;
use std::ops::Range;

/// Words for a committee's own papers, which are no plans of the municipality.
const OWN: &str = "internkontrollplan aktivitetsplan detaljbudgetplan budgetprogram nämndplan nämndsplan verksamhetsplan kommunplan plan strategi program flerårsplan budgetplan investeringsplan";

/// The word that ends in a plan's ending ("näringslivsprogrammet"), where it is more than that.
pub(super) fn plan_before(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let start = text[..hit.start].rfind(|c: char| !c.is_alphabetic() && c != '-').map_or(0, |at| at + 1);
    let start = boundary(text, start);
    let ended = text[hit.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (ended && start < hit.start).then_some(start..hit.end)
}

/// Plans under their names with years: "Klimat- och miljöprogram 2025–2030".
pub(super) fn dated_plans(text: &str) -> Vec<Range<usize>> {
    const ENDINGS: [&str; 6] = ["program", "plan", "strategi", "policy", "agenda", "programmet"];
    let mut found = Vec::new();
    for (at, _) in text.match_indices([' ', '\u{a0}']) {
        let years = year_span(text[at..].trim_start_matches([' ', '\u{a0}']));
        let word_start =
            text[..at].rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(text, start + 1));
        let word = folded(&text[word_start..at]);
        let single = years == 4 && !(text[word_start..].starts_with(char::is_uppercase) && word.len() > 11);
        if years == 0
            || single
            || is_one_of(&word, OWN)
            || !ENDINGS.iter().any(|ending| word.ends_with(ending))
        {
            continue;
        }
        let end = text.len() - text[at..].trim_start_matches([' ', '\u{a0}']).len() + years;
        found.push(name_start(text, word_start)..end);
    }
    found
}

/// How long the years are that a text begins with: "2025–2030".
fn year_span(text: &str) -> usize {
    let word: String =
        text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '\u{2013}')).collect();
    let years: Vec<&str> = word.split(['-', '\u{2013}']).collect();
    let own = |text: &str| text[word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let sound = (years.len() == 2 || (years.len() == 1 && own(text)))
        && years.iter().all(|year| crate::tables::tail::is_year(year));
    if sound { word.len() } else { 0 }
}

/// A name that ends in a word begins with it, or with "Klimat- och" before it.
fn name_start(text: &str, word: usize) -> usize {
    let before = text[..word].trim_end();
    let joined = before.strip_suffix("och").map(str::trim_end).filter(|rest| rest.ends_with('-'));
    joined.map_or(word, |rest| rest.rfind(' ').map_or(0, |at| at + 1))
}

/// A plan's name ends at punctuation or at a word that names do not hold.
pub(super) fn plan_end(text: &str, least: usize) -> usize {
    const STOPS: &str = "samt som vilken vilket kommer ska har är föreslås ha inledas fortlöpa antas antog bli under \
        genom till där så utgör i";
    let punctuation =
        text[least..].find([',', '.', ';', ':', '"', '\u{201d}', '(', ')', '*']).map(|at| at + least);
    let rest = &text[least..];
    let stops = rest.match_indices(' ').filter(|(at, _)| {
        let word = rest[at + 1..].split(' ').next().unwrap_or_default();
        is_one_of(word.trim_matches(|c: char| !c.is_alphanumeric()), STOPS)
    });
    let stops = stops.map(|(at, _)| least + at);
    stops.chain(punctuation).min().unwrap_or(text.len())
}

/// Plans by a compound name and what they are for: "Skyfallsplan för Åhamn".
pub(super) fn named_plans(text: &str) -> Vec<Range<usize>> {
    const ENDINGS: [&str; 4] = ["plan", "program", "strategi", "policy"];
    let mut found = Vec::new();
    for (at, joins) in text.match_indices(" för ") {
        let start = text[..at].rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(text, start + 1));
        let word = &text[start..at];
        let own = !is_one_of(&folded(word), OWN) && word.chars().count() > 8;
        let capital = word.starts_with(char::is_uppercase) && start > 0;
        let rest = &text[at + joins.len()..];
        if own
            && capital
            && rest.starts_with(char::is_uppercase)
            && ENDINGS.iter().any(|it| word.ends_with(it))
        {
            found.push(start..text.len() - rest.len() + names(rest));
        }
    }
    found
}

/// How long the words with a capital are that a text begins with.
fn names(text: &str) -> usize {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let ended = |word: &str| word.ends_with([',', '.', ';', ':', ')']);
    let mut length = 0;
    for word in text.split(' ').take_while(capital) {
        length += word.len() + usize::from(length > 0);
        if ended(word) {
            break;
        }
    }
    text[..length].trim_end_matches([',', '.', ';', ':', ')']).len()
}
