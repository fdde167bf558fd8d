//! Numbers that sentences tell as of a day: "Den 31 december 2030 hade kommunen 31 400 invånare."

use crate::in_words::counts;
use crate::numbered::{Numbered, noun};
use crate::prose::{locate, words};
use crate::seen::Sheet;
use chrono::NaiveDate;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::dates;
use uppsikt_text::prose::Found;

/// What is counted, when and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The day.
    pub day: NaiveDate,
    /// What is counted.
    pub noun: String,
    /// Beginnings of the other words that say of what, in order of letters.
    pub scope: Vec<String>,
}

/// A number and what it counts.
#[derive(Debug, Clone)]
pub struct Dated {
    /// What it counts.
    pub key: Key,
    /// The number.
    pub number: i64,
    /// As printed.
    pub printed: String,
    /// Where it stands.
    pub span: Span,
}

/// Smaller numbers are told of many things.
const LEAST: i64 = 100;

/// All dated numbers of a document's sentences.
pub fn dated(sheet: &Sheet<'_>) -> Vec<Dated> {
    let own = sheet.numbered().iter().flat_map(|said| of_sentence(sheet.document, said));
    own.collect()
}

fn of_sentence(document: &Document, said: &Numbered<'_>) -> Vec<Dated> {
    let sentence = said.sentence;
    let days: Vec<(Range<usize>, NaiveDate)> = dates::ranges(sentence)
        .into_iter()
        .filter(|(_, range)| range.from == range.to)
        .map(|(at, range)| (at, range.from))
        .collect();
    if days.is_empty() {
        return Vec::new();
    }
    // A year and the number after it would be read as one.
    let counts = counts(&without(sentence, &days));
    let counts: Vec<&Found> = counts.iter().collect();
    if days.len() != counts.len() || !takes_turns(&days, &counts) {
        return Vec::new();
    }
    let mut last: Option<String> = None;
    let mut found = Vec::new();
    for (at, ((day_at, day), count)) in days.iter().zip(&counts).enumerate() {
        let start = if at == 0 { 0 } else { day_at.start.min(count.range.start) };
        let end = days
            .get(at + 1)
            .zip(counts.get(at + 1))
            .map_or(sentence.len(), |(day, count)| day.0.start.min(count.range.start));
        let named = noun(sentence, count).filter(|word| word != "och").or_else(|| last.clone());
        last = named.clone();
        let whole =
            count.quantity.decimals == 0 && count.hedge == Hedge::Exact && count.quantity.mantissa >= LEAST;
        let counted = !matches!(count.quantity.unit, Unit::Percent) && !count.quantity.unit.is_money();
        let (Some(noun), true) = (named, whole && counted) else { continue };
        let scope = scope(document, sentence, start..end, [day_at, &count.range], &noun);
        found.push(Dated {
            key: Key { day: *day, noun, scope },
            number: count.quantity.mantissa,
            printed: sentence[count.range.clone()].to_owned(),
            span: locate(document, said.passage.span, &sentence[count.range.clone()]),
        });
    }
    found
}

/// A sentence with marks in place of its days, byte for byte.
fn without(sentence: &str, days: &[(Range<usize>, NaiveDate)]) -> String {
    let mut out = sentence.to_owned();
    for (at, _) in days {
        out.replace_range(at.clone(), &";".repeat(at.len()));
    }
    out
}

/// Whether each day has its number on the same side.
fn takes_turns(days: &[(Range<usize>, NaiveDate)], counts: &[&Found]) -> bool {
    let pairs = || days.iter().zip(counts);
    let apart = days.iter().zip(counts).skip(1).all(|(day, _)| day.0.start > days[0].0.start);
    let first = pairs().all(|(day, count)| day.0.start < count.range.start);
    let last = pairs().all(|(day, count)| day.0.start > count.range.start);
    let next = days.iter().skip(1).zip(counts).all(|(day, count)| !first || day.0.start > count.range.start);
    let before = counts.iter().skip(1).zip(days).all(|(count, day)| !last || count.range.start > day.0.start);
    apart && (first || last) && next && before
}

/// Words that do not say of what a number is.
const LITTLE: [&str; 43] = [
    "den",
    "det",
    "de",
    "en",
    "ett",
    "i",
    "på",
    "av",
    "och",
    "hade",
    "har",
    "var",
    "är",
    "gick",
    "går",
    "fanns",
    "finns",
    "bodde",
    "uppgick",
    "till",
    "per",
    "vid",
    "staden",
    "stadens",
    "kommunen",
    "kommunens",
    "totalt",
    "sammanlagt",
    "då",
    "samma",
    "antalet",
    "antal",
    "med",
    "ökade",
    "var",
    "blev",
    "som",
    "inom",
    "hos",
    "enligt",
    "scb",
    "statistik",
    "hela",
];

/// The noun's beginnings under which a committee counts its own.
const OWN: [&str; 5] = ["anställd", "medarbet", "årsarbet", "chef", "tillsvidare"];

/// So many letters of a word say what it is of.
const LETTERS: usize = 6;

fn scope(
    document: &Document,
    sentence: &str,
    clause: Range<usize>,
    aside: [&Range<usize>; 2],
    noun: &str,
) -> Vec<String> {
    let mut parts: Vec<&str> = Vec::new();
    let mut at = clause.start;
    let mut asides = aside;
    asides.sort_by_key(|range| range.start);
    for range in asides {
        parts.extend(sentence.get(at..range.start));
        at = range.end;
    }
    parts.extend(sentence.get(at..clause.end));
    let telling = parts.iter().flat_map(|part| words(part)).filter(|word| {
        !LITTLE.contains(&word.as_str()) && word != noun && !word.bytes().all(|byte| byte.is_ascii_digit())
    });
    let mut scope: Vec<String> = telling.map(|word| word.chars().take(LETTERS).collect()).collect();
    let body = document.body.as_ref().filter(|_| OWN.iter().any(|own| noun.starts_with(own)));
    scope.extend(body.map(|body| body.text.lower()));
    scope.sort_unstable();
    scope.dedup();
    scope
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::of_text;

    fn told(text: &str) -> Vec<(String, String, Vec<String>, i64)> {
        let document = Document::default();
        let all =
            of_text(text).into_iter().flat_map(|said| of_sentence(&document, &said)).collect::<Vec<_>>();
        all.into_iter().map(|it| (it.key.day.to_string(), it.key.noun, it.key.scope, it.number)).collect()
    }

    #[test]
    fn a_number_is_of_the_day_beside_it() {
        let of = |day: &str, scope: &[&str], number| {
            (day.to_owned(), "invånare".to_owned(), scope.iter().map(|it| it.to_string()).collect(), number)
        };
        assert_eq!(
            told("Den 31 december 2030 hade kommunen 31 400 invånare."),
            [of("2030-12-31", &[], 31_400)]
        );
        assert_eq!(
            told("Kommunen hade 31 400 invånare den 31 december 2030."),
            [of("2030-12-31", &[], 31_400)]
        );
        assert_eq!(
            told("Den 31 december 2030 hade staden 31 400 invånare och den 30 juni 2031 131 612."),
            [of("2030-12-31", &[], 31_400), of("2031-06-30", &[], 131_612)]
        );
        assert_eq!(
            told("Den 31 december 2030 hade tätorten 21 400 invånare."),
            [of("2030-12-31", &["tätort"], 21_400)]
        );
        assert!(told("Cirka 31 400 invånare bodde här den 31 december 2030.").is_empty());
        assert!(told("Mötet den 31 december 2030 samlade 40 personer.").is_empty());
    }
}
