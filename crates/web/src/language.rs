//! Who visits: the language and the address that was asked for.

use axum::extract::{FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use std::convert::Infallible;
use uppsikt_messages::Lang;

const COOKIE: &str = "sprak";
/// A year, in seconds.
const REMEMBERED: u32 = 31_536_000;

/// The language and the address of a request.
#[derive(Debug, Clone, Default)]
pub struct Visit {
    /// The language to answer in: `?lang=`, else the cookie, else Swedish.
    pub lang: Lang,
    /// The path that was asked for.
    pub path: String,
    /// What was asked for after `?`, without the language.
    pub query: Vec<(String, String)>,
}

impl Visit {
    fn of(uri: &Uri, headers: &HeaderMap) -> Visit {
        let asked: Vec<(String, String)> =
            Query::try_from_uri(uri).map(|Query(pairs)| pairs).unwrap_or_default();
        let lang = chosen(uri).or_else(|| remembered(headers)).unwrap_or_default();
        let query = asked.into_iter().filter(|(name, _)| name != "lang").collect();
        Visit { lang, path: uri.path().to_owned(), query }
    }

    /// The first value with a name after `?`.
    pub fn asked(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }

    /// The same address in another language.
    pub fn in_lang(&self, lang: Lang) -> String {
        let mut address = format!("{}?lang={}", self.path, lang.tag());
        for (name, value) in &self.query {
            address.push('&');
            address.push_str(&encoded(name));
            address.push('=');
            address.push_str(&encoded(value));
        }
        address
    }
}

/// A word as it may stand after `?`.
pub fn encoded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for byte in word.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn chosen(uri: &Uri) -> Option<Lang> {
    let pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(name, _)| *name == "lang").find_map(|(_, tag)| Lang::from_tag(tag))
}

fn remembered(headers: &HeaderMap) -> Option<Lang> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find_map(|(name, tag)| (name == COOKIE).then(|| Lang::from_tag(tag))?)
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Visit::of(&parts.uri, &parts.headers))
    }
}

/// Remembers a language that was chosen with `?lang=`.
pub async fn remember(request: Request, next: Next) -> Response {
    let lang = chosen(request.uri());
    let mut response = next.run(request).await;
    if let Some(lang) = lang {
        let cookie = format!("{COOKIE}={}; Path=/; Max-Age={REMEMBERED}; SameSite=Lax; HttpOnly", lang.tag());
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(uri: &str, cookie: &str) -> Visit {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(cookie).unwrap());
        Visit::of(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn the_address_wins_over_the_cookie_and_swedish_is_first() {
        assert_eq!(visit("/a?lang=sv", "sprak=en").lang, Lang::Sv);
        assert_eq!(visit("/a", "x=1; sprak=en").lang, Lang::En);
        assert_eq!(visit("/a?lang=xx", "").lang, Lang::Sv);
    }

    #[test]
    fn the_other_language_keeps_what_was_asked_for() {
        let visit = visit("/a/2026?namnd=kultur%20%26&lang=en", "");
        assert_eq!(visit.in_lang(Lang::Sv), "/a/2026?lang=sv&namnd=kultur%20%26");
        assert_eq!(visit.asked("namnd"), Some("kultur &"));
    }
}
