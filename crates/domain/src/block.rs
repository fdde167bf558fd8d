//! Blocks: what stands under a heading.

use crate::agenda::AgendaLink;
use crate::place::{Span, TextAt};
use crate::table::Table;
use serde::{Deserialize, Serialize};

/// A block of text or figures. Its id survives editing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// The id, unique in the document.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub content: Content,
}

/// What a block is. Text is CommonMark without HTML, wrapped lines joined.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Content {
    /// Running text.
    Paragraph {
        /// The text.
        text: String,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The items, without their marks.
        items: Vec<TextAt>,
    },
    /// A table.
    Table(Table),
    /// A goal's links to Agenda 2030.
    Agenda {
        /// The sentence before them, where there is one.
        intro: Option<TextAt>,
        /// The links, in order.
        links: Vec<AgendaLink>,
    },
    /// A note under a table or at the foot.
    Note {
        /// The text.
        text: String,
    },
    /// A diagram, of which only the words are known.
    Diagram {
        /// Its caption.
        caption: String,
        /// Its printed source.
        source: String,
    },
}

impl Block {
    /// The table, where the block is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.content {
            Content::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The words of a block, without tables' figures: a paragraph, or items one to a line.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Paragraph { text } | Content::Note { text } => text.clone(),
            Content::List { items, .. } => {
                items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join("\n")
            }
            Content::Agenda { intro, .. } => intro.as_ref().map(|it| it.text.clone()).unwrap_or_default(),
            Content::Diagram { caption, .. } => caption.clone(),
            Content::Table(_) => String::new(),
        }
    }
}
