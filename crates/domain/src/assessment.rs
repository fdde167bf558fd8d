//! A committee's judgement of its contribution to a goal.

use crate::place::Span;
use serde::{Deserialize, Serialize};

/// The common scale. A municipality's own words map onto it (`structure::StatusWord`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// på väg
    OnTrack,
    /// delvis på väg
    PartlyOnTrack,
    /// inte på väg
    OffTrack,
    /// ej bedömt
    #[default]
    NotStated,
}

impl Status {
    /// All, in the order in which they are shown.
    pub const ALL: [Status; 4] =
        [Status::OnTrack, Status::PartlyOnTrack, Status::OffTrack, Status::NotStated];

    /// The word in machine-readable output and in `data-status`.
    pub fn code(self) -> &'static str {
        match self {
            Status::OnTrack => "on_track",
            Status::PartlyOnTrack => "partly_on_track",
            Status::OffTrack => "off_track",
            Status::NotStated => "not_stated",
        }
    }
}

/// What an assessment looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// The period of the report (January–August, or the year).
    Period,
    /// The whole term.
    Term,
}

/// One assessment: the status on the common scale and the wording that it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assessment {
    /// What it looks at.
    pub horizon: Horizon,
    /// The common value.
    pub status: Status,
    /// The printed words that say it ("går enligt plan"), or the whole text where no words are known.
    pub wording: String,
    /// Where those words stand.
    pub span: Span,
}
