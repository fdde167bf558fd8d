//! Why a file cannot be read at all.

use serde::{Deserialize, Serialize};
use uppsikt_formats::{FormatError, Much};
use uppsikt_messages::Message;

/// The largest file that is read, in bytes.
pub const LARGEST_BYTES: usize = 100 * 1024 * 1024;

/// The largest text or Markdown that is read, in bytes: some six thousand pages.
pub const LARGEST_TEXT_BYTES: usize = 20 * 1024 * 1024;

/// Why a file cannot be read. Each has a message: what, where, what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadingError {
    /// There is nothing in the file, or only space.
    #[error("{file} is empty")]
    Empty {
        /// The file's name.
        file: String,
    },
    /// The file is larger than [`LARGEST_BYTES`], or a text larger than [`LARGEST_TEXT_BYTES`].
    #[error("{file} is too large: {bytes} bytes")]
    TooLarge {
        /// The file's name.
        file: String,
        /// Its size in bytes.
        bytes: usize,
        /// The most that is read, in bytes.
        largest: usize,
    },
    /// The bytes are not text.
    #[error("{file} is not text: a control character at byte {at}")]
    Binary {
        /// The file's name.
        file: String,
        /// The first byte that no text holds, from 0.
        at: usize,
    },
    /// The bytes are text in two encodings, or in one that is not read.
    #[error("{file} is in a mixed or foreign encoding: byte {at}")]
    Encoding {
        /// The file's name.
        file: String,
        /// The first byte that shows it, from 0.
        at: usize,
    },
    /// A format that is recognised but not read.
    #[error("{file} is {format}, which is not read")]
    Unsupported {
        /// The file's name.
        file: String,
        /// The format's short name ("PDF").
        format: String,
    },
    /// A format that is read, in a file that cannot be.
    #[error("{file}: {why}")]
    Format {
        /// The file's name.
        file: String,
        /// The format's short name ("PDF").
        format: String,
        /// What stands in the way.
        why: FormatError,
    },
}

impl ReadingError {
    /// The message for a user.
    pub fn message(&self) -> Message {
        match self {
            ReadingError::Empty { file } => Message::new("reading-empty").with("file", file.as_str()),
            ReadingError::TooLarge { file, bytes, largest } => Message::new("reading-too-large")
                .with("file", file.as_str())
                .with("size", bytes / (1024 * 1024))
                .with("largest", largest / (1024 * 1024)),
            ReadingError::Binary { file, at } => {
                Message::new("reading-binary").with("file", file.as_str()).with("at", at + 1)
            }
            ReadingError::Encoding { file, at } => {
                Message::new("reading-encoding").with("file", file.as_str()).with("at", at + 1)
            }
            ReadingError::Unsupported { file, format } => {
                Message::new("reading-unsupported").with("file", file.as_str()).with("format", format)
            }
            ReadingError::Format { file, format, why } => {
                of_format(why).with("file", file.as_str()).with("format", format)
            }
        }
    }
}

/// Why a style file cannot be used, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the style file cannot be used at {at:?}: {fault:?}")]
pub struct StyleError {
    /// What is wrong.
    pub fault: StyleFault,
    /// Line and column, from 1, where they are known.
    pub at: Option<(u32, u32)>,
}

/// What is wrong with a style file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StyleFault {
    /// It is no TOML.
    Syntax,
    /// A word that no style has.
    Unknown {
        /// The word.
        word: String,
        /// The word that comes nearest.
        near: String,
    },
    /// Something that must be said is not.
    Missing {
        /// Its word.
        word: String,
    },
    /// A value of another kind than it must be.
    Kind {
        /// The kind that it is.
        found: &'static str,
        /// The kind that it must be.
        expected: &'static str,
    },
    /// A value that cannot be used.
    Value,
}

impl StyleError {
    /// An error without place.
    pub fn of(fault: StyleFault) -> Self {
        StyleError { fault, at: None }
    }

    /// The message for a user.
    pub fn message(&self) -> Message {
        let (line, column) = self.at.unwrap_or_default();
        let told = match &self.fault {
            StyleFault::Syntax => Message::new("reading-style-syntax"),
            StyleFault::Unknown { word, near } => {
                Message::new("reading-style-unknown").with("word", word).with("near", near)
            }
            StyleFault::Missing { word } => Message::new("reading-style-missing").with("word", word),
            StyleFault::Kind { found, expected } => {
                Message::new("reading-style-kind").with("found", *found).with("expected", *expected)
            }
            StyleFault::Value => Message::new("reading-style-value"),
        };
        told.with("line", i64::from(line)).with("column", i64::from(column))
    }
}

fn of_format(why: &FormatError) -> Message {
    match why {
        FormatError::Damaged(_) => Message::new("reading-damaged"),
        FormatError::Encrypted => Message::new("reading-encrypted"),
        FormatError::TooMuch { what, limit } => Message::new("reading-too-much")
            .with("what", what.code())
            .with("limit", i64::try_from(in_unit(*what, *limit)).unwrap_or(i64::MAX))
            .with("setting", what.setting()),
        FormatError::Entities => Message::new("reading-entities"),
        FormatError::NoDocument => Message::new("reading-no-document"),
        FormatError::Scanned { pages } => Message::new("reading-scanned").with("pages", i64::from(*pages)),
    }
}

/// A limit as messages and settings tell it: bytes as megabytes.
fn in_unit(what: Much, limit: u64) -> u64 {
    match what {
        Much::Bytes | Much::Drawn => limit.div_ceil(1024 * 1024),
        _ => limit,
    }
}
