//! The municipality at a glance, goals, economy and assignments, through HTTP, on the example.
#![allow(clippy::unwrap_used)]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use std::sync::{Arc, LazyLock};
use tower::ServiceExt;
use uppsikt_app::city::City;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{FixedCities, Site, router};

/// The example municipality, taken in once for all tests.
static CITY: LazyLock<Arc<City>> = LazyLock::new(|| {
    // A test runs on a runtime already, and one cannot wait inside another.
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(taken_in())
    })
    .join()
    .unwrap()
});

async fn taken_in() -> Arc<City> {
    let outside = Outside::new(example::seen_from, counting_ids());
    let uppsikt = Uppsikt::open("sqlite::memory:", outside).await.unwrap();
    uppsikt.take_in_example().await.unwrap();
    uppsikt.city("almkoping").await.unwrap().unwrap()
}

fn site() -> Router {
    router(Site::new(FixedCities(vec![Arc::clone(&CITY)])))
}

async fn markup(address: &str) -> String {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let answer = site().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

async fn page(address: &str) -> Html {
    Html::parse_document(&markup(address).await)
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// Words with single spaces, no-break ones too.
fn words(element: &ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn first(page: &Html, selector: &str) -> String {
    all(page, selector).first().map(words).unwrap_or_default()
}

fn addresses() -> Vec<String> {
    let mut found = Vec::new();
    for year in CITY.years() {
        found.extend(["", "/mal", "/ekonomi", "/uppdrag"].map(|page| format!("/almkoping/{year}{page}")));
        let goals = CITY.goals_in(year).into_iter();
        found.extend(goals.map(|goal| format!("/almkoping/{year}/mal/{}", goal.slug)));
    }
    found
}

#[tokio::test]
async fn every_page_has_one_title_a_language_and_nothing_from_outside() {
    for address in addresses() {
        for lang in ["sv", "en"] {
            let markup = markup(&format!("{address}?lang={lang}")).await;
            assert!(!markup.contains("http://") && !markup.contains("https://"), "{address}");
            assert!(!markup.contains("style=") && !markup.contains("<script"), "{address}");
            // Words are looked for in the bare text: parsing every page twice takes minutes.
            assert_eq!(markup.matches("<h1").count(), 1, "{address}");
            assert!(markup.contains(&format!("<html lang=\"{lang}\">")), "{address}");
            let title = markup.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
            assert!(
                title.is_some_and(|title| title.ends_with("– Almköpings kommun")),
                "{address}: {title:?}"
            );
            let key = markup.split(['>', ' ', '"']).find(|word| word.starts_with("web-"));
            assert_eq!(key, None, "{address}");
        }
    }
}

#[tokio::test]
async fn every_figure_leads_to_lines_that_print_it() {
    let mut seen = 0;
    for address in addresses() {
        let page = page(&address).await;
        for link in all(&page, "main table a.up-fig[href*='/kalla?']") {
            let (shown, href) = (words(&link), link.attr("href").unwrap());
            // A deviation is computed from two columns: its row is shown instead.
            if shown.starts_with('+') || is_computed(&link) {
                continue;
            }
            assert!(digits(&lines(href)).contains(&digits(&shown)), "{address}: {shown} at {href}");
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
}

fn is_computed(link: &ElementRef<'_>) -> bool {
    // The deviations' columns stand after the forecast and the budget.
    let cell = link.parent().and_then(ElementRef::wrap).unwrap();
    let row = cell.parent().and_then(ElementRef::wrap).unwrap();
    let at = row.child_elements().position(|it| it == cell).unwrap();
    let table = row.ancestors().filter_map(ElementRef::wrap).find(|it| it.value().name() == "table").unwrap();
    let heads = table.select(&Selector::parse("thead th").unwrap()).map(|it| words(&it)).collect::<Vec<_>>();
    heads.get(at).is_some_and(|head| head == "Avvikelse")
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The source lines that an address asks for.
fn lines(href: &str) -> String {
    let slug = href.split('/').nth(3).unwrap();
    let asked = |name: &str| -> u32 {
        let rest = href.split(&format!("{name}=")).nth(1).unwrap();
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
    };
    let stored = CITY.document(slug).unwrap();
    let found = (asked("fran")..=asked("till")).filter_map(|line| stored.document.line(line));
    found.map(|line| line.text.as_str()).collect()
}

#[tokio::test]
async fn the_first_page_says_its_conclusion_first() {
    let swedish = page("/almkoping/2026").await;
    assert_eq!(first(&swedish, "h1"), "Tre av tio mål är på väg");
    let lead = first(&swedish, ".up-lead");
    assert!(lead.starts_with("Fem är delvis på väg, ett är inte på väg och ett är ej bedömt."), "{lead}");
    assert!(lead.contains("mer än sina ramar på"), "{lead}");
    assert_eq!(all(&swedish, ".up-goals > li").len(), 10);
    let english = page("/almkoping/2026?lang=en").await;
    assert_eq!(first(&english, "h1"), "Three of ten goals are on track");
}

#[tokio::test]
async fn bars_and_table_of_the_money_tell_the_same() {
    let page = page("/almkoping/2026").await;
    let bars = all(&page, "svg.up-svg rect").len();
    let rows = all(&page, "details table tbody tr").len();
    assert!(bars > 0 && bars < rows, "{bars} bars, {rows} rows with the sum");
    assert_eq!(all(&page, "svg.up-svg[role=img] > title").len(), 1);
}

#[tokio::test]
async fn the_matrix_has_a_cell_for_every_committee_and_goal() {
    let page = page("/almkoping/2026/mal").await;
    let rows = all(&page, ".up-matrix tbody tr:not(.total)");
    assert_eq!(rows.len(), CITY.committees(2026).len());
    for row in rows {
        assert_eq!(row.select(&Selector::parse("td").unwrap()).count(), 11, "{}", words(&row));
    }
}

#[tokio::test]
async fn a_goal_shows_every_committee_that_it_is_directed_to() {
    for year in CITY.years() {
        for goal in CITY.goals_in(year) {
            let page = page(&format!("/almkoping/{year}/mal/{}", goal.slug)).await;
            let whole = |it: &ElementRef<'_>| words(it).replace('\u{ad}', "");
            let shown: Vec<String> = all(&page, ".up-side h3").iter().map(whole).collect();
            for slug in &goal.directed_to {
                let name = &CITY.body(slug).unwrap().name;
                assert!(shown.contains(name), "{year} {}: {name} in {shown:?}", goal.slug);
            }
            assert_eq!(first(&page, "h1"), goal.name);
        }
    }
}

#[tokio::test]
async fn a_reworded_goal_says_so_and_shows_both_wordings() {
    let page = page("/almkoping/2026/mal/meningsfull-fritid").await;
    assert!(first(&page, "p.up-note").starts_with("Målet fick ny lydelse inför 2025."));
    assert_eq!(all(&page, ".up-story > li").len(), 2);
    assert!(!all(&page, "ins").is_empty() && !all(&page, "del").is_empty());
    let history = all(&page, "section[aria-labelledby=bedomningar] thead th").len();
    assert!(history >= 4, "{history} columns");
}

#[tokio::test]
async fn a_goal_of_other_years_answers_with_the_nearest_and_says_so() {
    let page = page("/almkoping/2026/mal/lamna-forsorjningsstodet").await;
    assert!(first(&page, ".up-notice").contains("2024"), "{}", first(&page, ".up-notice"));
    let years: Vec<String> = all(&page, ".up-years a").iter().map(words).collect();
    assert_eq!(years, ["2023", "2024"]);
}

#[tokio::test]
async fn a_year_without_documents_answers_with_the_nearest_and_says_so() {
    for (asked, shown) in [("1999", "2023"), ("2050", "2026")] {
        let page = page(&format!("/almkoping/{asked}/ekonomi")).await;
        let notice = first(&page, ".up-notice");
        assert!(notice.contains(asked) && notice.contains(shown), "{notice}");
    }
}

#[tokio::test]
async fn the_economy_is_sorted_by_links_and_its_sum_is_that_of_its_rows() {
    let page = page("/almkoping/2026/ekonomi?ordning=avvikelse").await;
    let deviations = deviations(&page);
    assert!(deviations.len() > 2 && deviations.is_sorted(), "{deviations:?}");
    let total = first(&page, "section[aria-labelledby=namnder] tr.total td:nth-of-type(4)");
    assert_eq!(number(&total), deviations.iter().sum::<i64>(), "{total}");
    assert_eq!(all(&page, "th[aria-sort=ascending]").len(), 1);
}

fn deviations(page: &Html) -> Vec<i64> {
    let cells = all(page, "section[aria-labelledby=namnder] tbody tr:not(.total) td:nth-of-type(4)");
    cells
        .iter()
        .map(words)
        .filter(|text| text.chars().any(|c| c.is_ascii_digit()))
        .map(|it| number(&it))
        .collect()
}

fn number(text: &str) -> i64 {
    let size: i64 = digits(text).parse().unwrap();
    if text.contains('\u{2212}') { -size } else { size }
}

#[tokio::test]
async fn a_line_of_the_statement_is_shown_committee_by_committee() {
    let page = page("/almkoping/2026/ekonomi?rad=salaries").await;
    assert_eq!(first(&page, "h1"), "Lönekostnader, nämnd för nämnd");
    assert!(deviations(&page).len() > 2);
}

#[tokio::test]
async fn assignments_are_narrowed_to_a_body_and_the_late_ones_come_first() {
    let everything = page("/almkoping/2026/uppdrag").await;
    let states: Vec<String> = all(&everything, "tbody td:last-child").iter().map(words).collect();
    let late: Vec<bool> = states.iter().map(|state| state.ends_with("över")).collect();
    assert!(late[0] && late.is_sorted_by(|a, b| a >= b), "{states:?}");
    let few = page("/almkoping/2026/uppdrag?namnd=kultur-och-fritidsnamnden").await;
    let shown = all(&few, "tbody tr");
    assert!(!shown.is_empty() && shown.len() < states.len());
    assert!(shown.iter().all(|row| words(row).contains("Kultur- och fritidsnämnden")));
    assert_eq!(first(&few, "option[selected]"), "Kultur- och fritidsnämnden");
}
