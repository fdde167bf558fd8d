//! The way in: one municipality leads on, several are listed.

use super::{InCity, show};
use crate::addresses::Addresses;
use crate::cities::{CityName, Site};
use crate::language::Visit;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage {
    shell: Shell,
    cities: Vec<CityName>,
}

/// `/`
pub async fn front(State(site): State<Site>, visit: Visit) -> Result<Response, Refusal> {
    let cities = site.names().await?;
    if let [only] = cities.as_slice() {
        return Ok(Redirect::to(&Addresses::of(&only.slug).home()).into_response());
    }
    let shell = Shell::bare(&visit);
    show(&FrontPage { shell, cities })
}

#[derive(Template)]
#[template(path = "nothing.html")]
struct NothingPage {
    shell: Shell,
    name: String,
    /// Where documents are read in, where they can be.
    reviews: Option<String>,
}

/// `/{m}`: to the latest year, or to what to do where there is no document yet.
pub async fn latest_year(
    State(site): State<Site>,
    InCity { visit, city, .. }: InCity,
) -> Result<Response, Refusal> {
    let municipality = &city.data.municipality;
    match city.years().last() {
        Some(year) => Ok(Redirect::to(&Addresses::of(&municipality.slug).glance(*year)).into_response()),
        None => {
            let shell = Shell::bare(&visit).titled(&municipality.name);
            let reviews = site.editing().map(|_| Addresses::of(&municipality.slug).reviews());
            show(&NothingPage { shell, name: municipality.name.clone(), reviews })
        }
    }
}
