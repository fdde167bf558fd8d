//! The report model: what is printed, in order, with nothing of how it looks.
//!
//! The same values become PDF through the template and HTML through
//! [`crate::html`]. Serialised, the model is the JSON that the template reads;
//! `tests/samples` holds two whole reports in that form.

mod block;
mod goal;
mod inline;
mod table;

pub use block::{Beside, Block, Chapter, Fact, KeyRow, KeySign, ListItem, Note, NoteRow, Room, Section};
pub use goal::{Agenda, Area, Assessed, Assessments, Assignment, Goal, Over, Station, Status};
pub use inline::{Inline, Number, Text, plain, text};
pub use table::{Cell, Column, ColumnKind, Fit, Row, RowKind, Step, Table, Waterfall};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A document ready to be printed: cover, contents and body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What the document is, on the cover and in the running foot: "Nämndsbudget 2026".
    pub title: String,
    /// The municipality whose document it is; the author in the file's properties.
    pub municipality: String,
    /// The body whose document it is, on the cover and in the running foot.
    pub committee: String,
    /// How far the document has come, in the cover's upper right corner.
    pub stage: String,
    /// The day in the file's properties and on the cover: the decision, else the reading.
    pub date: Day,
    /// One sentence for the file's properties.
    pub description: String,
    /// Words for the file's properties.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// The conclusion on the cover.
    pub lead: Text,
    /// What the conclusion rests on, in small type under it.
    #[serde(default)]
    pub lead_note: Text,
    /// The stations of the thread along the bottom of the cover; none, no thread.
    #[serde(default)]
    pub thread: Vec<Knot>,
    /// Up to three facts at the foot of the cover.
    #[serde(default)]
    pub imprint: Vec<(String, String)>,
    /// In the running foot as long as nobody has decided: "Förslag".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unadopted: Option<String>,
    /// The language of the text, as in BCP 47. Swedish unless said.
    #[serde(default = "swedish")]
    pub lang: String,
    /// The language of the words that printing adds, as in BCP 47. Swedish unless said.
    #[serde(default = "swedish")]
    pub label_lang: String,
    /// Figures that the text names by key.
    #[serde(default)]
    pub figures: BTreeMap<String, Figure>,
    /// Words for references by label: "mål 1".
    #[serde(default)]
    pub refs: BTreeMap<String, String>,
    /// Sections after the contents, before the first chapter.
    #[serde(default)]
    pub preface: Vec<Block>,
    /// The body, as a rule chapters.
    pub sections: Vec<Block>,
}

impl Report {
    /// Title and body, as in the running foot and in the file's properties.
    pub fn running_foot(&self) -> String {
        match self.committee.as_str() {
            "" => self.title.clone(),
            committee => format!("{}, {committee}", self.title),
        }
    }
}

fn swedish() -> String {
    "sv".to_owned()
}

/// A calendar day: year, month 1–12, day 1–31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day(pub i32, pub u8, pub u8);

/// A station of the thread on the cover.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Knot {
    /// What kind of station it is.
    pub label: String,
    /// What stands there for this body.
    pub text: String,
    /// Whether this document writes it.
    #[serde(default)]
    pub here: bool,
}

/// A figure in running text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The value in `unit`.
    pub value: Number,
    /// The unit as printed after the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether a plus sign is printed.
    #[serde(default)]
    pub signed: bool,
    /// The label of the table that the figure comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}
