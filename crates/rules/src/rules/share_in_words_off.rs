//! "62 av 110 platser (65 procent)": a share that its two counts cannot give.

use crate::in_words::{counts, way};
use crate::place;
use crate::prose::{Passage, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
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
    let told = sheet.said().iter();
    told.filter_map(|(passage, sentence)| {
        off(sentence).map(|(share, right)| tell(sheet.document, passage, sentence, &share, &right))
    })
    .collect()
}

/// The share of a sentence that says "X av Y" and one share beside it, and the right one,
/// where the two are not the same.
fn off(sentence: &str) -> Option<(Found, Quantity)> {
    let found = counts(sentence);
    let [a, b, c] = found.as_slice() else { return None };
    let between = |one: &Found, other: &Found| sentence[one.range.end..other.range.start].trim();
    let is_percent = |it: &Found| it.quantity.unit == Unit::Percent;
    let of_opens = opens_with(sentence, a);
    let (part, whole, share, joint) = match () {
        () if between(a, b) == "av" => (a, b, c, between(b, c)),
        () if of_opens && is_percent(c) => (b, a, c, between(b, c)),
        () if is_percent(b) && is_of(between(b, c)) => (a, c, b, between(a, b)),
        () if between(b, c) == "av" => (b, c, a, between(a, b)),
        () => return None,
    };
    let exact = [part, whole].iter().all(|it| it.hedge == Hedge::Exact);
    let joint = is_joint(joint) || of_opens && joint.ends_with([',', '(', '–']);
    if !exact || !is_percent(share) || !joint || compares(sentence) {
        return None;
    }
    let (right, possible) = shares(&part.quantity, &whole.quantity)?;
    let decimals = share.quantity.decimals.min(2);
    let value = Quantity::new(Fixed::from_decimal(right, 2).rounded(decimals), decimals, Unit::Percent);
    (!possible.meets(&share.quantity.interval_hedged(share.hedge))).then(|| (share.clone(), value))
}

/// "Av hemtjänstens 24 bilar": the sentence opens with its whole.
fn opens_with(sentence: &str, whole: &Found) -> bool {
    let before = words(&sentence[..whole.range.start]);
    matches!(before.as_slice(), [of] | [of, _] | [of, _, _] if of == "av")
}

/// "av", "av budgeten på".
fn is_of(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    matches!(words.as_slice(), ["av"] | ["av", _, "på"])
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

/// Whether a sentence compares: its share may be a difference then.
fn compares(sentence: &str) -> bool {
    const WORDS: [&str; 8] = ["fler", "färre", "högre", "lägre", "mer", "mindre", "än", "jämfört"];
    words(sentence).iter().any(|word| WORDS.contains(&word.as_str()) || way(word).is_some())
}

/// Whether the words between counts and share say that the share is of those counts.
fn is_joint(words: &str) -> bool {
    let lower = words.to_lowercase();
    let told =
        ["(", "eller", "motsvarar", "motsvarande", "vilket är", "det är", "alltså", "dvs", "det vill säga"];
    lower.len() < 60 && told.iter().any(|word| lower.contains(word))
}

fn tell(
    document: &Document,
    passage: &Passage<'_>,
    sentence: &str,
    share: &Found,
    right: &Quantity,
) -> Finding {
    let said = &sentence[share.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    Finding {
        confidence_percent: 90,
        found: verbatim(said),
        expected: verbatim(quantity(right)),
        advice: Message::new("rule-share-in-words-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-share-in-words-off-says"))
    }
}
