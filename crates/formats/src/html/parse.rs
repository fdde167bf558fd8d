//! The tree of a page, refused as soon as it grows too deep: deep trees take a parser that
//! follows the standard time that grows with their square.

use crate::{FormatError, Limits};
use ego_tree::iter::Edge;
use html5ever::driver::{ParseOpts, Parser, parse_document};
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink};

/// So many characters are parsed between two looks at the depth.
const PIECE: usize = 4096;

pub(super) fn parse(text: &str, limits: &Limits) -> Result<Html, FormatError> {
    let sink = HtmlTreeSink::new(Html::new_document());
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE.min(rest.len())));
        parser.process(piece.into());
        refuse_deep_end(&parser, limits)?;
        rest = after;
    }
    let html = parser.finish();
    refuse_deep(&html, limits)?;
    Ok(html)
}

/// Looks at what was parsed last.
fn refuse_deep_end(parser: &Parser<HtmlTreeSink>, limits: &Limits) -> Result<(), FormatError> {
    let html = parser.tokenizer.sink.sink.0.borrow();
    let last = html.tree.nodes().next_back();
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
