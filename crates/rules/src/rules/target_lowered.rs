//! An indicator whose target is easier to reach than last year's.

use crate::aims::aims;
use crate::pairs::{figured, goals_in_both, plan_and_next};
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::yearly::{Value, tells_change, values};
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::interval::Fixed;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::figure;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "target-lowered",
        code: "TID-012",
        family: Family::Continuity,
        severity: Severity::Note,
        rests_on: "Revisionens kritik: mål och indikatorer byts så att ingen utveckling går att följa.",
        page_sv: include_str!("target_lowered.sv.md"),
        page_en: include_str!("target_lowered.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later)).collect()
}

fn of_pair(earlier: &Document, later: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (before, after) in goals_in_both(earlier, later) {
        let old = figured(before);
        for (name, now) in figured(after) {
            let mut same = old.iter().filter(|(own, _)| *own == name);
            let (Some((_, was)), None) = (same.next(), same.next()) else { continue };
            found.extend(lowered(was, now).map(|target| tell((earlier, was), (later, now), target)));
        }
    }
    found.extend(of_same_year(earlier, later));
    found.extend(of_aims(earlier, later));
    found.dedup_by(|one, other| one.at.span.at.line == other.at.span.at.line);
    found
}

/// Targets of one year that both plans print in tables, where the later is nearer to where the
/// indicator started and no sentence tells of it.
fn of_same_year(earlier: &Document, later: &Document) -> Vec<Finding> {
    let (before, after) = (values(earlier), values(later));
    let start = |name: &str| {
        let own = before.iter().filter(|it| it.name == name && !it.is_target());
        own.min_by_key(|it| it.year).and_then(|it| value(&it.value))
    };
    let mut found = Vec::new();
    for now in after.iter().filter(|it| it.is_target()) {
        let was = before.iter().find(|it| it.is_target() && it.name == now.name && it.year == now.year);
        let Some((was, from)) = was.zip(start(&now.name)) else { continue };
        let Some((to, new)) = value(&was.value).zip(value(&now.value)) else { continue };
        let easier = to != from && if to > from { new < to } else { new > to };
        if easier && !tells_change(later, was, now) {
            let finding = tell_cells((earlier, was), (later, now));
            found.push(finding);
        }
    }
    found
}

/// Targets that an indicator's own words print by year, where the next one is nearer to where it started than
/// the one before, and nothing says why.
fn of_aims(earlier: &Document, later: &Document) -> Vec<Finding> {
    let (before, after) = (aims(earlier), aims(later));
    let mut found = Vec::new();
    for now in after {
        let mut same = before.iter().filter(|own| own.name == now.name);
        let (Some(was), None) = (same.next(), same.next()) else { continue };
        let from = was.starts.values().next_back();
        let old = was.targets.iter().next_back();
        let new = now.targets.iter().next_back();
        let (Some(from), Some((old_year, old)), Some((year, new))) = (from, old, new) else { continue };
        let easier = if old.value > from.value { new.value < old.value } else { new.value > old.value };
        let alike = old.unit == new.unit && old.value != from.value && year > old_year;
        if alike && easier && !is_accounted_for(&now.text) {
            found.push(Finding {
                confidence_percent: 75,
                also_at: vec![place::at(earlier, was.span)],
                found: verbatim(new.printed.clone()),
                expected: Message::new("rule-target-lowered-expected").with("target", old.printed.clone()),
                advice: Message::new("rule-target-lowered-try"),
                ..RULE.about.finding(place::at(later, now.span), Message::new("rule-target-lowered-says"))
            });
        }
    }
    found
}

/// Whether the words of an indicator say that its target was changed, or that it is measured anew.
fn is_accounted_for(text: &str) -> bool {
    let lower = text.lower();
    ["sänk", "höj", "justera", "ändra", "nytt mätsätt", "omräkn", "eftersom", "på grund", "till följd"]
        .iter()
        .any(|word| lower.contains(word))
}

fn tell_cells(earlier: (&Document, &Value), later: (&Document, &Value)) -> Finding {
    Finding {
        confidence_percent: 75,
        also_at: vec![place::at(earlier.0, earlier.1.span)],
        found: verbatim(later.1.printed.clone()),
        expected: Message::new("rule-target-lowered-expected").with("target", earlier.1.printed.clone()),
        advice: Message::new("rule-target-lowered-try"),
        ..RULE.about.finding(place::at(later.0, later.1.span), Message::new("rule-target-lowered-says"))
    }
}

/// The former target, where the new one is nearer to where the indicator started, in the same unit.
fn lowered<'i>(was: &'i Indicator, now: &Indicator) -> Option<&'i str> {
    let target = was.target.as_deref()?;
    let (from, to, new) = (value(was.baseline.as_deref()?)?, value(target)?, value(now.target.as_deref()?)?);
    let easier = if to > from { new < to } else { new > to };
    (to != from && easier && was.unit == now.unit).then_some(target)
}

/// What a plain decimal comes to.
fn value(number: &str) -> Option<Fixed> {
    // A point parts thousands in print, in a plain decimal never.
    let (mantissa, decimals) = figure::parse(&number.replace('.', ","))?;
    Some(Fixed::from_decimal(mantissa, decimals))
}

fn tell(earlier: (&Document, &Indicator), later: (&Document, &Indicator), target: &str) -> Finding {
    let printed = |number: &str| number.replace('.', ",");
    Finding {
        confidence_percent: 68,
        also_at: vec![place::at(earlier.0, earlier.1.span)],
        found: verbatim(later.1.target.as_deref().map(printed).unwrap_or_default()),
        expected: Message::new("rule-target-lowered-expected").with("target", printed(target)),
        advice: Message::new("rule-target-lowered-try"),
        ..RULE.about.finding(place::at(later.0, later.1.span), Message::new("rule-target-lowered-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn decimals_are_held_against_each_other_exactly() {
        assert!(value("5.4") < value("5.41") && value("-3") < value("2.5"));
        assert_eq!(value("7"), value("7.0"));
        assert_eq!(value("högst 7"), None);
    }
}
