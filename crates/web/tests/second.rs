//! A municipality organised otherwise, through the whole house by a style file alone: other
//! words for goal, plan and status, another scale, no goal areas, another statement.
#![allow(clippy::unwrap_used)]

mod common;

use common::{assert_claims_stand_where_they_say, assert_same, crawl};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use uppsikt_app::archive::{Archive, input_file, read};
use uppsikt_app::document::import::Outcome;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, publishing, style_of};
use uppsikt_messages::Lang;
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::{counting_ids, fixed_now};
use uppsikt_web::{Site, router};

const SWIM: &str = "Alla barn kan simma när de slutar skolan";
const TRADE: &str = "Den som vill lära sig ett yrke får börja inom ett halvår";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../reading/tests/fixtures/second")
}

/// Takes the folder in as `uppsikt import` does, and says what became of each document.
async fn take_in(app: &Uppsikt) -> Vec<Outcome> {
    let (archive, problems) = Archive::gather(&[folder()]);
    assert_eq!(problems, []);
    let (file, style) = (archive.municipality.as_deref(), archive.style.as_deref());
    let municipality = app.municipality_for(file, style, None, "").await.unwrap();
    let style = style_of(&municipality).unwrap();
    let mut outcomes = Vec::new();
    for path in &archive.documents {
        let file = input_file(path).unwrap();
        let document = read(&file, &style).unwrap();
        outcomes.push(app.store_document(&municipality, &document, &file.bytes).await.unwrap().outcome);
    }
    outcomes
}

async fn app_on(store: &TestStore) -> Arc<Uppsikt> {
    let outside = Outside::new(fixed_now, counting_ids());
    Arc::new(Uppsikt::over(store.store.clone(), outside).await.unwrap())
}

fn assert_says(pages: &BTreeMap<String, String>, address: &str, words: &[&str]) {
    let page = pages.get(address).unwrap_or_else(|| panic!("{address} is not among {:?}", pages.keys()));
    for words in words {
        assert!(page.contains(words), "{address} does not say {words:?}: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_stands_and_says_the_same_on_both_databases() {
    let mut told = Vec::new();
    for store in TestStore::all_empty().await.unwrap() {
        let app = app_on(&store).await;
        assert_eq!(take_in(&app).await, [Outcome::New, Outcome::New]);
        assert_eq!(take_in(&app).await, [Outcome::Unchanged, Outcome::Unchanged]);
        let city = app.city("alvhamn").await.unwrap().unwrap();
        let claims = assert_claims_stand_where_they_say(&city);
        assert!(claims > 40, "only {claims} claims");
        told.push(crawl(&router(Site::new(app))).await);
        store.remove().await.unwrap();
    }
    assert_same(&told);
    let pages = &told[0];
    assert_says(pages, "/alvhamn/2031", &["Älvhamns kommun", SWIM, TRADE]);
    assert_says(pages, "/alvhamn/2031/mal", &[SWIM, TRADE]);
    let committee = "/alvhamn/2031/namnder/utskottet-for-larande";
    assert_says(pages, committee, &["Utskottet för lärande", SWIM, "Skattepengar", "Kvar", "42 000"]);
    let goal = "/alvhamn/2031/mal/alla-barn-kan-simma-nar-de-slutar-skolan";
    assert_says(pages, goal, &[SWIM, "som det ska", "lite efter", "Två nya lärare anställs i mars."]);
    assert_says(pages, "/alvhamn/2031/uppdrag", &["Räkna vad skolvägarna kostar", "Utskottet för vägar"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn its_documents_are_printed_in_its_own_words() {
    let store = TestStore::sqlite_empty().await.unwrap();
    let app = app_on(&store).await;
    take_in(&app).await;
    let city = app.city("alvhamn").await.unwrap().unwrap();
    assert_eq!(city.data.documents.len(), 2);
    for stored in &city.data.documents {
        let page = publishing::html(&city, stored, Lang::Sv);
        for words in ["Älvhamns kommun", "Utskottet för lärande", "Skattepengar", TRADE] {
            assert!(page.contains(words), "{} does not print {words:?}", stored.slug);
        }
        let pdf = publishing::pdf(&city, stored, Lang::Sv).unwrap();
        assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 20_000);
    }
    store.remove().await.unwrap();
}
