//! Whether a document tells why its amount is another than the one that was decided.

use super::body::bodies_in;
use super::told::Told;
use crate::frame::ledger_rows;
use crate::prose::passages;
use crate::seen::Sheet;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::Row;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::figures;
use uppsikt_text::sentence::sentences;

/// Beginnings of words that tell that an amount was changed.
const CHANGES: [&str; 17] = [
    "beslut",
    "juster",
    "omfördel",
    "överför",
    "överflytt",
    "flytt",
    "revider",
    "ombudget",
    "tilläggs",
    "tillskott",
    "kompens",
    "teknisk",
    "ändra",
    "utök",
    "minska",
    "tillför",
    "växl",
];

/// Whether a document prints, where it tells of changes, what was decided or how far its own amount is
/// from that.
pub fn is_explained(sheet: &Sheet<'_>, decided: &Quantity, own: &Quantity) -> bool {
    let Some((decided, own)) = size(decided).zip(size(own)) else { return true };
    let by = own.minus(&decided).size();
    let tells = |value: &Quantity| size(value).is_some_and(|it| it.meets(&decided) || it.meets(&by));
    let in_rows = ledger_rows(sheet.document).iter().any(|(_, (value, _))| tells(value));
    let said = || {
        sheet.figures().iter().filter(|said| has(&said.sentence.lower(), &CHANGES)).any(|said| {
            let money = said.figures.iter().filter(|found| found.quantity.unit.is_money());
            money.into_iter().any(|found| tells(&found.quantity))
        })
    };
    in_rows || said()
}

/// Whether a report of the municipality tells of decisions that make a body's amount of what was
/// decided: a row or a sentence that names the body with what it was changed by.
pub fn is_decided_later(now: &Told<'_>, decided: &[Told<'_>]) -> bool {
    let Some(decided) = decided.first() else { return true };
    let Some((was, is)) = size(&decided.amount.value).zip(size(&now.amount.value)) else { return true };
    let by = is.minus(&was).size();
    let body = now.amount.body.as_str();
    let rows = now
        .document
        .tables()
        .into_iter()
        .flat_map(|(_, table)| table.rows.iter().map(move |row| (table, row)));
    let mut all = Interval::exactly(Fixed::ZERO);
    for (table, row) in rows.filter(|(_, row)| row.label.span != now.amount.row_span && names(row, body)) {
        for (at, cell) in row.cells.iter().enumerate() {
            let value = cell.value.clone().zip(crate::money::unit(table, at));
            let Some(change) = value.and_then(|(value, unit)| Quantity { unit, ..value }.interval_kronor())
            else {
                continue;
            };
            all = all.plus(&change);
            if change.size().meets(&by) || all.size().meets(&by) {
                return true;
            }
        }
    }
    in_sentences(now, body, &by)
}

fn names(row: &Row, body: &str) -> bool {
    let cells = row.cells.iter().filter_map(|cell| cell.printed.as_deref());
    cells.chain([row.label.text.as_str()]).any(|text| bodies_in(text).iter().any(|it| it == body))
}

fn in_sentences(now: &Told<'_>, body: &str, by: &Interval) -> bool {
    passages(now.document).iter().flat_map(|passage| sentences(passage.text)).any(|sentence| {
        let named = bodies_in(sentence).iter().any(|it| it == body);
        named && figures(sentence).iter().any(|found| size(&found.quantity).is_some_and(|it| it.meets(by)))
    })
}

fn has(lower: &str, begins: &[&str]) -> bool {
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| begins.iter().any(|begin| word.starts_with(begin)))
}

fn size(value: &Quantity) -> Option<Interval> {
    Some(value.interval_kronor()?.size())
}
