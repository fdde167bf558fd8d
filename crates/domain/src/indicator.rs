//! How a contribution is followed.

use crate::place::Span;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// Something counted or measured by the municipality.
    Measure,
    /// A key figure of Kolada, SCB or the like.
    KeyFigure,
    /// A judgement in words.
    Qualitative,
    /// Several weighed together.
    Weighed,
    /// Borrowed from another goal.
    Borrowed,
    /// Something that is done ("is carried out according to plan").
    Activity,
}

/// A day, or a range of days with its wording ("våren 2026").
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayRange {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// As printed.
    pub text: String,
}

/// An indicator as a document tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Indicator {
    /// The sentence, list item or row that names it.
    pub text: String,
    /// What it is.
    pub kind: IndicatorKind,
    /// Where it starts, as a plain decimal.
    pub baseline: Option<String>,
    /// What is aimed at, as a plain decimal.
    pub target: Option<String>,
    /// The printed unit.
    pub unit: Option<String>,
    /// When the target is to be reached.
    pub due: Option<DayRange>,
    /// Whether it is followed for women and men separately.
    pub by_sex: bool,
    /// Where the figure is taken from, as printed.
    #[serde(default)]
    pub source: Option<String>,
    /// When its outcome is known.
    #[serde(default)]
    pub known: Option<DayRange>,
    /// Where it stands.
    pub span: Span,
}
