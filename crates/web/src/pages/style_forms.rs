//! What a person does with the house style: gives words a meaning, takes it back, reads
//! documents again. Each answers with the page to look at next.

use super::InReview;
use super::style::{RefusedSaying, anchor, page};
use crate::addresses::Addresses;
use crate::refusal::Refusal;
use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uppsikt_app::act::ActError;
use uppsikt_app::archive::{self, InputFile};
use uppsikt_app::document::import::Import;
use uppsikt_app::review::again::again;
use uppsikt_app::review::reread::{Reread, reread};
use uppsikt_app::style::add::{Saying, add};
use uppsikt_app::style::leftovers::{ReadAs, leftovers};
use uppsikt_app::style::remove::remove;
use uppsikt_app::{AppError, style_of};
use uppsikt_domain::document::Document;
use uppsikt_domain::style_addition::Leftover;
use uppsikt_messages::{Lang, Message};

type Fields = Result<Form<Vec<(String, String)>>, FormRejection>;

/// The first value with a name.
fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap_or_default()
}

/// The button that was pressed among some, with the kind of words that it is about.
fn pressed(fields: &[(String, String)]) -> Option<(&str, Leftover)> {
    let button = |(name, value): &'_ (String, String)| {
        let name = ["godta", "lamna", "angra"].into_iter().find(|known| known == name)?;
        Some((name, Leftover::from_code(value)?))
    };
    fields.iter().find_map(button)
}

/// `POST /{m}/inlasning/husstil`: a button's name is what is said, its value the kind of words.
pub async fn say(at: InReview, form: Fields) -> Result<Response, Refusal> {
    let Ok(Form(fields)) = form else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let Some((button, of)) = pressed(&fields) else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let words = value(&fields, "ord");
    let done = said(&at, button, of, &fields).await;
    let anchor = anchor(of, words);
    match done {
        Ok(()) => {
            let to = Addresses::of(&at.at.city.data.municipality.slug).style();
            Ok(Redirect::to(&format!("{to}#{anchor}")).into_response())
        }
        Err(ActError::Refused(why)) => {
            let page = page(&at, Some(RefusedSaying { anchor, why })).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(failed(error)),
    }
}

async fn said(
    at: &InReview,
    button: &str,
    of: Leftover,
    fields: &[(String, String)],
) -> Result<(), ActError> {
    let (app, actor) = (&at.editing.app, &at.editing.actor);
    let municipality = at.at.city.data.municipality.id;
    let (words, means) = (value(fields, "ord"), value(fields, "betyder"));
    match button {
        "angra" => remove(app.store(), app.outside(), actor, municipality, (of, words)).await,
        "godta" if means.is_empty() => {
            Err(ActError::Refused(Message::new("act-style-meaning").with("words", words)))
        }
        _ => {
            let means = if button == "godta" { means } else { "" };
            let saying = Saying { of, words, means, found_in: value(fields, "ur") };
            add(app.store(), app.outside(), actor, municipality, &saying).await
        }
    }
}

fn failed(error: ActError) -> Refusal {
    Refusal::failed(&AppError::from(error).messages(Lang::En).join("; "))
}

/// What is to be read again.
enum Which {
    Review(u32),
    Document(String),
}

/// How reading again came out.
#[derive(Default)]
struct Tally {
    read: usize,
    other: usize,
    failed: usize,
}

/// `POST /{m}/inlasning/husstil/las-om`: reads one document again, or all that gain by it.
pub async fn again_from_style(at: InReview, form: Fields) -> Result<Response, Refusal> {
    let Ok(Form(fields)) = form else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let to = Addresses::of(&at.at.city.data.municipality.slug);
    let mut tally = Tally::default();
    let all = wanted(&at, &fields).await?;
    let only = all.len() == 1;
    for which in all {
        tally.read += 1;
        match read_again(&at, &which).await {
            Ok(Some(number)) if only => return Ok(Redirect::to(&to.review(number)).into_response()),
            Ok(Some(_)) => tally.other += 1,
            Ok(None) => {}
            Err(ActError::Refused(_)) => (tally.read, tally.failed) = (tally.read - 1, tally.failed + 1),
            Err(error) => return Err(failed(error)),
        }
    }
    let Tally { read, other, failed } = tally;
    let back = format!("{}?last={read}&annorlunda={other}&fel={failed}", to.style());
    Ok(Redirect::to(&back).into_response())
}

async fn wanted(at: &InReview, fields: &[(String, String)]) -> Result<Vec<Which>, Refusal> {
    if let Ok(number) = value(fields, "granskning").parse() {
        return Ok(vec![Which::Review(number)]);
    }
    let document = value(fields, "dokument");
    if !document.is_empty() {
        return Ok(vec![Which::Document(document.to_owned())]);
    }
    let municipality = at.at.city.data.municipality.id;
    let waiting = at.editing.app.store().open_reviews(municipality).await;
    let waiting = waiting.map_err(|error| Refusal::failed(&error))?;
    let found = leftovers(&at.at.city, &waiting).map_err(|error| Refusal::failed(&error))?;
    let which = |read: &ReadAs<'_>| match read {
        ReadAs::Waiting(entry, _) => Which::Review(entry.number),
        ReadAs::Stored(stored) => Which::Document(stored.slug.clone()),
    };
    Ok(found.again.iter().map(which).collect())
}

/// `POST /{m}/inlasning/{number}/las-om`: reads the file of an open review again.
pub async fn again_from_review(path: Path<(String, String)>, at: InReview) -> Result<Response, Refusal> {
    let number = super::review::number(&path)?;
    match read_again(&at, &Which::Review(number)).await {
        Ok(_) => {
            let to = Addresses::of(&at.at.city.data.municipality.slug);
            Ok(Redirect::to(&to.review(number)).into_response())
        }
        Err(ActError::Refused(why)) => {
            let page = super::review::page(number, &at, &super::review::Asked::default(), Some(why)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(failed(error)),
    }
}

/// Reads again, and gives the number of the review where it reads otherwise.
async fn read_again(at: &InReview, which: &Which) -> Result<Option<u32>, ActError> {
    let (app, actor, city) = (&at.editing.app, &at.editing.actor, &at.at.city);
    let (municipality, store) = (city.data.municipality.id, app.store());
    match which {
        Which::Review(number) => {
            let bytes = store.review_bytes(municipality, *number).await?;
            let bytes = bytes.ok_or_else(|| ActError::Refused(Message::new("act-review-closed")))?;
            let (_, document) = read(at, bytes.file, bytes.bytes).await?;
            let which = (municipality, *number);
            let done = reread(store, app.outside(), actor, which, &city.structure, &document).await?;
            Ok((done == Reread::Otherwise).then_some(*number))
        }
        Which::Document(slug) => {
            let missing = || ActError::Refused(Message::new("act-finding-missing"));
            let stored = city.document(slug).ok_or_else(missing)?;
            let bytes = store.source_bytes(municipality, slug, stored.version).await?.ok_or_else(missing)?;
            let (file, document) = read(at, bytes.file, bytes.bytes).await?;
            let structure = &city.structure;
            let import = Import { municipality, document: &document, bytes: &file.bytes, structure };
            again(store, app.outside(), actor, import).await
        }
    }
}

/// Reads bytes in the style as it is now, on a thread of its own.
async fn read(at: &InReview, name: String, bytes: Vec<u8>) -> Result<(InputFile, Document), ActError> {
    let style = style_of(&at.at.city.data.municipality);
    let style = style.map_err(|error| ActError::Refused(error.message()))?;
    let work = tokio::task::spawn_blocking(move || {
        let file = InputFile { name, bytes };
        let document = archive::read(&file, &style);
        (file, document)
    });
    let stopped = |_| ActError::Refused(Message::new("web-review-whole-file"));
    let (file, document) = work.await.map_err(stopped)?;
    Ok((file, document.map_err(ActError::Refused)?))
}
