//! Blocks: what stands under each other in a document.

use serde::{Deserialize, Serialize};

use super::{Area, Assignment, Goal, Number, Status, Table, Text, Waterfall};
use crate::charts::Chart;

/// One block of the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "camelCase")]
pub enum Block {
    /// A chapter: the highest level, listed in the contents.
    Chapter(Chapter),
    /// A section under a chapter, its heading in the margin.
    #[serde(rename = "sub")]
    Section(Section),
    /// A heading in the body column.
    #[serde(rename = "h")]
    Heading {
        /// The level that is wanted, 1–6; printing closes gaps.
        level: u8,
        /// The words.
        head: String,
        /// What references point to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// How far under the surrounding heading it is, 1 for next under; printing sets it.
        #[serde(default)]
        rank: u8,
    },
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph {
        /// Its text.
        c: Text,
    },
    /// A paragraph in larger type that opens a chapter.
    Lead {
        /// Its text.
        c: Text,
    },
    /// Words that somebody else has written, set in.
    Quote {
        /// Its text.
        c: Text,
    },
    /// A remark in small type.
    Remark {
        /// Its text.
        c: Text,
    },
    /// A list.
    List {
        /// Whether the items are numbered.
        #[serde(default)]
        ordered: bool,
        /// The number of the first item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        /// The items.
        items: Vec<ListItem>,
    },
    /// Names with values beside them.
    Facts {
        /// The rows.
        rows: Vec<Fact>,
    },
    /// A table.
    Table(Table),
    /// Levels and steps between them, as a table with bars.
    Waterfall(Waterfall),
    /// A chart with an alternative text.
    Chart(Chart),
    /// Blocks with a note in the margin.
    Beside(Beside),
    /// Numbered explanations, their rows in the margin.
    Notes {
        /// The explanations in the order of their numbers.
        items: Vec<Note>,
    },
    /// A goal area with what stands under it.
    Area(Area),
    /// A goal with its stations along the thread.
    Goal(Goal),
    /// An assignment.
    Assignment(Assignment),
    /// Signs and what they mean.
    Key {
        /// The signs.
        rows: Vec<KeyRow>,
    },
    /// Who decided, when, and the fingerprint of what was decided.
    Decision {
        /// The rows.
        facts: Vec<Fact>,
        /// SHA-256 in hexadecimal; none as long as nobody has decided.
        sha256: Option<String>,
    },
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chapter {
    /// What references point to.
    pub id: String,
    /// The heading.
    pub head: String,
    /// Whether it starts on a new page.
    #[serde(default, rename = "break")]
    pub on_new_page: bool,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A section under a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// What references point to.
    pub id: String,
    /// The heading, in the margin.
    pub head: String,
    /// One line under the heading.
    #[serde(default)]
    pub note: Text,
    /// Whether it stands in the contents.
    #[serde(default = "yes")]
    pub outlined: bool,
    /// Whether the heading stands over the blocks instead of beside them; printing
    /// sets it where a table needs the margin.
    #[serde(default)]
    pub stacked: bool,
    /// The heading's level; printing sets it.
    #[serde(default = "second")]
    pub level: u8,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// How much room a block and its heading in the margin take; printing works it out.
///
/// Lengths are thousandths of a point and guesses. They spare the template from setting
/// everything twice to find out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// The height of what stands in the margin.
    pub side: u32,
    /// The height of the first block, which is kept together with its heading.
    pub keep: u32,
    /// Whether the blocks may be lower than what stands in the margin, so that it has to
    /// be found out.
    pub close: bool,
    /// The type size of the heading in the margin.
    pub head: u32,
    /// Whether a word of the heading is wider than the margin at any size.
    pub hyphenate: bool,
}

fn yes() -> bool {
    true
}

fn second() -> u8 {
    2
}

/// Blocks with a note in the margin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// The note's heading.
    pub head: String,
    /// The note.
    pub note: Text,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// What it stands beside.
    pub blocks: Vec<Block>,
}

/// An item of a list: its text, and lists under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ListItem {
    /// Text only.
    Text(Text),
    /// Text with blocks under it.
    Nested {
        /// The item's own text.
        c: Text,
        /// What stands under it.
        blocks: Vec<Block>,
    },
}

/// A name and its value.
pub type Fact = (String, Text);

/// A numbered explanation of rows in a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Its number, as in the table.
    pub n: u32,
    /// The rows that it explains.
    pub rows: Vec<NoteRow>,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// The explanation; none is a fault that is printed.
    pub blocks: Vec<Block>,
}

/// A row that a note explains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteRow {
    /// The row's label.
    pub label: String,
    /// Its deviation.
    pub value: Number,
}

/// A sign and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyRow {
    /// The sign.
    pub sign: KeySign,
    /// What it means.
    pub c: Text,
}

/// A sign in a key: a status or words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum KeySign {
    /// A status, printed as symbol and word.
    Status(Status),
    /// Words.
    Words(String),
}
