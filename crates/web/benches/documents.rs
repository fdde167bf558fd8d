//! A committee's page, a document and its source, from request to bytes, on the example.
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

const PAGES: [&str; 6] = [
    "/almkoping/2026/namnder",
    "/almkoping/2026/namnder/kultur-och-fritidsnamnden",
    "/almkoping/dokument/{whole}",
    "/almkoping/dokument/{whole}/kalla?fran=41&till=43",
    "/almkoping/dokument/{whole}/anmarkningar",
    "/almkoping/2026/anmarkningar",
];

#[divan::bench(args = PAGES)]
fn page(bencher: divan::Bencher<'_, '_>, address: &str) {
    let whole = CITY.document_of(
        "kultur-och-fritidsnamnden",
        2026,
        uppsikt_domain::document::DocumentKind::InterimReport,
    );
    let slug = whole.map_or("", |stored| stored.slug.as_str());
    let address = address.replace("{whole}", slug);
    let site: Router = router(Site::new(FixedCities(vec![Arc::clone(&CITY)])));
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let request = Request::get(&address).body(Body::empty()).expect("a request");
            let answer = site.clone().oneshot(request).await.expect("an answer");
            answer.into_body().collect().await.expect("a body").to_bytes().len()
        })
    });
}
