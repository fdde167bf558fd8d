//! What the words around an amount make of it.

use super::rows::RowAt;
use super::vocabulary::{After, Hints, years};
use super::words::{Amount, Sentence, Word};
use super::{Level, Meaning};
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_text::prose::figures;

/// Rows table by table.
pub fn by_table<'a>(rows: &[RowAt<'a>]) -> Vec<Vec<RowAt<'a>>> {
    let mut found: Vec<Vec<RowAt<'a>>> = Vec::new();
    for row in rows {
        match found.iter_mut().find(|group| std::ptr::eq(group[0].table, row.table)) {
            Some(group) => group.push(*row),
            None => found.push(vec![*row]),
        }
    }
    found
}

/// Each of some rows with each of others in the same table.
pub fn pairs<'a>(ours: &[RowAt<'a>], theirs: &[RowAt<'a>]) -> Vec<Vec<RowAt<'a>>> {
    let beside = |one: &RowAt<'a>, other: &RowAt<'a>| {
        std::ptr::eq(one.table, other.table) && one.row != other.row && one.column == other.column
    };
    let with = |one: RowAt<'a>| {
        theirs.iter().filter(move |other| beside(&one, other)).map(move |other| vec![one, *other])
    };
    ours.iter().flat_map(|one| with(*one)).collect()
}

/// Amounts of money and per cent that are at least as sure as "cirka".
pub fn is_clear(amount: &Amount) -> bool {
    let unit = &amount.found.quantity.unit;
    let sure = matches!(amount.found.hedge, Hedge::Exact | Hedge::About);
    sure && (unit.is_money() || *unit == Unit::Percent) && amount.found.quantity.mantissa != 0
}

pub fn joined(one: Hints, other: Hints) -> Hints {
    Hints {
        deviation: one.deviation || other.deviation,
        change: one.change || other.change,
        level: one.level.or(other.level),
        together: one.together || other.together,
    }
}

/// "Jämfört med 2025 är": what a difference is from is named first.
pub fn from_year(prefix: &[Word]) -> bool {
    prefix.iter().any(|word| word.text == "jämfört") && !years(prefix).is_empty()
}

/// What an amount is, and whether it is told what a difference is from.
pub fn meaning(
    said: Hints,
    gap: &[Word],
    after: After,
    unit: &Unit,
    is_result: bool,
) -> Option<(Meaning, bool)> {
    let leads = gap.last().map(|word| word.text.as_str());
    let is_level = matches!(leads, Some("från" | "till"));
    let in_percent = *unit == Unit::Percent;
    let told = match after {
        _ if is_result => (Meaning::Level(None), false),
        After::FromBudget => (Meaning::Deviation, true),
        After::FromYear if said.deviation => return None,
        After::FromYear => (Meaning::Change, true),
        After::Difference => (Meaning::Difference, false),
        _ if said.deviation => (Meaning::Deviation, true),
        _ if said.change && is_level => (Meaning::Level(said.level), false),
        _ if said.change => (Meaning::Change, false),
        _ => (Meaning::Level(said.level), false),
    };
    let fits = match told.0 {
        _ if is_result => !in_percent && matches!(after, After::Nothing | After::FromBudget),
        // Budget against budget: the other one need not be in the table.
        Meaning::Change | Meaning::Difference if said.level == Some(Level::Budget) => false,
        Meaning::Change => true,
        _ => !in_percent,
    };
    fits.then_some(told)
}

/// The words of a heading, its amounts and numbers left out.
pub fn heading_words(heading: &str) -> Vec<Word> {
    let words = Sentence::of(heading, figures(heading)).words;
    words.into_iter().filter(|word| word.text.contains(char::is_alphabetic)).collect()
}
