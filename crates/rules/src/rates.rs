//! Hours by a year's hours for one, posts by how much of one is worked, and how many there are a month: "13 300
//! timmar … med en årsarbetstid på 1 900 timmar motsvarar 7 årsarbetare".

use crate::amounts::{Amount, Kind, amounts};
use crate::numbered::{Numbered, noun};
use crate::prose::words;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;
use uppsikt_text::prose::Found;

/// Hundredths of a per cent in one.
const HUNDREDTHS: i64 = 10_000;

/// Words by which only a part of the year is told of.
const PARTLY: [&str; 9] =
    ["period", "januari", "april", "augusti", "tertial", "kvartal", "delår", "halvår", "hittills"];

/// The last number of a sentence and what it should be, where those before it give another.
pub fn off(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<(Found, Quantity)> {
    // Most sentences tell of no time and no posts.
    let tells = ["årsarbet", "heltid", "månad", "vecka"].iter().any(|part| now.sentence.contains(part));
    if !tells || now.counts.is_empty() {
        return None;
    }
    let own = amounts(now);
    let earlier = before.filter(|_| own.len() < 3).map(amounts).unwrap_or_default();
    let all: Vec<Amount<'_>> = earlier.into_iter().chain(own).collect();
    let (result, rest) = all.split_last()?;
    let right = posts_of_hours(result, rest)
        .or_else(|| posts_of_people(result, rest))
        .or_else(|| by_time(result, rest, now.sentence))?;
    let said = result.value();
    let near = said < right.times(2) && right < said.times(2);
    // Half of the printed place, and a hundredth for what the others were rounded by.
    let slack = Fixed::half_of_last_digit(result.found.quantity.decimals) + right.divided_up(100);
    let fits = Interval::exactly(right)
        .widened(slack)
        .meets(&result.found.quantity.interval_hedged(result.found.hedge));
    (near && !fits).then(|| (result.found.clone(), result.printed_as(right)))
}

fn is_posts(amount: &Amount<'_>) -> bool {
    let named = noun(amount.sentence, amount.found);
    amount.kind == Kind::Posts
        || named.is_some_and(|word| word.starts_with("årsarbet") || word.starts_with("heltid"))
}

/// "13 300 timmar … med en årsarbetstid på 1 900 timmar motsvarar 7 årsarbetare".
fn posts_of_hours(result: &Amount<'_>, rest: &[Amount<'_>]) -> Option<Fixed> {
    let hours = |it: &Amount<'_>| noun(it.sentence, it.found).is_some_and(|word| word == "timmar");
    let [whole, one] = rest else { return None };
    let yearly = words(one.before()).iter().rev().take(3).any(|word| word.starts_with("årsarbetstid"));
    let sound = is_posts(result) && hours(whole) && hours(one) && yearly && one.value() > Fixed::ZERO;
    sound.then(|| whole.value().share_of(one.value()).map(|share| Fixed::from_decimal(share, 4)))?
}

/// "40 vikarier med en genomsnittlig sysselsättningsgrad på 75 procent, vilket motsvarar 30 heltidstjänster".
fn posts_of_people(result: &Amount<'_>, rest: &[Amount<'_>]) -> Option<Fixed> {
    let [people, share] = rest else { return None };
    let worked =
        words(share.before()).iter().rev().take(3).any(|word| word.starts_with("sysselsättningsgrad"));
    let sound = is_posts(result) && people.kind == Kind::Count && share.kind == Kind::Percent && worked;
    sound.then(|| people.value().times(share.value().rounded(2)).divided_down(HUNDREDTHS))
}

/// "2 184 besök, vilket motsvarar i genomsnitt 182 i månaden".
fn by_time(result: &Amount<'_>, rest: &[Amount<'_>], sentence: &str) -> Option<Fixed> {
    const MONTHS: i64 = 12;
    const WEEKS: i64 = 52;
    let [whole] = rest else { return None };
    let mean = words(result.before())
        .iter()
        .rev()
        .take(3)
        .any(|word| ["genomsnitt", "snitt"].contains(&word.as_str()));
    let after = words(result.after());
    let times = after.windows(2).take(3).find_map(|two| match (two[0].as_str(), two[1].as_str()) {
        ("i" | "per" | "varje", "månaden" | "månad") => Some(MONTHS),
        ("i" | "per" | "varje", "veckan" | "vecka") => Some(WEEKS),
        _ => None,
    })?;
    let told = words(sentence).into_iter().chain(words(whole.sentence));
    let partly = told.into_iter().any(|word| PARTLY.iter().any(|part| word.starts_with(part)));
    let alike = whole.kind == result.kind && matches!(whole.kind, Kind::Count | Kind::Money);
    (mean && alike && !partly).then(|| whole.value().divided_down(times))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn right(text: &str) -> Option<String> {
        let all = of_text(text);
        in_turn(&all).find_map(|(now, before)| off(now, before)).map(|(_, right)| right.plain())
    }

    #[test]
    fn posts_and_months_are_counted_again() {
        for (text, expected) in [
            (
                "Mertiden var 11 880 timmar, vilket med en årsarbetstid på 1 980 timmar motsvarar 8 årsarbetare.",
                "6",
            ),
            (
                "Köket har 20 medarbetare med en genomsnittlig sysselsättningsgrad på 85 procent, vilket motsvarar 19 heltidstjänster.",
                "17",
            ),
            ("Antalet larm var 1 728 under året, i genomsnitt 174 larm per månad.", "144"),
        ] {
            assert_eq!(right(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn right_and_other_times_are_left_alone() {
        for text in [
            "Mertiden var 11 880 timmar, vilket med en årsarbetstid på 1 980 timmar motsvarar 6 årsarbetare.",
            "Antalet larm var 1 728 till och med augusti, i genomsnitt 216 larm per månad.",
            "Antalet larm var 1 728 under året, i genomsnitt 144 larm per månad.",
            "Köket har 20 medarbetare, vilket motsvarar 17 heltidstjänster.",
        ] {
            assert_eq!(right(text), None, "{text}");
        }
    }
}
