//! The documents of a year.

use super::{InYear, show};
use crate::cities::Site;
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use uppsikt_app::ask::documents::{self, DocumentsView};

#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage<'a> {
    shell: Shell,
    view: DocumentsView<'a>,
    /// Whether documents can be read in here.
    editing: bool,
}

/// `/{m}/{year}/dokument`
pub async fn documents(State(site): State<Site>, at: InYear) -> Result<Response, Refusal> {
    let view = documents::documents(&at.city, at.year).ok_or(Refusal::NotFound)?;
    let shell = Shell::new(&at.visit, &at.city, Tab::Documents, at.year);
    let (to, here) = (shell.to.clone(), shell.t("web-nav-documents"));
    let shell = shell
        .titled(format!("{here} {}", view.year))
        .here(here)
        .years(&at.city.years(), |year| to.documents(year))
        .asked_for(at.asked);
    show(&DocumentsPage { shell, view, editing: site.editing().is_some() })
}

impl DocumentsPage<'_> {
    fn title(&self) -> String {
        let count = self.view.count;
        let args = [("count", count.into()), ("number", self.shell.number_first(&count).into())];
        self.shell.told("web-documents-title", &args)
    }
}
