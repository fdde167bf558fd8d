//! Rows of two tables that are the same by name, and what their columns have in common.

use crate::relations::System;
use crate::relations::figures::At;
use std::collections::HashMap;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::Quantity;
use uppsikt_domain::table::{ColumnKind, Row, Table};
use uppsikt_text::compare::normalized;

/// A table's rows by what they are called.
pub struct Rows<'a> {
    /// The table's system.
    pub system: &'a System<'a>,
    by_name: HashMap<String, usize>,
    /// The columns with levels.
    pub levels: Vec<usize>,
}

impl<'a> Rows<'a> {
    /// The rows of a system's table.
    pub fn of(system: &'a System<'a>) -> Self {
        let mut by_name: HashMap<String, usize> = HashMap::new();
        let mut twice = Vec::new();
        for (index, row) in system.figures.table.rows.iter().enumerate() {
            let name = name(row);
            if by_name.insert(name.clone(), index).is_some() {
                twice.push(name);
            }
        }
        by_name.retain(|name, _| !twice.contains(name));
        let amounts = system.figures.amount_columns();
        let columns = &system.figures.table.columns;
        let levels = amounts.iter().copied().filter(|at| year_of(&columns[*at].kind).is_some()).collect();
        Rows { system, by_name, levels }
    }

    /// The table.
    pub fn table(&self) -> &'a Table {
        self.system.figures.table
    }

    /// A cell's figure in its unit of money.
    pub fn printed(&self, at: At) -> Option<Quantity> {
        let unit = crate::money::unit(self.table(), at.1)?;
        Some(Quantity { unit, ..self.system.figures.printed(at)?.clone() })
    }

    /// How many relations that hold bear a cell out.
    pub fn borne_out(&self, at: At) -> usize {
        let interval = |at| self.system.figures.interval(at);
        self.system.relations.iter().filter(|it| it.has(at) && it.holds(&interval)).count()
    }

    /// The rows that two tables have in common, by their names.
    pub fn shared(&self, other: &Rows<'_>) -> Vec<(usize, usize)> {
        let both = |(name, row): (&String, &usize)| Some((*row, *other.by_name.get(name)?));
        let mut rows: Vec<(usize, usize)> = self.by_name.iter().filter_map(both).collect();
        rows.sort_unstable();
        rows
    }
}

/// What a row is: the statement's line, else its label.
fn name(row: &Row) -> String {
    row.line.clone().unwrap_or_else(|| normalized(&row.label.text))
}

/// The year of a column with levels, where the document's own is `None`.
pub fn year_of(kind: &ColumnKind) -> Option<Option<i32>> {
    match kind {
        ColumnKind::Budget { year } | ColumnKind::Forecast { year } | ColumnKind::Actual { year, .. } => {
            Some(*year)
        }
        _ => None,
    }
}

/// A cell of one table and the one of another that is of the same row.
pub type Pair = (At, At);

/// Two columns held against each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// How many rows are the same, with other amounts than nought that are all unlike.
    pub same: usize,
    /// The rows that differ.
    pub differ: Vec<Pair>,
}

/// A column of a table against one of another.
pub fn compared(
    one: &Rows<'_>,
    other: &Rows<'_>,
    rows: &[(usize, usize)],
    (a, b): (usize, usize),
) -> Compared {
    let mut same = Vec::new();
    let mut differ = Vec::new();
    for (ours, theirs) in rows {
        let pair = ((*ours, a), (*theirs, b));
        let (Some(first), Some(second)) = (one.printed(pair.0), other.printed(pair.1)) else { continue };
        match (size(&first), size(&second)) {
            (Some(first_size), Some(second_size)) if first_size.meets(&second_size) => {
                same.extend((first.mantissa != 0).then(|| first.mantissa.abs()));
            }
            (Some(_), Some(_)) => differ.push(pair),
            _ => {}
        }
    }
    same.sort_unstable();
    same.dedup();
    Compared { same: same.len(), differ }
}

/// The pairs of which neither cell is named as wrong by its own table.
pub fn sound(one: &Rows<'_>, other: &Rows<'_>, pairs: Vec<Pair>) -> Vec<Pair> {
    if pairs.is_empty() {
        return pairs;
    }
    let wrong = (one.system.wrong_cells(), other.system.wrong_cells());
    pairs.into_iter().filter(|(a, b)| !wrong.0.contains(a) && !wrong.1.contains(b)).collect()
}

fn size(figure: &Quantity) -> Option<Interval> {
    Some(figure.interval_kronor()?.size())
}
