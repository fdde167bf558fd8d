//! Several indicators in one sentence: "Indikatorer är andelen …, antalet … samt skillnaden …".

use crate::book::folded;
use crate::style::IndicatorWords;
use std::ops::Range;

/// The parts of a sentence that lists indicators, each of which opens with a measure; none where it
/// lists no more than one.
pub(super) fn parts(text: &str, style: &IndicatorWords) -> Vec<Range<usize>> {
    let Some(from) = announced(text) else { return Vec::new() };
    let starts: Vec<usize> = words(text, from)
        .filter(|at| opens(&text[from..*at]) && measured(&text[*at..], style) && !in_brackets(text, *at))
        .collect();
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| *start..*start + trimmed(&text[*start..end])).collect()
}

/// Where the words end that say that several follow.
fn announced(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let same = lower.len() == text.len();
    let words = ["indikatorer", "mått", "nyckeltal", "mätetal"].iter();
    words.filter_map(|word| lower.find(word).map(|at| at + word.len())).min().filter(|_| same)
}

/// Where words begin after a place.
fn words(text: &str, from: usize) -> impl Iterator<Item = usize> + '_ {
    text[from..].match_indices(' ').map(move |(at, _)| from + at + 1)
}

/// Whether what stands before a word ends so that a further member of a list begins.
fn opens(before: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    before.ends_with([':', ',', ';']) || matches!(last, "samt" | "och" | "är" | "används")
}

fn measured(rest: &str, style: &IndicatorWords) -> bool {
    let said = folded(rest);
    style.measure.iter().any(|word| said.starts_with(word.as_str()))
}

fn in_brackets(text: &str, at: usize) -> bool {
    text[..at].matches('(').count() > text[..at].matches(')').count()
}

/// How long a member is without what joins it to the next.
fn trimmed(member: &str) -> usize {
    let mut rest = member.trim_end_matches([' ', ',', ';', '.']);
    for word in [" samt", " och"] {
        rest = rest.strip_suffix(word).unwrap_or(rest).trim_end_matches([' ', ',', ';', '.']);
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str) -> Vec<&str> {
        let style = HouseStyle::standard().indicators;
        parts(text, &style).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn each_member_of_a_list_is_one() {
        let text = "Följande indikatorer används: antal besök per invånare (5,8 år 2030; mål 6,2), \
            skillnaden mellan stadsdelarna, som ska minska samt andel nöjda, där målvärdet är 90 procent.";
        assert_eq!(
            read(text),
            [
                "antal besök per invånare (5,8 år 2030; mål 6,2)",
                "skillnaden mellan stadsdelarna, som ska minska",
                "andel nöjda, där målvärdet är 90 procent"
            ]
        );
        assert_eq!(read("Indikatorer är andelen rena dammar och antalet fåglar.").len(), 2);
    }

    #[test]
    fn what_is_one_is_not_parted() {
        assert!(read("Indikator är andelen rena dammar och hur många som badar.").is_empty());
        assert!(read("Nämnden följer målet med tre indikatorer.").is_empty());
    }
}
