//! A site crawled through HTTP: every page that links lead to.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tower::ServiceExt;
use uppsikt_app::city::City;

/// A page's own words and where its links lead. `None`: a redirect or a file.
async fn page(site: &Router, address: &str) -> (StatusCode, Vec<String>, Option<String>) {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let answer = site.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    if let Some(to) = answer.headers().get(header::LOCATION) {
        return (StatusCode::OK, vec![to.to_str().unwrap().to_owned()], None);
    }
    let kind = answer.headers().get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    if !kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return (status, Vec::new(), None);
    }
    let html = Html::parse_document(std::str::from_utf8(&bytes).unwrap());
    let links = Selector::parse("a[href]").unwrap();
    let hrefs = html.select(&links).filter_map(|link| link.value().attr("href")).map(str::to_owned);
    let words: Vec<&str> = html.root_element().text().flat_map(str::split_whitespace).collect();
    (status, hrefs.collect(), Some(words.join(" ")))
}

/// Addresses that links lead to inside the site. Marked lines and the language give the
/// same page and count once; files are left to their own tests.
fn inside(href: &str) -> Option<String> {
    let path = href.split('#').next()?;
    let plain = path.split('?').next()?;
    let same_page = plain.ends_with("/kalla") || path.contains("lang=");
    let file = plain.ends_with(".pdf") || plain.starts_with("/static/");
    let wanted = if same_page { plain } else { path };
    (wanted.starts_with('/') && !file).then(|| wanted.to_owned())
}

/// The text of every page, by address. A link that leads nowhere fails.
pub async fn crawl(site: &Router) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut open = VecDeque::from(["/".to_owned()]);
    while let Some(address) = open.pop_front() {
        let (status, links, words) = page(site, &address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        for next in links.iter().filter_map(|href| inside(href)) {
            if seen.insert(next.clone()) {
                open.push_back(next);
            }
        }
        if let Some(words) = words {
            pages.insert(address, words);
        }
    }
    pages
}

/// Holds the same pages on every database against each other.
pub fn assert_same(told: &[BTreeMap<String, String>]) {
    for other in &told[1..] {
        assert!(told[0].keys().eq(other.keys()));
        for (address, words) in &told[0] {
            assert_eq!(words, &other[address], "{address}");
        }
    }
}

/// Letters and figures only: lines are joined as a reader joins them.
fn joined(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many claims are stored; each must stand on the lines that its origin shows.
pub fn assert_claims_stand_where_they_say(city: &City) -> usize {
    let (mut claims, mut wrong) = (0, Vec::new());
    for stored in &city.data.documents {
        for claim in &stored.claims {
            claims += 1;
            if !joined(&stored.document.printed(&claim.span)).contains(&joined(&claim.wording)) {
                wrong.push(format!("{}:{} {:?}", stored.slug, claim.span.at.line, claim.wording));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {claims}: {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
    claims
}
