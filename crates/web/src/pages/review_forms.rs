//! What a person does in a review: decides, finishes, throws away. Each answers with the
//! page to look at next, so that going back and loading again do no harm.

use super::InReview;
use super::review::{Asked, Fields, number, page};
use crate::addresses::Addresses;
use crate::refusal::Refusal;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uppsikt_app::AppError;
use uppsikt_app::act::ActError;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::{Decision, Which, decide as decide_act};
use uppsikt_app::review::discard::discard as discard_act;
use uppsikt_app::review::finish::{Finished, finish as finish_act};
use uppsikt_messages::{Lang, Message};

/// `POST /{m}/inlasning/{number}`: a button's name is the decision, its value what it is about:
/// `alla`, `avsnitt:…` or a proposal's print.
pub async fn decide(
    path: Path<(String, String)>,
    Query(fields): Fields,
    at: InReview,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Refusal> {
    let number = number(&path)?;
    let pressed = form.ok().and_then(|Form(fields)| fields.iter().find_map(decision_of));
    let Some((decision, anchor)) = pressed else { return Ok(StatusCode::BAD_REQUEST.into_response()) };
    let (app, city) = (&at.editing.app, &at.at.city);
    let (actor, which) = (&at.editing.actor, (&**city, number));
    let done = decide_act(app.store(), app.outside(), actor, which, &decision).await;
    answered(&at, number, done, (&Asked::of(&fields), &anchor)).await
}

/// What a pressed button decides, and where on the page it stands.
fn decision_of((name, value): &(String, String)) -> Option<(Decision, String)> {
    let verdict = match name.as_str() {
        "godta" => Some(Verdict::Accepted),
        "avvisa" => Some(Verdict::Rejected),
        "fraga" => Some(Verdict::Asked),
        "angra" => None,
        _ => return None,
    };
    let (which, anchor) = match value.strip_prefix("avsnitt:") {
        Some(group) => (Which::Group(group.to_owned()), format!("#{group}")),
        None if value == "alla" => (Which::All, String::new()),
        None => (Which::These(vec![value.clone()]), format!("#f-{value}")),
    };
    let plain = anchor.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#-".contains(&byte));
    plain.then_some((Decision { which, verdict }, anchor))
}

/// `POST /{m}/inlasning/{number}/avsluta`
pub async fn finish(path: Path<(String, String)>, at: InReview) -> Result<Response, Refusal> {
    let number = number(&path)?;
    let (app, city) = (&at.editing.app, &at.at.city);
    let done = finish_act(app.store(), app.outside(), &at.editing.actor, (&**city, number)).await;
    if let Ok(Finished::ComparedAnew) = done {
        let page =
            page(number, &at, &Asked::default(), Some(Message::new("web-review-compared-anew"))).await?;
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    answered(&at, number, done, (&Asked::default(), "")).await
}

/// `POST /{m}/inlasning/{number}/kasta`
pub async fn discard(path: Path<(String, String)>, at: InReview) -> Result<Response, Refusal> {
    let number = number(&path)?;
    let (app, city) = (&at.editing.app, &at.at.city);
    let municipality = city.data.municipality.id;
    let done = discard_act(app.store(), app.outside(), &at.editing.actor, municipality, number).await;
    answered(&at, number, done, (&Asked::default(), "")).await
}

async fn answered<T>(
    at: &InReview,
    number: u32,
    done: Result<T, ActError>,
    (asked, anchor): (&Asked, &str),
) -> Result<Response, Refusal> {
    match done {
        Ok(_) => {
            let to = Addresses::of(&at.at.city.data.municipality.slug);
            let back = match &asked.part {
                Some(part) => to.review_part(number, part, asked.page),
                None => to.review(number),
            };
            Ok(Redirect::to(&format!("{back}{anchor}")).into_response())
        }
        Err(ActError::Refused(message)) => {
            let page = page(number, at, asked, Some(message)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(Refusal::failed(&AppError::from(error).messages(Lang::En).join("; "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_app::review::view::GONE;

    fn of(name: &str, value: &str) -> Option<(Decision, String)> {
        decision_of(&(name.to_owned(), value.to_owned()))
    }

    #[test]
    fn a_button_says_what_is_decided_of_what() {
        let all = Decision { which: Which::All, verdict: Some(Verdict::Accepted) };
        assert_eq!(of("godta", "alla"), Some((all, String::new())));
        let gone = Decision { which: Which::Group(GONE.to_owned()), verdict: Some(Verdict::Rejected) };
        assert_eq!(of("avvisa", "avsnitt:borta"), Some((gone, "#borta".to_owned())));
        assert_eq!(of("lang", "sv"), None);
        assert_eq!(of("godta", "\r\nX: y"), None);
    }
}
