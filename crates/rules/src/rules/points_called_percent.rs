//! "7,6 procent, en minskning med 0,7 procent": a difference of two percentages that is in points.

use crate::in_words::way;
use crate::place;
use crate::prose::{Said, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "points-called-percent",
        code: "ARI-018",
        family: Family::Arithmetic,
        severity: Severity::Note,
        rests_on: "Räkning: skillnaden mellan två procenttal är procentenheter.",
        page_sv: include_str!("points_called_percent.sv.md"),
        page_en: include_str!("points_called_percent.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (said, before) in sheet.figures_in_turn() {
        let Some(change) = change(said) else { continue };
        let levels = levels(said, change);
        let earlier: Vec<&Found> = before.map(|it| percents(it).collect()).unwrap_or_default();
        let off = is_points(&levels, change) || levels.is_empty() && is_difference(&earlier, change);
        found.extend(off.then(|| tell(sheet.document, said, change)));
    }
    found
}

/// The percentage of a sentence that something has grown or shrunk by.
fn change<'s>(said: &'s Said<'_>) -> Option<&'s Found> {
    let is_change = |found: &&Found| {
        let before = words(&said.sentence[..found.range.start]);
        let joined = before.last().is_some_and(|word| ["med", "på", "om"].contains(&word.as_str()));
        // "från 64 till 73 procent, alltså med 9 procent".
        let thus = matches!(before.as_slice(), [.., word, _] if word == "alltså" || word == "säga");
        let reach = if thus { before.len() } else { 3 };
        let near = before.iter().rev().take(reach).any(|word| way(word).is_some());
        let next = said.sentence[found.range.end..].trim_start();
        joined && near && !["enhet", "per ", "om året"].iter().any(|other| next.starts_with(other))
    };
    let mut changes = percents(said).filter(is_change);
    changes.next().filter(|_| changes.next().is_none())
}

fn percents<'s>(said: &'s Said<'_>) -> impl Iterator<Item = &'s Found> {
    said.figures.iter().filter(|found| found.quantity.unit == Unit::Percent && found.hedge == Hedge::Exact)
}

/// The other percentages of the sentence, where it has no money that the change could be of.
fn levels<'s>(said: &'s Said<'_>, change: &Found) -> Vec<&'s Found> {
    if said.figures.iter().any(|found| found.quantity.unit.is_money()) {
        return Vec::new();
    }
    let is_level = |found: &&Found| found.range != change.range && !is_beside(said, found);
    let levels: Vec<&Found> = percents(said).filter(is_level).collect();
    match levels.as_slice() {
        [level] if is_other_clause(said, level, change) => Vec::new(),
        _ => levels,
    }
}

/// "från 148 till 141 GWh (5 procent)": whether a percentage tells once more what stands before it.
fn is_beside(said: &Said<'_>, found: &Found) -> bool {
    let before = said.sentence[..found.range.start].trim_end();
    let last = before.strip_suffix('(').map(|it| it.split_whitespace().rev().take(2).collect::<Vec<_>>());
    let figure = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains('%');
    last.is_some_and(|last| last.iter().any(figure) && !last.iter().any(|word| word.starts_with("procent")))
}

/// Whether a clause of its own begins between two percentages: "trots att ytan ökade med 2 procent".
fn is_other_clause(said: &Said<'_>, level: &Found, change: &Found) -> bool {
    const OPENS: [&str; 6] = ["trots", "fast", "fastän", "eftersom", "medan", "samtidigt"];
    let between = said.sentence.get(level.range.end..change.range.start).unwrap_or_default();
    words(between).iter().any(|word| OPENS.contains(&word.as_str()))
}

/// Whether a change that is told of one level, or as the way between two, cannot be in parts of it.
fn is_points(levels: &[&Found], change: &Found) -> bool {
    match levels {
        [level] => level.range.start < change.range.start && is_invisible(&level.quantity, &change.quantity),
        _ => is_difference(levels, change),
    }
}

/// Whether so many per cent of a level are less than its last printed place.
fn is_invisible(level: &Quantity, change: &Quantity) -> bool {
    let place = Fixed::half_of_last_digit(level.decimals);
    let (level, change) = (level.interval().size(), change.value().abs());
    let hundredth = |value: Fixed| value.times(change.rounded(2)).divided_up(10_000);
    level.high.is_some_and(|high| hundredth(high) < place)
}

/// Whether a change is the difference of the two last levels, and not in parts of either.
fn is_difference(levels: &[&Found], change: &Found) -> bool {
    let [.., one, other] = levels else { return false };
    let (one, other) = (one.quantity.interval(), other.quantity.interval());
    let said = change.quantity.interval().size();
    let apart = one.minus(&other).size();
    let relative = |base: &Interval| parts(&apart, base).is_none_or(|parts| parts.meets(&said));
    apart.meets(&said) && !relative(&one) && !relative(&other)
}

/// A difference in per cent of a level.
fn parts(apart: &Interval, base: &Interval) -> Option<Interval> {
    let share = |one: Fixed, other: Fixed| Some(Fixed::from_decimal(one.share_of(other)?, 2));
    Some(Interval::between(share(apart.low?, base.high?)?, share(apart.high?, base.low?)?))
}

fn tell(document: &Document, said: &Said<'_>, change: &Found) -> Finding {
    let printed = &said.sentence[change.range.clone()];
    let span = locate(document, locate(document, said.passage.span, said.sentence), printed);
    let figure = printed.trim_end_matches(|c: char| !c.is_ascii_digit());
    Finding {
        confidence_percent: 80,
        found: verbatim(printed),
        expected: Message::new("rule-points-called-percent-expected").with("figure", figure),
        advice: Message::new("rule-points-called-percent-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-points-called-percent-says"))
    }
}
