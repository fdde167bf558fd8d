//! Asking a site through HTTP, and reading what it answers.
#![allow(dead_code)]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use tower::ServiceExt;

/// An answer with its page.
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub kind: String,
    pub page: String,
}

impl Answer {
    /// The words of everything that fits a selector.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.page);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector)
            .map(|it| it.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" "))
            .collect()
    }

    pub fn first(&self, selector: &str) -> String {
        self.all(selector).into_iter().next().unwrap_or_default()
    }

    /// An attribute of everything that fits a selector and has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.page);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).filter_map(|it| it.attr(name)).map(str::to_owned).collect()
    }

    /// Whether every word is translated, nothing is inline and every id stands once.
    pub fn assert_sound(&self, address: &str) {
        let key = self.page.split(['>', ' ', '"', '<']).find(|word| word.starts_with("web-"));
        assert_eq!(key, None, "{address}");
        assert!(!self.page.contains("style=") && !self.page.contains("<script"), "{address}");
        let mut ids = self.attributes("main [id]", "id");
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{address}");
    }
}

pub async fn ask(site: &Router, request: Request<Body>) -> Answer {
    let answer = site.clone().oneshot(request).await.unwrap();
    let told = |name| {
        let value = answer.headers().get(name);
        value.map(|value: &header::HeaderValue| value.to_str().unwrap().to_owned()).unwrap_or_default()
    };
    let (location, kind) = (told(header::LOCATION), told(header::CONTENT_TYPE));
    let status = answer.status();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    Answer { status, location, kind, page: String::from_utf8_lossy(&bytes).into_owned() }
}

pub async fn get(site: &Router, address: &str) -> Answer {
    ask(site, Request::get(address).body(Body::empty()).unwrap()).await
}

/// Sends the fields of a form.
pub async fn post(site: &Router, address: &str, fields: &[(&str, &str)]) -> Answer {
    let coded = |word: &str| -> String {
        word.bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", coded(value))).collect();
    let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    ask(site, request.body(Body::from(body.join("&"))).unwrap()).await
}

/// Presses a button.
pub async fn press(site: &Router, address: &str, name: &str, value: &str) -> Answer {
    post(site, address, &[(name, value)]).await
}

/// Sends a file to be read in.
pub async fn send_file(site: &Router, address: &str, name: &str, bytes: &[u8]) -> Answer {
    let mut body = format!(
        "--grans\r\nContent-Disposition: form-data; name=\"dokument\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--grans--\r\n");
    let kind = "multipart/form-data; boundary=grans";
    ask(site, Request::post(address).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
}
