//! The documents as the archive of their municipality: which body, kind and year each is of, so
//! that what one tells can be held against what another does.
//!
//! Documents are looked up by their place and never one against all others: the cost grows with
//! their number. Of several versions of a document only the newest counts.

mod body;
mod city;
mod compiled;
mod directed;
mod explained;
mod in_sentences;
mod of_bodies;
mod order;
mod own;
mod statement;
mod told;
mod version;

pub use body::body_key;
pub use compiled::{Judged, compiled};
pub use directed::{Directed, directed};
pub use explained::is_decided_later;
pub use of_bodies::Measure;
pub use order::{Order, orders, ways};
pub use own::{Own, frames, investments, ledger_start, levels};
pub use statement::off_in_statement;
pub use told::{Told, meets, of_bodies_in, off};

use std::collections::HashMap;
use uppsikt_domain::document::{Document, DocumentKind};

/// Where a document belongs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shelf {
    /// The municipality, as far as the documents tell it.
    pub city: String,
    /// The body's key. Empty for documents of the municipality itself.
    pub body: String,
    /// What kind of document.
    pub kind: DocumentKind,
    /// The year that it is about.
    pub year: i32,
}

/// All documents by where they belong.
#[derive(Debug)]
pub struct Archive {
    shelves: HashMap<Shelf, Vec<usize>>,
    /// The newest documents, by their number in the picture, with where they belong.
    newest: Vec<(usize, Shelf)>,
    /// The municipality of each document, where it is known.
    cities: Vec<Option<String>>,
}

impl Archive {
    /// Files documents.
    pub fn of(documents: &[&Document]) -> Self {
        let cities = city::cities(documents);
        let placed = documents.iter().zip(&cities).enumerate();
        let placed = placed.filter_map(|(at, (document, city))| Some((at, shelf(document, city.clone()?)?)));
        let mut shelves: HashMap<Shelf, Vec<usize>> = HashMap::new();
        placed.for_each(|(at, shelf)| shelves.entry(shelf).or_default().push(at));
        shelves.values_mut().for_each(|all| version::keep_newest(documents, all));
        let all = shelves.iter().flat_map(|(shelf, all)| all.iter().map(|at| (*at, shelf.clone())));
        let mut newest: Vec<(usize, Shelf)> = all.collect();
        newest.sort_by_key(|(at, _)| *at);
        Archive { shelves, newest, cities }
    }

    /// The newest documents, by their number in the picture, with where they belong.
    pub fn newest(&self) -> &[(usize, Shelf)] {
        &self.newest
    }

    /// The municipality of a document by its number. `None`: nobody knows.
    pub fn city(&self, at: usize) -> Option<&str> {
        self.cities.get(at)?.as_deref()
    }

    /// The shelves of documents of a kind with what stands there, by the first of them.
    pub fn of_kind(&self, kind: DocumentKind) -> impl Iterator<Item = (&Shelf, &[usize])> {
        let shelves = self.newest.iter().filter(move |(_, shelf)| shelf.kind == kind);
        let all = shelves.map(|(at, shelf)| (*at, shelf, self.at(shelf)));
        all.filter(|(at, _, all)| all.first() == Some(at)).map(|(_, shelf, all)| (shelf, all))
    }

    /// What stands where a document would belong, by number: the newest version, or several of
    /// which nothing tells which is newer.
    pub fn at(&self, shelf: &Shelf) -> &[usize] {
        self.shelves.get(shelf).map_or(&[], Vec::as_slice)
    }
}

impl Shelf {
    /// The same place for a body's own document of a kind and year.
    pub fn beside(&self, body: &str, kind: DocumentKind, year: i32) -> Shelf {
        Shelf { city: self.city.clone(), body: body.to_owned(), kind, year }
    }
}

fn shelf(document: &Document, city: String) -> Option<Shelf> {
    let year = document.year?;
    let body = match document.kind {
        DocumentKind::CouncilBudget | DocumentKind::CityInterimReport | DocumentKind::AnnualReport => {
            String::new()
        }
        DocumentKind::CommitteeBudget | DocumentKind::InterimReport | DocumentKind::AnnualAnalysis => {
            body_key(&document.body.as_ref()?.text)?
        }
        DocumentKind::Case | DocumentKind::Unknown => return None,
    };
    Some(Shelf { city, body, kind: document.kind, year })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::document::{LineRole, SourceLine};
    use uppsikt_domain::place::{Span, TextAt};

    fn plan(body: &str, year: i32, heads: &[&str]) -> Document {
        let line = |text: &&str| SourceLine {
            text: (*text).to_owned(),
            role: LineRole::Title,
            ..SourceLine::default()
        };
        Document {
            kind: DocumentKind::CommitteeBudget,
            body: Some(TextAt::new(body, Span::default())),
            year: Some(year),
            lines: heads.iter().map(line).collect(),
            ..Document::default()
        }
    }

    fn places(documents: &[Document]) -> Vec<(usize, String)> {
        let all: Vec<&Document> = documents.iter().collect();
        let archive = Archive::of(&all);
        archive.newest().iter().map(|(at, shelf)| (*at, format!("{} {}", shelf.city, shelf.body))).collect()
    }

    #[test]
    fn only_the_newest_version_of_a_document_counts() {
        let of = |heads: &[&str]| plan("Parknämnden", 2031, heads);
        let first = "Beslutad den 12 december 2030";
        let revised = "Reviderad den 3 februari 2031";
        assert_eq!(places(&[of(&[first]), of(&[revised])]), [(1, " park".to_owned())]);
        assert_eq!(places(&[of(&["Beslutad den 20 januari 2031"]), of(&[first])]), [(0, " park".to_owned())]);
        // Nothing tells which is newer.
        assert_eq!(places(&[of(&[]), of(&[])]).len(), 2);
    }

    #[test]
    fn a_document_belongs_to_the_municipality_that_it_names() {
        let (own, other) = (plan("Parknämnden", 2031, &["Ekby kommun"]), plan("Parknämnden", 2030, &[]));
        let of_two = plan("Parknämnden", 2031, &["Storbys stad"]);
        let told = |documents: &[Document]| places(documents).into_iter().map(|it| it.1).collect::<Vec<_>>();
        assert_eq!(told(&[own.clone(), other.clone()]), ["ekby park", "ekby park"]);
        assert_eq!(told(&[own, of_two, other]), ["ekby park", "storby park"]);
    }
}
