//! Counting a finding again that was let stand.

use super::{Doing, Which};
use crate::act::{ActError, refused};
use crate::rights::{Verb, require};
use serde_json::json;
use uppsikt_store::NewEvent;

/// The act, as it stands in events.
pub const ACT: &str = "finding.reopened";

/// Lets a finding count again. That it was let stand, and why, stays in the events. It may also
/// be one that nobody finds any more.
///
/// Refused when nobody lets it stand, and to those who may not judge findings.
pub async fn reopen(doing: Doing<'_>, which: Which<'_>) -> Result<(), ActError> {
    require(doing.actor, Verb::JudgeFinding)?;
    let stored = doing.city.document(which.document).ok_or_else(|| refused("act-finding-missing"))?;
    let write = doing.store.write(doing.city.data.municipality.id).await?;
    let marks = write.finding_marks().await?;
    let held = marks.acceptances.iter().find(|it| it.document == stored.id && it.print == which.print);
    let held = held.ok_or_else(|| refused("act-finding-not-accepted"))?;
    write.remove_acceptance(stored.id, &held.print).await?;
    let payload = json!({
        "document": stored.slug,
        "version": stored.version,
        "rule": held.rule,
        "print": held.print,
        "accepted_by": held.who,
        "why": held.why,
    });
    let (who, recorded_at) = (doing.actor.name.clone(), doing.outside.now());
    write.record(NewEvent { act: ACT, who, recorded_at, payload }).await?;
    Ok(())
}
