//! What a municipality says of words that its house style lacks.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What was left over when a document was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leftover {
    /// A heading that no pattern took.
    Heading,
    /// An assessment in words that are not on the scale.
    Status,
    /// A row of a statement that is none of its lines.
    Line,
    /// A table of amounts of which nothing says what it is.
    Table,
    /// A title that is of no known kind of document.
    Title,
}

impl Leftover {
    /// All, in the order in which they are shown.
    pub const ALL: [Leftover; 5] =
        [Leftover::Heading, Leftover::Status, Leftover::Line, Leftover::Table, Leftover::Title];

    /// The word in storage, events and forms.
    pub fn code(self) -> &'static str {
        match self {
            Leftover::Heading => "heading",
            Leftover::Status => "status",
            Leftover::Line => "line",
            Leftover::Table => "table",
            Leftover::Title => "title",
        }
    }

    /// From the word in storage.
    pub fn from_code(code: &str) -> Option<Self> {
        Leftover::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Words that somebody has given a meaning, beside what the house style's own file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StyleAddition {
    /// What was left over.
    pub of: Leftover,
    /// The words, as a pattern of the style.
    pub words: String,
    /// What they mean: the code of a kind of section, a status or a kind of table, or the key of
    /// a line of the statement. Empty: they are left as they are and not asked again.
    pub means: String,
    /// The file that they were found in.
    pub found_in: String,
    /// Who says so.
    pub who: String,
    /// When.
    pub added_at: DateTime<Utc>,
}

impl StyleAddition {
    /// Whether it gives the words a meaning.
    pub fn has_meaning(&self) -> bool {
        !self.means.is_empty()
    }
}
