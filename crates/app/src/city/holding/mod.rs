//! What holds of a document: its latest version, put right wherever a review rejected what it says.
//!
//! - [`weed`]: what was rejected goes
//! - [`graft`]: what holds instead comes in from the versions that print it
//! - [`cells`], [`words`]: the same for figures in tables and for running text; [`tree`]: the way in a tree

mod cells;
mod graft;
mod tree;
mod weed;
mod words;

use crate::document::difference::Printed;
use graft::Grafting;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uppsikt_domain::block::Content;
use uppsikt_domain::claim::Subject;
use uppsikt_domain::document::Document;
use uppsikt_domain::fact::{Fact, FactKey};
use uppsikt_domain::overruled::Stand;
use uppsikt_domain::place::Span;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::section::Section;
use uppsikt_domain::structure::Structure;

/// Printed things by what they are and where they stand.
type Things = BTreeSet<(Subject, Span)>;

/// Puts what holds of a document beside its latest version, where something of it was rejected.
pub(super) fn put_right(stored: &mut StoredDocument, structure: &Structure) {
    if stored.overruled.is_nothing() {
        return;
    }
    let document = Arc::clone(&stored.document);
    let read = Printed::of(&document, structure);
    let out = rejected(stored, &read);
    if out.is_empty() && stored.overruled.held.is_empty() {
        return;
    }
    let facts: BTreeMap<&FactKey, &Fact> = stored.facts.iter().map(|fact| (&fact.key, fact)).collect();
    let sources: Sources<'_> = stored
        .overruled
        .versions
        .iter()
        .map(|(number, version)| (*number, Source::of(version, structure, &facts)))
        .collect();
    let mut holding = Holding { sections: document.sections.clone(), ..Holding::default() };
    words::swap(&mut holding, &stored.overruled.held, &read, &sources);
    words::forget(&mut holding, &read, &out);
    cells::blank(&mut holding, &read, &out);
    weed::weed(&mut holding.sections, "", &things(&read, |fact| out.contains(&fact.key)), &mut holding.left);
    for (key, version) in in_order(&stored.overruled.held, &sources) {
        let Some(source) = sources.get(&version) else { continue };
        Grafting { holding: &mut holding, read: &read, source, version }.graft(key);
    }
    each(&mut holding.sections, &mut without_empty_links);
    let left = holding.left.iter().filter(|left| !left.is_taken).map(|left| left.span);
    let (left, stands) = (left.collect(), holding.stands);
    let put_right = Document { sections: holding.sections, ..(*document).clone() };
    stored.overruled.left_out = left;
    stored.overruled.stands = stands;
    stored.overruled.holding = Some(Arc::new(put_right));
}

/// A tree on its way to what holds.
#[derive(Default)]
struct Holding {
    sections: Vec<Section>,
    stands: Vec<Stand>,
    left: Vec<weed::Left>,
    /// Sections that were taken over whole, by version and place.
    whole: Vec<(u32, Span)>,
}

/// An earlier version, and what of it does not hold.
struct Source<'a> {
    printed: Printed<'a>,
    ended: Things,
}

type Sources<'a> = BTreeMap<u32, Source<'a>>;

impl<'a> Source<'a> {
    fn of(version: &'a Document, structure: &Structure, facts: &BTreeMap<&FactKey, &Fact>) -> Source<'a> {
        let printed = Printed::of(version, structure);
        let holds = |fact: &Fact| facts.get(&fact.key).is_some_and(|held| held.value == fact.value);
        let ended = things(&printed, |fact| !holds(fact));
        Source { printed, ended }
    }
}

fn without_empty_links(section: &mut Section) {
    section
        .blocks
        .retain(|block| !matches!(&block.content, Content::Agenda { links, .. } if links.is_empty()));
}

/// The keys of facts that a version prints and that do not hold.
fn rejected(stored: &StoredDocument, read: &Printed<'_>) -> BTreeSet<FactKey> {
    let held: BTreeMap<&FactKey, &Fact> = stored.facts.iter().map(|fact| (&fact.key, fact)).collect();
    let is_out = |fact: &&Fact| match held.get(&fact.key) {
        Some(held) => {
            let otherwise = held.value != fact.value || held.quantity != fact.quantity;
            held.claims.is_empty() && otherwise
        }
        None => stored.overruled.rejected.contains(&read.print_of(&stored.slug, fact)),
    };
    read.facts.iter().filter(is_out).map(|fact| fact.key.clone()).collect()
}

/// Where what some facts rest on is printed; running text and cells are put right by themselves.
fn things(printed: &Printed<'_>, which: impl Fn(&Fact) -> bool) -> Things {
    let facts = printed.facts.iter().filter(|fact| which(fact));
    let claims = facts.flat_map(|fact| fact.claims.iter().chain(&fact.contradicted_by));
    let claims = claims.filter_map(|number| printed.claim(*number));
    let own =
        claims.filter(|claim| !matches!(claim.subject, Subject::Cell | Subject::Text | Subject::Figure));
    own.map(|claim| (claim.subject, claim.span)).collect()
}

/// What holds of earlier versions, what stands around other things before them.
fn in_order<'a>(held: &'a [(FactKey, u32)], sources: &Sources<'_>) -> Vec<(&'a FactKey, u32)> {
    let at = |key: &FactKey, version: &u32| {
        let printed = &sources.get(version)?.printed;
        let claim = printed.claim(*printed.fact(key)?.claims.first()?)?;
        Some((claim.span.at.line, claim.span.at.column, claim.subject))
    };
    let mut all: Vec<_> = held.iter().map(|(key, version)| (at(key, version), key, *version)).collect();
    all.sort_by(|one, other| (one.2, &one.0).cmp(&(other.2, &other.0)));
    all.into_iter().map(|(_, key, version)| (key, version)).collect()
}

/// Calls `with` for every section, those of rows of tables as well.
fn each(sections: &mut [Section], with: &mut dyn FnMut(&mut Section)) {
    for section in sections {
        with(section);
        each(&mut section.sections, with);
        for block in &mut section.blocks {
            if let Content::Table(table) = &mut block.content {
                each(&mut table.goals, with);
            }
        }
    }
}
