//! Committees, documents, their source and their findings, through HTTP, on the example.
#![allow(clippy::unwrap_used)]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use std::sync::{Arc, LazyLock};
use tower::ServiceExt;
use uppsikt_app::ask::source::{lines_of, source};
use uppsikt_app::city::City;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::walk::{Printed, walk};
use uppsikt_findings::Finding;
use uppsikt_web::{FixedCities, Site, router};

/// The example municipality, taken in once for all tests.
static CITY: LazyLock<Arc<City>> = LazyLock::new(|| {
    // A thread of its own: a runtime cannot wait inside another.
    std::thread::spawn(taken_in).join().unwrap()
});

fn taken_in() -> Arc<City> {
    let real = Outside::real();
    let outside = Outside::new(example::seen_from, move || real.new_id());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let uppsikt = Uppsikt::open("sqlite::memory:", outside).await.unwrap();
        uppsikt.take_in_example().await.unwrap();
        uppsikt.city("almkoping").await.unwrap().unwrap()
    })
}

fn site() -> Router {
    router(Site::new(FixedCities(vec![Arc::clone(&CITY)])))
}

async fn get(address: &str) -> Response {
    site().oneshot(Request::get(address).body(Body::empty()).unwrap()).await.unwrap()
}

async fn page(address: &str) -> Html {
    let response = get(address).await;
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    Html::parse_document(std::str::from_utf8(&bytes).unwrap())
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: &scraper::ElementRef<'_>) -> String {
    element.text().collect()
}

/// Letters and digits alone, so that figures compare however they are grouped.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn documents() -> &'static [StoredDocument] {
    &CITY.data.documents
}

fn addresses() -> Vec<String> {
    let mut all = vec!["/almkoping/regler".to_owned()];
    all.extend(["tillganglighet", "bedomningar"].map(|page| format!("/almkoping/om/{page}")));
    for year in CITY.years() {
        all.extend(["namnder", "dokument", "anmarkningar"].map(|page| format!("/almkoping/{year}/{page}")));
        let bodies = CITY.committees(year).into_iter();
        all.extend(bodies.map(|body| format!("/almkoping/{year}/namnder/{}", body.slug)));
    }
    for stored in documents() {
        let ways = ["", "/kalla", "/anmarkningar"].iter();
        all.extend(ways.map(|way| format!("/almkoping/dokument/{}{way}", stored.slug)));
    }
    all.extend(uppsikt_app::ask::rules::rules(&CITY).iter().flat_map(|family| {
        family.rules.iter().map(|(about, _)| format!("/almkoping/regler/{}", about.name))
    }));
    all
}

#[tokio::test]
async fn every_page_answers_with_one_title_in_both_languages() {
    for address in addresses() {
        for (lang, skip) in [("sv", "Till innehållet"), ("en", "Skip to content")] {
            let page = page(&format!("{address}?lang={lang}")).await;
            assert_eq!(all(&page, "h1").len(), 1, "{address}");
            assert_eq!(all(&page, &format!("html[lang={lang}]")).len(), 1, "{address}");
            assert_eq!(words(&all(&page, ".ds-skip-link")[0]), skip, "{address}");
        }
    }
}

#[tokio::test]
async fn no_page_shows_the_key_of_a_message_or_an_id_twice() {
    for address in addresses() {
        let page = page(&address).await;
        let text: String = all(&page, "body").iter().map(words).collect();
        for key in ["web-", "finding-", "rule-", "app-"] {
            let shown = text.split_whitespace().find(|word| word.starts_with(key));
            assert_eq!(shown, None, "{address}");
        }
        let mut ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|it| it.attr("id")).collect();
        ids.sort_unstable();
        let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "{address}");
    }
}

#[tokio::test]
async fn headings_never_skip_a_level() {
    for address in addresses() {
        let page = page(&address).await;
        let mut before = 0;
        for heading in all(&page, "main :is(h1, h2, h3, h4, h5, h6)") {
            let level = heading.value().name()[1..].parse::<i32>().unwrap();
            assert!(level <= before + 1, "{address}: h{level} after h{before}: {}", words(&heading));
            before = level;
        }
    }
}

#[test]
fn every_claim_stands_on_the_lines_that_its_link_marks() {
    let mut seen = 0;
    for stored in documents() {
        for claim in &stored.claims {
            let view = source(&CITY, &stored.slug, Some(lines_of(&claim.span))).unwrap();
            assert!(view.marks(claim), "{}: {claim:?}", stored.slug);
            seen += 1;
        }
    }
    assert!(seen > 5_000, "{seen}");
}

#[tokio::test]
async fn the_source_marks_the_lines_that_were_asked_for_and_keeps_every_line() {
    let stored = &documents()[0];
    let page = page(&format!("/almkoping/dokument/{}/kalla?fran=3&till=5", stored.slug)).await;
    let marked: Vec<_> = all(&page, ".up-line.hit").iter().filter_map(|it| it.attr("id")).collect();
    assert_eq!(marked, ["rad-3", "rad-4", "rad-5"]);
    let shown: Vec<String> = all(&page, ".up-line .tx").iter().map(words).collect();
    let printed: Vec<&str> = stored.document.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(shown, printed);
}

#[tokio::test]
async fn lines_outside_the_source_are_not_marked() {
    let slug = &documents()[0].slug;
    for asked in ["rad=0", "rad=999999", "fran=x"] {
        let page = page(&format!("/almkoping/dokument/{slug}/kalla?{asked}")).await;
        assert!(all(&page, ".up-line.hit").is_empty(), "{asked}");
    }
}

#[tokio::test]
async fn a_document_is_shown_whole_and_in_order() {
    for stored in documents() {
        let page = page(&format!("/almkoping/dokument/{}", stored.slug)).await;
        let text = bare(&all(&page, "main").iter().map(words).collect::<String>());
        let mut printed: Vec<String> = Vec::new();
        walk(&stored.document, &mut |met| printed.push(printed_words(&met.printed)));
        let mut from = 0;
        for words in printed.iter().map(|words| bare(words)).filter(|words| words.len() > 3) {
            let at = text[from..].find(&words);
            assert!(at.is_some(), "{}: {words}", stored.slug);
            from += at.unwrap();
        }
    }
}

fn printed_words(printed: &Printed<'_>) -> String {
    match printed {
        Printed::Heading(_, at) | Printed::Item(at) | Printed::AgendaIntro(at) => at.text.clone(),
        Printed::Paragraph(text, _) | Printed::Note(text, _) | Printed::Diagram(text, _) => {
            (*text).to_owned()
        }
        Printed::Agenda(link) => format!("{}{}", link.number, link.name),
        Printed::Caption(_, caption) => caption.text.clone(),
        Printed::ColumnHeading(_, column) => column.heading.text.clone(),
        Printed::RowLabel(_, row) => row.label.text.clone(),
        Printed::Cell(_, _, _, cell) => cell.printed.clone().unwrap_or_default(),
    }
}

#[tokio::test]
async fn a_finding_underlines_its_exact_stretch() {
    let mut underlined = 0;
    for stored in documents() {
        let found = uppsikt_app::ask::findings::shown(&CITY, stored);
        if found.is_empty() {
            continue;
        }
        let page = page(&format!("/almkoping/dokument/{}/anmarkningar", stored.slug)).await;
        for shown in &found {
            assert_eq!(all(&page, &format!("aside[id='{}']", shown.anchor)).len(), 1, "{}", stored.slug);
            if found.iter().any(|other| other.anchor != shown.anchor && meet(other.finding, shown.finding)) {
                continue;
            }
            let marks = all(&page, &format!("a.to[href='#{}'] mark", shown.anchor));
            let marked: String = marks.iter().map(words).collect();
            assert_eq!(
                bare(&marked),
                bare(&stretch(stored, shown.finding)),
                "{} {}",
                stored.slug,
                shown.anchor
            );
            underlined += 1;
        }
    }
    assert!(underlined >= 5, "{underlined}");
}

fn meet(a: &Finding, b: &Finding) -> bool {
    uppsikt_app::ask::table::overlap(&a.at.span, &b.at.span)
}

/// The characters from a span's first to its last, at most twelve lines.
fn stretch(stored: &StoredDocument, finding: &Finding) -> String {
    let span = finding.at.span;
    let mut out = String::new();
    for number in span.at.line..=span.end_line.min(span.at.line + 11) {
        let line: Vec<char> = stored.document.line(number).unwrap().text.chars().collect();
        let from = if number == span.at.line { span.at.column as usize - 1 } else { 0 };
        let to = if number == span.end_line { span.end_column as usize } else { line.len() };
        out.extend(line.iter().skip(from).take(to.min(line.len()).saturating_sub(from)));
    }
    out
}

#[tokio::test]
async fn findings_of_a_year_are_narrowed_by_what_is_asked_for() {
    let address = "/almkoping/2026/anmarkningar";
    let everything = all(&page(address).await, "tr[data-severity]").len();
    let errors = page(&format!("{address}?allvar=error")).await;
    assert!(all(&errors, "tr[data-severity='warning']").is_empty());
    let shown = all(&errors, "tr[data-severity='error']").len();
    assert!(shown > 0 && shown < everything, "{shown} of {everything}");
    let none = page(&format!("{address}?organ=finns-inte")).await;
    assert!(all(&none, "tr[data-severity]").is_empty());
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    for address in [
        "/almkoping/dokument/finns-inte",
        "/almkoping/dokument/finns-inte/kalla",
        "/almkoping/dokument/finns-inte/anmarkningar",
        "/almkoping/dokument/finns-inte.pdf",
        "/almkoping/2026/namnder/finns-inte",
        "/almkoping/ettar/namnder",
        "/almkoping/regler/finns-inte",
        "/annanstans/2026/namnder",
    ] {
        assert_eq!(get(address).await.status(), StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_year_without_documents_answers_with_the_nearest_and_says_so() {
    let page = page("/almkoping/1999/namnder").await;
    assert_eq!(all(&page, ".up-notice").len(), 1);
}

#[tokio::test]
async fn every_row_of_the_statement_leads_to_its_line() {
    let page = page("/almkoping/2026/namnder/kultur-och-fritidsnamnden").await;
    let rows = all(&page, "section[aria-labelledby=resultat] tbody th a");
    assert_eq!(rows.len(), 17);
    for row in rows {
        let address = row.attr("href").unwrap();
        let source = self::page(address.split('#').next().unwrap()).await;
        let marked: String = all(&source, ".up-line.hit .tx").iter().map(words).collect();
        assert!(bare(&marked).contains(&bare(&words(&row))), "{address}: {marked}");
    }
}

#[tokio::test]
async fn the_conclusion_of_a_committee_is_computed_from_its_money() {
    let page = page("/almkoping/2026/namnder/kultur-och-fritidsnamnden").await;
    let lead = words(&all(&page, ".up-lead")[0]);
    assert!(lead.contains("−4,8 miljoner mot en ram på 188,9 miljoner"), "{lead}");
    let drawn = words(&all(&page, "section[aria-labelledby=vag] svg")[0]);
    for level in ["184\u{a0}200", "188\u{a0}900", "193\u{a0}712"] {
        assert!(drawn.contains(level), "{level}: {drawn}");
    }
    let missing = all(&page, "#f4 a[href*='anmarkningar']");
    assert_eq!(missing.len(), 1, "the row without an explanation leads to its finding");
}

#[tokio::test]
async fn a_document_is_printed_once_and_known_again() {
    let address = format!("/almkoping/dokument/{}.pdf", documents()[0].slug);
    let response = get(&address).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/pdf");
    let tag = response.headers()[header::ETAG].clone();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    assert!(bytes.starts_with(b"%PDF-"));
    let again = Request::get(&address).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    assert_eq!(site().oneshot(again).await.unwrap().status(), StatusCode::NOT_MODIFIED);
}
