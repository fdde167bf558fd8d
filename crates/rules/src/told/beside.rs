//! Amounts that a sentence puts a percentage beside: "35,4 mkr, 2,7 procent", "39,9 mkr, vilket
//! motsvarar 1,9 procent av kommunbidraget", and what the percentage may be counted on.

use super::all::Context;
use super::meaning::{heading_words, is_clear};
use super::rows::RowAt;
use super::vocabulary::is_part_of_year;
use super::words::{Sentence, Word};
use crate::prose::Said;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_domain::table::ColumnKind;
use uppsikt_text::prose::Found;

/// An amount and the percentage that it is told as.
#[derive(Debug, Clone)]
pub struct Beside<'s> {
    /// The amount.
    pub amount: &'s Found,
    /// The percentage.
    pub percent: &'s Found,
    /// What it may be a percentage of.
    pub bases: Vec<Base>,
    /// Whether the sentence itself says the one thing that it is of.
    pub is_said: bool,
}

/// What an amount may be a percentage of, in kronor.
#[derive(Debug, Clone)]
pub struct Base {
    /// The amount.
    pub kronor: Interval,
    /// The cell that has it, where it stands in a table.
    pub cell: Option<Span>,
}

/// The amounts of a sentence with a percentage beside them. `before` has the figures of the
/// sentence before it.
pub fn beside<'s>(context: Option<&Context<'_>>, said: &'s Said<'_>, before: &[Found]) -> Vec<Beside<'s>> {
    let sentence = Sentence::of(said.sentence, said.figures.clone());
    let in_part = is_part_of_year(&sentence);
    let before = if goes_on(&sentence) { before } else { &[] };
    let pairs = said.figures.windows(2).enumerate();
    let joined = pairs.filter_map(|(at, pair)| {
        let [amount, percent] = pair else { return None };
        let clear = is_clear(&sentence.amounts[at]) && amount.hedge == Hedge::Exact;
        let told = clear && amount.quantity.unit.is_money() && percent.quantity.unit == Unit::Percent;
        let between = said.sentence.get(amount.range.end..percent.range.start)?;
        let rest = said.sentence.get(percent.range.end..)?;
        if !told || !is_joint(between) || rest.trim_start().starts_with("enhet") {
            return None;
        }
        let of = rest.trim_start().strip_prefix("av ");
        let explicit =
            of.and_then(|_| said.figures.get(at + 2)).filter(|base| is_base(said.sentence, percent, base));
        let bases = match (of, explicit) {
            (_, Some(base)) => vec![Base { kronor: kronor(base)?, cell: None }],
            (Some(_), None) => of_rows(&rows_after(context?, &sentence, at + 1), in_part),
            (None, None) => {
                let others = said.figures.iter().filter(|it| !std::ptr::eq(*it, amount));
                let levels = others.chain(before).filter_map(|level| around(level, amount));
                let rows = context
                    .map(|context| of_rows(&rows_of(context, said, &sentence), in_part))
                    .unwrap_or_default();
                levels.flatten().chain(rows).collect()
            }
        };
        Some(Beside { amount, percent, bases, is_said: explicit.is_some() })
    });
    joined.filter(|it| !it.bases.is_empty()).collect()
}

/// Whether a sentence speaks of what the one before it tells: "Det är 54,2 mkr mer".
fn goes_on(sentence: &Sentence) -> bool {
    const OPENINGS: [&str; 7] = ["det", "detta", "den", "denna", "ökningen", "minskningen", "skillnaden"];
    sentence.words.first().is_some_and(|word| OPENINGS.contains(&word.text.as_str()))
}

/// Whether the words between an amount and a percentage say that the two are the same.
fn is_joint(between: &str) -> bool {
    const SAME: [&str; 11] =
        ["eller", "motsvarar", "motsvarande", "vilket", "det", "är", "alltså", "dvs", "blir", "ger", "som"];
    const CHANGE: [&str; 5] = ["ökning", "minskning", "höjning", "avvikelse", "uppräkning"];
    let words = crate::prose::words(between);
    let same = words.iter().all(|word| SAME.contains(&word.as_str()));
    let marked = between.trim_start().starts_with([',', '(', '–', '-']);
    match words.as_slice() {
        [] => marked,
        // "54,2 mkr mer än i budgeten för 2024, en ökning med 7,1 procent".
        [.., article, change, with] if article == "en" => {
            CHANGE.contains(&change.as_str()) && ["med", "på", "om"].contains(&with.as_str())
        }
        _ => same,
    }
}

/// Whether an amount right after a percentage is what that is of: "2,7 procent av ramen som är 214 mkr".
fn is_base(sentence: &str, percent: &Found, base: &Found) -> bool {
    const BETWEEN: usize = 5;
    let between = sentence.get(percent.range.end..base.range.start).unwrap_or_default();
    let words = crate::prose::words(between);
    base.quantity.unit.is_money() && words.len() <= BETWEEN && !between.contains([',', ';'])
}

fn kronor(found: &Found) -> Option<Interval> {
    Some(found.quantity.interval_hedged(found.hedge).times(found.quantity.unit.kronor()?))
}

/// A level, and what it was before it grew or shrank by an amount.
fn around(level: &Found, amount: &Found) -> Option<[Base; 3]> {
    let (level, change) = (kronor(level)?.size(), kronor(amount)?.size());
    let base = |kronor: Interval| Base { kronor, cell: None };
    Some([base(level), base(level.minus(&change)), base(level.plus(&change))])
}

/// The rows that are named in a sentence, at the beginning of its passage, or as the heading above.
fn rows_of<'a>(context: &Context<'a>, said: &Said<'a>, sentence: &Sentence) -> Vec<RowAt<'a>> {
    let named = rows(context, &sentence.words);
    if !named.is_empty() {
        return named;
    }
    let label = said.passage.text.split(['.', ':']).next().unwrap_or_default();
    let opening = rows(context, &heading_words(label));
    let heading = said.passage.within.last().and_then(|section| section.heading.as_ref());
    match heading.filter(|_| opening.is_empty()) {
        Some(heading) => rows(context, &heading_words(&heading.text)),
        None => opening,
    }
}

/// The rows that are named right after an amount: "av kommunbidraget".
fn rows_after<'a>(context: &Context<'a>, sentence: &Sentence, amount: usize) -> Vec<RowAt<'a>> {
    const NEAR: usize = 4;
    let at = sentence.amounts[amount].at;
    let until = sentence.words.len().min(at + NEAR);
    rows(context, &sentence.words[at..until])
}

/// The rows that words name one by one: what is told of two together is told of neither.
fn rows<'a>(context: &Context<'a>, words: &[Word]) -> Vec<RowAt<'a>> {
    let joins = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| word.text == "och" || word.text == "samt")
    };
    let mentions = context.names.mentions(words).into_iter();
    let told = mentions.filter(|it| it.name.is_row() && !it.is_change);
    let alone = told.filter(|it| !joins(Some(it.to)) && !joins(it.from.checked_sub(1)));
    alone.flat_map(|it| it.name.rows.clone()).collect()
}

/// The levels of rows, of a part of the year or of the whole.
fn of_rows(rows: &[RowAt<'_>], in_part: bool) -> Vec<Base> {
    let is_meant = |kind: &ColumnKind| {
        let part = matches!(kind, ColumnKind::Actual { part_of_year: true, .. });
        !is_difference(kind) && part == in_part
    };
    let levels = rows.iter().flat_map(|row| {
        let figures = row.figures().into_iter();
        figures.filter(move |(at, ..)| row.kind(*at).is_some_and(is_meant)).filter_map(base)
    });
    levels.collect()
}

fn is_difference(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Change | ColumnKind::Deviation | ColumnKind::Percent | ColumnKind::Note)
}

fn base((_, value, span): (usize, Quantity, Span)) -> Option<Base> {
    Some(Base { kronor: value.interval_kronor()?.size(), cell: Some(span) })
}
