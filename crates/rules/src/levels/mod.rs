//! Two levels and the change that a sentence, or the one after it, tells of them: "från 212 fall till
//! 187 fall, en minskning med 25 fall", "112 mkr, vilket är 18 mkr lägre än budgeten på 130 mkr".

mod against;
mod apart;
pub mod fold;
mod joint;

use crate::in_words::{By, Direction, FromTo, way, without_hedge};
use crate::numbered::{Numbered, noun};
use crate::prose::words;
use against::against;
use joint::joint;
use std::borrow::Cow;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::number_word;
use uppsikt_text::prose::Found;

/// A change and the levels that it is told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The levels.
    pub levels: FromTo,
    /// How much they are told to be apart.
    pub by: By,
}

/// So many words at most stand between a level and what it is compared with.
const PLAIN: usize = 10;

/// The changes that are told tightly of two levels.
pub fn changes(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Vec<Change> {
    let sentence = now.sentence;
    let counts = &with_words(sentence, &now.counts);
    let mut found: Vec<Change> = before.and_then(|before| in_next(before, now)).into_iter().collect();
    for (at, three) in counts.windows(3).enumerate() {
        let [one, two, three] = three else { continue };
        let after = levels(sentence, one, two).and_then(|levels| {
            let joint = joint(sentence, two, three)?;
            Some(FromTo { direction: joint.direction, ..levels })
        });
        let first = || {
            let levels = levels(sentence, two, three)?;
            leads(sentence, one, two).map(|way| FromTo { direction: Some(way), ..levels })
        };
        let told = after.map(|levels| (levels, three)).or_else(|| first().map(|levels| (levels, one)));
        let told = told.or_else(|| against(sentence, [one, two, three]));
        let Some((levels, amount)) = told else { continue };
        let by = |amount: &Found| Change { levels: levels.clone(), by: by(sentence, amount) };
        found.push(by(amount));
        let last = counts.get(at + 3).filter(|it| it.quantity.unit == Unit::Percent);
        let same =
            last.filter(|last| std::ptr::eq(amount, three) && is_same(between(sentence, amount, last)));
        found.extend(same.map(by));
    }
    for change in apart::changes(now, before) {
        if !found.iter().any(|own| own.by.amount == change.by.amount) {
            found.push(change);
        }
    }
    found
}

/// The numbers of a sentence that compares, with those in words: "fyra enheter lägre än".
fn with_words<'f>(sentence: &str, counts: &'f [Found]) -> Cow<'f, [Found]> {
    let told = Some(sentence).filter(|_| counts.len() == 2 && sentence.contains(" än "));
    // "elva miljoner bättre än" is an amount already.
    let is_apart = |number: &Found| {
        counts.iter().all(|it| it.range.end <= number.range.start || number.range.end <= it.range.start)
    };
    match told.and_then(in_letters).filter(is_apart) {
        Some(number) => {
            let mut all = [counts, &[number]].concat();
            all.sort_by_key(|it| it.range.start);
            Cow::Owned(all)
        }
        None => Cow::Borrowed(counts),
    }
}

/// "fyra enheter lägre": a number in letters and what is compared, right before how it is.
fn in_letters(sentence: &str) -> Option<Found> {
    let told = crate::lines::words(sentence);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).lower();
    let at = (2..told.len()).find(|at| against::THAN.contains(&bare(told[*at].1).as_str()))?;
    let (range, word) = told[at - 2].clone();
    let number =
        number_word::parse(word).filter(|number| *number > 1 && word.chars().all(char::is_alphabetic))?;
    let quantity = Quantity::new(i64::from(number), 0, Unit::None);
    Some(Found { range, quantity, hedge: Hedge::Exact })
}

fn by(sentence: &str, amount: &Found) -> By {
    let points = noun(sentence, amount).is_some_and(|word| word.starts_with("procentenhet"));
    By { amount: amount.clone(), points }
}

fn between<'s>(sentence: &'s str, one: &Found, other: &Found) -> &'s str {
    sentence.get(one.range.end..other.range.start).unwrap_or_default()
}

/// The two levels, where one is told to have become the other or is set against it.
fn levels(sentence: &str, one: &Found, other: &Found) -> Option<FromTo> {
    let (from, to) = match () {
        () if is_from_to(sentence, one, other) => (one, other),
        () if is_compared(sentence, one, other) => (other, one),
        () => return None,
    };
    pair(from, to)
}

/// Levels above nought, in units that can be set against each other.
fn pair(from: &Found, to: &Found) -> Option<FromTo> {
    let mut from = from.clone();
    if from.quantity.unit == Unit::None && to.quantity.unit != Unit::FullTimeEquivalents {
        from.quantity.unit = to.quantity.unit.clone();
    }
    let (own, other) = (&from.quantity.unit, &to.quantity.unit);
    let same = own == other || own.is_money() && other.is_money();
    let sound = from.quantity.mantissa != 0 && to.quantity.mantissa != 0;
    let signed = own.is_money() || from.quantity.mantissa > 0 && to.quantity.mantissa > 0;
    (same && sound && signed).then(|| FromTo { from, to: to.clone(), direction: None })
}

/// "Från 41 barn år 2019 till 29 barn": at most a noun and a time between them.
fn is_from_to(sentence: &str, from: &Found, to: &Found) -> bool {
    let before = words(&sentence[..from.range.start]);
    // "från ett resultat på".
    let since = before.iter().rposition(|word| word == "från");
    let opens = since.is_some_and(|at| {
        let named = &before[at + 1..];
        named.is_empty() || named.len() <= 3 && named.last().is_some_and(|word| word == "på")
    });
    let between = between(sentence, from, to);
    let told = words(between);
    let same = match (noun(sentence, from), noun(sentence, to)) {
        (Some(one), Some(other)) => one == other || one == "till" || one == "år" || one == "procent",
        _ => true,
    };
    let ends = told.last().is_some_and(|word| word == "till") && told.len() <= 5;
    opens && ends && same && !between.contains([',', ';', '(', '.'])
}

/// "6 480 hushåll i snitt, jämfört med 6 790 hushåll".
fn is_compared(sentence: &str, one: &Found, other: &Found) -> bool {
    const AGAINST: [&[&str]; 3] = [&["jämfört", "med"], &["att", "jämföra", "med"], &["mot"]];
    let between = between(sentence, one, other);
    let told = words(between);
    let bare = told.strip_suffix(&["budgeterade".to_owned()]).unwrap_or(&told);
    let rest = AGAINST.iter().find_map(|against| {
        let at = bare.len().checked_sub(against.len())?;
        bare[at..].iter().map(String::as_str).eq(against.iter().copied()).then_some(at)
    });
    let same = match (&one.quantity.unit, noun(sentence, one), noun(sentence, other)) {
        (Unit::None, Some(one), Some(other)) => one == other && one.len() > 3,
        (Unit::None, ..) => false,
        _ => true,
    };
    let marks = between.matches([',', ';', '(', ':']).count();
    rest.is_some_and(|rest| rest <= PLAIN) && marks <= 1 && same
}

/// "Ökat med 7 mkr, från": the change stands before its levels.
fn leads(sentence: &str, amount: &Found, from: &Found) -> Option<Direction> {
    let before = words(without_hedge(&sentence[..amount.range.start]));
    let last: Vec<&String> = before.iter().rev().take(3).collect();
    let joined = last.first().is_some_and(|word| ["med", "på"].contains(&word.as_str()));
    let between = words(between(sentence, amount, from));
    let tight = joined && between.len() <= 2 && between.last().is_some_and(|it| it == "från");
    last.iter().find_map(|word| way(word)).filter(|_| tight)
}

/// "eller", "besök eller", "(": a percentage that tells the same change once more.
fn is_same(between: &str) -> bool {
    let told = words(between);
    let last = told.last().is_some_and(|word| ["eller", "motsvarande"].contains(&word.as_str()));
    told.len() <= 3 && (last || told.len() <= 1 && between.trim_end().ends_with('('))
}

/// "Det är en avvikelse på 4,5 mkr": the next sentence tells how far apart the two levels are.
fn in_next(before: &Numbered<'_>, now: &Numbered<'_>) -> Option<Change> {
    let amount = now.counts.first()?;
    let mut pairs = before.counts.windows(2).filter_map(|two| levels(before.sentence, &two[0], &two[1]));
    let levels = pairs.next().filter(|_| pairs.next().is_none())?;
    let last = before.counts.last().filter(|last| **last == levels.to || **last == levels.from)?;
    let direction = joint::in_next((before.sentence, last), (now.sentence, amount))?;
    Some(Change { levels: FromTo { direction, ..levels }, by: by(now.sentence, amount) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn told(text: &str) -> Vec<(String, String, String)> {
        let all = of_text(text);
        let plain = |found: &Found| found.quantity.plain();
        let changes = in_turn(&all).flat_map(|(now, before)| changes(now, before));
        changes.map(|it| (plain(&it.levels.from), plain(&it.levels.to), plain(&it.by.amount))).collect()
    }

    #[test]
    fn an_amount_that_begins_in_letters_is_one_number() {
        let text =
            "Resultatet blev strax under 30 miljoner kronor, drygt tolv miljoner bättre än budgeterat.";
        assert_eq!(told(text), []);
    }

    #[test]
    fn changes_are_read_with_their_levels() {
        for (text, [from, to, by]) in [
            (
                "Bussresorna minskade från 212 turer till 187 turer, en minskning med 35 turer.",
                ["212", "187", "35"],
            ),
            ("I årskurs 4–6 ökar det från 1 210 till 1 250 barn, en ökning med 40.", ["1210", "1250", "40"]),
            (
                "Det gick från 41 djur år 2019 till 29 djur år 2024, en minskning med 12 djur.",
                ["41", "29", "12"],
            ),
            (
                "Andelen ökade från 22 procent till 25 procent, det vill säga med 4 procentenheter.",
                ["22", "25", "4"],
            ),
            ("Skulden växte från 118,0 mkr till 135,0 mkr, alltså med 17,0 mkr.", ["118.0", "135.0", "17.0"]),
            (
                "Nu har 648 hushåll bidrag, jämfört med 679 hushåll 2024, en minskning med 31 hushåll.",
                ["679", "648", "31"],
            ),
            (
                "Kostnaden blev 41,6 mkr, jämfört med budgeterade 40,1 mkr. Det är en avvikelse på 1,5 mkr.",
                ["40.1", "41.6", "1.5"],
            ),
            ("Utfallet blev 112 mkr, vilket är 20 mkr lägre än budgeten 130 mkr.", ["130", "112", "20"]),
            ("Det blev 20 mkr sämre än budgeten på 130 mkr, alltså 112 mkr.", ["130", "112", "20"]),
            (
                "Vid årets slut fanns 450 platser, vilket är 50 platser fler än målet på 400 platser.",
                ["400", "450", "50"],
            ),
            ("Utfallet 112 mkr är 20 mkr lägre än budgeten 130 mkr.", ["130", "112", "20"]),
        ] {
            assert_eq!(told(text), [(from.to_owned(), to.to_owned(), by.to_owned())], "{text}");
        }
    }

    #[test]
    fn a_percentage_may_tell_the_change_once_more() {
        let text = "Det var 55 200 besök, att jämföra med 50 200 besök 2023, en ökning med 5 000 besök eller 10 procent.";
        assert_eq!(told(text).len(), 2);
    }

    #[test]
    fn numbers_of_other_things_are_no_levels() {
        for text in [
            "Nämnden har 40 skolor, jämfört med 12 förskolor, en ökning med 3 enheter.",
            "Från 40 elever i grundskolan till 12 barn i förskolan, en ökning med 3 platser.",
            "Vi har 30 bussar och 14 bilar, en ökning med 2 bilar.",
            "Av 40 mkr är 12 mkr lägre än väntat för de 3 skolorna.",
            "Hyrorna ökade från 12 till 14 mkr. Det är 3 skolor som flyttar.",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
