//! What there is to decide in a review, group by group beside its lines.

use super::between::Between;
use super::elsewhere::{Elsewhere, Told};
use super::lineage::{LineageRow, lineage_rows};
use super::rows::{Row, row};
use super::text::{OtherLine, other_lines};
use crate::city::City;
use crate::document::difference::{Printed, Proposal, ProposalKind, compare};
use std::collections::BTreeSet;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::FactKey;
use uppsikt_domain::section::Section;
use uppsikt_store::{Rejection, ReviewEntry, Reviewing, Verdict, sha256_hex};

/// The id of the group of what is gone.
pub const GONE: &str = "borta";
/// The id of the group of the parts of a case.
pub const CASE: &str = "arende";
/// The id of the group of lineage.
pub const LINEAGE: &str = "slaktskap";
/// Proposals are grouped by headed sections, not deeper than this.
const DEEPEST: u8 = 3;

/// What has been decided of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing yet.
    Open,
    /// It becomes what holds.
    Accepted,
    /// What holds stays.
    Rejected,
    /// It was rejected in an earlier import and is not asked.
    RejectedBefore,
}

/// Proposals of one section of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The id, unique in the review.
    pub id: String,
    /// The headings around it and its own, outermost first. Empty for what stands in no section.
    pub path: Vec<String>,
    /// The first line of the section, for order.
    pub line: u32,
    /// The proposals, in document order.
    pub rows: Vec<Row>,
}

/// How many proposals stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not decided.
    pub open: usize,
    /// Of these, those that are decided by themselves and not among all others.
    pub alone: usize,
    /// Accepted.
    pub accepted: usize,
    /// Rejected.
    pub rejected: usize,
}

/// A review as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// What the list tells of it.
    pub entry: ReviewEntry,
    /// The latest version of the document now; 0: there is none.
    pub latest: u32,
    /// Whether that is another than the one that was compared with at first.
    pub moved: bool,
    /// Whether the latest version was read from the same bytes.
    pub same_bytes: bool,
    /// How many facts are as before.
    pub same: usize,
    /// What other documents of the same body and year say already: there is nothing to decide.
    pub known: Vec<Row>,
    /// How many lines of the document nobody took.
    pub unread: usize,
    /// What continues as what.
    pub lineage: Vec<LineageRow>,
    /// Proposals by section.
    pub groups: Vec<Group>,
    /// Proposals that were rejected in an earlier import, with who did it and when.
    pub before: Vec<(Row, Rejection)>,
    /// Lines that differ from the version that holds and that no proposal shows.
    pub other_lines: Vec<OtherLine>,
    /// How many stand how.
    pub counts: Counts,
}

/// A proposal's standing, and the group that it is shown in.
#[derive(Debug, Clone, Copy)]
pub struct Stands<'a> {
    /// The proposal's print.
    pub print: &'a str,
    /// The id of its group.
    pub group: &'a str,
    /// What has been decided.
    pub standing: Standing,
    /// Whether it is so uncertain that it is decided by itself.
    pub alone: bool,
}

impl ReviewView {
    /// All proposals.
    pub fn standings(&self) -> Vec<Stands<'_>> {
        let lineage = self.lineage.iter();
        let lineage = lineage.map(|it| Stands {
            print: &it.print,
            group: LINEAGE,
            standing: it.standing,
            alone: !it.likeness.is_sound(),
        });
        let groups = self.groups.iter().flat_map(|group| {
            let stands = |row| stands(&group.id, row);
            group.rows.iter().map(stands)
        });
        let before = self.before.iter().map(|(row, _)| stands("", row));
        lineage.chain(groups).chain(before).collect()
    }
}

fn stands<'a>(group: &'a str, row: &'a Row) -> Stands<'a> {
    Stands { print: &row.print, group, standing: row.standing, alone: false }
}

/// What has been decided of a proposal by its print.
pub(super) fn standing(reviewing: &Reviewing, print: &str) -> Standing {
    match reviewing.review.verdicts.get(print) {
        Some(Verdict::Accepted) => Standing::Accepted,
        Some(Verdict::Rejected) => Standing::Rejected,
        Some(Verdict::Asked) => Standing::Open,
        None if reviewing.rejections.contains_key(print) => Standing::RejectedBefore,
        None => Standing::Open,
    }
}

/// A review as it stands, held against what holds now and against the city's other documents. A
/// closed one has nothing to decide.
pub fn review_view(reviewing: &Reviewing, document: Option<&Document>, city: &City) -> ReviewView {
    let entry = reviewing.review.entry.clone();
    let latest = reviewing.latest.as_ref().map_or(0, |latest| latest.number);
    let mut view = ReviewView {
        moved: latest != entry.base,
        latest,
        same_bytes: false,
        same: 0,
        known: Vec::new(),
        unread: 0,
        lineage: Vec::new(),
        groups: Vec::new(),
        before: Vec::new(),
        other_lines: Vec::new(),
        counts: Counts::default(),
        entry,
    };
    let Some(document) = document else { return view };
    let read = Printed::of(document, &city.structure);
    let before = reviewing.latest.as_ref().map(|latest| Printed::of(&latest.tree, &city.structure));
    let held = reviewing.latest.as_ref().map_or(&[][..], |latest| &latest.facts);
    let mut found = compare(&view.entry.slug, held, &read, before.as_ref());
    let between = Between::of(city, &view.entry.slug, &read);
    between.mark(&view.entry.slug, &mut found, held);
    view.same_bytes = reviewing.latest.as_ref().is_some_and(|latest| latest.sha256 == document.source.sha256);
    view.same = found.same.len();
    view.unread = document.unread.len();
    view.lineage = lineage_rows(reviewing, &read, city);
    let elsewhere = Elsewhere::of(city, &view.entry.slug, document);
    for proposal in found.proposals.iter().filter(|proposal| proposal.part_of.is_none()) {
        let standing = standing(reviewing, &proposal.print);
        let mut row = row(proposal, &read, before.as_ref(), (standing, between.against(proposal, &found)));
        match elsewhere.of_proposal(proposal, &read, &city.structure) {
            Some(Told::Same(there)) if standing == Standing::Open && row.was.is_none() => {
                row.kind = ProposalKind::Known;
                row.against = vec![there];
                view.known.push(row);
                continue;
            }
            Some(Told::Otherwise(there)) => {
                if row.kind == ProposalKind::New {
                    row.kind = ProposalKind::Contradicted;
                }
                row.against.push(there);
            }
            _ => {}
        }
        match reviewing.rejections.get(&proposal.print).filter(|_| standing == Standing::RejectedBefore) {
            Some(rejection) => view.before.push((row, rejection.clone())),
            None => put(&mut view.groups, proposal, row, &read),
        }
    }
    view.groups.sort_by_key(|group| (group.id == GONE, group.line));
    view.groups.iter_mut().for_each(|group| group.rows.sort_by_key(|row| (of_case(row), place(row))));
    view.counts = counts(&view);
    if let Some(before) = &before {
        let (shown, was_shown) = lines_of_proposals(&found.proposals, &read, before);
        view.other_lines = other_lines((document, &shown), (before.document, &was_shown));
    }
    view
}

/// The lines that proposals stand on, in the document and in the version before.
fn lines_of_proposals(
    proposals: &[Proposal<'_>],
    read: &Printed<'_>,
    before: &Printed<'_>,
) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let held = proposals.iter().filter_map(|it| Some(&it.held?.fact.key));
    let keys: BTreeSet<&FactKey> = proposals.iter().filter_map(Proposal::key).chain(held).collect();
    let of = |printed: &Printed<'_>| {
        let facts = printed.facts.iter().filter(|fact| keys.contains(&fact.key));
        let claims = facts.flat_map(|fact| fact.claims.iter().chain(&fact.contradicted_by));
        let claims = claims.filter_map(|number| printed.claim(*number));
        claims.flat_map(|claim| claim.span.at.line..=claim.span.end_line).collect()
    };
    (of(read), of(before))
}

/// Which part of a case a row is about, in the order in which they are shown.
fn of_case(row: &Row) -> usize {
    Subject::OF_CASES.iter().position(|subject| subject.code() == row.what).map_or(0, |place| place + 1)
}

fn place(row: &Row) -> u32 {
    row.lines.first().map_or(0, |line| line.number)
}

fn counts(view: &ReviewView) -> Counts {
    let all = view.standings();
    let count = |standing| all.iter().filter(|it| it.standing == standing).count();
    Counts {
        open: count(Standing::Open),
        alone: all.iter().filter(|it| it.alone && it.standing == Standing::Open).count(),
        accepted: count(Standing::Accepted),
        rejected: count(Standing::Rejected),
    }
}

fn put(groups: &mut Vec<Group>, proposal: &Proposal<'_>, row: Row, read: &Printed<'_>) {
    let claim = proposal.read.and_then(|fact| read.claim(*fact.claims.first()?));
    let (id, path, line) = match claim {
        _ if of_case(&row) > 0 => (CASE.to_owned(), Vec::new(), 0),
        Some(claim) => around(read.document, claim.span.at.line),
        None => (GONE.to_owned(), Vec::new(), u32::MAX),
    };
    match groups.iter_mut().find(|group| group.id == id) {
        Some(group) => group.rows.push(row),
        None => groups.push(Group { id, path, line, rows: vec![row] }),
    }
}

/// The headed section around a line: its id, its headings and its first line.
fn around(document: &Document, line: u32) -> (String, Vec<String>, u32) {
    let (mut path, mut at) = (Vec::new(), 0);
    let mut sections = &document.sections;
    let holds = |section: &&Section| section.span.holds_line(line) && section.level <= DEEPEST;
    while let Some(section) = sections.iter().find(holds) {
        if let Some(heading) = &section.heading {
            path.push(if section.name.is_empty() { heading.text.clone() } else { section.name.clone() });
            at = section.span.at.line;
        }
        sections = &section.sections;
    }
    let mut id = sha256_hex(format!("{at} {}", path.join("/")).as_bytes());
    id.truncate(8);
    (format!("a{id}"), path, at)
}
