//! An order from a giver to one or several bodies, and how it is reported back.

use crate::place::Span;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What part a body has in an assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssigneeRole {
    /// Alone or first named.
    Lead,
    /// Named as the one who coordinates.
    Coordinating,
    /// Several named on equal terms.
    Joint,
    /// "tillsammans med", "i samarbete med".
    Partner,
}

/// A body that an assignment names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assignee {
    /// The printed name, first letter raised ("Tekniska nämnden", "Berörda nämnder").
    pub name: String,
    /// Its part.
    pub role: AssigneeRole,
}

/// How an assignment is reported back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportBackHow {
    /// As a case of its own.
    SeparateCase,
    /// In the interim report.
    InterimReport,
    /// In the annual analysis.
    AnnualAnalysis,
    /// Nothing is said.
    #[default]
    NotStated,
}

/// How and when an assignment is reported back.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct ReportBack {
    /// The way.
    pub how: ReportBackHow,
    /// The year, where one is named.
    pub year: Option<i32>,
    /// To whom, where somebody is named.
    pub to: Option<String>,
    /// The wording and its place, where something is said.
    pub wording: Option<crate::place::TextAt>,
    /// Whether the wording says that it is done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    /// The day on which it was reported back, where it is done and one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
}

/// An assignment as a document tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assignment {
    /// The whole order, as in the heading.
    pub text: String,
    /// The one who coordinates, else the first named.
    pub lead: Option<String>,
    /// Everybody named, in order.
    pub assignees: Vec<Assignee>,
    /// How it is reported back.
    pub report_back: ReportBack,
    /// Where the order stands.
    pub span: Span,
}
