//! Markdown as files of other formats, written as plainly as programs write them.

mod docx;
#[path = "../../../formats/tests/docx/package.rs"]
#[allow(dead_code)]
mod package;

use pulldown_cmark::{Options, Parser, html};

fn events(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES)
}

/// A page.
pub fn html(markdown: &str) -> Vec<u8> {
    let mut body = String::new();
    html::push_html(&mut body, events(markdown));
    format!("<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><body>\n{body}</body></html>")
        .into_bytes()
}

/// A document of a word processor.
pub fn docx(markdown: &str) -> Vec<u8> {
    package::Package::new(&docx::body(events(markdown))).bytes()
}
