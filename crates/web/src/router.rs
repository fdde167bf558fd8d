//! All addresses, and what lies around every answer.

use crate::cities::Site;
use crate::{assets, headers, language, pages, refusal};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, Request, StatusCode};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// A form of a page.
const BODY_LIMIT: usize = 64 * 1024;
const SLOWEST: Duration = Duration::from_secs(20);
/// A document that is read in, with what lies around it.
const UPLOAD_LIMIT: usize = 100 * 1024 * 1024 + BODY_LIMIT;
/// It is sent, taken apart by a child with limits of its own, and compared.
const SLOWEST_UPLOAD: Duration = Duration::from_secs(300);

/// The whole site over a source of municipalities.
pub fn router(site: Site) -> Router {
    let pages = Router::new()
        .merge(limited(pages::routes(), BODY_LIMIT, SLOWEST))
        .merge(limited(pages::uploads(), UPLOAD_LIMIT, SLOWEST_UPLOAD))
        .route("/halsa", get(healthy))
        .route("/static/{hash}/{*file}", get(assets::serve))
        .fallback(async || StatusCode::NOT_FOUND)
        .with_state(site);
    around(pages)
}

/// Tells that the program runs and reaches what it rests on.
async fn healthy(axum::extract::State(site): axum::extract::State<Site>) -> Response {
    match site.names().await {
        Ok(_) => {
            ([(axum::http::header::CONTENT_TYPE, "application/json")], r#"{"status":"ok"}"#).into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// Addresses that take bodies up to a size and answer within a time.
fn limited(routes: Router<Site>, bytes: usize, slowest: Duration) -> Router<Site> {
    routes
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(bytes))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, slowest))
}

/// Layers from the inside out: the last one meets a request first.
fn around(pages: Router) -> Router {
    pages
        .layer(CatchPanicLayer::custom(refusal::caught))
        .layer(CsrfLayer::new())
        .layer(from_fn(refusal::pages))
        .layer(from_fn(language::remember))
        .layer(from_fn(put_headers))
        .layer(CompressionLayer::new())
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .layer(SetRequestIdLayer::x_request_id(Numbered::default()))
}

async fn put_headers(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in headers::always() {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

fn span<B>(request: &Request<B>) -> tracing::Span {
    let id = request.headers().get(HeaderName::from_static("x-request-id")).and_then(|id| id.to_str().ok());
    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
}

/// Request ids that start anywhere and count on.
#[derive(Clone)]
struct Numbered(Arc<AtomicU64>);

impl Default for Numbered {
    fn default() -> Self {
        Numbered(Arc::new(AtomicU64::new(RandomState::new().hash_one("requests"))))
    }
}

impl MakeRequestId for Numbered {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        let id = format!("{:016x}", self.0.fetch_add(1, Ordering::Relaxed));
        id.parse().ok().map(RequestId::new)
    }
}
