//! The amounts of a passage with what kind they are of, ages, ranges and numbers that are names aside,
//! and sums of them that should be nought.

use crate::numbered::{Numbered, noun};
use crate::prose::words;
use crate::slip::slip;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// What an amount is of: only those of one kind can be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Money.
    Money,
    /// Per cent or percentage points.
    Percent,
    /// Full-time posts.
    Posts,
    /// Anything that is counted or measured.
    Count,
}

/// An amount with the sentence that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Amount<'n> {
    /// The sentence.
    pub sentence: &'n str,
    /// The amount.
    pub found: &'n Found,
    /// Its kind.
    pub kind: Kind,
}

/// An amount that the others of its passage cannot give, and what they give.
#[derive(Debug, Clone)]
pub struct Off<'n, 'a> {
    /// The sentence.
    pub said: &'n Numbered<'a>,
    /// The amount.
    pub found: Found,
    /// What it should be.
    pub right: Quantity,
}

impl<'n> Amount<'n> {
    /// The words before it in its sentence.
    pub fn before(&self) -> &'n str {
        &self.sentence[..self.found.range.start]
    }

    /// What follows on it in its sentence.
    pub fn after(&self) -> &'n str {
        &self.sentence[self.found.range.end..]
    }

    /// In kronor, or as many as there are.
    pub fn value(&self) -> Fixed {
        self.found.quantity.value().times(self.scale())
    }

    /// The true values that it can stand for.
    pub fn interval(&self) -> Interval {
        let quantity = &self.found.quantity;
        let exact = self.kind == Kind::Count && quantity.decimals == 0 && self.found.hedge == Hedge::Exact;
        match exact {
            true => Interval::exactly(self.value()),
            false => quantity.interval_hedged(self.found.hedge).times(self.scale()),
        }
    }

    fn scale(&self) -> i64 {
        self.found.quantity.unit.kronor().unwrap_or(1)
    }

    /// Whether it is a difference of percentages.
    pub fn is_points(&self) -> bool {
        let after = self.after();
        self.kind == Kind::Percent && after.starts_with("enhet")
            || noun(self.sentence, self.found).is_some_and(|word| word.starts_with("procentenhet"))
    }

    /// A value in kronor, as the amount is printed.
    pub fn printed_as(&self, value: Fixed) -> Quantity {
        let own = &self.found.quantity;
        let in_unit = value.divided_down(self.scale());
        Quantity::new(in_unit.rounded(own.decimals), own.decimals, own.unit.clone())
    }
}

/// The amounts of a sentence.
pub fn amounts<'n>(numbered: &'n Numbered<'_>) -> Vec<Amount<'n>> {
    let sentence = numbered.sentence;
    let told = numbered.counts.iter().filter(|found| !is_name(sentence, found));
    told.map(|found| Amount { sentence, found, kind: kind(sentence, found) }).collect()
}

fn kind(sentence: &str, found: &Found) -> Kind {
    match &found.quantity.unit {
        unit if unit.is_money() => Kind::Money,
        Unit::Percent => Kind::Percent,
        Unit::FullTimeEquivalents => Kind::Posts,
        _ if noun(sentence, found).is_some_and(|word| word.starts_with("procentenhet")) => Kind::Percent,
        _ => Kind::Count,
    }
}

/// "årskurs 6", "13–15 år", "70 år": the number is a part of what something is called.
fn is_name(sentence: &str, found: &Found) -> bool {
    const NAMED: [&str; 16] = [
        "årskurs", "åk", "mål", "kapitel", "avsnitt", "tabell", "diagram", "figur", "sida", "sidan", "nr",
        "punkt", "bilaga", "klass", "kvartal", "etapp",
    ];
    let dash = |c: char| c == '\u{2013}' || c == '-';
    let (before, after) = (&sentence[..found.range.start], &sentence[found.range.end..]);
    let bare = found.quantity.unit == Unit::None;
    let named = || {
        let last = before.split_whitespace().next_back().unwrap_or_default().lower();
        let next = noun(sentence, found).unwrap_or_default();
        NAMED.contains(&last.as_str()) || ["år", "åringar"].contains(&next.as_str())
    };
    bare && (before.ends_with(dash) || after.starts_with(dash) || named())
}

/// Amounts with a sign each, that should be nought together.
pub type Terms<'t, 'n> = [(i64, &'t Amount<'n>)];

/// What is left of a sum.
pub fn left(terms: &Terms<'_, '_>) -> Fixed {
    terms.iter().fold(Fixed::ZERO, |sum, (sign, amount)| sum + amount.value().times(*sign))
}

/// Whether a sum can be nought, rounding and hedges taken in.
pub fn can_be_nought(terms: &Terms<'_, '_>) -> bool {
    let sum: Interval = terms.iter().map(|(sign, amount)| amount.interval().times(*sign)).sum();
    sum.holds(Fixed::ZERO)
}

/// Fewer digits say too little.
const LEAST: i64 = 10;

/// Whether a slip in one of the amounts is why a sum is not nought.
pub fn is_one_slip(terms: &Terms<'_, '_>) -> bool {
    let left = left(terms);
    terms.iter().any(|(sign, amount)| {
        let own = &amount.found.quantity;
        let right = amount.value() - left.times(*sign);
        let printed = amount.printed_as(right);
        let exact = printed.value().times(amount.scale()) == right;
        exact && own.mantissa.abs() >= LEAST && slip(own.mantissa, printed.mantissa).is_some()
    })
}

/// The words of a text, of which some begin with one of these.
pub fn has_word(text: &str, stems: &[&str]) -> bool {
    words(text).iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}
