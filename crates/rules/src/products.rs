//! What sentences multiply and divide: an amount for each of some, a price times how many, a percentage of an
//! amount, an amount a month of one a year.

use crate::numbered::{Numbered, noun};
use crate::prose::words;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_text::number_word;
use uppsikt_text::prose::Found;

/// A number with the sentence that it stands in.
type Term<'n> = (&'n str, Found);

/// Words that say that an amount is what others give.
const GIVES: &str = "blir blev ger gav vilket alltså dvs säga därmed genomsnittligt genomsnittlig genomsnitt snitt vardera var \
    motsvarar innebär totalt sammanlagt sänks ökar minskar höjs";

/// Months of a year.
const MONTHS: i64 = 12;

/// An amount and what it should be, where the other numbers of the same sentences cannot give it.
pub fn off(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Option<(Found, Quantity)> {
    let result = now.counts.last().filter(|it| it.quantity.unit.is_money())?;
    // Most amounts are not what others give.
    if now.counts.len() + before.map_or(0, |before| before.counts.len()) < 2 {
        return None;
    }
    if !words(now.sentence).iter().any(|word| GIVES.split_ascii_whitespace().any(|own| own == word)) {
        return None;
    }
    let own: Vec<Term<'_>> =
        now.counts.iter().filter(|it| *it != result).map(|it| (now.sentence, it.clone())).collect();
    let all = match before.filter(|_| own.len() < 2) {
        Some(before) => before.counts.iter().map(|it| (before.sentence, it.clone())).chain(own).collect(),
        None => own,
    };
    let said = kronor(result)?;
    let given = [monthly(now, result, &all), each(now, result, &all), priced(&all), percent(&all)];
    let given: Vec<(Interval, i64)> = given.into_iter().flatten().collect();
    if given.iter().any(|(right, _)| right.size().meets(&said.size())) || is_given(&all, &said) {
        return None;
    }
    let printed = middle(&said)?;
    given.into_iter().find_map(|(right, reach)| {
        let middle = middle(&right)?;
        let near = printed.abs().times(100) < middle.abs().times(reach)
            && middle.abs().times(100) < printed.abs().times(reach);
        near.then(|| (result.clone(), as_printed(middle, &result.quantity)))
    })
}

/// A result that is further from what is printed, in hundredths of it, was not read as it is meant.
const DOUBLE: i64 = 200;

/// The same where less is said of how the numbers belong together.
const THIRD: i64 = 135;

/// "3 600 tkr per år, vilket motsvarar 300 tkr per månad".
fn monthly(now: &Numbered<'_>, result: &Found, all: &[Term<'_>]) -> Option<(Interval, i64)> {
    let [(sentence, other)] = all else { return None };
    let per = |sentence: &str, found: &Found| -> Option<String> {
        match words(&sentence[found.range.end..]).as_slice() {
            [per, time, ..] if per == "per" => Some(time.clone()),
            _ => None,
        }
    };
    let amount = kronor(other)?;
    match (per(sentence, other)?.as_str(), per(now.sentence, result)?.as_str()) {
        ("år", "månad") => Some((divided(&amount, MONTHS), DOUBLE)),
        ("månad", "år") => Some((amount.times(MONTHS), DOUBLE)),
        _ => None,
    }
}

/// "150 tkr per förening", "kostnaden per elev 130 000 kronor", "0,6 mkr vardera": the whole by how many there are.
fn each(now: &Numbered<'_>, result: &Found, all: &[Term<'_>]) -> Option<(Interval, i64)> {
    let (before, after) =
        (words(&now.sentence[..result.range.start]), words(&now.sentence[result.range.end..]));
    let what = match after.as_slice() {
        [per, what, ..] if per == "per" => Some(what.clone()),
        [each, ..] if each == "vardera" || each == "var" => None,
        _ => Some(before.iter().rposition(|word| word == "per").and_then(|at| before.get(at + 1))?.clone()),
    };
    let whole = only(all.iter().filter(|(_, it)| it.quantity.unit.is_money()))?;
    // "Ramen är 10 mkr. Två hus kostar 4 mkr var": nothing says that they are all of it.
    if what.is_none()
        && !std::ptr::eq(whole.0, now.sentence)
        && !words(now.sentence).iter().any(|it| divides(it))
    {
        return None;
    }
    let counted = |(sentence, it): &&Term<'_>| {
        is_count(it) && what.as_ref().is_none_or(|what| is_plural(sentence, it, what))
    };
    let many = match only(all.iter().filter(counted)) {
        Some((_, many)) => many.quantity.value(),
        None => in_letters(now.sentence).filter(|_| what.is_none())?,
    };
    let many = many.rounded(0);
    (many > 1).then(|| Some((divided(&kronor(&whole.1)?, many), DOUBLE)))?
}

/// Words by which a whole of another sentence is shared out.
fn divides(word: &str) -> bool {
    ["vilket", "alltså", "dvs", "därmed"].contains(&word)
        || ["fördel", "dela", "lika"].iter().any(|it| word.starts_with(it))
}

/// "6 tjänster à 660 tkr per tjänst, totalt 3 960 tkr": what is for each, times how many.
fn priced(all: &[Term<'_>]) -> Option<(Interval, i64)> {
    let (sentence, price) = only(all.iter().filter(|(_, it)| it.quantity.unit.is_money()))?;
    let counts: Vec<&Term<'_>> = all.iter().filter(|(_, it)| !it.quantity.unit.is_money()).collect();
    let whole = counts.iter().all(|(_, it)| it.quantity.unit == Unit::None && it.quantity.mantissa > 0);
    let (before, after) = (words(&sentence[..price.range.start]), words(&sentence[price.range.end..]));
    let each = after.first().is_some_and(|word| word == "per" || word == "styck")
        || before.iter().rev().take(3).any(|word| EACH.iter().any(|stem| word.starts_with(stem)));
    let fits = each && whole && (1..3).contains(&counts.len());
    let mut counts = counts.into_iter().filter(|_| fits);
    let first = counts.next()?;
    let times = counts.try_fold(multiplied(&kronor(price)?, &first.1.quantity)?, |product, (_, it)| {
        multiplied(&product, &it.quantity)
    });
    Some((times?, DOUBLE))
}

/// Beginnings of words for what one costs.
const EACH: [&str; 10] = [
    "dygns",
    "timers",
    "timkost",
    "timpris",
    "styck",
    "månadskost",
    "medelpris",
    "genomsnittspris",
    "snittpris",
    "enhetspris",
];

/// "Ramen på 540 mkr räknas upp med 3,2 procent. Kompensationen blir 17,3 mkr".
fn percent(all: &[Term<'_>]) -> Option<(Interval, i64)> {
    let [one, other] = all else { return None };
    let (base, share) = match (one.1.quantity.unit.is_money(), other.1.quantity.unit.is_money()) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return None,
    };
    const RAISED: [&str; 4] = ["räknas", "räknades", "uppräkning", "effektivisering"];
    let raised =
        |sentence: &str| words(sentence).iter().any(|word| RAISED.iter().any(|stem| word.starts_with(stem)));
    let told = share.1.quantity.unit == Unit::Percent && (raised(one.0) || raised(other.0));
    let (low, high) = (share.1.quantity.interval().low?, share.1.quantity.interval().high?);
    let amount = kronor(&base.1)?;
    let of = |amount: Fixed, percent: Fixed| amount.times(percent.rounded(2)).divided_down(HUNDREDTHS);
    told.then(|| Some((Interval::between(of(amount.low?, low), of(amount.high?, high)), THIRD)))?
}

/// Per cent with two decimals, of one.
const HUNDREDTHS: i64 = 10_000;

/// Whether the sum or the difference of two of the other numbers gives an amount: then that is what is told.
fn is_given(all: &[Term<'_>], said: &Interval) -> bool {
    let amounts: Vec<Interval> = all.iter().filter_map(|(_, it)| kronor(it)).collect();
    amounts.iter().enumerate().any(|(at, one)| {
        one.meets(said)
            || amounts[at + 1..].iter().any(|it| one.plus(it).meets(said) || one.minus(it).size().meets(said))
    })
}

/// The only one of some.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

fn kronor(found: &Found) -> Option<Interval> {
    Some(found.quantity.interval_hedged(found.hedge).times(found.quantity.unit.kronor()?))
}

fn divided(amount: &Interval, by: i64) -> Interval {
    Interval {
        low: amount.low.map(|low| low.divided_down(by)),
        high: amount.high.map(|high| high.divided_up(by)),
    }
}

/// An amount so many times, where that is a number with at most one decimal.
fn multiplied(amount: &Interval, count: &Quantity) -> Option<Interval> {
    const LARGEST: i64 = 100_000_000;
    let (whole, scale) = match count.decimals {
        0 => (count.mantissa, 1),
        1 => (count.mantissa, 10),
        _ => return None,
    };
    (whole < LARGEST).then(|| divided(&amount.times(whole), scale))
}

fn middle(amount: &Interval) -> Option<Fixed> {
    Some((amount.low? + amount.high?).divided_down(2))
}

fn as_printed(kronor: Fixed, said: &Quantity) -> Quantity {
    let value = kronor.abs().divided_down(said.unit.kronor().unwrap_or(1));
    Quantity::new(value.rounded(said.decimals), said.decimals, said.unit.clone())
}

fn is_count(found: &Found) -> bool {
    found.quantity.unit == Unit::None && found.quantity.decimals == 0 && found.hedge == Hedge::Exact
}

/// "74 aktörer" of "per aktör".
fn is_plural(sentence: &str, found: &Found, singular: &str) -> bool {
    let stem = singular.trim_end_matches(['a', 'e']);
    stem.chars().count() > 2 && noun(sentence, found).is_some_and(|plural| plural.starts_with(stem))
}

/// "de fyra stadsdelarna": the only number in letters.
fn in_letters(sentence: &str) -> Option<Fixed> {
    let told = words(sentence);
    let numbers = told.iter().filter(|word| word.chars().all(char::is_alphabetic));
    let number = only(numbers.filter_map(|word| number_word::parse(word)).filter(|number| *number > 1))?;
    Some(Fixed::whole(i64::from(number)))
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
    fn products_and_quotients_are_counted_again() {
        for (text, expected) in [
            ("Hyran ökar med 2 400 tkr per år, vilket motsvarar 240 tkr per månad.", "200"),
            (
                "Bidraget på 3 600 tkr delas av 24 klubbar, vilket ger ett genomsnittligt bidrag på 125 tkr per klubb.",
                "150",
            ),
            ("Kostnaden är 430,0 mkr. Med 4 000 barn blir kostnaden per barn 170 500 kronor.", "107500"),
            ("Tillskottet på 2,7 mkr delas lika mellan de tre områdena, som får 0,8 mkr vardera.", "0.9"),
            (
                "Nämnden anställer 5,0 handläggare till en kostnad av 640 tkr per tjänst, totalt 2 300 tkr.",
                "3200",
            ),
            (
                "Nämnden köper 10 platser till en dygnskostnad på 6 000 kronor, vilket på helår (365 dygn) ger 29,1 mkr.",
                "21.9",
            ),
            (
                "Timmarna minskar med 5 000. Med en timersättning på 340 kronor sänks kostnaden med 2,7 mkr.",
                "1.7",
            ),
            (
                "Ramen på 500,0 mkr räknas upp med index, som är 3,0 procent. Tillskottet blir 12,5 mkr.",
                "15.0",
            ),
        ] {
            assert_eq!(right(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_others_give_is_left_alone() {
        for text in [
            "Hyran ökar med 2 400 tkr per år, vilket motsvarar 200 tkr per månad.",
            "Hyran är 1 320 kronor per kvadratmeter. För de 850 kvadratmeterna blir det drygt 1,1 mkr.",
            "Bidrag lämnas med högst 30 000 kronor per förening. I år betalades 61 bidrag, i genomsnitt 18 400 kronor.",
            "Ramen på 500 mkr räknas upp med 3 procent. Nämnden får också 2 mkr, och ramen blir 517 mkr.",
            "Kostnaden är 2,1 mkr och blir 0,7 mkr i år.",
        ] {
            assert_eq!(right(text), None, "{text}");
        }
    }
}
