//! An indicator whose target is easier to reach than last year's.

use crate::aims::aims;
use crate::pairs::{figured, goals_in_both, plan_and_next};
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use crate::yearly::{Value, tells_change, values};
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{Row, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;
use uppsikt_text::figure;
use uppsikt_text::sentence::sentences;

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
    let mut found: Vec<Finding> =
        plan_and_next(picture).into_iter().flat_map(|(earlier, later)| of_pair(earlier, later)).collect();
    let told: Vec<_> =
        found.iter().map(|finding| (finding.at.file.clone(), finding.at.span.at.line)).collect();
    let own = picture.documents.iter().flat_map(|document| beside(document));
    found.extend(own.filter(|it| !told.contains(&(it.at.file.clone(), it.at.span.at.line))));
    found
}

/// Targets of two years that one row prints, where the later is easier than the earlier and nothing in its section says
/// why.
fn beside(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (section, table) in document.tables() {
        let targets = rows_of_targets(table);
        if targets.is_empty() {
            continue;
        }
        let text = section.own_text();
        for (row, [was, now], level) in targets {
            let (old, new) = (was.1, now.1);
            let easier = match (way(&text, table, row), level) {
                (Way::Down, _) => new > old,
                (Way::Up, _) => new < old,
                (Way::Unsaid, Some(level)) if level != old => (old < level) == (new > old) && new != old,
                _ => false,
            };
            let told = sentences(&text).into_iter().any(|it| it.contains("ål") && is_accounted_for(it));
            if easier && !told {
                let cell = |column: usize| table.rows[row].cells[column].printed.clone().unwrap_or_default();
                found.push(Finding {
                    confidence_percent: 72,
                    also_at: vec![place::cell(document, table, (row, was.0))],
                    found: verbatim(cell(now.0)),
                    expected: Message::new("rule-target-lowered-expected").with("target", cell(was.0)),
                    advice: Message::new("rule-target-lowered-try"),
                    ..RULE.about.finding(
                        place::cell(document, table, (row, now.0)),
                        Message::new("rule-target-lowered-says"),
                    )
                });
            }
        }
    }
    found
}

/// A column and what it prints.
type At = (usize, Fixed);

/// The rows of a table of indicators with the targets of its two last years, and the outcome before them.
fn rows_of_targets(table: &Table) -> Vec<(usize, [At; 2], Option<Fixed>)> {
    let label = normalized(&table.label_heading);
    if !["indikator", "mått", "nyckeltal"].iter().any(|word| label.contains(word)) {
        return Vec::new();
    }
    let columns = |words: &[&str]| {
        let mut found: Vec<(i32, usize)> = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let heading = normalized(&column.heading.text);
            let named =
                words.iter().any(|word| heading.split(' ').next().is_some_and(|first| first == *word));
            let years: Vec<i32> = heading.split(' ').filter_map(|word| word.parse().ok()).collect();
            if let ([year], true) = (years.as_slice(), named) {
                found.push((*year, at));
            }
        }
        found.sort_unstable();
        found
    };
    let (targets, levels) =
        (columns(&["mål", "målvärde", "målnivå"]), columns(&["utfall", "nuläge", "resultat"]));
    let [.., (was_year, was), (now_year, now)] = targets.as_slice() else { return Vec::new() };
    if was_year == now_year {
        return Vec::new();
    }
    let level = levels.iter().rfind(|(year, _)| year <= was_year).map(|(_, at)| *at);
    let value = |row: usize, at: usize| table.rows[row].cells.get(at)?.value.as_ref().map(Quantity::value);
    let of_row = |row: usize| {
        let both = [(*was, value(row, *was)?), (*now, value(row, *now)?)];
        Some((row, both, level.and_then(|at| value(row, at))))
    };
    (0..table.rows.len()).filter_map(of_row).collect()
}

/// Which way an indicator is to go, as the text beside it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Down.
    Down,
    /// Up: of others it says that they go down.
    Up,
    /// The text says nothing of it.
    Unsaid,
    /// It speaks of something that no row is called.
    Unclear,
}

/// "För väntetiden är ett lägre värde bättre", of the row of a table with a name.
fn way(text: &str, table: &Table, row: usize) -> Way {
    let mut told = Way::Unsaid;
    for sentence in sentences(text) {
        let lower = sentence.lower();
        let Some(at) = lower.find("lägre värde").filter(|_| lower.contains("bättre")) else { continue };
        let subject = words(lower[..at].split(" är").next().unwrap_or_default());
        let named: Vec<&String> = subject.iter().filter(|word| word.chars().count() >= LETTERS).collect();
        let all = subject.iter().any(|word| ["båda", "alla", "samtliga"].contains(&word.as_str()));
        let is_called = |row: &Row| named.iter().any(|word| is_in_name(word, &row.label.text));
        told = match () {
            () if all || is_called(&table.rows[row]) => return Way::Down,
            () if named.is_empty() && table.rows.len() == 1 => return Way::Down,
            () if named.is_empty() => told,
            () if table.rows.iter().any(is_called) => Way::Up,
            () => Way::Unclear,
        };
    }
    told
}

/// Whether a name has a word, however either ends: "väntetiden" of "Väntetid, dagar".
fn is_in_name(word: &str, name: &str) -> bool {
    let stem: String = word.chars().take(STEM).collect();
    words(name).iter().any(|own| {
        let bent = word.strip_prefix(own.as_str()).is_some_and(|end| end.chars().count() <= ENDING);
        own.starts_with(&stem) || bent && own.chars().count() >= SHORTEST
    })
}

/// Shorter words are none that an indicator is known by.
const LETTERS: usize = 4;
/// So many letters say which word it is.
const STEM: usize = 6;
/// A word of a name of so many letters may be bent: "tid" in "tiden".
const SHORTEST: usize = 3;
/// So many letters an ending has at most.
const ENDING: usize = 3;

fn of_pair(earlier: &Document, later: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    for (before, after) in goals_in_both(earlier, later) {
        let old = figured(before);
        for (name, now) in figured(after) {
            let mut same = old.iter().filter(|(own, _)| *own == name);
            let (Some((_, was)), None) = (same.next(), same.next()) else { continue };
            let easier = lowered(was, now).filter(|_| !is_accounted_for(&now.text));
            found.extend(easier.map(|target| tell((earlier, was), (later, now), target)));
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
