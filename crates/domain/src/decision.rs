//! What made a version: a decision of a body on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decision {
    /// The body that decided.
    pub body: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The paragraph of the minutes, where it is known.
    pub paragraph: Option<String>,
    /// The case, with hyphens, where it is known.
    pub case_number: Option<String>,
    /// What was decided, in a few words.
    pub what: String,
}
