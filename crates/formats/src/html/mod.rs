//! HTML: the text as a reader of the page sees it.
//!
//! What the page hides, what runs and what is filled in is left out. Its menus are one line that says what
//! they are. A list
//! of links to headings of the same page is its table of contents: it is given as entries
//! where words stand before it ("Innehåll"), for only then the reader can know it for what it
//! is; elsewhere it is left out, since the headings say the same.

mod charset;
mod contents;
mod css;
mod fragment;
mod look;
mod parse;
mod tables;
mod walk;

use crate::blocks::{self, Block, one_line};
use crate::{Extract, FormatError, Limits};
use walk::Walk;

/// The lines of a page.
pub(crate) fn extract(bytes: &[u8], limits: &Limits) -> Result<Extract, FormatError> {
    if bytes.len() as u64 > limits.unpacked_bytes {
        return Err(FormatError::TooMuch { what: crate::Much::Bytes, limit: limits.unpacked_bytes });
    }
    let html = parse::parse(&charset::decode(bytes), limits)?;
    let mut walk = Walk::new(&html.tree, limits);
    let body = walk.blocks(look::text_root(&html.tree))?;
    let mut all: Vec<Block> = titled(&html.tree, &body).into_iter().collect();
    all.extend(walk.menus().map(Block::Menu));
    all.extend(body);
    blocks::extract(all, limits)
}

/// The page's title, which stands above every screen of it, where no heading says the same.
fn titled(tree: &look::Tree, body: &[Block]) -> Option<Block> {
    let title = one_line(&look::page_title(tree)?);
    let said =
        body.iter().any(|block| matches!(block, Block::Heading { text, .. } if one_line(text) == title));
    (!said && !title.is_empty()).then_some(Block::Running(title))
}

pub(crate) use fragment::is_fragment;

/// Elements that only a page begins with. Markdown may begin with others.
const FIRST: [&str; 8] = ["html", "head", "body", "title", "meta", "link", "base", "frameset"];

/// Whether a file's first bytes are those of a page.
pub(crate) fn is_html(start: &[u8]) -> bool {
    let text = lowered(start);
    let Some(name) = first_tag(&text).and_then(|rest| rest.strip_prefix('<')) else { return false };
    let doctype = name.strip_prefix("!doctype").is_some_and(|rest| rest.trim_start().starts_with("html"));
    doctype || FIRST.iter().any(|first| opens(name, first))
}

/// The text in lower case, as far as it can be told without knowing its encoding.
fn lowered(start: &[u8]) -> String {
    let start: Vec<u8> = start.iter().copied().filter(|b| *b != 0).collect();
    String::from_utf8_lossy(&start).to_lowercase()
}

/// What follows the space, the comments and the declarations that a file begins with; `None` where one of
/// them goes on.
fn first_tag(text: &str) -> Option<&str> {
    let mut rest =
        text.trim_start_matches(|c: char| matches!(c, '\u{feff}' | '\u{fffd}') || c.is_whitespace());
    while let Some((open, close)) =
        [("<!--", "-->"), ("<?xml", "?>")].into_iter().find(|(open, _)| rest.starts_with(open))
    {
        rest = rest.strip_prefix(open)?.split_once(close)?.1.trim_start();
    }
    Some(rest)
}

/// Whether a tag without its "<" is that of an element.
fn opens(tag: &str, element: &str) -> bool {
    let ends = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    tag.strip_prefix(element).is_some_and(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_how_they_begin() {
        for start in [
            "<!DOCTYPE html>",
            "\u{feff}\n<HTML lang=sv>",
            "<!-- sparad -->\n<body>",
            "<?xml version=\"1.0\"?><html/>",
            "<head>",
        ] {
            assert!(is_html(start.as_bytes()), "{start}");
        }
        for start in [
            "# Rubrik\n<div>",
            "<b>Innehåll</b>",
            "<header>",
            "<!-- bara -->\n# Rubrik",
            "",
            "<",
            "text <html>",
        ] {
            assert!(!is_html(start.as_bytes()), "{start}");
        }
    }
}
