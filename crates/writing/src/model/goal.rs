//! Goal areas, goals, assessments and assignments.

use serde::{Deserialize, Serialize};

use super::{Block, Fact, Room, Text};

/// A goal area: its heading in the margin, then what stands under it in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// What references point to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the heading calls it: "Målområde".
    #[serde(default)]
    pub kicker: String,
    /// The area's name.
    pub head: String,
    /// The heading's level; printing sets it.
    #[serde(default)]
    pub level: u8,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// What stands under the area before its first goal or assignment.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Goals and assignments in the document's order.
    pub items: Vec<Block>,
}

/// A goal and what one body plans or reports for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Goal {
    /// What references point to.
    pub id: String,
    /// What the heading calls it: "Kommunfullmäktigemål 1".
    #[serde(default)]
    pub kicker: String,
    /// The goal's wording.
    pub head: String,
    /// The heading's level; printing sets it.
    #[serde(default)]
    pub level: u8,
    /// The line over the links, where the document prints one.
    #[serde(default)]
    pub agenda_head: String,
    /// The goals of Agenda 2030 that it is linked to.
    #[serde(default)]
    pub agenda: Vec<Agenda>,
    /// The body's assessments of its contribution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessments: Option<Assessments>,
    /// The parts of the plan or report, along the thread.
    pub stations: Vec<Station>,
}

/// A link to a goal of Agenda 2030.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    /// Its number, 1–17.
    pub n: u8,
    /// Its name as printed.
    pub name: String,
}

/// The assessments of one goal in one document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessments {
    /// One per horizon.
    pub items: Vec<Assessed>,
    /// Where they come from, in small type under them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// An assessment of one horizon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessed {
    /// The horizon: "Perioden januari–augusti".
    pub label: String,
    /// The common status, which gives the symbol.
    pub status: Status,
    /// The word on the municipality's own scale, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
}

/// The status that an assessment states, on the scale that all documents share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// På väg.
    OnTrack,
    /// Delvis på väg.
    PartlyOnTrack,
    /// Inte på väg.
    OffTrack,
    /// Ej bedömt.
    NotStated,
}

/// A part of a goal's plan or report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Station {
    /// Headings over this one that have nothing else under them, outermost first.
    #[serde(default)]
    pub over: Vec<Over>,
    /// The heading, in the margin; empty where the document has none.
    #[serde(default)]
    pub head: String,
    /// The heading's level; printing sets it.
    #[serde(default = "fourth")]
    pub level: u8,
    /// One line under the heading.
    #[serde(default)]
    pub note: Text,
    /// Whether this document writes it.
    #[serde(default)]
    pub here: bool,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A heading that only holds other headings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Over {
    /// The heading.
    pub head: String,
    /// Its level; printing sets it.
    #[serde(default = "fourth")]
    pub level: u8,
}

fn fourth() -> u8 {
    4
}

/// An assignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assignment {
    /// What references point to.
    pub id: String,
    /// One line in the margin; printing has one of its own where it is empty.
    #[serde(default)]
    pub kicker: String,
    /// The assignment's wording.
    pub head: String,
    /// The heading's level; printing sets it.
    #[serde(default)]
    pub level: u8,
    /// How much room it takes; printing sets it.
    #[serde(default)]
    pub room: Room,
    /// Who gave it, who leads, how it is reported back.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// The plan for it or what has been done.
    pub blocks: Vec<Block>,
}
