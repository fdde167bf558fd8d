//! What may continue as what among documents that are stored, for an editor to decide.

use super::document::title;
use super::reviews::around;
use super::{InReview, show};
use crate::addresses::Addresses;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uppsikt_app::AppError;
use uppsikt_app::act::ActError;
use uppsikt_app::review::lineage::decided::Decided;
use uppsikt_app::review::lineage::stored::Proposed;
use uppsikt_app::review::relate::relate;
use uppsikt_app::review::unrelate::unrelate;
use uppsikt_messages::{Lang, Message};

#[derive(Template)]
#[template(path = "lineage.html")]
struct LineagePage {
    shell: Shell,
    /// What may continue, with the title of the document that names it.
    found: Vec<(Proposed, String)>,
    /// What has been decided, latest first.
    decided: Vec<Decided>,
    /// Why the last decision came to nothing.
    refused: Option<String>,
}

/// `/{m}/inlasning/slaktskap`
pub async fn lineage(at: InReview) -> Result<Response, Refusal> {
    page(&at, None).await
}

async fn page(InReview { at, editing }: &InReview, refused: Option<Message>) -> Result<Response, Refusal> {
    let found = editing.app.proposed_lineage(&at.city).await.map_err(|error| failed(&error))?;
    let municipality = at.city.data.municipality.id;
    let decided = editing.app.decided_lineage(municipality).await.map_err(|error| failed(&error))?;
    let shell = around(at);
    let (list, to_list, here) =
        (shell.t("web-review-title"), shell.to.reviews(), shell.t("web-lineage-title"));
    let shell = shell.titled(here.as_str()).crumb(list, Some(to_list)).here(here);
    let titled = |it: Proposed| {
        let stored = at.city.document(&it.slug);
        let title = stored.map_or_else(|| it.slug.clone(), |stored| title(&shell, &at.city, stored));
        (it, title)
    };
    let found = found.into_iter().map(titled).collect();
    let refused = refused.map(|message| shell.say(&message));
    show(&LineagePage { shell, found, decided, refused })
}

fn failed(error: &AppError) -> Refusal {
    Refusal::failed(&error.messages(Lang::En).join("; "))
}

/// `POST /{m}/inlasning/slaktskap`: a button's name is what is said or that it is taken back, its value the
/// proposal's print.
pub async fn decide(
    at: InReview,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Refusal> {
    let said = |(name, print): &(String, String)| match name.as_str() {
        "godta" => Some((print.clone(), Some(true))),
        "avvisa" => Some((print.clone(), Some(false))),
        "angra" => Some((print.clone(), None)),
        _ => None,
    };
    let Some((print, continues)) = form.ok().and_then(|Form(fields)| fields.iter().find_map(said)) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let (app, city) = (&at.editing.app, &at.at.city);
    let (store, outside, actor) = (app.store(), app.outside(), &at.editing.actor);
    let done = match continues {
        Some(continues) => relate(store, outside, actor, city, (&print, continues)).await,
        None => unrelate(store, outside, actor, city.data.municipality.id, &print).await,
    };
    match done {
        Ok(()) => {
            let to = Addresses::of(&city.data.municipality.slug).lineage();
            Ok(Redirect::to(&to).into_response())
        }
        Err(ActError::Refused(why)) => {
            let page = page(&at, Some(why)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(failed(&AppError::from(error))),
    }
}

impl LineagePage {
    fn lasting(&self, it: &Proposed) -> String {
        self.shell.say(&it.row.lasting())
    }

    fn related(&self, it: &Proposed) -> String {
        self.shell.say(&it.row.related())
    }

    fn reasons(&self, it: &Proposed) -> String {
        let reasons: Vec<String> =
            it.row.likeness.reasons().iter().map(|reason| self.shell.say(reason)).collect();
        reasons.join(", ")
    }
}
