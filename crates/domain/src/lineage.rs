//! How goals, areas, bodies and budget areas continue: many to many.

use serde::{Deserialize, Serialize};

/// What kind of thing continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lasting {
    /// A goal area.
    GoalArea,
    /// A goal.
    Goal,
    /// A body.
    Body,
    /// A budget area.
    BudgetArea,
}

impl Lasting {
    /// The word in storage and machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Lasting::GoalArea => "goal_area",
            Lasting::Goal => "goal",
            Lasting::Body => "body",
            Lasting::BudgetArea => "budget_area",
        }
    }

    /// From the word in storage.
    pub fn from_code(code: &str) -> Option<Self> {
        use Lasting::*;
        [GoalArea, Goal, Body, BudgetArea].into_iter().find(|kind| kind.code() == code)
    }
}

/// How one continues as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same under a new wording.
    Continues,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// The same in another area.
    Moved,
    /// Another took its place.
    Replaced,
    /// Nothing followed.
    Dropped,
}

impl Relation {
    /// The word in storage and machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            Relation::Continues => "continues",
            Relation::Split => "split",
            Relation::Merged => "merged",
            Relation::Moved => "moved",
            Relation::Replaced => "replaced",
            Relation::Dropped => "dropped",
        }
    }

    /// From the word in storage.
    pub fn from_code(code: &str) -> Option<Self> {
        use Relation::*;
        [Continues, Split, Merged, Moved, Replaced, Dropped]
            .into_iter()
            .find(|relation| relation.code() == code)
    }
}
