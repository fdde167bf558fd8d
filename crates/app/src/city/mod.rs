//! One municipality as it stands, in memory.
//!
//! Built from the store's latest versions and never changed: a new event gives a new city.
//! Questions read it; nothing in it is the truth, the store is.

mod beside;
mod contribution;
mod directed;
mod goals;
mod holding;
mod index;
mod known;
mod statement;

pub use beside::Clash;
pub use contribution::{Contribution, ReportedAssessment};
pub use known::{Known, Standing};
pub use statement::{Amount, Money, Statement, tkr};

use chrono::NaiveDate;
use index::Index;
use known::Found;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::finding_mark::FindingMarks;
use uppsikt_domain::municipality::{Body, BodyKind};
use uppsikt_domain::picture::Picture;
use uppsikt_domain::registry::{CityData, StoredDocument};
use uppsikt_domain::structure::Structure;
use uppsikt_findings::Finding;
use uppsikt_rules::Selection;
use uppsikt_text::compare;

/// One municipality as it stands.
#[derive(Debug)]
pub struct City {
    /// What is kept.
    pub data: Arc<CityData>,
    /// What belongs to it: scale, statement, thresholds.
    pub structure: Structure,
    /// Today, as a parameter.
    pub seen_from: NaiveDate,
    /// What people have said of findings, also of such as nobody finds any more.
    pub marks: FindingMarks,
    found: Arc<OnceLock<Found>>,
    known: OnceLock<Vec<Known>>,
    index: Arc<Index>,
    asked_last: beside::Asked,
}

impl City {
    /// Builds the city from what is kept. Its documents are checked when the findings are first asked for.
    pub fn new(mut data: CityData, mut structure: Structure, seen_from: NaiveDate) -> City {
        known::with_own_names(&mut data.documents);
        data.documents.iter_mut().for_each(|stored| holding::put_right(stored, &structure));
        structure.council_goals.extend(goals::council_goals(&data));
        // The rules read for themselves what the council's budget says.
        directed::fill_in(&mut data);
        let index = Arc::new(Index::of(&data));
        City {
            data: Arc::new(data),
            structure,
            seen_from,
            marks: FindingMarks::default(),
            found: Arc::default(),
            known: OnceLock::new(),
            index,
            asked_last: beside::Asked::default(),
        }
    }

    /// The same city, with what people have said of its findings. The rules are not asked again.
    pub fn with_marks(&self, marks: FindingMarks) -> City {
        City {
            data: Arc::clone(&self.data),
            structure: self.structure.clone(),
            seen_from: self.seen_from,
            marks,
            found: Arc::clone(&self.found),
            known: OnceLock::new(),
            index: Arc::clone(&self.index),
            asked_last: beside::Asked::default(),
        }
    }

    /// All findings over all documents, in fixed order, with what people have said of them.
    pub fn known(&self) -> &[Known] {
        self.known.get_or_init(|| {
            let found = self.found.get_or_init(|| Found::of(&self.picture(), &Selection::default()));
            found.with(&self.marks, &self.data.documents)
        })
    }

    /// What chosen rules find, with what people have said of it.
    pub fn asked(&self, selection: &Selection) -> Vec<Known> {
        if *selection == Selection::default() {
            return self.known().to_vec();
        }
        Found::of(&self.picture(), selection).with(&self.marks, &self.data.documents)
    }

    /// What a rule sees.
    pub fn picture(&self) -> Picture {
        let documents = self.data.documents.iter().map(|stored| Arc::clone(&stored.document)).collect();
        Picture { seen_from: self.seen_from, structure: self.structure.clone(), documents }
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

    /// The findings that count whose first place is in a document, in document order.
    pub fn findings_in<'a>(&'a self, stored: &'a StoredDocument) -> impl Iterator<Item = &'a Finding> {
        self.known_in(stored).filter(|known| known.is_open()).map(|known| &known.finding)
    }

    /// As [`City::findings_in`], those that are let stand too, with what people have said of them.
    pub fn known_in<'a>(&'a self, stored: &'a StoredDocument) -> impl Iterator<Item = &'a Known> {
        self.known().iter().filter(move |known| known.finding.at.file == stored.document.source.file)
    }
}

fn exists(body: &Body, year: i32) -> bool {
    body.from_year.is_none_or(|from| from <= year) && body.to_year.is_none_or(|to| year <= to)
}
