//! Blocks of a document that has no pages of its own, and the lines they become.

use crate::emphasis::{self, plain};
use crate::{Extract, FormatError, Limits, Line, table};

/// What stands between two empty lines, or next to its like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading, its level from 1.
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(String),
    /// What a table shows, where one follows.
    Caption(String),
    /// An item of a list, its depth from 0, its mark "-" or "3.".
    Item {
        depth: usize,
        mark: String,
        text: String,
    },
    /// An entry of the table of contents, written as such.
    Entry(String),
    /// A running head or foot.
    Running(String),
    /// The menus of a page.
    Menu(String),
    /// Lines that were set as lines.
    Set(Vec<String>),
    Table(table::Grid),
}

impl Block {
    /// The words alone, as they stand in a cell or a note.
    pub(crate) fn words(&self) -> String {
        match self {
            Block::Heading { text, .. }
            | Block::Paragraph(text)
            | Block::Caption(text)
            | Block::Entry(text)
            | Block::Menu(text)
            | Block::Running(text) => plain(text),
            Block::Item { mark, text, .. } => format!("{mark} {}", plain(text)),
            Block::Set(lines) => lines.join(" "),
            Block::Table(grid) => {
                let rows = grid.rows.iter().map(|row| joined(row.iter().map(String::as_str)));
                joined(rows.collect::<Vec<_>>().iter().map(String::as_str))
            }
        }
    }
}

/// Blocks as the words of one cell or note. A bullet says nothing where it stands alone.
pub(crate) fn flat(blocks: &[Block]) -> String {
    let bullets = blocks.iter().filter(|block| matches!(block, Block::Item { .. })).count();
    let words = blocks.iter().map(|block| match block {
        Block::Item { mark, text, .. } if bullets == 1 && mark == "-" => plain(text),
        other => other.words(),
    });
    joined(words.collect::<Vec<_>>().iter().map(String::as_str))
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.filter(|it| !it.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a document.
pub(crate) fn extract(blocks: Vec<Block>, limits: &Limits) -> Result<Extract, FormatError> {
    let mut writer = Writer { lines: Vec::new(), number: 0, says: says_something(&blocks), limits };
    let mut before: Option<Block> = None;
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let block = captioned(block, blocks.peek());
        if before.as_ref().is_some_and(|before| parted(before, &block)) {
            writer.push(String::new(), 0)?;
        }
        writer.block(&block)?;
        before = Some(block);
    }
    Ok(Extract { pages: None, lines: writer.lines, ..Extract::default() })
}

/// A caption above a table is bold, any other is a paragraph.
fn captioned(block: Block, next: Option<&Block>) -> Block {
    match (block, next) {
        (Block::Caption(text), Some(Block::Table(_))) => Block::Caption(text),
        (Block::Caption(text), _) => Block::Paragraph(plain(&text)),
        (block, _) => block,
    }
}

/// Whether bold says anything: not where most of the text is.
fn says_something(blocks: &[Block]) -> bool {
    let (mut bold, mut all) = (0, 0);
    for block in blocks {
        if let Block::Paragraph(text) | Block::Item { text, .. } = block {
            all += text.len();
            bold += if emphasis::is_bold(text) { text.len() } else { 0 };
        }
    }
    bold * 3 <= all * 2
}

/// Whether an empty line stands between two blocks.
fn parted(before: &Block, block: &Block) -> bool {
    !matches!((before, block), (Block::Item { .. }, Block::Item { .. }) | (Block::Entry(_), Block::Entry(_)))
}

/// A name in a list of names is at most so long, in characters.
const LONGEST_NAME: usize = 60;

/// The lines of a paragraph that breaks part into names: each is short, begins with a capital and ends in no
/// stop.
fn names(text: &str) -> Option<Vec<&str>> {
    let lines: Vec<&str> = text.split(['\n', '\u{2028}']).filter(|line| !one_line(line).is_empty()).collect();
    let named = |line: &&str| {
        let line = plain(&one_line(line));
        let stopped =
            line.ends_with(['.', ',', ';', ':', '-', '!', '?', '\u{2013}']) || line.contains(['.', '|']);
        line.starts_with(char::is_uppercase) && line.chars().count() <= LONGEST_NAME && !stopped
    };
    (lines.len() > 1 && lines.iter().all(named)).then_some(lines)
}

struct Writer<'a> {
    lines: Vec<Line>,
    number: u32,
    /// Whether bold says anything.
    says: bool,
    limits: &'a Limits,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) -> Result<(), FormatError> {
        match block {
            Block::Heading { level, text } => {
                self.next(format!("{} {}", "#".repeat((*level).clamp(1, 6).into()), one_line(text)))
            }
            Block::Paragraph(text) => match names(text) {
                Some(names) => names
                    .into_iter()
                    .try_for_each(|name| self.next(guarded(tidy(&self.emphasised(name)).trim()))),
                None => self.next(guarded(tidy(&self.emphasised(text)).trim())),
            },
            Block::Caption(text) => self.next(emphasis::strong(&untagged(&one_line(text)))),
            Block::Item { depth, mark, text } => {
                let text = untagged(&one_line(&self.emphasised(text)));
                self.next(format!("{}{mark} {text}", "  ".repeat(*depth)))
            }
            Block::Entry(text) => self.next(one_line(text)),
            Block::Running(text) => {
                self.next(guarded(tidy(text).trim()))?;
                self.lines.iter_mut().next_back().into_iter().for_each(|line| line.is_running = true);
                Ok(())
            }
            Block::Menu(text) => {
                self.next(guarded(tidy(text).trim()))?;
                self.lines.iter_mut().next_back().into_iter().for_each(|line| line.is_menu = true);
                Ok(())
            }
            Block::Set(lines) => lines.iter().try_for_each(|line| self.next(guarded(tidy(line).trim()))),
            Block::Table(grid) => self.table(grid),
        }
    }

    fn emphasised(&self, text: &str) -> String {
        if self.says { emphasis::written(text) } else { plain(text) }
    }

    /// Every row has its number; the rule below the head, which no document holds, has the head's.
    fn table(&mut self, grid: &table::Grid) -> Result<(), FormatError> {
        for (index, row) in table::markdown(&grid.headed(self.limits)?).into_iter().enumerate() {
            self.number += u32::from(index != 1);
            self.push(row, self.number)?;
        }
        Ok(())
    }

    fn next(&mut self, text: String) -> Result<(), FormatError> {
        self.number += 1;
        self.push(text, self.number)
    }

    fn push(&mut self, text: String, number: u32) -> Result<(), FormatError> {
        if self.lines.len() >= self.limits.lines {
            return Err(FormatError::TooMuch { what: crate::Much::Lines, limit: self.limits.lines as u64 });
        }
        self.lines.push(Line { text, number, ..Line::default() });
        Ok(())
    }
}

/// A zero-width word joiner: parts characters that would be markup together. Nobody sees it,
/// while the reader keeps a backslash as a backslash.
const JOINER: char = '\u{2060}';

/// A paragraph whose first characters are words, not markup.
fn guarded(text: &str) -> String {
    let marked = mark_length(text);
    let (mark, rest) = text.split_at(marked);
    match (mark, marked) {
        (_, 0) => untagged(text),
        ("|", _) => format!("\\|{}", untagged(rest)),
        _ => format!("{mark}{JOINER}{}", untagged(rest)),
    }
}

/// How many bytes at the start would be read as markup. A dash or a number before words is a
/// list mark that somebody typed, and is left to be one; before a figure it is a sign.
fn mark_length(text: &str) -> usize {
    let hashes = text.bytes().take_while(|b| *b == b'#').count();
    let spaced = |rest: &str| rest.starts_with([' ', '\t', '\u{a0}']);
    if (1..=6).contains(&hashes) && spaced(&text[hashes..]) {
        return hashes;
    }
    let Some(rest) = text.get(1..) else { return 0 };
    let figure = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let sign = (text.starts_with('-') && figure) || text.starts_with(['*', '+']);
    let fence = text.starts_with("```") || text.starts_with("~~~");
    usize::from(fence || (text.starts_with('|') && !rest.is_empty()) || (sign && spaced(rest)))
}

/// A text in which nothing is a tag: "<name>" is words where it comes from.
fn untagged(text: &str) -> String {
    let Some(last) = text.rfind('>') else { return text.to_owned() };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text[..last].match_indices('<') {
        if text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
            out.push_str(&text[from..=at]);
            out.push(JOINER);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
    out
}

/// A cell in which nothing is taken for a tag around it: "<10 och >20".
pub(crate) fn cell(text: &str) -> String {
    let text = one_line(text);
    if text.starts_with('<') && text.contains('>') { format!("{JOINER}{text}") } else { text }
}

/// A text without tabs, and without what [`tidy`] takes.
pub(crate) fn one_line(text: &str) -> String {
    tidy(text).replace('\t', " ").trim().to_owned()
}

/// A text without line breaks, soft hyphens and characters that nobody sees.
pub(crate) fn tidy(text: &str) -> String {
    let seen =
        |c: &char| *c != '\u{ad}' && !emphasis::is_mark(*c) && (matches!(c, '\t' | '\n') || !c.is_control());
    text.chars()
        .filter(seen)
        .map(|c| if matches!(c, '\n' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .collect()
}

/// Raised or lowered characters as characters of their own: "m²", "CO₂"; so that a mark after
/// a figure does not become one of its digits. As they are where there are none.
pub(crate) fn shifted(text: &str, raised: bool) -> String {
    let digits = if raised { RAISED } else { LOWERED };
    let plain = "0123456789+-()";
    let found: Option<String> = text
        .chars()
        .map(|c| plain.chars().position(|it| it == c).and_then(|at| digits.chars().nth(at)))
        .collect();
    found.unwrap_or_else(|| text.to_owned())
}

const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_like_markup_stay_words() {
        assert_eq!(guarded("# tecken"), "#\u{2060} tecken");
        assert_eq!(guarded("* Preliminärt"), "*\u{2060} Preliminärt");
        assert_eq!(guarded("- 3,5 mnkr"), "-\u{2060} 3,5 mnkr");
        assert_eq!(guarded("- en punkt"), "- en punkt");
        assert_eq!(guarded("```"), "`\u{2060}``");
        assert_eq!(guarded("| a |"), "\\| a |");
        assert_eq!(guarded("Skriv <namn> här, 3 < 4 > 2"), "Skriv <\u{2060}namn> här, 3 < 4 > 2");
        assert_eq!(guarded("3 < 4"), "3 < 4");
        assert_eq!(cell("<10 och >20"), "\u{2060}<10 och >20");
    }

    #[test]
    fn breaks_part_names_and_no_sentences() {
        let recipients = "Parknämnden\nPark AB\nKopia till: Kommunens revisorer";
        assert_eq!(names(recipients).map(|it| it.len()), Some(3));
        for text in
            ["Parknämnden", "Parknämnden har\ntvå parker", "Parken är stor.\nDen är grön", "Park,\nVatten"]
        {
            assert_eq!(names(text), None, "{text}");
        }
    }

    #[test]
    fn raised_digits_are_characters_of_their_own() {
        assert_eq!(shifted("2", true), "²");
        assert_eq!(shifted("2", false), "₂");
        assert_eq!(shifted("1 a", true), "1 a");
    }

    #[test]
    fn breaks_become_spaces_and_soft_hyphens_go() {
        assert_eq!(tidy("för\u{ad}ening\nett\u{2028}två\u{7}"), "förening ett två");
    }
}
