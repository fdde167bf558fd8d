//! Living with findings, told on every database: one is let stand and comes back when its words
//! change, one is assigned, and everything stays in the history.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, example_file, refusal};
use std::sync::Arc;
use uppsikt_app::act::ActError;
use uppsikt_app::archive::InputFile;
use uppsikt_app::ask::findings::findings;
use uppsikt_app::ask::findings_of_year::{Filter, Order, State, findings_of_year};
use uppsikt_app::checking::check_city;
use uppsikt_app::city::{City, Known};
use uppsikt_app::events::verify;
use uppsikt_app::finding::accept::accept;
use uppsikt_app::finding::assign::assign;
use uppsikt_app::finding::compare::{compare, of_latest, of_version};
use uppsikt_app::finding::history::What;
use uppsikt_app::finding::reopen::reopen;
use uppsikt_app::finding::{Doing, Which};
use uppsikt_app::rights::{Actor, Role};
use uppsikt_findings::identities;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::Selection;
use uppsikt_testkit::databases::TestStore;

const REPORT: &str = "kultur-och-fritidsnamnden-delarsrapport-2026.md";
const SLUG: &str = "delarsrapport-kultur-och-fritidsnamnden-2026";

async fn city(desk: &Desk) -> Arc<City> {
    desk.app.city("almkoping").await.unwrap().unwrap()
}

async fn store(desk: &Desk, file: &InputFile) {
    let document = desk.read(file);
    desk.app.store_document(&desk.municipality, &document, &file.bytes).await.unwrap();
}

/// The report with other words.
fn changed(changes: &[(&str, &str)]) -> InputFile {
    let file = example_file(REPORT);
    let mut text = String::from_utf8(file.bytes).unwrap();
    for (was, is) in changes {
        assert!(text.contains(was), "{was}");
        text = text.replacen(was, is, 1);
    }
    InputFile { name: file.name, bytes: text.into_bytes() }
}

/// The deviation that two digits have changed places in.
fn swapped(city: &City) -> Known {
    let stored = city.document(SLUG).unwrap();
    city.known_in(stored).find(|known| known.finding.code == "ARI-003").unwrap().clone()
}

async fn swapped_now(desk: &Desk) -> Known {
    let city = city(desk).await;
    swapped(&city)
}

fn doing<'a>(desk: &'a Desk, city: &'a City) -> Doing<'a> {
    Doing { store: desk.app.store(), outside: desk.app.outside(), actor: &desk.editor, city }
}

async fn accept_swapped(desk: &Desk, why: &str) -> Result<(), ActError> {
    let city = city(desk).await;
    let print = swapped(&city).identity.print;
    accept(doing(desk, &city), Which { document: SLUG, print: &print }, why).await
}

async fn open_count(desk: &Desk) -> usize {
    let city = city(desk).await;
    city.findings_in(city.document(SLUG).unwrap()).count()
}

#[tokio::test]
async fn the_story_of_a_finding_ends_the_same_on_every_database() {
    let mut ends = Vec::new();
    for database in TestStore::all().await.unwrap() {
        let desk = Desk::on(&database).await;
        store(&desk, &example_file(REPORT)).await;
        it_is_let_stand_with_a_reason(&desk).await;
        it_is_kept_while_its_words_stand(&desk).await;
        it_comes_back_when_its_words_change(&desk).await;
        it_counts_again_when_that_is_undone(&desk).await;
        somebody_looks_at_it(&desk).await;
        the_history_tells_it_all(&desk).await;
        assert_eq!(verify(desk.app.store(), desk.municipality.id).await.unwrap().broken_at, None);
        ends.push((desk.events().await, desk.app.store().finding_marks(desk.municipality.id).await.unwrap()));
        database.remove().await.unwrap();
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
}

async fn it_is_let_stand_with_a_reason(desk: &Desk) {
    let before = open_count(desk).await;
    assert_eq!(refusal(accept_swapped(desk, " \n").await), "act-finding-no-reason");
    assert_eq!(refusal(accept_swapped(desk, &"x".repeat(1001)).await), "act-finding-long-reason");
    accept_swapped(desk, "Siffran  rättas i bokslutet").await.unwrap();
    let events = desk.events().await.len();
    accept_swapped(desk, "Siffran rättas i bokslutet").await.unwrap();
    assert_eq!(desk.events().await.len(), events, "the same again leaves no event");
    assert_eq!(open_count(desk).await, before - 1);
    let city = city(desk).await;
    let view = findings(&city, SLUG).unwrap();
    assert_eq!((view.findings.len(), view.aside.len(), view.outlived.len()), (before - 1, 1, 0));
    let aside = view.aside[0].known.set_aside().unwrap();
    assert_eq!(aside.why, "Siffran rättas i bokslutet");
    assert!(aside.told(uppsikt_messages::Lang::Sv).contains("Kontroll"));
    let checked = check_city(&city, &Selection::default());
    assert_eq!((checked.findings.len(), checked.set_aside), (before - 1, vec![aside]));
    let only = Selection { only: vec!["ARI-003".into()], ..Selection::default() };
    let checked = check_city(&city, &only);
    assert_eq!((checked.findings.len(), checked.set_aside.len()), (0, 1));
}

async fn it_is_kept_while_its_words_stand(desk: &Desk) {
    let before = open_count(desk).await;
    // Lines above are added, a paragraph elsewhere is written anew.
    store(
        desk,
        &changed(&[("# ", "# Delårsrapport 2026\n\nEtt nytt stycke om hur rapporten ska läsas.\n\n# ")]),
    )
    .await;
    let city = city(desk).await;
    assert_eq!(city.document(SLUG).unwrap().version, 2);
    assert!(!swapped(&city).is_open(), "the same words stand in another place");
    assert!(open_count(desk).await <= before + 3);
}

async fn it_comes_back_when_its_words_change(desk: &Desk) {
    store(desk, &changed(&[("-2 850", "-2 805")])).await;
    let city = city(desk).await;
    let known = swapped(&city);
    assert!(known.is_open(), "another figure is another finding");
    assert_eq!(known.before.unwrap().why, "Siffran rättas i bokslutet");
    let view = findings(&city, SLUG).unwrap();
    assert_eq!(view.outlived.len(), 1);
    store(desk, &changed(&[("# ", "# Delårsrapport 2026\n\nEtt annat stycke.\n\n# ")])).await;
    assert!(!swapped_now(desk).await.is_open(), "the words are back, and so is what was said of them");
}

async fn it_counts_again_when_that_is_undone(desk: &Desk) {
    let city = city(desk).await;
    let print = swapped(&city).identity.print;
    let which = Which { document: SLUG, print: &print };
    reopen(doing(desk, &city), which).await.unwrap();
    assert!(swapped_now(desk).await.is_open());
    assert_eq!(refusal(reopen(doing(desk, &city), which).await), "act-finding-not-accepted");
    let last = desk.app.store().events(desk.municipality.id, 0, 100).await.unwrap().pop().unwrap();
    assert_eq!(last.act, "finding.reopened");
    assert!(last.payload.contains("Siffran rättas i bokslutet"), "the history keeps why");
}

async fn somebody_looks_at_it(desk: &Desk) {
    let seen = city(desk).await;
    let print = swapped(&seen).identity.print;
    let which = Which { document: SLUG, print: &print };
    assert_eq!(refusal(assign(doing(desk, &seen), which, &"x".repeat(101)).await), "act-finding-long-name");
    assign(doing(desk, &seen), which, " Eva  Ek ").await.unwrap();
    let assigned = city(desk).await;
    assert_eq!(swapped(&assigned).assignee.unwrap().assignee, "Eva Ek");
    store(desk, &changed(&[("-2 850", "-2 815")])).await;
    assert_eq!(refusal(assign(doing(desk, &assigned), which, "Bo").await), "act-finding-moved");
    let moved = city(desk).await;
    let known = swapped(&moved);
    assert_eq!(known.assignee.unwrap().assignee, "Eva Ek", "work follows its place");
    let which = Which { document: SLUG, print: &known.identity.print };
    assign(doing(desk, &moved), which, "").await.unwrap();
    assert_eq!(swapped_now(desk).await.assignee, None);
    assert_eq!(desk.app.store().finding_marks(desk.municipality.id).await.unwrap().assignees, []);
}

async fn the_history_tells_it_all(desk: &Desk) {
    let told = desk.app.finding_history(desk.municipality.id, SLUG).await.unwrap();
    let what: Vec<What> = told.into_iter().rev().map(|said| said.what).collect();
    let why = || "Siffran rättas i bokslutet".to_owned();
    let expected = [
        What::Accepted { why: why() },
        What::Reopened { why: why() },
        What::Assigned { to: Some("Eva Ek".into()) },
        What::Assigned { to: None },
    ];
    assert_eq!(what, expected);
    assert_eq!(desk.app.finding_history(desk.municipality.id, "annat").await.unwrap(), []);
}

#[tokio::test]
async fn what_is_not_allowed_leaves_no_event() {
    let database = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&database).await;
    store(&desk, &example_file(REPORT)).await;
    let (before, city) = (desk.events().await, city(&desk).await);
    let print = swapped(&city).identity.print;
    let which = Which { document: SLUG, print: &print };
    for role in [Role::Reader, Role::Auditor, Role::Editor] {
        let actor = Actor { name: "Någon".into(), role };
        let doing = Doing { actor: &actor, ..doing(&desk, &city) };
        assert_eq!(refusal(accept(doing, which, "därför").await), "act-not-allowed", "{role:?}");
    }
    let missing = Which { document: SLUG, print: "0123" };
    assert_eq!(refusal(accept(doing(&desk, &city), missing, "därför").await), "act-finding-missing");
    assert_eq!(desk.events().await, before);
    database.remove().await.unwrap();
}

#[tokio::test]
async fn findings_of_a_year_are_filtered_counted_and_sorted() {
    let database = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&database).await;
    for name in [REPORT, "kultur-och-fritidsnamnden-namndsbudget-2026.md"] {
        store(&desk, &example_file(name)).await;
    }
    let seen = city(&desk).await;
    let all: Vec<Known> = seen.known_in(seen.document(SLUG).unwrap()).cloned().collect();
    let which = |known: &Known| known.identity.print.clone();
    let (first, second) = (which(&all[0]), which(&all[1]));
    accept(doing(&desk, &seen), Which { document: SLUG, print: &first }, "avrundat").await.unwrap();
    assign(doing(&desk, &seen), Which { document: SLUG, print: &second }, "Kontroll").await.unwrap();

    let city = city(&desk).await;
    let asked = |filter: Filter| {
        let view = findings_of_year(&city, 2026, &filter).unwrap();
        view.groups
            .iter()
            .flat_map(|group| group.findings.iter().map(|it| it.known.clone()))
            .collect::<Vec<_>>()
    };
    let visitor = || Some("Kontroll".to_owned());
    let state = |state| asked(Filter { state, visitor: visitor(), ..Filter::default() });
    let open = state(State::Open);
    assert_eq!(state(State::Accepted).iter().map(which).collect::<Vec<_>>(), [first]);
    assert_eq!(state(State::Mine).iter().map(which).collect::<Vec<_>>(), std::slice::from_ref(&second));
    assert_eq!(state(State::Assigned).len(), 1);
    assert_eq!(state(State::Unassigned).len(), open.len() - 1);
    assert_eq!(state(State::All).len(), open.len() + 1);
    let named = Filter { assignee: visitor(), ..Filter::default() };
    assert_eq!(asked(named).iter().map(which).collect::<Vec<_>>(), std::slice::from_ref(&second));
    let counts =
        findings_of_year(&city, 2026, &Filter { visitor: visitor(), ..Filter::default() }).unwrap().states;
    for (each, count) in counts {
        assert_eq!(count, state(each).len(), "{each:?}");
    }
    let by = |order| asked(Filter { order, ..Filter::default() });
    assert!(by(Order::Severity).is_sorted_by_key(|known| known.finding.severity));
    assert!(by(Order::Rule).is_sorted_by_key(|known| known.finding.code));
    assert_eq!(which(&by(Order::Assignee)[0]), second);
    let narrowed = Filter {
        severity: Some("error".into()),
        body: Some("kultur-och-fritidsnamnden".into()),
        ..Filter::default()
    };
    assert!(asked(narrowed).iter().all(|known| known.finding.severity.code() == "error"));
    database.remove().await.unwrap();
}

#[tokio::test]
async fn two_versions_are_held_against_each_other() {
    let database = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&database).await;
    store(&desk, &example_file(REPORT)).await;
    let before = open_count(&desk).await;
    store(&desk, &changed(&[("-2 850", "-2 580"), ("\n## ", "\n\nNämnden nämnden skriver här.\n\n## ")]))
        .await;
    let city = city(&desk).await;
    let stored = city.document(SLUG).unwrap();
    let tree = desk.app.document_version(desk.municipality.id, SLUG, 1).await.unwrap().unwrap();
    let (older, newer) = (of_version(&city, stored, tree), of_latest(&city, stored));
    assert_eq!(older.findings.len(), before, "the older version has the findings that it had");
    let comparison = compare(&newer, &older);
    assert!(comparison.gone.iter().any(|finding| finding.code == "ARI-003"), "{:?}", comparison.gone);
    let fresh = newer.findings.iter().zip(&comparison.fresh).filter(|(_, fresh)| **fresh);
    assert!(fresh.clone().any(|(finding, _)| finding.code == "KON-004"), "{:?}", fresh.collect::<Vec<_>>());
    let [new, gone, same] = comparison.counts();
    assert_eq!((new + same, gone + same), (newer.findings.len(), before));
    database.remove().await.unwrap();
}

#[tokio::test]
async fn documents_that_are_called_the_same_keep_their_findings_apart() {
    let database = TestStore::sqlite().await.unwrap();
    let desk = Desk::on(&database).await;
    for name in [REPORT, "barn-och-utbildningsnamnden-namndsbudget-2026.md"] {
        let file = InputFile { name: "rapport.md".into(), ..example_file(name) };
        store(&desk, &file).await;
    }
    let city = city(&desk).await;
    let codes = |slug: &str| {
        let stored = city.document(slug).unwrap();
        city.findings_in(stored).map(|finding| finding.code).collect::<Vec<_>>()
    };
    let (report, budget) = (codes(SLUG), codes("namndsbudget-barn-och-utbildningsnamnden-2026"));
    assert!(report.contains(&"ARI-003") && !budget.contains(&"ARI-003"), "{report:?} {budget:?}");
    assert!(budget.contains(&"ARI-001") && !report.contains(&"ARI-001"), "{report:?} {budget:?}");
    database.remove().await.unwrap();
}

/// What the findings of a text are known by.
fn prints(file: &InputFile, text: &str) -> Vec<String> {
    let style = HouseStyle::standard();
    let document = Arc::new(uppsikt_reading::read(&file.name, text.as_bytes(), &style).unwrap());
    let day = uppsikt_app::example::seen_from().date_naive();
    let checked =
        uppsikt_app::checking::check_all(vec![document], style.structure(), day, &Selection::default());
    let known = identities(&checked.findings, &checked.documents);
    known.into_iter().map(|identity| identity.print).collect()
}

#[test]
fn no_finding_of_the_example_is_known_by_its_line() {
    let mut seen = 0;
    for file in uppsikt_app::example::documents().into_iter().filter(|file| file.name.contains("2026")) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let (before, after) = (prints(&file, &text), prints(&file, &format!("\n\n\n{text}")));
        assert_eq!(before, after, "{}", file.name);
        let mut once = before.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), before.len(), "{}: two findings are known by the same", file.name);
        seen += before.len();
    }
    assert!(seen > 10, "{seen} findings");
}
