//! Amounts in running text with what they are told of: a row of a table, which of its columns,
//! of which year.
//!
//! Only sentences of a shape that leaves one reading are taken. Everything between the name of
//! the row and its amount must be words that change nothing or that say what the amount is; a
//! word that is not known here makes the rules silent.

mod cells;
mod names;
mod shape;
mod vocabulary;
mod words;

pub use cells::Off;

use crate::place;
use crate::prose::{Passage, locate};
use cells::{Near, off};
use names::{Names, RowAt};
use shape::Shape;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Unit};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::{About, Finding, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::{Found, figures};
use words::Sentence;

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
    /// Whether the rows are told as one, added up.
    pub together: bool,
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
}

impl<'a> Told<'a> {
    /// What the amount should have been, where it is neither its rows' nor another thing of them.
    pub fn off(&self, document: &Document) -> Option<Off<'a>> {
        off(self, document).filter(|off| self.accuses(off))
    }

    /// Whether an amount that its rows do not have is near enough to what they have. The more
    /// the sentence says of what it means, the further away it may be.
    fn accuses(&self, off: &Off<'a>) -> bool {
        let percent = self.found.quantity.unit == Unit::Percent;
        let furthest = match self.meaning {
            Meaning::Deviation if !self.by_heading && !self.together => Near::Far,
            Meaning::Change if percent => Near::Far,
            Meaning::Deviation | Meaning::Level(Some(_)) => Near::Third,
            Meaning::Change if self.named_base => Near::Third,
            Meaning::Level(None) | Meaning::Change | Meaning::Difference => Near::Slip,
        };
        let hedged = self.found.hedge != Hedge::Exact;
        off.near <= if hedged { furthest.min(Near::Third) } else { furthest }
    }

    /// A rule's finding at the amount, in the messages of what is said and of what to do.
    pub fn finding(
        &self,
        document: &Document,
        off: &Off<'_>,
        about: &About,
        (says, advice): (&'static str, &'static str),
    ) -> Finding {
        Finding {
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
            Near::Slip => 80,
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

/// The amounts of a document that are told of a row of one of its tables.
pub fn told<'a>(
    document: &'a Document,
    structure: &Structure,
    said: &[(Passage<'a>, &'a str)],
) -> Vec<Told<'a>> {
    let names = Names::of(document, structure);
    if names.is_empty() {
        return Vec::new();
    }
    let body = document.body.as_ref().map(|body| words::stems(&body.text)).unwrap_or_default();
    let told = said.iter().filter(|(_, sentence)| may_tell(sentence));
    told.flat_map(|(passage, sentence)| of_sentence(&names, passage, sentence, &body)).collect()
}

/// Most sentences have no figure at all, and most of the others none with a unit.
fn may_tell(sentence: &str) -> bool {
    sentence.bytes().any(|byte| byte.is_ascii_digit()) && !figures(sentence).is_empty()
}

fn of_sentence<'a>(
    names: &Names<'a>,
    passage: &Passage<'a>,
    text: &'a str,
    body: &[String],
) -> Vec<Told<'a>> {
    let sentence = Sentence::of(text, figures(text));
    if vocabulary::is_elsewhere(&sentence, body) {
        return Vec::new();
    }
    let heading = passage.within.last().and_then(|section| section.heading.as_ref());
    let lead = heading.map(|heading| shape::heading_words(&heading.text)).unwrap_or_default();
    let all_rows: Vec<RowAt<'a>> = shape::mentioned(names, &sentence);
    let of_shape = |shape: Shape<'a>| Told {
        passage: passage.clone(),
        sentence: text,
        found: sentence.amounts[shape.amount].found.clone(),
        rows: shape.rows,
        together: shape.together,
        all_rows: all_rows.clone(),
        meaning: shape.meaning,
        named_base: shape.named_base,
        years: shape.years,
        part_of_year: vocabulary::is_part_of_year(&sentence),
        by_heading: shape.by_heading,
    };
    shape::shapes(names, &sentence, &lead, body).into_iter().map(of_shape).collect()
}
