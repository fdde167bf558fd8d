//! Sentences that say one thing and nothing else: "Simhallen visar ett underskott på 3,2 mkr.", "Nämnden väntas
//! gå med överskott", "Årets resultat 2031 är 18,4 mkr".
//!
//! A row by its whole name, or the whole body; a verb; what the amount is. Words that are not known here make it
//! silent. So plain a sentence is held against its row however far from it the amount is.

mod cells;
mod sentence;
mod subject;

use crate::prose::{Said, words};
use crate::seen::Sheet;
use crate::told::RowAt;
use cells::{Cell, deviations, levels};
use sentence::{Plain, What, Who};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_text::prose::Found;
use uppsikt_text::stem::stem;

/// An amount that its row has otherwise.
#[derive(Debug, Clone)]
pub struct Slip<'s, 'a> {
    /// The sentence.
    pub said: &'s Said<'a>,
    /// The amount.
    pub amount: &'s Found,
    /// The label of the row.
    pub label: &'a str,
    /// Where the row has it.
    pub span: Span,
    /// What the row has, as it is printed there.
    pub cell: Quantity,
    /// What the sentence should say.
    pub right: Quantity,
    /// Whether it should say a surplus, where it tells of one or the other.
    pub is_surplus: Option<bool>,
    /// Whether the amount is right, and only what it is called is not.
    pub is_turned: bool,
}

/// The amounts of a document's plain sentences that are not what their rows have.
pub fn slips<'s, 'a>(sheet: &'s Sheet<'a>) -> Vec<Slip<'s, 'a>> {
    sheet.figures().iter().filter_map(|said| of_sentence(sheet, said)).collect()
}

fn of_sentence<'s, 'a>(sheet: &'s Sheet<'a>, said: &'s Said<'a>) -> Option<Slip<'s, 'a>> {
    let amount = said.figures.first()?;
    let clear =
        amount.hedge == Hedge::Exact && amount.quantity.unit.is_money() && amount.quantity.mantissa > 0;
    let plain = Plain::of(said.sentence, amount, sheet).filter(|_| clear)?;
    let rows = subject::rows(sheet, said, &plain);
    let cells: Vec<Cell<'a>> = rows
        .iter()
        .flat_map(|row| match &plain.what {
            What::Deviation { .. } => deviations(row),
            What::Level { level, year } => levels(row, *level, *year),
        })
        .collect();
    if cells.iter().any(|cell| is_at_fault(sheet, cell)) {
        return None;
    }
    let size = amount.quantity.interval_kronor()?.size();
    let same: Vec<&Cell<'_>> = cells.iter().filter(|cell| cell.has(&size)).collect();
    if let (What::Deviation { is_surplus }, [first, ..]) = (&plain.what, same.as_slice()) {
        let turned = same.iter().all(|cell| cell.is_surplus == Some(!is_surplus));
        return turned.then(|| slip(said, amount, first, true)).flatten();
    }
    let known = rows.iter().any(|row| has(row, &size))
        || matches!(plain.who, Who::Whole | Who::Net) && is_printed(sheet.document, &size);
    if known {
        return None;
    }
    let timed: Vec<&Cell<'_>> = cells.iter().filter(|cell| plain.when.fits(cell.is_part)).collect();
    let (first, rest) = timed.split_first()?;
    let alone = rest.iter().all(|cell| cell.kronor == first.kronor);
    alone.then(|| slip(said, amount, first, false)).flatten()
}

fn slip<'s, 'a>(
    said: &'s Said<'a>,
    amount: &'s Found,
    cell: &Cell<'a>,
    is_turned: bool,
) -> Option<Slip<'s, 'a>> {
    let said_as = &amount.quantity;
    let value = cell.quantity.value().abs().times(cell.quantity.unit.kronor()?);
    let mantissa = value.divided_down(said_as.unit.kronor()?).rounded(said_as.decimals);
    let right = Quantity::new(mantissa, said_as.decimals, said_as.unit.clone());
    // A last digit is one off by rounding; what is nought may be told of another column.
    let told = is_turned || mantissa != 0 && (mantissa - said_as.mantissa).abs() > 1;
    told.then(|| Slip {
        said,
        amount,
        label: cell.label,
        span: cell.span,
        cell: cell.quantity.clone(),
        right,
        is_surplus: cell.is_surplus,
        is_turned,
    })
}

/// Whether a row has an amount, signs aside, as a figure or as the difference of two.
fn has(row: &RowAt<'_>, size: &Interval) -> bool {
    let figures: Vec<Interval> =
        row.figures().iter().filter_map(|(_, figure, _)| figure.interval_kronor()).collect();
    let apart = |at: usize| figures[at + 1..].iter().any(|it| it.minus(&figures[at]).size().meets(size));
    (0..figures.len()).any(|at| figures[at].size().meets(size) || apart(at))
}

/// Whether any table prints an amount, signs aside.
pub fn is_printed(document: &Document, size: &Interval) -> bool {
    let tables = document.tables();
    let mut rows =
        tables.iter().flat_map(|(_, table)| (0..table.rows.len()).map(|row| RowAt::whole(table, row)));
    rows.any(|row| {
        row.figures()
            .iter()
            .any(|(_, figure, _)| figure.interval_kronor().is_some_and(|it| it.size().meets(size)))
    })
}

/// Whether the table's own arithmetic has something to say of the row.
fn is_at_fault(sheet: &Sheet<'_>, cell: &Cell<'_>) -> bool {
    let of_table = |system: &&crate::relations::System<'_>| std::ptr::eq(system.figures.table, cell.table);
    let mut systems = sheet.systems().iter().filter(of_table);
    systems.any(|system| system.wrong_cells().iter().any(|at| at.0 == cell.row))
}

/// The stems of the name of a document's body.
fn body(sheet: &Sheet<'_>) -> Vec<String> {
    let name = sheet.document.body.as_ref().map(|body| body.text.as_str()).unwrap_or_default();
    words(name).iter().map(|word| stem(word)).filter(|stem| stem != "och").collect()
}
