//! Reading the file of an open review again, in the house style as it is now.

use super::open_review;
use super::view::{Standing, standing};
use crate::act::{ActError, refused};
use crate::document::difference::{Printed, compare};
use crate::document::import::{reads_the_same, slug_in};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use serde_json::json;
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::Id;
use uppsikt_domain::structure::Structure;
use uppsikt_store::{NewEvent, Reviewing, Store, Verdict, Write};

/// The act, as it stands in events.
pub const ACT: &str = "document.review.reread";

/// What came of reading again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reread {
    /// It reads as before.
    Same,
    /// It reads otherwise; what was decided holds for what stands where it stood.
    Otherwise,
}

/// Gives a review what its file was read as anew. What was decided stays decided, also where
/// the same figure now belongs to another section or line. What reads as before leaves no event.
///
/// Refused when the review is closed, when it is another file or now another document, and to
/// those who may not import.
pub async fn reread(
    store: &Store,
    outside: &Outside,
    actor: &Actor,
    (municipality, number): (Id, u32),
    structure: &Structure,
    document: &Document,
) -> Result<Reread, ActError> {
    require(actor, Verb::ImportDocument)?;
    let write = store.write(municipality).await?;
    let (reviewing, before) = open_review(&write, number).await?;
    let slug = &reviewing.review.entry.slug;
    let same_file = before.source.sha256 == document.source.sha256;
    if !same_file || slug_in(&reviewing.registry, document)? != *slug {
        return Err(refused("act-review-other-document"));
    }
    if reads_the_same(&before, document) {
        return Ok(Reread::Same);
    }
    let decided = decided(&reviewing, &before, structure);
    let carried = carry_over(&write, &reviewing, document, structure, &decided).await?;
    write.put_reading(number, document).await?;
    let payload = json!({ "review": number, "document": slug, "carried": carried });
    let event = NewEvent { act: ACT, who: actor.name.clone(), recorded_at: outside.now(), payload };
    write.record(event).await?;
    Ok(Reread::Otherwise)
}

/// Verdicts by the place and the value that they are about.
pub(super) type Decided = BTreeMap<(Span, String), Verdict>;

/// What has been decided of what a document prints, now or in an earlier import.
pub(super) fn decided(reviewing: &Reviewing, document: &Document, structure: &Structure) -> Decided {
    let verdict = |print: &str| match standing(reviewing, print) {
        Standing::Accepted => Some(Verdict::Accepted),
        Standing::Rejected | Standing::RejectedBefore => Some(Verdict::Rejected),
        Standing::Open => None,
    };
    let all = places(reviewing, document, structure).into_iter();
    all.filter_map(|(print, place)| Some((place, verdict(&print)?))).collect()
}

/// Gives proposals of a document the verdicts of what stood in the same place with the same
/// value. Names those that were given one.
pub(super) async fn carry_over(
    write: &Write,
    reviewing: &Reviewing,
    document: &Document,
    structure: &Structure,
    decided: &Decided,
) -> Result<Vec<String>, ActError> {
    let mut carried = Vec::new();
    for (print, place) in places(reviewing, document, structure) {
        let known =
            reviewing.review.verdicts.contains_key(&print) || reviewing.rejections.contains_key(&print);
        let Some(verdict) = decided.get(&place).filter(|_| !known) else { continue };
        let (number, who) = (reviewing.review.entry.number, &reviewing.review.entry.opened_by);
        write.put_verdict(number, &print, Some(*verdict), who).await?;
        carried.push(print);
    }
    Ok(carried)
}

/// Where the proposals of a document are printed, and the values that they propose.
fn places(
    reviewing: &Reviewing,
    document: &Document,
    structure: &Structure,
) -> Vec<(String, (Span, String))> {
    let read = Printed::of(document, structure);
    let latest = reviewing.latest.as_ref();
    let before = latest.map(|latest| Printed::of(&latest.tree, structure));
    let held = latest.map_or(&[][..], |latest| &latest.facts);
    let found = compare(&reviewing.review.entry.slug, held, &read, before.as_ref());
    let place = |fact: &uppsikt_domain::fact::Fact| {
        Some((read.claim(*fact.claims.first()?)?.span, fact.value.clone()))
    };
    found.proposals.iter().filter_map(|it| Some((it.print.clone(), place(it.read?)?))).collect()
}
