//! The page from its first word to its last.

use super::contents;
use super::css::Rules;
use super::look::{At, Tree, attribute, heading_level, is_inline, is_unseen, name, plain};
use crate::blocks::{Block, shifted};
use crate::emphasis::{Look, is_mark, marked, plain as unmarked};
use crate::{FormatError, Limits};
use std::collections::HashSet;

/// So many words of menus are told.
const MOST_OF_MENU: usize = 200;

/// What the words being collected will be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Paragraph,
    Heading(u8),
    Item(usize, String),
    /// A description with its term.
    Description(String),
}

pub(super) struct Walk<'t> {
    pub limits: &'t Limits,
    blocks: Vec<Block>,
    text: String,
    kind: Kind,
    /// Lists that stand open: how far each has counted, where it counts.
    lists: Vec<Option<u32>>,
    /// A term that waits for its description.
    term: Option<String>,
    /// Ids of headings.
    ids: HashSet<&'t str>,
    /// Cells so far.
    pub cells: u64,
    rules: Rules,
    /// How the words that come look.
    look: Look,
    /// The words of menus.
    menus: Vec<String>,
    /// Whether a heading has been written.
    headed: bool,
}

impl<'t> Walk<'t> {
    pub fn new(tree: &'t Tree, limits: &'t Limits) -> Self {
        Walk {
            limits,
            blocks: Vec::new(),
            text: String::new(),
            kind: Kind::Paragraph,
            lists: Vec::new(),
            term: None,
            ids: contents::heading_ids(tree),
            cells: 0,
            rules: Rules::of(tree),
            look: Look::default(),
            menus: Vec::new(),
            headed: false,
        }
    }

    /// The words of all menus, where there are some.
    pub fn menus(&self) -> Option<String> {
        let mut told = HashSet::new();
        let words = self.menus.iter().flat_map(|menu| menu.split(" | ")).filter(|words| told.insert(*words));
        let all: Vec<&str> = words.take(MOST_OF_MENU).collect();
        (!all.is_empty()).then(|| all.join(" | "))
    }

    /// The blocks of a node, apart from those around it.
    pub fn blocks(&mut self, node: At<'t>) -> Result<Vec<Block>, FormatError> {
        let blocks = std::mem::take(&mut self.blocks);
        let text = std::mem::take(&mut self.text);
        let kind = std::mem::take(&mut self.kind);
        let lists = std::mem::take(&mut self.lists);
        let term = self.term.take();
        let look = std::mem::take(&mut self.look);
        self.children(node)?;
        self.flush()?;
        self.end_term()?;
        (self.text, self.kind, self.lists, self.term, self.look) = (text, kind, lists, term, look);
        Ok(std::mem::replace(&mut self.blocks, blocks))
    }

    /// Writes a block of its own.
    pub fn push(&mut self, block: Block) -> Result<(), FormatError> {
        if self.blocks.len() >= self.limits.lines {
            return Err(FormatError::TooMuch { what: crate::Much::Lines, limit: self.limits.lines as u64 });
        }
        self.headed |= matches!(block, Block::Heading { .. });
        self.blocks.push(block);
        Ok(())
    }

    fn children(&mut self, node: At<'t>) -> Result<(), FormatError> {
        node.children().try_for_each(|child| self.node(child))
    }

    fn node(&mut self, node: At<'t>) -> Result<(), FormatError> {
        if let Some(text) = node.value().as_text() {
            self.put(text);
            return Ok(());
        }
        if !node.value().is_element() || is_unseen(node) {
            return if node.value().is_document() { self.children(node) } else { Ok(()) };
        }
        let before = self.look;
        self.look = self.rules.change(node).of(before);
        let done = self.element(node);
        self.look = before;
        done
    }

    fn element(&mut self, node: At<'t>) -> Result<(), FormatError> {
        match name(node) {
            "br" => self.text.push('\n'),
            "sup" | "sub" => return self.shifted(node),
            "a" if is_permalink(node) => {}
            name if is_inline(name) => return self.children(node),
            "img" | "area" | "source" | "track" | "picture" => {}
            name => return self.apart(node, name),
        }
        Ok(())
    }

    /// An element that stands apart from the words around it.
    fn apart(&mut self, node: At<'t>, name: &str) -> Result<(), FormatError> {
        self.flush()?;
        if let Some(level) = heading_level(name) {
            return self.as_kind(node, Kind::Heading(level));
        }
        match name {
            "ul" | "ol" | "menu" | "dir" => self.list(node, name == "ol"),
            "li" => self.item(node),
            "table" => self.table(node),
            "figure" => self.figure(node),
            "figcaption" => self.caption(node),
            "pre" | "listing" | "xmp" => self.set(node),
            "nav" if !contents::points_to_headings(node, &self.ids) => {
                self.menus.extend(contents::menu(node));
                Ok(())
            }
            "dt" => {
                self.end_term()?;
                let blocks = self.blocks(node)?;
                self.term = Some(crate::blocks::flat(&blocks)).filter(|term| !term.is_empty());
                Ok(())
            }
            "dd" => self.description(node),
            "dl" => {
                self.children(node)?;
                self.flush()?;
                self.end_term()
            }
            _ => {
                self.children(node)?;
                self.flush()
            }
        }
    }

    /// What a figure shows is said before it.
    fn figure(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let (captions, others): (Vec<_>, Vec<_>) =
            node.children().partition(|child| name(*child) == "figcaption");
        captions.into_iter().chain(others).try_for_each(|child| self.node(child))?;
        self.flush()
    }

    /// The caption of a table, or of a figure that may be one.
    pub fn caption(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let blocks = self.blocks(node)?;
        blocks.into_iter().try_for_each(|block| match block {
            Block::Paragraph(text) => self.push(Block::Caption(text)),
            other => self.push(other),
        })
    }

    fn as_kind(&mut self, node: At<'t>, kind: Kind) -> Result<(), FormatError> {
        let before = std::mem::replace(&mut self.kind, kind);
        self.children(node)?;
        self.flush()?;
        self.kind = before;
        Ok(())
    }

    fn list(&mut self, node: At<'t>, ordered: bool) -> Result<(), FormatError> {
        if contents::is_contents(node, &self.ids) {
            let entries = contents::entries(node, self.blocks.last());
            return entries.into_iter().try_for_each(|entry| self.push(entry));
        }
        if !self.headed && self.lists.is_empty() && contents::is_menu(node) {
            self.menus.extend(contents::menu(node));
            return Ok(());
        }
        let start: u32 = attribute(node, "start").and_then(|it| it.trim().parse().ok()).unwrap_or(1);
        self.lists.push(ordered.then(|| start.saturating_sub(1)));
        self.children(node)?;
        self.flush()?;
        self.lists.pop();
        Ok(())
    }

    fn item(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let told = attribute(node, "value").and_then(|it| it.trim().parse::<u32>().ok());
        let count = self.lists.last_mut().and_then(Option::as_mut).map(|count| {
            *count = told.unwrap_or(count.saturating_add(1));
            *count
        });
        let mark = count.map_or_else(|| "-".to_owned(), |count| format!("{count}."));
        self.as_kind(node, Kind::Item(self.lists.len().saturating_sub(1), mark))
    }

    /// A description after its term: "- Ärende: KS-2031-1".
    fn description(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let Some(term) = self.term.take() else {
            self.children(node)?;
            return self.flush();
        };
        let colon = if term.ends_with([':', '?', '.']) { "" } else { ":" };
        self.as_kind(node, Kind::Description(format!("{term}{colon}")))
    }

    fn end_term(&mut self) -> Result<(), FormatError> {
        self.term.take().map_or(Ok(()), |term| self.push(Block::Paragraph(term)))
    }

    /// Text that is set as lines.
    fn set(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let seen = |node: &At<'t>| !node.ancestors().any(is_unseen);
        let texts = node.descendants().filter(seen).filter_map(|node| match node.value().as_text() {
            Some(text) => Some(text.to_string()),
            None => (name(node) == "br").then(|| "\n".to_owned()),
        });
        let lines = texts.collect::<String>();
        let lines =
            lines.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>();
        if lines.is_empty() { Ok(()) } else { self.push(Block::Set(lines)) }
    }

    /// Raised and lowered words. A raised link to a note of the same page is left out.
    fn shifted(&mut self, node: At<'t>) -> Result<(), FormatError> {
        let noted =
            node.descendants().any(|node| attribute(node, "href").is_some_and(|it| it.starts_with('#')));
        let raised = name(node) == "sup";
        if raised && noted {
            return Ok(());
        }
        let before = self.text.len();
        self.children(node)?;
        if let Some(words) = self.text.get(before..).map(|words| shifted(&unmarked(words), raised)) {
            self.text.truncate(before);
            self.text.push_str(&marked(&words, self.look));
        }
        Ok(())
    }

    /// Adds words; space before, after and between them is one space.
    fn put(&mut self, text: &str) {
        let mut last = self.text.chars().rev().find(|c| !is_mark(*c)).unwrap_or(' ');
        let mut words = String::with_capacity(text.len());
        for c in text.chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }) {
            if c != ' ' || !matches!(last, ' ' | '\n') {
                words.push(c);
                last = c;
            }
        }
        self.text.push_str(&marked(&words, self.look));
    }

    /// Writes the words collected. What follows in the same item is a paragraph.
    fn flush(&mut self) -> Result<(), FormatError> {
        let text = std::mem::take(&mut self.text);
        if unmarked(&text).trim().is_empty() {
            return Ok(());
        }
        let text = text.trim_matches([' ', '\n']).to_owned();
        let kind = match &self.kind {
            Kind::Heading(_) => self.kind.clone(),
            _ => std::mem::take(&mut self.kind),
        };
        self.push(match kind {
            Kind::Paragraph => Block::Paragraph(text),
            Kind::Heading(level) => Block::Heading { level, text },
            Kind::Item(depth, mark) => Block::Item { depth, mark, text },
            Kind::Description(term) => {
                Block::Item { depth: 0, mark: "-".to_owned(), text: format!("{term} {text}") }
            }
        })
    }
}

/// A sign that only points to where it stands.
fn is_permalink(node: At<'_>) -> bool {
    attribute(node, "href").is_some_and(|href| href.starts_with('#'))
        && matches!(plain(node).as_str(), "#" | "\u{b6}" | "\u{1f517}")
}
