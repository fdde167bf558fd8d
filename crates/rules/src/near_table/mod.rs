//! Numbers of the text beside a table that are a slip of the hand from what the table has: the row is named,
//! or another number of the sentence stands in it.

mod rows;
mod values;

use crate::light::is_comparing;
use crate::numbered::{Numbered, noun};
use crate::prose::words;
use crate::seen::Sheet;
use rows::{Evidence, evidence};
pub use rows::{is_form, is_sum, named};
use std::collections::HashMap;
use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_domain::section::Section;
use uppsikt_domain::table::Table;
use uppsikt_text::prose::Found;
use values::{Value, has_cell, is_given, of_pair, of_row};

/// A number of the text and what its row has instead.
#[derive(Debug, Clone)]
pub struct Slip<'n, 'a> {
    /// The sentence.
    pub said: &'n Numbered<'a>,
    /// The number.
    pub found: &'n Found,
    /// What the row has.
    pub right: Quantity,
    /// The cells that say so.
    pub cells: Vec<Span>,
    /// The label of the row.
    pub label: &'a str,
}

/// Larger tables have a number near every other.
const MOST_CELLS: usize = 150;

/// The slips of a document.
pub fn slips<'n, 'a>(sheet: &'n Sheet<'a>) -> Vec<Slip<'n, 'a>> {
    let tables = alone(sheet.document);
    if tables.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for said in sheet.numbered() {
        let section = said.passage.within.last().map(|section| std::ptr::from_ref::<Section>(section));
        let Some(table) = section.and_then(|section| tables.get(&section)) else { continue };
        found.extend(of_sentence(said, table));
    }
    found
}

/// The sections that have one table, with it.
pub fn alone(document: &Document) -> HashMap<*const Section, &Table> {
    let mut found = HashMap::new();
    for section in document.all_sections() {
        let mut tables = section.blocks.iter().filter_map(|block| match &block.content {
            Content::Table(table) => Some(table),
            _ => None,
        });
        let small = |table: &Table| table.rows.len() * (table.columns.len() + 1) <= MOST_CELLS;
        if let (Some(table), None) = (tables.next(), tables.next())
            && small(table)
        {
            found.insert(std::ptr::from_ref(section), table);
        }
    }
    found
}

fn of_sentence<'n, 'a>(said: &'n Numbered<'a>, table: &'a Table) -> Option<Slip<'n, 'a>> {
    let told = words(said.sentence);
    let asked = said.counts.iter().filter(|it| is_asked(said, it));
    let mut off = asked.filter_map(|found| slip(said, found, &told, table));
    // Two numbers that are off were not read as they are meant.
    off.next().filter(|_| off.next().is_none())
}

/// Whether a number is long enough to tell a slip from another number, and no age.
fn is_asked(said: &Numbered<'_>, found: &Found) -> bool {
    let quantity = &found.quantity;
    let bare = quantity.unit == Unit::None && quantity.decimals == 0;
    let least = if bare { 100 } else { 10 };
    let aged =
        noun(said.sentence, found).is_some_and(|word| ["år", "dagar", "veckor"].contains(&word.as_str()));
    found.hedge == Hedge::Exact && quantity.mantissa.abs() >= least && !aged
}

/// A number that the row it is told of does not have, though nearly.
fn slip<'n, 'a>(
    said: &'n Numbered<'a>,
    found: &'n Found,
    told: &[String],
    table: &'a Table,
) -> Option<Slip<'n, 'a>> {
    let evidence = evidence(said, found, told, table);
    let (row, values) = match evidence {
        Evidence::None => return misplaced(said, found, told, table),
        Evidence::Row { row, .. } => (row, of_row(table, row)),
        Evidence::Rows(one, other) => (one, of_pair(table, one, other)),
    };
    let strict = !matches!(evidence, Evidence::Row { strong: true, .. } | Evidence::Rows(..));
    let weak = matches!(evidence, Evidence::Row { by_total: true, .. });
    // A percentage of something that is not named is told by other rules.
    let of = words(&said.sentence[found.range.end..]).first().is_some_and(|word| word == "av");
    let meant = |value: &&Value| found.quantity.unit != Unit::Percent || of || value.cells.len() == 1;
    let mut near = values.iter().filter(meant).filter(|value| value.is_slip(&found.quantity, strict));
    let Some(value) = near.next() else { return misplaced(said, found, told, table) };
    let right = value.in_unit(&found.quantity)?;
    let alone = near.all(|other| other.in_unit(&found.quantity).as_ref() == Some(&right));
    let given = values.iter().any(|value| value.meets(&found.quantity))
        || has_cell(table, &found.quantity)
        || weak && is_given(table, &found.quantity);
    let label = &table.rows[row].label.text;
    (alone && !given).then(|| Slip { said, found, right, cells: value.cells.clone(), label })
}

/// "Kvarnby har 10,9 elever per lärare": a number of another row than the only one that is named.
fn misplaced<'n, 'a>(
    said: &'n Numbered<'a>,
    found: &'n Found,
    told: &[String],
    table: &'a Table,
) -> Option<Slip<'n, 'a>> {
    let digits = found.quantity.mantissa.unsigned_abs().to_string().len();
    let compares = told.iter().any(|word| is_comparing(word));
    let named = named(told, table);
    let [row] = named.as_slice() else { return None };
    let after = words(&said.sentence[found.range.end..]);
    let before = words(&said.sentence[..found.range.start]);
    let near = before.iter().rev().take(2).any(|word| word == "med" || word == "på");
    if digits < 3 || compares || !near || said.counts.len() != 1 || after.first().is_some_and(|it| it == "av")
    {
        return None;
    }
    let mut holders = values::places(table).filter(|(at, column)| {
        values::cell(table, *at, *column).is_some_and(|value| value.meets(&found.quantity))
    });
    let (at, column) = holders.next().filter(|_| holders.next().is_none())?;
    let own = of_row(table, *row);
    let right = values::cell(table, *row, column)?;
    let sums = rows::is_sum(table, at) || rows::is_sum(table, *row);
    let other = at != *row && !sums && !own.iter().any(|value| value.meets(&found.quantity));
    other.then_some(())?;
    let right_quantity = right.in_unit(&found.quantity)?;
    Some(Slip { said, found, right: right_quantity, cells: right.cells, label: &table.rows[*row].label.text })
}

/// Whether a number and a cell can be of one thing, by their units.
fn is_of(number: &Unit, cell: &Unit) -> bool {
    match (number, cell) {
        (Unit::Percent, Unit::Percent | Unit::None) => true,
        (Unit::Percent, _) | (_, Unit::Percent) => false,
        (number, Unit::None) => {
            number.is_money() || *number == Unit::None || *number == Unit::FullTimeEquivalents
        }
        (number, cell) => number.is_money() == cell.is_money(),
    }
}
