//! The values that a sentence gives an indicator: where it starts and what is aimed at.

use crate::book::folded;
use crate::style::IndicatorWords;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::{dates, figure};

/// "från 64 till 74 procent": where it starts, where it shall end, the unit.
pub(crate) fn from_to(sentence: &str) -> Option<(String, String, Option<String>)> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        if folded(words[at]) != "från" {
            return None;
        }
        let from = plain_at(&words, at + 1)?;
        let till = till_after(&words, at)?;
        let till = till + usize::from(words.get(till + 1).is_some_and(|word| is_hedge(word)));
        let to = plain_at(&words, till + 1)?;
        let years = crate::tables::tail::is_year(&from) && crate::tables::tail::is_year(&to);
        let unit = words
            .iter()
            .skip(till + 2)
            .take(2)
            .find_map(|word| figure::unit(word))
            .map(|unit| unit.code().to_owned());
        (!years).then_some((from, to, unit))
    })
}

/// So many words at most stand between "från" and "till", beside those in brackets.
const MOST_BETWEEN: usize = 4;

/// The "till" that belongs to a "från": "från 71 procent (kvinnor 73,1, män 69,0) till 75".
fn till_after(words: &[&str], from: usize) -> Option<usize> {
    let (mut open, mut between) = (false, 0);
    for (at, word) in words.iter().enumerate().skip(from + 1) {
        open |= word.starts_with('(');
        if !open && *word == "till" && between > 0 {
            return Some(at);
        }
        between += usize::from(!open);
        open &= !word.trim_end_matches([',', '.', ';']).ends_with(')');
        if between > MOST_BETWEEN {
            return None;
        }
    }
    None
}

/// "högst 6,0 procent": the figure is a limit.
fn is_hedge(word: &str) -> bool {
    ["minst", "högst", "lägst", "cirka", "omkring", "drygt", "knappt"].contains(&word)
}

/// "utgångsläge 80", "nuläget är 14": where it starts.
pub(crate) fn start_only(sentence: &str) -> Option<String> {
    let words: Vec<String> =
        sentence.split_whitespace().map(|it| folded(it.trim_start_matches('('))).collect();
    let plain: Vec<&str> = words.iter().map(String::as_str).collect();
    let at = (0..words.len()).find(|at| begins_start(&words[*at]))?;
    (at + 1..(at + 5).min(words.len())).find_map(|at| value_at(&plain, at))
}

/// "utfall 2030 12 400", "utfallet 2030 var 71": what it came to in a year.
pub(crate) fn outcome(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let at = words.iter().position(|word| folded(word.trim_start_matches('(')).starts_with("utfall"))?;
    let dated = (at + 1..words.len().min(at + 3)).find(|at| crate::tables::tail::is_year(words[*at]))?;
    let from =
        dated + 1 + usize::from(words.get(dated + 1).is_some_and(|word| matches!(*word, "var" | "är")));
    value_at(&words, from)
}

/// A figure that is no year.
fn value_at(words: &[&str], at: usize) -> Option<String> {
    plain_at(words, at).filter(|figure| !crate::tables::tail::is_year(figure))
}

/// "(81 % 2030, mål 85 %)", "2030: 212", "8,9 (2030)", "som var 3,4 ton 2030": the last value
/// with its year before what is aimed at.
pub(crate) fn dated_start(sentence: &str, style: &IndicatorWords) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let aims = words.iter().position(|word| {
        let word = folded(word.trim_start_matches('('));
        word.starts_with("mål") && !word.starts_with("målet") || matches!(word.as_str(), "minst" | "högst")
    });
    let after_named = aims.filter(|at| *at > 1).unwrap_or(words.len());
    let before = (0..after_named).rev().find_map(|at| dated_at(&words[..after_named], at, style));
    before.or_else(|| (after_named..words.len()).find_map(|at| beside_year(&words, at)))
}

/// "(år 2030: 71)", "(2030: 41 procent)": a value in brackets after its year.
fn beside_year(words: &[&str], at: usize) -> Option<String> {
    let year = words.get(at.checked_sub(1)?)?.strip_suffix(':')?;
    let opened = year.starts_with('(') || (at > 1 && words[at - 2] == "(år");
    let dated = opened && crate::tables::tail::is_year(year.trim_start_matches('('));
    dated.then(|| value_at(words, at)).flatten()
}

/// A value at a word that has its year before it or after it.
fn dated_at(words: &[&str], at: usize, style: &IndicatorWords) -> Option<String> {
    let value = value_at(words, at)?;
    let year = |word: &str| crate::tables::tail::is_year(word.trim_matches(['(', ')', ',', ';', '.', ':']));
    let before = at.checked_sub(1).map_or("", |at| words[at]);
    if before.ends_with(':') && year(before) {
        return Some(value);
    }
    let dated = (at + 1..(at + 4).min(words.len())).find(|at| year(words[*at]))?;
    let led = words[at].starts_with('(')
        || before.ends_with([',', ':'])
        || style.was.iter().any(|word| folded(before) == *word);
    let day = dates::first_range(&words[at..=dated].join(" "))
        .is_some_and(|range| range.text.starts_with(|c: char| c.is_ascii_digit()) && !year(&range.text));
    ((led || words[dated].starts_with('(')) && !day).then_some(value)
}

/// "målvärdet är 85", "mål 85", "minst 85 procent", "öka till 85 procent".
pub(crate) fn target_only(sentence: &str) -> Option<String> {
    let words: Vec<String> = sentence.split_whitespace().map(folded).collect();
    let plain: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(named) = named_target(&plain) {
        return Some(named);
    }
    (0..words.len()).find_map(|at| {
        let least = matches!(
            words[at].as_str(),
            "minst" | "högst" | "överstiga" | "understiga" | "mål" | "mål:" | "målet:"
        ) && words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        let aims = least
            || words[at].starts_with("målvärde")
            || (words[at] == "till"
                && at > 0
                && matches!(
                    words[at - 1].as_str(),
                    "öka" | "minska" | "höjas" | "höja" | "sänka" | "sänkas" | "uppgå" | "ökar" | "minskar"
                ));
        let least = least || (words[at] == "vara" && shall_be(&plain, at));
        let aims = aims || least;
        let reach = if words[at].starts_with("målvärde") { at + 6 } else { at + 4 };
        let figure = match words[at].as_str() {
            "till" => plain_at(&plain, at + 1).filter(|figure| !crate::tables::tail::is_year(figure)),
            _ => (at + 1..reach.min(words.len())).find_map(|at| value_at(&plain, at)),
        };
        figure.filter(|_| aims)
    })
}

/// "andel med högst 5 minuter till bussen, utgångsläge 60, mål minst 70": what "mål" names after where it
/// starts; a limit before that is a part of what is measured.
fn named_target(words: &[&str]) -> Option<String> {
    let start = words.iter().position(|word| begins_start(word.trim_start_matches('(')))?;
    let at = start + words[start..].iter().position(|word| matches!(*word, "mål" | "mål:"))?;
    let hedged = words.get(at + 1).is_some_and(|word| is_hedge(word));
    value_at(words, at + 1 + usize::from(hedged))
}

/// Whether a word says where a measure starts.
fn begins_start(word: &str) -> bool {
    ["utgångs", "nuläge", "startvärde"].iter().any(|it| word.starts_with(it))
}

/// "ska i genomsnitt vara 14 dagar", "skulle enligt planen vara 65 procent": a figure right after.
fn shall_be(words: &[&str], at: usize) -> bool {
    let shall =
        words[at.saturating_sub(4)..at].iter().any(|word| matches!(*word, "ska" | "skall" | "skulle"));
    shall && words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

/// "Resor med cykel: 50 procent (38 procent 2030)": what is aimed at after the name, and in brackets
/// with its year where it starts.
pub(crate) fn before_dated(text: &str) -> Option<String> {
    let (name, values) = text.split_once(": ")?;
    let (aim, start) = values.split_once('(')?;
    let start = start.split(')').next()?;
    let words: Vec<&str> = start.split_whitespace().collect();
    let dated = words.last().is_some_and(|word| crate::tables::tail::is_year(word)) && words.len() >= 2;
    let aim: Vec<&str> = aim.split_whitespace().collect();
    let short = aim.len() <= 3 && name.len() < 120;
    (dated && short && value_at(&words, 0).is_some()).then(|| value_at(&aim, 0)).flatten()
}

/// The figure that begins at a word, with the groups of three digits after it.
fn plain_at(words: &[&str], at: usize) -> Option<String> {
    figure_at(words, at).map(|(figure, _)| figure)
}

/// The figure that begins at a word, and how many words it takes.
pub(crate) fn figure_at(words: &[&str], at: usize) -> Option<(String, usize)> {
    let group = |word: &&&str| {
        let bare = word.trim_end_matches(['.', ',', ';', ')', '%']);
        bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_digit())
    };
    let first = *words.get(at)?;
    let short = first.len() <= 3 && first.bytes().all(|b| b.is_ascii_digit());
    let groups = if short { words[at + 1..].iter().take_while(group).count() } else { 0 };
    Some((plain_figure(&words[at..=at + groups].concat())?, groups + 1))
}

/// The unit that stands after a figure, or is written together with it.
pub(crate) fn unit_after(figure: &str, words: &[&str]) -> Option<String> {
    let percent = figure.ends_with('%').then_some(Unit::Percent);
    let named =
        || percent.or_else(|| figure::unit(&words.join(" "))).or_else(|| figure::unit(words.first()?));
    let unit = named().map(|unit| unit.code().to_owned());
    unit.or_else(|| (!words.is_empty()).then(|| words.join(" ")))
}

/// What a cell says that gives a figure with its unit: "34 procent", "1,9 kg CO2e", "minst 52".
pub(crate) fn in_cell(printed: &str) -> Option<(String, Option<String>)> {
    let words: Vec<&str> = without_aside(printed).split_whitespace().collect();
    let from = usize::from(words.first().is_some_and(|word| is_hedge(&folded(word))));
    let (value, count) = figure_at(&words, from)?;
    let end = from + count;
    let unit = &words[end..];
    let short =
        unit.len() <= 2 && unit.iter().all(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '%'));
    short.then(|| (value, unit_after(words[end - 1], unit)))
}

/// "84,2 (flickor 86,0, pojkar 82,4)" without what stands in brackets at its end.
fn without_aside(printed: &str) -> &str {
    let inner = printed.trim_end().strip_suffix(')').and_then(|rest| Some((rest, rest.find(" (")?)));
    inner
        .filter(|(rest, at)| *at > 0 && !rest[at + 2..].contains(')'))
        .map_or(printed, |(rest, at)| &rest[..at])
}

fn plain_figure(word: &str) -> Option<String> {
    let bare = word.trim_end_matches(['.', ',', ';', ')', '%']).trim_start_matches('(');
    let (mantissa, decimals) = figure::parse(bare)?;
    Some(Quantity::new(mantissa, decimals, Unit::None).plain())
}
