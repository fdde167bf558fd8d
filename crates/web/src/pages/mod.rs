//! Pages: one file per page, each asks one question and gives the answer to a template.

mod about;
mod assignments;
mod committee;
mod committees;
mod comparison;
mod document;
mod documents;
mod economy;
mod finding_forms;
mod findings;
mod findings_of_year;
mod front;
mod glance;
mod goal;
mod goals;
mod lineage;
mod pdf;
mod review;
mod review_forms;
mod reviews;
mod rules;
mod source;
mod style;
mod style_forms;
mod within;

use crate::cities::Site;
use crate::refusal::Refusal;
use askama::Template;
use axum::Router;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use uppsikt_domain::quantity::{Quantity, Unit};

pub use within::{InCity, InReview, InYear};

/// The addresses of all pages.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(front::front).post(front::begin))
        .route("/{m}", get(front::latest_year))
        .route("/{m}/{year}", get(glance::glance))
        .route("/{m}/{year}/mal", get(goals::goals))
        .route("/{m}/{year}/mal/{goal}", get(goal::goal))
        .route("/{m}/{year}/ekonomi", get(economy::economy))
        .route("/{m}/{year}/uppdrag", get(assignments::assignments))
        .route("/{m}/{year}/namnder", get(committees::committees))
        .route("/{m}/{year}/namnder/{body}", get(committee::committee))
        .route("/{m}/{year}/dokument", get(documents::documents))
        .route("/{m}/{year}/anmarkningar", get(findings_of_year::findings_of_year))
        .route("/{m}/dokument/{doc}", get(document::document))
        .route("/{m}/dokument/{doc}/kalla", get(source::source))
        .route("/{m}/dokument/{doc}/anmarkningar", get(findings::findings).post(finding_forms::judge))
        .route("/{m}/dokument/{doc}/jamfor", get(comparison::comparison))
        .route("/{m}/inlasning", get(reviews::reviews))
        .route("/{m}/inlasning/husstil", get(style::style).post(style_forms::say))
        .route("/{m}/inlasning/husstil.toml", get(style::download))
        .route("/{m}/inlasning/slaktskap", get(lineage::lineage).post(lineage::decide))
        .route("/{m}/inlasning/{number}", get(review::review).post(review_forms::decide))
        .route("/{m}/inlasning/{number}/avsluta", post(review_forms::finish))
        .route("/{m}/inlasning/{number}/kasta", post(review_forms::discard))
        .route("/{m}/regler", get(rules::rules))
        .route("/{m}/regler/{rule}", get(rules::rule))
        .route("/{m}/om/tillganglighet", get(about::accessibility))
        .route("/{m}/om/bedomningar", get(about::how_to_read))
}

/// The addresses that read documents.
pub fn uploads() -> Router<Site> {
    Router::new()
        .route("/{m}/inlasning", post(reviews::upload))
        .route("/{m}/inlasning/husstil/las-om", post(style_forms::again_from_style))
        .route("/{m}/inlasning/{number}/las-om", post(style_forms::again_from_review))
}

/// Hundredths of a per cent with one decimal and a sign, rounded half away from nought: "−2,0".
fn percent(hundredths: i64) -> String {
    let tenths = (hundredths.abs() + 5) / 10;
    let signed = if hundredths < 0 { -tenths } else { tenths };
    uppsikt_text::format::signed_figure(&Quantity::new(signed, 1, Unit::Percent))
}

/// A template as a page.
pub fn show(template: &impl Template) -> Result<Response, Refusal> {
    let markup = template.render().map_err(|error| Refusal::failed(&error))?;
    Ok(Html(markup).into_response())
}
