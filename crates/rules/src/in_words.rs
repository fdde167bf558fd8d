//! Changes told in words: "ökat med 7 mkr, från 31 till 38 mkr".

use std::ops::Range;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::dates;
use uppsikt_text::prose::{Found, numbers};

/// Whether something grows or shrinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It grows.
    Up,
    /// It shrinks.
    Down,
}

/// Two levels, and which way a word before them says it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromTo {
    /// The level before, in the unit of the level after where it names none itself.
    pub from: Found,
    /// The level after.
    pub to: Found,
    /// The way, where the words before "från" name it.
    pub direction: Option<Direction>,
}

/// How much something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// The amount.
    pub amount: Found,
    /// Whether it is given in percentage points.
    pub points: bool,
}

impl FromTo {
    /// Where the two levels stand in the sentence, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.from.range.start..self.to.range.end
    }
}

/// The numbers of a sentence that are neither years nor days of a month.
pub fn counts(sentence: &str) -> Vec<Found> {
    let is_year = |found: &Found| {
        let printed = &sentence[found.range.clone()];
        printed.len() == 4
            && found.quantity.unit == Unit::None
            && (1900..2100).contains(&found.quantity.mantissa)
    };
    let is_day = |found: &Found| {
        let next = sentence[found.range.end..].split_whitespace().next().unwrap_or_default();
        found.quantity.unit == Unit::None
            && dates::month(next.trim_matches(|c: char| !c.is_alphabetic())).is_some()
    };
    numbers(sentence).into_iter().filter(|found| !is_year(found) && !is_day(found)).collect()
}

/// "från A till B", when a sentence says it once, of levels above nought without hedges.
pub fn from_to(sentence: &str, counts: &[Found]) -> Option<FromTo> {
    let pairs = counts.windows(2).filter(|pair| is_from_to(sentence, &pair[0], &pair[1]));
    let [pair] = pairs.collect::<Vec<_>>()[..] else { return None };
    let (mut from, to) = (pair[0].clone(), pair[1].clone());
    if from.quantity.unit == Unit::None {
        from.quantity.unit = to.quantity.unit.clone();
    }
    let same_unit = from.quantity.unit == to.quantity.unit
        || from.quantity.unit.is_money() && to.quantity.unit.is_money();
    let sound = same_unit && from.quantity.mantissa > 0 && to.quantity.mantissa >= 0;
    let scaled = ["tusen", "hundra", "miljon", "år", "kl"]
        .iter()
        .any(|word| next_word(sentence, &to).starts_with(word));
    let direction = direction(&sentence[..from.range.start]);
    (sound && !scaled).then_some(FromTo { from, to, direction })
}

fn is_from_to(sentence: &str, from: &Found, to: &Found) -> bool {
    let before = sentence[..from.range.start].trim_end().lower();
    before.ends_with("från")
        && sentence.get(from.range.end..to.range.start).unwrap_or_default().trim() == "till"
}

fn next_word<'a>(sentence: &'a str, found: &Found) -> &'a str {
    sentence[found.range.end..].split_whitespace().next().unwrap_or_default()
}

/// "ökat med C", "en minskning på C": an amount right after a word of change.
pub fn by(sentence: &str, counts: &[Found]) -> Option<By> {
    let told = counts.iter().filter(|found| {
        let last = last_words(without_hedge(&sentence[..found.range.start]), 3);
        let joined = last.last().is_some_and(|word| ["med", "på"].contains(&word.as_str()));
        joined && last.iter().any(|word| way(word).is_some())
    });
    let [amount] = told.collect::<Vec<_>>()[..] else { return None };
    let points = next_word(sentence, amount).starts_with("procentenhet");
    Some(By { amount: amount.clone(), points })
}

/// Words before an amount that make it less exact.
const HEDGES: [&str; 9] =
    ["cirka", "ca", "drygt", "knappt", "nästan", "närmare", "omkring", "ungefär", "runt"];

/// A text without the word at its end that makes the amount after it less exact.
pub fn without_hedge(text: &str) -> &str {
    let text = text.trim_end();
    let hedge = HEDGES.iter().find_map(|word| text.strip_suffix(word).filter(|rest| rest.ends_with(' ')));
    hedge.unwrap_or(text)
}

/// Words that deny the way, and participles: "ökad service, från 30 till 20 minuter" is no slip.
const UNSURE: [&str; 8] = ["inte", "ej", "ökad", "minskad", "höjd", "sänkt", "höjda", "sänkta"];

/// The way that the last words before a place name, "med 3 procentenheter, från" aside. None where they name none, both, or deny it.
fn direction(before: &str) -> Option<Direction> {
    let words = last_words(before, 4);
    if words.iter().any(|word| UNSURE.contains(&word.as_str())) {
        return None;
    }
    let mut ways = words.iter().filter_map(|word| way(word));
    let first = ways.next()?;
    ways.all(|way| way == first).then_some(first)
}

fn last_words(text: &str, count: usize) -> Vec<String> {
    let mut words = crate::prose::words(text);
    words.split_off(words.len().saturating_sub(count))
}

/// The way that a word of change names.
pub fn way(word: &str) -> Option<Direction> {
    const UP: [&str; 10] = ["öka", "ökn", "stig", "steg", "höj", "växer", "växt", "växa", "upp", "uppgången"];
    const DOWN: [&str; 11] =
        ["minsk", "sjunk", "sjönk", "sänk", "krymp", "ned", "ner", "nedgången", "faller", "fallit", "föll"];
    let is = |stems: &[&str], whole: &[&str]| {
        stems.iter().any(|stem| if whole.contains(stem) { word == *stem } else { word.starts_with(stem) })
    };
    match (is(&UP, &["steg", "upp"]), is(&DOWN, &["ned", "ner"])) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

/// A figure's size, in its own unit.
pub fn size(figure: &Quantity) -> Quantity {
    Quantity { mantissa: figure.mantissa.abs(), ..figure.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Option<(String, Option<Direction>)> {
        let found = from_to(sentence, &counts(sentence))?;
        Some((sentence[found.range()].to_owned(), found.direction))
    }

    #[test]
    fn levels_and_the_way_between_them_are_read() {
        assert_eq!(
            told("Andelen ökar från 31 till 38 procent under 2026."),
            Some(("31 till 38 procent".to_owned(), Some(Direction::Up)))
        );
        assert_eq!(
            told("Avvikelsen har gått från 0,9 till 1,7 procent."),
            Some(("0,9 till 1,7 procent".to_owned(), None))
        );
    }

    #[test]
    fn years_days_and_hedges_are_left_alone() {
        assert_eq!(told("Det gäller från 2025 till 2026."), None);
        assert_eq!(told("Kostnaden ökar från cirka 10 till 12 mkr."), None);
        assert_eq!(told("Öppet från 3 maj till 7 juni."), None);
        assert_eq!(told("Bidraget minskar från 20 till 17 år."), None);
        let sentence = "Det ger en ökad service, från 30 till 20 minuter.";
        assert_eq!(told(sentence), Some(("30 till 20".to_owned(), None)));
    }

    #[test]
    fn an_amount_of_change_follows_its_word() {
        let sentence = "Antalet har ökat med 12 procent, från 50 till 56.";
        assert_eq!(by(sentence, &counts(sentence)).map(|by| by.amount.quantity.mantissa), Some(12));
        let sentence = "En ökning med 7 procentenheter, från 31 till 38 procent.";
        assert!(by(sentence, &counts(sentence)).is_some_and(|by| by.points));
    }
}
