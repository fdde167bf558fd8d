//! Figures in running text, with their places.

mod counted;

use crate::book::folded;
use crate::chunks::is_one_of;
use crate::joined::Joined;
use crate::source::Source;
use std::ops::Range;
use uppsikt_domain::document::ProseFigure;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::{figure, prose, sentence};

/// So much of a sentence tells what a figure is about, in bytes.
const LONGEST_ABOUT: usize = 240;
/// The last part of a compound that is counted has so many bytes at least, the rest so many letters.
const SHORTEST_LAST: usize = 4;
const SHORTEST_FIRST: usize = 3;
/// Smaller numbers without a unit may be hours, steps of a scale or pages.
const SMALLEST_ALONE: i64 = 25;
/// Words that make a number of things larger, before the word for those.
const MULTIPLIERS: &str = "miljon miljoner miljard miljarder";

/// The figures with units in a text.
pub(crate) fn figures(text: &Joined, source: &Source, counted: &[String]) -> Vec<ProseFigure> {
    let all = prose::numbers(&text.text);
    let pairs = from_to(&text.text, &all);
    let mut told: Vec<prose::Found> = Vec::new();
    for found in all {
        let paired = pairs.contains(&found.range.start).then(|| found.clone());
        let alone = || counted::said_before(&text.text, &found, told.last(), counted);
        let own = with_unit(&text.text, found.clone(), counted).or_else(alone).or(paired);
        told.extend(own.as_ref().and_then(|upper| lower(&text.text, upper)));
        told.extend(own);
    }
    let found = prose::ranges(&text.text, told);
    if found.is_empty() {
        return Vec::new();
    }
    let sentences = sentence::ranges(&text.text);
    let figure = |(found, to): (prose::Found, Option<Quantity>)| ProseFigure {
        text: text.text[found.range.clone()].to_owned(),
        quantity: found.quantity,
        to,
        about: about(&text.text, &sentences, &found.range).replace("**", ""),
        hedge: found.hedge,
        span: text.span(source, found.range),
    };
    found.into_iter().map(figure).collect()
}

/// The lower end of a range right before a number of things, which no unit follows: "100–120 elever".
fn lower(text: &str, upper: &prose::Found) -> Option<prose::Found> {
    let before = text[..upper.range.start].strip_suffix(['-', '\u{2011}', '\u{2013}'])?;
    let start = before
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '\u{a0}')))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let free = before[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
    let printed = &before[start..];
    let (mantissa, decimals) = figure::parse(printed).filter(|_| free && !printed.starts_with('0'))?;
    let counted = matches!(upper.quantity.unit, Unit::Other(_));
    let quantity = Quantity::new(mantissa, decimals, upper.quantity.unit.clone());
    let rises = counted && quantity.value() < upper.quantity.value();
    rises.then(|| prose::Found { range: start..before.len(), quantity, ..upper.clone() })
}

/// The figures of "från 112 000 till 118 400" that name no unit: where those begin. Years, days, hours and
/// numbers that count something are none.
fn from_to(text: &str, all: &[prose::Found]) -> Vec<usize> {
    let bare = |it: &prose::Found| {
        let printed = &text[it.range.clone()];
        it.quantity.unit == Unit::None && !crate::tables::tail::is_year(printed) && !printed.starts_with('0')
    };
    let opens = |it: &prose::Found| folded(text[..it.range.start].trim_end()).ends_with("från");
    let ends = |it: &prose::Found| {
        let rest = &text[it.range.end..];
        let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let stop = rest.is_empty() || rest.starts_with([',', ';', ')']);
        let full = rest.starts_with('.') && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
        stop || full || is_one_of(word, "under mellan senast och jämfört vilket sedan per på i")
    };
    let pairs = all.windows(2).filter(|pair| {
        let between = text.get(pair[0].range.end..pair[1].range.start).unwrap_or_default();
        between == " till " && opens(&pair[0]) && bare(&pair[0]) && bare(&pair[1]) && ends(&pair[1])
    });
    let least = |pair: &&[prose::Found]| pair.iter().all(|it| it.quantity.mantissa >= SMALLEST_ALONE);
    pairs.filter(least).flat_map(|pair| [pair[0].range.start, pair[1].range.start]).collect()
}

/// A figure that has a unit, or counts something: "31 400 elever", "62 kommunala skolgårdar", and the
/// first of "9 av 12 bibliotek", "från 31 till 22 vräkningar".
fn with_unit(text: &str, found: prose::Found, counted: &[String]) -> Option<prose::Found> {
    if found.quantity.unit != Unit::None {
        return Some(found);
    }
    if crate::tables::tail::is_year(&text[found.range.clone()]) {
        return None;
    }
    let rest = &text[found.range.end..];
    let (unit, length) = match counts(rest, counted) {
        Some(named) => (named.clone(), named.end),
        None => (counted_after(text, &found.range, counted)?, 0),
    };
    let unit = rest[unit].to_owned();
    let Quantity { mantissa, decimals, .. } = found.quantity;
    let range = found.range.start..found.range.end + length;
    let quantity = Quantity::new(mantissa, decimals, Unit::Other(unit));
    Some(prose::Found { range, quantity, hedge: found.hedge })
}

/// Where the word stands that says what a figure right before it counts.
fn counts(rest: &str, counted: &[String]) -> Option<Range<usize>> {
    let mut words = rest
        .match_indices([' ', '\u{a0}'])
        .take(2)
        .map(|(at, space)| at + space.len())
        .filter_map(|at| Some((at, rest[at..].split(|c: char| !c.is_alphabetic()).next()?)))
        .filter(|(_, word)| !word.is_empty());
    let (at, first) = words.next().filter(|(at, _)| rest[..*at].trim().is_empty() && *at <= 2)?;
    if is_counted(first, counted) {
        return Some(at..at + first.len());
    }
    if is_one_of(first, MULTIPLIERS) {
        let (second_at, second) = words.next()?;
        let next = rest[at + first.len()..second_at].chars().count() == 1;
        return (next && is_counted(second, counted)).then(|| at..second_at + second.len());
    }
    let adjective = first.ends_with(['a', 'e']) && !is_one_of(first, "att ska inte bara alla både");
    let (second_at, second) = words.next().filter(|_| adjective)?;
    let next = rest[at + first.len()..second_at].chars().count() == 1;
    (next && is_counted(second, counted)).then(|| second_at..second_at + second.len())
}

/// Whether a word is one that is counted, or ends in one: "högstadieskolor".
fn is_counted(word: &str, counted: &[String]) -> bool {
    let ends = |own: &String| {
        word.strip_suffix(own.as_str()).is_some_and(|first| {
            let joined = own.len() >= SHORTEST_LAST && first.chars().count() >= SHORTEST_FIRST;
            first.is_empty() || (joined && first.chars().all(char::is_lowercase))
        })
    };
    counted.iter().any(ends)
}

/// "9 av 12 bibliotek", "från 31 till 22 vräkningar": what the figure after a figure counts.
fn counted_after(text: &str, figure: &Range<usize>, counted: &[String]) -> Option<Range<usize>> {
    let rest = &text[figure.end..];
    let before = text[..figure.start].trim_end().rsplit(' ').next().map(folded).unwrap_or_default();
    let joins: &[&str] = match before.as_str() {
        "från" => &[" till "],
        "mellan" => &[" och "],
        _ => &[" av "],
    };
    let second = joins.iter().find_map(|join| rest.strip_prefix(join))?;
    let second = second.strip_prefix("de ").unwrap_or(second);
    let number = prose::numbers(second).into_iter().next().filter(|it| it.range.start == 0)?;
    let at = rest.len() - second.len() + number.range.end;
    let unit = counts(&rest[at..], counted)?;
    (number.quantity.unit == Unit::None).then_some(at + unit.start..at + unit.end)
}

/// The sentence around a figure, cut to the words nearest to it where it is long.
fn about(text: &str, sentences: &[Range<usize>], figure: &Range<usize>) -> String {
    let around = sentences.iter().find(|range| range.start <= figure.start && figure.start < range.end);
    let Some(range) = around else { return String::new() };
    if range.len() <= LONGEST_ABOUT {
        return text[range.clone()].trim_start_matches(['"', '\u{201d}', ' ']).to_owned();
    }
    let start = boundary(text, figure.start.saturating_sub(LONGEST_ABOUT / 2).max(range.start));
    let end = boundary(text, (figure.end + LONGEST_ABOUT / 2).min(range.end));
    let words = &text[start..end.max(start)];
    let first = if start > range.start { words.find(' ').map_or(0, |at| at + 1) } else { 0 };
    let last = if end < range.end { words.rfind(' ').unwrap_or(words.len()) } else { words.len() };
    words.get(first..last.max(first)).unwrap_or_default().to_owned()
}

pub(crate) fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn what_is_counted_is_a_figure_with_its_word_as_unit() {
        let told = "År 2031 har drygt 31 400 elever 62 kommunala skolgårdar i 14 delar.";
        let both = [("31 400 elever", "elever"), ("62 kommunala skolgårdar", "skolgårdar")];
        assert_eq!(counted(told), both.map(|(text, unit)| (text.to_owned(), unit.to_owned())));
    }

    fn counted(text: &str) -> Vec<(String, String)> {
        let source = Source::new(text);
        let words = HouseStyle::standard().prose.counted;
        let found = figures(&Joined::line(&source, 0), &source, &words).into_iter();
        found.map(|it| (it.text, it.quantity.unit.code().to_owned())).collect()
    }

    #[test]
    fn a_compound_counts_what_its_last_part_counts() {
        let told = "Vid 34 simskolor finns 12 badvaktstjänster, 3 träd och 20 ton.";
        let units: Vec<String> = counted(told).into_iter().map(|(_, unit)| unit).collect();
        assert_eq!(units, ["simskolor", "badvaktstjänster", "träd", "ton"]);
    }

    #[test]
    fn the_first_of_two_figures_counts_what_the_second_does() {
        let pair = |first: &str, second: &str, unit: &str| {
            vec![(first.to_owned(), unit.to_owned()), (second.to_owned(), unit.to_owned())]
        };
        assert_eq!(counted("Öppet vid 9 av 12 bibliotek."), pair("9", "12 bibliotek", "bibliotek"));
        assert_eq!(counted("Köerna går från 14 till 8 veckor."), pair("14", "8 veckor", "veckor"));
        assert!(counted("Den 9 av 12 ledamöter i grupp 4 till 7.").is_empty());
        assert!(counted("Öppet mellan 8 och 17 i parken.").is_empty());
    }

    fn told(text: &str) -> Vec<(String, String, Option<String>)> {
        let source = Source::new(text);
        let words = HouseStyle::standard().prose.counted;
        let found = figures(&Joined::line(&source, 0), &source, &words).into_iter();
        found.map(|it| (it.text, it.quantity.plain(), it.to.map(|to| to.plain()))).collect()
    }

    #[test]
    fn a_range_is_one_figure() {
        for (text, words, low, high) in [
            ("Bron kostar 8–9 mkr.", "8–9 mkr", "8", "9"),
            ("Bron kostar cirka 2,5–3 mnkr.", "2,5–3 mnkr", "2.5", "3"),
            ("Bron kostar 8-9 mkr.", "8-9 mkr", "8", "9"),
            ("Bron kostar mellan 8 och 9 mkr.", "mellan 8 och 9 mkr", "8", "9"),
            ("Här går 100–120 elever.", "100–120 elever", "100", "120"),
            ("Mellan 20 och 25 lägenheter byggs.", "Mellan 20 och 25 lägenheter", "20", "25"),
        ] {
            assert_eq!(told(text), [(words.to_owned(), low.to_owned(), Some(high.to_owned()))], "{text}");
        }
        assert_eq!(told("Den gick från 8 till 9 procent.").len(), 2);
    }

    #[test]
    fn from_one_number_to_another_needs_no_unit() {
        let pair = |low: &str, high: &str| vec![low.to_owned(), high.to_owned()];
        let texts = |text: &str| told(text).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(texts("Antalet rosor har ökat från 41 000 till 43 500."), pair("41 000", "43 500"));
        assert_eq!(texts("Indexet går från 61 till 72 under året."), pair("61", "72"));
        for none in [
            "Från 2031 till 2036.",
            "Öppet från 26 till 30 maj.",
            "Se från 8 till 17.",
            "Buss från 40 till 50 kommer.",
        ] {
            assert!(told(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn millions_of_what_is_counted_keep_their_word() {
        let units: Vec<(String, String)> = counted("Badet hade 2,5 miljoner besökare och 3 miljoner resor.");
        let pair = |text: &str, unit: &str| (text.to_owned(), unit.to_owned());
        assert_eq!(
            units,
            [pair("2,5 miljoner besökare", "miljoner besökare"), pair("3 miljoner resor", "miljoner resor")]
        );
        let more =
            counted("Det gäller 14 kommunalråd, 9 politiska sekreterare, över 300 städer och 7 elbilar.");
        let more: Vec<&str> = more.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(more, ["kommunalråd", "sekreterare", "städer", "elbilar"]);
    }

    #[test]
    fn a_figure_says_what_it_is_about() {
        let source = Source::new("Ramen är satt. Parken får cirka 12,5 Mkr för nya träd. Slut.");
        let found = figures(&Joined::line(&source, 0), &source, &[]);
        assert_eq!(found[0].text, "12,5 Mkr");
        assert_eq!(found[0].about, "Parken får cirka 12,5 Mkr för nya träd.");
    }
}
