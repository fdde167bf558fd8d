//! What may continue under another name, on the page where an editor decides it.
#![allow(clippy::unwrap_used)]

#[path = "common/answer.rs"]
mod answer;

use answer::{get, press};
use axum::Router;
use axum::http::StatusCode;
use std::sync::Arc;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{Site, router};

const PAGE: &str = "/almkoping/inlasning/slaktskap";

/// The site of a municipality without a file, of which the budgets of two years are stored.
async fn site(editor: Option<&str>) -> Router {
    let outside = Outside::new(example::seen_from, counting_ids());
    let app = Arc::new(Uppsikt::open("sqlite::memory:", outside).await.unwrap());
    let municipality = app.municipality_for(None, None, None, "Almköping").await.unwrap();
    let style = uppsikt_app::style_of(&municipality).unwrap();
    for year in [2024, 2025] {
        let name = format!("arbetsmarknadsnamnden-namndsbudget-{year}.txt");
        let file = example::documents().into_iter().find(|file| file.name == name).unwrap();
        let document = uppsikt_app::archive::read(&file, &style).unwrap();
        app.store_document(&municipality, &document, &file.bytes).await.unwrap();
    }
    let site = Site::new(Arc::clone(&app));
    router(match editor {
        Some(name) => site.with_editor(app, name),
        None => site,
    })
}

#[tokio::test]
async fn an_editor_decides_what_continues_and_is_not_asked_again() {
    let site = site(Some("Kontroll")).await;
    assert!(get(&site, "/almkoping/inlasning").await.page.contains(PAGE));
    let page = get(&site, PAGE).await;
    assert_eq!((page.status, page.first("h1").as_str()), (StatusCode::OK, "Släktskap"));
    assert!(page.page.contains("Eleverna ska klara grundskolan") && page.page.contains("procent lika ord"));
    let prints = page.attributes("li button[name=godta]", "value");
    assert!(prints.len() >= 3, "{prints:?}");
    for (at, print) in prints.iter().enumerate() {
        let button = if at == 0 { "avvisa" } else { "godta" };
        let said = press(&site, PAGE, button, print).await;
        assert_eq!((said.status, said.location.as_str()), (StatusCode::SEE_OTHER, PAGE));
    }
    let page = get(&site, PAGE).await;
    assert!(page.page.contains("Inget är kvar att avgöra"), "{}", page.page);
    let again = press(&site, PAGE, "godta", &prints[0]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let undo = get(&site, PAGE).await.attributes("li button[name=angra]", "value");
    assert_eq!(undo.len(), prints.len());
    for print in &undo {
        let said = press(&site, PAGE, "angra", print).await;
        assert_eq!((said.status, said.location.as_str()), (StatusCode::SEE_OTHER, PAGE));
    }
    assert_eq!(get(&site, PAGE).await.attributes("li button[name=godta]", "value"), prints);
    assert_eq!(press(&site, PAGE, "angra", &undo[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn without_an_editor_nothing_is_decided() {
    let site = site(None).await;
    assert_eq!(get(&site, PAGE).await.status, StatusCode::FORBIDDEN);
    assert_eq!(press(&site, PAGE, "godta", "a").await.status, StatusCode::FORBIDDEN);
}
