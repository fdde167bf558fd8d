//! A series of forecasts told month by month: "I mars var prognosen 1,0 mkr, i maj 2,5 mkr", held against a table
//! with a column for each month.

use crate::prose::{Said, words};
use crate::seen::Sheet;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity};
use uppsikt_domain::table::{Row, Table};
use uppsikt_text::case::Lower;
use uppsikt_text::dates;
use uppsikt_text::prose::Found;

/// An amount of a month, and what the table has.
pub struct Slip<'s, 'a> {
    /// The sentence.
    pub said: &'s Said<'a>,
    /// The amount.
    pub found: &'s Found,
    /// What the row has that month, as the amount is printed.
    pub right: Quantity,
    /// The cell.
    pub cell: Span,
    /// The label of the row.
    pub label: &'a str,
}

/// The slips of a document, where another month of the same sentence is as the table has it.
pub fn slips<'s, 'a>(sheet: &'s Sheet<'a>) -> Vec<Slip<'s, 'a>> {
    let tables = sheet.document.tables();
    let mut series = tables.iter().filter_map(|(_, table)| Some((*table, series(table)?)));
    let Some((table, (row, months))) = series.next().filter(|_| series.next().is_none()) else {
        return Vec::new();
    };
    let told = sheet.figures().iter().filter(|said| said.sentence.lower().contains("prognos"));
    told.flat_map(|said| of_sentence(said, table, row, &months)).collect()
}

/// The row of forecasts of a table and the months of its columns.
fn series(table: &Table) -> Option<(&Row, Vec<(u32, usize)>)> {
    let columns = table.columns.iter().enumerate();
    let months: Vec<(u32, usize)> =
        columns.filter_map(|(at, column)| Some((only_month(&column.heading.text)?, at))).collect();
    let mut once: Vec<u32> = months.iter().map(|(month, _)| *month).collect();
    once.sort_unstable();
    once.dedup();
    let mut rows = table.rows.iter().filter(|row| row.label.text.lower().contains("prognos"));
    let row = rows.next().filter(|_| rows.next().is_none())?;
    (months.len() >= 2 && once.len() == months.len() && !row.guessed).then_some((row, months))
}

/// The month that a heading names, alone or with a year.
fn only_month(heading: &str) -> Option<u32> {
    let words = words(heading);
    let mut months = words.iter().filter_map(|word| dates::month(word));
    let month = months.next().filter(|_| months.next().is_none())?;
    let plain = words.iter().all(|word| {
        dates::month(word).is_some() || word == "prognos" || word.bytes().all(|byte| byte.is_ascii_digit())
    });
    plain.then_some(month)
}

/// So many words at most stand between a month and its amount.
const BETWEEN: usize = 4;

fn of_sentence<'s, 'a>(
    said: &'s Said<'a>,
    table: &Table,
    row: &'a Row,
    months: &[(u32, usize)],
) -> Vec<Slip<'s, 'a>> {
    let mut from = 0;
    let (mut same, mut off) = (0, Vec::new());
    for found in &said.figures {
        let Some(before) = said.sentence.get(from..found.range.start) else { return Vec::new() };
        from = found.range.end;
        let clear = found.hedge == Hedge::Exact && found.quantity.unit.is_money();
        let Some((cell, right)) = month_before(before).filter(|_| clear).and_then(|month| {
            let (_, column) = months.iter().find(|(own, _)| *own == month)?;
            let cell = row.cells.get(*column)?;
            let unit = crate::money::unit(table, *column)?;
            Some((cell.span, Quantity { unit, ..cell.value.clone()? }))
        }) else {
            continue;
        };
        let (Some(own), Some(printed)) = (right.interval_kronor(), found.quantity.interval_kronor()) else {
            continue;
        };
        if own.size().meets(&printed.size()) {
            same += 1;
        } else if let Some(right) = as_printed(&right, &found.quantity) {
            off.push(Slip { said, found, right, cell, label: row.label.text.as_str() });
        }
    }
    if same > 0 && off.len() == 1 { off } else { Vec::new() }
}

/// The only month of the words right before an amount.
fn month_before(text: &str) -> Option<u32> {
    let words = words(text);
    let mut months = words.iter().enumerate().filter_map(|(at, word)| Some((at, dates::month(word)?)));
    let (at, month) = months.next().filter(|_| months.next().is_none())?;
    let compared = words.iter().any(|word| ["än", "med", "mot"].contains(&word.as_str()));
    (words.len() - at <= BETWEEN && !compared).then_some(month)
}

fn as_printed(right: &Quantity, said: &Quantity) -> Option<Quantity> {
    let kronor = right.value().abs().times(right.unit.kronor()?);
    let mantissa = kronor.divided_down(said.unit.kronor()?).rounded(said.decimals);
    Some(Quantity::new(mantissa, said.decimals, said.unit.clone()))
}

#[cfg(test)]
mod tests {
    use super::month_before;

    #[test]
    fn a_month_stands_right_before_its_amount() {
        assert_eq!(month_before("I mars var prognosen "), Some(3));
        assert_eq!(month_before(", i maj "), Some(5));
        assert_eq!(month_before(" mot i maj "), None);
        assert_eq!(month_before("I mars bedömde nämnden att det skulle bli "), None);
    }
}
