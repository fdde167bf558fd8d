//! All amounts of a document that are told of rows.

use super::meaning;
use super::names::Names;
use super::parts::{Parts, Scope};
use super::rows::RowAt;
use super::shape::{self, Reader, Shape};
use super::words::{self, Sentence};
use super::{Told, headed, vocabulary};
use crate::prose::{Passage, Said};
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;

/// What the sentences of a document are read with.
#[derive(Debug)]
pub struct Context<'a> {
    /// The names of its rows.
    pub names: Names<'a>,
    /// The parts of its economy.
    pub parts: Parts<'a>,
    /// The stems of the body's name.
    pub body: Vec<String>,
}

impl<'a> Context<'a> {
    /// What the sentences of a document are read with. None where no row has a name.
    pub fn of(document: &'a Document, structure: &Structure) -> Option<Self> {
        let parts = Parts::of(document, &structure.frame_line);
        let names = Names::of(document, structure, &parts);
        if names.is_empty() {
            return None;
        }
        let body = document.body.as_ref().map(|body| words::stems(&body.text)).unwrap_or_default();
        Some(Context { names, parts, body })
    }
}

/// The amounts of a document that are told of a row of one of its tables.
pub fn told<'a>(context: &Context<'a>, document: &'a Document, said: &[Said<'a>]) -> Vec<Told<'a>> {
    let mut found = headed::told(context, document);
    found.extend(headed::of_tables_below(document, said));
    let mut last: Option<Last<'a>> = None;
    for said in said {
        let before = last.take().filter(|last| last.leads_to(said));
        let shapes = of_sentence(context, said, before.as_ref().map(|last| &last.shape));
        let shape = shapes.last().map(|(shape, _)| shape.clone());
        last = shape.map(|shape| Last { shape, rest: said.rest });
        found.extend(shapes.into_iter().map(|(_, told)| told));
    }
    found
}

/// What the sentence before told last.
struct Last<'a> {
    shape: Shape<'a>,
    rest: &'a str,
}

impl<'a> Last<'a> {
    /// Whether a sentence is the next of the same passage.
    fn leads_to(&self, next: &Said<'a>) -> bool {
        // What follows on the two ends alike, and between them stands the sentence alone.
        self.rest.len() > next.rest.len()
            && self.rest.ends_with(next.rest)
            && self.rest[..self.rest.len() - next.rest.len()].trim() == next.sentence.trim()
    }
}

fn of_sentence<'a>(
    context: &Context<'a>,
    said: &Said<'a>,
    before: Option<&Shape<'a>>,
) -> Vec<(Shape<'a>, Told<'a>)> {
    let sentence = Sentence::of(said.sentence, said.figures.clone());
    if vocabulary::is_elsewhere(&sentence, &context.body) || !context.names.has_period(&sentence.words) {
        return Vec::new();
    }
    let heading = said.passage.within.last().and_then(|section| section.heading.as_ref());
    let lead = heading.map(|heading| meaning::heading_words(&heading.text)).unwrap_or_default();
    if vocabulary::names_another_body(&lead, &context.body) {
        return Vec::new();
    }
    let reader = Reader::of((&context.names, &context.parts), &sentence, &lead, &context.body);
    let before_it = said.passage.text.len() - said.rest.len() - said.sentence.len();
    let opens = before_it <= NUMBERED;
    let closes = !said.rest.bytes().any(|byte| byte.is_ascii_digit());
    let reader = Reader { before, opens, closes, ..reader }.about(scope(context, &said.passage));
    let mut all_rows: Vec<RowAt<'a>> = shape::mentioned(&context.names, &sentence);
    if reader.is_unsure {
        all_rows.extend(context.names.result());
    }
    let of_shape = |shape: Shape<'a>| {
        let told = Told::of(said.passage.clone(), said.sentence, &sentence, &shape, all_rows.clone());
        (shape, told)
    };
    reader.shapes().into_iter().map(of_shape).collect()
}

/// Before the first sentence of a passage stands at most "**Not 12. ".
const NUMBERED: usize = 10;

/// The part that the headings around a passage name.
pub fn scope<'a>(context: &Context<'a>, passage: &Passage<'a>) -> Option<Scope<'a>> {
    context.parts.scope(&passage.within)
}
