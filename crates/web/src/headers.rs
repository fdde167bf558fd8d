//! Headers of every answer: what a page may load and who may show it.

use axum::http::{HeaderName, HeaderValue, header};

/// Everything comes from the server itself; nothing is inline. `data:` is for the masks of
/// the design system's style sheet.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers that are put on every answer that does not have them already.
pub fn always() -> [(HeaderName, HeaderValue); 6] {
    let fixed = HeaderValue::from_static;
    [
        (header::CONTENT_SECURITY_POLICY, fixed(CONTENT_SECURITY_POLICY)),
        (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        (header::REFERRER_POLICY, fixed("same-origin")),
        (HeaderName::from_static("permissions-policy"), fixed("camera=(), geolocation=(), microphone=()")),
        (HeaderName::from_static("cross-origin-opener-policy"), fixed("same-origin")),
        // Pages differ by language and change when a document is stored.
        (header::CACHE_CONTROL, fixed("no-cache")),
    ]
}
