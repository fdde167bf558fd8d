//! Why a file cannot be read at all.

use uppsikt_formats::FormatError;
use uppsikt_messages::Message;

/// The largest file that is read, in bytes.
pub const LARGEST_BYTES: usize = 100 * 1024 * 1024;

/// The largest text or Markdown that is read, in bytes: some six thousand pages.
pub const LARGEST_TEXT_BYTES: usize = 20 * 1024 * 1024;

/// Why a file cannot be read. Each has a message: what, where, what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
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
        format: &'static str,
    },
    /// A format that is read, in a file that cannot be.
    #[error("{file}: {why}")]
    Format {
        /// The file's name.
        file: String,
        /// The format's short name ("PDF").
        format: &'static str,
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
                Message::new("reading-unsupported").with("file", file.as_str()).with("format", *format)
            }
            ReadingError::Format { file, format, why } => {
                of_format(why).with("file", file.as_str()).with("format", *format)
            }
        }
    }
}

/// Why a style file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the style file cannot be used: {reason}")]
pub struct StyleError {
    /// What the parser says, with line and column.
    pub reason: String,
}

impl StyleError {
    /// The message for a user.
    pub fn message(&self) -> Message {
        Message::new("reading-style-unusable").with("reason", self.reason.as_str())
    }
}

fn of_format(why: &FormatError) -> Message {
    match why {
        FormatError::Damaged(_) => Message::new("reading-damaged"),
        FormatError::Encrypted => Message::new("reading-encrypted"),
        FormatError::TooMuch { what, limit } => Message::new("reading-too-much")
            .with("what", what.code())
            .with("limit", i64::try_from(*limit).unwrap_or(i64::MAX)),
        FormatError::NoDocument => Message::new("reading-no-document"),
        FormatError::Scanned { pages } => Message::new("reading-scanned").with("pages", i64::from(*pages)),
    }
}
