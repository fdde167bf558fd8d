//! Figures in running text, with their places.

use crate::chunks::is_one_of;
use crate::joined::Joined;
use crate::source::Source;
use std::ops::Range;
use uppsikt_domain::document::ProseFigure;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::{prose, sentence};

/// So much of a sentence tells what a figure is about, in bytes.
const LONGEST_ABOUT: usize = 240;

/// The figures with units in a text.
pub(crate) fn figures(text: &Joined, source: &Source, counted: &[String]) -> Vec<ProseFigure> {
    let all = prose::numbers(&text.text).into_iter();
    let found: Vec<prose::Found> = all.filter_map(|found| with_unit(&text.text, found, counted)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let sentences = sentence::ranges(&text.text);
    let figure = |found: prose::Found| ProseFigure {
        text: text.text[found.range.clone()].to_owned(),
        quantity: found.quantity,
        about: about(&text.text, &sentences, &found.range),
        hedge: found.hedge,
        span: text.span(source, found.range),
    };
    found.into_iter().map(figure).collect()
}

/// A figure that has a unit, or counts something: "31 400 elever", "62 kommunala skolgårdar".
fn with_unit(text: &str, found: prose::Found, counted: &[String]) -> Option<prose::Found> {
    if found.quantity.unit != Unit::None {
        return Some(found);
    }
    let printed = &text[found.range.clone()];
    let rest = &text[found.range.end..];
    let words: Vec<(usize, &str)> = rest
        .match_indices([' ', '\u{a0}'])
        .take(2)
        .map(|(at, space)| at + space.len())
        .filter_map(|at| {
            Some((at, rest[at..].split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?))
        })
        .collect();
    let first = words.first().filter(|(at, _)| rest[..*at].trim().is_empty() && *at <= 2)?;
    let known = |word: &str| counted.iter().any(|own| own == word);
    let adjective = first.1.ends_with(['a', 'e']) && !is_one_of(first.1, "att ska inte bara alla både");
    let (at, unit) = match words.get(1) {
        _ if known(first.1) => *first,
        Some(second)
            if adjective
                && rest[first.0 + first.1.len()..second.0].chars().count() == 1
                && known(second.1) =>
        {
            *second
        }
        _ => return None,
    };
    let Quantity { mantissa, decimals, .. } = found.quantity;
    let range = found.range.start..found.range.end + at + unit.len();
    let quantity = Quantity::new(mantissa, decimals, Unit::Other(unit.to_owned()));
    (!crate::tables::tail::is_year(printed)).then_some(prose::Found { range, quantity, hedge: found.hedge })
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
        let source = Source::new("År 2031 har drygt 31 400 elever 62 kommunala skolgårdar i 14 delar.");
        let counted = HouseStyle::standard().prose.counted;
        let found = figures(&Joined::line(&source, 0), &source, &counted);
        let told: Vec<(&str, &str)> =
            found.iter().map(|it| (it.text.as_str(), it.quantity.unit.code())).collect();
        assert_eq!(told, [("31 400 elever", "elever"), ("62 kommunala skolgårdar", "skolgårdar")]);
    }

    #[test]
    fn a_figure_says_what_it_is_about() {
        let source = Source::new("Ramen är satt. Parken får cirka 12,5 Mkr för nya träd. Slut.");
        let found = figures(&Joined::line(&source, 0), &source, &[]);
        assert_eq!(found[0].text, "12,5 Mkr");
        assert_eq!(found[0].about, "Parken får cirka 12,5 Mkr för nya träd.");
    }
}
