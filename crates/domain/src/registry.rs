//! What lasts, and its versions: goal areas, goals, documents.

use crate::decision::Decision;
use crate::lineage::{Lasting, Relation};
use crate::municipality::Body;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An identity: 128 bits, ordered by time, that say nothing. Made by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Id(pub u128);

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", self.0)
    }
}

/// A goal area in some years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalAreaVersion {
    /// The identity of the area.
    pub area: Id,
    /// The stable word in addresses.
    pub slug: String,
    /// The name.
    pub name: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// Place in the council's order, from 1.
    pub position: u32,
}

/// A goal's wording and place in some years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalVersion {
    /// The identity of the goal.
    pub goal: Id,
    /// The stable word in addresses, the same for all versions.
    pub slug: String,
    /// The wording.
    pub name: String,
    /// The area that it stands in.
    pub area: Option<Id>,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// Number in the council's order, from 1.
    pub position: u32,
    /// Numbers of the Agenda 2030 goals that it is mapped to.
    pub agenda_2030: Vec<u8>,
    /// Slugs of the bodies that it is directed to. Empty: not known.
    pub directed_to: Vec<String>,
    /// The decision that made the version, where it is known.
    pub decision: Option<Decision>,
}

/// A body's budget area in some years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetAreaVersion {
    /// The identity of the budget area.
    pub budget_area: Id,
    /// The stable word, the same for all versions.
    pub slug: String,
    /// The slug of the body that it is an area of.
    pub body: String,
    /// The name, as in the body's tables.
    pub name: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// Place in the body's order, from 1.
    pub position: u32,
}

/// An edge of lineage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineageEdge {
    /// What kind of thing continues.
    pub kind: Lasting,
    /// What was.
    pub from: Id,
    /// What came. `None` for what was dropped.
    pub to: Option<Id>,
    /// How.
    pub relation: Relation,
    /// First year of what came.
    pub year: i32,
    /// Who says so.
    pub said_by: String,
    /// Why.
    pub reason: String,
}

/// A municipality: the tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// The identity.
    pub id: Id,
    /// The stable word in addresses.
    pub slug: String,
    /// The name ("Almköpings kommun").
    pub name: String,
    /// The house style, as TOML.
    pub style: String,
    /// How it wants its rules, over what the house style says.
    #[serde(default)]
    pub rules: crate::structure::RuleSettings,
    /// What has been said of words that the style lacks, oldest first.
    #[serde(default)]
    pub additions: Vec<crate::style_addition::StyleAddition>,
    /// Statistical areas, in order.
    pub statistical_areas: Vec<String>,
    /// Its bodies, in order.
    pub bodies: Vec<Body>,
}

/// The city's own judgement of a goal (samlad bedömning), at a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalStatus {
    /// The goal.
    pub goal: Id,
    /// The year of the report.
    pub year: i32,
    /// The kind of report that it was made for.
    pub report: crate::document::DocumentKind,
    /// On the common scale.
    pub status: crate::assessment::Status,
    /// Who made it and when, in words.
    pub said_by: String,
}

/// A document as it is kept: its latest version with its claims and facts.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDocument {
    /// The identity of the document.
    pub id: Id,
    /// The stable word in addresses.
    pub slug: String,
    /// Running number of the version, from 1.
    pub version: u32,
    /// When the version was stored.
    pub recorded_at: chrono::DateTime<chrono::Utc>,
    /// The tree and the source lines.
    pub document: std::sync::Arc<crate::document::Document>,
    /// What it prints.
    pub claims: Vec<crate::claim::Claim>,
    /// What the municipality holds to be true because of it.
    pub facts: Vec<crate::fact::Fact>,
    /// Texts among the facts that hold although the version says otherwise, as they were printed.
    pub held_texts: Vec<HeldText>,
    /// What reviews have rejected of the version, and what holds instead.
    pub overruled: crate::overruled::Overruled,
}

impl StoredDocument {
    /// What holds of the document: its latest version with the accepted words and figures
    /// wherever its own were rejected.
    pub fn holding(&self) -> &crate::document::Document {
        self.overruled.holding.as_ref().unwrap_or(&self.document)
    }
}

/// A text that holds although the latest version of its document says otherwise: that was
/// rejected in a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldText {
    /// What it is about.
    pub key: crate::fact::FactKey,
    /// The last version that prints it.
    pub version: u32,
    /// Its paragraphs and items as that version prints them.
    pub paragraphs: Vec<String>,
}

/// Everything that is kept of one municipality, latest versions.
#[derive(Debug, Clone, PartialEq)]
pub struct CityData {
    /// The tenant.
    pub municipality: Municipality,
    /// Goal areas, all versions.
    pub goal_areas: Vec<GoalAreaVersion>,
    /// Goals, all versions.
    pub goals: Vec<GoalVersion>,
    /// Budget areas of all bodies, all versions.
    pub budget_areas: Vec<BudgetAreaVersion>,
    /// The city's own judgements.
    pub goal_statuses: Vec<GoalStatus>,
    /// Lineage.
    pub lineage: Vec<LineageEdge>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Documents, in order of year, kind and body.
    pub documents: Vec<StoredDocument>,
}
