//! A document that is not stored, held against those that are: what the rules find between them.

use super::City;
use super::known::{Found, Known};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use uppsikt_domain::claim::{Claim, Subject, claims_of};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::table::Table;
use uppsikt_findings::{Finding, FindingPlace};
use uppsikt_messages::{Arg, Message};
use uppsikt_rules::Selection;
use uppsikt_text::compare;

/// Documents further apart than this are not held against each other.
const YEARS: u32 = 1;

/// A claim of a document that another document speaks against, as a rule sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The number of the claim.
    pub claim: u32,
    /// The other document's stable word.
    pub other: String,
    /// Where it says otherwise.
    pub there: Span,
    /// What it says.
    pub words: String,
    /// Name of the rule.
    pub rule: &'static str,
    /// Code of the rule.
    pub code: &'static str,
    /// What is wrong, in a sentence.
    pub says: Message,
    /// Whether nobody can have seen it when the version that holds was stored: it speaks
    /// otherwise, or the other document came later.
    pub is_news: bool,
}

impl Clash {
    /// What stays the same as long as both documents say the same.
    pub fn print(&self) -> String {
        format!("{} {} {}", self.rule, self.other, self.words)
    }
}

/// What was asked last, and the answer: a review is looked at many times while it is decided.
#[derive(Debug, Default)]
pub(super) struct Asked(Mutex<Option<Answered>>);

/// A document under its stable word, and where others speak against it.
type Answered = (String, Document, Arc<Vec<Clash>>);

impl City {
    /// Where stored documents and a document of a stable word speak against each other. The
    /// version of it that is stored is not asked: the document takes its place.
    pub fn beside(&self, slug: &str, document: &Document) -> Arc<Vec<Clash>> {
        let mut asked = self.asked_last.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*asked {
            Some((of, known, clashes)) if of == slug && known == document => Arc::clone(clashes),
            _ => {
                let clashes = Arc::new(self.clashes(slug, document));
                *asked = Some((slug.to_owned(), document.clone(), Arc::clone(&clashes)));
                clashes
            }
        }
    }

    fn clashes(&self, slug: &str, document: &Document) -> Vec<Clash> {
        let claims = claims_of(document);
        let mut clashes = self.between(slug, document, &claims);
        let Some(held) = self.document(slug).filter(|_| !clashes.is_empty()) else { return clashes };
        let newer = |clash: &Clash| {
            self.document(&clash.other).is_some_and(|other| other.recorded_at > held.recorded_at)
        };
        let words = |claims: &[Claim], clash: &Clash| {
            let claim = claims.iter().find(|claim| claim.number == clash.claim);
            let words = claim.map(|claim| format!("{} {}", claim.about, claim.wording));
            format!("{} {}", clash.print(), words.unwrap_or_default())
        };
        let before = self.between(slug, &held.document, &held.claims);
        let before: BTreeSet<String> = before.iter().map(|clash| words(&held.claims, clash)).collect();
        for clash in &mut clashes {
            clash.is_news = newer(clash) || !before.contains(&words(&claims, clash));
        }
        clashes
    }

    fn between(&self, slug: &str, document: &Document, claims: &[Claim]) -> Vec<Clash> {
        let others: Vec<&StoredDocument> = self
            .data
            .documents
            .iter()
            .filter(|it| it.slug != slug && matter(document, &it.document))
            .collect();
        if others.is_empty() {
            return Vec::new();
        }
        let here = Side { document, claims };
        let found = self.found_beside(slug, document, &others);
        let open = found.iter().filter(|known| known.is_open()).map(|known| &known.finding);
        let mut clashes: Vec<Clash> = open.flat_map(|finding| clashes_of(finding, here, &others)).collect();
        clashes.dedup_by(|one, other| one == other);
        clashes
    }

    /// What the rules find in the document and the others together. Each has a file name of its
    /// own, and the document's is none of a stored one.
    fn found_beside(&self, slug: &str, document: &Document, others: &[&StoredDocument]) -> Vec<Known> {
        let id = self.document(slug).map(|held| held.id).unwrap_or_default();
        let mut own = document.clone();
        PROPOSED.clone_into(&mut own.source.file);
        let proposed = StoredDocument {
            id,
            slug: slug.to_owned(),
            version: 0,
            recorded_at: chrono::DateTime::default(),
            document: Arc::new(own),
            claims: Vec::new(),
            facts: Vec::new(),
            held_texts: Vec::new(),
            overruled: Default::default(),
        };
        let of = |other: &&StoredDocument| StoredDocument {
            slug: other.slug.clone(),
            document: Arc::clone(&other.document),
            id: other.id,
            ..proposed.clone()
        };
        let stored: Vec<StoredDocument> = others.iter().map(of).chain([proposed.clone()]).collect();
        let documents = stored.iter().map(|stored| Arc::clone(&stored.document)).collect();
        let picture = Picture { seen_from: self.seen_from, structure: self.structure.clone(), documents };
        Found::of(&picture, &Selection::default()).with(&self.marks, &stored)
    }
}

/// The file name of a document among stored ones; no file can be called so.
const PROPOSED: &str = "/";

/// Whether a document can speak of the same things as another: a year or none apart, and of the
/// same year, of the same body or of the whole municipality.
fn matter(document: &Document, other: &Document) -> bool {
    let (Some(year), Some(others)) = (document.year, other.year) else { return false };
    let body = |document: &Document| document.body.as_ref().map(|body| compare::normalized(&body.text));
    let near = year.abs_diff(others) <= YEARS;
    let related = body(document) == body(other) || is_of_all(document.kind) || is_of_all(other.kind);
    near && (year == others || related)
}

/// Whether a kind of document speaks of all bodies.
fn is_of_all(kind: DocumentKind) -> bool {
    use DocumentKind::{AnnualReport, CityInterimReport, CouncilBudget};
    matches!(kind, CouncilBudget | CityInterimReport | AnnualReport)
}

/// A document with what it prints.
#[derive(Clone, Copy)]
struct Side<'a> {
    document: &'a Document,
    claims: &'a [Claim],
}

/// What a finding says of claims of a document and of others. The place that it is about is held
/// against each place in another document; further cells of the same column against the cells of
/// the same rows.
fn clashes_of(finding: &Finding, here: Side<'_>, others: &[&StoredDocument]) -> Vec<Clash> {
    let places: Vec<&FindingPlace> = std::iter::once(&finding.at).chain(&finding.also_at).collect();
    let (own, theirs): (Vec<&FindingPlace>, Vec<&FindingPlace>) =
        places.iter().copied().partition(|place| place.file == PROPOSED);
    let Some(first) = own.first() else { return Vec::new() };
    let mut found = Vec::new();
    for stored in others {
        let there = Side { document: &stored.document, claims: &stored.claims };
        let is_its = |place: &&&FindingPlace| place.file == stored.document.source.file;
        let theirs: Vec<&FindingPlace> = theirs.iter().filter(is_its).copied().collect();
        let Some(main) = theirs.first() else { continue };
        let mut pairs = vec![(first.span, main.span)];
        if finding.at.file == PROPOSED {
            let more = own[1..].iter().filter_map(|place| {
                Some((place.span, same_row((here.document, place.span), (there.document, main.span))?))
            });
            pairs.extend(more);
        } else {
            let more = theirs[1..].iter().filter_map(|place| {
                Some((same_row((there.document, place.span), (here.document, first.span))?, place.span))
            });
            pairs.extend(more);
        }
        found.extend(pairs.into_iter().filter_map(|pair| clash(finding, (here, there), pair, stored)));
    }
    found
}

fn clash(
    finding: &Finding,
    (here, there): (Side<'_>, Side<'_>),
    (own, their): (Span, Span),
    other: &StoredDocument,
) -> Option<Clash> {
    let (claim, against) = (standing(here, own, finding)?, standing(there, their, finding)?);
    let speak_of_the_same = kind_of(claim.subject)? == kind_of(against.subject)?;
    // What was rejected says nothing; what stands there does.
    let stands = other.overruled.stands_at(against.span).find(|stand| !stand.words.is_empty());
    let stands = stands.map(|stand| stand.words.rsplit(": ").next().unwrap_or_default());
    let is_out = stands.is_none() && other.overruled.left_out.iter().any(|out| out.overlaps(&against.span));
    let agrees = stands.is_some_and(|words| compare::same(words, &claim.wording));
    (speak_of_the_same && says_otherwise(claim, against) && !is_out && !agrees).then(|| Clash {
        claim: claim.number,
        other: other.slug.clone(),
        there: against.span,
        words: stands.unwrap_or(&against.wording).to_owned(),
        rule: finding.rule,
        code: finding.code,
        says: finding.says.clone(),
        is_news: true,
    })
}

/// Whether two claims say different things. What an indicator is called may be all its words.
fn says_otherwise(claim: &Claim, against: &Claim) -> bool {
    claim.subject == Subject::Indicator
        || claim.quantity != against.quantity
        || !compare::same(&claim.wording, &against.wording)
}

/// What can be held against each other: figures wherever they stand, else only the same kind of
/// thing. No rule knows that running text speaks against other running text.
fn kind_of(subject: Subject) -> Option<Subject> {
    match subject {
        Subject::Text => None,
        Subject::Figure => Some(Subject::Cell),
        other => Some(other),
    }
}

/// The claim that stands at a place: the one of exactly that stretch, else the shortest around
/// it, else the figure inside it, of several the one that the finding quotes.
fn standing<'a>(side: Side<'a>, place: Span, finding: &Finding) -> Option<&'a Claim> {
    let claims = side.claims.iter().filter(|claim| claim.subject != Subject::Text);
    let same = claims.clone().find(|claim| ends(claim.span) == ends(place));
    let around =
        || claims.clone().filter(|claim| holds(claim.span, place)).min_by_key(|claim| length(claim.span));
    let inside = || {
        let figures = claims.clone().filter(|claim| claim.quantity.is_some());
        let inside: Vec<&Claim> = figures.filter(|claim| holds(place, claim.span)).collect();
        match inside[..] {
            [only] => Some(only),
            _ => inside.into_iter().find(|claim| is_quoted(finding, &claim.wording)),
        }
    };
    same.or_else(around).or_else(inside)
}

type Ends = ((u32, u32), (u32, u32));

fn ends(span: Span) -> Ends {
    ((span.at.line, span.at.column), (span.end_line, span.end_column))
}

fn holds(outer: Span, inner: Span) -> bool {
    let (outer, inner) = (ends(outer), ends(inner));
    outer.0 <= inner.0 && inner.1 <= outer.1
}

fn length(span: Span) -> (u32, u32) {
    (span.end_line.saturating_sub(span.at.line), span.end_column.saturating_sub(span.at.column))
}

fn is_quoted(finding: &Finding, wording: &str) -> bool {
    let args = finding.found.args.iter().chain(&finding.expected.args);
    args.into_iter().any(|(_, arg)| matches!(arg, Arg::Text(text) if compare::same(text, wording)))
}

/// The cell of another document that a cell is held against, where another cell of that
/// document's column is known.
fn same_row((document, cell): (&Document, Span), (other, column): (&Document, Span)) -> Option<Span> {
    let (table, row, _) = cell_at(document, cell)?;
    let (others, _, column) = cell_at(other, column)?;
    let label = &table.rows.get(row)?.label.text;
    let mut rows = others.rows.iter().filter(|row| compare::same(&row.label.text, label));
    let (found, more) = (rows.next()?, rows.next());
    more.is_none().then(|| found.cells.get(column).map(|cell| cell.span)).flatten()
}

fn cell_at(document: &Document, span: Span) -> Option<(&Table, usize, usize)> {
    document.tables().into_iter().find_map(|(_, table)| {
        let rows = table.rows.iter().enumerate();
        let mut found = rows
            .filter_map(|(at, row)| Some((table, at, row.cells.iter().position(|cell| cell.span == span)?)));
        found.next()
    })
}
