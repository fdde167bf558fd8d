//! The tree of a page, refused as soon as it grows too deep: deep trees take a parser that
//! follows the standard time that grows with their square.

use crate::{FormatError, Limits};
use ego_tree::iter::Edge;
use html5ever::driver::{ParseOpts, Parser, parse_document};
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

/// So many characters are parsed between two looks at the depth.
const PIECE: usize = 4096;

/// A tag with more attributes than these is no page's: the parser compares each with all.
const MOST_ATTRIBUTES: usize = 10_000;

pub(super) fn parse(text: &str, limits: &Limits) -> Result<Html, FormatError> {
    refuse_long_tags(text)?;
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE.min(rest.len())));
        parser.process(piece.into());
        refuse_grown(&parser, limits)?;
        rest = after;
    }
    let html = parser.finish();
    refuse_deep(&html, limits)?;
    Ok(html)
}

/// What is known of a tag while its attributes are counted.
#[derive(Default)]
struct Tag {
    inside: bool,
    quote: Option<u8>,
    /// The last byte that was no space.
    last: u8,
    /// Bytes that can part attributes.
    count: usize,
}

impl Tag {
    fn see(&mut self, byte: u8, next: Option<u8>) {
        match (byte, self.quote) {
            _ if !self.inside => {
                let opens = byte == b'<' && next.is_some_and(|next| next.is_ascii_alphabetic());
                *self = Tag { inside: opens, ..Tag::default() };
            }
            (byte, Some(open)) if byte == open => (self.quote, self.count) = (None, self.count + 1),
            (_, Some(_)) => {}
            (b'"' | b'\'', None) if self.last == b'=' => self.quote = Some(byte),
            (b'>', None) => self.inside = false,
            (b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'/', None) => self.count += 1,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            self.last = byte;
        }
    }
}

fn refuse_long_tags(text: &str) -> Result<(), FormatError> {
    let mut tag = Tag::default();
    let next = text.bytes().skip(1).map(Some).chain([None]);
    for (byte, next) in text.bytes().zip(next) {
        tag.see(byte, next);
        if tag.count > MOST_ATTRIBUTES {
            return Err(FormatError::Damaged(format!("a tag with more than {MOST_ATTRIBUTES} attributes")));
        }
    }
    Ok(())
}

/// Looks at how many there are and at what was parsed last.
fn refuse_grown(parser: &Parser<HtmlTreeSink>, limits: &Limits) -> Result<(), FormatError> {
    let html = parser.tokenizer.sink.sink.0.borrow();
    let mut nodes = html.tree.nodes();
    if nodes.len() > limits.elements {
        return Err(FormatError::TooMuch { what: crate::Much::Elements, limit: limits.elements as u64 });
    }
    let last = nodes.next_back();
    let deep = last.is_some_and(|node| node.ancestors().take(limits.depth + 2).count() > limits.depth + 1);
    if deep { Err(too_deep(limits)) } else { Ok(()) }
}

fn refuse_deep(html: &Html, limits: &Limits) -> Result<(), FormatError> {
    let mut depth = 0_usize;
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(_) => depth += 1,
            Edge::Close(_) => depth = depth.saturating_sub(1),
        }
        // The document and a text are no elements.
        if depth > limits.depth.saturating_add(2) {
            return Err(too_deep(limits));
        }
    }
    Ok(())
}

fn too_deep(limits: &Limits) -> FormatError {
    FormatError::TooMuch { what: crate::Much::Depth, limit: limits.depth as u64 }
}
