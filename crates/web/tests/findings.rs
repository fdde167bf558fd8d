//! Living with findings through HTTP: who may, what is accepted, assigned, filtered and compared.
#![allow(clippy::unwrap_used)]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use std::sync::Arc;
use tower::ServiceExt;
use uppsikt_app::archive::{self, InputFile};
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example, style_of};
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{Site, router};

const REPORT: &str = "kultur-och-fritidsnamnden-delarsrapport-2026.md";
const PAGE: &str = "/almkoping/dokument/delarsrapport-kultur-och-fritidsnamnden-2026/anmarkningar";
const VERSIONS: &str = "/almkoping/dokument/delarsrapport-kultur-och-fritidsnamnden-2026/jamfor";
const YEAR: &str = "/almkoping/2026/anmarkningar";

fn report() -> InputFile {
    example::documents().into_iter().find(|file| file.name == REPORT).unwrap()
}

async fn app() -> Arc<Uppsikt> {
    let outside = Outside::new(example::seen_from, counting_ids());
    let app = Arc::new(Uppsikt::open("sqlite::memory:", outside).await.unwrap());
    app.take_in(example::municipality_file(), "", &[report()]).await.unwrap();
    app
}

/// The site of the example municipality, of which only one document is stored.
async fn site(editor: Option<&str>) -> Router {
    over(&app().await, editor)
}

fn over(app: &Arc<Uppsikt>, editor: Option<&str>) -> Router {
    let site = Site::new(Arc::clone(app));
    router(match editor {
        Some(name) => site.with_editor(Arc::clone(app), name),
        None => site,
    })
}

struct Answer {
    status: StatusCode,
    location: String,
    page: String,
}

impl Answer {
    fn all(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.page);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector)
            .map(|it| it.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" "))
            .collect()
    }

    fn first(&self, selector: &str) -> String {
        self.all(selector).into_iter().next().unwrap_or_default()
    }

    /// What the first button with a name beside a finding would send.
    fn print(&self, anchor: &str, name: &str) -> String {
        let page = Html::parse_document(&self.page);
        let selector = Selector::parse(&format!("[id=\"{anchor}\"] button[name={name}]")).unwrap();
        page.select(&selector).next().and_then(|it| it.attr("value")).unwrap_or_default().to_owned()
    }

    /// The states with their counts: "Öppna 3".
    fn states(&self) -> Vec<String> {
        self.all(".up-states a")
    }
}

async fn ask(site: &Router, request: Request<Body>) -> Answer {
    let answer = site.clone().oneshot(request).await.unwrap();
    let location = answer.headers().get(header::LOCATION);
    let location = location.map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
    let status = answer.status();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    Answer { status, location, page: String::from_utf8_lossy(&bytes).into_owned() }
}

async fn get(site: &Router, address: &str) -> Answer {
    ask(site, Request::get(address).body(Body::empty()).unwrap()).await
}

async fn send(site: &Router, fields: &[(&str, &str)]) -> Answer {
    let coded = |word: &str| -> String {
        word.bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", coded(value))).collect();
    let form = "application/x-www-form-urlencoded";
    let request = Request::post(PAGE).header(header::CONTENT_TYPE, form).body(Body::from(body.join("&")));
    ask(site, request.unwrap()).await
}

#[tokio::test]
async fn without_an_editor_findings_are_only_read() {
    let site = site(None).await;
    let page = get(&site, PAGE).await;
    assert!(page.page.contains("ARI-003") && page.all("main form").is_empty());
    assert!(get(&site, YEAR).await.all("main form[method=post]").is_empty());
    assert!(!get(&site, YEAR).await.states().iter().any(|state| state.starts_with("Mina")));
    assert_eq!(send(&site, &[("godta", "x"), ("skal", "y")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_finding_is_accepted_beside_its_text_and_undone() {
    let site = site(Some("Kontroll")).await;
    let before = get(&site, PAGE).await;
    let print = before.print("ARI-003", "godta");
    assert_eq!(print.len(), 32);
    let done = send(&site, &[("godta", &print), ("skal", "Rättas i <bokslutet>"), ("tillbaka", "")]).await;
    assert_eq!((done.status, done.location), (StatusCode::SEE_OTHER, format!("{PAGE}#ARI-003")));
    let after = get(&site, PAGE).await;
    let open = |page: &Answer| page.all("aside.up-finding").len();
    assert_eq!(open(&after), open(&before) - 1);
    let aside = after.first("details article.up-aside");
    assert!(aside.contains("Rättas i <bokslutet>") && aside.contains("Kontroll"), "{aside}");
    assert!(after.first("details.up-fold summary").contains("en godtagen"));
    assert!(after.page.contains("&#60;bokslutet&#62;") || after.page.contains("&lt;bokslutet&gt;"));
    let undone = send(&site, &[("angra", &after.print("ARI-003", "angra"))]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert_eq!(open(&get(&site, PAGE).await), open(&before));
}

#[tokio::test]
async fn an_acceptance_without_a_reason_says_what_is_missing_at_its_field() {
    let site = site(Some("Kontroll")).await;
    let print = get(&site, PAGE).await.print("ARI-003", "godta");
    let refused = send(&site, &[("godta", &print), ("skal", "  ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.first(".ds-error-summary a").contains("Skriv varför"), "{}", refused.first("main"));
    assert!(refused.first("[id=\"ARI-003\"] details[open] .up-err").contains("Skriv varför"));
    assert_eq!(refused.all("textarea[aria-invalid=true]").len(), 1);
    let gone = send(&site, &[("godta", "0123"), ("skal", "därför")]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(&site, &[("nonsens", "1")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn findings_are_assigned_filtered_and_counted_in_the_address() {
    let site = site(Some("Kontroll")).await;
    let page = get(&site, PAGE).await;
    let (first, second) = (page.print("ARI-003", "tilldela"), page.print("AVV-001", "tilldela"));
    send(&site, &[("tilldela", &first), ("till", "Kontroll")]).await;
    send(&site, &[("tilldela", &second), ("till", "Eva Ek")]).await;
    let year = get(&site, YEAR).await;
    assert!(year.states().iter().any(|state| state == "Mina 1"), "{:?}", year.states());
    assert!(year.states().iter().any(|state| state == "Tilldelade 2"), "{:?}", year.states());
    let rows = |answer: &Answer| answer.all("tbody th[scope=row] > a");
    let mine = get(&site, &format!("{YEAR}?lage=mina")).await;
    assert_eq!(rows(&mine).len(), 1);
    let evas = get(&site, &format!("{YEAR}?till=Eva%20Ek")).await;
    assert_eq!(rows(&evas).len(), 1);
    assert_eq!(evas.first("select[name=till] option[selected]"), "Eva Ek");
    let none = get(&site, &format!("{YEAR}?lage=mina&familj=law")).await;
    assert!(rows(&none).is_empty());
    assert!(none.first(".up-empty").contains("Inget passar urvalet"), "{}", none.first(".up-empty"));
    let accepted = get(&site, &format!("{YEAR}?lage=godtagna")).await;
    assert!(accepted.first(".up-empty").contains("godtas med ett skäl"), "{}", accepted.first(".up-empty"));
    let sorted = get(&site, &format!("{YEAR}?ordning=allvar")).await;
    assert_eq!(sorted.all("section table").len(), 1, "one list of all documents");
    let undone = send(&site, &[("ingen", &first), ("till", "Kontroll")]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert!(rows(&get(&site, &format!("{YEAR}?lage=mina")).await).is_empty());
}

#[tokio::test]
async fn the_list_of_a_year_comes_back_to_itself_and_to_nowhere_else() {
    let site = site(Some("Kontroll")).await;
    let print = get(&site, PAGE).await.print("ARI-003", "tilldela");
    let back = format!("{YEAR}?lage=alla");
    assert!(get(&site, &back).await.page.contains(&format!("value=\"{back}\"")));
    let to = send(&site, &[("tilldela", &print), ("till", "A"), ("tillbaka", &back)]).await.location;
    assert_eq!(to, back);
    for elsewhere in
        ["https://example.org/", "//example.org", "/annan/2026", "/almkoping/\\x", "/almkoping/\r\nX: y"]
    {
        let to =
            send(&site, &[("tilldela", &print), ("till", elsewhere), ("tillbaka", elsewhere)]).await.location;
        assert_eq!(to, format!("{PAGE}#ARI-003"), "{elsewhere}");
    }
}

#[tokio::test]
async fn two_versions_are_shown_side_by_side() {
    let app = app().await;
    let site = over(&app, None);
    let one = get(&site, VERSIONS).await;
    assert!(one.first(".up-empty").contains("Läs in en nyare version"), "{}", one.first("main"));
    assert!(!get(&site, PAGE).await.page.contains("/jamfor"), "no link where there is nothing to compare");
    let municipality = app.city("almkoping").await.unwrap().unwrap().data.municipality.clone();
    let text = String::from_utf8(report().bytes).unwrap();
    let text =
        text.replacen("-2 850", "-2 580", 1).replacen("\n## ", "\n\nNämnden nämnden skriver här.\n\n## ", 1);
    let document = archive::read(
        &InputFile { name: REPORT.into(), bytes: text.clone().into_bytes() },
        &style_of(&municipality).unwrap(),
    );
    app.store_document(&municipality, &document.unwrap(), text.as_bytes()).await.unwrap();
    let page = get(&site, VERSIONS).await;
    assert!(page.first("h1").contains("ny") && page.first("h1").contains("borta"), "{}", page.first("h1"));
    assert!(page.first("section[aria-labelledby=borta]").contains("ARI-003"), "{}", page.first("main"));
    assert!(page.first("section[aria-labelledby=nya] ins").contains("Nämnden nämnden"));
    assert!(page.page.contains(&format!("href=\"{PAGE}#KON-004\"")));
    assert!(get(&site, PAGE).await.page.contains("/jamfor"));
    let english = get(&site, &format!("{VERSIONS}?fran=2&till=1&lang=en")).await;
    assert_eq!(english.first("[id=nya]"), "New");
    assert!(english.first("section[aria-labelledby=nya]").contains("ARI-003"), "the other way round");
}

#[tokio::test]
async fn what_the_document_itself_accepts_is_shown_with_its_reason_and_cannot_be_undone() {
    let app = app().await;
    let municipality = app.city("almkoping").await.unwrap().unwrap().data.municipality.clone();
    let text = String::from_utf8(report().bytes).unwrap();
    let table = text[..text.find("| Lokal- och markhyror |").unwrap()].rfind("\n\n").unwrap() + 2;
    let comment = "<!-- uppsikt: godta ARI-003 \"rättas i bokslutet\" -->\n\n";
    let text = format!("{}{comment}{}", &text[..table], &text[table..]);
    let file = InputFile { name: REPORT.into(), bytes: text.clone().into_bytes() };
    let document = archive::read(&file, &style_of(&municipality).unwrap()).unwrap();
    app.store_document(&municipality, &document, text.as_bytes()).await.unwrap();
    let page = get(&over(&app, Some("Kontroll")), PAGE).await;
    let aside = page.first("article.up-aside");
    assert!(aside.contains("rättas i bokslutet") && aside.contains("i texten"), "{aside}");
    assert!(page.all("article.up-aside form").is_empty());
    assert!(!page.all("aside.up-finding").iter().any(|finding| finding.contains("ARI-003")));
}
