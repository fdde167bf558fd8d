//! "62 av 110 platser (65 procent)": a share that its two counts cannot give.

use crate::fractions::Fraction;
use crate::given_otherwise::is_given;
use crate::in_words::way;
use crate::numbered::{Numbered, in_turn};
use crate::per_each;
use crate::place;
use crate::products;
use crate::prose::{locate, words};
use crate::rates;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::shares::{Printed, Share, share};
use std::ops::Range;
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
        name: "share-in-words-off",
        code: "ARI-010",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: en andel är delen genom det hela.",
        page_sv: include_str!("share_in_words_off.sv.md"),
        page_en: include_str!("share_in_words_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let told = in_turn(sheet.numbered());
    told.filter_map(|(now, before)| {
        let share =
            share(now, before).filter(|share| !compares(now, share) && !is_given_otherwise(now, share));
        let off = share.and_then(|share| Some((share.printed.range(), off(now.sentence, &share)?)));
        let each = || per_each::off(now, before).map(|(each, right)| (each.range, right));
        let given = || products::off(now, before).map(|(given, right)| (given.range, right));
        let rate = || rates::off(now, before).map(|(rate, right)| (rate.range, right));
        let (range, right) = off.or_else(each).or_else(given).or_else(rate)?;
        Some(tell(sheet.document, now, range, &right))
    })
    .collect()
}

/// Whether other numbers of the sentence give the percentage.
fn is_given_otherwise(now: &Numbered<'_>, share: &Share) -> bool {
    let Printed::Percent(found) = &share.printed else { return false };
    is_given(now.sentence, found, &now.counts, Some((&share.part, &share.whole)))
}

/// The right share, where what is printed is another.
fn off(sentence: &str, share: &Share) -> Option<Quantity> {
    let (right, possible) = shares(&share.part.quantity, &share.whole.quantity)?;
    let (fits, decimals) = match &share.printed {
        Printed::Percent(found) => {
            let said = found.quantity.interval_hedged(found.hedge);
            (possible.meets(&said) && !is_beyond(sentence, found, right), found.quantity.decimals.min(2))
        }
        Printed::Words(fraction) => (fraction.fits(right) && !is_turned(sentence, fraction, right), 0),
    };
    let value = Quantity::new(Fixed::from_decimal(right, 2).rounded(decimals), decimals, Unit::Percent);
    (!fits).then_some(value)
}

/// "Drygt hälften" of what is less than half, "knappt hälften" of what is more.
fn is_turned(sentence: &str, fraction: &Fraction, right: i64) -> bool {
    const HALF_A_PERCENT: i64 = 50;
    let before = words(&sentence[..fraction.range.start]);
    match before.last().map(String::as_str) {
        Some("drygt") => right + HALF_A_PERCENT < fraction.share,
        Some("knappt") => fraction.share + HALF_A_PERCENT < right,
        _ => false,
    }
}

/// "Knappt 30 procent" of what is surely more than 30, "drygt 30 procent" of what is surely less.
fn is_beyond(sentence: &str, found: &Found, right: i64) -> bool {
    let before = words(&sentence[..found.range.start]);
    let apart = Fixed::from_decimal(right, 2) - found.quantity.value();
    let far = Fixed::half_of_last_digit(found.quantity.decimals) < apart.abs();
    match before.last().map(String::as_str) {
        Some("knappt" | "nästan") => far && !apart.is_negative(),
        Some("drygt") => far && apart.is_negative(),
        _ => false,
    }
}

/// What one amount is of another in parts per ten thousand, and the shares in per cent that
/// rounding leaves possible. Counts are exact; money is printed rounded.
fn shares(part: &Quantity, whole: &Quantity) -> Option<(i64, Interval)> {
    let counted = [part, whole].iter().all(|it| it.unit == Unit::None && it.decimals == 0);
    let unit = |it: &Quantity| it.unit.kronor().or(whole.unit.kronor().filter(|_| it.unit == Unit::None));
    let scale = |it: &Quantity| if counted { Some(1) } else { unit(it) };
    let (part_scale, whole_scale) = (scale(part)?, scale(whole)?);
    let (value, all) = (part.value().times(part_scale), whole.value().times(whole_scale));
    if value.is_negative() || all < value {
        return None;
    }
    let right = value.share_of(all)?;
    let step = Fixed::from_decimal(1, 2);
    if counted {
        return Some((right, Interval::exactly(Fixed::from_decimal(right, 2)).widened(step)));
    }
    let (part, whole) = (part.interval().times(part_scale), whole.interval().times(whole_scale));
    let low = Fixed::from_decimal(part.low?.share_of(whole.high?)?, 2);
    let high = Fixed::from_decimal(part.high?.share_of(whole.low?)?, 2);
    Some((right, Interval::between(low, high).widened(step)))
}

/// Whether a sentence compares, as far as its share and what that is of go: the share may be a difference then.
fn compares(now: &Numbered<'_>, share: &Share) -> bool {
    const WORDS: [&str; 8] = ["fler", "färre", "högre", "lägre", "mer", "mindre", "än", "jämfört"];
    const AFTER: usize = 2;
    let own = [&share.part, &share.whole].into_iter().filter(|it| now.counts.contains(it));
    let end = own.map(|it| it.range.end).chain([share.printed.range().end]).max();
    let Some((told, rest)) = end.and_then(|end| now.sentence.split_at_checked(end)) else { return true };
    let told = words(told).into_iter().chain(words(rest).into_iter().take(AFTER));
    told.into_iter().any(|word| WORDS.contains(&word.as_str()) || way(&word).is_some())
}

fn tell(document: &Document, now: &Numbered<'_>, range: Range<usize>, right: &Quantity) -> Finding {
    let said = &now.sentence[range];
    let span = locate(document, locate(document, now.passage.span, now.sentence), said);
    Finding {
        confidence_percent: 90,
        found: verbatim(said),
        expected: verbatim(quantity(right)),
        advice: Message::new("rule-share-in-words-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-share-in-words-off-says"))
    }
}
