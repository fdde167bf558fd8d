//! What is answered when a page cannot be: a stop, or a fault of the program.

use crate::language::Visit;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{FromRequestParts, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html as Page, IntoResponse, Response};
use std::fmt::Display;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// Why a page cannot be shown. It becomes a page in the visitor's language on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such page.
    NotFound,
    /// Nobody may change anything on this site.
    NotEditing,
    /// Something that the program rests on failed, or the program did. Logged under the number.
    Failed {
        /// What the visitor quotes.
        number: String,
    },
}

impl Refusal {
    /// A failure or a bug: logged with a number that the visitor can quote.
    pub fn failed(error: &(impl Display + ?Sized)) -> Refusal {
        let number = next_number();
        tracing::error!(%number, %error, "a page could not be shown");
        Refusal::Failed { number }
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::NotEditing => StatusCode::FORBIDDEN,
            Refusal::Failed { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Four hexadecimal digits, another for each fault until they have all been used.
fn next_number() -> String {
    static START: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one("faults"));
    static COUNT: AtomicU64 = AtomicU64::new(0);
    // An odd step visits every number of sixteen bits before one comes again.
    let step = COUNT.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37);
    format!("{:04X}", START.wrapping_add(step) & 0xFFFF)
}

/// Answers a caught panic.
pub fn caught(panic: Box<dyn std::any::Any + Send>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
    Refusal::failed(words.unwrap_or("panic without words")).into_response()
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage {
    shell: Shell,
    /// The start of the keys of its texts: "web-stop-404".
    key: String,
    path: String,
    number: Option<String>,
}

/// Gives every refusal its page in the visitor's language.
pub async fn pages(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visit = match Visit::from_request_parts(&mut parts, &()).await {
        Ok(visit) => visit,
        Err(never) => match never {},
    };
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_page(response.headers()) {
        return response;
    }
    page(&visit, status, response.extensions().get::<Refusal>())
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/json"))
}

fn page(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Response {
    let number = match refusal {
        Some(Refusal::Failed { number }) => Some(number.clone()),
        _ => status.is_server_error().then(next_number),
    };
    let key = match status {
        StatusCode::NOT_FOUND => "web-stop-missing",
        StatusCode::FORBIDDEN if refusal == Some(&Refusal::NotEditing) => "web-stop-not-editing",
        StatusCode::FORBIDDEN => "web-stop-forbidden",
        StatusCode::METHOD_NOT_ALLOWED => "web-stop-method",
        StatusCode::PAYLOAD_TOO_LARGE => "web-stop-large",
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => "web-stop-slow",
        _ if number.is_some() => "web-fault",
        _ => "web-stop-other",
    };
    let shell = Shell::bare(visit);
    let title = shell.t(format!("{key}-title"));
    let page =
        RefusalPage { shell: shell.titled(title), key: key.to_owned(), path: visit.path.clone(), number };
    match page.render() {
        Ok(markup) => (status, Page(markup)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of a refusal could not be shown");
            status.into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_faults_have_two_numbers_of_four_digits() {
        let (one, other) = (next_number(), next_number());
        assert_ne!(one, other);
        assert!(one.len() == 4 && one.bytes().all(|digit| digit.is_ascii_hexdigit()), "{one}");
    }
}
