//! What a municipality writes into all its goals is no reason to believe that one continues as another,
//! and what is weak is not accepted among all others.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::Desk;
use uppsikt_app::archive::InputFile;
use uppsikt_app::review::lineage::LineageRow;
use uppsikt_app::review::view::Standing;
use uppsikt_testkit::databases::TestStore;

fn plan(year: i32, body: &str, area: &str, goals: &[&str]) -> InputFile {
    let goals: Vec<String> = goals
        .iter()
        .map(|goal| format!("Kommunfullmäktigemål - {goal}\n\nPlanering för {year}\nArbetet fortsätter.\n"))
        .collect();
    let text = format!("Nämndsbudget {year}\n{body}\n\nMålområde - {area}\n\n{}", goals.join("\n"));
    InputFile { name: format!("{body}-{year}.txt"), bytes: text.into_bytes() }
}

async fn proposed(desk: &Desk, before: &[InputFile], now: &InputFile) -> (u32, Vec<LineageRow>) {
    for file in before {
        let document = desk.read(file);
        desk.app.store_document(&desk.municipality, &document, &file.bytes).await.unwrap();
    }
    let number = desk.open(now).await;
    let view = desk.view(number).await;
    (number, view.lineage)
}

#[tokio::test]
async fn goals_with_only_the_municipalitys_own_opening_in_common_are_two() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        let harbour = plan(
            2033,
            "Hamnnämnden",
            "En kommun för sjöfart",
            &["Viks kommun arbetar för att ge alla båtar en plats"],
        );
        let school = plan(
            2034,
            "Skolnämnden",
            "En lärande kommun",
            &["Viks kommun arbetar för att korta skolvägarna"],
        );
        let (_, found) = proposed(&desk, std::slice::from_ref(&harbour), &school).await;
        assert_eq!(found, [], "before {found:?}");
        let past = plan(2032, "Fyrnämnden", "En ljus kommun", &["Viks kommun arbetar för att laga fyren"]);
        let (_, found) = proposed(&desk, &[], &past).await;
        assert_eq!(found, [], "after {found:?}");
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn what_an_import_stored_with_only_the_opening_in_common_is_not_asked() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    for file in [
        plan(
            2033,
            "Hamnnämnden",
            "En kommun för sjöfart",
            &["Viks kommun arbetar för att ge alla båtar en plats"],
        ),
        plan(2034, "Skolnämnden", "En lärande kommun", &["Viks kommun arbetar för att korta skolvägarna"]),
    ] {
        let document = desk.read(&file);
        desk.app.store_document(&desk.municipality, &document, &file.bytes).await.unwrap();
    }
    let found = desk.app.proposed_lineage(&*desk.city().await).await.unwrap();
    assert_eq!(found, []);
    store.remove().await.unwrap();
}

#[tokio::test]
async fn a_goal_under_the_same_opening_continues_by_what_it_is_for() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    let before =
        plan(2033, "Hamnnämnden", "Sjöfart", &["Viks kommun arbetar för att ge alla båtar en trygg plats"]);
    let now = plan(2034, "Hamnnämnden", "Fiske", &["Viks kommun verkar för att alla båtar har en plats"]);
    let (_, found) = proposed(&desk, &[before], &now).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].likeness.is_sound());
    store.remove().await.unwrap();
}

#[tokio::test]
async fn accepting_all_leaves_what_is_weak_to_be_decided_by_itself() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        let before =
            plan(2033, "Hamnnämnden", "Sjöfart", &["Båtar förtöjs säkert", "Fyrar lyser varje natt"]);
        let now = plan(
            2034,
            "Hamnnämnden",
            "Sjöfart",
            &["Båtar hittar lediga bryggplatser", "Fyrar lyser hela natten"],
        );
        let (number, found) = proposed(&desk, &[before], &now).await;
        let sound: Vec<_> = found.iter().map(|it| (it.is.as_str(), it.likeness.is_sound())).collect();
        assert_eq!(sound.len(), 2, "{found:?}");
        assert!(sound.contains(&("Båtar hittar lediga bryggplatser", false)), "{found:?}");
        desk.accept_all(number).await;
        let view = desk.view(number).await;
        let open: Vec<_> = view.lineage.iter().filter(|it| it.standing == Standing::Open).collect();
        assert_eq!(open.len(), 1);
        assert_eq!((view.counts.open, view.counts.alone), (1, 1));
        assert!(desk.finish(number).await.is_err(), "what is weak is still to be decided");
        store.remove().await.unwrap();
    }
}
