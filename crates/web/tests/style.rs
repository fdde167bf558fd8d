//! The house style through HTTP: what was left over gets a meaning, is taken back, downloaded,
//! and holds when a document is read again.
#![allow(clippy::unwrap_used)]

#[path = "common/answer.rs"]
mod answer;

use answer::{get, post, press, send_file};
use axum::Router;
use axum::http::StatusCode;
use std::sync::Arc;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{Site, router};

const LIST: &str = "/almkoping/inlasning";
const STYLE: &str = "/almkoping/inlasning/husstil";
const REPORT: &str = "kultur-och-fritidsnamnden-delarsrapport-2026.md";

async fn site(editor: Option<&str>) -> Router {
    let outside = Outside::new(example::seen_from, counting_ids());
    let app = Arc::new(Uppsikt::open("sqlite::memory:", outside).await.unwrap());
    let budget = example::documents().into_iter().find(|file| file.name.contains("servicenamnden")).unwrap();
    app.take_in(example::municipality_file(), "", &[budget]).await.unwrap();
    let site = Site::new(Arc::clone(&app));
    router(match editor {
        Some(name) => site.with_editor(app, name),
        None => site,
    })
}

/// The report in other words: a heading, and an assessment.
fn report() -> Vec<u8> {
    let report = example::documents().into_iter().find(|file| file.name == REPORT).unwrap();
    let text = String::from_utf8(report.bytes).unwrap();
    let text = text.replace("Sammanfattning\n", "Sammanfattningen 2026\n");
    text.replacen("2026:** delvis på väg", "2026:** trögt men stadigt", 1).into_bytes()
}

#[tokio::test]
async fn without_an_editor_the_style_is_not_shown() {
    let site = site(None).await;
    for address in [STYLE.to_owned(), format!("{STYLE}.toml")] {
        assert_eq!(get(&site, &address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
    let said = [("godta", "heading"), ("ord", "x"), ("betyder", "report")];
    assert_eq!(post(&site, STYLE, &said).await.status, StatusCode::FORBIDDEN);
    assert_eq!(press(&site, &format!("{STYLE}/las-om"), "alla", "1").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn words_get_a_meaning_are_read_so_and_are_taken_back() {
    let site = site(Some("Kontroll")).await;
    let review = send_file(&site, LIST, "rapport.md", &report()).await.location;
    assert!(get(&site, LIST).await.page.contains(STYLE) && get(&site, &review).await.page.contains(STYLE));
    let page = get(&site, STYLE).await;
    let heading = page.all("[aria-labelledby=heading] .up-proposal");
    assert!(heading.iter().any(|it| it.starts_with("Sammanfattningen 2026")), "{heading:?}");
    assert!(page.page.contains("value=\"Sammanfattningen {year}\""), "a year is any year");
    assert!(page.all("[aria-labelledby=heading] option[selected]").len() == heading.len(), "with a guess");
    assert!(page.first("[aria-labelledby=heading] .role").contains("i granskning 1"));

    let words = ("ord", "Sammanfattningen {year}");
    let said = [("godta", "heading"), words, ("betyder", "summary"), ("ur", "rapport.md")];
    let done = post(&site, STYLE, &said).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let after = get(&site, STYLE).await;
    let anchor = done.location.split_once('#').unwrap().1;
    let added = after.first(&format!("[aria-labelledby=tillagt] [id={anchor}]"));
    assert!(added.contains("sammanfattning") && added.contains("Kontroll"), "{added}");
    assert!(after.all("[aria-labelledby=heading] .name").iter().all(|it| !it.contains("Sammanfattningen")));
    let file = get(&site, &format!("{STYLE}.toml")).await;
    assert!(file.kind.starts_with("application/toml"), "{}", file.kind);
    assert!(
        file.page.contains("[headings]\nsummary = [\n  # Kontroll, ") && file.page.contains("ur rapport.md")
    );

    let number = review.rsplit('/').next().unwrap();
    assert_eq!(after.attributes("[aria-labelledby=igen] button[name=granskning]", "value"), [number]);
    let again = press(&site, &format!("{STYLE}/las-om"), "granskning", number).await;
    assert_eq!(again.location, review, "it reads otherwise: look at it");
    assert!(get(&site, STYLE).await.all("[aria-labelledby=igen]").is_empty());
    let twice = press(&site, &format!("{review}/las-om"), "", "").await;
    assert_eq!((twice.status, twice.location), (StatusCode::SEE_OTHER, review));

    post(&site, STYLE, &[("angra", "heading"), words]).await;
    let undone = get(&site, STYLE).await;
    assert!(undone.first("[aria-labelledby=tillagt] .up-empty").contains("Inget är tillagt"));
    assert!(!get(&site, &format!("{STYLE}.toml")).await.page.contains("Sammanfattningen"));
}

#[tokio::test]
async fn a_meaning_is_chosen_and_words_can_be_left_as_they_are() {
    let site = site(Some("Kontroll")).await;
    send_file(&site, LIST, "rapport.md", &report()).await;
    let words = ("ord", "trögt men stadigt");
    let refused = post(&site, STYLE, &[("godta", "status"), words, ("betyder", "")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.all("select[aria-invalid=true]").len(), 1);
    assert!(refused.first(".up-err").contains("Välj vad ”trögt men stadigt” betyder"));
    let unknown = post(&site, STYLE, &[("godta", "status"), words, ("betyder", "fint")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    post(&site, STYLE, &[("lamna", "status"), words]).await;
    let left = get(&site, STYLE).await;
    assert!(left.all("[aria-labelledby=status]").is_empty(), "it is not asked again");
    assert!(left.first("[aria-labelledby=tillagt] .up-proposal").contains("lämnas som det är"));
    assert!(left.all("[aria-labelledby=igen]").is_empty(), "nothing reads better for it");
    assert_eq!(post(&site, STYLE, &[("nonsens", "1")]).await.status, StatusCode::BAD_REQUEST);
    let long = "a".repeat(300);
    let too_long = post(&site, STYLE, &[("godta", "heading"), ("ord", &long), ("betyder", "report")]).await;
    assert_eq!(too_long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(too_long.first("[role=alert]").contains("Orden går inte att använda"));
}

#[tokio::test]
async fn the_page_is_sound_in_both_languages_empty_and_full() {
    let site = site(Some("Kontroll")).await;
    for _ in 0..2 {
        for lang in ["sv", "en"] {
            let page = get(&site, &format!("{STYLE}?lang={lang}&last=3&annorlunda=1&fel=1")).await;
            assert_eq!(page.all("[role=status]").len(), 1);
            page.assert_sound(lang);
        }
        let said = [("godta", "status"), ("ord", "så där"), ("betyder", "partly_on_track"), ("ur", "<a>")];
        post(&site, STYLE, &said).await;
        send_file(&site, LIST, "rapport.md", &report()).await;
    }
}
