//! `uppsikt publish`: a stored document as PDF or HTML.

use crate::{Outcome, database, output};
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use uppsikt_app::city::City;
use uppsikt_app::outside::Outside;
use uppsikt_app::publishing;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_messages::{Lang, Message};

/// Prints the document to the file.
pub fn run(given: &ArgMatches, lang: Lang) -> Outcome {
    let Some(path) = given.get_one::<PathBuf>("output") else { return Outcome::Unusable };
    let Some(form) = Form::of(path) else {
        output::tell(&Message::new("cli-publish-ending").with("path", path.display().to_string()), lang);
        return Outcome::Unusable;
    };
    let done = database::wait(publish(given, form, path, lang))
        .unwrap_or_else(|error| Err(Message::new("cli-database-failed").with("why", error.to_string())));
    match done {
        Ok(()) => Outcome::Done,
        Err(message) => {
            output::tell(&message, lang);
            Outcome::Unusable
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Form {
    Pdf,
    Html,
}

impl Form {
    fn of(path: &Path) -> Option<Form> {
        match path.extension()?.to_str()?.to_lowercase().as_str() {
            "pdf" => Some(Form::Pdf),
            "html" => Some(Form::Html),
            _ => None,
        }
    }
}

async fn publish(given: &ArgMatches, form: Form, path: &Path, lang: Lang) -> Result<(), Message> {
    let no_database = || Message::new("cli-publish-empty");
    let app = database::open_existing(given, Outside::real(), lang).await.ok_or_else(no_database)?;
    let city = database::city(&app, given.get_one::<String>("municipality"), lang).await?;
    let stored = wanted(&city, given)?;
    let bytes = match form {
        Form::Pdf => {
            publishing::pdf(&city, stored, lang).map_err(|error| failed(path, &error.to_string()))?
        }
        Form::Html => publishing::html(&city, stored, lang).into_bytes(),
    };
    std::fs::write(path, bytes).map_err(|error| failed(path, &error.to_string()))?;
    output::tell(&Message::new("cli-publish-done").with("path", path.display().to_string()), lang);
    Ok(())
}

fn failed(path: &Path, why: &str) -> Message {
    Message::new("cli-write-failed").with("path", path.display().to_string()).with("why", why)
}

fn wanted<'a>(city: &'a City, given: &ArgMatches) -> Result<&'a StoredDocument, Message> {
    let committee = given.get_one::<String>("committee").map(String::as_str).unwrap_or_default();
    let year = given.get_one::<i32>("year").copied().unwrap_or_default();
    let document = given.get_one::<String>("document").map(String::as_str).unwrap_or_default();
    let kind = DocumentKind::from_code(&document.replace('-', "_")).unwrap_or_default();
    let found = city.body_named(committee).and_then(|body| city.document_of(&body.slug, year, kind));
    found.ok_or_else(|| {
        let stored: Vec<&str> = city.documents_in(year).map(|stored| stored.slug.as_str()).collect();
        Message::new("cli-publish-missing")
            .with("document", document)
            .with("committee", committee)
            .with("year", year.to_string())
            .with("stored", if stored.is_empty() { "–".to_owned() } else { stored.join(", ") })
    })
}
