//! The values that a sentence gives an indicator: where it starts and what is aimed at.

mod dated;

pub(crate) use dated::{dated_start, opens_dated, target_year, two_dated, was};

use crate::book::folded;
use crate::style::IndicatorWords;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::figure;

/// "från 64 till 74 procent": where it starts, where it shall end, the unit.
pub(crate) fn from_to(sentence: &str) -> Option<(String, String, Option<String>)> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        if folded(words[at]) != "från" {
            return None;
        }
        let from = plain_at(&words, at + 1)?;
        let most = if at == 0 { MOST_OPENING } else { MOST_BETWEEN };
        let till = till_after(&words, at, most)?;
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
/// And so many after one that opens the sentence: "Från 64 procent 2030 ska andelen rena dammar höjas till 70".
const MOST_OPENING: usize = 10;

/// The "till" that belongs to a "från": "från 71 procent (kvinnor 73,1, män 69,0) till 75".
fn till_after(words: &[&str], from: usize, most: usize) -> Option<usize> {
    let (mut open, mut between) = (false, 0);
    for (at, word) in words.iter().enumerate().skip(from + 1) {
        open |= word.starts_with('(');
        if !open && *word == "till" && between > 0 {
            return Some(at);
        }
        between += usize::from(!open);
        open &= !word.trim_end_matches([',', '.', ';']).ends_with(')');
        if between > most {
            return None;
        }
    }
    None
}

/// "högst 6,0 procent": the figure is a limit.
fn is_hedge(word: &str) -> bool {
    ["minst", "högst", "lägst", "cirka", "omkring", "drygt", "knappt", "min", "max", "över", "under"]
        .contains(&word)
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

/// "målvärdet är 85", "mål 85", "minst 85 procent", "öka till 85 procent".
pub(crate) fn target_only(sentence: &str) -> Option<String> {
    let words: Vec<String> = sentence.split_whitespace().map(folded).collect();
    let plain: Vec<&str> = words.iter().map(String::as_str).collect();
    if let Some(named) = named_target(&plain) {
        return Some(named);
    }
    if let Some(dated) = (0..words.len()).find_map(|at| of_year(&plain, at)) {
        return Some(dated);
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

/// "Målet för 2032 är minst 65 procent": what is aimed at in a year.
fn of_year(words: &[&str], at: usize) -> Option<String> {
    matches!(words[at], "målet" | "målnivån").then_some(())?;
    let joins =
        words.get(at + 1).is_some_and(|word| matches!(*word, "för" | "till" | "år" | "under" | "vid"));
    let from = at + 1 + usize::from(joins);
    let from = from + usize::from(words.get(from) == Some(&"år"));
    let dated = words.get(from).is_some_and(|word| crate::tables::tail::is_year(word));
    let is = words.get(from + 1).is_some_and(|word| matches!(*word, "är" | "var"));
    let hedged = words.get(from + 2).is_some_and(|word| is_hedge(word));
    value_at(words, from + 2 + usize::from(hedged)).filter(|_| dated && is)
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
    let first = *words.get(at)?;
    let groups = if opens_groups(first) { groups_after(words, at) } else { 0 };
    Some((plain_figure(&words[at..=at + groups].concat())?, groups + 1))
}

/// How many groups of three digits follow a word: two after the first of "1 203 450".
fn groups_after(words: &[&str], at: usize) -> usize {
    let ended = |at: &usize| words[*at].ends_with([',', ';', ')']);
    let rest =
        (at + 1..words.len()).take_while(|it| is_group(words[*it]) && (*it == at + 1 || !ended(&(*it - 1))));
    rest.count()
}

/// Up to three digits: the first of a figure in groups.
fn opens_groups(word: &str) -> bool {
    let digits = word.trim_start_matches('(');
    (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Three digits, as after the space of a figure in thousands.
fn is_group(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ',', ';', ')', '%']);
    bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word goes on a figure that begins before it: "203" of "1 203".
fn goes_on(words: &[&str], at: usize) -> bool {
    let whole = |it: &&str| it.bytes().all(|b| b.is_ascii_digit()) && it.len() == 3;
    let before = words[..at].iter().rev().take_while(|it| whole(it)).count();
    let first = at.checked_sub(before + 1).map_or("", |it| words[it]);
    is_group(words[at]) && (opens_groups(first) || before > 0)
}

/// The unit right after a figure in a text: of "minst 75 %", "från 38 procent (2030) till 42".
pub(crate) fn unit_beside(text: &str, value: &str, style: &IndicatorWords) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).filter(|at| !goes_on(&words, *at)).find_map(|at| {
        let (own, count) = figure_at(&words, at)?;
        let next = words.get(at + count).copied().unwrap_or_default();
        let known = || unit_after(words[at + count - 1], &[]).or_else(|| named_unit(next, style));
        (own == value).then(known).flatten()
    })
}

/// "procent", "kWh/m²": a word that is a unit whatever stands around it.
fn named_unit(word: &str, style: &IndicatorWords) -> Option<String> {
    let bare = word.trim_end_matches(['.', ',', ';', ')', ':']);
    let parted = bare.split_once('/').is_some_and(|(one, per)| {
        let lettered = |it: &str| it.starts_with(char::is_alphabetic) && it.chars().count() <= 8;
        lettered(one) && lettered(per) && !bare.ends_with('-')
    });
    let own = parted || style.units.iter().any(|unit| unit == bare);
    figure::unit(bare).map(|unit| unit.code().to_owned()).or_else(|| own.then(|| bare.to_owned()))
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
    // "≥ 85 %": a limit.
    let printed = printed.trim_start_matches(['\u{2265}', '\u{2264}', '<', '>', '=', '~', ' ']);
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
    let inner = printed.trim_end().strip_suffix(')').and_then(|rest| Some((rest, rest.rfind(" (")?)));
    inner
        .filter(|(rest, at)| *at > 0 && !rest[at + 2..].contains(')'))
        .map_or(printed, |(rest, at)| without_aside(&rest[..at]))
}

fn plain_figure(word: &str) -> Option<String> {
    let bare = word.trim_end_matches(['.', ',', ';', ')', '%']).trim_start_matches('(');
    let (mantissa, decimals) = figure::parse(bare)?;
    Some(Quantity::new(mantissa, decimals, Unit::None).plain())
}
