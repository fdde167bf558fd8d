//! Which of two files of one document is in force, and why.

use super::edition::{Edition, Evidence};
use super::form::is_other_form;
use crate::document::difference::Printed;
use std::cmp::Ordering;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::Fact;
use uppsikt_domain::structure::Structure;
use uppsikt_messages::Message;

/// The version that is in force after an import, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its number.
    pub version: u32,
    /// Why it is that one.
    pub why: Message,
}

/// A file that comes in, held against the one that is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Weighed {
    /// It is later: by what it says, else as it came last.
    Later(Option<Evidence>),
    /// It says that it is earlier.
    Earlier(Evidence),
    /// It is the same text in another form.
    OtherForm {
        /// Whether more of it is understood than of the one in force.
        is_better: bool,
        /// How many facts and lines that nobody took: those of the better reading, then the other's.
        read: [(usize, usize); 2],
    },
}

impl Weighed {
    pub fn of(held: &Document, came: &Document, structure: &Structure) -> Weighed {
        match Edition::of(came).against(&Edition::of(held)) {
            Some((Ordering::Less, evidence)) => return Weighed::Earlier(evidence),
            Some((_, evidence)) => return Weighed::Later(Some(evidence)),
            None if !is_other_form(held, came) => return Weighed::Later(None),
            None => {}
        }
        let facts = |document| Printed::of(document, structure).facts;
        let (of_held, of_came) = (facts(held), facts(came));
        let says =
            |facts: &[Fact]| facts.iter().map(|it| (it.key.clone(), it.value.clone())).collect::<Vec<_>>();
        if held.source.media_type == came.source.media_type && says(&of_held) != says(&of_came) {
            return Weighed::Later(None);
        }
        let (held, came) = ((of_held.len(), held.unread.len()), (of_came.len(), came.unread.len()));
        let is_better = came != held && came.0 >= held.0 && came.1 <= held.1;
        let read = if is_better { [came, held] } else { [held, came] };
        Weighed::OtherForm { is_better, read }
    }

    /// Whether what comes in is in force from now on.
    pub fn takes_over(&self) -> bool {
        matches!(self, Weighed::Later(_) | Weighed::OtherForm { is_better: true, .. })
    }

    pub fn why(&self) -> Message {
        match self {
            Weighed::Later(Some(evidence)) | Weighed::Earlier(evidence) => evidence.message(),
            Weighed::Later(None) => Message::new("cli-import-by-time"),
            Weighed::OtherForm { read: [better, other], .. } if better == other => {
                Message::new("cli-import-by-form-first")
            }
            Weighed::OtherForm { read: [better, other], .. } => Message::new("cli-import-by-form")
                .with("facts", better.0)
                .with("unread", better.1)
                .with("other_facts", other.0)
                .with("other_unread", other.1),
        }
    }
}
