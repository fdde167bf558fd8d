//! What lies around every answer: headers, languages, refusals, files, empty places.
#![allow(clippy::unwrap_used)]

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt;
use std::sync::Arc;
use tower::ServiceExt;
use uppsikt_app::city::City;
use uppsikt_app::finding::compare::VersionEntry;
use uppsikt_domain::document::Document;
use uppsikt_domain::municipality::{Body as Committee, BodyKind};
use uppsikt_domain::registry::{CityData, Id, Municipality, StoredDocument};
use uppsikt_domain::structure::Structure;
use uppsikt_web::{Answer, Cities, CityName, FixedCities, Site, router};

fn town(slug: &str) -> Arc<City> {
    let committee = Committee {
        slug: "namnden".into(),
        name: "Nämnden".into(),
        abbreviation: String::new(),
        kind: BodyKind::Committee,
        from_year: None,
        to_year: None,
        deviation_threshold_tkr: None,
    };
    let municipality = Municipality {
        id: Id(1),
        slug: slug.to_owned(),
        name: format!("{slug} <kommun>"),
        style: String::new(),
        rules: Default::default(),
        additions: Vec::new(),
        statistical_areas: Vec::new(),
        bodies: vec![committee],
    };
    let data = CityData {
        municipality,
        goal_areas: Vec::new(),
        goals: Vec::new(),
        budget_areas: Vec::new(),
        goal_statuses: Vec::new(),
        lineage: Vec::new(),
        decisions: Vec::new(),
        documents: Vec::new(),
    };
    Arc::new(City::new(data, Structure::default(), "2026-09-24".parse().unwrap()))
}

fn site(slugs: &[&str]) -> Router {
    router(Site::new(FixedCities(slugs.iter().map(|slug| town(slug)).collect())))
}

async fn ask(site: Router, request: Request<Body>) -> (Response, String) {
    let answer = site.oneshot(request).await.unwrap();
    let (parts, body) = answer.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    (Response::from_parts(parts, Body::empty()), String::from_utf8_lossy(&bytes).into_owned())
}

async fn get(site: Router, address: &str) -> (Response, String) {
    ask(site, Request::get(address).body(Body::empty()).unwrap()).await
}

fn header(answer: &Response, name: impl header::AsHeaderName) -> String {
    answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn every_answer_says_what_it_may_load_and_has_a_number() {
    for address in ["/", "/nowhere", "/halsa", "/ekby"] {
        let (answer, _) = get(site(&["ekby", "alby"]), address).await;
        let policy = header(&answer, header::CONTENT_SECURITY_POLICY);
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{address}: {policy}"
        );
        assert_eq!(header(&answer, header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{address}");
        assert_eq!(header(&answer, "x-request-id").len(), 16, "{address}");
    }
}

#[tokio::test]
async fn one_municipality_leads_on_and_several_are_listed() {
    let (answer, _) = get(site(&["ekby"]), "/").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(header(&answer, header::LOCATION), "/ekby");
    let (answer, page) = get(site(&["ekby", "alby"]), "/").await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(page.contains("href=\"/alby\"") && page.contains("alby &#60;kommun&#62;"), "{page}");
}

#[tokio::test]
async fn places_without_documents_say_what_will_stand_there() {
    let (_, none) = get(site(&[]), "/").await;
    assert!(none.contains("uppsikt import"), "{none}");
    let (answer, empty) = get(site(&["ekby"]), "/ekby").await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(empty.contains("Inga dokument än"), "{empty}");
}

/// A town with one document of 2026 in which nothing was recognised.
fn town_with_an_empty_document() -> Router {
    let city = Arc::into_inner(town("ekby")).unwrap();
    let document = Document { year: Some(2026), ..Document::default() };
    let mut data = Arc::unwrap_or_clone(city.data);
    data.documents.push(StoredDocument {
        id: Id(2),
        slug: "tomt-2026".into(),
        version: 1,
        recorded_at: "2026-09-24T10:00:00Z".parse().unwrap(),
        document: Arc::new(document),
        claims: Vec::new(),
        facts: Vec::new(),
        held_texts: Vec::new(),
        overruled: Default::default(),
    });
    let city = City::new(data, city.structure, city.seen_from);
    router(Site::new(FixedCities(vec![Arc::new(city)])))
}

#[tokio::test]
async fn a_year_without_goals_money_or_assignments_says_what_will_stand_there() {
    let pages = [
        ("", ["Inga mål för året", "Ingen ekonomi för året", "Inga uppdrag för året"].as_slice()),
        ("/mal", &["Inga mål för året"]),
        ("/ekonomi", &["Ingen ekonomi för året"]),
        ("/uppdrag", &["Inga uppdrag för året"]),
    ];
    for (page, told) in pages {
        let (answer, text) = get(town_with_an_empty_document(), &format!("/ekby/2026{page}")).await;
        assert_eq!(answer.status(), StatusCode::OK, "{page}");
        assert_eq!(text.matches("<h1").count(), 1, "{page}");
        for words in told {
            assert!(text.contains(words), "{page}: {words}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_told_in_the_visitors_language() {
    for address in ["/nowhere", "/ekby/2026", "/ekby/mal", "/static/x/none.css", "/ekby/%00"] {
        let (answer, page) = get(site(&["ekby"]), &format!("{address}?lang=en")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{address}");
        assert!(page.contains("There is no such page") && page.contains("lang=\"en\""), "{address}");
    }
}

#[tokio::test]
async fn a_path_in_a_refusal_is_text() {
    let (_, page) = get(site(&["ekby"]), "/%3Cscript%3E").await;
    assert!(!page.contains("<script"), "{page}");
}

#[tokio::test]
async fn a_chosen_language_is_remembered() {
    let (answer, _) = get(site(&["ekby"]), "/ekby?lang=en").await;
    let cookie = header(&answer, header::SET_COOKIE);
    assert!(cookie.starts_with("sprak=en;") && cookie.contains("SameSite=Lax"), "{cookie}");
    let request = Request::get("/ekby").header(header::COOKIE, "sprak=en").body(Body::empty()).unwrap();
    let (_, page) = ask(site(&["ekby"]), request).await;
    assert!(page.contains("<html lang=\"en\">") && page.contains("No documents yet"), "{page}");
}

#[tokio::test]
async fn requests_that_change_are_refused_from_other_sites_and_have_no_page_here() {
    let post = |site_header: &str| {
        let request =
            Request::builder().method(Method::POST).uri("/ekby").header("sec-fetch-site", site_header);
        request.body(Body::empty()).unwrap()
    };
    let (answer, page) = ask(site(&["ekby"]), post("cross-site")).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert!(page.contains("Begäran stoppades"), "{page}");
    let (answer, _) = ask(site(&["ekby"]), post("same-origin")).await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn files_are_kept_for_long_under_their_hash_alone() {
    let (_, page) = get(site(&[]), "/").await;
    let sheet = page.split('"').find(|word| word.ends_with("uppsikt.css")).unwrap().to_owned();
    let (answer, css) = get(site(&[]), &sheet).await;
    assert!(header(&answer, header::CACHE_CONTROL).contains("immutable"));
    assert!(css.contains("--up-thread") && header(&answer, header::CONTENT_TYPE).starts_with("text/css"));
    let (answer, _) = get(site(&[]), "/static/0000/uppsikt.css").await;
    assert_eq!(header(&answer, header::CACHE_CONTROL), "no-cache");
    let (answer, _) = get(site(&[]), "/static/0000/fonts/source-sans-3-latin-wght-normal.woff2").await;
    assert_eq!(header(&answer, header::CONTENT_TYPE), "font/woff2");
}

struct Broken;

impl Cities for Broken {
    fn city<'a>(&'a self, _: &'a str) -> Answer<'a, Option<Arc<City>>> {
        panic!("nobody expected this")
    }

    fn names(&self) -> Answer<'_, Vec<CityName>> {
        Box::pin(async { Err(Box::new("the disk is full") as _) })
    }

    fn versions<'a>(&'a self, _: Id, _: &'a str) -> Answer<'a, Vec<VersionEntry>> {
        Box::pin(async { Err(Box::new("the disk is full") as _) })
    }

    fn version<'a>(&'a self, _: Id, _: &'a str, _: u32) -> Answer<'a, Option<Document>> {
        Box::pin(async { Err(Box::new("the disk is full") as _) })
    }
}

#[tokio::test]
async fn failures_and_bugs_give_a_number_to_quote_and_no_inside() {
    for address in ["/", "/ekby/2026"] {
        let (answer, page) = get(router(Site::new(Broken)), address).await;
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR, "{address}");
        assert!(page.contains("Något är fel i programmet, inte i dina uppgifter"), "{address}");
        assert!(!page.contains("disk") && !page.contains("nobody expected"), "{address}");
        let number = page.split("Uppge ").nth(1).unwrap().chars().take(4).collect::<String>();
        assert!(number.bytes().all(|digit| digit.is_ascii_hexdigit()), "{number}");
    }
}

#[tokio::test]
async fn pages_are_packed_for_who_can_unpack() {
    let request =
        Request::get("/nowhere").header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
    let (answer, _) = ask(site(&["ekby"]), request).await;
    assert_eq!(header(&answer, header::CONTENT_ENCODING), "gzip");
}
