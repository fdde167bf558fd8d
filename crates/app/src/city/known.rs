//! Findings as people know them: open, or let stand, and who looks at them.

use std::collections::HashMap;
use std::sync::Arc;
use uppsikt_domain::finding_mark::{FindingAcceptance, FindingAssignee, FindingMarks};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::registry::{Id, StoredDocument};
use uppsikt_findings::{By, Finding, Identity, SetAside, identities};
use uppsikt_rules::{Selection, check_all};

/// A finding, and what has been said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The finding.
    pub finding: Finding,
    /// What it is known by.
    pub identity: Identity,
    /// How it stands.
    pub standing: Standing,
    /// Who looks at it.
    pub assignee: Option<FindingAssignee>,
    /// What the same rule said here before the text was changed, and why that was let stand.
    pub before: Option<FindingAcceptance>,
}

/// How a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Open,
    /// Somebody lets it stand.
    Accepted(FindingAcceptance),
    /// The document lets it stand, in a comment before the text.
    InText {
        /// Why.
        why: String,
    },
}

impl Known {
    /// Whether it counts.
    pub fn is_open(&self) -> bool {
        self.standing == Standing::Open
    }

    /// The finding as one that is let stand. `None`: it counts.
    pub fn set_aside(&self) -> Option<SetAside> {
        let (by, why) = match &self.standing {
            Standing::Open => return None,
            Standing::Accepted(it) => {
                (By::Person { who: it.who.clone(), on: it.accepted_at.date_naive() }, it.why.clone())
            }
            Standing::InText { why } => (By::Document, why.clone()),
        };
        Some(SetAside { finding: self.finding.clone(), by, why })
    }
}

/// What the rules say of a picture: worked out once for a city, whatever people say of it.
#[derive(Debug, Default)]
pub(super) struct Found {
    told: Vec<(Finding, Identity, Standing)>,
}

impl Found {
    pub fn of(picture: &Picture, selection: &Selection) -> Found {
        let checked = check_all(picture, selection);
        let open = checked.findings.into_iter().map(|finding| (finding, Standing::Open));
        let in_text = checked.in_text.into_iter().map(|it| (it.finding, Standing::InText { why: it.why }));
        let mut all: Vec<(Finding, Standing)> = open.chain(in_text).collect();
        all.sort_by(|(one, _), (other, _)| one.order(other));
        let (findings, standings): (Vec<Finding>, Vec<Standing>) = all.into_iter().unzip();
        let known = identities(&findings, &picture.documents);
        let told = findings.into_iter().zip(known).zip(standings);
        Found { told: told.map(|((finding, identity), standing)| (finding, identity, standing)).collect() }
    }

    /// The findings with what people have said of them.
    pub fn with(&self, marks: &FindingMarks, documents: &[StoredDocument]) -> Vec<Known> {
        let ids: HashMap<&str, Id> =
            documents.iter().map(|stored| (stored.document.source.file.as_str(), stored.id)).collect();
        let marked = Marked::of(marks);
        let known = self.told.iter().map(|(finding, identity, standing)| {
            let document = ids.get(finding.at.file.as_str()).copied();
            marked.known(document, finding.clone(), identity.clone(), standing.clone())
        });
        let mut known: Vec<Known> = known.collect();
        forget_what_still_stands(&mut known);
        known
    }
}

/// Marks by what they are found by.
struct Marked<'a> {
    accepted: HashMap<(Id, &'a str), &'a FindingAcceptance>,
    accepted_here: HashMap<(Id, &'a str), &'a FindingAcceptance>,
    assigned: HashMap<(Id, &'a str), &'a FindingAssignee>,
    assigned_here: HashMap<(Id, &'a str), &'a FindingAssignee>,
}

impl<'a> Marked<'a> {
    fn of(marks: &'a FindingMarks) -> Self {
        let (accepted, assigned) = (&marks.acceptances, &marks.assignees);
        Marked {
            accepted: accepted.iter().map(|it| ((it.document, it.print.as_str()), it)).collect(),
            accepted_here: accepted.iter().map(|it| ((it.document, it.place.as_str()), it)).collect(),
            assigned: assigned.iter().map(|it| ((it.document, it.print.as_str()), it)).collect(),
            assigned_here: assigned.iter().map(|it| ((it.document, it.place.as_str()), it)).collect(),
        }
    }

    fn known(&self, document: Option<Id>, finding: Finding, identity: Identity, standing: Standing) -> Known {
        let document = document.unwrap_or_default();
        let (print, place) = ((document, identity.print.as_str()), (document, identity.place.as_str()));
        let accepted = self.accepted.get(&print).filter(|_| standing == Standing::Open);
        let standing = accepted.map_or(standing, |it| Standing::Accepted((*it).clone()));
        // Work that was handed out follows its place: it is not done because a word was changed.
        let assignee = self.assigned.get(&print).or_else(|| self.assigned_here.get(&place));
        let before = self.accepted_here.get(&place).filter(|_| standing == Standing::Open);
        Known {
            assignee: assignee.map(|it| (*it).clone()),
            before: before.map(|it| (*it).clone()),
            finding,
            identity,
            standing,
        }
    }
}

/// What was let stand and still stands is not what an open finding beside it was before.
fn forget_what_still_stands(known: &mut [Known]) {
    let standing: Vec<(String, String)> = known
        .iter()
        .filter_map(|it| match &it.standing {
            Standing::Accepted(accepted) => Some((it.finding.at.file.clone(), accepted.print.clone())),
            _ => None,
        })
        .collect();
    for it in known.iter_mut() {
        let file = &it.finding.at.file;
        let stands = |print: &String| standing.iter().any(|(other, held)| other == file && held == print);
        if it.before.as_ref().is_some_and(|before| stands(&before.print)) {
            it.before = None;
        }
    }
}

/// The same documents, each under a file name that no other has: findings name files.
pub(super) fn with_own_names(documents: &mut [StoredDocument]) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for stored in documents.iter() {
        *times.entry(stored.document.source.file.clone()).or_default() += 1;
    }
    for stored in documents.iter_mut() {
        if times.get(&stored.document.source.file).is_some_and(|times| *times > 1) {
            let file = format!("{}/{}", stored.slug, stored.document.source.file);
            Arc::make_mut(&mut stored.document).source.file = file;
        }
    }
}
