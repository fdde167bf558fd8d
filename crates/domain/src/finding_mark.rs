//! What people have said of findings: that they may stand, and who looks at them.

use crate::registry::Id;
use chrono::{DateTime, Utc};

/// A finding that somebody lets stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingAcceptance {
    /// The document that it is in.
    pub document: Id,
    /// The finding's print: the same as long as the words that it rests on are.
    pub print: String,
    /// The finding's place: the same as long as its rule speaks there.
    pub place: String,
    /// The code of its rule ("ARI-003").
    pub rule: String,
    /// What the finding said, in Swedish.
    pub says: String,
    /// Why it may stand.
    pub why: String,
    /// Who says so.
    pub who: String,
    /// When.
    pub accepted_at: DateTime<Utc>,
    /// The version of the document that they looked at.
    pub version: u32,
}

/// A finding that somebody has been asked to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingAssignee {
    /// The document that it is in.
    pub document: Id,
    /// The finding's print.
    pub print: String,
    /// The finding's place.
    pub place: String,
    /// The code of its rule.
    pub rule: String,
    /// Who looks at it.
    pub assignee: String,
    /// Who asked.
    pub who: String,
    /// When.
    pub assigned_at: DateTime<Utc>,
}

/// Everything that has been said of a municipality's findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindingMarks {
    /// What may stand, oldest first.
    pub acceptances: Vec<FindingAcceptance>,
    /// Who looks at what, oldest first.
    pub assignees: Vec<FindingAssignee>,
}
