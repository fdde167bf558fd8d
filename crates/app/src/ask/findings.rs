//! Findings beside the text of one document.

use super::findings_lines::{Block, blocks};
use super::origin::Origin;
use crate::city::{City, Known};
use uppsikt_domain::document::LineRole;
use uppsikt_domain::finding_mark::FindingAcceptance;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_findings::{Family, Finding, FindingPlace, Severity};

/// The findings of one document beside its text.
#[derive(Debug, Clone)]
pub struct FindingsView<'a> {
    /// The document.
    pub stored: &'a StoredDocument,
    /// The body that answers for it.
    pub body: Option<&'a Body>,
    /// How many findings of each severity there are, gravest first.
    pub counts: [usize; 3],
    /// The family that all errors belong to, where it is one.
    pub only_family: Option<Family>,
    /// How many lines were read, and how many nobody took.
    pub lines: (usize, usize),
    /// Findings that count, in document order.
    pub findings: Vec<Shown<'a>>,
    /// Findings that are let stand, in document order.
    pub aside: Vec<Shown<'a>>,
    /// What was let stand and is not found any more: its words were changed.
    pub outlived: Vec<&'a FindingAcceptance>,
    /// The text around them, with what lies between folded.
    pub blocks: Vec<Block<'a>>,
}

/// A finding on a page.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The same with what people have said of it.
    pub known: &'a Known,
    /// What links point to, unique on the page: the code, numbered from its second use.
    pub anchor: String,
    /// The document that it stands in.
    pub stored: &'a StoredDocument,
    /// Where it stands.
    pub origin: Origin<'a>,
    /// Other places that are part of it, in documents that are stored.
    pub also: Vec<Origin<'a>>,
}

/// The findings of a document beside its text.
pub fn findings<'a>(city: &'a City, slug: &str) -> Option<FindingsView<'a>> {
    let stored = city.document(slug)?;
    let (findings, aside): (Vec<_>, Vec<_>) =
        all_shown(city, stored).into_iter().partition(|shown| shown.known.is_open());
    let all = || findings.iter().map(|shown| shown.finding);
    let lines = &stored.document.lines;
    let unread = lines.iter().filter(|line| line.role == LineRole::Unread).count();
    let errors = || all().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.family);
    let only_family = errors().next().filter(|first| errors().all(|family| family == *first));
    Some(FindingsView {
        stored,
        body: city.body_of(stored),
        counts: counted(all()),
        only_family,
        lines: (lines.len(), unread),
        blocks: blocks(stored, &findings),
        outlived: outlived(city, stored),
        findings,
        aside,
    })
}

/// What was let stand in a document and is not found any more.
fn outlived<'a>(city: &'a City, stored: &'a StoredDocument) -> Vec<&'a FindingAcceptance> {
    let own = city.marks.acceptances.iter().filter(|it| it.document == stored.id);
    own.filter(|it| !city.known_in(stored).any(|known| known.identity.print == it.print)).collect()
}

/// The findings of a document that count, in document order, each with its anchor.
pub fn shown<'a>(city: &'a City, stored: &'a StoredDocument) -> Vec<Shown<'a>> {
    all_shown(city, stored).into_iter().filter(|shown| shown.known.is_open()).collect()
}

/// As [`shown`], those that are let stand too.
pub fn all_shown<'a>(city: &'a City, stored: &'a StoredDocument) -> Vec<Shown<'a>> {
    let mut used: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for known in city.known_in(stored) {
        let finding = &known.finding;
        let before = used.iter().filter(|code| **code == finding.code).count();
        used.push(finding.code);
        let anchor =
            if before == 0 { finding.code.to_owned() } else { format!("{}-{}", finding.code, before + 1) };
        let also = finding.also_at.iter().filter_map(|place| origin_of(city, place)).collect();
        let origin = Origin::of(stored, finding.at.span);
        found.push(Shown { finding, known, anchor, stored, origin, also });
    }
    found
}

fn origin_of<'a>(city: &'a City, place: &FindingPlace) -> Option<Origin<'a>> {
    let stored = city.data.documents.iter().find(|stored| stored.document.source.file == place.file)?;
    Some(Origin::of(stored, place.span))
}

pub(super) fn counted<'a>(findings: impl Iterator<Item = &'a Finding> + Clone) -> [usize; 3] {
    Severity::ALL.map(|severity| findings.clone().filter(|finding| finding.severity == severity).count())
}
