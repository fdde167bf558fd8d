//! A change in words that its own two levels cannot give.

use crate::in_words::{By, FromTo, by, counts, from_to};
use crate::place;
use crate::prose::{Passage, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "change-in-words-off",
        code: "ARI-008",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: en ändring är skillnaden mellan två lägen.",
        page_sv: include_str!("change_in_words_off.sv.md"),
        page_en: include_str!("change_in_words_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let told = sheet.said().iter();
    told.filter_map(|(passage, sentence)| {
        off(sentence).map(|(by, value)| tell(sheet.document, passage, sentence, &by, value))
    })
    .collect()
}

/// Words by which a change is told for a part of the time or of what changed.
const PER: [&str; 5] = ["per år", "årlig", "genomsnitt", "i snitt", "vardera"];

/// The change that a sentence of exactly three numbers tells, and what it should be, where
/// the two are not the same.
fn off(sentence: &str) -> Option<(By, Quantity)> {
    let counts = counts(sentence);
    if counts.len() != 3 || PER.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let (levels, by) = (from_to(sentence, &counts)?, by(sentence, &counts)?);
    let unit = &levels.to.quantity.unit;
    let relative = by.amount.quantity.unit == Unit::Percent;
    match (unit, relative) {
        (Unit::Percent, true) => both(&levels, &by),
        (_, true) => parts(&levels, &by),
        (Unit::Percent, false) if !by.points => None,
        _ => difference(&levels, &by),
    }
    .map(|value| (by, value))
}

/// "procent" of a share may mean points or parts: wrong only when it is neither.
fn both(levels: &FromTo, by: &By) -> Option<Quantity> {
    let points = difference(levels, by)?;
    parts(levels, by).map(|_| points)
}

/// What the difference is, where the change is not it.
fn difference(levels: &FromTo, by: &By) -> Option<Quantity> {
    let unit = &levels.to.quantity.unit;
    let own = &by.amount.quantity.unit;
    if !(own == unit || *own == Unit::None || own.is_money() && unit.is_money()) {
        return None;
    }
    let unit_of = |found: &Found| {
        if found.quantity.unit.is_money() { found.quantity.unit.kronor() } else { unit.kronor() }
    };
    let span = |found: &Found| found.quantity.interval_hedged(found.hedge).times(unit_of(found).unwrap_or(1));
    let apart = span(&levels.to).minus(&span(&levels.from)).size();
    if apart.meets(&span(&by.amount).size()) {
        return None;
    }
    let value = |found: &Found| found.quantity.value().times(unit_of(found).unwrap_or(1));
    let exact = (value(&levels.to) - value(&levels.from)).abs();
    let decimals = levels.from.quantity.decimals.max(levels.to.quantity.decimals);
    let shown = exact.divided_down(unit.kronor().unwrap_or(1));
    Some(Quantity::new(shown.rounded(decimals), decimals, unit.clone()))
}

/// What the change is in parts of the first level, where the change is not it.
fn parts(levels: &FromTo, by: &By) -> Option<Quantity> {
    let (from, to) = (levels.from.quantity.interval(), levels.to.quantity.interval());
    let share = |to: Option<Fixed>, from: Option<Fixed>| {
        let from = from.filter(|from| !from.is_negative())?;
        (to? - from).share_of(from).map(|share| Fixed::from_decimal(share, 2))
    };
    if levels.from.quantity.unit != levels.to.quantity.unit {
        return None;
    }
    let (low, high) = (share(to.low, from.high)?, share(to.high, from.low)?);
    let possible = Interval::between(low, high).widened(Fixed::from_decimal(1, 2)).size();
    let said = by.amount.quantity.interval_hedged(by.amount.hedge).size();
    let exact =
        (levels.to.quantity.value() - levels.from.quantity.value()).share_of(levels.from.quantity.value())?;
    let decimals = by.amount.quantity.decimals.min(2);
    let value = Fixed::from_decimal(exact.abs(), 2).rounded(decimals);
    (!possible.meets(&said)).then(|| Quantity::new(value, decimals, Unit::Percent))
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, by: &By, value: Quantity) -> Finding {
    let said = &sentence[by.amount.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    Finding {
        confidence_percent: 90,
        found: verbatim(said),
        expected: verbatim(quantity(&value)),
        advice: Message::new("rule-change-in-words-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-change-in-words-off-says"))
    }
}
