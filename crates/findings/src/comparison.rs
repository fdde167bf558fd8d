//! The findings of two versions held against each other.

use crate::finding::{Finding, Severity};
use crate::identity::identities;
use crate::set_aside::SetAside;
use std::collections::HashSet;
use std::sync::Arc;
use uppsikt_domain::document::Document;
use uppsikt_messages::{Lang, Message};

/// What came, what went and what stayed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// For each finding of the newer version, whether the older one lacks it.
    pub fresh: Vec<bool>,
    /// Findings of the older version that the newer one lacks, in their order.
    pub gone: Vec<Finding>,
}

/// Findings with the documents that they stand in.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The findings that count, in their fixed order.
    pub findings: &'a [Finding],
    /// Those that somebody lets stand: of the newer version they are not gone.
    pub set_aside: &'a [SetAside],
    /// The documents.
    pub documents: &'a [Arc<Document>],
}

/// Which document a finding is in, and its print.
type Key = (String, String);

impl Side<'_> {
    /// What each finding is known by, and whether it counts. Of several documents also which
    /// one it is in.
    fn keys(&self, alone: bool) -> Vec<(Key, bool)> {
        let counted = self.findings.iter().map(|finding| (finding, true));
        let mut all: Vec<(&Finding, bool)> =
            counted.chain(self.set_aside.iter().map(|aside| (&aside.finding, false))).collect();
        all.sort_by(|(one, _), (other, _)| one.order(other));
        let findings: Vec<Finding> = all.iter().map(|(finding, _)| (*finding).clone()).collect();
        let known = identities(&findings, self.documents).into_iter().zip(all);
        known.map(|(it, (finding, counts))| ((self.which(finding, alone), it.print), counts)).collect()
    }

    fn which(&self, finding: &Finding, alone: bool) -> String {
        let found = self.documents.iter().find(|it| it.source.file == finding.at.file).filter(|_| !alone);
        found.map_or_else(String::new, |document| {
            let body = document.body.as_ref().map_or("", |body| body.text.as_str());
            format!("{} {body} {:?}", document.kind.code(), document.year)
        })
    }
}

impl Comparison {
    /// Holds a newer version against an older one. What counted before and is let stand now is
    /// neither new nor gone; what was let stand and counts now is new.
    pub fn of(newer: Side<'_>, older: Side<'_>) -> Comparison {
        let alone = newer.documents.len() == 1 && older.documents.len() == 1;
        let (new, old) = (newer.keys(alone), older.keys(alone));
        let counted = |keys: &'_ [(Key, bool)]| -> Vec<Key> {
            keys.iter().filter(|(_, counts)| *counts).map(|(key, _)| key.clone()).collect()
        };
        let before = counted(&old);
        let known: HashSet<&Key> = before.iter().collect();
        let stays: HashSet<&Key> = new.iter().map(|(key, _)| key).collect();
        let gone = before.iter().zip(older.findings).filter(|(key, _)| !stays.contains(key));
        Comparison {
            fresh: counted(&new).iter().map(|key| !known.contains(key)).collect(),
            gone: gone.map(|(_, finding)| finding.clone()).collect(),
        }
    }

    /// How many are new, gone and the same.
    pub fn counts(&self) -> [usize; 3] {
        let new = self.fresh.iter().filter(|fresh| **fresh).count();
        [new, self.gone.len(), self.fresh.len() - new]
    }

    /// Whether a new finding is an error.
    pub fn has_new_error(&self, findings: &[Finding]) -> bool {
        findings.iter().zip(&self.fresh).any(|(it, fresh)| *fresh && it.severity == Severity::Error)
    }

    /// "3 nya, 5 borta, 12 desamma".
    pub fn told(&self, lang: Lang) -> String {
        let [new, gone, same] = self.counts();
        let message = Message::new("finding-compared").with("new", new).with("gone", gone).with("same", same);
        message.in_lang(lang)
    }
}
