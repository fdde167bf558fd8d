//! Amounts in running text with what they are told of: a row of a table, which of its columns,
//! of which year.
//!
//! Only sentences of a shape that leaves one reading are taken. Everything between the name of
//! the row and its amount must be words that change nothing or that say what the amount is; a
//! word that is not known here makes the rules silent.

mod again;
mod all;
mod aside;
pub mod beside;
mod called;
mod cells;
mod compound;
mod further;
mod headed;
mod loose;
mod meaning;
mod named;
mod names;
mod parts;
mod rows;
mod shape;
mod unnamed;
mod vocabulary;
mod words;

pub use all::{Context, told};
pub use cells::Off;

use crate::place;
use crate::prose::{Passage, locate};
use crate::relations::faults::Fault;
use crate::relations::{System, ToldOf};
use crate::seen::Sheet;
use cells::{Near, interval, off};
pub use rows::RowAt;
use shape::Shape;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_domain::table::{ColumnKind, Table};
use uppsikt_findings::{About, Finding, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;
use words::Sentence;

/// So many words after a difference name what it is from.
const COMPARED: usize = 6;

/// Which of a row's figures an amount claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// One of its levels, in a column of a kind where the text names it.
    Level(Option<Level>),
    /// How far the forecast or outcome is from the budget.
    Deviation,
    /// How far one year is from another.
    Change,
    /// Higher or lower, and not said than what.
    Difference,
    /// Any figure of its row.
    Any,
}

/// The kind of a column with levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// What is planned.
    Budget,
    /// What is foreseen.
    Forecast,
    /// What has come out.
    Actual,
}

/// An amount and what it is told of.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The passage.
    pub passage: Passage<'a>,
    /// The sentence in it.
    pub sentence: &'a str,
    /// The amount.
    pub found: Found,
    /// Rows that the text can mean.
    pub rows: Vec<RowAt<'a>>,
    /// Rows that are told as one, where they are: each group is added up.
    pub groups: Vec<Vec<RowAt<'a>>>,
    /// Every row that the sentence names: an amount of theirs accuses nobody.
    pub all_rows: Vec<RowAt<'a>>,
    /// What the amount is.
    pub meaning: Meaning,
    /// Whether the sentence names what its difference is from.
    pub named_base: bool,
    /// The years that the sentence names.
    pub years: Vec<i32>,
    /// Whether it tells of a part of the year.
    pub part_of_year: bool,
    /// Whether only the heading names the row.
    pub by_heading: bool,
    /// How far from what it should be the amount may be, where the words say more or less
    /// of what it means than its meaning does.
    pub reach: Option<Near>,
}

impl<'a> Told<'a> {
    /// An amount of a sentence in the shape that it was read in.
    fn of(
        passage: Passage<'a>,
        text: &'a str,
        sentence: &Sentence,
        shape: &Shape<'a>,
        all_rows: Vec<RowAt<'a>>,
    ) -> Self {
        let shape = shape.clone();
        Told {
            passage,
            sentence: text,
            found: sentence.amounts[shape.amount].found.clone(),
            rows: shape.rows,
            groups: shape.groups,
            all_rows,
            meaning: shape.meaning,
            named_base: shape.named_base,
            years: shape.years,
            part_of_year: vocabulary::is_part_of_year(sentence),
            by_heading: shape.by_heading,
            reach: shape.reach,
        }
    }

    /// What the amount should have been, where it is neither its rows' nor another thing of them.
    pub fn off(&self, document: &Document) -> Option<Off<'a>> {
        off(self, document).filter(|off| self.accuses(off))
    }

    /// Whether an amount that its rows do not have is near enough to what they have. The more
    /// the sentence says of what it means, the further away it may be.
    fn accuses(&self, off: &Off<'a>) -> bool {
        let percent = self.found.quantity.unit == Unit::Percent;
        let together = !self.groups.is_empty();
        let by_meaning = match self.meaning {
            Meaning::Deviation if percent => Near::Third,
            Meaning::Deviation if !self.by_heading && !together => Near::Far,
            Meaning::Change if percent => Near::Far,
            Meaning::Deviation | Meaning::Level(Some(_)) => Near::Third,
            Meaning::Change if self.named_base => Near::Third,
            Meaning::Level(None) | Meaning::Change | Meaning::Difference | Meaning::Any => Near::Slip,
        };
        let furthest = self.reach.unwrap_or(by_meaning);
        let hedged = self.found.hedge != Hedge::Exact;
        off.near <= if hedged { furthest.min(Near::Third) } else { furthest }
    }

    /// Whether what a change is counted from stands in none of its tables.
    fn is_elsewhere(&self) -> bool {
        self.is_since_another_year() || self.is_from_another_forecast()
    }

    /// "Sedan 2027": whether a change is counted from a year that none of its tables has.
    fn is_since_another_year(&self) -> bool {
        let since = |year: &i32| self.sentence.contains(&format!("sedan {year}"));
        let has = |year: i32| {
            let year = year.to_string();
            self.rows
                .iter()
                .flat_map(|row| &row.table.columns)
                .any(|column| column.heading.text.contains(&year))
        };
        self.meaning == Meaning::Change && self.years.iter().any(|year| since(year) && !has(*year))
    }

    /// "Bättre än prognosen i delårsrapporten": whether a change is counted from a forecast that none of its tables has.
    fn is_from_another_forecast(&self) -> bool {
        let after = crate::prose::words(&self.sentence[self.found.range.end..]);
        let than = after.iter().take(COMPARED).any(|word| word == "än" || word == "mot" || word == "med");
        let forecast = after.iter().take(COMPARED).any(|word| word.contains("prognos"));
        let has =
            |row: &RowAt<'_>| row.table.column(|kind| matches!(kind, ColumnKind::Forecast { .. })).is_some();
        self.meaning == Meaning::Change && than && forecast && !self.rows.iter().any(has)
    }

    /// The rows of a table that the amount is told of as one of their own figures, where it is none.
    pub fn of_table(&self, document: &Document, table: &Table) -> Vec<ToldOf> {
        let kronor = self.found.quantity.unit.is_money() && self.groups.is_empty();
        let own = self.rows.iter().filter(|row| kronor && std::ptr::eq(row.table, table));
        let told = own.filter_map(|row| {
            let kronor = interval(&self.found.quantity, self.found.hedge)?;
            let has = row
                .figures()
                .iter()
                .any(|(_, figure, _)| interval(figure, Hedge::Exact).is_some_and(|own| own.meets(&kronor)));
            (!has).then(|| ToldOf { row: row.row, kronor, span: self.span(document) })
        });
        told.collect()
    }

    /// Whether the table's own arithmetic gives what the amount says: then a cell is wrong,
    /// and told as that.
    fn is_borne_out(&self, systems: &[System<'_>]) -> bool {
        let said = interval(&self.found.quantity, self.found.hedge);
        systems.iter().any(|system| {
            let own = |fault: &&Fault| {
                let mut rows = self.rows.iter();
                rows.any(|row| std::ptr::eq(row.table, system.figures.table) && row.row == fault.cell.0)
            };
            system.faults().iter().filter(own).any(|fault| {
                let expected = interval(&fault.expected, Hedge::Exact);
                said.zip(expected).is_some_and(|(said, expected)| said.meets(&expected))
            })
        })
    }

    /// A rule's finding at the amount, in the messages of what is said and of what to do.
    pub fn finding(
        &self,
        (document, systems): (&Document, &[System<'_>]),
        off: &Off<'_>,
        about: &About,
        (says, advice): (&'static str, &'static str),
    ) -> Finding {
        let borne = off.cells.iter().all(|(_, span)| systems.iter().any(|system| is_borne(system, *span)));
        Finding {
            note: Some(Message::new(if borne { "rule-told-against-sums" } else { "rule-told-against-cell" })),
            confidence_percent: self.confidence_percent(off),
            also_at: off.cells.iter().map(|(_, span)| place::at(document, *span)).collect(),
            found: verbatim(self.said()),
            expected: verbatim(quantity(&off.expected)),
            advice: Message::new(advice),
            ..about.finding(
                place::at(document, self.span(document)),
                Message::new(says).with("row", off.label.to_owned()),
            )
        }
    }

    /// How sure it is that the two are told of the same thing.
    fn confidence_percent(&self, off: &Off<'_>) -> u8 {
        match off.near {
            Near::Tenth | Near::Slip => 80,
            Near::Third => 72,
            Near::Far => 65,
        }
    }

    /// Where the amount stands.
    fn span(&self, document: &Document) -> Span {
        let sentence = locate(document, self.passage.span, self.sentence);
        locate(document, sentence, self.said())
    }

    /// The amount as it is printed.
    pub fn said(&self) -> &'a str {
        &self.sentence[self.found.range.clone()]
    }
}

/// What the amounts of a kind that their rows do not have are told as.
pub fn findings(
    sheet: &Sheet<'_>,
    about: &About,
    is_asked: fn(Meaning) -> bool,
    words: (&'static str, &'static str),
) -> Vec<Finding> {
    let told = sheet.told().iter().filter(|told| is_asked(told.meaning) && !told.is_elsewhere());
    let off = told.filter_map(|told| Some((told, told.off(sheet.document)?)));
    let off = off.filter(|(told, _)| !told.is_borne_out(sheet.systems()));
    off.map(|(told, off)| told.finding((sheet.document, sheet.systems()), &off, about, words)).collect()
}

/// Whether a cell stands in a table whose own arithmetic gives it.
pub(crate) fn is_borne(system: &System<'_>, span: Span) -> bool {
    let rows = system.figures.table.rows.iter().enumerate();
    let cells =
        rows.flat_map(|(row, it)| it.cells.iter().enumerate().map(move |(at, cell)| ((row, at), cell)));
    cells.into_iter().find(|(_, cell)| cell.span == span).is_some_and(|(at, _)| system.bears_out(at))
}
