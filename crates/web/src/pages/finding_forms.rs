//! What a person does with a finding: accepts it, counts it again, assigns it. Each answers with
//! the page to look at next, so that going back and loading again do no harm.

use super::InReview;
use super::findings::page;
use crate::acting::{Form as Asked, RefusedForm};
use crate::addresses::Addresses;
use crate::refusal::Refusal;
use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uppsikt_app::AppError;
use uppsikt_app::act::ActError;
use uppsikt_app::ask::findings::all_shown;
use uppsikt_app::finding::accept::accept;
use uppsikt_app::finding::assign::assign;
use uppsikt_app::finding::reopen::reopen;
use uppsikt_app::finding::{Doing, Which};
use uppsikt_messages::Lang;

/// What was sent: a button's name is what is done, its value the finding's print.
struct Sent {
    asked: Asked,
    print: String,
    written: String,
    back: String,
}

/// `POST /{m}/dokument/{doc}/anmarkningar`
pub async fn judge(
    Path((_, slug)): Path<(String, String)>,
    at: InReview,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Refusal> {
    let Some(sent) = form.ok().and_then(|Form(fields)| sent(&fields)) else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let (app, city) = (&at.editing.app, &at.at.city);
    let doing = Doing { store: app.store(), outside: app.outside(), actor: &at.editing.actor, city };
    let which = Which { document: &slug, print: &sent.print };
    let done = match sent.asked {
        Asked::Accept => accept(doing, which, &sent.written).await,
        Asked::Reopen => reopen(doing, which).await,
        Asked::Assign => assign(doing, which, &sent.written).await,
    };
    match done {
        Ok(()) => Ok(Redirect::to(&next(&at, &slug, &sent)).into_response()),
        Err(ActError::Refused(message)) => {
            let why = message.in_lang(at.at.visit.lang);
            let refused = RefusedForm { print: sent.print, form: sent.asked, written: sent.written, why };
            let page = page(&slug, &at.at, Some(refused)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(Refusal::failed(&AppError::from(error).messages(Lang::En).join("; "))),
    }
}

fn sent(fields: &[(String, String)]) -> Option<Sent> {
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let pressed = |name, asked| field(name).map(|print| (asked, print));
    let (asked, print) = pressed("godta", Asked::Accept)
        .or_else(|| pressed("angra", Asked::Reopen))
        .or_else(|| pressed("ingen", Asked::Assign))
        .or_else(|| pressed("tilldela", Asked::Assign))?;
    let written = match asked {
        Asked::Accept => field("skal"),
        Asked::Assign => field("till").filter(|_| field("ingen").is_none()),
        Asked::Reopen => None,
    };
    let back = field("tillbaka").unwrap_or_default();
    Some(Sent { asked, print, written: written.unwrap_or_default(), back })
}

/// The page that was come from, where it is one of the municipality's; else the finding.
fn next(at: &InReview, slug: &str, sent: &Sent) -> String {
    let to = Addresses::of(&at.at.city.data.municipality.slug);
    let plain = |c: char| c.is_ascii_graphic() && c != '\\';
    if sent.back.starts_with(&format!("{}/", to.home())) && sent.back.chars().all(plain) {
        return sent.back.clone();
    }
    let stored = at.at.city.document(slug);
    let shown = stored.map(|stored| all_shown(&at.at.city, stored)).unwrap_or_default();
    let found = shown.iter().find(|shown| shown.known.identity.print == sent.print);
    format!("{}#{}", to.findings(slug), found.map_or("alla", |shown| shown.anchor.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)]) -> Option<(Asked, String, String)> {
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        sent(&fields).map(|sent| (sent.asked, sent.print, sent.written))
    }

    #[test]
    fn a_button_says_what_is_done_with_which_finding() {
        let accepted = of(&[("skal", "så är det"), ("godta", "abc")]);
        assert_eq!(accepted, Some((Asked::Accept, "abc".into(), "så är det".into())));
        assert_eq!(
            of(&[("till", "Eva"), ("ingen", "abc")]),
            Some((Asked::Assign, "abc".into(), String::new()))
        );
        assert_eq!(
            of(&[("angra", "abc"), ("skal", "x")]),
            Some((Asked::Reopen, "abc".into(), String::new()))
        );
        assert_eq!(of(&[("skal", "x")]), None);
    }
}
