//! Saying who looks at a finding.

use super::{Doing, Which};
use crate::act::{ActError, refused};
use crate::rights::{Verb, require};
use serde_json::json;
use uppsikt_domain::finding_mark::FindingAssignee;
use uppsikt_store::NewEvent;

/// The act, as it stands in events.
pub const ACT: &str = "finding.assigned";

/// More characters than this are no name.
pub const LONGEST_NAME: usize = 100;

/// Says who looks at a finding; without a name, nobody does. The last word counts; the same
/// again changes nothing and leaves no event.
///
/// Refused when the finding is not there or its document has a newer version, for what is too
/// long for a name, and to those who may not assign findings.
pub async fn assign(doing: Doing<'_>, which: Which<'_>, name: &str) -> Result<(), ActError> {
    require(doing.actor, Verb::AssignFinding)?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > LONGEST_NAME {
        return Err(refused("act-finding-long-name"));
    }
    let (stored, known) = doing.seen(which)?;
    let held = known.assignee.as_ref();
    if held.map_or("", |held| held.assignee.as_str()) == name {
        return Ok(());
    }
    let write = doing.begin(stored).await?;
    // What was handed out at this place under other words ends with this.
    if let Some(held) = held {
        write.remove_assignee(stored.id, &held.print).await?;
    }
    if !name.is_empty() {
        let assignee = FindingAssignee {
            document: stored.id,
            print: known.identity.print.clone(),
            place: known.identity.place.clone(),
            rule: known.finding.code.to_owned(),
            assignee: name.clone(),
            who: doing.actor.name.clone(),
            assigned_at: doing.outside.now(),
        };
        write.put_assignee(&assignee).await?;
    }
    let payload = json!({
        "document": stored.slug,
        "version": stored.version,
        "rule": known.finding.code,
        "print": known.identity.print,
        "to": Some(name).filter(|name| !name.is_empty()),
        "before": held.map(|held| &held.assignee),
    });
    let (who, recorded_at) = (doing.actor.name.clone(), doing.outside.now());
    write.record(NewEvent { act: ACT, who, recorded_at, payload }).await?;
    Ok(())
}
