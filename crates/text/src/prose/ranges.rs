//! Two figures that are the ends of one: "6–8 mnkr", "mellan 6 och 8 miljoner kronor", "10 à 12 procent".

use super::{BEFORE_SIGN, Found, digits_end, unit_at};
use crate::figure;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};

/// Signs that stand between the ends of a range.
const DASHES: [char; 4] = ['-', '\u{2011}', '\u{2013}', '\u{2014}'];
/// Words before a range, beside those that an amount follows.
const OPENS: &str =
    "mellan cirka ca ca. omkring ungefär runt kosta kostar kostat beräknas uppskattas bedöms väntas";
/// Words so many before "till" say that something goes from one to another.
const REACH: usize = 4;
/// What two figures "mellan" lie apart, and are not ends of one: the beginnings of words.
const APART: [&str; 9] =
    ["skilln", "differ", "avstånd", "gap", "förhåll", "jämför", "fördel", "balans", "relation"];

/// Figures, of which two that are the ends of a range are one: the second is where it ends. What is said of
/// how sure the first is holds for both.
pub fn ranges(text: &str, found: Vec<Found>) -> Vec<(Found, Option<Quantity>)> {
    let mut all: Vec<(Found, Option<Quantity>)> = Vec::with_capacity(found.len());
    for next in found {
        match all.last_mut() {
            Some((first, to @ None)) if is_range(text, first, &next) => {
                first.range.start = opening(text, first.range.start);
                first.range.end = next.range.end;
                *to = Some(next.quantity);
            }
            _ => all.push((next, None)),
        }
    }
    all
}

/// Figures, of which the ends of a range are a least and a most.
pub(super) fn bounded(text: &str, mut found: Vec<Found>) -> Vec<Found> {
    for at in 1..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let (Some(first), Some(next)) = (before.last_mut(), rest.first_mut()) else { continue };
        if first.hedge != Hedge::AtMost && is_range(text, first, next) {
            (first.hedge, next.hedge) = (Hedge::AtLeast, Hedge::AtMost);
        }
    }
    found
}

/// Where a range begins: at its "mellan".
fn opening(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end();
    let at = before.len().checked_sub("mellan".len()).filter(|at| before.is_char_boundary(*at));
    at.filter(|at| is_between(&before[*at..]) && before.len() < start).unwrap_or(start)
}

fn is_between(word: &str) -> bool {
    word.to_lowercase() == "mellan"
}

fn is_range(text: &str, first: &Found, next: &Found) -> bool {
    let between = text.get(first.range.end..next.range.start).unwrap_or_default();
    first.quantity.unit == next.quantity.unit
        && first.quantity.unit != Unit::None
        && first.quantity.value() < next.quantity.value()
        && joins(&text[..first.range.start], between, &text[first.range.clone()])
}

/// Whether what stands between two figures makes them one range.
fn joins(before: &str, between: &str, first: &str) -> bool {
    match between.trim() {
        "och" => lie_between(before),
        "till" => {
            let alone = first.ends_with(|c: char| c.is_ascii_digit())
                || !first.contains(|c: char| c.is_ascii_digit());
            alone && !goes_from(before)
        }
        "à" | "á" | "a" => true,
        sign => !sign.is_empty() && sign.chars().count() == 1 && sign.chars().all(|c| DASHES.contains(&c)),
    }
}

/// Whether two figures after these words are the ends of what lies between them.
fn lie_between(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    let opens = words.next().is_some_and(|word| is_between(word.trim_start_matches('(')));
    opens && !words.take(3).any(|word| APART.iter().any(|own| word.to_lowercase().starts_with(own)))
}

/// "från 6 till 8": what goes from one to the other is no range.
fn goes_from(before: &str) -> bool {
    let near = before.split_whitespace().rev().take(REACH);
    near.map(|word| word.trim_start_matches('(').to_lowercase()).any(|word| word == "från")
}

/// The unit of the first figure of "från 31 till 38 procent", "mellan 3 och 5 procent", "12–14 mkr", "6 till 8
/// mkr": that of the second.
pub(super) fn unit_of_range(text: &str, start: usize, end: usize) -> Option<Unit> {
    let before = text[..start].trim_end_matches(|c: char| c == '(' || figure::MINUS.contains(&c));
    let opening = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let opening = opening.trim_start_matches('(');
    let joins: &[&str] = match opening {
        "från" => &[" till ", "\u{2013}", "-"],
        "mellan" => &[" och ", "\u{2013}", "-"],
        _ => &["\u{2013}", "-", "\u{2011}", "\u{2014}"],
    };
    let near = joins.iter().find_map(|join| text[end..].strip_prefix(join));
    let loose = || loosely(before, opening, &text[end..]).filter(|rest| rises(&text[start..end], rest));
    let rest = near.or_else(loose)?;
    let rest =
        ["cirka ", "drygt ", "knappt "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let rest = rest.strip_prefix(figure::MINUS).unwrap_or(rest);
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest = &rest[digits_end(rest, 0)..];
    unit_at(rest.trim_start_matches(figure::is_thousands_space)).map(|(unit, _)| unit)
}

/// What follows on a first figure that words or a sign between spaces part from the second: " till ", " à ",
/// " – " where an amount is to come.
fn loosely<'a>(before: &str, opening: &str, rest: &'a str) -> Option<&'a str> {
    let worded = opening.chars().all(char::is_alphabetic) && !opening.is_empty();
    let to = || rest.strip_prefix(" till ").filter(|_| worded && opening != "den" && !goes_from(before));
    let each = || [" à ", " á "].iter().find_map(|join| rest.strip_prefix(join)).filter(|_| worded);
    let expected = BEFORE_SIGN.contains(&opening) || OPENS.split(' ').any(|word| word == opening);
    let spaced = || rest.strip_prefix(' ')?.strip_prefix(DASHES)?.strip_prefix(' ').filter(|_| expected);
    to().or_else(each).or_else(spaced)
}

/// Whether a figure is less than the one that a text begins with, and no year.
fn rises(first: &str, rest: &str) -> bool {
    let value = |text: &str| {
        let (mantissa, decimals) = figure::parse(text)?;
        Some(Quantity::new(mantissa, decimals, Unit::None).value())
    };
    let year = first.len() == 4 && (first.starts_with("19") || first.starts_with("20"));
    let next = rest.get(..digits_end(rest, 0)).and_then(value);
    !year && rest.starts_with(|c: char| c.is_ascii_digit()) && value(first) < next
}

/// The lower end in words before a number in words: "fem till sju miljoner kronor".
pub(super) fn lower_in_words(text: &str, upper: &Found) -> Option<Found> {
    let before = &text[..upper.range.start];
    let joined = ["\u{2013}", "-", " till ", " och ", " à "].iter();
    let before = joined.filter_map(|join| before.strip_suffix(join)).next()?;
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |sign| sign + 1);
    let word = before.get(start..)?;
    let number = crate::number_word::parse(word).filter(|number| *number > 0)?;
    let quantity = Quantity::new(i64::from(number), 0, upper.quantity.unit.clone());
    let found = Found { range: start..before.len(), quantity, hedge: super::hedge_before(&text[..start]) };
    is_range(text, &found, upper).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::super::{figures, numbers};
    use super::*;

    fn read(text: &str) -> Vec<(String, String, Option<String>)> {
        let money = numbers(text).into_iter().filter(|it| it.quantity.unit != Unit::None).collect();
        let told = |(found, to): (Found, Option<Quantity>)| {
            (text[found.range].to_owned(), found.quantity.plain(), to.map(|to| to.plain()))
        };
        ranges(text, money).into_iter().map(told).collect()
    }

    #[test]
    fn two_ends_are_one_figure() {
        for (text, words, low, high) in [
            ("Bron kostar 6–8 mnkr.", "6–8 mnkr", "6", "8"),
            ("Bron kostar 6 - 8 mnkr.", "6 - 8 mnkr", "6", "8"),
            ("Bron kostar mellan 6 och 8 miljoner kronor.", "mellan 6 och 8 miljoner kronor", "6", "8"),
            ("Mellan 5 % och 10 % av dammarna.", "Mellan 5 % och 10 %", "5", "10"),
            ("Vi räknar med 6 till 8 mkr.", "6 till 8 mkr", "6", "8"),
            ("Avgiften höjs 5 till 10 procent.", "5 till 10 procent", "5", "10"),
            ("Det blir cirka 10 à 12 mkr.", "10 à 12 mkr", "10", "12"),
            ("Det blir mellan -8 och -6 mkr.", "mellan -8 och -6 mkr", "-8", "-6"),
            ("Det tar fem till sju miljoner kronor.", "fem till sju miljoner kronor", "5", "7"),
            ("Mellan fem och sju miljoner kronor.", "Mellan fem och sju miljoner kronor", "5", "7"),
        ] {
            assert_eq!(read(text), [(words.to_owned(), low.to_owned(), Some(high.to_owned()))], "{text}");
        }
    }

    #[test]
    fn two_figures_that_go_apart_are_two() {
        for text in [
            "Skillnaden mellan 5 procent och 8 procent är stor.",
            "Den går från 8 till 9 procent.",
            "Intäkten ökade från förra årets 8 till 9 mkr.",
            "Den sjönk mellan 9 och 8 procent.",
            "Parken får 5 mkr och 8 mkr.",
        ] {
            assert!(read(text).iter().all(|it| it.2.is_none()), "{text}: {:?}", read(text));
        }
        for text in ["Under 2030 till 8 mkr.", "På sidan 4 - 8 mkr gick åt.", "Paragraf 3 – 9 procent."] {
            assert_eq!(read(text).len(), 1, "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn the_ends_of_a_range_bound_what_is_meant() {
        let hedges = |text: &str| figures(text).into_iter().map(|it| it.hedge).collect::<Vec<_>>();
        assert_eq!(hedges("Bron kostar 6–8 mnkr."), [Hedge::AtLeast, Hedge::AtMost]);
        assert_eq!(hedges("Bron kostar mellan 6 och 8 mnkr."), [Hedge::AtLeast, Hedge::AtMost]);
        assert_eq!(hedges("Andelen går från 6 till 8 procent."), [Hedge::Exact, Hedge::Exact]);
    }
}
