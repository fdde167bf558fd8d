//! What was counted on a day, told as another number in another document.

use crate::dated::{Dated, dated};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "dated-number-differs",
        code: "KON-023",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Samma uppgift för samma dag är ett tal.",
        page_sv: include_str!("dated_number_differs.sv.md"),
        page_en: include_str!("dated_number_differs.en.md"),
    },
    check,
};

/// What was counted on a day, in one municipality.
type Counted<'a> = (&'a str, crate::dated::Key);

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let mut told: BTreeMap<Counted<'_>, Vec<(usize, Dated)>> = BTreeMap::new();
    for (at, shelf) in picture.archive().newest() {
        for dated in dated(&picture.sheets()[*at]) {
            told.entry((shelf.city.as_str(), dated.key.clone())).or_default().push((*at, dated));
        }
    }
    told.into_values().flat_map(|told| of_one(picture, told)).collect()
}

/// The numbers of one thing and one day that are another than the one most documents tell, or than the
/// first where as many tell either.
fn of_one(picture: &Seen<'_>, told: Vec<(usize, Dated)>) -> Vec<Finding> {
    let document = |at: usize| picture.sheets()[at].document;
    let mut files: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    told.iter().for_each(|(at, it)| files.entry(it.number).or_default().push(*at));
    files.values_mut().for_each(Vec::dedup);
    if files.len() < 2 {
        return Vec::new();
    }
    let times = |number: i64| files.get(&number).map_or(0, Vec::len);
    let Some((first, right)) = told.iter().rev().max_by_key(|(_, it)| times(it.number)) else {
        return Vec::new();
    };
    let off = told
        .iter()
        .filter(|(at, it)| it.number != right.number && at != first && is_slip(it.number, right.number));
    off.map(|(at, it)| Finding {
        confidence_percent: 80,
        also_at: vec![place::at(document(*first), right.span)],
        found: verbatim(it.printed.clone()),
        expected: verbatim(right.printed.clone()),
        advice: Message::new("rule-dated-number-differs-try"),
        ..RULE
            .about
            .finding(place::at(document(*at), it.span), Message::new("rule-dated-number-differs-says"))
    })
    .collect()
}

/// Numbers further apart than a tenth are not of the same thing.
fn is_slip(one: i64, other: i64) -> bool {
    one.abs_diff(other).saturating_mul(10) <= one.unsigned_abs().max(other.unsigned_abs())
}
