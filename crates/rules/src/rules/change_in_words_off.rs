//! A change in words that its own two levels cannot give.

use crate::contributions;
use crate::given_otherwise::is_given;
use crate::in_words::{By, FromTo, by, from_to, way};
use crate::levels::fold::{self, Fold};
use crate::levels::{self, Change};
use crate::numbered::{Numbered, in_turn, noun, with_earlier};
use crate::outcomes;
use crate::place;
use crate::prose::{locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::told_apart;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::{figure, quantity};
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
    let mut found = Vec::new();
    let all = sheet.numbered();
    for (index, (now, before)) in in_turn(all).enumerate() {
        found.extend(
            fold::off(now).or_else(|| fold::times_off(now)).map(|fold| tell_fold(sheet.document, now, &fold)),
        );
        let loose = loose(now).and_then(|change| off(&change));
        let tight = tight(now, before);
        let is_share = |(by, _): &(By, Quantity)| is_beside_its_amount(now, &by.amount);
        let sure = loose.into_iter().chain(tight.iter().filter_map(off));
        let sure = sure.filter(|off| !is_share(off)).map(|off| (off, true));
        let unsure = tight.iter().filter_map(rounded).map(|off| (off, false));
        let mut told: Vec<((By, Quantity), bool)> = sure.chain(unsure).collect();
        told.dedup_by(|later, earlier| later.0.0 == earlier.0.0);
        if told.is_empty() && tight.is_empty() {
            let (now, earlier) = with_earlier(all, index);
            let apart = told_apart::off(now, &earlier);
            told.extend(apart.map(|off| ((By { amount: off.found, points: false }, off.right), true)));
        }
        found.extend(told.into_iter().map(|(off, sure)| tell(sheet.document, now, &off, sure)));
    }
    found
}

/// "3,6 mkr (0,4 procent) lägre än budgeten på 958,4 mkr": the percentage of an amount that stands before it.
fn is_beside_its_amount(now: &Numbered<'_>, percent: &Found) -> bool {
    let before = now.sentence[..percent.range.start].trim_end();
    let beside = before.ends_with('(') || before.ends_with(" eller");
    percent.quantity.unit == Unit::Percent && beside && is_given(now.sentence, percent, &now.counts, None)
}

/// Words by which a change is told for a part of the time or of what changed.
const PER: [&str; 5] = ["per år", "årlig", "genomsnitt", "i snitt", "vardera"];

/// The change of a sentence of exactly three numbers.
fn loose(now: &Numbered<'_>) -> Option<Change> {
    let (sentence, counts) = (now.sentence, &now.counts);
    if counts.len() != 3 || PER.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let told = Change { levels: from_to(sentence, counts)?, by: by(sentence, counts)? };
    (!is_parted(sentence, &told) && !is_in_ore(sentence, &told)).then_some(told)
}

/// "Hyrorna ökade med 2,4 procent men deras andel minskade från 23 till 22 procent": the levels are told of
/// something else that goes its own way.
fn is_parted(sentence: &str, told: &Change) -> bool {
    let between = sentence.get(told.by.amount.range.end..told.levels.from.range.start);
    between.is_some_and(|between| words(between).iter().any(|word| way(word).is_some()))
}

/// "med 40 öre, från 20,60 till 21,00 kronor".
fn is_in_ore(sentence: &str, told: &Change) -> bool {
    let ore = |found: &Found| noun(sentence, found).is_some_and(|word| word == "öre");
    ore(&told.by.amount) && told.levels.to.quantity.unit.is_money()
}

/// The changes that stand right beside their levels, in whatever sentence.
fn tight(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Vec<Change> {
    let is_whole = |change: &Change| {
        let after = &now.sentence[change.by.amount.range.end..];
        !PER.iter().any(|word| after.contains(word))
    };
    let told = levels::changes(now, before)
        .into_iter()
        .chain(outcomes::change(now, before))
        .chain(contributions::change(now, before));
    told.filter(is_whole).filter(|change| !is_in_ore(now.sentence, change)).collect()
}

/// The change and what it should be, where the two are not the same.
fn off(change: &Change) -> Option<(By, Quantity)> {
    let (levels, by) = (&change.levels, &change.by);
    let unit = &levels.to.quantity.unit;
    let relative = by.amount.quantity.unit == Unit::Percent;
    match (unit, relative) {
        (Unit::Percent, true) => both(levels, by),
        (_, true) => parts(levels, by),
        (Unit::Percent, false) if !by.points => None,
        _ => difference(levels, by),
    }
    .map(|value| (by.clone(), value))
}

/// The change and what the printed levels give, where three counts do not add up to the last one.
fn rounded(change: &Change) -> Option<(By, Quantity)> {
    let (levels, by) = (&change.levels, &change.by);
    let all = [&levels.from, &levels.to, &by.amount];
    let unit = &levels.to.quantity.unit;
    let alike = |it: &&Found| {
        let same = it.quantity.unit == *unit || by.points && it.quantity.unit == Unit::None;
        same && it.hedge == Hedge::Exact && it.quantity.decimals == by.amount.quantity.decimals
    };
    let relative = by.amount.quantity.unit == Unit::Percent;
    // Three rounded figures need not add up to the last digit; three counts do.
    let counted = *unit == Unit::None && levels.to.quantity.decimals == 0;
    let told = !relative && counted && all.iter().all(alike) && rounded_by(levels, by) == Fixed::ZERO;
    let exact = (levels.to.quantity.value() - levels.from.quantity.value()).abs();
    let other = by.amount.quantity.value().abs() != exact && off(change).is_none();
    let decimals = by.amount.quantity.decimals;
    (told && other).then(|| (by.clone(), Quantity::new(exact.rounded(decimals), decimals, unit.clone())))
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
    let posts = *own == Unit::FullTimeEquivalents && *unit == Unit::None;
    if !(own == unit || posts || *own == Unit::None || own.is_money() && unit.is_money()) {
        return None;
    }
    let unit_of = |found: &Found| {
        if found.quantity.unit.is_money() { found.quantity.unit.kronor() } else { unit.kronor() }
    };
    let slack = rounded_by(levels, by);
    let span = |found: &Found| found.quantity.interval_hedged(found.hedge).times(unit_of(found).unwrap_or(1));
    let apart = span(&levels.to).minus(&span(&levels.from)).widened(slack).size();
    if apart.meets(&span(&by.amount).size()) {
        return None;
    }
    let value = |found: &Found| found.quantity.value().times(unit_of(found).unwrap_or(1));
    let exact = (value(&levels.to) - value(&levels.from)).abs();
    let decimals = levels.from.quantity.decimals.max(levels.to.quantity.decimals);
    let shown = exact.divided_down(unit.kronor().unwrap_or(1));
    Some(Quantity::new(shown.rounded(decimals), decimals, unit.clone()))
}

/// How far counts that are printed in even hundreds may be from those that the change is counted from.
fn rounded_by(levels: &FromTo, by: &By) -> Fixed {
    let zeros = |found: &Found| {
        let printed = found.quantity.mantissa.unsigned_abs().to_string();
        printed.len() - printed.trim_end_matches('0').len()
    };
    let counted = levels.to.quantity.unit == Unit::None && levels.to.quantity.decimals == 0;
    let even = zeros(&levels.from).min(zeros(&levels.to)).min(6);
    if !counted || even < 2 || zeros(&by.amount) >= even {
        return Fixed::ZERO;
    }
    Fixed::whole(10_i64.pow(u32::try_from(even).unwrap_or(0)))
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

fn tell(document: &Document, now: &Numbered<'_>, (by, value): &(By, Quantity), sure: bool) -> Finding {
    let said = &now.sentence[by.amount.range.clone()];
    let from = &now.sentence[by.amount.range.start..];
    let span = locate(document, locate(document, now.passage.span, now.sentence), from);
    Finding {
        severity: if sure { RULE.about.severity } else { Severity::Note },
        confidence_percent: if sure { 90 } else { 60 },
        found: verbatim(said),
        expected: verbatim(if by.points { in_points(value) } else { quantity(value) }),
        advice: Message::new("rule-change-in-words-off-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, span, said)),
            Message::new("rule-change-in-words-off-says"),
        )
    }
}

/// A difference between two shares: "0,7 procentenheter".
fn in_points(value: &Quantity) -> String {
    let bare = figure(&Quantity { unit: Unit::None, ..value.clone() });
    let one = value.value() == Fixed::whole(1);
    format!("{bare}\u{a0}{}", if one { "procentenhet" } else { "procentenheter" })
}

fn tell_fold(document: &Document, now: &Numbered<'_>, fold: &Fold) -> Finding {
    let span = locate(document, locate(document, now.passage.span, now.sentence), &fold.word);
    Finding {
        confidence_percent: 88,
        found: verbatim(&fold.word),
        expected: Message::new("rule-change-in-words-off-expected-fold")
            .with("share", fold.right.to_string()),
        advice: Message::new("rule-change-in-words-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-change-in-words-off-says"))
    }
}
