//! What has been said of a document's findings, out of the events.

use super::{MARKS, accept, assign};
use crate::uppsikt::{AppError, Uppsikt};
use chrono::{DateTime, Utc};
use serde_json::Value;
use uppsikt_domain::registry::Id;
use uppsikt_store::StoredEvent;

/// Something that somebody said of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The code of the finding's rule.
    pub rule: String,
    /// What.
    pub what: What,
    /// Who.
    pub who: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It may stand.
    Accepted {
        /// Why.
        why: String,
    },
    /// It counts again.
    Reopened {
        /// Why it had been let stand.
        why: String,
    },
    /// Somebody looks at it. `None`: nobody does any more.
    Assigned {
        /// The name.
        to: Option<String>,
    },
}

impl Uppsikt {
    /// What has been said of a document's findings, latest first.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn finding_history(&self, municipality: Id, document: &str) -> Result<Vec<Said>, AppError> {
        let events = self.store().events_of_acts(municipality, &MARKS).await?;
        Ok(events.iter().rev().filter_map(|event| said(event, document)).collect())
    }
}

fn said(event: &StoredEvent, document: &str) -> Option<Said> {
    let payload: Value = serde_json::from_str(&event.payload).ok()?;
    let text = |name: &str| payload[name].as_str().map(str::to_owned);
    if text("document")? != document {
        return None;
    }
    let why = text("why").unwrap_or_default();
    let what = match event.act.as_str() {
        accept::ACT => What::Accepted { why },
        assign::ACT => What::Assigned { to: text("to") },
        _ => What::Reopened { why },
    };
    let (who, recorded_at) = (event.who.clone(), event.recorded_at);
    Some(Said { rule: text("rule")?, what, who, recorded_at })
}
