//! "Ett underskott på 4,8 mkr", where the table has a surplus of that size.

use crate::headline;
use crate::numbered::{Numbered, in_turn};
use crate::outcomes::contrary;
use crate::place;
use crate::plain;
use crate::prose::{Passage, Said, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::signed_rows::{Signed, signed};
use crate::told::{Meaning, Told};
use crate::whose::is_of_another;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::table::{self, ColumnKind, Row, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "surplus-or-deficit-off",
        code: "AVV-002",
        family: Family::Deviation,
        severity: Severity::Warning,
        rests_on: "Resultatet är intäkter och anslag minus kostnader: under noll är det ett underskott.",
        page_sv: include_str!("surplus_or_deficit_off.sv.md"),
        page_en: include_str!("surplus_or_deficit_off.en.md"),
    },
    check,
};

type Cell<'a> = (&'a Quantity, Span);

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(|sheet| of_document(sheet, &picture.structure)).collect()
}

fn of_document(sheet: &Sheet<'_>, structure: &Structure) -> Vec<Finding> {
    let document = sheet.document;
    let results = results(document, structure);
    let mut found: Vec<Finding> = of_own(sheet);
    for said in sheet.figures().iter().filter(|_| !results.is_empty()) {
        let (passage, sentence) = (&said.passage, said.sentence);
        for (amount, is_surplus) in stated(said) {
            if is_of_another(&sentence[..amount.range.start], sheet.context()) {
                continue;
            }
            let off = turned(&amount.quantity, is_surplus, &results);
            found.extend(off.map(|cell| tell(document, passage, sentence, &amount, is_surplus, cell)));
        }
    }
    found.extend(sheet.told().iter().filter_map(|told| of_row(document, told)));
    found.extend(sheet.figures().iter().filter_map(|said| of_headline(document, said, &results)));
    let told: Vec<Span> = found.iter().map(|it| it.at.span).collect();
    let plain = plain::slips(sheet).into_iter().filter(|slip| slip.is_turned);
    let plain = plain.map(|slip| {
        let (passage, is_surplus) = (&slip.said.passage, slip.is_surplus == Some(false));
        let word = if is_surplus { "underskott" } else { "överskott" };
        let cell = (&slip.cell, slip.span);
        Finding {
            expected: verbatim(format!("{word} på {}", quantity(&slip.right))),
            ..tell(document, passage, slip.said.sentence, slip.amount, is_surplus, cell)
        }
    });
    found.extend(plain.filter(|it| !told.contains(&it.at.span)));
    found
}

/// The result that the summary tells of the committee, which neither the result table nor any other has.
fn of_headline(document: &Document, said: &Said<'_>, results: &[Cell<'_>]) -> Option<Finding> {
    let (amount, is_surplus) = headline::told(document, said)?;
    let size = amount.quantity.interval_kronor()?.size();
    if plain::is_printed(document, &size) {
        return None;
    }
    let cell = results.iter().rev().find(|(value, _)| (value.mantissa > 0) == is_surplus)?;
    let finding = tell(document, &said.passage, said.sentence, amount, is_surplus, *cell);
    Some(Finding {
        confidence_percent: 80,
        says: Message::new("rule-surplus-or-deficit-off-says-other"),
        advice: Message::new("rule-surplus-or-deficit-off-try-other"),
        ..finding
    })
}

/// A surplus of a named row, whose deviation of the same size is a deficit, or the other way round.
fn of_row(document: &Document, told: &Told<'_>) -> Option<Finding> {
    let amount = &told.found;
    let (before, after) = (&told.sentence[..amount.range.start], &told.sentence[amount.range.end..]);
    let is_surplus = called(before, after)?;
    let said = amount.quantity.interval_kronor().filter(|_| told.meaning == Meaning::Deviation)?;
    let size = |it: &Signed| crate::in_words::size(&it.quantity).interval_kronor();
    let rows: Vec<Signed> = told.rows.iter().map(signed).collect::<Option<_>>()?;
    let same = rows.iter().filter(|it| size(it).is_some_and(|it| it.meets(&said)));
    let same: Vec<&Signed> = same.collect();
    let off = same.first().filter(|_| same.iter().all(|it| it.is_surplus != is_surplus))?;
    let cell = (&off.quantity, off.span);
    Some(tell(document, &told.passage, told.sentence, amount, is_surplus, cell))
}

/// A surplus of amounts that give a deficit, or the other way round.
fn of_own(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (now, before) in in_turn(sheet.numbered()) {
        // Most sentences tell of neither.
        let named = |it: &Numbered<'_>| {
            ["skott", "uttag", "ttre än", "mre än"].iter().any(|part| it.sentence.contains(part))
        };
        if !named(now) && !before.is_some_and(named) {
            continue;
        }
        let off = contrary(now, before, called);
        found.extend(off.map(|(it, amount, is_surplus)| tell_own(sheet.document, it, &amount, is_surplus)));
    }
    found
}

/// Whether the words around an amount call it a surplus or a deficit.
fn called(before: &str, after: &str) -> Option<bool> {
    named(before).or_else(|| than_budget(after))
}

/// "3,7 mkr sämre än budget".
fn than_budget(after: &str) -> Option<bool> {
    let told = words(after);
    let [than, joint, base, ..] = told.as_slice() else { return None };
    let fits = joint == "än" && base.starts_with("budget");
    match than.as_str() {
        "bättre" if fits => Some(true),
        "sämre" if fits => Some(false),
        _ => None,
    }
}

/// Whether the words before an amount call it a surplus or a deficit.
fn named(before: &str) -> Option<bool> {
    const SURPLUS: [&str; 3] = ["överskott", "överskottet", "överuttag"];
    const DEFICIT: [&str; 3] = ["underskott", "underskottet", "underuttag"];
    let told = words(before);
    let bare =
        told.strip_suffix(&["på".to_owned()]).or(told.strip_suffix(&["med".to_owned()])).unwrap_or(&told);
    let last = bare.last()?;
    match (SURPLUS.contains(&last.as_str()), DEFICIT.contains(&last.as_str())) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

fn tell_own(document: &Document, it: &Numbered<'_>, amount: &Found, is_surplus: bool) -> Finding {
    let said = &it.sentence[amount.range.clone()];
    let span = locate(document, locate(document, it.passage.span, it.sentence), said);
    let says = if is_surplus {
        "rule-surplus-or-deficit-off-says-own"
    } else {
        "rule-surplus-or-deficit-off-says-own-deficit"
    };
    let told = &it.sentence[amount.range.end..];
    let expected = match (than_budget(told).is_some(), is_surplus) {
        (true, true) => "sämre",
        (true, false) => "bättre",
        (false, true) => "underskott",
        (false, false) => "överskott",
    };
    Finding {
        confidence_percent: 85,
        found: verbatim(said),
        expected: verbatim(expected),
        advice: Message::new("rule-surplus-or-deficit-off-try-own"),
        ..RULE.about.finding(place::at(document, span), Message::new(says))
    }
}

/// The result wherever a table prints it.
fn results<'a>(document: &'a Document, structure: &Structure) -> Vec<Cell<'a>> {
    let tables = document.tables().into_iter();
    let rows = tables.flat_map(|(_, table)| table.rows.iter().map(move |row| (table, row)));
    let results =
        rows.filter(|(_, row)| row.line.as_deref().is_some_and(|line| line == structure.result_line));
    let cells = results.flat_map(|(table, row)| outcomes(table, row));
    let cells = cells.filter_map(|cell| Some((cell.value.as_ref()?, cell.span)));
    cells.filter(|(value, _)| value.unit.is_money() && value.mantissa != 0).collect()
}

/// The cells of a row that tell how it went: its budgets only where it has nothing else.
fn outcomes<'a>(table: &'a Table, row: &'a Row) -> Vec<&'a table::Cell> {
    let is_budget = |at: usize| {
        table.columns.get(at).is_some_and(|column| matches!(column.kind, ColumnKind::Budget { .. }))
    };
    let valued = row.cells.iter().enumerate().filter(|(_, cell)| cell.value.is_some());
    let (budgets, others): (Vec<_>, Vec<_>) = valued.partition(|(at, _)| is_budget(*at));
    let told = if others.is_empty() { budgets } else { others };
    told.into_iter().map(|(_, cell)| cell).collect()
}

/// Amounts that stand right after "överskott" or "underskott".
fn stated(said: &Said<'_>) -> Vec<(Found, bool)> {
    let of = |amount: Found| {
        let before = words(&said.sentence[..amount.range.start]);
        let bare = before.strip_suffix(&["på".to_owned()]).or(before.strip_suffix(&["med".to_owned()]));
        let word = bare.unwrap_or(&before).last()?;
        let is_surplus = match word.as_str() {
            "överskott" | "överskottet" => true,
            "underskott" | "underskottet" => false,
            _ => return None,
        };
        (amount.quantity.unit.is_money() && amount.quantity.mantissa > 0).then_some((amount, is_surplus))
    };
    said.figures.iter().cloned().filter_map(of).collect()
}

/// A result of the same size and the other sign, when none has the sign that is told.
fn turned<'a>(said: &Quantity, is_surplus: bool, results: &[Cell<'a>]) -> Option<Cell<'a>> {
    let kronor = said.interval_kronor()?;
    let size = |value: &Quantity| crate::in_words::size(value).interval_kronor();
    let same: Vec<Cell<'a>> = results
        .iter()
        .filter(|(value, _)| size(value).is_some_and(|it| it.meets(&kronor)))
        .copied()
        .collect();
    let agrees = same.iter().any(|(value, _)| (value.mantissa > 0) == is_surplus);
    same.first().filter(|_| !agrees).copied()
}

fn tell(
    document: &Document,
    passage: &Passage<'_>,
    sentence: &str,
    amount: &Found,
    is_surplus: bool,
    cell: Cell<'_>,
) -> Finding {
    let said = &sentence[amount.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), said);
    let key = if is_surplus {
        "rule-surplus-or-deficit-off-says-surplus"
    } else {
        "rule-surplus-or-deficit-off-says-deficit"
    };
    Finding {
        confidence_percent: 85,
        also_at: vec![place::at(document, cell.1)],
        found: verbatim(said),
        expected: verbatim(quantity(cell.0)),
        advice: Message::new("rule-surplus-or-deficit-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new(key))
    }
}
