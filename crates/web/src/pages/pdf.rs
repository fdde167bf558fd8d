//! A document printed.

use super::InCity;
use crate::refusal::Refusal;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use uppsikt_app::city::City;
use uppsikt_app::publishing;
use uppsikt_messages::Lang;

/// How many printed documents are kept.
const KEPT: usize = 32;

/// Printed documents by what they hold: a new version has another key.
type Printed = VecDeque<(u64, Arc<Vec<u8>>)>;

static PRINTED: LazyLock<Mutex<Printed>> = LazyLock::new(Mutex::default);

/// `/{m}/dokument/{doc}.pdf`, in the document's own language.
pub async fn pdf(at: &InCity, slug: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    let city = Arc::clone(&at.city);
    let stored = city.document(slug).ok_or(Refusal::NotFound)?;
    let mut hasher = DefaultHasher::new();
    (&city.data.municipality.slug, stored.id, stored.version, city.seen_from).hash(&mut hasher);
    stored.document.hash(&mut hasher);
    let key = hasher.finish();
    let tag = format!("\"{key:016x}\"");
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let bytes = match kept(key) {
        Some(bytes) => bytes,
        None => keep(key, print(Arc::clone(&city), slug.to_owned()).await?),
    };
    let name = format!("inline; filename=\"{slug}.pdf\"");
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::ETAG, tag),
    ];
    Ok((headers, bytes.as_ref().clone()).into_response())
}

fn kept(key: u64) -> Option<Arc<Vec<u8>>> {
    let printed = PRINTED.lock().unwrap_or_else(PoisonError::into_inner);
    printed.iter().find(|(known, _)| *known == key).map(|(_, bytes)| Arc::clone(bytes))
}

fn keep(key: u64, bytes: Vec<u8>) -> Arc<Vec<u8>> {
    let bytes = Arc::new(bytes);
    let mut printed = PRINTED.lock().unwrap_or_else(PoisonError::into_inner);
    printed.push_back((key, Arc::clone(&bytes)));
    if printed.len() > KEPT {
        printed.pop_front();
    }
    bytes
}

/// Setting a document takes long: not on the threads that answer others. Documents are
/// printed in the language that they are written in.
async fn print(city: Arc<City>, slug: String) -> Result<Vec<u8>, Refusal> {
    let work = tokio::task::spawn_blocking(move || {
        city.document(&slug).map(|stored| publishing::pdf(&city, stored, Lang::Sv))
    });
    match work.await {
        Ok(Some(Ok(bytes))) => Ok(bytes),
        Ok(Some(Err(error))) => Err(Refusal::failed(&error)),
        Ok(None) => Err(Refusal::NotFound),
        Err(error) => Err(Refusal::failed(&error)),
    }
}
