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
    /// The values of each sex, where they are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sexes: Option<Sexes>,
    /// What stands in place of figures.
    #[serde(default, skip_serializing_if = "InWords::is_empty")]
    pub in_words: InWords,
    /// Where the figure is taken from, as printed.
    #[serde(default)]
    pub source: Option<String>,
    /// When its outcome is known.
    #[serde(default)]
    pub known: Option<DayRange>,
    /// Where it stands.
    pub span: Span,
}

/// An indicator's values for women or girls and for men or boys, as plain decimals.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sexes {
    /// That of women or girls.
    pub women: String,
    /// That of men or boys.
    pub men: String,
}

/// Where an indicator starts and what is aimed at, told in words: "Nej" and "Ja", "God".
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InWords {
    /// Where it starts.
    pub baseline: Option<String>,
    /// What is aimed at.
    pub target: Option<String>,
}

impl InWords {
    /// Whether nothing is told in words.
    pub fn is_empty(&self) -> bool {
        self.baseline.is_none() && self.target.is_none()
    }
}
