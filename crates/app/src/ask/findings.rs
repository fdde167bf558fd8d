//! Findings beside the text of one document, and the findings of a year.

use super::findings_lines::{Block, blocks};
use super::origin::Origin;
use crate::city::City;
use uppsikt_domain::document::LineRole;
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
    /// All findings, in document order.
    pub findings: Vec<Shown<'a>>,
    /// The text around them, with what lies between folded.
    pub blocks: Vec<Block<'a>>,
}

/// A finding on a page.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// What links point to, unique on the page: the code, numbered from its second use.
    pub anchor: String,
    /// The document that it stands in.
    pub stored: &'a StoredDocument,
    /// Where it stands.
    pub origin: Origin<'a>,
    /// Other places that are part of it, in documents that are stored.
    pub also: Vec<Origin<'a>>,
}

/// What the findings of a year are narrowed to. Empty parts narrow nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// A body's stable word.
    pub body: Option<String>,
    /// A severity's code word.
    pub severity: Option<String>,
    /// A family's code word.
    pub family: Option<String>,
}

/// The findings of a year.
#[derive(Debug, Clone)]
pub struct YearFindings<'a> {
    /// The year.
    pub year: i32,
    /// How many there are of each severity before narrowing, gravest first.
    pub counts: [usize; 3],
    /// How many documents were checked.
    pub documents: usize,
    /// Documents with those of their findings that are asked for, none left empty.
    pub groups: Vec<FindingGroup<'a>>,
    /// Bodies that have findings, to choose among.
    pub bodies: Vec<&'a Body>,
    /// Families that have findings, to choose among.
    pub families: Vec<Family>,
}

/// The findings of one document in a list.
#[derive(Debug, Clone)]
pub struct FindingGroup<'a> {
    /// The document.
    pub stored: &'a StoredDocument,
    /// The body that answers for it.
    pub body: Option<&'a Body>,
    /// Its findings, in document order.
    pub findings: Vec<Shown<'a>>,
}

/// The findings of a document beside its text.
pub fn findings<'a>(city: &'a City, slug: &str) -> Option<FindingsView<'a>> {
    let stored = city.document(slug)?;
    let findings = shown(city, stored);
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
        findings,
    })
}

/// The findings of a document, in document order, each with its anchor.
pub fn shown<'a>(city: &'a City, stored: &'a StoredDocument) -> Vec<Shown<'a>> {
    let mut used: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for finding in city.findings_in(stored) {
        let before = used.iter().filter(|code| **code == finding.code).count();
        used.push(finding.code);
        let anchor =
            if before == 0 { finding.code.to_owned() } else { format!("{}-{}", finding.code, before + 1) };
        let also = finding.also_at.iter().filter_map(|place| origin_of(city, place)).collect();
        let origin = Origin::of(stored, finding.at.span);
        found.push(Shown { finding, anchor, stored, origin, also });
    }
    found
}

fn origin_of<'a>(city: &'a City, place: &FindingPlace) -> Option<Origin<'a>> {
    let stored = city.data.documents.iter().find(|stored| stored.document.source.file == place.file)?;
    Some(Origin::of(stored, place.span))
}

fn counted<'a>(findings: impl Iterator<Item = &'a Finding> + Clone) -> [usize; 3] {
    Severity::ALL.map(|severity| findings.clone().filter(|finding| finding.severity == severity).count())
}

/// The findings of all documents of a year, narrowed. `None` where the year has no document.
pub fn findings_of_year<'a>(city: &'a City, year: i32, filter: &Filter) -> Option<YearFindings<'a>> {
    let documents: Vec<&StoredDocument> = city.documents_in(year).collect();
    if documents.is_empty() {
        return None;
    }
    let groups: Vec<FindingGroup<'a>> = documents.iter().map(|stored| group(city, stored)).collect();
    let all = groups.iter().flat_map(|group| group.findings.iter().map(|shown| shown.finding));
    let counts = counted(all.clone());
    let mut families: Vec<Family> = all.map(|finding| finding.family).collect();
    families.sort();
    families.dedup();
    let with_findings = |body: &&Body| {
        let own = |group: &FindingGroup<'_>| group.body.is_some_and(|found| found.slug == body.slug);
        groups.iter().any(|group| own(group) && !group.findings.is_empty())
    };
    let bodies = city.data.municipality.bodies.iter().filter(with_findings).collect();
    let groups = groups.into_iter().filter_map(|group| narrowed(group, filter)).collect();
    Some(YearFindings { year, counts, documents: documents.len(), groups, bodies, families })
}

fn group<'a>(city: &'a City, stored: &'a StoredDocument) -> FindingGroup<'a> {
    FindingGroup { stored, body: city.body_of(stored), findings: shown(city, stored) }
}

fn narrowed<'a>(mut group: FindingGroup<'a>, filter: &Filter) -> Option<FindingGroup<'a>> {
    let fits = |asked: &Option<String>, word: &str| asked.as_ref().is_none_or(|asked| asked == word);
    if !fits(&filter.body, group.body.map_or("", |body| &body.slug)) {
        return None;
    }
    group.findings.retain(|shown| {
        let finding = shown.finding;
        fits(&filter.severity, finding.severity.code()) && fits(&filter.family, finding.family.code())
    });
    (!group.findings.is_empty()).then_some(group)
}
