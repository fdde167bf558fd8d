//! Shares with the two counts or amounts that they are of, in a sentence or in two: "62 av 110 platser
//! (56 procent)", "318 bostäder, varav 196 hyresrätter. Hyresrätterna utgör 62 procent".

mod apposed;
mod loose;
mod of_other;

use crate::fractions::{Fraction, fraction};
use crate::light::is_light;
use crate::numbered::{Numbered, noun};
use crate::prose::words;
use std::ops::Range;
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// A share as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// "56 procent".
    Percent(Found),
    /// "en tredjedel".
    Words(Fraction),
}

impl Printed {
    /// Where it stands in its sentence, in bytes.
    pub fn range(&self) -> Range<usize> {
        match self {
            Printed::Percent(found) => found.range.clone(),
            Printed::Words(fraction) => fraction.range.clone(),
        }
    }
}

/// A share and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: Found,
    /// The whole.
    pub whole: Found,
    /// The share.
    pub printed: Printed,
}

/// The share that a sentence tells, alone or of what the one before it says.
pub fn share(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<Share> {
    let own = in_sentence(now.sentence, &now.counts)
        .or_else(|| in_words(now.sentence, &now.counts))
        .or_else(|| apposed::share(now.sentence, &now.counts))
        .or_else(|| loose::share(now));
    let told = own
        .or_else(|| before.and_then(|before| in_next(before, now)))
        .or_else(|| before.and_then(|before| of_other::share(before, now)))?;
    [&told.part, &told.whole].iter().all(|it| it.hedge == Hedge::Exact).then_some(told)
}

/// The share of a sentence that tells nothing else.
pub fn in_sentence(sentence: &str, counts: &[Found]) -> Option<Share> {
    let [a, b, c] = counts else { return among(sentence, counts) };
    let between = |one: &Found, other: &Found| {
        sentence.get(one.range.end..other.range.start).unwrap_or_default().trim()
    };
    let of_opens = opens_with(sentence, a);
    let (part, whole, share, joint) = match () {
        () if is_of(between(a, b)) && is_percent(c) => (a, b, c, between(b, c)),
        () if of_opens && is_percent(c) => (b, a, c, between(b, c)),
        () if is_whereof(between(a, b)) && is_percent(c) => (b, a, c, between(b, c)),
        () if is_those(sentence, b) && is_counted(a) && is_percent(c) => (b, a, c, between(b, c)),
        () if is_percent(b) && is_of(between(b, c)) => (a, c, b, between(a, b)),
        () if is_percent(a) && is_of(between(b, c)) => (b, c, a, between(a, b)),
        () => return None,
    };
    let joint = is_joint(joint) || of_opens && joint.ends_with([',', '(', '–']);
    let printed = Printed::Percent(share.clone());
    (is_percent(share) && joint).then(|| Share { part: part.clone(), whole: whole.clone(), printed })
}

/// "62 av 110 platser (56 procent)" in a sentence that tells more.
fn among(sentence: &str, counts: &[Found]) -> Option<Share> {
    let mut told = counts.windows(3).filter_map(|three| {
        let [part, whole, share] = three else { return None };
        let between = |one: &Found, other: &Found| {
            sentence.get(one.range.end..other.range.start).unwrap_or_default().trim()
        };
        let of = between(part, whole) == "av" && is_percent(share);
        let joint = between(whole, share);
        let tight = is_joint(joint) && !joint.contains([',', ';']) || is_tail(joint);
        let printed = Printed::Percent(share.clone());
        (of && tight).then(|| Share { part: part.clone(), whole: whole.clone(), printed })
    });
    let first = told.next()?;
    told.next().is_none().then_some(first)
}

/// "platser, vilket är": at most a noun before the mark.
fn is_tail(joint: &str) -> bool {
    let Some((noun, rest)) = joint.split_once(',') else { return false };
    words(noun).len() <= 2 && is_joint(rest) && !rest.contains(',')
}

/// "Hälften, 40 av 90", "40 av 90 svar, en tredjedel".
fn in_words(sentence: &str, counts: &[Found]) -> Option<Share> {
    let [part, whole] = counts else { return None };
    if sentence.get(part.range.end..whole.range.start).unwrap_or_default().trim() != "av"
        || is_percent(part)
        || is_percent(whole)
    {
        return None;
    }
    let share = fraction(sentence)?;
    let beside = match share.range.end <= part.range.start {
        true => {
            let between = sentence.get(share.range.end..part.range.start).unwrap_or_default();
            words(between).len() <= 2 && between.trim_end().ends_with([',', '(', '\u{2013}'])
        }
        false => {
            let between = sentence.get(whole.range.end..share.range.start)?;
            let hedges = words(between);
            is_joint(between) || between.contains([',', '(']) && hedges.len() <= 2
        }
    };
    let printed = Printed::Words(share);
    beside.then(|| Share { part: part.clone(), whole: whole.clone(), printed })
}

/// "Av dem hade 63 arbete, det vill säga 45 procent", "Det är hälften", "Hyresrätterna utgör 62 procent".
fn in_next(before: &Numbered<'_>, now: &Numbered<'_>) -> Option<Share> {
    let told = words(now.sentence);
    let opening: Vec<&str> = told.iter().take(2).map(String::as_str).collect();
    if let (["av", "dem" | "dessa"], [whole], [part, share]) =
        (opening.as_slice(), before.counts.as_slice(), now.counts.as_slice())
    {
        let joint = is_joint(now.sentence.get(part.range.end..share.range.start).unwrap_or_default().trim());
        let printed = Printed::Percent(share.clone());
        let fits = joint && is_percent(share) && is_counted(part) && is_counted(whole);
        return fits.then(|| Share { part: part.clone(), whole: whole.clone(), printed });
    }
    if let ([whole], [part, share]) = (before.counts.as_slice(), now.counts.as_slice())
        && is_of_them(now.sentence, part)
    {
        let joint = now.sentence.get(part.range.end..share.range.start).unwrap_or_default().trim_end();
        let told = ["vilket är", "vilket motsvarar", "det vill säga", "motsvarande", "("];
        let fits = told.iter().any(|words| joint.ends_with(words)) && joint.len() < LONGEST_JOINT;
        let sound = fits && is_percent(share) && is_counted(part) && is_counted(whole);
        let printed = Printed::Percent(share.clone());
        return sound.then(|| Share { part: part.clone(), whole: whole.clone(), printed });
    }
    let (part, whole) = of_before(before)?;
    let first = told.first()?;
    let is_it = ["det", "detta"].contains(&first.as_str())
        && told.get(1).is_some_and(|word| {
            ["är", "motsvarar", "innebär", "blir", "ger", "var"].contains(&word.as_str())
        });
    let thus = first == "andelen" && told.iter().take(4).any(|word| word == "därmed" || word == "alltså");
    let named = noun(before.sentence, part)
        .is_some_and(|noun| noun.chars().count() > 3 && first.starts_with(&noun))
        && told.get(1).is_some_and(|word| ["utgör", "utgjorde", "motsvarar", "är"].contains(&word.as_str()));
    let printed = opening_share(now, 2).filter(|_| is_it || named || thus)?;
    Some(Share { part: part.clone(), whole: whole.clone(), printed })
}

/// What is said of a part before its share is so long at most, in bytes.
const LONGEST_JOINT: usize = 80;

/// "För 67 av dem har …": a part of what the sentence before counts, with two words before it at most.
fn is_of_them(sentence: &str, part: &Found) -> bool {
    let after = words(&sentence[part.range.end..]);
    let first = words(&sentence[..part.range.start]).len() <= 2;
    first && matches!(after.as_slice(), [of, whom, ..] if of == "av" && (whom == "dem" || whom == "dessa"))
}

/// "50 bilar; de 31 som var elbilar": a part of what stands before it.
fn is_those(sentence: &str, part: &Found) -> bool {
    let before = words(&sentence[..part.range.start]);
    let after = words(&sentence[part.range.end..]);
    before.last().is_some_and(|word| word == "de") && after.first().is_some_and(|word| word == "som")
}

/// "Av 90 svar var 40 positiva", "40 av 90 svar", "318 bostäder, varav 196 hyresrätter".
fn of_before<'n>(before: &'n Numbered<'_>) -> Option<(&'n Found, &'n Found)> {
    let [a, b] = before.counts.as_slice() else { return None };
    let between = before.sentence.get(a.range.end..b.range.start).unwrap_or_default().trim();
    let same = a.quantity.unit == b.quantity.unit || a.quantity.unit.is_money() && b.quantity.unit.is_money();
    if !same || is_percent(a) {
        return None;
    }
    match () {
        () if is_of(between) => Some((a, b)),
        () if opens_with(before.sentence, a) || is_whereof(between) => Some((b, a)),
        () => None,
    }
}

/// The share that stands right after so many words, hedges aside.
fn opening_share(now: &Numbered<'_>, skipped: usize) -> Option<Printed> {
    let near = |start: usize| words(&now.sentence[..start]).len() <= skipped + 1;
    if let Some(fraction) = fraction(now.sentence).filter(|it| near(it.range.start)) {
        let own = now.counts.is_empty() && !is_of_other(&now.sentence[fraction.range.end..]);
        return own.then_some(Printed::Words(fraction));
    }
    let first = now.counts.first().filter(|it| is_percent(it) && near(it.range.start))?;
    let points = noun(now.sentence, first).is_some_and(|word| word.starts_with("enhet"));
    let other = points || is_of_other(&now.sentence[first.range.end..]);
    (!other).then(|| Printed::Percent(first.clone()))
}

/// "av målet": a share of something else than what the sentence before tells of.
fn is_of_other(after: &str) -> bool {
    let told = words(after);
    matches!(told.as_slice(), [of, whose, ..] if of == "av" && !["dem", "dessa", "alla", "samtliga"].contains(&whose.as_str()))
}

fn is_percent(found: &Found) -> bool {
    found.quantity.unit == Unit::Percent
}

fn is_counted(found: &Found) -> bool {
    found.quantity.unit == Unit::None && found.quantity.decimals == 0
}

/// "Av hemtjänstens 24 bilar": the sentence opens with its whole.
fn opens_with(sentence: &str, whole: &Found) -> bool {
    let before = words(&sentence[..whole.range.start]);
    matches!(before.as_slice(), [of] | [of, _] | [of, _, _] if of == "av")
}

/// "av", "av årets", "av de totala kostnaderna på": what is counted is named, and nothing is said of it.
pub fn is_of(between: &str) -> bool {
    const LONGEST: usize = 6;
    let marked = between.contains([',', ';', '(', ':', '.']);
    let words: Vec<&str> = between.split_whitespace().collect();
    let [of, named @ ..] = words.as_slice() else { return false };
    // "årets", "de totalt", "samtliga inbjudna": the number follows on words that want a noun.
    let leads = |word: &&str| is_light(word) || word.ends_with(['s', 'a', '-']) && !is_verb(word);
    let on = named.last().is_none_or(|last| ["på", "om"].contains(last))
        || named.iter().all(leads) && named.len() < 4;
    *of == "av" && on && !marked && words.len() <= LONGEST
}

/// Whether a word may be a verb in the present or past.
fn is_verb(word: &str) -> bool {
    const PASSIVE: [&str; 4] = ["finns", "fanns", "ges", "togs"];
    PASSIVE.contains(&word) || word.ends_with("des") || word.ends_with("as") || word.ends_with("ade")
}

/// "anmälningar, varav".
fn is_whereof(between: &str) -> bool {
    let words = words(between);
    words.len() <= 3 && words.last().is_some_and(|word| word == "varav")
}

/// Whether the words between counts and share say that the share is of those counts.
fn is_joint(words: &str) -> bool {
    let lower = words.lower();
    let told = [
        "(",
        "eller",
        "motsvarar",
        "motsvarande",
        "vilket är",
        "det är",
        "alltså",
        "dvs",
        "det vill säga",
        "en andel på",
    ];
    let ends =
        |lower: &str| ["det vill säga", "alltså", "dvs", "vilket är"].iter().any(|it| lower.ends_with(it));
    lower.len() < 60 && told.iter().any(|word| lower.contains(word)) || lower.len() < 120 && ends(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn told(text: &str) -> Option<(String, String)> {
        let all = of_text(text);
        let share = in_turn(&all).find_map(|(now, before)| share(now, before))?;
        Some((share.part.quantity.plain(), share.whole.quantity.plain()))
    }

    #[test]
    fn shares_are_read_with_what_they_are_of() {
        for (text, part, whole) in [
            (
                "Det kom 480 anmälningar, varav 360 anmälningar på nätet, det vill säga 57 procent.",
                "360",
                "480",
            ),
            (
                "Badet står för 6,3 mkr av nämndens elkostnader på 8,4 mkr, det vill säga 65 procent.",
                "6.3",
                "8.4",
            ),
            (
                "Modellen har prövats med 140 unga. Av dem hade 63 unga arbete, det vill säga 54 procent.",
                "63",
                "140",
            ),
            (
                "I år byggdes 318 bostäder, varav 196 hyresrätter. Hyresrätterna utgör 68 procent.",
                "196",
                "318",
            ),
            ("Av 90 svar var 40 positiva. Det är 60 procent.", "40", "90"),
            ("Hälften, 40 av 90 svar, var positiva.", "40", "90"),
            (
                "Teamet har mött 118 unga. För 67 av dem har skolgången ökat, vilket är 75 procent.",
                "67",
                "118",
            ),
            ("Parken har 50 lampor; de 31 som byttes i maj motsvarar 58 procent.", "31", "50"),
            ("Av 12 grupper deltog 40 av 90 barn (45 procent).", "40", "90"),
        ] {
            assert_eq!(told(text), Some((part.to_owned(), whole.to_owned())), "{text}");
        }
    }

    #[test]
    fn shares_of_something_else_are_left_alone() {
        for text in [
            "Av 90 svar var 40 positiva. Det är 3 procentenheter mer än i fjol.",
            "Av 90 svar var 40 positiva. Andelen nöjda är 60 procent.",
            "Teamet har mött 118 unga. För 67 av dem ökade närvaron med 12 procent.",
            "Av 90 barn deltog 40, och hälften av dem badade.",
            "Nämnden har 318 bostäder, varav 196 hyresrätter. Hyran steg 3 procent.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
