//! One municipality as it stands, in memory.
//!
//! Built from the store's latest versions and never changed: a new event gives a new city.
//! Questions read it; nothing in it is the truth, the store is.

mod contribution;
mod goals;
mod index;
mod statement;

pub use contribution::{Contribution, ReportedAssessment};
pub use statement::{Amount, Money, Statement, tkr};

use chrono::NaiveDate;
use index::Index;
use std::collections::BTreeSet;
use std::sync::Arc;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::municipality::{Body, BodyKind};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::registry::{CityData, StoredDocument};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::Finding;
use uppsikt_text::compare;

/// One municipality as it stands.
#[derive(Debug)]
pub struct City {
    /// What is kept.
    pub data: CityData,
    /// What belongs to it: scale, statement, thresholds.
    pub structure: Structure,
    /// Today, as a parameter.
    pub seen_from: NaiveDate,
    /// All findings over all documents, in fixed order.
    pub findings: Vec<Finding>,
    index: Index,
}

impl City {
    /// Builds the city from what is kept and checks all its documents together.
    pub fn new(data: CityData, structure: Structure, seen_from: NaiveDate) -> City {
        let documents = data.documents.iter().map(|stored| Arc::clone(&stored.document)).collect();
        let picture = Picture { seen_from, structure, documents };
        let findings = uppsikt_rules::check(&picture, &uppsikt_rules::Selection::default());
        let index = Index::of(&data);
        City { data, structure: picture.structure, seen_from, findings, index }
    }

    /// Years that some document is about, oldest first.
    pub fn years(&self) -> Vec<i32> {
        let years: BTreeSet<i32> =
            self.data.documents.iter().filter_map(|stored| stored.document.year).collect();
        years.into_iter().collect()
    }

    /// The asked year if there is one, else the nearest that there is.
    pub fn nearest_year(&self, asked: i32) -> Option<i32> {
        self.years().into_iter().min_by_key(|year| (year - asked).abs())
    }

    /// Committees that exist in a year, in the municipality's order.
    pub fn committees(&self, year: i32) -> Vec<&Body> {
        let bodies = self.data.municipality.bodies.iter();
        bodies.filter(|body| body.kind == BodyKind::Committee && exists(body, year)).collect()
    }

    /// A body by its stable word.
    pub fn body(&self, slug: &str) -> Option<&Body> {
        self.data.municipality.bodies.iter().find(|body| body.slug == slug)
    }

    /// A body by its name as a document prints it, short forms too.
    pub fn body_named(&self, name: &str) -> Option<&Body> {
        let bodies = &self.data.municipality.bodies;
        bodies.iter().find(|body| compare::same(&body.name, name) || compare::same(&body.abbreviation, name))
    }

    /// The body that a document belongs to.
    pub fn body_of(&self, stored: &StoredDocument) -> Option<&Body> {
        self.data.municipality.bodies.get(self.index.body(stored)?)
    }

    /// A document by its stable word.
    pub fn document(&self, slug: &str) -> Option<&StoredDocument> {
        self.data.documents.iter().find(|stored| stored.slug == slug)
    }

    /// The document of a kind that a body has for a year.
    pub fn document_of(&self, body: &str, year: i32, kind: DocumentKind) -> Option<&StoredDocument> {
        let body = self.data.municipality.bodies.iter().position(|known| known.slug == body)?;
        self.data.documents.get(self.index.document(body, year, kind)?)
    }

    /// All documents of a year.
    pub fn documents_in(&self, year: i32) -> impl Iterator<Item = &StoredDocument> {
        self.data.documents.iter().filter(move |stored| stored.document.year == Some(year))
    }

    /// The findings whose first place is in a document, in document order.
    pub fn findings_in<'a>(&'a self, stored: &'a StoredDocument) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.at.file == stored.document.source.file)
    }
}

fn exists(body: &Body, year: i32) -> bool {
    body.from_year.is_none_or(|from| from <= year) && body.to_year.is_none_or(|to| year <= to)
}
