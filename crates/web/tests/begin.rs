//! An installation in which there is nothing yet leads its editor to read a document in.
#![allow(clippy::unwrap_used)]

#[path = "common/answer.rs"]
mod answer;

use answer::{get, post, send_file};
use axum::http::StatusCode;
use std::sync::Arc;
use uppsikt_app::Uppsikt;
use uppsikt_app::outside::Outside;
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::{counting_ids, fixed_now};
use uppsikt_web::{Site, router};

const PLAN: &str = "# Nämndsbudget 2034\n\nFyrnämnden\n\n## Sammanfattning\n\nNämnden sköter fyrarna.\n\n\
    ## Plan för ekonomin\n\n| Tkr | Budget 2033 | Budget 2034 |\n| --- | ---: | ---: |\n| Kommunbidrag | 410 | 433 |\n";

async fn app_on(store: &TestStore) -> Arc<Uppsikt> {
    let outside = Outside::new(fixed_now, counting_ids());
    Arc::new(Uppsikt::over(store.store.clone(), outside).await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_begins_by_the_name_and_sends_the_first_document() {
    for store in TestStore::all_empty().await.unwrap() {
        let app = app_on(&store).await;
        let site = router(Site::new(Arc::clone(&app)).with_editor(Arc::clone(&app), "Kontroll"));
        let front = get(&site, "/").await;
        front.assert_sound("/");
        assert_eq!(front.all("main label"), ["Vad heter kommunen?"]);
        assert!(front.first("main").contains("uppsikt import MAPP"), "{}", front.first("main"));
        let english = get(&site, "/?lang=en").await;
        assert_eq!(english.all("main label"), ["What is the municipality called?"]);
        assert!(english.first("main").contains("uppsikt import DIR"));

        let begun = post(&site, "/", &[("kommun", "  Viks  kommun ")]).await;
        assert_eq!(
            (begun.status, begun.location.as_str()),
            (StatusCode::SEE_OTHER, "/viks-kommun/inlasning")
        );
        let reviews = get(&site, &begun.location).await;
        assert_eq!(reviews.status, StatusCode::OK);
        assert_eq!(reviews.attributes("main input[type=file]", "name"), ["dokument"]);
        for link in reviews.attributes("a[href^='/viks-kommun']", "href") {
            let to = get(&site, &link).await;
            assert!(to.status == StatusCode::OK || !to.location.is_empty(), "{link}: {}", to.status);
        }
        let sent = send_file(&site, &begun.location, "fyr.md", PLAN.as_bytes()).await;
        assert_eq!(sent.location, "/viks-kommun/inlasning/1", "{}", sent.first("main"));
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn a_second_one_and_one_without_a_name_are_refused() {
    let store = TestStore::sqlite().await.unwrap();
    let app = app_on(&store).await;
    let site = router(Site::new(Arc::clone(&app)).with_editor(Arc::clone(&app), "Kontroll"));
    let nameless = post(&site, "/", &[("kommun", " … ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.first("[role=alert]").starts_with("Kommunens namn saknas"));
    assert!(app.municipalities().await.unwrap().is_empty());
    post(&site, "/", &[("kommun", "Viks kommun")]).await;
    let second = post(&site, "/", &[("kommun", "Näs kommun")]).await;
    assert_eq!(second.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.municipalities().await.unwrap().len(), 1);
    store.remove().await.unwrap();
}

#[tokio::test]
async fn nobody_begins_on_a_site_that_is_only_read() {
    let store = TestStore::sqlite().await.unwrap();
    let app = app_on(&store).await;
    let site = router(Site::new(Arc::clone(&app)));
    let front = get(&site, "/").await;
    assert!(front.all("main form").is_empty());
    assert_eq!(post(&site, "/", &[("kommun", "Viks kommun")]).await.status, StatusCode::FORBIDDEN);
    assert!(app.municipalities().await.unwrap().is_empty());
    store.remove().await.unwrap();
}

#[tokio::test]
async fn what_is_not_read_in_is_told_with_what_was_found() {
    let store = TestStore::sqlite().await.unwrap();
    let app = app_on(&store).await;
    let site = router(Site::new(Arc::clone(&app)).with_editor(app, "Kontroll"));
    let at = post(&site, "/", &[("kommun", "Viks kommun")]).await.location;
    let text = "Blandade tankar\n\nKommunfullmäktigemål - Alla fyrar lyser\n\nArbetet pågår.\n";
    let sent = send_file(&site, &at, "tankar.txt", text.as_bytes()).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.first("[role=alert]").contains("känns igen 1 mål"), "{}", sent.first("[role=alert]"));
    assert!(!sent.all("select#slag option").is_empty(), "the kind is asked for");
    store.remove().await.unwrap();
}
