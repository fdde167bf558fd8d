//! References to goals in other words than their names: "målet om trygghet", "målet att fler läser",
//! "mål 3".

use crate::book::folded;
use std::collections::HashSet;
use std::ops::Range;
use uppsikt_text::stem::stem;

/// A goal is told again in so many words at most.
const MOST_WORDS: usize = 10;
/// Shorter words say nothing of what a goal is about.
const SHORTEST: usize = 4;
/// A stem that another begins with is at least so long, in bytes.
const SHORTEST_STEM: usize = 5;
/// A goal's number has its scale so far after it, where it is another's ("mål 3 i Agenda 2030").
const REACH: usize = 80;

/// The goals of a document by the stems of their words, and the numbers that they are printed with.
#[derive(Debug, Default)]
pub(crate) struct GoalWords {
    stems: Vec<HashSet<String>>,
    numbers: HashSet<String>,
    /// Compound words with their numbers: "inriktningsmål 2".
    compound: HashSet<String>,
    /// The words that announce a goal, folded.
    announced: HashSet<String>,
}

impl GoalWords {
    /// The names of the goals, their headings, and the words of the style that announce one.
    pub fn new(names: &[String], headings: &[String], style: &[String]) -> Self {
        GoalWords {
            stems: names.iter().map(|name| stems(name).map(|(_, stem)| stem).collect()).collect(),
            compound: headings.iter().filter_map(|heading| compound(heading)).collect(),
            numbers: headings.iter().filter_map(|heading| number_of(heading)).collect(),
            announced: style.iter().map(|word| folded(word)).collect(),
        }
    }

    /// Where a text refers to one of the goals.
    pub fn references(&self, text: &str) -> Vec<Range<usize>> {
        if self.stems.is_empty() {
            return Vec::new();
        }
        text.match_indices("ål").filter_map(|(at, _)| self.at(text, at)).collect()
    }

    /// The reference whose word for a goal holds a place.
    fn at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let start = text[..at]
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let end = text[at..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| at + length);
        let word = folded(&text[start..end]);
        let rest = text[end..].strip_prefix(' ')?;
        if word == "mål" {
            return self.numbered(rest).map(|length| start..end + 1 + length);
        }
        if word.ends_with("mål") {
            let digits = number_at(rest).filter(|number| self.compound.contains(&format!("{word} {number}")));
            return digits.map(|number| start..end + 1 + number.len());
        }
        if !self.announced.contains(&word) {
            return None;
        }
        let (least, about) = [("om att ", 2), ("att ", 2), ("om ", 1)]
            .iter()
            .find_map(|(joins, least)| Some((*least, rest.strip_prefix(joins)?)))?;
        // "med målet att" tells what something is done for.
        if least > 1 && text[..start].trim_end().to_lowercase().ends_with("med") {
            return None;
        }
        let length = self.told(about, least)?;
        Some(start..text.len() - about.len() + length)
    }

    /// How long the number is that one of the goals has, where it is no other scale's.
    fn numbered(&self, text: &str) -> Option<usize> {
        let number = number_at(text)?;
        let sentence = text.find(". ").unwrap_or(text.len()).min(REACH);
        let sentence = text.get(..sentence).or_else(|| text.get(..sentence + 1)).unwrap_or(text);
        let other = ["agenda", "globala"].iter().any(|word| sentence.to_lowercase().contains(word));
        (self.numbers.contains(number) && !other).then_some(number.len())
    }

    /// How many bytes of a text tell of one goal and no other, in at least so many of its words.
    fn told(&self, text: &str, least: usize) -> Option<usize> {
        let end = text.find(['.', ',', ';', ':', '(', '"', '\u{201d}']).unwrap_or(text.len());
        let words: Vec<(usize, String)> = stems(&text[..end]).take(MOST_WORDS).collect();
        let shared = |goal: &HashSet<String>| {
            words.iter().take_while(|(_, stem)| goal.iter().any(|own| is_same(own, stem))).count()
        };
        let counts: Vec<usize> = self.stems.iter().map(shared).collect();
        let best = counts.iter().copied().max().filter(|best| *best >= least)?;
        let alone = counts.iter().filter(|count| **count == best).count() == 1;
        alone.then(|| words[best - 1].0)
    }
}

/// Whether stems are those of one word: one begins with the other ("trygg" and "trygghet").
fn is_same(one: &str, other: &str) -> bool {
    let shortest = one.len().min(other.len());
    one == other || (shortest >= SHORTEST_STEM && (one.starts_with(other) || other.starts_with(one)))
}

/// The stems of the words that say something, with where each word ends.
fn stems(text: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    let mut at = 0;
    let words = text.split_inclusive(|c: char| !c.is_alphanumeric()).map(move |piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = at + word.len();
        at += piece.len();
        (end, word)
    });
    let told = words.filter(|(_, word)| word.chars().count() >= SHORTEST && !is_small(word));
    told.map(|(end, word)| (end, stem(&folded(word))))
}

/// Words that goals of every kind hold.
fn is_small(word: &str) -> bool {
    const SMALL: &str = "eller inom från till alla hela samt ökad ökade minska minskad bättre arbetar arbeta \
        kommunen kommunens staden stadens nämnden nämndens genom mellan under över deras sina som ska skall \
        vara blir ska goda god gott";
    let word = folded(word);
    SMALL.split_whitespace().any(|own| own == word)
}

/// The number that a goal's heading gives it: "Mål 1.2 Vattnet är gott".
fn number_of(heading: &str) -> Option<String> {
    let lower = folded(heading);
    let at = lower.find("mål ").map(|at| at + "mål ".len())?;
    number_at(&lower[at..]).map(str::to_owned)
}

/// "Inriktningsmål 2: Fler läser": the word and the number, folded.
fn compound(heading: &str) -> Option<String> {
    let lower = folded(heading);
    let (word, rest) = lower.split_once(' ')?;
    let number = number_at(rest).filter(|_| word.ends_with("mål") && word != "mål")?;
    Some(format!("{word} {number}"))
}

/// The number that a text begins with: "1.2".
pub(crate) fn number_at(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    Some(text[..digits].trim_end_matches('.')).filter(|number| !number.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        let own = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let names = own(&[
            "Fler unga läser böcker på fritiden",
            "Tryggheten i parkerna ska öka",
            "Fler träd planteras",
        ]);
        let headings =
            own(&["Mål 1: Fler unga läser böcker på fritiden", "Mål 2.1: Tryggheten i parkerna ska öka"]);
        let goals = GoalWords::new(&names, &headings, &own(&["målet", "kommunfullmäktigemålet"]));
        goals.references(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn goals_are_told_by_what_they_are_about() {
        assert_eq!(read("Målet om trygghet i parkerna nås inte."), ["Målet om trygghet i parkerna"]);
        assert_eq!(
            read("Vi bidrar till kommunfullmäktigemålet att unga ska läsa fler böcker, och mer."),
            ["kommunfullmäktigemålet att unga ska läsa fler böcker"]
        );
        assert_eq!(read("Målet om att fler träd planteras nås."), ["Målet om att fler träd planteras"]);
    }

    #[test]
    fn goals_are_told_by_their_numbers_but_not_those_of_agenda_2030() {
        assert_eq!(read("Åtgärden hör till mål 2.1 och mål 1."), ["mål 2.1", "mål 1"]);
        assert!(read("Det bidrar till mål 1 Ingen fattigdom i Agenda 2030 och till mål 7.").is_empty());
    }

    #[test]
    fn a_compound_word_and_its_number_tell_a_goal() {
        let own = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let headings = own(&["Inriktningsmål 2: Fler unga läser böcker"]);
        let goals = GoalWords::new(&own(&["Fler unga läser böcker"]), &headings, &[]);
        let text = "Hör till inriktningsmål 2. Inriktningsmål 3 är ett annat, liksom nämndmål 2.";
        let found: Vec<&str> = goals.references(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["inriktningsmål 2"]);
    }

    #[test]
    fn what_may_be_two_goals_or_none_is_no_reference() {
        assert!(read("Målet om fler anställda nås. Målet att nå budgeten nås. Målet är satt.").is_empty());
        assert!(read("Målet att fler cyklar nås.").is_empty());
        assert!(read("Vi gör det med målet att unga läser böcker.").is_empty());
    }
}
