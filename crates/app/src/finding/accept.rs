//! Letting a finding stand.

use super::{Doing, Which};
use crate::act::{ActError, refused};
use crate::city::Standing;
use crate::rights::{Verb, require};
use serde_json::json;
use uppsikt_domain::finding_mark::FindingAcceptance;
use uppsikt_messages::Lang;
use uppsikt_store::NewEvent;

/// The act, as it stands in events.
pub const ACT: &str = "finding.accepted";

/// More characters than this are no reason but a text.
pub const LONGEST_REASON: usize = 1000;

/// Lets a finding stand for a reason, until the words that it rests on are changed. Doing it
/// again gives another reason; the same again changes nothing and leaves no event.
///
/// Refused without a reason, when the finding is not there or its document has a newer version,
/// when the document itself lets it stand, and to those who may not judge findings.
pub async fn accept(doing: Doing<'_>, which: Which<'_>, why: &str) -> Result<(), ActError> {
    require(doing.actor, Verb::JudgeFinding)?;
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    if why.is_empty() {
        return Err(refused("act-finding-no-reason"));
    }
    if why.chars().count() > LONGEST_REASON {
        return Err(refused("act-finding-long-reason"));
    }
    let (stored, known) = doing.seen(which)?;
    match &known.standing {
        Standing::InText { .. } => return Err(refused("act-finding-in-text")),
        Standing::Accepted(held) if held.why == why && held.who == doing.actor.name => return Ok(()),
        _ => {}
    }
    let write = doing.begin(stored).await?;
    let acceptance = FindingAcceptance {
        document: stored.id,
        print: known.identity.print.clone(),
        place: known.identity.place.clone(),
        rule: known.finding.code.to_owned(),
        says: known.finding.says.in_lang(Lang::Sv),
        why,
        who: doing.actor.name.clone(),
        accepted_at: doing.outside.now(),
        version: stored.version,
    };
    write.put_acceptance(&acceptance).await?;
    let payload = json!({
        "document": stored.slug,
        "version": stored.version,
        "rule": acceptance.rule,
        "print": acceptance.print,
        "says": acceptance.says,
        "why": acceptance.why,
    });
    let (who, recorded_at) = (doing.actor.name.clone(), doing.outside.now());
    write.record(NewEvent { act: ACT, who, recorded_at, payload }).await?;
    Ok(())
}
