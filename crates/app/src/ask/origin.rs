//! Where something that a page shows is printed, and sentences whose figures say so.

use crate::city::Amount;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_messages::{Arg, Message};
use uppsikt_text::format;

/// A stretch of a stored document's source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The document's stable word.
    pub document: &'a str,
    /// Where in it.
    pub span: Span,
    /// The earlier version that what is shown holds from, where the latest one says otherwise
    /// there and that was rejected.
    pub holds_from: Option<u32>,
}

impl<'a> Origin<'a> {
    /// A stretch of a document.
    pub fn of(stored: &'a StoredDocument, span: Span) -> Self {
        Origin {
            document: &stored.slug,
            span,
            holds_from: stored.overruled.stands_at(span).map(|it| it.version).next(),
        }
    }
}

/// A figure in a sentence and where it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<'a> {
    /// The name of its place in the message.
    pub name: &'static str,
    /// The figure in words.
    pub text: String,
    /// Where it comes from.
    pub origin: Origin<'a>,
}

/// A sentence computed from the data, with figures that lead home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence<'a> {
    /// The sentence without its figures.
    pub message: Message,
    /// The figures, by the names of their places in the message.
    pub figures: Vec<Figure<'a>>,
}

impl<'a> Sentence<'a> {
    /// A sentence without figures.
    pub fn new(key: &'static str) -> Self {
        Sentence { message: Message::new(key), figures: Vec::new() }
    }

    /// With words or a count that have no origin of their own.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// With an amount of money in millions, one decimal: "188,9".
    pub fn amount(self, name: &'static str, amount: Amount<'a>) -> Self {
        self.figure(name, format::tkr_as_mkr(amount.tkr), amount)
    }

    /// As [`Sentence::amount`], without its sign.
    pub fn size(self, name: &'static str, amount: Amount<'a>) -> Self {
        self.figure(name, format::tkr_as_mkr(amount.tkr.abs()), amount)
    }

    /// As [`Sentence::amount`], with a plus where it is above nought.
    pub fn difference(self, name: &'static str, amount: Amount<'a>) -> Self {
        let plus = if amount.tkr > 0 { "+" } else { "" };
        self.figure(name, format!("{plus}{}", format::tkr_as_mkr(amount.tkr)), amount)
    }

    fn figure(mut self, name: &'static str, text: String, amount: Amount<'a>) -> Self {
        let origin = Origin::of(amount.stored, amount.span);
        self.figures.push(Figure { name, text, origin });
        self
    }
}
