//! A forecast that the annual analysis says the interim report had, and that it had not.

use crate::archive::meets;
use crate::pairs::interim_and_annual;
use crate::place;
use crate::prose::{Said, has_words, locate};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use std::collections::HashMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "forecast-quoted-otherwise",
        code: "TID-014",
        family: Family::Continuity,
        severity: Severity::Warning,
        rests_on: "En prognos som är lämnad är låst: den som berättas igen är densamma.",
        page_sv: include_str!("forecast_quoted_otherwise.sv.md"),
        page_en: include_str!("forecast_quoted_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let sheets: HashMap<*const Document, &Sheet<'_>> =
        picture.sheets().iter().map(|sheet| (std::ptr::from_ref(sheet.document), sheet)).collect();
    let pairs = interim_and_annual(picture).into_iter();
    let pairs = pairs.filter_map(|(interim, annual)| {
        Some((*sheets.get(&std::ptr::from_ref(interim))?, *sheets.get(&std::ptr::from_ref(annual))?))
    });
    pairs.flat_map(|(interim, annual)| of_pair(interim, annual)).collect()
}

/// Deviations that the analysis says the interim report foresaw, and that stand nowhere in it.
fn of_pair(interim: &Sheet<'_>, annual: &Sheet<'_>) -> Vec<Finding> {
    let quoted: Vec<(&Said<'_>, &Found)> =
        annual.figures().iter().filter_map(|said| Some((said, quoted(said)?))).collect();
    if quoted.is_empty() {
        return Vec::new();
    }
    let printed = deviations(interim);
    let Some(right) = printed.first() else { return Vec::new() };
    let all = amounts(interim);
    let off = quoted.into_iter().filter(|(_, found)| !all.iter().any(|own| meets(own, &found.quantity)));
    off.map(|(said, found)| tell(annual.document, said, found, interim.document, right)).collect()
}

/// The amount of a sentence that tells what deviation the interim report foresaw: the only one in it.
fn quoted<'s>(said: &'s Said<'_>) -> Option<&'s Found> {
    let lower = said.sentence.lower();
    let of_report = ["i delårsrapporten", "delårsrapportens prognos", "prognosen i delårsrapporten"];
    let foreseen = lower.contains("prognos") && of_report.iter().any(|words| has_words(&lower, words));
    let deviates = ["underskott", "överskott", "avvikelse"].iter().any(|word| lower.contains(word));
    let compares =
        ["bättre", "sämre", "högre", "lägre", "större", "mindre"].iter().any(|word| lower.contains(word));
    let mut money = said.figures.iter().filter(|found| found.quantity.unit.is_money());
    let only = money.next().filter(|found| money.next().is_none() && found.hedge == Hedge::Exact);
    only.filter(|_| foreseen && deviates && !compares)
}

/// A deviation that a report's sentences tell with where it stands.
type Printed = (Quantity, uppsikt_domain::place::Span);

fn deviations(interim: &Sheet<'_>) -> Vec<Printed> {
    let told = interim.figures().iter().filter(|said| {
        let lower = said.sentence.lower();
        lower.contains("underskott") || lower.contains("överskott") || lower.contains("avvikelse")
    });
    let each = told.flat_map(|said| said.figures.iter().map(move |found| (said, found)));
    let money = each.filter(|(_, found)| found.quantity.unit.is_money());
    money
        .map(|(said, found)| {
            let words = &said.sentence[found.range.clone()];
            (found.quantity.clone(), locate(interim.document, said.passage.span, words))
        })
        .collect()
}

/// Every amount of money in a report, in its sentences and its tables.
fn amounts(interim: &Sheet<'_>) -> Vec<Quantity> {
    let said = interim.figures().iter().flat_map(|said| &said.figures).map(|found| found.quantity.clone());
    let cells = interim.document.tables().into_iter().flat_map(|(_, table)| {
        let rows = table.rows.iter().flat_map(|row| row.cells.iter().enumerate());
        rows.filter_map(move |(at, cell)| {
            let unit = crate::money::unit(table, at)?;
            Some(Quantity { unit, ..cell.value.clone()? })
        })
    });
    said.chain(cells).filter(|own| own.unit.is_money()).collect()
}

fn tell(annual: &Document, said: &Said<'_>, found: &Found, interim: &Document, right: &Printed) -> Finding {
    let words = &said.sentence[found.range.clone()];
    Finding {
        confidence_percent: 80,
        also_at: vec![place::at(interim, right.1)],
        found: verbatim(words),
        expected: verbatim(quantity(&right.0)),
        advice: Message::new("rule-forecast-quoted-otherwise-try"),
        ..RULE.about.finding(
            place::at(annual, locate(annual, said.passage.span, words)),
            Message::new("rule-forecast-quoted-otherwise-says"),
        )
    }
}
