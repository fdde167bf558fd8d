//! A story: the body, a note, a header. Its paragraphs and tables in order.

use super::fields::Fields;
use super::numbering::{Mark, Numbering};
use super::styles::Styles;
use super::words::{Properties, Words};
use super::xml::{Element, Xml};
use crate::blocks::{Block, flat, one_line};
use crate::emphasis::plain;
use crate::{FormatError, Limits};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// Lists have nine levels.
const DEEPEST_ITEM: usize = 8;

/// What a story needs to know.
pub(super) struct Book<'l> {
    pub styles: Styles,
    pub numbering: RefCell<Numbering>,
    pub notes: Notes,
    /// Whether even pages have heads of their own.
    pub even_and_odd: bool,
    pub limits: &'l Limits,
}

/// Footnotes and endnotes by their ids.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub foot: HashMap<String, String>,
    pub end: HashMap<String, String>,
}

/// A story while it is read.
pub(super) struct Story<'b> {
    pub book: &'b Book<'b>,
    pub fields: Fields,
    /// Words whose paragraph's end was deleted.
    pub carried: String,
    /// Notes that wait for the end of the outermost table.
    pub waiting: Vec<Block>,
    /// Notes that have been told, by their kind and id: each is told once.
    pub told: HashSet<(bool, String)>,
    /// Tables within tables.
    pub tables: usize,
    /// Cells so far.
    pub cells: u64,
    /// The depth of the item just written; `None` after anything else.
    pub item_depth: Option<usize>,
    /// The headers and footers that sections name, in order.
    pub running: Vec<String>,
    pub in_running: bool,
}

impl<'b> Story<'b> {
    pub fn new(book: &'b Book<'b>) -> Self {
        Story {
            book,
            fields: Fields::default(),
            carried: String::new(),
            waiting: Vec::new(),
            told: HashSet::new(),
            tables: 0,
            cells: 0,
            item_depth: None,
            running: Vec::new(),
            in_running: false,
        }
    }

    /// The document's body.
    pub fn document(&mut self, text: &str) -> Result<Vec<Block>, FormatError> {
        let mut xml = Xml::new(text, self.book.limits.depth);
        let mut blocks = Vec::new();
        match xml.child()? {
            Some(root) if root.name() == "document" => {}
            _ => return Err(FormatError::NoDocument),
        }
        while let Some(element) = xml.child()? {
            match element.name() {
                "body" => self.blocks(&mut xml, &mut blocks)?,
                _ => xml.skip()?,
            }
        }
        Ok(blocks)
    }

    /// The notes of a part, by their ids. Lines that part notes from text are none.
    pub fn notes(&mut self, text: &str) -> Result<HashMap<String, String>, FormatError> {
        let mut xml = Xml::new(text, self.book.limits.depth);
        let mut found = HashMap::new();
        if xml.child()?.is_none() {
            return Ok(found);
        }
        while let Some(element) = xml.child()? {
            let id = element.attribute("id");
            let plain = element.attribute("type").is_none_or(|kind| kind == "normal");
            let mut blocks = Vec::new();
            self.blocks(&mut xml, &mut blocks)?;
            if let Some(id) = id.filter(|_| plain) {
                found.insert(id, flat(&blocks).trim().to_owned());
            }
        }
        Ok(found)
    }

    /// The blocks up to the end of the element that is open.
    pub fn blocks(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), FormatError> {
        self.inner_blocks(xml, out)?;
        self.end_blocks(out)
    }

    /// Writes what waited for a next paragraph that does not come.
    pub fn end_blocks(&mut self, out: &mut Vec<Block>) -> Result<(), FormatError> {
        let text = std::mem::take(&mut self.carried);
        self.finish(Words { text, ..Words::default() }, out)
    }

    fn inner_blocks(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), FormatError> {
        while let Some(element) = xml.child()? {
            self.element(xml, &element, out)?;
        }
        Ok(())
    }

    /// What an element among blocks holds.
    pub fn element(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element<'_>,
        out: &mut Vec<Block>,
    ) -> Result<(), FormatError> {
        match element.name() {
            "p" => self.paragraph(xml, out),
            "tbl" => self.table(xml, out),
            "sectPr" => self.section(xml),
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => self.inner_blocks(xml, out),
            "AlternateContent" => self.first_of(xml, out),
            "oMathPara" | "oMath" => {
                let mut words = Words::default();
                self.words(xml, &mut words)?;
                self.finish(words, out)
            }
            _ => xml.skip(),
        }
    }

    fn first_of(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), FormatError> {
        let mut taken = false;
        while let Some(element) = xml.child()? {
            if !taken && matches!(element.name(), "Choice" | "Fallback") {
                taken = true;
                self.inner_blocks(xml, out)?;
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>, out: &mut Vec<Block>) -> Result<(), FormatError> {
        let mut words = Words::default();
        self.words(xml, &mut words)?;
        self.fields.end_paragraph();
        if !self.carried.is_empty() {
            words.text.insert_str(0, &std::mem::take(&mut self.carried));
        }
        if words.properties.end_deleted {
            self.carried = std::mem::take(&mut words.text);
        }
        self.finish(words, out)
    }

    /// Writes a paragraph, then what its text boxes hold, then its notes.
    fn finish(&mut self, mut words: Words, out: &mut Vec<Block>) -> Result<(), FormatError> {
        if out.len() > self.book.limits.lines {
            return Err(FormatError::TooMuch {
                what: crate::Much::Lines,
                limit: self.book.limits.lines as u64,
            });
        }
        let boxes = std::mem::take(&mut words.boxes);
        let notes = std::mem::take(&mut words.notes);
        out.extend(self.block(&words));
        out.extend(boxes);
        let notes = notes.into_iter().filter(|note| !note.is_empty()).map(Block::Paragraph);
        if self.tables > 0 {
            self.waiting.extend(notes)
        } else {
            out.extend(notes)
        }
        Ok(())
    }

    fn block(&mut self, words: &Words) -> Option<Block> {
        let style = words.properties.style.as_deref().unwrap_or(self.book.styles.usual());
        let mark = self.mark(&words.properties, style, &words.text);
        if one_line(&words.text).is_empty() || self.book.styles.is_hidden(style) {
            return None;
        }
        let depth = self.item_depth.take();
        if self.book.styles.is_contents(style) || words.in_contents {
            return Some(Block::Entry(entry(&words.text)));
        }
        if let Some(level) = self.level(&words.properties, style) {
            return Some(Block::Heading { level, text: headed(mark, &words.text) });
        }
        Some(match mark {
            Some((mark, level)) => {
                let depth = level.min(depth.map_or(0, |depth| depth + 1)).min(DEEPEST_ITEM);
                self.item_depth = Some(depth);
                Block::Item { depth, mark: written(&mark), text: words.text.clone() }
            }
            None if self.book.styles.is_caption(style) => Block::Caption(words.text.clone()),
            None => Block::Paragraph(words.text.clone()),
        })
    }

    /// The level of a heading: the paragraph's own word, its style's, a title's.
    fn level(&self, properties: &Properties, style: &str) -> Option<u8> {
        match properties.outline {
            Some(own) if own <= 8 => Some(own + 1),
            Some(_) => None,
            None => self.book.styles.level(style).or_else(|| self.book.styles.is_title(style).then_some(1)),
        }
    }

    /// What stands before a paragraph, and how deep. Empty paragraphs are not counted. "List
    /// Bullet 2" is a list of its own, at its own first level, and yet set in.
    fn mark(&self, properties: &Properties, style: &str, text: &str) -> Option<(Mark, usize)> {
        let by_style = self.book.styles.listed(style);
        let list = properties.listed.list.clone().or_else(|| by_style.list.clone());
        let by_name = self.book.styles.bare_list(style);
        let mut numbering = self.book.numbering.borrow_mut();
        let Some(list) = list else {
            let (level, numbered) = by_name?;
            return Some((if numbered { Mark::Number(1, String::new()) } else { Mark::Bullet }, level));
        };
        let bound = || numbering.level_of_style(&list, style);
        let level = properties.listed.level.or(by_style.level).or_else(bound).unwrap_or(0);
        if list == "0" || one_line(text).is_empty() {
            return None;
        }
        let depth = by_name.map_or(level, |(depth, _)| level.max(depth));
        numbering.next(&list, level).map(|mark| (mark, depth))
    }
}

/// A mark of an item as Markdown has it.
fn written(mark: &Mark) -> String {
    match mark {
        Mark::Bullet => "-".to_owned(),
        Mark::Number(number, _) => format!("{number}."),
    }
}

/// A heading with the number that is printed before it.
fn headed(mark: Option<(Mark, usize)>, text: &str) -> String {
    match mark {
        Some((Mark::Number(_, label), _)) if !label.is_empty() => format!("{label} {text}"),
        _ => text.to_owned(),
    }
}

/// An entry of the contents: words, leaders, page. Without a page it is an item.
fn entry(text: &str) -> String {
    let text = plain(text);
    let text = text.trim();
    let parts = text.rsplit_once('\t').map(|(words, page)| (one_line(words), page.trim()));
    match parts {
        Some((words, page)) if !page.is_empty() && page.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{words} .... {page}")
        }
        _ => format!("- {}", one_line(text)),
    }
}
