//! What other documents of the same committee and year say already is told when one is read in.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::harbour::{harbour, report};
use desk::{Desk, rows};
use uppsikt_app::document::difference::ProposalKind;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::Which;
use uppsikt_app::review::finish::Finished;
use uppsikt_app::review::rows::Row;
use uppsikt_testkit::databases::TestStore;

async fn with_budget(store: &TestStore) -> Desk {
    let desk = Desk::of(store, None).await;
    let first = desk.open(&harbour("budget.md", &[])).await;
    assert_eq!(desk.view(first).await.known.len(), 0, "there is no other document");
    desk.accept_all(first).await;
    desk.finish(first).await.unwrap();
    desk
}

fn told(row: &Row) -> (String, String) {
    let is = row.is.as_ref().map(|it| it.words.clone()).unwrap_or_default();
    (row.name.clone(), is)
}

#[tokio::test]
async fn what_the_budget_says_is_the_same_in_the_report_or_contradicted() {
    for store in TestStore::all().await.unwrap() {
        let desk = with_budget(&store).await;
        let number = desk.open(&report(&[])).await;
        let view = desk.view(number).await;
        let known: Vec<(String, String)> = view.known.iter().map(told).collect();
        for same in [
            ("Totala intäkter", "2300"),
            ("Totala personalkostnader", "-5400"),
            ("Vattnet i hamnen är rent", "Vattnet i hamnen är rent"),
            ("Hav och marina resurser", "Hav och marina resurser"),
        ] {
            assert!(known.contains(&(same.0.to_owned(), same.1.to_owned())), "{same:?} {known:?}");
        }
        let there = &view.known[0].against[0];
        assert_eq!((there.slug.as_str(), there.year), ("namndsbudget-hamnnamnden-2026", Some(2026)));
        assert!(!there.lines.is_empty() && there.rule.is_empty());

        let against: Vec<&Row> =
            rows(&view).into_iter().filter(|row| row.against.iter().any(|it| it.rule.is_empty())).collect();
        assert!(against.iter().all(|row| row.kind == ProposalKind::Contradicted));
        let names: Vec<&str> = against.iter().map(|row| row.name.as_str()).collect();
        assert!(names.contains(&"Kommunbidrag"), "{names:?}");
        let frame = against.iter().find(|row| row.name == "Kommunbidrag").unwrap();
        assert_eq!(frame.against[0].lines[0].marked, "6 200");
        assert!(against.iter().any(|row| row.what == "figure"), "the sentence says it too: {names:?}");
        assert!(names.contains(&"Resultat"), "{names:?}");
        assert_eq!(against.len(), 3, "a forecast and a part of the year are their own: {names:?}");

        let all = rows(&view);
        let indicator = all.iter().find(|row| row.what == "indicator").unwrap();
        assert_eq!(indicator.kind, ProposalKind::Contradicted, "a rule holds targets against each other");

        let open = view.counts.open;
        assert_eq!(desk.accept_all(number).await, open, "what is said already is not asked");
        let Finished::Stored(imported) = desk.finish(number).await.unwrap() else { panic!("compared anew") };
        assert!(imported.diff.new.len() >= view.known.len());
        let city = desk.city().await;
        let facts = &city.document(&imported.slug).unwrap().facts;
        assert!(facts.iter().any(|fact| fact.key.of == "total_income" || fact.key.of == "Totala intäkter"));
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn another_committees_and_another_years_document_say_nothing_of_it() {
    let store = &TestStore::all().await.unwrap().remove(0);
    let desk = with_budget(store).await;
    for (was, is) in [("Hamnnämnden\n", "Kajnämnden\n"), ("Delårsrapport 2026", "Delårsrapport 2027")] {
        let view = desk.view(desk.open(&report(&[(was, is)])).await).await;
        assert_eq!(view.known.len(), 0, "{is}");
        assert!(rows(&view).iter().all(|row| row.against.iter().all(|it| !it.rule.is_empty())), "{is}");
    }
}

#[tokio::test]
async fn what_stands_after_a_rejection_is_what_others_are_held_against() {
    for store in TestStore::all().await.unwrap() {
        let desk = with_budget(&store).await;
        let changed = ("| Kommunbidrag | 6 000 | 6 200 | 200 |", "| Kommunbidrag | 6 000 | 6 900 | 900 |");
        let number = desk.open(&harbour("budget.md", &[changed])).await;
        let view = desk.view(number).await;
        let prints: Vec<String> = rows(&view).iter().map(|row| row.print.clone()).collect();
        assert!(!prints.is_empty());
        desk.decide(number, Which::These(prints), Some(Verdict::Rejected)).await.unwrap();
        desk.finish(number).await.unwrap();
        let view = desk.view(desk.open(&report(&[])).await).await;
        let frame = rows(&view).into_iter().find(|row| row.what == "statement" && row.name == "Kommunbidrag");
        let frame = frame.unwrap();
        assert_eq!(frame.kind, ProposalKind::Contradicted);
        assert_eq!(frame.against[0].lines[0].marked, "6 200", "what was rejected says nothing");
        store.remove().await.unwrap();
    }
}
