//! Figures of women, of men and of all in running text: "kvinnor 71, män 64, totalt 68".

use crate::in_words::{counts, way};
use crate::prose::words;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

const WOMEN: [&str; 8] =
    ["kvinnor", "kvinnorna", "kvinnors", "kvinnornas", "flickor", "flickorna", "flickors", "flickornas"];
const MEN: [&str; 8] = ["män", "männen", "mäns", "männens", "pojkar", "pojkarna", "pojkars", "pojkarnas"];
const ALL: [&str; 10] = [
    "totalt",
    "totalen",
    "total",
    "samtliga",
    "alla",
    "sammantaget",
    "sammanlagt",
    "tillsammans",
    "genomsnittet",
    "snittet",
];

/// Words that set a figure against another: then it is none of the three.
const AGAINST: [&str; 14] = [
    "skillnaden",
    "skillnad",
    "jämfört",
    "mot",
    "från",
    "mål",
    "målet",
    "målvärdet",
    "målvärde",
    "högre",
    "lägre",
    "fler",
    "procentenheter",
    "än",
];

/// The figures of women, men and all.
#[derive(Debug, Clone, PartialEq)]
pub struct BySex {
    /// Of women and of men.
    pub parts: [Found; 2],
    /// Of all.
    pub all: Found,
    /// Whether the words say that the two make up all.
    pub is_sum: bool,
}

/// The three figures of a sentence that has no other of their unit.
pub fn by_sex(sentence: &str) -> Option<BySex> {
    // "En person har inget juridiskt kön registrerat": the two do not make up all.
    let third = sentence.contains("kön") || sentence.contains("uppgift saknas");
    let parts = parts(sentence).filter(|_| !third)?;
    let others: Vec<&Found> = parts.others.iter().collect();
    let [all] = others.as_slice() else { return None };
    let named = words(sentence).iter().any(|word| ALL.contains(&word.as_str()));
    // Counts beside their words add up: "12 kvinnor och 16 män".
    let beside = parts.of.iter().all(|part| {
        let next = words(&sentence[part.range.end..]).into_iter().next().unwrap_or_default();
        WOMEN.contains(&next.as_str()) || MEN.contains(&next.as_str())
    });
    let is_sum = beside && parts.of.iter().all(|part| part.quantity.unit == Unit::None)
        || sentence.contains("varav ")
        || sentence.contains("fördelat på");
    let first = all.range.start < parts.of[0].range.start.min(parts.of[1].range.start);
    (named || is_sum || first).then(|| BySex { parts: parts.of.clone(), all: (*all).clone(), is_sum })
}

struct Parts {
    of: [Found; 2],
    others: Vec<Found>,
}

/// The figures beside the words for women and men, and the others of their unit.
fn parts(sentence: &str) -> Option<Parts> {
    let lower = sentence.lower();
    if lower.len() != sentence.len()
        || words(sentence).iter().any(|word| AGAINST.contains(&word.as_str()) || way(word).is_some())
    {
        return None;
    }
    let (women, men) = (only(&lower, &WOMEN)?, only(&lower, &MEN)?);
    let (first, last) = (women.min(men), women.max(men));
    let figures = counts(sentence);
    let after = |from: usize, to: usize| {
        figures.iter().find(|found| found.range.start > from && found.range.start < to).cloned()
    };
    let right_before = |at: usize| {
        let before = figures.iter().rev().find(|found| found.range.end <= at)?;
        let between = &sentence[before.range.end..at];
        let told = words(between);
        let joined = !between.contains([',', ';', ':', '(', ')', '.']) && !told.contains(&"och".to_owned());
        (told.len() <= 1 && joined).then(|| before.clone())
    };
    let before =
        || right_before(first).zip(right_before(last)).filter(|(one, other)| one.range != other.range);
    // A figure before a word belongs to it: what follows the last is of all.
    let (one, other) = before().or_else(|| after(first, last).zip(after(last, sentence.len())))?;
    let unit = one.quantity.unit.clone();
    // Full-time posts are held by people.
    let posts = unit == Unit::None && one.quantity.decimals == 0 && other.quantity.decimals == 0;
    let fits = [&one, &other].iter().all(|it| it.hedge == Hedge::Exact && it.quantity.unit == unit);
    let is_part = |found: &&Found| found.range != one.range && found.range != other.range;
    let others: Vec<Found> = figures.iter().filter(is_part).cloned().collect();
    let is_same = |it: &Quantity| it.unit == unit || posts && it.unit == Unit::FullTimeEquivalents;
    let same = others.iter().all(|it| is_same(&it.quantity) && it.hedge == Hedge::Exact);
    (fits && same).then_some(Parts { of: [one, other], others })
}

/// Where the only one of some words stands.
fn only(lower: &str, names: &[&str]) -> Option<usize> {
    let mut at = 0;
    let mut found = Vec::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        if names.contains(&word) {
            found.push(at);
        }
        at += word.len();
        at += lower[at..].chars().next().map_or(0, char::len_utf8);
    }
    let [at] = found.as_slice() else { return None };
    Some(*at)
}

impl BySex {
    /// Whether the figure of all can be neither between those of the two nor their sum.
    pub fn is_off(&self) -> bool {
        let of = |found: &Found| found.quantity.interval();
        let [one, other] = &self.parts;
        let (all, sum) = (of(&self.all), of(one).plus(&of(other)));
        let exact = |interval: &Interval| sum_of(interval);
        let counted = self.all.quantity.unit == Unit::None && self.all.quantity.decimals == 0;
        let is_sum = match counted {
            true => exact(&all) == exact(&of(one)) + exact(&of(other)),
            false => sum.meets(&all),
        };
        if self.is_sum {
            return !is_sum && (counted || !self.is_between());
        }
        !is_sum && !self.is_between()
    }

    fn is_between(&self) -> bool {
        let of = |found: &Found| found.quantity.interval();
        let (one, other, all) = (of(&self.parts[0]), of(&self.parts[1]), of(&self.all));
        let low = one.low.min(other.low);
        let high = one.high.max(other.high);
        Interval { low, high }.meets(&all)
    }
}

/// The middle of a printed figure.
fn sum_of(interval: &Interval) -> Fixed {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) => (low + high).divided_down(2),
        _ => Fixed::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_off(sentence: &str) -> bool {
        by_sex(sentence).is_some_and(|told| told.is_off())
    }

    #[test]
    fn all_lies_between_women_and_men_or_is_their_sum() {
        for right in [
            "Nöjdheten är 68 för samtliga, kvinnor 71 och män 64.",
            "Index: kvinnor 71, män 64, totalt 67.",
            "Sjukfrånvaron är 8,4 procent, 9,0 procent för kvinnor och 6,5 procent för män.",
            "Kursen har haft 64 deltagare, varav 31 kvinnor och 33 män.",
            "Totalt svarade 412 personer, 230 kvinnor och 182 män.",
            "För flickor är andelen 66 procent och för pojkar 69 procent.",
            "I maj finns 120 årsarbetare, varav 70 kvinnor och 50 män.",
            "Av 120 platser gick 80 till kvinnor, 30 till män och 10 till föreningar.",
            "Sjukfrånvaron är 8,4 procent mot 9,4 förra året, för kvinnor 9,9 och män 9,8.",
            "Gruppen är 43 kvinnor och 57 män, totalt 100 personer.",
            "Lönen är 34 500 kronor för kvinnor och 35 900 för män, totalt 35 000.",
            "Frånvaron: 8,1 % kvinnor, 5,2 % män, totalt 7,4 %.",
            "Måttet är 72 procent bland flickor, 68 procent bland pojkar och 70 procent bland alla elever.",
            "Andelen nöjda är 75 procent; kvinnor är 71 procent nöjda och män minskade till 64 procent.",
        ] {
            assert!(!is_off(right), "{right}");
        }
    }

    #[test]
    fn what_is_outside_is_told() {
        for wrong in [
            "Index: kvinnor 71, män 64, totalt 75.",
            "Sjukfrånvaron är 9,4 procent, 9,0 procent för kvinnor och 6,5 procent för män.",
            "Andelen nöjda är 62 procent (kvinnor 71 procent, män 64 procent).",
            "Kursen har haft 64 deltagare, varav 31 kvinnor och 35 män.",
            "Totalt svarade 421 personer, 230 kvinnor och 182 män.",
            "Samtliga elever: 60 procent behöriga, flickor 66 procent och pojkar 69 procent.",
            "För kvinnor är värdet 3,9, för män 3,6 och totalt 4,1.",
            "Snittet är 11 dagar, 14 för kvinnor och 13 för män.",
            "I maj finns 120 årsarbetare, varav 70 kvinnor och 52 män.",
            "Gruppen är 43 kvinnor och 57 män, totalt 110 personer.",
            "Frånvaron: 8,1 % kvinnor, 5,2 % män, totalt 8,4 %.",
        ] {
            assert!(is_off(wrong), "{wrong}");
        }
    }
}
