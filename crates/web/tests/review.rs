//! Reading documents in through HTTP: who may, what is sent, decided, finished and thrown away.
#![allow(clippy::unwrap_used)]

#[path = "common/answer.rs"]
mod answer;

use answer::{Answer, ask, get, post, press, send_file};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::sync::Arc;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_testkit::outside::counting_ids;
use uppsikt_web::{Site, router};

const LIST: &str = "/almkoping/inlasning";
const BUDGET: &str = "kultur-och-fritidsnamnden-namndsbudget-2026.md";

/// The site of the example municipality, of which only one document is stored.
async fn site(editor: Option<&str>) -> Router {
    let outside = Outside::new(example::seen_from, counting_ids());
    let app = Arc::new(Uppsikt::open("sqlite::memory:", outside).await.unwrap());
    app.take_in(example::municipality_file(), "", &[budget()]).await.unwrap();
    let site = Site::new(Arc::clone(&app));
    router(match editor {
        Some(name) => site.with_editor(app, name),
        None => site,
    })
}

fn budget() -> uppsikt_app::archive::InputFile {
    example::documents().into_iter().find(|file| file.name == BUDGET).unwrap()
}

/// What the buttons with a name would send.
fn values(answer: &Answer, name: &str) -> Vec<String> {
    answer.attributes(&format!("li button[name={name}]"), "value")
}

async fn send(site: &Router, name: &str, bytes: &[u8]) -> Answer {
    send_file(site, LIST, name, bytes).await
}

/// The budget with three other figures.
fn copy() -> Vec<u8> {
    let text = String::from_utf8(budget().bytes).unwrap();
    let changes = [("| -66 800 |", "| -66 900 |"), ("| 6 850 | 6 200 |", "| 6 850 | 6 300 |")];
    let text = changes.iter().fold(text, |text, (was, is)| text.replacen(was, is, 1));
    text.replacen("är 14,6 miljoner", "är 14,9 miljoner", 1).into_bytes()
}

#[tokio::test]
async fn without_an_editor_nothing_can_be_read_in_and_the_page_says_why() {
    let site = site(None).await;
    for answer in
        [get(&site, LIST).await, get(&site, "/almkoping/inlasning/1").await, send(&site, "a.md", b"").await]
    {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.page.contains("uppsikt serve --editor"), "{}", answer.page);
    }
    let english = get(&site, "/almkoping/inlasning?lang=en").await;
    assert_eq!(english.first("h1"), "Reading in is not switched on");
    assert!(!get(&site, "/almkoping/2026/dokument").await.page.contains(LIST));
}

#[tokio::test]
async fn three_figures_are_proposed_and_the_rejected_one_is_not_asked_again() {
    let site = site(Some("Kontroll")).await;
    assert!(get(&site, "/almkoping/2026/dokument").await.page.contains(LIST));
    let sent = send(&site, "kopia.md", &copy()).await;
    assert_eq!((sent.status, sent.location.as_str()), (StatusCode::SEE_OTHER, "/almkoping/inlasning/1"));
    let page = get(&site, &sent.location).await;
    assert_eq!(page.first("h1"), "Tre förslag är kvar att avgöra");
    let expected =
        ["14,6 miljoner kronor → 14,9 miljoner kronor", "6 200 tkr → 6 300 tkr", "−66 800 tkr → −66 900 tkr"];
    let shown = page.all(".change");
    assert_eq!(shown.len(), 3, "{shown:?}");
    assert_eq!(shown[1..], expected[1..]);
    assert!(shown[0].starts_with("14,6") && shown[0].contains("→ 14,9"), "{shown:?}");
    assert_eq!(page.all(".up-proposal mark")[1..], ["6 300", "-66 900"]);
    assert_eq!(page.all("h1").len(), 1);

    let rent = values(&page, "avvisa")[2].clone();
    let rejected = press(&site, &sent.location, "avvisa", &rent).await;
    assert_eq!(rejected.status, StatusCode::SEE_OTHER);
    assert_eq!(rejected.location, format!("/almkoping/inlasning/1#f-{rent}"));
    let twice = press(&site, &sent.location, "avvisa", &rent).await;
    assert_eq!(twice.status, StatusCode::SEE_OTHER, "loading again does no harm");
    let early = press(&site, "/almkoping/inlasning/1/avsluta", "", "").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        early.first("[role=alert]").contains("2 förslag är inte avgjorda"),
        "{}",
        early.first("[role=alert]")
    );
    press(&site, &sent.location, "godta", "alla").await;
    assert_eq!(get(&site, &sent.location).await.first("h1"), "Allt är avgjort");
    let done = press(&site, "/almkoping/inlasning/1/avsluta", "", "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let finished = get(&site, &sent.location).await;
    assert!(finished.first(".up-lead").starts_with("Version 2 gäller. 2 förslag godtogs, ett avvisades."));
    assert_eq!(finished.all("form").len(), 0);

    let again = send(&site, "kopia.md", &copy()).await;
    let page = get(&site, &again.location).await;
    assert_eq!(page.first("h1"), "Inget nytt att avgöra");
    assert_eq!(values(&page, "fraga"), std::slice::from_ref(&rent));
    assert!(page.first(".up-lead").contains("Ett avvisades förut och frågas inte."));
    press(&site, &again.location, "fraga", &rent).await;
    assert_eq!(values(&get(&site, &again.location).await, "godta"), [rent]);
    press(&site, &format!("{}/kasta", again.location), "", "").await;
    let list = get(&site, LIST).await;
    let states = list.all("tbody td:last-child");
    assert_eq!(states, ["kastad, ingenting lagrades", "avslutad: version 2, 2 godtagna, 1 avvisade"]);
}

#[tokio::test]
async fn a_section_is_decided_at_once_and_undone() {
    let site = site(Some("Kontroll")).await;
    let sent = send(&site, "kopia.md", &copy()).await;
    let page = get(&site, &sent.location).await;
    let section = page.attributes("section button[name=godta][value^=avsnitt]", "value").remove(0);
    let decided = press(&site, &sent.location, "godta", &section).await;
    assert!(decided.location.contains("#a"), "{}", decided.location);
    let page = get(&site, &sent.location).await;
    assert_eq!((values(&page, "godta").len(), values(&page, "angra").len()), (1, 2));
    press(&site, &sent.location, "angra", "alla").await;
    assert_eq!(values(&get(&site, &sent.location).await, "godta").len(), 3);
}

#[tokio::test]
async fn words_that_differ_are_listed_without_being_asked() {
    let site = site(Some("Kontroll")).await;
    let text = String::from_utf8(budget().bytes).unwrap();
    let text = text.replacen("Biblioteken ligger i Centrum", "Biblioteken finns i Centrum", 1);
    let sent = send(&site, "ord.md", text.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    assert_eq!(page.first("h1"), "Inget nytt att avgöra");
    let lines = page.all("section[aria-labelledby=ovrigt] .tx");
    assert!(lines.len() == 2 && lines[0].contains("ligger i") && lines[1].contains("finns i"), "{lines:?}");
}

#[tokio::test]
async fn what_cannot_be_read_is_said_on_the_page_itself() {
    let site = site(Some("Kontroll")).await;
    for (name, bytes, says) in [
        ("", b"".as_slice(), "Ingen fil valdes"),
        ("brev.txt", b"Hej!".as_slice(), "vilket slags dokument"),
        ("trasig.pdf", b"%PDF-1.7 trasig".as_slice(), "trasig.pdf"),
    ] {
        let answer = send(&site, name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.first("[role=alert]").contains(says), "{}", answer.first("[role=alert]"));
        assert_eq!(answer.all("input[aria-invalid=true]").len(), 1);
    }
    assert_eq!(get(&site, LIST).await.all("tbody tr").len(), 0, "nothing is kept");
}

#[tokio::test]
async fn what_is_too_large_comes_from_elsewhere_or_leads_nowhere_is_refused() {
    let site = site(Some("Kontroll")).await;
    let large = Request::post(LIST).header(header::CONTENT_LENGTH, "200000000").body(Body::empty()).unwrap();
    assert_eq!(ask(&site, large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let elsewhere = Request::post(LIST)
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://example.org")
        .header(header::HOST, "127.0.0.1")
        .body(Body::empty())
        .unwrap();
    assert_eq!(ask(&site, elsewhere).await.status, StatusCode::FORBIDDEN);
    assert_eq!(get(&site, "/almkoping/inlasning/7").await.status, StatusCode::NOT_FOUND);
    assert_eq!(press(&site, "/almkoping/inlasning/7", "godta", "alla").await.status, StatusCode::NOT_FOUND);
    let sent = send(&site, "kopia.md", &copy()).await;
    assert_eq!(press(&site, &sent.location, "hej", "alla").await.status, StatusCode::BAD_REQUEST);
    let gone = press(&site, &sent.location, "godta", "0123").await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(gone.first("[role=alert]").starts_with("Det gick inte Förslaget finns inte längre"));
}

#[tokio::test]
async fn every_word_is_translated_and_every_id_stands_once() {
    let site = site(Some("Kontroll")).await;
    let sent = send(&site, "ny.md", &example::documents()[0].bytes).await;
    for lang in ["sv", "en"] {
        for address in [LIST.to_owned(), sent.location.clone()] {
            get(&site, &format!("{address}?lang={lang}")).await.assert_sound(&address);
        }
    }
}

#[tokio::test]
async fn what_another_document_says_against_it_stands_beside_with_its_place() {
    let site = site(Some("Kontroll")).await;
    let name = "kultur-och-fritidsnamnden-delarsrapport-2026.md";
    let report = example::documents().into_iter().find(|file| file.name == name).unwrap();
    let text = String::from_utf8(report.bytes).unwrap();
    let changed = text.replacen("tusental | 63 | 66 | 48 | 72 |", "tusental | 63 | 66 | 48 | 70 |", 1);
    let sent = send(&site, name, changed.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    let against = page.all(".up-against");
    let said: Vec<&String> = against.iter().filter(|it| it.contains("TID-002")).collect();
    assert_eq!(said.len(), 1, "{against:?}");
    assert!(
        said[0].starts_with("Motsägs av Nämndsbudget 2026, Kultur- och fritidsnämnden, rad 198"),
        "{said:?}"
    );
    assert!(said[0].contains("Besök på fritidsgårdarna"), "{said:?}");
    assert!(said[0].contains("Målvärdet är ett annat"), "the rule's sentence: {said:?}");
    let to =
        "/almkoping/dokument/namndsbudget-kultur-och-fritidsnamnden-2026/kalla?fran=198&till=198#rad-198";
    let links = page.attributes(".up-against a[href*='/kalla']", "href");
    assert!(links.iter().any(|link| link == to), "{links:?}");
    let source = get(&site, to.split('#').next().unwrap()).await;
    assert!(source.all("mark").join(" ").contains("Besök på fritidsgårdarna"));
    for lang in ["sv", "en"] {
        get(&site, &format!("{}?lang={lang}", sent.location)).await.assert_sound("review");
    }
}

#[tokio::test]
async fn a_review_that_another_overtook_says_that_nothing_is_stored_and_then_stores() {
    let site = site(Some("Kontroll")).await;
    let slow = send(&site, "kopia.md", &copy()).await.location;
    let other = String::from_utf8(copy()).unwrap().replacen("| 6 850 | 6 300 |", "| 6 850 | 6 400 |", 1);
    let quick = send(&site, "annan.md", other.as_bytes()).await.location;
    for review in [&slow, &quick] {
        press(&site, review, "godta", "alla").await;
    }
    let stored = press(&site, &format!("{quick}/avsluta"), "", "").await;
    assert_eq!(stored.status, StatusCode::SEE_OTHER);
    let overtaken = press(&site, &format!("{slow}/avsluta"), "", "").await;
    assert_eq!(overtaken.status, StatusCode::CONFLICT);
    assert!(overtaken.first("[role=alert]").contains("Inget är lagrat än"));
    press(&site, &slow, "godta", "alla").await;
    press(&site, &format!("{slow}/avsluta"), "", "").await;
    assert!(get(&site, &slow).await.first(".up-lead").starts_with("Version 3 gäller."));
    let compared = get(&site, "/almkoping/dokument/namndsbudget-kultur-och-fritidsnamnden-2026/jamfor").await;
    assert_eq!(compared.all(".up-proposal .change"), ["6 400 tkr → 6 300 tkr"]);
    assert_eq!(compared.all(".up-proposal button").len(), 0);
}

#[tokio::test]
async fn throwing_away_asks_first_and_says_what_is_lost() {
    let site = site(Some("Kontroll")).await;
    let sent = send(&site, "kopia.md", &copy()).await;
    press(&site, &sent.location, "godta", "alla").await;
    let page = get(&site, &sent.location).await;
    assert!(page.first(".up-discard p").contains("de 3 avgöranden som är gjorda"));
    let to = page.attributes(".up-discard button", "formaction");
    assert_eq!(to, ["/almkoping/inlasning/1/kasta"]);
}

#[tokio::test]
async fn a_file_without_most_of_what_holds_is_pointed_out_and_not_accepted_at_once() {
    let site = site(Some("Kontroll")).await;
    let text = String::from_utf8(budget().bytes).unwrap();
    let start: String = text.lines().take(12).map(|line| format!("{line}\n")).collect();
    let sent = send(&site, "bara-borjan.md", start.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    assert!(page.first("[role=status]").contains("Kontrollera att det är rätt fil"), "{}", page.page);
    assert_eq!(page.attributes("button[name=godta][value=alla]", "value").len(), 0);
}

#[tokio::test]
async fn pages_show_the_words_that_hold_where_a_change_was_rejected() {
    let site = site(Some("Kontroll")).await;
    let (was, is) = ("lokalerna kan användas 81 timmar mer", "lokalerna är öppna 84 timmar längre");
    let text = String::from_utf8(budget().bytes).unwrap().replacen(was, is, 1);
    let sent = send(&site, "andra-ord.md", text.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    assert_eq!(page.first("h1"), "Ett förslag är kvar att avgöra");
    let change = page.first(".change");
    assert!(change.contains("81 timmar") && change.contains("→") && change.contains("84 timmar"), "{change}");
    press(&site, &sent.location, "avvisa", &values(&page, "avvisa")[0]).await;
    press(&site, &format!("{}/avsluta", sent.location), "", "").await;
    let committee = get(&site, "/almkoping/2026/namnder/kultur-och-fritidsnamnden").await;
    let (shown, said) = (committee.first("main"), "Så lyder det som gäller, ur version 1.");
    assert!(shown.contains(was) && !shown.contains(is) && shown.contains(said), "{shown}");
    let otherwise = committee.attributes(".up-read a[href*='/kalla']", "href");
    assert!(
        otherwise[0].contains("namndsbudget-kultur-och-fritidsnamnden-2026/kalla?fran="),
        "{otherwise:?}"
    );
    let document = get(&site, "/almkoping/dokument/namndsbudget-kultur-och-fritidsnamnden-2026").await;
    let shown = document.first("main");
    assert!(shown.contains(was) && shown.contains(is), "what it prints, and what holds");
    assert!(shown.contains("Ändringen ovan avvisades"), "{shown}");
    committee.assert_sound("committee");
    document.assert_sound("document");
}

#[tokio::test]
async fn a_document_of_no_known_kind_is_asked_about_and_known_from_then_on() {
    let site = site(Some("Kontroll")).await;
    let text =
        "# Uppdragsplan 2027 för Kultur- och fritidsnämnden\n\n## Vad vi gör\n\nVi öppnar fler dagar.\n";
    let refused = send(&site, "uppdrag.md", text.as_bytes()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attributes("#titel", "value"), ["Uppdragsplan {year} för {body}"]);
    let kinds = refused.all("#slag option");
    assert!(["Nämndsbudget", "Ärende"].iter().all(|kind| kinds.iter().any(|it| it == kind)), "{kinds:?}");
    let fields = [
        ("ur", "uppdrag.md"),
        ("ord", "Uppdragsplan {year} för {body}"),
        ("betyder", "committee_budget"),
        ("godta", "title"),
    ];
    let said = post(&site, "/almkoping/inlasning/husstil", &fields).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let style = get(&site, "/almkoping/inlasning/husstil").await;
    assert!(style.first("main").contains("Uppdragsplan {year} för {body}"), "{}", style.first("main"));
    let sent = send(&site, "uppdrag.md", text.as_bytes()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.first("main"));
    let page = get(&site, &sent.location).await;
    assert!(page.first(".up-kind").contains("Nämndsbudget 2027, Kultur- och fritidsnämnden"));
}

/// A budget with so many rows in a table of areas, in sections of so many.
fn large(sections: usize, rows: usize) -> Vec<u8> {
    let mut text = "# Nämndsbudget 2027\n\nParknämnden\n\n# Sammanfattning\n\nNämnden finns.\n".to_owned();
    for section in 1..=sections {
        text += &format!(
            "\n# Plats {section}\n\n**Kostnad per plats {section}, tkr**\n\n| Plats | Budget 2027 |\n| --- | ---: |\n"
        );
        let row = |row: usize| format!("| Park {section}-{row} | -{} |\n", 1_000 + 7 * row);
        text += &(1..=rows).map(row).collect::<String>();
    }
    text.into_bytes()
}

#[tokio::test]
async fn a_long_review_is_an_index_and_its_large_sections_have_pages_of_their_own() {
    let site = site(Some("Kontroll")).await;
    let sent = send(&site, "stor.md", &large(4, 120)).await;
    let page = get(&site, &sent.location).await;
    page.assert_sound("index");
    assert!(page.page.len() < 30_000, "{}", page.page.len());
    assert!(page.all(".up-proposal").len() <= 60);
    let to = page.attributes("table.up-index th a", "href");
    let apart: Vec<String> = to.iter().filter(|href| href.contains("avsnitt=")).cloned().collect();
    assert_eq!(apart.len(), 4, "{to:?}");
    let counts = page.all("table.up-index td[data-label=Förslag]");
    assert!(counts.contains(&"120 nya".to_owned()), "{counts:?}");

    let part = get(&site, &apart[1]).await;
    part.assert_sound("part");
    assert_eq!(
        (part.first("h1").replace('\u{ad}', ""), part.all(".up-proposal").len()),
        ("Plats 2".into(), 50)
    );
    assert_eq!(part.first(".up-lead"), "Förslag 1–50 av 120. 120 är kvar att avgöra.");
    let last = get(&site, &format!("{}&sida=3", apart[1])).await;
    assert_eq!(last.first(".up-lead"), "Förslag 101–120 av 120. 120 är kvar att avgöra.");
    assert_eq!(last.attributes(".up-pager a[rel=prev]", "href"), [format!("{}&sida=2", apart[1])]);
    assert!(last.attributes(".up-pager a[rel=next]", "href").is_empty());

    let action = last.attributes("form.up-review", "action").remove(0);
    let print = values(&last, "avvisa").remove(0);
    let rejected = press(&site, &action, "avvisa", &print).await;
    assert_eq!(rejected.location, format!("{}&sida=3#f-{print}", apart[1]), "back at the row");
    let section = last.attributes("button[name=godta][value^=avsnitt]", "value").remove(0);
    let accepted = press(&site, &action, "godta", &section).await;
    assert!(accepted.location.starts_with(&format!("{}&sida=3#a", apart[1])), "{}", accepted.location);
    let first = get(&site, &apart[1]).await;
    assert_eq!(first.first(".up-lead"), "Förslag 1–50 av 120.", "the whole section is decided");
    let done = get(&site, &sent.location).await.first("tr.done");
    assert_eq!(done, "Plats 2 120 nya alla 120 avgjorda");

    press(&site, &sent.location, "godta", "alla").await;
    assert_eq!(get(&site, &sent.location).await.first("h1"), "Allt är avgjort");
    let gone = get(&site, &format!("{}?avsnitt=afinnsinte", sent.location)).await;
    assert_eq!((gone.status, gone.first("h1").as_str()), (StatusCode::OK, "Allt är avgjort"));
    let english = get(&site, &format!("{}&lang=en", apart[0])).await;
    english.assert_sound("english");
    assert_eq!(english.first(".up-lead"), "Proposals 1–50 of 120.");
}

#[tokio::test]
async fn a_case_is_reviewed_in_a_section_of_its_own() {
    let site = site(Some("Kontroll")).await;
    let text = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Parknämnden skickar planen på remiss med sista svarsdatum 30 april 2031.\n\nBeslutet skickas till\nSkolnämnden\n\nÄrendet\nPlanen följer PRK-2029-1.\n";
    let sent = send(&site, "remiss.txt", text.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    page.assert_sound("case");
    let told = page.all("section[aria-labelledby=arende] .up-proposal .what");
    assert_eq!(
        told,
        [
            "ny förslag till beslut",
            "ny sista svarsdag",
            "ny remissinstans",
            "ny mottagare av beslutet",
            "ny annat ärende"
        ]
    );
    assert_eq!(page.first("section[aria-labelledby=arende] [data-kind=reply_by] .change"), "30 april 2031");
    assert_eq!(page.first("section[aria-labelledby=arende] [data-kind=reply_by] mark"), "30 april 2031");
}

#[tokio::test]
async fn an_indicator_is_shown_with_where_it_starts_and_what_is_aimed_at() {
    let site = site(Some("Kontroll")).await;
    let text = "# Nämndsbudget 2031, Parknämnden\n\n## Kommunfullmäktigemål - Fler badar\n\n### Indikatorer\n\n- Antal bad: 84 000 år 2029, mål 90 000 år 2031\n- Bryggorna hålls öppna\n";
    let sent = send(&site, "park.md", text.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    assert_eq!(
        page.all("[data-kind=indicator] .measured"),
        ["utgångsläge 84 000, målvärde 90 000, dag: år 2031"]
    );
    let english = get(&site, &format!("{}?lang=en", sent.location)).await;
    assert!(english.first("[data-kind=indicator] .measured").starts_with("baseline 84"));
}

#[tokio::test]
async fn a_budget_area_under_a_new_name_is_proposed_and_told_on_the_committees_page() {
    let site = site(Some("Kontroll")).await;
    let text = String::from_utf8(budget().bytes).unwrap();
    let newer = text.replace("Nämndsbudget 2026", "Nämndsbudget 2027");
    let newer = newer.replace(
        "| Budgetområde | Prognos 2025 | Budget 2026 |",
        "| Budgetområde | Budget 2026 | Budget 2027 |",
    );
    let newer = newer
        .replace("| Bad och idrott | -49 020 | -49 900 |", "| Simhallar och planer | -49 900 | -50 780 |");
    let sent = send(&site, "kultur-2027.md", newer.as_bytes()).await;
    let page = get(&site, &sent.location).await;
    page.assert_sound("lineage");
    let lineage = page.first("section[aria-labelledby=slaktskap]");
    assert!(
        lineage.contains("Bad och idrott fortsätter som Simhallar och planer samma belopp för 2026"),
        "{lineage}"
    );
    let print = page.attributes("section[aria-labelledby=slaktskap] button[name=godta]", "value");
    assert_eq!(print.len(), 1, "{lineage}");
    press(&site, &sent.location, "godta", "alla").await;
    press(&site, &format!("{}/avsluta", sent.location), "", "").await;
    let committee = get(&site, "/almkoping/2027/namnder/kultur-och-fritidsnamnden").await;
    committee.assert_sound("committee");
    let told = committee.first("section[aria-labelledby=omr] .up-rows li");
    assert_eq!(
        told,
        "2027 Bad och idrott heter Simhallar och planer från 2027. Samma belopp för 2026 (Kontroll)."
    );
}
