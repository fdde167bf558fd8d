//! An indicator's name apart from the values that are listed after it: "Andel nöjda gäster: utfall
//! 71 procent, mål 75 procent", "Antal lånade båtar (utfall 2030: 212, målvärde 2031: 230)".

use super::kolada;
use crate::book::folded;
use crate::style::IndicatorWords;
use crate::values::{figure_at, from_to, opens_dated, unit_after};

/// What stands between a name and its values.
const BETWEEN: [&str; 6] = [": ", " (", ", ", "; ", " \u{2013} ", " - "];
/// After a figure stand so many words of its unit at most.
const MOST_UNIT: usize = 3;

/// What is told after a name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Valued {
    /// How long the name is, in bytes.
    pub name: usize,
    pub start: Option<String>,
    pub target: Option<String>,
    pub unit: Option<String>,
    /// Whether nothing but its year says that the start is one.
    pub(super) dated: bool,
}

/// The values after a name, where nothing but values stands there.
pub(super) fn valued(text: &str, style: &IndicatorWords) -> Option<Valued> {
    let mut places: Vec<(usize, usize)> = BETWEEN
        .iter()
        .flat_map(|sign| text.match_indices(sign).map(|(at, _)| (at, at + sign.len())))
        .filter(|(at, _)| *at > 0)
        .collect();
    places.sort_unstable();
    places.into_iter().find_map(|(name, from)| told(text, name, &text[from..], style))
}

fn told(text: &str, name: usize, rest: &str, style: &IndicatorWords) -> Option<Valued> {
    let rest = rest.trim_end().trim_end_matches('.').trim_end_matches(')');
    let mut found = Valued { name: text[..name].trim_end().len(), ..Valued::default() };
    for part in rest.split([';', ',']).fold(Vec::new(), rejoined) {
        take(&mut found, &part, style)?;
    }
    let told = found.target.is_some() || (found.start.is_some() && !found.dated);
    told.then_some(found)
}

/// The comma of "6,5 procent" parts nothing.
fn rejoined(mut parts: Vec<String>, part: &str) -> Vec<String> {
    match parts.last_mut() {
        Some(open) if !part.starts_with(' ') => {
            open.push(',');
            open.push_str(part);
        }
        _ => parts.push(part.to_owned()),
    }
    parts
}

/// Takes "utgångsvärde 2030: 12,4 ton" or "från 79 till 83 procent"; `None`: it is no value.
pub(super) fn take(found: &mut Valued, part: &str, style: &IndicatorWords) -> Option<()> {
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.iter().all(|word| kolada::is_code(word) || folded(word) == "kolada") && !words.is_empty() {
        return Some(());
    }
    if folded(words.first()?) == "från" {
        let (start, target, unit) = from_to(part)?;
        let ends = words.iter().rposition(|word| word.ends_with(|c: char| c.is_ascii_digit() || c == '%'))?;
        (words.len() - ends <= MOST_UNIT).then_some(())?;
        (found.start, found.target) = (Some(start), Some(target));
        found.unit = found.unit.take().or(unit);
        return Some(());
    }
    if let Some(start) = opens_dated(&words) {
        found.dated |= found.start.is_none();
        found.start = found.start.take().or(Some(start));
        return Some(());
    }
    let aims = opens(words[0], &style.targets);
    let starts = opens(words[0], &style.outcomes);
    let at = 1 + words[1..].iter().take_while(is_between).count();
    let (value, count) = figure_at(&words, at).filter(|_| aims || starts)?;
    let rest = &words[at + count..];
    let unit = &rest[..rest.iter().position(|word| says_when(word)).unwrap_or(rest.len())];
    (unit.len() <= MOST_UNIT && !unit.iter().any(|word| word.contains(':'))).then_some(())?;
    found.unit = found.unit.take().or_else(|| unit_after(words[at + count - 1], unit));
    match (aims, opens(words[0], &style.starts)) {
        (true, _) => found.target = found.target.take().or(Some(value)),
        (_, true) => found.start = Some(value),
        _ => found.start = found.start.take().or(Some(value)),
    }
    Some(())
}

/// What opens the day until which a value holds, and is no unit: "senast 2031".
fn says_when(word: &str) -> bool {
    let word = word.trim_matches(['(', ')']);
    ["senast", "till", "år", "under", "vid", "i"].contains(&word) || crate::tables::tail::is_year(word)
}

pub(super) fn opens(word: &str, words: &[String]) -> bool {
    let word = folded(word.trim_end_matches(':'));
    words.iter().any(|own| if own.len() > 3 { word.starts_with(own.as_str()) } else { word == *own })
}

/// What may stand between the name of a value and its figure: a year, a verb, how sure it is.
fn is_between(word: &&&str) -> bool {
    let bare = word.trim_end_matches(':');
    crate::tables::tail::is_year(bare)
        || ["\u{2265}", "\u{2264}", ">", "<", "min", "max", "över", "under"].contains(&bare)
        || ["år", "är", "var", "för", "minst", "högst", "lägst", "cirka", "drygt", "knappt"].contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str) -> Option<(&str, Vec<String>)> {
        let found = valued(text, &HouseStyle::standard().indicators)?;
        let told = [found.start, found.target, found.unit].into_iter();
        Some((&text[..found.name], told.map(Option::unwrap_or_default).collect()))
    }

    #[test]
    fn the_values_after_a_name_are_no_part_of_it() {
        for (text, name, told) in [
            ("Antal lån: utfall 1 420, mål 1 400, utgångsvärde 1 180", "Antal lån", ["1180", "1400", ""]),
            ("Frånvaro: utfall 7,3 procent, mål 6,5 procent", "Frånvaro", ["7.3", "6.5", "procent"]),
            ("Lån (utfall 2030: 31,0 %, målvärde 2031: 36,0 %)", "Lån", ["31.0", "36.0", "procent"]),
            (
                "Andel i kö, klass 4, från 79 procent till 83 procent",
                "Andel i kö, klass 4",
                ["79", "83", "procent"],
            ),
            ("Kö till råd: nuläge 10,5 veckor, mål högst 6 veckor.", "Kö till råd", ["10.5", "6", "veckor"]),
        ] {
            assert_eq!(read(text), Some((name, told.map(str::to_owned).to_vec())), "{text}");
        }
    }

    #[test]
    fn a_name_that_goes_on_is_left_whole() {
        assert_eq!(read("Andelen simkunniga ska vara minst 95 procent senast 2028."), None);
        assert_eq!(
            read("Det följs genom avfallet, som var 3,4 ton 2029. Målvärdet för 2032 är 2,9 ton."),
            None
        );
    }
}
