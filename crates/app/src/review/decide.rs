//! Deciding proposals of a review.

use super::open_review;
use super::view::{Standing, Stands, review_view};
use crate::act::{ActError, refused};
use crate::city::City;
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use uppsikt_store::{NewEvent, Store, Verdict};

/// The act, as it stands in events.
pub const ACT: &str = "document.review.decided";

/// Which proposals are decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All that are open, to accept but for what is so uncertain that it is decided by itself; to undo:
    /// all that are decided.
    All,
    /// The same of one group, by its id.
    Group(String),
    /// These, by their prints, whatever was decided before.
    These(Vec<String>),
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Which proposals it is about.
    pub which: Which,
    /// What is decided; `None`: they are open again.
    pub verdict: Option<Verdict>,
}

/// Decides proposals and gives how many were changed. The last decision of a proposal
/// counts; deciding the same twice changes nothing and leaves no event.
///
/// Refused when the review is closed, when a proposal is not there, and to those who may not import.
pub async fn decide(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    (city, number): (&City, u32),
    decision: &Decision,
) -> Result<usize, ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(city.data.municipality.id).await?;
    let (reviewing, document) = open_review(&write, number).await?;
    let view = review_view(&reviewing, Some(&document), city);
    let verdict = decision.verdict;
    let fits = |it: &Stands<'_>| match verdict {
        Some(Verdict::Accepted) => it.standing == Standing::Open && !it.alone,
        Some(_) => it.standing == Standing::Open,
        None => matches!(it.standing, Standing::Accepted | Standing::Rejected),
    };
    let all = view.standings();
    let prints: Vec<&str> = match &decision.which {
        Which::All => all.iter().filter(|it| fits(it)).map(|it| it.print).collect(),
        Which::Group(group) => {
            all.iter().filter(|it| it.group == group && fits(it)).map(|it| it.print).collect()
        }
        Which::These(prints) => prints.iter().map(String::as_str).collect(),
    };
    if prints.iter().any(|print| !all.iter().any(|known| known.print == *print)) {
        return Err(refused("act-review-proposal-missing"));
    }
    let held = &reviewing.review.verdicts;
    let changed: Vec<&str> =
        prints.into_iter().filter(|print| held.get(*print).copied() != verdict).collect();
    if changed.is_empty() {
        return Ok(0);
    }
    for print in &changed {
        write.put_verdict(number, print, verdict, &actor.name).await?;
    }
    let payload = json!({
        "review": number,
        "document": reviewing.review.entry.slug,
        "verdict": verdict.map_or("open", Verdict::code),
        "proposals": changed,
    });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(changed.len())
}
