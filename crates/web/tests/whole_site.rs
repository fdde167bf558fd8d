//! The example municipality, whole: every page that links lead to, on both databases; and
//! every stored claim against the lines that its origin shows.
#![allow(clippy::unwrap_used)]

mod common;

use common::{assert_claims_stand_where_they_say, assert_same, crawl};
use std::collections::BTreeMap;
use std::sync::Arc;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{Site, router};

async fn example_on(store: &TestStore) -> Arc<Uppsikt> {
    let outside = Outside::new(example::seen_from, counting_ids());
    let app = Uppsikt::over(store.store.clone(), outside).await.unwrap();
    app.take_in_example().await.unwrap();
    Arc::new(app)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_says_the_same_on_both_databases() {
    let mut told: Vec<BTreeMap<String, String>> = Vec::new();
    for store in TestStore::all_empty().await.unwrap() {
        let app = example_on(&store).await;
        told.push(crawl(&router(Site::new(app))).await);
        store.remove().await.unwrap();
    }
    assert!(told[0].len() > 150, "only {} pages", told[0].len());
    assert_same(&told);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lines_of_every_stored_claim_hold_what_it_says() {
    let store = TestStore::sqlite().await.unwrap();
    let app = example_on(&store).await;
    let city = app.city("almkoping").await.unwrap().unwrap();
    let claims = assert_claims_stand_where_they_say(&city);
    assert!(claims > 5_000, "only {claims} claims");
    store.remove().await.unwrap();
}
