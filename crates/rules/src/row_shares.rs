//! Sentences that set two rows of the table beside them against each other in words, and tell nothing else:
//! "Personalkostnaderna är hälften av nettokostnaden", "Dammarna är dubbelt så många som bänkarna", "Bänkarna är
//! fler än dammarna".
//!
//! Every word must be a row's, small, or one that tells how the two are to each other: another makes it silent.

use crate::fractions::{Fraction, fraction};
use crate::near_table::{is_form, is_sum, named};
use crate::prose::words;
use std::ops::Range;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_domain::table::{ColumnKind, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;
use uppsikt_text::number_word;
use uppsikt_text::prose::numbers;

/// What a sentence says wrongly of two rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Off {
    /// The words that say it, in bytes of the sentence.
    pub range: Range<usize>,
    /// What should be said: "82 procent", or the two figures.
    pub right: String,
    /// The cells.
    pub cells: Vec<Span>,
}

/// How the first of two rows is said to be to the second.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Claim {
    /// A share of it in words.
    Share(Fraction),
    /// So many per cent of it, give or take so many hundredths of a per cent.
    Percent(i64, i64),
    /// So many per cent of it: "dubbelt så".
    Times(i64),
    /// More than it.
    More,
    /// Less than it.
    Less,
}

/// A sentence in its parts: the words that claim something, of which row and of which other.
struct Parts<'s> {
    claim: Claim,
    range: Range<usize>,
    one: &'s str,
    other: &'s str,
}

/// Whether a sentence may set two things against each other at all.
pub fn may_tell(sentence: &str) -> bool {
    [" av ", " än ", " som "].iter().any(|word| sentence.contains(word))
}

/// What a sentence says wrongly of two rows of a table.
pub fn off(sentence: &str, table: &Table) -> Option<Off> {
    let parts = parts(sentence)?;
    let (one, other) = (row(parts.one, table)?, row(parts.other, table)?);
    if one == other {
        return None;
    }
    let of_money = |column: usize| crate::money::unit(table, column).is_some_and(|unit| unit.is_money());
    let counted = sentence.get(parts.range.clone()).map(is_counted)?;
    let own = |column: &usize| match parts.claim {
        Claim::Share(_) | Claim::Percent(..) => true,
        _ => counted != of_money(*column),
    };
    let years: Vec<String> = words(sentence).into_iter().filter(|word| is_year(word)).collect();
    let columns = columns(table, &years).filter(own);
    let pairs: Vec<Pair> = columns.filter_map(|column| pair(table, one, other, column)).collect();
    let wrong = !pairs.is_empty() && pairs.iter().all(|pair| !fits(&parts.claim, pair));
    // The last column is the latest, or the only one.
    let last = pairs.last().filter(|_| wrong)?;
    let right = match parts.claim {
        Claim::More | Claim::Less => format!("{} och {}", figure(&last.one), figure(&last.other)),
        _ => {
            let percent = Fixed::from_decimal(last.share, 2).rounded(0);
            quantity(&Quantity::new(percent, 0, Unit::Percent))
        }
    };
    Some(Off { range: parts.range, right, cells: last.cells.clone() })
}

/// Whether words compare how many there are, and not how large they are.
fn is_counted(claim: &str) -> bool {
    words(claim).iter().any(|word| ["många", "fler", "färre"].contains(&word.as_str()))
}

/// Two cells of a column.
struct Pair {
    one: Quantity,
    other: Quantity,
    /// What the first is of the second, in parts per ten thousand, signs aside.
    share: i64,
    cells: Vec<Span>,
}

fn pair(table: &Table, one: usize, other: usize, column: usize) -> Option<Pair> {
    let cell = |row: usize| table.rows.get(row)?.cells.get(column);
    let figure = |row: usize| cell(row)?.value.clone();
    let (first, second) = (figure(one)?, figure(other)?);
    let share = first.value().abs().share_of(second.value().abs())?;
    let cells = vec![cell(one)?.span, cell(other)?.span];
    (first.unit == second.unit).then_some(Pair { one: first, other: second, share, cells })
}

/// The columns of levels: those of the years that the sentence names, where it names some.
fn columns<'t>(table: &'t Table, years: &'t [String]) -> impl Iterator<Item = usize> + 't {
    let is_level = |kind: &ColumnKind| {
        !matches!(kind, ColumnKind::Change | ColumnKind::Deviation | ColumnKind::Percent | ColumnKind::Note)
    };
    let of_year = move |heading: &str| years.is_empty() || years.iter().any(|year| heading.contains(year));
    let columns = table.columns.iter().enumerate();
    let own = columns
        .filter(move |(_, it)| is_level(&it.kind) && it.unit != Unit::Percent && of_year(&it.heading.text));
    own.map(|(at, _)| at)
}

/// "Dubbelt så" may be an eighth of it off.
const REACH: i64 = 8;

fn fits(claim: &Claim, pair: &Pair) -> bool {
    match claim {
        Claim::Share(fraction) => fraction.fits(pair.share),
        Claim::Percent(said, slack) => (pair.share - said).abs() <= *slack,
        Claim::Times(said) => (pair.share - said).abs() * REACH <= *said,
        Claim::More => pair.one.value().abs() >= pair.other.value().abs(),
        Claim::Less => pair.one.value().abs() <= pair.other.value().abs(),
    }
}

fn figure(value: &Quantity) -> String {
    let size = Quantity { mantissa: value.mantissa.abs(), ..value.clone() };
    quantity(&size)
}

/// The only row that some words name, where they tell nothing else.
fn row(text: &str, table: &Table) -> Option<usize> {
    let told = words(text);
    let all = told.iter().all(|word| is_small(word) || is_year(word) || ALL.contains(&word.as_str()));
    if all && told.iter().any(|word| ALL.contains(&word.as_str())) {
        let mut sums = (0..table.rows.len()).filter(|row| is_sum(table, *row));
        return sums.next().filter(|_| sums.next().is_none());
    }
    let rows = named(&told, table);
    let [row] = rows.as_slice() else { return None };
    let label = words(&table.rows[*row].label.text);
    let own = |word: &String| label.iter().any(|own| is_form(own, word));
    let known = |word: &String| own(word) || is_year(word) || is_small(word);
    told.iter().all(known).then_some(*row)
}

/// Words that tell nothing more of a row.
fn is_small(word: &str) -> bool {
    const SMALL: &str =
        "de den det våra nämndens totala samlade i under för år året hela antal antalet summan";
    SMALL.split_ascii_whitespace().any(|own| own == word)
}

/// Words for all rows together.
const ALL: [&str; 6] = ["alla", "samtliga", "totalen", "summan", "totalsumman", "helheten"];

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Verbs between what is told and what it is.
const VERBS: [&str; 8] =
    [" är ", " utgör ", " motsvarar ", " var ", " blir ", " står för ", " utgjorde ", " stod för "];

/// Verbs after a share, before what it is.
const THEN: [&str; 7] =
    [" är ", " utgörs av ", " går till ", " består av ", " var ", " utgjordes av ", " avser "];

/// Words that compare.
const MORE: [&str; 4] = ["fler än", "högre än", "större än", "mer än"];
const LESS: [&str; 3] = ["färre än", "lägre än", "mindre än"];

fn parts(sentence: &str) -> Option<Parts<'_>> {
    let bare = sentence.trim_end_matches(['.', '!']);
    let lower = bare.lower();
    let marked =
        bare.contains([',', ';', ':', '(', '"', '.']) || lower.contains(" inte ") || lower.contains(" om ");
    if marked || lower.len() != bare.len() {
        return None;
    }
    share_first(bare, &lower).or_else(|| row_first(bare, &lower))
}

/// "Hälften av nettokostnaden är personalkostnader".
fn share_first<'s>(bare: &'s str, lower: &str) -> Option<Parts<'s>> {
    let (claim, range) = share(bare)?;
    let before = words(&bare[..range.start]);
    let rest = bare[range.end..].strip_prefix(" av ")?;
    let from = bare.len() - rest.len();
    let (at, verb) = THEN.iter().filter_map(|verb| Some((lower[from..].find(verb)?, *verb))).min()?;
    before.iter().all(|word| is_hedge(word)).then_some(Parts {
        claim,
        range,
        one: &rest[at + verb.len()..],
        other: &rest[..at],
    })
}

/// "Personalkostnaderna är hälften av nettokostnaden", "… är dubbelt så höga som …", "… är fler än …".
fn row_first<'s>(bare: &'s str, lower: &str) -> Option<Parts<'s>> {
    let (at, verb) = VERBS.iter().filter_map(|verb| Some((lower.find(verb)?, *verb))).min()?;
    let from = at + verb.len();
    let one = &bare[..at];
    let rest = &bare[from..];
    if let Some((claim, range)) = share(rest) {
        let before = words(&rest[..range.start]);
        let other = rest[range.end..].strip_prefix(" av ")?;
        let hedged = before.iter().all(|word| is_hedge(word));
        return hedged.then_some(Parts { claim, range: from + range.start..from + range.end, one, other });
    }
    if let Some((times, length)) = times(rest) {
        let other = &rest[length..];
        return Some(Parts { claim: Claim::Times(times), range: from..from + length, one, other });
    }
    let compared = |list: &[&str], claim: Claim| {
        let words = list.iter().find(|words| lower[from..].starts_with(&format!("{words} ")))?;
        let other = &rest[words.len()..];
        Some(Parts { claim, range: from..from + words.len(), one, other })
    };
    compared(&MORE, Claim::More).or_else(|| compared(&LESS, Claim::Less))
}

/// Words that make a share less exact.
fn is_hedge(word: &str) -> bool {
    const HEDGES: [&str; 9] =
        ["drygt", "knappt", "nästan", "närmare", "ungefär", "cirka", "ca", "omkring", "runt"];
    HEDGES.contains(&word)
}

/// The only share of a text, in words or per cent, with where it stands.
fn share(text: &str) -> Option<(Claim, Range<usize>)> {
    const POINT: i64 = 100;
    const HEDGED: i64 = 300;
    if let Some(fraction) = fraction(text) {
        let range = fraction.range.clone();
        // "Mer än hälften", "minst en tredjedel": a limit.
        let before = words(&text[..range.start]);
        let limit =
            before.last().is_some_and(|word| ["än", "minst", "över", "högst"].contains(&word.as_str()));
        return (!limit).then_some((Claim::Share(fraction), range));
    }
    let found = numbers(text);
    let [percent] = found.as_slice() else { return None };
    let own = percent.quantity.unit == Unit::Percent;
    let value = percent.quantity.value().times(100).rounded(0);
    let slack = match percent.hedge {
        Hedge::Exact => POINT,
        Hedge::About => HEDGED,
        _ => return None,
    };
    own.then(|| (Claim::Percent(value, slack), percent.range.clone()))
}

/// "dubbelt så höga som", "tre gånger så många som", "hälften så stora som": per ten thousand, and the length.
fn times(text: &str) -> Option<(i64, usize)> {
    let lower = text.lower();
    let told = words(text);
    let end = lower.find(" som ").map(|at| at + " som".len())?;
    let (times, rest) = match told.as_slice() {
        [double, rest @ ..] if double == "dubbelt" => (20_000, rest),
        [half, rest @ ..] if half == "hälften" => (5_000, rest),
        [number, times, rest @ ..] if times == "gånger" => {
            (i64::from(number_word::parse(number)?) * 10_000, rest)
        }
        _ => return None,
    };
    let is_measure = |word: &String| MEASURES.contains(&word.as_str());
    matches!(rest, [so, measure, than, ..] if so == "så" && is_measure(measure) && than == "som")
        .then_some((times, end))
}

/// What is compared.
const MEASURES: [&str; 9] = ["höga", "hög", "högt", "stora", "stor", "stort", "många", "mycket", "dyra"];

#[cfg(test)]
mod tests {
    use super::*;

    fn told(sentence: &str) -> Option<(String, String)> {
        parts(sentence).map(|it| (it.one.trim().to_owned(), it.other.trim().to_owned()))
    }

    #[test]
    fn a_sentence_sets_two_things_against_each_other() {
        let two = |one: &str, other: &str| Some((one.to_owned(), other.to_owned()));
        assert_eq!(told("Bänkarna är hälften av alla."), two("Bänkarna", "alla"));
        assert_eq!(told("Drygt hälften av kostnaden är löner."), two("löner", "kostnaden"));
        assert_eq!(told("Löner står för 60 procent av kostnaden."), two("Löner", "kostnaden"));
        assert_eq!(told("Dammarna är dubbelt så många som bänkarna."), two("Dammarna", "bänkarna"));
        assert_eq!(told("Dammarna är fler än bänkarna."), two("Dammarna", "bänkarna"));
        for other in [
            "Mer än hälften av kostnaden är löner.",
            "Bänkarna är fler, än dammarna.",
            "Bänkarna är inte fler än dammarna.",
            "Löner är minst 60 procent av kostnaden.",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
