//! What was rejected through HTTP is on no page as in force.
#![allow(clippy::unwrap_used)]

#[path = "common/answer.rs"]
mod answer;
#[path = "../../app/tests/desk/harbour.rs"]
mod harbour;

use answer::{get, press, send_file};
use axum::Router;
use harbour::{OTHERWISE, harbour};
use std::sync::Arc;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{Site, router};

const DOCUMENT: &str = "/strandby/dokument/namndsbudget-hamnnamnden-2026";

async fn site() -> Router {
    let outside = Outside::new(example::seen_from, counting_ids());
    let app = Arc::new(Uppsikt::open("sqlite::memory:", outside).await.unwrap());
    app.municipality_for(None, None, None, "Strandby").await.unwrap();
    router(Site::new(Arc::clone(&app)).with_editor(app, "Kontroll"))
}

async fn read_in(site: &Router, changes: &[(&str, &str)], verdict: &str) {
    let file = harbour("budget.md", changes);
    let sent = send_file(site, "/strandby/inlasning", &file.name, &file.bytes).await;
    assert!(!sent.location.is_empty(), "{}", sent.first("main"));
    if verdict == "godta" {
        press(site, &sent.location, verdict, "alla").await;
    }
    let page = get(site, &sent.location).await;
    for print in page.attributes("li button[name=avvisa]", "value") {
        press(site, &sent.location, verdict, &print).await;
    }
    press(site, &format!("{}/avsluta", sent.location), "", "").await;
}

#[tokio::test]
async fn every_page_shows_the_accepted_words_and_figures() {
    let site = site().await;
    read_in(&site, &[], "godta").await;
    let committee = "/strandby/2026/namnder/hamnnamnden";
    let goals = get(&site, "/strandby/2026/mal").await;
    let goal = goals.attributes("main a[href*='/2026/mal/']", "href").remove(0);
    let assignments = "/strandby/2026/uppdrag";
    let pages = [committee, goal.as_str(), assignments];
    let mut before = Vec::new();
    for address in pages {
        before.push(get(&site, address).await.first("main"));
    }
    read_in(&site, &OTHERWISE, "avvisa").await;
    let new = [
        "Längre öppettider",
        "stannar",
        "Bekämpa",
        "Dyrare",
        "till 41",
        "kulturnämnden",
        "7\u{a0}400",
        "950",
    ];
    for (address, before) in pages.into_iter().zip(before) {
        let page = get(&site, address).await;
        page.assert_sound(address);
        let words = page.first("main");
        for word in new {
            assert!(!words.contains(word), "{address}: {word}");
        }
        assert!(words.contains("gäller ur version 1, en ändring avvisades"), "{address}: {words}");
        assert!(before.contains("fritidsnämnden") == words.contains("fritidsnämnden"), "{address}");
    }
    let printed = get(&site, DOCUMENT).await;
    printed.assert_sound(DOCUMENT);
    let told = printed.all(".up-refused").join(" ");
    assert!(told.contains("I stället gäller, ur version 1: Fler tömningsstationer"), "{told}");
    assert!(told.contains("Kommunbidrag, Budget 2026: 6 200"), "{told}");
}
