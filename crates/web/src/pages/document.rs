//! A document as read: the whole tree. And the same document printed.

use super::{InCity, pdf, show};
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use uppsikt_app::ask::document::{self, DocumentView};
use uppsikt_app::city::City;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::registry::StoredDocument;

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    shell: Shell,
    view: DocumentView<'a>,
}

/// `/{m}/dokument/{doc}` and `/{m}/dokument/{doc}.pdf`
pub async fn document(
    Path((_, slug)): Path<(String, String)>,
    headers: HeaderMap,
    at: InCity,
) -> Result<Response, Refusal> {
    if let Some(slug) = slug.strip_suffix(".pdf") {
        return pdf::pdf(&at, slug, &headers).await;
    }
    let view = document::document(&at.city, &slug).ok_or(Refusal::NotFound)?;
    let stored = view.row.stored;
    let shell = around(&at, stored);
    let (to, title) = (shell.to.clone(), title(&shell, &at.city, stored));
    let years: Vec<i32> = view.other_years.iter().filter_map(|other| other.document.year).collect();
    let of_year = |year| {
        let found = view.other_years.iter().find(|other| other.document.year == Some(year));
        to.document(found.map_or(&slug, |other| &other.slug))
    };
    let shell = shell.titled(title.as_str()).here(title).years(&years, of_year).printed(to.pdf(&slug));
    show(&DocumentPage { shell, view })
}

/// What stands around every page of a document, up to the list of documents.
pub fn around(at: &InCity, stored: &StoredDocument) -> Shell {
    let latest = || at.city.years().last().copied();
    let year = stored.document.year.or_else(latest).unwrap_or_default();
    let shell = Shell::new(&at.visit, &at.city, Tab::Documents, year);
    let (list, href) = (shell.t("web-nav-documents"), shell.to.documents(year));
    shell.crumb(list, Some(href))
}

/// "Delårsrapport 2026, Kultur- och fritidsnämnden".
pub fn title(shell: &Shell, city: &City, stored: &StoredDocument) -> String {
    let year = stored.document.year.map(|year| format!(" {year}")).unwrap_or_default();
    let printed = stored.document.body.as_ref().map(|body| body.text.as_str());
    let body = city.body_of(stored).map(|body| body.name.as_str()).or(printed);
    let body = body.map(|body| format!(", {body}")).unwrap_or_default();
    format!("{}{year}{body}", shell.kind(stored))
}

/// What a document is called on its own pages: the printed title, else its kind and year.
pub fn heading(shell: &Shell, stored: &StoredDocument) -> String {
    let year = stored.document.year.map(|year| format!(" {year}")).unwrap_or_default();
    let named = || format!("{}{year}", shell.kind(stored));
    stored.document.title.as_ref().map_or_else(named, |title| title.text.clone())
}

impl DocumentPage<'_> {
    /// Where a line that nobody took stands.
    fn at(&self, place: &Place) -> String {
        let span = Span { at: *place, end_line: place.line, end_column: place.column };
        self.shell.to.origin_of(self.view.row.stored, span)
    }

    fn pages(&self, count: &u32) -> String {
        self.shell.t1("web-document-pages", "count", i64::from(*count))
    }

    fn heading(&self) -> String {
        heading(&self.shell, self.view.row.stored)
    }
}
