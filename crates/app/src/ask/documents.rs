//! The documents of a year, by body.

use crate::city::City;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_findings::Severity;

/// The documents of a year.
#[derive(Debug, Clone)]
pub struct DocumentsView<'a> {
    /// The year.
    pub year: i32,
    /// Bodies with their documents, in the municipality's order; then those of no known body.
    pub groups: Vec<DocumentGroup<'a>>,
    /// How many documents there are.
    pub count: usize,
}

/// The documents of one body.
#[derive(Debug, Clone)]
pub struct DocumentGroup<'a> {
    /// The body. `None`: no body of the municipality is named.
    pub body: Option<&'a Body>,
    /// Its documents, in order of kind.
    pub documents: Vec<DocumentRow<'a>>,
}

/// A document in a list.
#[derive(Debug, Clone, Copy)]
pub struct DocumentRow<'a> {
    /// The document.
    pub stored: &'a StoredDocument,
    /// How many findings of each severity it has, gravest first.
    pub findings: [usize; 3],
    /// How many lines nobody took.
    pub unread: usize,
    /// How many pages its running heads count, where they do.
    pub pages: Option<u32>,
}

/// The documents of a year. `None` where there is none.
pub fn documents(city: &City, year: i32) -> Option<DocumentsView<'_>> {
    let rows: Vec<DocumentRow<'_>> = city.documents_in(year).map(|stored| row(city, stored)).collect();
    let mut groups = Vec::new();
    let bodies = city.data.municipality.bodies.iter().map(Some);
    for body in bodies.chain([None]) {
        let slug = body.map(|body| &body.slug);
        let own = rows.iter().filter(|row| city.body_of(row.stored).map(|found| &found.slug) == slug);
        let mut documents: Vec<_> = own.copied().collect();
        documents.sort_by_key(|row| row.stored.document.kind);
        if !documents.is_empty() {
            groups.push(DocumentGroup { body, documents });
        }
    }
    (!rows.is_empty()).then_some(DocumentsView { year, groups, count: rows.len() })
}

/// A document as lists show it.
pub fn row<'a>(city: &'a City, stored: &'a StoredDocument) -> DocumentRow<'a> {
    let found: Vec<Severity> = city.findings_in(stored).map(|finding| finding.severity).collect();
    let findings = Severity::ALL.map(|severity| found.iter().filter(|it| **it == severity).count());
    let lines = &stored.document.lines;
    DocumentRow {
        stored,
        findings,
        unread: lines.iter().filter(|line| line.role == LineRole::Unread).count(),
        pages: lines.iter().filter_map(|line| line.page).max().or(stored.document.source.pages),
    }
}
