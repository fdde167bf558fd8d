//! The first page, the goals, a goal and the economy, from request to bytes, on the example.
#![allow(clippy::unwrap_used)]

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use std::sync::{Arc, LazyLock};
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;
use uppsikt_app::city::City;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_web::{FixedCities, Site, router};

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_all().build().expect("a runtime"));

static CITY: LazyLock<Arc<City>> = LazyLock::new(|| {
    let real = Outside::real();
    let outside = Outside::new(example::seen_from, move || real.new_id());
    RUNTIME.block_on(async {
        let uppsikt = Uppsikt::open("sqlite::memory:", outside).await.expect("a database");
        uppsikt.take_in_example().await.expect("the example");
        uppsikt.city("almkoping").await.expect("an answer").expect("the municipality")
    })
});

fn main() {
    divan::main();
}

const PAGES: [&str; 5] = [
    "/almkoping/2026",
    "/almkoping/2026/mal",
    "/almkoping/2026/mal/meningsfull-fritid",
    "/almkoping/2026/ekonomi",
    "/almkoping/2026/uppdrag",
];

#[divan::bench(args = PAGES)]
fn page(bencher: divan::Bencher<'_, '_>, address: &str) {
    let site: Router = router(Site::new(FixedCities(vec![Arc::clone(&CITY)])));
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let request = Request::get(address).body(Body::empty()).expect("a request");
            let answer = site.clone().oneshot(request).await.expect("an answer");
            answer.into_body().collect().await.expect("a body").to_bytes().len()
        })
    });
}
