//! The way in: one municipality leads on, several are listed.

use super::{InCity, show};
use crate::addresses::Addresses;
use crate::cities::{CityName, Editing, Site};
use crate::language::Visit;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uppsikt_app::AppError;
use uppsikt_app::act::ActError;
use uppsikt_app::municipality::begin;
use uppsikt_messages::Lang;

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage {
    shell: Shell,
    cities: Vec<CityName>,
    /// Whether somebody may set the first one up.
    editing: bool,
    /// Why it came to nothing.
    refused: Option<String>,
    /// What was written.
    written: String,
}

/// `/`
pub async fn front(State(site): State<Site>, visit: Visit) -> Result<Response, Refusal> {
    let cities = site.names().await?;
    if let [only] = cities.as_slice() {
        return Ok(Redirect::to(&Addresses::of(&only.slug).home()).into_response());
    }
    let (shell, editing) = (Shell::bare(&visit), site.editing().is_some());
    show(&FrontPage { shell, cities, editing, refused: None, written: String::new() })
}

/// `POST /`: sets up the first municipality by its name, and leads on to where its documents are read in.
pub async fn begin(
    State(site): State<Site>,
    visit: Visit,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Refusal> {
    let Editing { app, actor } = site.editing().ok_or(Refusal::NotEditing)?;
    let fields = form.map(|Form(fields)| fields).unwrap_or_default();
    let written = fields.into_iter().find(|(name, _)| name == "kommun");
    let written = written.map(|(_, name)| name).unwrap_or_default();
    match begin::begin(app.store(), app.outside(), actor, &written).await {
        Ok(slug) => Ok(Redirect::to(&Addresses::of(&slug).reviews()).into_response()),
        Err(ActError::Refused(why)) => {
            let shell = Shell::bare(&visit);
            let (cities, refused) = (site.names().await?, Some(shell.say(&why)));
            let page = show(&FrontPage { shell, cities, editing: true, refused, written })?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(Refusal::failed(&AppError::from(error).messages(Lang::En).join("; "))),
    }
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
