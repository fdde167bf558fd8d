//! Blocks as lines of Markdown.

use super::blocks::{Block, Words};
use super::emphasis::{emphasised, is_bold, says_something};
use super::table::Row;
use super::words::{is_numbered, joined};
use crate::emphasis::strong;
use crate::{Line, table};

/// The lines of all blocks, with an empty line between blocks.
pub(super) fn lines(blocks: &[Block]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let says = says_something(blocks);
    let mut last: Option<&Block> = None;
    for (at, block) in blocks.iter().enumerate() {
        if last.is_some_and(|last| !are_close(last, block)) {
            lines.push(Line::default());
        }
        lines.extend(match block {
            Block::Paragraph(words) | Block::Caption(words) if is_caption(block, &blocks[at + 1..]) => {
                bold(words).into_iter().collect()
            }
            block => block_lines(block, says),
        });
        last = Some(block);
    }
    lines
}

/// Whether a caption, or a paragraph that is bold from end to end, stands right above a table.
fn is_caption(block: &Block, below: &[Block]) -> bool {
    let next = below.iter().find(|block| !matches!(block, Block::Running(_)));
    let says = match block {
        Block::Paragraph(words) => words.len() <= 3 && words.iter().all(is_bold),
        other => matches!(other, Block::Caption(_)),
    };
    says && matches!(next, Some(Block::Table(_)))
}

/// The items of a list follow without an empty line.
fn are_close(above: &Block, below: &Block) -> bool {
    matches!((above, below), (Block::Item(..), Block::Item(..)))
}

fn block_lines(block: &Block, says: bool) -> Vec<Line> {
    match block {
        Block::Heading(level, words) => heading(*level, words).into_iter().collect(),
        Block::Bold(words) => bold(words).into_iter().collect(),
        Block::Paragraph(words) | Block::Caption(words) => {
            let words = if says { emphasised(words) } else { words.clone() };
            without_marks(&words).iter().map(|it| line(plain(&it.text), it.page, it.number)).collect()
        }
        Block::Item(depth, words) if says => item(*depth, &emphasised(words)),
        Block::Item(depth, words) => item(*depth, words),
        Block::Contents(words) => words.iter().map(|it| line(it.text.clone(), it.page, it.number)).collect(),
        Block::Table(rows) => rows_lines(rows),
        Block::Running(words) => {
            vec![Line { is_running: true, ..line(plain(&words.text), words.page, words.number) }]
        }
        Block::Drawn(words) => drawn(words).into_iter().collect(),
    }
}

fn line(text: String, page: u32, number: u32) -> Line {
    Line { text, page: Some(page), number, ..Line::default() }
}

fn heading(level: u8, words: &[Words]) -> Option<Line> {
    let text = joined(words.iter().map(|it| it.text.as_str()));
    let first = words.first()?;
    Some(line(format!("{} {text}", "#".repeat(usize::from(level))), first.page, first.number))
}

/// The words of a drawing, in one line.
fn drawn(words: &[Words]) -> Option<Line> {
    let text = joined(words.iter().map(|it| it.text.as_str()));
    let first = words.first()?;
    Some(Line { is_drawn: true, ..line(plain(&text), first.page, first.number) })
}

fn bold(words: &[Words]) -> Option<Line> {
    let text = strong(&joined(words.iter().map(|it| it.text.as_str())));
    let first = words.first()?;
    Some(line(text, first.page, first.number))
}

fn item(depth: u8, words: &[Words]) -> Vec<Line> {
    let indent = "  ".repeat(usize::from(depth.saturating_sub(1)));
    let words = without_marks(words);
    let lines = words.iter().enumerate().map(|(index, it)| {
        let text = match index {
            0 if is_numbered(&it.text) => format!("{indent}{}", it.text),
            0 => format!("{indent}- {}", it.text),
            _ => format!("{indent}  {}", it.text),
        };
        line(text, it.page, it.number)
    });
    lines.collect()
}

fn rows_lines(rows: &[Row]) -> Vec<Line> {
    let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
    let mut places = places(rows);
    if let Some(first) = places.first().copied() {
        places.insert(1, first);
    }
    let texts = table::markdown(&cells).into_iter().zip(places);
    texts.map(|(text, (page, number))| line(text, page, number)).collect()
}

/// The page and the line of each row; one without words stands where the row before it does, or the first.
fn places(rows: &[Row]) -> Vec<(u32, u32)> {
    let printed = || rows.iter().map(|row| (row.page, row.number)).filter(|(_, number)| *number > 0);
    let mut last = printed().next().unwrap_or((1, 1));
    let place = |row: &Row| {
        if row.number > 0 {
            last = (row.page, row.number);
        }
        last
    };
    rows.iter().map(place).collect()
}

/// Lines that go on with a paragraph and would be taken for items or the like give their first
/// word to the line above.
fn without_marks(words: &[Words]) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    for line in words {
        let mut line = line.clone();
        if let Some(above) = lines.last_mut() {
            while is_marked(&line.text) {
                let (mark, rest) = line.text.split_once(' ').unwrap_or((&line.text, ""));
                above.text = format!("{} {mark}", above.text);
                line.text = rest.trim_start().to_owned();
            }
            if line.text.is_empty() {
                continue;
            }
        }
        lines.push(line);
    }
    lines
}

fn is_marked(text: &str) -> bool {
    let dashed = text.starts_with(['-', '\u{2013}', '\u{2014}', '*', '+']) && text.contains(' ');
    let dashed = dashed && text.split(' ').next().is_some_and(|mark| mark.chars().count() == 1);
    dashed || is_numbered(text) || plain(text).len() > text.len()
}

/// Text that Markdown would take as a mark at the start of a line, behind a backslash.
fn plain(text: &str) -> String {
    let ruled = text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '));
    let headed = text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    let barred = text.starts_with(['|', '>']) || text.starts_with("```") || text.starts_with("~~~");
    if ruled || headed || barred { format!("\\{text}") } else { text.to_owned() }
}
