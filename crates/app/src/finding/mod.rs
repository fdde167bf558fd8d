//! Living with findings: one act per file.
//!
//! - [`accept`], [`reopen`]: a finding is let stand for a reason, or counts again
//! - [`assign`]: somebody looks at it
//! - [`history`]: what has been said, out of the events
//! - [`compare`]: what came, went and stayed between two versions of a document

pub mod accept;
pub mod assign;
pub mod compare;
pub mod history;
pub mod reopen;

use crate::act::{ActError, refused};
use crate::city::{City, Known};
use crate::outside::Outside;
use crate::rights::Actor;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_store::{Store, Write};

/// Acts that change what is said of findings and nothing else that a city shows.
pub const MARKS: [&str; 3] = [accept::ACT, assign::ACT, reopen::ACT];

/// Which finding an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Which<'a> {
    /// The document's stable word.
    pub document: &'a str,
    /// The finding's print.
    pub print: &'a str,
}

/// Who does something, to what, and with what.
#[derive(Debug, Clone, Copy)]
pub struct Doing<'a> {
    /// The store.
    pub store: &'a Store,
    /// The time.
    pub outside: &'a Outside,
    /// Who.
    pub actor: &'a Actor,
    /// The municipality as they see it.
    pub city: &'a City,
}

impl<'a> Doing<'a> {
    /// The finding as it is seen.
    fn seen(&self, which: Which<'_>) -> Result<(&'a StoredDocument, &'a Known), ActError> {
        let stored = self.city.document(which.document).ok_or_else(|| refused("act-finding-missing"))?;
        let mut known = self.city.known_in(stored).filter(|known| known.identity.print == which.print);
        Ok((stored, known.next().ok_or_else(|| refused("act-finding-missing"))?))
    }

    /// Begins the change, unless the document has a newer version than the one that is seen.
    async fn begin(&self, stored: &StoredDocument) -> Result<Write, ActError> {
        let write = self.store.write(self.city.data.municipality.id).await?;
        if write.latest_number(stored.id).await? != Some(stored.version) {
            return Err(refused("act-finding-moved"));
        }
        Ok(write)
    }
}
