//! Blocks as lines of Markdown.

use super::blocks::{Block, Words};
use super::table::Row;
use super::words::joined;
use crate::{Line, table};

/// The lines of all blocks, with an empty line between blocks.
pub(super) fn lines(blocks: &[Block]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<&Block> = None;
    for block in blocks {
        if last.is_some_and(|last| !are_close(last, block)) {
            lines.push(Line::default());
        }
        lines.extend(block_lines(block));
        last = Some(block);
    }
    lines
}

/// The items of a list follow without an empty line.
fn are_close(above: &Block, below: &Block) -> bool {
    matches!((above, below), (Block::Item(..), Block::Item(..)))
}

fn block_lines(block: &Block) -> Vec<Line> {
    match block {
        Block::Heading(level, words) => heading(*level, words).into_iter().collect(),
        Block::Paragraph(words) => {
            words.iter().map(|it| line(plain(&it.text), it.page, it.number)).collect()
        }
        Block::Item(depth, words) => item(*depth, words),
        Block::Contents(words) => words.iter().map(|it| line(it.text.clone(), it.page, it.number)).collect(),
        Block::Table(rows) => rows_lines(rows),
        Block::Running(words) => {
            vec![Line { is_running: true, ..line(plain(&words.text), words.page, words.number) }]
        }
    }
}

fn line(text: String, page: u32, number: u32) -> Line {
    Line { text, page: Some(page), number, is_running: false }
}

fn heading(level: u8, words: &[Words]) -> Option<Line> {
    let text = joined(words.iter().map(|it| it.text.as_str()));
    let first = words.first()?;
    Some(line(format!("{} {text}", "#".repeat(usize::from(level))), first.page, first.number))
}

fn item(depth: u8, words: &[Words]) -> Vec<Line> {
    let indent = "  ".repeat(usize::from(depth.saturating_sub(1)));
    let lines = words.iter().enumerate().map(|(index, it)| {
        let text = match index {
            0 if super::words::is_numbered(&it.text) => format!("{indent}{}", it.text),
            0 => format!("{indent}- {}", it.text),
            _ => format!("{indent}  {}", it.text),
        };
        line(text, it.page, it.number)
    });
    lines.collect()
}

fn rows_lines(rows: &[Row]) -> Vec<Line> {
    let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
    let mut places: Vec<(u32, u32)> = rows.iter().map(|row| (row.page, row.number)).collect();
    if let Some(first) = places.first().copied() {
        places.insert(1, first);
    }
    let texts = table::markdown(&cells).into_iter().zip(places);
    texts.map(|(text, (page, number))| line(text, page, number)).collect()
}

/// Text that Markdown would take as a mark at the start of a line, behind a backslash.
fn plain(text: &str) -> String {
    let ruled = text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '));
    let headed = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    let barred = text.starts_with(['|', '>']) || text.starts_with("```") || text.starts_with("~~~");
    if ruled || headed || barred { format!("\\{text}") } else { text.to_owned() }
}
