//! "Av nio mål nås fem, fyra nås delvis och ett nås inte": counts that are more than their whole.

use crate::how_many::number;
use crate::prose::words;
use std::ops::Range;

/// What is counted in kinds that are told one by one.
const NOUNS: [&str; 12] = [
    "mål",
    "målen",
    "uppdrag",
    "uppdragen",
    "indikatorer",
    "indikatorerna",
    "åtgärder",
    "åtgärderna",
    "insatser",
    "insatserna",
    "aktiviteter",
    "aktiviteterna",
];

/// Words that let something be counted twice, or against something else.
const TWICE: [&str; 21] = [
    "samtliga",
    "alla",
    "mandatperioden",
    "varav",
    "även",
    "också",
    "dessutom",
    "procent",
    "jämfört",
    "mot",
    "förra",
    "än",
    "respektive",
    "både",
    "såväl",
    "dels",
    "minst",
    "eller",
    "flera",
    "båda",
    "till",
];

/// A whole and the counts of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// How many there are.
    pub whole: usize,
    /// How many are told of each kind.
    pub parts: Vec<usize>,
    /// Whether nothing is left to tell: they go down to what is not reached at all, or into every area.
    pub are_all: bool,
}

impl Counted {
    /// Whether the parts are more than there are.
    pub fn is_above(&self) -> bool {
        self.parts.len() > 1 && self.parts.iter().sum::<usize>() > self.whole
    }

    /// Whether all that is told are one or two fewer than there are.
    pub fn is_short(&self) -> bool {
        let sum: usize = self.parts.iter().sum();
        self.are_all && self.parts.len() > 1 && sum < self.whole && sum + 2 >= self.whole
    }
}

/// How many a sentence says that there are, for the next one to count: "Nämnden har sex mål".
pub fn whole_of(sentence: &str) -> Option<usize> {
    // Most sentences count nothing of the kind.
    if !may_count(sentence) {
        return None;
    }
    let words = words(sentence);
    let at = words.iter().position(|word| is_noun(word))?;
    let before = words[at.saturating_sub(NEAR)..at].iter().rev();
    let numbers = words.iter().filter(|word| number(word).is_some()).count();
    before.take(NEAR).find_map(|word| number(word)).filter(|whole| *whole > 1 && numbers == 1)
}

/// Whether a sentence has some word of what is counted.
fn may_count(sentence: &str) -> bool {
    const PARTS: [&str; 6] = ["mål", "uppdrag", "indikator", "åtgärder", "insatser", "aktiviteter"];
    PARTS.iter().any(|part| sentence.contains(part))
}

/// So many words stand at most between a number and what it counts.
const NEAR: usize = 3;

/// A word for what is counted, by itself or at the end of another ("nämndmål").
fn is_noun(word: &str) -> bool {
    NOUNS.iter().any(|noun| word.ends_with(noun))
}

/// The counts of a sentence out of one whole: its own, or that of the sentence before where this one
/// opens with a count.
pub fn of_sentence(sentence: &str, before: Option<usize>) -> Option<Counted> {
    if before.is_none() && !may_count(sentence) {
        return None;
    }
    let words = words(sentence);
    if words.iter().any(|word| TWICE.contains(&word.as_str())) {
        return None;
    }
    let (whole, left) = match own_whole(&words) {
        Some((whole, range)) => (whole, [&words[..range.start], &words[range.end..]].concat()),
        None => (before.filter(|_| goes_on(&words))?, words),
    };
    let numbers = (0..left.len()).filter(|at| number(&left[*at]).is_some());
    let parts: Vec<usize> = numbers.map(|at| part(&left, at)).collect::<Option<_>>()?;
    let are_all = parts.len() > 2 && to_lowest(&left);
    Some(Counted { whole, parts, are_all })
}

/// "Sex av fullmäktiges mål, fördelade på tre målområden. Två av målen hör till …, två till … och ett
/// till …": what is spread over so many areas, area by area.
pub fn spread(before: &str, sentence: &str) -> Option<Counted> {
    if !before.contains("fördela") || !may_count(before) {
        return None;
    }
    let told = words(before);
    let at = told.iter().position(|word| word.starts_with("fördela"))?;
    let areas = told.get(at + 2).and_then(|word| number(word))?;
    let named = told.get(at + 3).is_some_and(|word| word.ends_with("områden"));
    let noun = told[..at].iter().rposition(|word| is_noun(word))?;
    let whole = told[noun.saturating_sub(NEAR)..noun].iter().rev().find_map(|word| number(word))?;
    let parts: Vec<usize> = words(sentence).iter().filter_map(|word| number(word)).collect();
    let figured = sentence.bytes().any(|byte| byte.is_ascii_digit());
    (named && !figured && parts.len() == areas).then_some(Counted { whole, parts, are_all: true })
}

/// "… och ett inte": the last kind is what is not reached, and nothing is left over.
fn to_lowest(words: &[String]) -> bool {
    const LEFT: [&str; 6] = ["övriga", "resten", "resterande", "återstående", "ännu", "bedömts"];
    const LOWEST: [&str; 4] = ["inte", "ej", "rött", "röda"];
    let last = words.iter().rposition(|word| number(word).is_some()).unwrap_or(0);
    let ends = words[last..].iter().any(|word| LOWEST.contains(&word.as_str()));
    ends && !words.iter().any(|word| LEFT.contains(&word.as_str()))
}

/// "Fyra är klara", "av dem är fyra klara": a count out of what the sentence before tells of.
fn goes_on(words: &[String]) -> bool {
    match words {
        [of, these, ..] if of == "av" => ["dem", "dessa"].contains(&these.as_str()),
        [first, ..] => number(first).is_some(),
        [] => false,
    }
}

/// The whole that a sentence counts out of and the words that say it: "av nämndens nio mål".
fn own_whole(words: &[String]) -> Option<(usize, Range<usize>)> {
    let of = words.iter().take(FIRST).position(|word| word == "av")?;
    let near = |from: usize| from..words.len().min(from + NEAR);
    let at = near(of + 1).find(|at| number(&words[*at]).is_some())?;
    let noun = near(at + 1).find(|at| is_noun(&words[*at]))?;
    Some((number(&words[at])?, of..noun + 1))
}

/// Among so many words of a sentence stands the whole that it counts out of.
const FIRST: usize = 8;

/// A number in words, which counts nothing but what the whole does.
fn part(words: &[String], at: usize) -> Option<usize> {
    const OTHERWISE: [&str; 6] = ["med", "på", "i", "under", "kl", "den"];
    const VERBS: [&str; 4] = ["har", "ligger", "kommer", "pågår"];
    let before = at.checked_sub(1).map(|at| words[at].as_str());
    let next = words.get(at + 1).map(String::as_str).unwrap_or_default();
    let counts_other = ["er", "ar", "or"].iter().any(|ending| next.ends_with(ending)) && !is_noun(next);
    let figure = words[at].bytes().all(|byte| byte.is_ascii_digit());
    let apart = before.is_some_and(|word| OTHERWISE.contains(&word));
    number(&words[at]).filter(|_| !figure && !apart && (!counts_other || VERBS.contains(&next)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_text::sentence::sentences;

    fn is_off(text: &str) -> bool {
        let mut before = None;
        sentences(text).into_iter().any(|sentence| {
            let counted = of_sentence(sentence, before);
            before = whole_of(sentence);
            counted.is_some_and(|counted| counted.is_above())
        })
    }

    #[test]
    fn counts_that_are_more_than_their_whole_are_known() {
        for wrong in [
            "Av fullmäktiges nio mål bedöms fem ha god måluppfyllelse per augusti, fyra viss måluppfyllelse och ett låg måluppfyllelse.",
            "Nämnden bedömer att tre av kommunfullmäktiges sju mål uppfylls helt under året och att fem uppfylls delvis.",
            "Av nämndens åtta uppdrag är fem slutförda, tre pågår och ett har inte påbörjats.",
            "Nämnden har sex mål. Fyra är gröna, två gula och ett rött.",
            "Nämnden har sex egna mål. Fyra av dem är gröna, två är gula och ett rött.",
            "Fem av de sju uppdragen är klara, två pågår och ett har inte börjat.",
            "I budgeten fick nämnden fyra uppdrag. Två är klara, två pågår och ett har inte kommit igång.",
            "Av årets tio indikatorer har sju nått målvärdet och fyra närmat sig det.",
        ] {
            assert!(is_off(wrong), "{wrong}");
        }
        assert!(!is_off(
            "Nämnden har 18 mål. Tolv är bedömda och samtliga tolv väntas nås. Resterande sex bedöms senare."
        ));
    }

    #[test]
    fn what_is_spread_over_areas_is_all_there_is() {
        let before = "Nämnden arbetar med sex av fullmäktiges mål, fördelade på tre målområden.";
        let off = |after: &str| spread(before, after).is_some_and(|it| it.is_short() || it.is_above());
        assert!(off("Två av målen hör till Skola, två till Trygghet och ett till Organisation."));
        assert!(off("Tre av målen hör till Skola, tre till Trygghet och ett till Organisation."));
        assert!(!off("Tre av målen hör till Skola, två till Trygghet och ett till Organisation."));
        assert!(!off("Två av målen är nya."));
    }

    #[test]
    fn kinds_down_to_the_lowest_leave_nothing_out() {
        let short = |text: &str| of_sentence(text, None).is_some_and(|counted| counted.is_short());
        for wrong in [
            "Av fullmäktiges sju mål är två helt uppfyllda, tre delvis uppfyllda och ett ej uppfyllt.",
            "Av nämndens nio mål är fem gröna, två gula och ett rött.",
        ] {
            assert!(short(wrong), "{wrong}");
        }
        for right in [
            "Av fullmäktiges sju mål är tre helt uppfyllda, tre delvis uppfyllda och ett ej uppfyllt.",
            "Av fullmäktiges sju mål är två helt uppfyllda, tre delvis uppfyllda och ett ej uppfyllt, övriga är på väg.",
            "Av fullmäktiges sju mål är två helt uppfyllda och tre delvis uppfyllda.",
            "Av tolv åtgärder är fem klara, två på gång och en inte påbörjad.",
        ] {
            assert!(!short(right), "{right}");
        }
    }

    #[test]
    fn counts_that_are_the_whole_or_less_are_left_alone() {
        for right in [
            "Av fullmäktiges nio mål bedöms fyra ha god måluppfyllelse per augusti, fyra viss måluppfyllelse och ett låg måluppfyllelse.",
            "Av nämndens åtta uppdrag är fem slutförda, två pågår och ett har inte påbörjats.",
            "Nämnden har sex mål. Fyra av dem är gröna, ett gult och ett rött.",
            "Av nio mål bedöms fem nås i år och sex under mandatperioden.",
            "Av nämndens sex mål nås fyra, varav tre helt och ett delvis.",
            "Nämnden har tre mål. Fyra enheter har bytt chef och tre har flyttat.",
            "Av sju uppdrag är fyra klara, jämfört med fem av nio uppdrag förra året.",
            "Nämnden har två uppdrag och tre mål. Fyra är klara och två pågår.",
            "Av de tre målen följs två med fyra indikatorer och ett med sex.",
            "Av nämndens 24 mål är 17 nådda och 12 på väg.",
        ] {
            assert!(!is_off(right), "{right}");
        }
    }
}
