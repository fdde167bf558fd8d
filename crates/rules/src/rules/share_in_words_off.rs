//! "62 av 110 platser (65 procent)": a share that its two counts cannot give.

use crate::in_words::{counts, way};
use crate::place;
use crate::prose::{Passage, locate, said, words};
use crate::rule::Rule;
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::picture::Picture;
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

fn check(picture: &Picture) -> Vec<Finding> {
    picture.documents.iter().flat_map(|document| of_document(document)).collect()
}

fn of_document(document: &Document) -> Vec<Finding> {
    let told = said(document).into_iter();
    told.filter_map(|(passage, sentence)| {
        off(sentence).map(|(share, right)| tell(document, &passage, sentence, &share, &right))
    })
    .collect()
}

/// The share of a sentence that says "X av Y" and one share beside it, and the right one,
/// where the two are not the same.
fn off(sentence: &str) -> Option<(Found, Quantity)> {
    let found = counts(sentence);
    let [a, b, c] = found.as_slice() else { return None };
    let between = |one: &Found, other: &Found| sentence[one.range.end..other.range.start].trim();
    let (part, whole, share, joint) = match () {
        () if between(a, b) == "av" => (a, b, c, between(b, c)),
        () if between(b, c) == "av" => (b, c, a, between(a, b)),
        () => return None,
    };
    let counted = [part, whole].iter().all(|it| it.quantity.unit == Unit::None && it.quantity.decimals == 0);
    let sound = counted && whole.quantity.mantissa >= part.quantity.mantissa && part.quantity.mantissa >= 0;
    if !sound || share.quantity.unit != Unit::Percent || !is_joint(joint) || compares(sentence) {
        return None;
    }
    let right = part.quantity.value().share_of(whole.quantity.value())?;
    let step = Fixed::from_decimal(1, 2);
    let possible = Interval::exactly(Fixed::from_decimal(right, 2)).widened(step);
    let decimals = share.quantity.decimals.min(2);
    let value = Quantity::new(Fixed::from_decimal(right, 2).rounded(decimals), decimals, Unit::Percent);
    (!possible.meets(&share.quantity.interval_hedged(share.hedge))).then(|| (share.clone(), value))
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
