//! Pages: one file per page, each asks one question and gives the answer to a template.

mod front;
mod within;

use crate::cities::Site;
use crate::refusal::Refusal;
use askama::Template;
use axum::Router;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

pub use within::{InCity, InYear};

/// The addresses of all pages.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(front::front))
        .route("/{m}", get(front::latest_year))
}

/// A template as a page.
pub fn show(template: &impl Template) -> Result<Response, Refusal> {
    let markup = template.render().map_err(|error| Refusal::failed(&error))?;
    Ok(Html(markup).into_response())
}
