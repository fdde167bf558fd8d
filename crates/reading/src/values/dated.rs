//! Values that stand with their year: "8,9 (2030)", "2030: 212", "84 000 år 2030".

use super::{figure_at, goes_on, is_hedge, value_at};
use crate::book::folded;
use crate::style::IndicatorWords;
use crate::tables::tail::is_year;
use uppsikt_domain::indicator::DayRange;
use uppsikt_text::dates;

/// Between a value and its year stand so many words at most: its unit.
const MOST_UNIT: usize = 2;

/// "(81 % 2030, mål 85 %)", "2030: 212", "8,9 (2030)", "som var 3,4 ton 2030": the last value
/// with its year before what is aimed at.
pub(crate) fn dated_start(sentence: &str, style: &IndicatorWords) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let aims = words.iter().position(|word| {
        let word = folded(word.trim_start_matches('('));
        word.starts_with("mål") && !word.starts_with("målet") || matches!(word.as_str(), "minst" | "högst")
    });
    let after_named = aims.filter(|at| *at > 1).unwrap_or(words.len());
    let before = (0..after_named).rev().find_map(|at| dated_at(&words[..after_named], at, style));
    before.or_else(|| (after_named..words.len()).find_map(|at| beside_year(&words, at)))
}

/// "(år 2030: 71)", "(2030: 41 procent)": a value in brackets after its year.
fn beside_year(words: &[&str], at: usize) -> Option<String> {
    let year = words.get(at.checked_sub(1)?)?.strip_suffix(':')?;
    let opened = year.starts_with('(') || (at > 1 && words[at - 2] == "(år");
    let dated = opened && is_year(year.trim_start_matches('('));
    dated.then(|| value_at(words, at)).flatten()
}

/// A value at a word that has its year before it or after it.
fn dated_at(words: &[&str], at: usize, style: &IndicatorWords) -> Option<String> {
    if goes_on(words, at) {
        return None;
    }
    let value = value_at(words, at)?;
    let before = at.checked_sub(1).map_or("", |at| words[at]);
    if before.ends_with(':') && year_of(before).is_some() {
        return Some(value);
    }
    let end = at + figure_at(words, at)?.1;
    let dated = (end..(end + MOST_UNIT + 1).min(words.len())).find(|at| year_of(words[*at]).is_some())?;
    let led = words[at].starts_with('(')
        || before.ends_with([',', ':'])
        || style.was.iter().any(|word| folded(before) == *word);
    let day = dates::first_range(&words[at..=dated].join(" ")).is_some_and(|range| {
        range.text.starts_with(|c: char| c.is_ascii_digit()) && year_of(&range.text).is_none()
    });
    ((led || words[dated].starts_with('(')) && !day).then_some(value)
}

/// A value is told so many words at most after the verb that says that it was, and after one that its year
/// stands before.
const REACH: usize = 4;
const REACH_DATED: usize = 10;

/// "uppgick 2030 till 31 procent", "År 2030 var andelen rena dammar 55 procent": what it was in a year.
pub(crate) fn was(sentence: &str, style: &IndicatorWords) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let verbs = (0..words.len()).filter(|at| style.was.iter().any(|word| folded(words[*at]) == *word));
    verbs.into_iter().find_map(|verb| {
        let dated = verb.checked_sub(1).is_some_and(|at| year_of(words[at]).is_some());
        let last = (verb + if dated { REACH_DATED } else { REACH }).min(words.len().saturating_sub(1));
        let clause = (verb..last).find(|at| words[*at].ends_with([',', ';', '.'])).unwrap_or(last);
        let at = (verb + 1..=clause).find(|at| value_at(&words, *at).is_some())?;
        let end = at + figure_at(&words, at)?.1;
        let between = words[verb..at].iter().any(|word| year_of(word).is_some());
        let after =
            words[end.min(words.len())..].iter().take(MOST_UNIT + 1).any(|word| year_of(word).is_some());
        value_at(&words, at).filter(|_| dated || between || after)
    })
}

/// "70 procent 2032", "70 % (2032)", "målet för 2032 är 70", "ska 2032 vara 70": the year of what is aimed at.
pub(crate) fn target_year(sentence: &str, target: &str, style: &IndicatorWords) -> Option<DayRange> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let is_target = |at: &usize| figure_at(&words, *at).is_some_and(|(value, _)| value == target);
    let at = (0..words.len()).rev().filter(|at| !goes_on(&words, *at)).find(is_target)?;
    let end = at + figure_at(&words, at)?.1;
    let rest = words[at..].iter().skip(end - at);
    let unit = rest
        .clone()
        .take(MOST_UNIT)
        .take_while(|word| year_of(word).is_none() && !word.ends_with(['.', ';', ',']))
        .count();
    let closed = words[end - 1].ends_with([',', ';', '.', ':']);
    let after =
        rest.clone().nth(unit).filter(|_| !closed).filter(|word| !word.trim_end_matches(',').ends_with(':'));
    let before = || {
        let opens = |word: &str| {
            let word = folded(word);
            matches!(word.as_str(), "ska" | "skall")
                || style.targets.iter().any(|own| word.starts_with(own.as_str()))
        };
        let from = words[..at].iter().rposition(|word| opens(word))?;
        let dated = words[from + 1..at].iter().take(3).find_map(|word| year_of(word))?;
        Some(dated)
    };
    let year = after.and_then(|word| year_of(word)).or_else(before)?;
    dates::first_range(&format!("under {year}")).map(|due| DayRange { text: year.to_string(), ..due })
}

/// The year that a word is, whatever signs are about it.
fn year_of(word: &str) -> Option<i32> {
    let bare = word.trim_matches(['(', ')', ',', ';', '.', ':']);
    bare.parse().ok().filter(|_| is_year(bare))
}

/// Whether words open with a value and its year: "84 000 år 2030", "168 kWh (2030)".
pub(crate) fn opens_dated(words: &[&str]) -> Option<String> {
    let (value, count) = figure_at(words, 0).filter(|(value, _)| !is_year(value))?;
    let rest = &words[count..];
    let year = rest.iter().position(|word| year_of(word).is_some())?;
    let unit = rest[..year].iter().filter(|word| **word != "år").count();
    (unit <= MOST_UNIT && year + 1 == rest.len()).then_some(value)
}

/// "12 450 (2029), 13 000 (2031)", "168 kWh/m² (2028) \u{2192} 150 kWh/m² (2032)", "2028: 14 veckor, 2031:
/// högst 8 veckor": two values with their years, the later last, and the later year.
pub(crate) fn two_dated(sentence: &str) -> Option<(String, String, i32)> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let bracketed: Vec<(String, i32)> = with_years(&words, after);
    let dated = if bracketed.is_empty() { with_years(&words, before) } else { bracketed };
    match dated.as_slice() {
        [(start, from), (target, to)] if from < to => Some((start.clone(), target.clone(), *to)),
        _ => None,
    }
}

fn with_years(words: &[&str], year: fn(&[&str], usize, usize) -> Option<i32>) -> Vec<(String, i32)> {
    let at_word = |at: usize| {
        let (value, count) = figure_at(words, at).filter(|(value, _)| !is_year(value))?;
        Some((value, year(words, at, at + count)?))
    };
    (0..words.len()).filter(|at| !goes_on(words, *at)).filter_map(at_word).collect()
}

/// The year in brackets after a value and its unit.
fn after(words: &[&str], _: usize, end: usize) -> Option<i32> {
    let dated = (end..(end + MOST_UNIT + 1).min(words.len())).find(|at| words[*at].starts_with('('))?;
    let closed = words[dated].trim_end_matches([',', ';', '.']).ends_with(')');
    year_of(words[dated]).filter(|_| closed)
}

/// The year with a colon before a value, or before its "högst".
fn before(words: &[&str], at: usize, _: usize) -> Option<i32> {
    let hedged = at > 0 && is_hedge(words[at - 1]);
    let year = words.get(at.checked_sub(1 + usize::from(hedged))?)?;
    year_of(year).filter(|_| year.ends_with(':'))
}
