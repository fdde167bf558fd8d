//! Figures in running text.

mod ranges;

pub use ranges::ranges;

use crate::figure;
use ranges::unit_of_range;
use std::ops::Range;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};

/// A figure found in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where, in bytes: the figure with its unit.
    pub range: Range<usize>,
    /// What it is.
    pub quantity: Quantity,
    /// How sure the text is.
    pub hedge: Hedge,
}

/// The figures with a unit (money, per cent, full-time equivalents) in a running text, in order.
///
/// Bare numbers (years, counts, case numbers) are not among them. The ends of a range ("6–8 mnkr") are a
/// least and a most.
pub fn figures(text: &str) -> Vec<Found> {
    ranges::bounded(text, searched(text, &with_unit))
}

/// All numbers of a running text, in order. Those that name no unit have [`Unit::None`]:
/// counts and years. Digits that are a part of a word or a case number are not among them.
pub fn numbers(text: &str) -> Vec<Found> {
    searched(text, &|text, start, end| with_unit(text, start, end).or_else(|| bare(text, start, end)))
}

fn searched(text: &str, read: &dyn Fn(&str, usize, usize) -> Option<Found>) -> Vec<Found> {
    let mut found: Vec<Found> = spelled(text);
    let told = found.len();
    let mut at = 0;
    while let Some(start) = next_digit(text, at) {
        let end = digits_end(text, start);
        at = end;
        if let Some(figure) = read(text, start, end) {
            at = figure.range.end;
            found.push(figure);
        }
    }
    if told > 0 {
        found.sort_by_key(|it| it.range.start);
    }
    found
}

/// "fem miljoner kronor": a number in words before millions.
fn spelled(text: &str) -> Vec<Found> {
    let many = text.match_indices("milj").filter_map(|(at, _)| {
        let before = text[..at].strip_suffix([' ', '\u{a0}'])?;
        let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |sign| sign + 1);
        let word = before.get(start..)?;
        let number = crate::number_word::parse(word).filter(|number| *number > 1)?;
        let (unit, length) = unit_at(&text[at..])?;
        let range = start..at + length;
        let quantity = Quantity::new(i64::from(number), 0, unit);
        Some(Found { range, quantity, hedge: hedge_before(&text[..start]) })
    });
    let many = many.filter(|it| it.quantity.unit.kronor().is_some());
    many.flat_map(|upper| ranges::lower_in_words(text, &upper).into_iter().chain([upper])).collect()
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    text.as_bytes()[from..].iter().position(u8::is_ascii_digit).map(|at| from + at)
}

/// Where a run of digits, decimal signs between digits and thousands spaces ends.
fn digits_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    loop {
        while end < bytes.len() && bytes[end].is_ascii_digit() {
            end += 1;
        }
        let Some(sep) = text[end..].chars().next() else { return end };
        let next = end + sep.len_utf8();
        let digits = text[next..].bytes().take_while(u8::is_ascii_digit).count();
        let decimal = matches!(sep, ',' | '.') && digits > 0;
        let group = figure::is_thousands_space(sep) && digits == 3;
        let rate = sep == ':' && digits == 2 && is_in_kronor(&text[next + digits..]);
        if !(decimal || group || rate) {
            return end;
        }
        end = next;
    }
}

/// Whether " kronor" follows: "20:97 kronor" is kronor and öre.
fn is_in_kronor(rest: &str) -> bool {
    let word = rest.trim_start_matches(figure::is_thousands_space);
    word.len() < rest.len() && matches!(&word[..word_length(word)], "kronor" | "kr")
}

fn with_unit(text: &str, start: usize, end: usize) -> Option<Found> {
    let rest = &text[end..];
    if let Some(found) = in_brackets(text, start, end) {
        return Some(found);
    }
    let space =
        rest.len() - rest.trim_start_matches(|c: char| figure::is_thousands_space(c) || c == '\n').len();
    match unit_at(&rest[space..]) {
        Some((unit, length)) => number(text, start, end, unit, space + length),
        None => number(text, start, end, unit_of_range(text, start, end)?, 0),
    }
}

/// "(3,2) mnkr": a figure in brackets with its unit after them is less than nothing, as in accounts.
fn in_brackets(text: &str, start: usize, end: usize) -> Option<Found> {
    let open = text[..start].strip_suffix('(')?.len();
    let rest = text[end..].strip_prefix(')')?;
    let space = rest.len() - rest.trim_start_matches(figure::is_thousands_space).len();
    let (unit, length) = unit_at(&rest[space..])?;
    let (mantissa, decimals) = figure::parse(&text[start..end])?;
    let free = text[..open].chars().next_back().is_none_or(char::is_whitespace);
    let money = unit.kronor().is_some();
    let quantity = Quantity::new(-mantissa, decimals, unit);
    let range = open..end + 1 + space + length;
    (free && money).then(|| Found { range, quantity, hedge: hedge_before(&text[..open]) })
}

/// A number without a unit, where nothing is written together with it.
fn bare(text: &str, start: usize, end: usize) -> Option<Found> {
    let next = text[end..].chars().next();
    let attached = next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '\u{2013}'));
    if attached { None } else { number(text, start, end, Unit::None, 0) }
}

fn number(text: &str, start: usize, end: usize, unit: Unit, length: usize) -> Option<Found> {
    let minus = minus_word(text, start);
    let sign = minus.unwrap_or_else(|| sign_start(text, start));
    let ranged = unit != Unit::None && text[..sign].ends_with('-') && ends_in_figure(&text[..sign]);
    let before = text[..sign].chars().next_back();
    let attached = before.is_some_and(|c| c.is_alphanumeric() || (c == '-' && !ranged) || c == '/');
    let from = if minus.is_some() { start } else { sign };
    let (mantissa, decimals) = figure::parse(&text[from..end].replace(':', ","))?;
    let mantissa = if minus.is_some() { -mantissa } else { mantissa };
    let hedge = hedge_before(&text[..sign]);
    let quantity = Quantity::new(mantissa, decimals, unit);
    (!attached).then(|| Found { range: sign..end + length, quantity, hedge })
}

/// "12-" of "12-14 mkr", and no case number or day.
fn ends_in_figure(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    figure::parse(word.trim_end_matches('-').trim_start_matches('(')).is_some()
}

/// Where the word "minus" begins right before a figure, where nothing is taken from another figure.
fn minus_word(text: &str, start: usize) -> Option<usize> {
    let before = text[..start].strip_suffix(figure::is_thousands_space)?;
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let at = before.len() - word.len();
    let from = text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '%');
    (word.eq_ignore_ascii_case("minus") && !from).then_some(at)
}

fn sign_start(text: &str, start: usize) -> usize {
    let before = text[..start].chars().next_back();
    match before {
        Some(c) if c == '+' || figure::MINUS.contains(&c) => {
            let at = start - c.len_utf8();
            let free = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
            if free { at } else { start }
        }
        Some(c) if figure::is_thousands_space(c) => {
            spaced_sign(&text[..start - c.len_utf8()]).unwrap_or(start)
        }
        _ => start,
    }
}

/// Words that an amount follows: a sign after one of them is the amount's, and no dash between two sentences.
const BEFORE_SIGN: [&str; 12] =
    ["på", "om", "med", "till", "är", "var", "blev", "blir", "uppgår", "uppgick", "prognosen", "resultatet"];

/// Where a sign begins that a space parts from its figure: "ett underskott på - 16 mnkr".
fn spaced_sign(before: &str) -> Option<usize> {
    let sign = before.chars().next_back().filter(|c| figure::MINUS.contains(c))?;
    let at = before.len() - sign.len_utf8();
    let word = before[..at].strip_suffix(' ')?.rsplit(' ').next()?;
    BEFORE_SIGN.contains(&word.to_lowercase().as_str()).then_some(at)
}

fn unit_at(text: &str) -> Option<(Unit, usize)> {
    if text.starts_with('%') {
        return Some((Unit::Percent, 1));
    }
    let first = word_length(text);
    let second_at = first + text[first..].len() - text[first..].trim_start().len();
    let second = word_length(&text[second_at..]);
    if is_of_other_kind(&text[..first], &text[second_at..second_at + second]) {
        return None;
    }
    let both = if second == 0 { first } else { second_at + second };
    [both, first].into_iter().filter(|length| *length > 0).find_map(|length| {
        let words = text[..length].split_whitespace().collect::<Vec<_>>().join(" ");
        figure::unit(&words)
            .filter(|_| words.chars().all(|c| c.is_alphabetic() || c == ' '))
            .map(|unit| (unit, length))
    })
}

/// What millions may be of that is no money in kronor: the whole word, or, of a compound, its last part.
const OTHER_KINDS: &str = "euro eur dollar usd pund norska danska yen francs ton kg kilo liter kubikmeter kvadratmeter \
    kvm meter kilometer mil kwh mwh gwh besök besökare resor resenärer passagerare invånare människor personer barn \
    elever kunder användare träd timmar dagar minuter gånger lån böcker visningar nedladdningar sidor samtal måltider \
    portioner platser bostäder ärenden fordon enheter arbetstillfällen";

/// The last part of a compound is at least so long, in bytes.
const SHORTEST_PART: usize = 5;

/// "14 miljoner euro", "2 miljoner besök": the second word says what there are so many of.
fn is_of_other_kind(many: &str, counted: &str) -> bool {
    let many = many.to_lowercase();
    let counted = counted.to_lowercase();
    matches!(many.as_str(), "miljon" | "miljoner" | "miljard" | "miljarder" | "tusental")
        && OTHER_KINDS
            .split_whitespace()
            .any(|own| counted == own || (own.len() >= SHORTEST_PART && counted.ends_with(own)))
}

fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())
}

/// What denies a comparison stands so many words before it at most: "får inte kosta mer än".
const DENIAL_REACH: usize = 3;

fn hedge_before(text: &str) -> Hedge {
    let words: Vec<String> =
        text.split_whitespace().rev().take(6).map(|word| word.trim_matches('(').to_lowercase()).collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    // "Som mest får 12 tkr användas": the verb stands between.
    let modal = matches!(word(0), "får" | "kan" | "ska" | "kommer") && word(2) == "som";
    let words = if modal { &words[1..] } else { words.as_slice() };
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let (last, second) = (word(0), word(1));
    let (hedge, said, reach) = match last {
        "än" => (compared_with(second), 2, DENIAL_REACH),
        _ => (hedging(second, last), 1, 1),
    };
    let clause = words.iter().skip(said).take(reach).take_while(|word| !word.ends_with([',', '.', ';', ':']));
    let denied = clause.into_iter().any(|word| matches!(word.as_str(), "inte" | "ej" | "icke"));
    match hedge {
        Hedge::AtMost if denied => Hedge::AtLeast,
        Hedge::AtLeast if denied && last != "minst" => Hedge::AtMost,
        hedge => hedge,
    }
}

/// What the word before "än" says.
fn compared_with(word: &str) -> Hedge {
    match word {
        "mindre" | "lägre" | "färre" => Hedge::AtMost,
        "mer" | "fler" | "högre" | "större" => Hedge::AtLeast,
        _ => Hedge::Exact,
    }
}

/// What the two words before a figure say.
fn hedging(second: &str, last: &str) -> Hedge {
    match (second, last) {
        ("upp", "till") | ("som", "mest" | "högst") => Hedge::AtMost,
        ("som", "minst" | "lägst") => Hedge::AtLeast,
        (
            _,
            "cirka" | "ca" | "ca." | "omkring" | "ungefär" | "drygt" | "knappt" | "närmare" | "runt"
            | "nästan" | "nära",
        ) => Hedge::About,
        (_, "minst" | "över" | "lägst" | "åtminstone" | "överstigande" | "överstiger" | "överstiga") => {
            Hedge::AtLeast
        }
        (
            _,
            "högst" | "max" | "maximalt" | "under" | "uppemot" | "understigande" | "understiger"
            | "understiga",
        ) => Hedge::AtMost,
        _ => Hedge::Exact,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<(&str, Hedge)> {
        figures(text).into_iter().map(|found| (&text[found.range], found.hedge)).collect()
    }

    #[test]
    fn figures_with_units_are_found_with_their_hedge() {
        let text = "Ramen är 519,6 Mkr, varav drygt 12 500 tkr och minst 2,7 % (ca 15 miljoner kronor).";
        assert_eq!(
            texts(text),
            [
                ("519,6 Mkr", Hedge::Exact),
                ("12 500 tkr", Hedge::About),
                ("2,7 %", Hedge::AtLeast),
                ("15 miljoner kronor", Hedge::About)
            ]
        );
    }

    #[test]
    fn words_before_millions_are_figures() {
        let read = |text: &str| {
            let found = figures(text);
            found
                .iter()
                .map(|it| (text[it.range.clone()].to_owned(), it.quantity.plain()))
                .collect::<Vec<_>>()
        };
        let own = |text: &str, plain: &str| (text.to_owned(), plain.to_owned());
        assert_eq!(
            read("Parken kostar fem miljoner kronor och bron 7 mkr, drygt tolv miljarder på sikt."),
            [own("fem miljoner kronor", "5"), own("7 mkr", "7"), own("tolv miljarder", "12")]
        );
        assert_eq!(read("Bron fick två miljoner besök, ett par miljoner till och en miljon."), []);
        assert_eq!(read("Bron gav 300 tsek."), [own("300 tsek", "300")]);
    }

    #[test]
    fn a_sign_may_stand_apart_from_its_figure() {
        let read = |text: &str| figures(text).first().map(|it| it.quantity.plain());
        assert_eq!(read("Ett underskott på - 16 mnkr vändes.").as_deref(), Some("-16"));
        assert_eq!(read("Resultatet blev \u{2013} 4,5 mkr.").as_deref(), Some("-4.5"));
        assert_eq!(read("Parken är dyr - 16 mnkr kostar den.").as_deref(), Some("16"));
        let range = figures("Den kostar 12 - 16 mnkr.").into_iter().map(|it| it.quantity.plain());
        assert_eq!(range.collect::<Vec<_>>(), ["12", "16"]);
    }

    #[test]
    fn millions_of_something_else_are_no_kronor() {
        assert_eq!(texts("Bron kostar 14 miljoner euro och fick 2 miljoner besök."), []);
        assert_eq!(texts("Bron kostar 14 miljoner."), [("14 miljoner", Hedge::Exact)]);
    }

    #[test]
    fn a_denied_hedge_says_the_opposite() {
        for (text, expected) in [
            ("får kosta inte mer än 2 mkr", Hedge::AtMost),
            ("får inte kosta mer än 2 mkr", Hedge::AtMost),
            ("inte över 2 mkr", Hedge::AtMost),
            ("ej högre än 2 mkr", Hedge::AtMost),
            ("inte mindre än 2 mkr", Hedge::AtLeast),
            ("inte under 2 mkr", Hedge::AtLeast),
            ("ej överstigande 2 mkr", Hedge::AtMost),
            ("som mest 2 mkr", Hedge::AtMost),
            ("Som mest får 2 mkr", Hedge::AtMost),
            ("uppemot 2 mkr", Hedge::AtMost),
            ("åtminstone 2 mkr", Hedge::AtLeast),
            ("inte minst 2 mkr", Hedge::AtLeast),
        ] {
            assert_eq!(texts(text)[0].1, expected, "{text}");
        }
    }

    #[test]
    fn millions_of_what_is_counted_are_no_kronor() {
        assert_eq!(texts("Bad gav 2,5 miljoner timmar och 3 miljoner badbesökare."), []);
        assert_eq!(texts("Det är 3 miljoner mer."), [("3 miljoner", Hedge::Exact)]);
    }

    #[test]
    fn a_figure_in_brackets_is_less_than_nothing() {
        let read = |text: &str| {
            let found = figures(text);
            found.first().map(|it| (text[it.range.clone()].to_owned(), it.quantity.plain()))
        };
        assert_eq!(read("ett resultat på (4,1) mnkr."), Some(("(4,1) mnkr".to_owned(), "-4.1".to_owned())));
        assert_eq!(read("ett resultat (4,1 mnkr)").map(|it| it.1), Some("4.1".to_owned()));
        assert_eq!(read("punkt (4) procent"), None);
    }

    #[test]
    fn minus_in_words_is_a_sign() {
        let read = |text: &str| {
            let found = figures(text).remove(0);
            (text[found.range].to_owned(), found.quantity.plain())
        };
        assert_eq!(read("väntas bli minus 2,5 mkr"), ("minus 2,5 mkr".to_owned(), "-2.5".to_owned()));
        assert_eq!(figures("10 mkr minus 2 mkr").len(), 2);
        assert_eq!(figures("10 minus 2 mkr")[0].quantity.plain(), "2");
    }

    #[test]
    fn years_cases_and_counts_are_not_figures() {
        assert!(figures("Under 2026 (KS-2025-318) öppnar 14 gårdar på 3 platser.").is_empty());
    }

    #[test]
    fn both_figures_of_a_range_have_the_unit() {
        for (text, expected) in [
            ("ökar från 31 till 38 procent", ["31", "38 procent"]),
            ("mellan 3 och 5 procent", ["3", "5 procent"]),
            ("kostar 12\u{2013}14 mkr", ["12", "14 mkr"]),
            ("kostar 12-14 mkr", ["12", "14 mkr"]),
        ] {
            let found = figures(text);
            let printed: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
            assert_eq!(printed, expected, "{text}");
            assert_eq!(found[0].quantity.unit, found[1].quantity.unit, "{text}");
        }
        assert!(figures("Under 2024-2026 och från 2024 till 2026.").is_empty());
    }

    #[test]
    fn kronor_and_ore_may_be_parted_by_a_colon() {
        let text = "Skatten är 20:97 kronor. Mötet börjar 13:30.";
        let found = figures(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&text[found[0].range.clone()], found[0].quantity.plain().as_str()),
            ("20:97 kronor", "20.97")
        );
    }

    #[test]
    fn numbers_without_a_unit_are_found_too() {
        let text = "Under 2026 (KS-2025-318) ökar besöken från 55 000 till 62 000, 13 procent.";
        let found: Vec<&str> = numbers(text).into_iter().map(|found| &text[found.range]).collect();
        assert_eq!(found, ["2026", "55 000", "62 000", "13 procent"]);
    }

    #[test]
    fn a_sign_belongs_to_the_figure_when_it_stands_free() {
        assert_eq!(texts("avviker med -4,8 Mkr och 2–3 procent")[0].0, "-4,8 Mkr");
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_a_fault(text in ".{0,80}") {
            for found in figures(&text) {
                let printed = text.get(found.range);
                prop_assert!(printed.is_some_and(|it| it.contains(char::is_numeric) || it.contains(char::is_alphabetic)));
            }
        }
    }
}
