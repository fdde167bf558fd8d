//! Markdown written as a document comes back as it was.

use crate::package::{item, lines, paragraph, styled, table};

/// A text of every kind of block, one block a line.
const TEXT: &str = include_str!("../samples/round_trip.md");

fn written(text: &str) -> String {
    let mut body = String::new();
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().chain([""]) {
        if let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            rows.push(row.split(" | ").collect());
            continue;
        }
        if !rows.is_empty() {
            let rows: Vec<Vec<&str>> = std::mem::take(&mut rows);
            body.push_str(&table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>()));
        }
        body.push_str(&block(&line.replace('&', "&amp;")));
    }
    body
}

fn block(line: &str) -> String {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    match line.split_once(' ') {
        Some((_, text)) if hashes > 3 => {
            let own = format!("<w:p><w:pPr><w:outlineLvl w:val=\"{}\"/></w:pPr>", hashes - 1);
            paragraph(text).replacen("<w:p>", &own, 1)
        }
        Some((_, text)) if hashes > 0 => styled(&format!("Rubrik{hashes}"), text),
        Some(("-", text)) => item(1, 0, text),
        Some(("", text)) => item(1, 1, text.trim_start_matches([' ', '-'])),
        Some((mark, text)) if mark.ends_with('.') && mark.starts_with(|c: char| c.is_ascii_digit()) => {
            item(2, 0, text)
        }
        _ => paragraph(line),
    }
}

#[test]
fn markdown_written_as_a_document_comes_back() {
    let read: Vec<String> =
        lines(&written(TEXT)).into_iter().filter(|line| !line.starts_with("| ---")).collect();
    assert_eq!(read, TEXT.lines().collect::<Vec<_>>());
}
