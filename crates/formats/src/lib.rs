//! Files that are not text as lines of Markdown, each of which knows where it stood.
//!
//! [`extract`] takes PDF, DOCX and HTML. What it gives is what the reader takes: headings by
//! their level, lists, tables with pipes. Nothing is interpreted: what a heading or a table
//! means is the reader's business. Nothing is left out but what no reader sees.
#![forbid(unsafe_code)]

mod blocks;
mod docx;
mod emphasis;
mod html;
mod pdf;
mod table;

use serde::{Deserialize, Serialize};

/// A format that is not text, told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Portable Document Format (ISO 32000).
    Pdf,
    /// Office Open XML, a text document (ISO/IEC 29500).
    Docx,
    /// HTML.
    Html,
}

/// A line of Markdown and where it stood.
///
/// A heading, an item, a row of a table and, but for PDF, a paragraph is one line each. Of a
/// PDF, a paragraph is as many lines as it was printed on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Line {
    /// Markdown. Empty between blocks.
    pub text: String,
    /// The file's own page, from 1; `None` for DOCX and HTML.
    pub page: Option<u32>,
    /// PDF: the printed line on the page, from 1 (the first, where a row of a table was
    /// printed on several). DOCX and HTML: the number of the block, from 1. 0 for empty lines.
    pub number: u32,
    /// A running head or foot, as the file marks it or as its pages repeat it.
    pub is_running: bool,
    /// The words of a drawing: what stands along the axes of a chart and in it.
    pub is_drawn: bool,
    /// The menus of a page, by which one gets to other pages.
    #[serde(default)]
    pub is_menu: bool,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Extract {
    /// Number of pages, for formats that have pages of their own.
    pub pages: Option<u32>,
    /// The lines, in reading order.
    pub lines: Vec<Line>,
    /// Pages whose text cannot be taken out, from 1: there is only a picture, or glyphs of which
    /// the file does not say what letters they are.
    pub scanned: Vec<u32>,
    /// Pages on which nothing is printed that could be text, from 1.
    #[serde(default)]
    pub empty: Vec<u32>,
}

/// How much of a file is read at most. A hostile file ends in [`FormatError::TooMuch`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Pages of a PDF.
    pub pages: u32,
    /// Bytes of one packed part once unpacked. All parts together may be four times that.
    pub unpacked_bytes: u64,
    /// Bytes of drawing instructions of a PDF, those of a form counted each time it is drawn.
    pub drawn_bytes: u64,
    /// Elements of a page of HTML, its texts among them.
    pub elements: usize,
    /// Lines given.
    pub lines: usize,
    /// Elements within elements.
    pub depth: usize,
    /// Threads that draw the pages of a PDF. 1: the caller's own.
    pub threads: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MEGABYTE: u64 = 1024 * 1024;
        Limits {
            pages: 5_000,
            unpacked_bytes: 64 * MEGABYTE,
            drawn_bytes: 128 * MEGABYTE,
            elements: 500_000,
            lines: 300_000,
            depth: 256,
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        }
    }
}

/// What there can be too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Much {
    /// Pages.
    Pages,
    /// Bytes of one part, unpacked.
    Bytes,
    /// Bytes of drawing instructions.
    Drawn,
    /// Elements of a page.
    Elements,
    /// Lines.
    Lines,
    /// Elements within elements.
    Depth,
    /// Seconds of work.
    Seconds,
    /// Megabytes of memory.
    Megabytes,
}

impl Much {
    /// The word in messages.
    pub fn code(self) -> &'static str {
        match self {
            Much::Pages => "pages",
            Much::Bytes => "bytes",
            Much::Drawn => "drawn",
            Much::Elements => "elements",
            Much::Lines => "lines",
            Much::Depth => "depth",
            Much::Seconds => "seconds",
            Much::Megabytes => "memory",
        }
    }

    /// The setting that says how much there may be; megabytes, where bytes are counted.
    pub fn setting(self) -> &'static str {
        match self {
            Much::Pages => "UPPSIKT_MAX_PAGES",
            Much::Bytes => "UPPSIKT_MAX_UNPACKED_MB",
            Much::Drawn => "UPPSIKT_MAX_DRAWN_MB",
            Much::Elements => "UPPSIKT_MAX_ELEMENTS",
            Much::Lines => "UPPSIKT_MAX_LINES",
            Much::Depth => "UPPSIKT_MAX_DEPTH",
            Much::Seconds => "UPPSIKT_MAX_SECONDS",
            Much::Megabytes => "UPPSIKT_MAX_MEMORY_MB",
        }
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum FormatError {
    /// The file is damaged or cut short.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file asks for a password.
    #[error("encrypted")]
    Encrypted,
    /// The file holds more than the limits allow.
    #[error("more than {limit} {what:?}")]
    TooMuch {
        /// What there is too much of.
        what: Much,
        /// The limit.
        limit: u64,
    },
    /// The file's XML declares entities of its own, which no text document needs.
    #[error("XML that declares entities")]
    Entities,
    /// A package that is no text document: a workbook, a slide show, an archive.
    #[error("a package without a text document")]
    NoDocument,
    /// Every page is a picture, or glyphs without letters: nothing to read without recognition
    /// of characters.
    #[error("{pages} pages without text")]
    Scanned {
        /// How many pages.
        pages: u32,
    },
}

/// A piece of a page is told by so many of its bytes.
const MOST_OF_A_PIECE: usize = 32 * 1024;

impl Format {
    /// The format of a file by its first bytes; `None` for text, Markdown included.
    pub fn of(bytes: &[u8]) -> Option<Format> {
        let first = |length: usize| bytes.get(..bytes.len().min(length)).unwrap_or_default();
        let start = first(1024);
        if start.windows(5).any(|it| it == b"%PDF-") {
            Some(Format::Pdf)
        } else if start.starts_with(b"PK\x03\x04") {
            Some(Format::Docx)
        } else {
            (html::is_html(start) || html::is_fragment(first(MOST_OF_A_PIECE))).then_some(Format::Html)
        }
    }

    /// The format's short name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Pdf => "PDF",
            Format::Docx => "DOCX",
            Format::Html => "HTML",
        }
    }

    /// As sources name it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Html => "text/html",
        }
    }
}

/// The lines of a file.
///
/// # Errors
/// When the file is damaged, encrypted, without text or larger than the limits.
pub fn extract(format: Format, bytes: &[u8], limits: &Limits) -> Result<Extract, FormatError> {
    match format {
        Format::Pdf => pdf::extract(bytes, limits),
        Format::Docx => docx::extract(bytes, limits),
        Format::Html => html::extract(bytes, limits),
    }
}
