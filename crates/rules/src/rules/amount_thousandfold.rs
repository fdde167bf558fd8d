//! "9,5 tkr" of what is 9,5 mkr everywhere else, "19 500 mkr" of a frame of 19 500 tkr.

use crate::in_words::size;
use crate::money;
use crate::place;
use crate::prose::{Said, locate, words};
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
        name: "amount-thousandfold",
        code: "KON-022",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "Samma belopp är samma pengar, i text och i tabell.",
        page_sv: include_str!("amount_thousandfold.sv.md"),
        page_en: include_str!("amount_thousandfold.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let said = || sheet.figures().iter().flat_map(|said| said.figures.iter().map(move |found| (said, found)));
    // An amount in thousands is odd only where no other is.
    let in_tkr = said().filter(|(_, found)| found.quantity.unit == Unit::Tkr).take(2).count();
    let is_odd =
        |found: &Found| found.quantity.unit == Unit::Mkr || found.quantity.decimals > 0 || in_tkr < 2;
    let suspects = said().filter(|(said, found)| is_odd(found) && is_suspect(said, found));
    let suspects: Vec<(&Said<'_>, &Found)> = suspects.collect();
    if suspects.is_empty() {
        return Vec::new();
    }
    let in_tables = in_tables(sheet.document);
    let told: Vec<Quantity> = said().map(|(_, found)| size(&found.quantity)).collect();
    let off = suspects.into_iter().filter_map(|(said, found)| {
        Some(tell(sheet.document, said, found, judged(found, (&in_tables, &told))?))
    });
    off.collect()
}

/// Money that no committee counts in: thousands of millions, and thousands with decimals.
fn is_suspect(said: &Said<'_>, found: &Found) -> bool {
    const OTHERS: [&str; 17] = [
        "staten",
        "statens",
        "regeringen",
        "regeringens",
        "riket",
        "sverige",
        "nationellt",
        "eu",
        "regionen",
        "kommunens",
        "kommunen",
        "staden",
        "stadens",
        "koncernen",
        "koncernens",
        "samlade",
        "per",
    ];
    let amount = &found.quantity;
    let large = amount.unit == Unit::Mkr && amount.decimals == 0 && amount.mantissa >= DIGITS;
    let small = amount.unit == Unit::Tkr && amount.mantissa > 0 && amount.value() < Fixed::whole(DIGITS);
    (large || small)
        && found.hedge == Hedge::Exact
        && !words(said.sentence).iter().any(|word| OTHERS.contains(&word.as_str()))
}

/// A figure of at least four digits in millions of kronor is a figure in thousands.
const DIGITS: i64 = 1_000;

/// So many times the greatest of all other amounts is too much.
const TIMES: i64 = 4;

/// So many times is too much though no other amount is the same.
const TIMES_ALONE: i64 = 20;

/// So many amounts in millions, and none in thousands, are the habit of a document.
const HABIT: usize = 6;

/// Whether an amount has a unit that is a thousand times too great or too small, and whether that is sure.
fn judged(found: &Found, (in_tables, told): (&[Quantity], &[Quantity])) -> Option<bool> {
    let (amount, kronor) = (&found.quantity, kronor(&found.quantity)?);
    // The same words once more are no other amount.
    let others = || in_tables.iter().chain(told.iter().filter(|other| *other != amount));
    let is_among = |wanted: &Interval, digits: bool| {
        others().any(|it| {
            let same = !digits || it.mantissa == amount.mantissa && it.decimals == amount.decimals;
            same && it.interval_kronor().is_some_and(|own| own.meets(wanted))
        })
    };
    let own = amount.interval_kronor()?;
    if is_among(&own, false) {
        return None;
    }
    if amount.unit == Unit::Mkr {
        let greatest = others().filter_map(self::kronor).max()?;
        let thousandth = Quantity { unit: Unit::Tkr, ..amount.clone() }.interval_kronor()?;
        if kronor > greatest.times(TIMES) && is_among(&thousandth, false) {
            return Some(true);
        }
        let alone = kronor > greatest.times(TIMES_ALONE);
        let of_the_whole = kronor.times(TIMES) > greatest && is_among(&thousandth, true);
        return (alone || of_the_whole).then_some(false);
    }
    let thousandfold = Quantity { unit: Unit::Mkr, ..amount.clone() }.interval_kronor()?;
    match amount.decimals {
        0 => (in_millions(others()) && is_among(&thousandfold, true)).then_some(false),
        _ => is_among(&thousandfold, false).then_some(true),
    }
}

/// Whether all other amounts of a document are in millions.
fn in_millions<'q>(all: impl Iterator<Item = &'q Quantity> + Clone) -> bool {
    let of = |unit: Unit| all.clone().filter(|it| it.unit == unit).count();
    of(Unit::Tkr) == 0 && of(Unit::Mkr) >= HABIT
}

fn kronor(amount: &Quantity) -> Option<Fixed> {
    Some(amount.value().times(amount.unit.kronor()?))
}

/// The amounts of all tables, without signs.
fn in_tables(document: &Document) -> Vec<Quantity> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        for (column, _) in table.columns.iter().enumerate() {
            let Some(unit) = money::unit(table, column) else { continue };
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column)?.value.as_ref());
            found.extend(cells.map(|value| Quantity { unit: unit.clone(), ..size(value) }));
        }
    }
    found
}

fn tell(document: &Document, said: &Said<'_>, found: &Found, sure: bool) -> Finding {
    let printed = &said.sentence[found.range.clone()];
    let span = locate(document, locate(document, said.passage.span, said.sentence), printed);
    let unit = if found.quantity.unit == Unit::Mkr { Unit::Tkr } else { Unit::Mkr };
    Finding {
        severity: if sure { RULE.about.severity } else { Severity::Note },
        confidence_percent: if sure { 88 } else { 60 },
        found: verbatim(printed),
        expected: verbatim(quantity(&Quantity { unit, ..found.quantity.clone() })),
        advice: Message::new("rule-amount-thousandfold-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-amount-thousandfold-says"))
    }
}
