//! Reading documents in: the form, and all reviews.

use super::style::kind_named;
use super::{InReview, show};
use crate::addresses::Addresses;
use crate::refusal::Refusal;
use crate::shell::{Shell, Tab};
use askama::Template;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uppsikt_app::archive::{self, InputFile};
use uppsikt_app::document::import::Import;
use uppsikt_app::document::report;
use uppsikt_app::review::open::open;
use uppsikt_app::review::{ReviewEntry, ReviewState};
use uppsikt_app::style::title_guess;
use uppsikt_app::{AppError, style_of};
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::registry::Municipality;
use uppsikt_domain::style_addition::Leftover;
use uppsikt_messages::Message;

/// The name of the form's only field.
const FIELD: &str = "dokument";

#[derive(Template)]
#[template(path = "reviews.html")]
struct ReviewsPage {
    shell: Shell,
    reviews: Vec<ReviewEntry>,
    /// Why the document that was sent could not be read in.
    refused: Vec<String>,
    /// What is asked of it where nobody can see what kind of document it is.
    unknown: Option<UnknownKind>,
}

/// A document of no known kind.
struct UnknownKind {
    file: String,
    /// Its title as a pattern of the style; empty where no line is like one.
    title: String,
    /// What it can be: code and name.
    kinds: Vec<(String, String)>,
}

/// `/{m}/inlasning`
pub async fn reviews(at: InReview) -> Result<Response, Refusal> {
    list(&at, Vec::new(), None).await
}

async fn list(
    InReview { at, editing }: &InReview,
    refused: Vec<String>,
    unknown: Option<Untold>,
) -> Result<Response, Refusal> {
    let municipality = at.city.data.municipality.id;
    let reviews = editing.app.store().reviews(municipality).await.map_err(|error| Refusal::failed(&error))?;
    let shell = around(at);
    let here = shell.t("web-review-title");
    let shell = shell.titled(here.as_str()).here(here);
    let kinds = kinds(&at.city.data.municipality, &shell);
    let unknown = unknown.map(|Untold { file, title }| UnknownKind { file, title, kinds });
    show(&ReviewsPage { shell, reviews, refused, unknown })
}

/// What stands around every page of reviews, up to the list of documents.
pub fn around(at: &super::InCity) -> Shell {
    let year = at.city.years().last().copied().unwrap_or_default();
    let shell = Shell::new(&at.visit, &at.city, Tab::Documents, year);
    let (documents, href) = (shell.t("web-nav-documents"), shell.to.documents(year));
    shell.crumb(documents, Some(href))
}

/// `POST /{m}/inlasning`: reads a document and opens a review of it.
pub async fn upload(at: InReview, form: Result<Multipart, MultipartRejection>) -> Result<Response, Refusal> {
    let read = match form {
        Ok(form) => read_in(&at, form).await,
        Err(_) => Err(Why::refused(Message::new("web-review-whole-file"))),
    };
    match read {
        Ok(number) => {
            let to = Addresses::of(&at.at.city.data.municipality.slug);
            Ok(Redirect::to(&to.review(number)).into_response())
        }
        Err(Why::TooLarge) => Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
        Err(Why::Failed(error)) => Err(Refusal::failed(&error)),
        Err(Why::Refused(messages, unknown)) => {
            let lang = at.at.visit.lang;
            let told = messages.iter().map(|message| message.in_lang(lang)).collect();
            let page = list(&at, told, unknown).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Why a document was not read in.
enum Why {
    /// What it lacks, and what could be said of it where its kind is not known.
    Refused(Vec<Message>, Option<Untold>),
    /// It is larger than what is taken.
    TooLarge,
    /// The program failed.
    Failed(String),
}

impl Why {
    fn refused(message: Message) -> Self {
        Why::Refused(vec![message], None)
    }
}

/// A document's file and a guess at its title, where its kind is not known.
struct Untold {
    file: String,
    title: String,
}

impl Untold {
    fn of(document: &Document) -> Option<Self> {
        let title = || title_guess(document).unwrap_or_default();
        (document.kind == DocumentKind::Unknown)
            .then(|| Untold { file: document.source.file.clone(), title: title() })
    }
}

/// The kinds that a document can be said to be, in the order of their names.
fn kinds(municipality: &Municipality, shell: &Shell) -> Vec<(String, String)> {
    let codes = style_of(municipality).map(|style| style.meanings(Leftover::Title)).unwrap_or_default();
    let mut kinds: Vec<_> = codes.into_iter().map(|code| (kind_named(shell, &code), code)).collect();
    kinds.sort();
    kinds.into_iter().map(|(name, code)| (code, name)).collect()
}

async fn read_in(InReview { at, editing }: &InReview, form: Multipart) -> Result<u32, Why> {
    let file = file_of(form).await?;
    let municipality = &at.city.data.municipality;
    let style = style_of(municipality).map_err(|error| Why::refused(error.message()))?;
    // Reading is work and not waiting: it has a thread of its own.
    let read = tokio::task::spawn_blocking(move || {
        let document = archive::read(&file, &style);
        (file, document)
    });
    let (file, document) = read.await.map_err(|error| Why::Failed(error.to_string()))?;
    let document = document.map_err(Why::refused)?;
    let structure = &at.city.structure;
    let import = Import { municipality: municipality.id, document: &document, bytes: &file.bytes, structure };
    let app = &editing.app;
    let opened = open(app.store(), app.outside(), &editing.actor, import).await;
    opened.map_err(|error| match error {
        uppsikt_app::act::ActError::Refused(message) => {
            let unknown = Untold::of(&document);
            let found = unknown.as_ref().and_then(|_| report::found_of_unknown(report::found_in(&document)));
            let pages = report::without_text(&report::scanned_pages(&document), &document.source.empty_pages);
            Why::Refused(std::iter::once(found.unwrap_or(message)).chain(pages).collect(), unknown)
        }
        error => Why::Failed(AppError::from(error).messages(uppsikt_messages::Lang::En).join("; ")),
    })
}

async fn file_of(mut form: Multipart) -> Result<InputFile, Why> {
    let refused = |key| Why::refused(Message::new(key));
    loop {
        let field = form.next_field().await.map_err(|error| broken(&error))?;
        let Some(field) = field else { return Err(refused("web-review-no-file")) };
        if field.name() != Some(FIELD) {
            continue;
        }
        let name = field.file_name().map(plain_name).unwrap_or_default();
        let bytes = field.bytes().await.map_err(|error| broken(&error))?.to_vec();
        if name.is_empty() && bytes.is_empty() {
            return Err(refused("web-review-no-file"));
        }
        return Ok(InputFile { name, bytes });
    }
}

fn broken(error: &axum::extract::multipart::MultipartError) -> Why {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Why::TooLarge,
        _ => Why::refused(Message::new("web-review-whole-file")),
    }
}

/// A file's name without folders, as some browsers send it.
fn plain_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

/// "Nämndsbudget 2026, Kultur- och fritidsnämnden".
pub fn called(shell: &Shell, entry: &ReviewEntry) -> String {
    document_called(shell, entry.kind, &entry.body, entry.year)
}

/// What a document of a kind, a body and a year is called.
pub fn document_called(shell: &Shell, kind: DocumentKind, body: &str, year: Option<i32>) -> String {
    let kind = shell.t(format!("web-kind-{}", kind.code().replace('_', "-")));
    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
    let body = if body.is_empty() { String::new() } else { format!(", {body}") };
    format!("{kind}{year}{body}")
}

impl ReviewsPage {
    fn called(&self, entry: &ReviewEntry) -> String {
        called(&self.shell, entry)
    }

    fn who(&self, entry: &ReviewEntry) -> String {
        let day = self.shell.day(entry.opened_at.date_naive());
        let args = [("who", entry.opened_by.as_str().into()), ("day", day.into())];
        self.shell.told("web-review-who-when", &args)
    }

    fn state(&self, entry: &ReviewEntry) -> String {
        let key = match entry.state {
            ReviewState::Open => "web-review-state-open",
            ReviewState::Finished => "web-review-state-finished",
            ReviewState::Discarded => "web-review-state-discarded",
        };
        let args = [
            ("version", i64::from(entry.version.unwrap_or_default()).into()),
            ("accepted", i64::from(entry.accepted).into()),
            ("rejected", i64::from(entry.rejected).into()),
        ];
        self.shell.told(key, &args)
    }
}
