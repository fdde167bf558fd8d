//! What a document is made of before it has an outline.

use crate::book::Known;
use crate::joined::Joined;
use crate::tables::build::Laid;

/// A heading before its place in the outline is known.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub words: Joined,
    /// The level that Markdown gives it.
    pub level: Option<u8>,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// Whether a page begins with it.
    pub fresh_page: bool,
    /// Whether it is the label before a colon and its text follows on the same line.
    pub labelled: bool,
    /// What it can be, best first.
    pub meanings: Vec<Known>,
}

impl Heading {
    /// A label before a colon as the heading of what follows on its line.
    pub fn labelled(words: Joined, meanings: Vec<Known>) -> Heading {
        Heading { words, level: None, listed: false, fresh_page: false, labelled: true, meanings }
    }
}

/// A stretch of the document, in order.
#[derive(Debug)]
pub(crate) enum Piece {
    Heading(Heading),
    Paragraph(Joined),
    Item {
        ordered: bool,
        words: Joined,
    },
    /// The sentence before links to Agenda 2030.
    AgendaIntro(Joined),
    AgendaLink(Joined),
    Table(Box<Laid>),
    Note(Joined),
    Diagram {
        caption: Joined,
        source: Joined,
    },
}
