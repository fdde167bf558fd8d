//! Living with findings through HTTP: who may, what is accepted, assigned, filtered and compared.
#![allow(clippy::unwrap_used)]

#[path = "common/answer.rs"]
mod answer;

use answer::{Answer, get, post};
use axum::Router;
use axum::http::StatusCode;
use std::sync::Arc;
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

/// What the first button with a name beside a finding would send.
fn print_of(answer: &Answer, anchor: &str, name: &str) -> String {
    let prints = answer.attributes(&format!("[id=\"{anchor}\"] button[name={name}]"), "value");
    prints.into_iter().next().unwrap_or_default()
}

/// The states with their counts: "Öppna 3".
fn states(answer: &Answer) -> Vec<String> {
    answer.all(".up-states a")
}

async fn send(site: &Router, fields: &[(&str, &str)]) -> Answer {
    post(site, PAGE, fields).await
}

#[tokio::test]
async fn without_an_editor_findings_are_only_read() {
    let site = site(None).await;
    let page = get(&site, PAGE).await;
    assert!(page.page.contains("ARI-003") && page.all("main form").is_empty());
    assert!(get(&site, YEAR).await.all("main form[method=post]").is_empty());
    assert!(!states(&get(&site, YEAR).await).iter().any(|state| state.starts_with("Mina")));
    assert_eq!(send(&site, &[("godta", "x"), ("skal", "y")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_finding_is_accepted_beside_its_text_and_undone() {
    let site = site(Some("Kontroll")).await;
    let before = get(&site, PAGE).await;
    let print = print_of(&before, "ARI-003", "godta");
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
    let undone = send(&site, &[("angra", &print_of(&after, "ARI-003", "angra"))]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    assert_eq!(open(&get(&site, PAGE).await), open(&before));
}

#[tokio::test]
async fn when_all_findings_are_accepted_the_page_does_not_say_that_there_were_none() {
    let site = site(Some("Kontroll")).await;
    let page = get(&site, PAGE).await;
    for print in page.attributes("button[name=godta]", "value") {
        send(&site, &[("godta", &print), ("skal", "Känt och bedömt")]).await;
    }
    let settled = get(&site, PAGE).await;
    assert_eq!(settled.all("aside.up-finding").len(), 0);
    assert!(settled.first(".up-lead").starts_with("Ingenting är öppet"), "{}", settled.first(".up-lead"));
}

#[tokio::test]
async fn an_acceptance_without_a_reason_says_what_is_missing_at_its_field() {
    let site = site(Some("Kontroll")).await;
    let print = print_of(&get(&site, PAGE).await, "ARI-003", "godta");
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
    let (first, second) = (print_of(&page, "ARI-003", "tilldela"), print_of(&page, "AVV-001", "tilldela"));
    send(&site, &[("tilldela", &first), ("till", "Kontroll")]).await;
    send(&site, &[("tilldela", &second), ("till", "Eva Ek")]).await;
    let year = get(&site, YEAR).await;
    assert!(states(&year).iter().any(|state| state == "Mina 1"), "{:?}", states(&year));
    assert!(states(&year).iter().any(|state| state == "Tilldelade 2"), "{:?}", states(&year));
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
    let print = print_of(&get(&site, PAGE).await, "ARI-003", "tilldela");
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
    assert_eq!(english.first("[id=nya]"), "New findings");
    let changed = page.all("section[aria-labelledby=uppgifter] .change");
    assert!(changed.iter().any(|change| change == "−2 850 tkr → −2 580 tkr"), "{changed:?}");
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
