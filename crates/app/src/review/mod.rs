//! Importing as a review: what a document proposes is decided before it is stored.
//!
//! - [`open`], [`decide`], [`finish`], [`discard`]: one act per file
//! - [`relate`], [`unrelate`]: what continues as what, decided after an import that asked nobody, and taken back
//! - [`reread`], [`again`]: the same file in the house style as it is now
//! - [`view`]: what there is to decide, computed anew from what was read and what holds
//! - [`between`]: what the checker finds between it and other documents; `elsewhere`: what those of its body and
//!   year say already; [`changes`]: what differs between two stored versions
//! - [`rows`]: a proposal beside the lines that it stands on; [`lineage`]: what continues as what;
//!   [`text`]: lines that differ and propose nothing

pub mod again;
pub mod between;
pub mod changes;
pub mod decide;
pub mod discard;
mod elsewhere;
pub mod finish;
pub mod lineage;
pub mod open;
pub mod relate;
pub mod reread;
pub mod rows;
pub mod text;
pub mod unrelate;
pub mod view;

use crate::act::{ActError, refused};
use uppsikt_domain::document::Document;
use uppsikt_store::Write;
pub use uppsikt_store::{Rejection, ReviewEntry, ReviewState, Reviewing, Verdict};

/// Acts that change nothing of what a city shows.
pub const LEAVES_THE_CITY: [&str; 5] = [open::ACT, decide::ACT, discard::ACT, finish::COMPARED, reread::ACT];

/// An open review inside a change, or why there is none.
async fn open_review(write: &Write, number: u32) -> Result<(Reviewing, Document), ActError> {
    let mut reviewing = write.reviewing(number).await?.ok_or_else(|| refused("act-review-missing"))?;
    if reviewing.review.entry.state != ReviewState::Open {
        return Err(refused("act-review-closed"));
    }
    let document = reviewing.review.document.take().ok_or_else(|| refused("act-review-closed"))?;
    Ok((reviewing, document))
}
