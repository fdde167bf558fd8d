//! How much there is to draw, counted before it is drawn: a form that draws forms that draw
//! forms is a small file and more work than there is time for.

use crate::{FormatError, Limits, Much};
use hayro_interpret::hayro_syntax::content::UntypedIter;
use hayro_interpret::hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};
use memchr::memmem;
use std::collections::HashMap;

/// What it costs to draw a form however little it draws, as bytes of instructions.
const FORM: u64 = 1024;

/// An instruction counts as so many bytes at least: to carry it out takes as long however short it is.
const INSTRUCTION: u64 = 24;

/// Instructions of two bytes weigh so many times what they are long; none weighs more.
const HEAVIEST: u64 = INSTRUCTION / 2;

/// Forms inside each other; what draws them stops before that.
const DEEPEST: usize = 64;

/// The instructions of the pages so far.
pub(super) struct Work {
    limit: u64,
    done: u64,
    /// Forms with means of their own, which cost the same wherever they are drawn.
    known: HashMap<ObjectIdentifier, u64>,
}

impl Work {
    pub fn new(limits: &Limits) -> Self {
        Work { limit: limits.drawn_bytes, done: 0, known: HashMap::new() }
    }

    /// Counts what a page draws.
    pub fn add(&mut self, page: &Page<'_>) -> Result<(), FormatError> {
        if let Some(stream) = page.page_stream() {
            let drawn = self.instructions(stream, page.resources(), 0)?;
            self.done = self.within(self.done.saturating_add(drawn.bytes))?;
        }
        Ok(())
    }

    fn within(&self, bytes: u64) -> Result<u64, FormatError> {
        if bytes > self.limit {
            return Err(FormatError::TooMuch { what: Much::Drawn, limit: self.limit });
        }
        Ok(bytes)
    }

    /// The bytes of instructions, short ones as if they were longer. Where so few bytes cannot be too many
    /// in any case, nobody counts.
    fn weight(&self, stream: &[u8]) -> u64 {
        let bytes = stream.len() as u64;
        let most = self.done.saturating_add(bytes).saturating_mul(HEAVIEST);
        if most <= self.limit { bytes } else { bytes.max(operators(stream).saturating_mul(INSTRUCTION)) }
    }

    fn instructions(
        &mut self,
        stream: &[u8],
        means: &Resources<'_>,
        depth: usize,
    ) -> Result<Drawn, FormatError> {
        let mut drawn = Drawn { bytes: self.within(self.weight(stream))?, whole: depth < DEEPEST };
        if !drawn.whole || memmem::find(stream, b"Do").is_none() {
            return Ok(drawn);
        }
        let mut all = UntypedIter::new(stream);
        while let Some(instruction) = all.next() {
            if &**instruction.operator != b"Do" {
                continue;
            }
            if let Some(Object::Name(name)) = instruction.operands().next()
                && let Some(form) = form(means, name)
            {
                let inside = self.form(&form, means, depth + 1)?;
                drawn.bytes = self.within(drawn.bytes.saturating_add(inside.bytes))?;
                drawn.whole &= inside.whole;
            }
        }
        Ok(drawn)
    }

    fn form(&mut self, form: &Stream<'_>, means: &Resources<'_>, depth: usize) -> Result<Drawn, FormatError> {
        if let Some(bytes) = self.known.get(&form.obj_id()) {
            return Ok(Drawn { bytes: *bytes, whole: true });
        }
        let Ok(stream) = form.decoded_data() else { return Ok(Drawn { bytes: FORM, whole: true }) };
        let own = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
        let mut drawn = self.instructions(&stream, own.as_ref().unwrap_or(means), depth)?;
        drawn.bytes = drawn.bytes.saturating_add(FORM);
        if own.is_some() && drawn.whole {
            self.known.insert(form.obj_id(), drawn.bytes);
        }
        Ok(drawn)
    }
}

/// How many operators there are, about: words that stand free, as no operand but a name does.
fn operators(stream: &[u8]) -> u64 {
    let opens = |pair: &&[u8]| {
        let free = matches!(pair[0], b' ' | b'\n' | b'\r' | b'\t' | b')' | b'>' | b']');
        free && (pair[1].is_ascii_alphabetic() || matches!(pair[1], b'\'' | b'"'))
    };
    stream.windows(2).filter(opens).count() as u64 + 1
}

/// What something draws, and whether all of it was counted: forms too deep inside are not.
struct Drawn {
    bytes: u64,
    whole: bool,
}

/// A form by its name; a picture is none.
fn form<'a>(means: &Resources<'a>, name: &Name<'_>) -> Option<Stream<'a>> {
    let found = means.get_x_object(name)?;
    let kind = found.dict().get::<Name<'_>>(b"Subtype")?;
    (&*kind == b"Form").then_some(found)
}
