//! What continues as what is asked after an import that asked nobody, and decided once.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{Desk, example_file};
use uppsikt_app::review::lineage::stored::Proposed;
use uppsikt_app::review::relate::relate;
use uppsikt_app::review::unrelate::unrelate;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_testkit::databases::TestStore;

async fn stored(desk: &Desk, name: &str, change: (&str, &str)) {
    let file = example_file(name);
    let text = String::from_utf8(file.bytes).unwrap().replacen(change.0, change.1, 1);
    let file = uppsikt_app::archive::InputFile { bytes: text.into_bytes(), ..file };
    let document = desk.read(&file);
    desk.app.store_document(&desk.municipality, &document, &file.bytes).await.unwrap();
}

async fn proposed(desk: &Desk) -> Vec<Proposed> {
    desk.app.proposed_lineage(&*desk.city().await).await.unwrap()
}

fn goals(found: &[Proposed]) -> Vec<(&str, &str, Relation)> {
    let goals = found.iter().map(|it| &it.row).filter(|row| row.kind == Lasting::Goal);
    let mut goals: Vec<_> = goals.map(|row| (row.was.as_str(), row.is.as_str(), row.relation)).collect();
    goals.sort_by_key(|it| it.0);
    goals
}

const SUPPORT: &str = "Fler Almköpingsbor försörjer sig själva";
const SCHOOL: (&str, &str) =
    ("Eleverna ska klara grundskolan", "Alla elever lämnar grundskolan med behörighet till gymnasiet");

#[tokio::test]
async fn goals_of_imported_budgets_are_proposed_to_continue_and_decided_once() {
    for store in TestStore::all().await.unwrap() {
        let desk = Desk::of(&store, None).await;
        for year in [2024, 2025] {
            stored(&desk, &format!("arbetsmarknadsnamnden-namndsbudget-{year}.txt"), ("", "")).await;
        }
        let found = proposed(&desk).await;
        let expected = [
            (SCHOOL.0, SCHOOL.1, Relation::Continues),
            ("Fler ska komma i arbete eller studier", SUPPORT, Relation::Merged),
            ("Fler ska lämna försörjningsstödet", SUPPORT, Relation::Merged),
        ];
        assert_eq!(goals(&found), expected);
        let decide = async |print: &str, continues: bool| {
            let city = desk.city().await;
            let (store, outside) = (desk.app.store(), desk.app.outside());
            relate(store, outside, &desk.editor, &city, (print, continues)).await
        };
        let print = |is: &str| found.iter().find(|it| it.row.is == is).unwrap().row.print.clone();
        decide(&print(SCHOOL.1), false).await.unwrap();
        decide(&print(SUPPORT), true).await.unwrap();
        let left = proposed(&desk).await;
        assert_eq!(goals(&left).len(), 1, "the other one that was merged is still asked");
        decide(&left.iter().find(|it| it.row.is == SUPPORT).unwrap().row.print, true).await.unwrap();
        assert!(goals(&proposed(&desk).await).is_empty());
        assert_eq!(desk::refusal(decide(&print(SCHOOL.1), true).await), "act-review-proposal-missing");
        let city = desk.city().await;
        let support = city.data.goals.iter().find(|goal| goal.name == SUPPORT).unwrap();
        assert_eq!(city.with_forebears(support.goal).len(), 3);
        assert!(desk.events().await.contains(&"lineage.decided Kontroll".to_owned()));
        let undo = async |print: &str| {
            let municipality = city.data.municipality.id;
            unrelate(desk.app.store(), desk.app.outside(), &desk.editor, municipality, print).await
        };
        let decided = desk.app.decided_lineage(city.data.municipality.id).await.unwrap();
        let told: Vec<_> = decided.iter().map(|it| (it.is.as_str(), it.edge.is_some())).collect();
        assert_eq!(told, [(SUPPORT, true), (SUPPORT, true), (SCHOOL.1, false)], "latest first");
        for it in &decided {
            undo(&it.print).await.unwrap();
        }
        assert_eq!(goals(&proposed(&desk).await), expected, "what is taken back is asked again");
        assert!(desk.city().await.data.lineage.is_empty());
        assert!(desk.app.decided_lineage(city.data.municipality.id).await.unwrap().is_empty());
        assert_eq!(desk::refusal(undo(&decided[0].print).await), "act-lineage-not-decided");
        store.remove().await.unwrap();
    }
}

#[tokio::test]
async fn a_committee_under_a_new_name_is_proposed_where_the_old_one_is_gone() {
    let store = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&store, None).await;
    let name = |year: i32| format!("kultur-och-fritidsnamnden-namndsbudget-{year}.md");
    stored(&desk, &name(2025), ("", "")).await;
    stored(&desk, &name(2026), ("Kultur- och fritidsnämnden", "Fritidsnämnden")).await;
    let found = proposed(&desk).await;
    let bodies: Vec<_> = found.iter().filter(|it| it.row.kind == Lasting::Body).collect();
    assert_eq!(bodies.len(), 1, "{found:?}");
    assert_eq!((bodies[0].row.was.as_str(), bodies[0].year), ("Kultur- och fritidsnämnden", 2026));
    store.remove().await.unwrap();
    let other = TestStore::sqlite().await.unwrap();
    let desk = Desk::of(&other, None).await;
    for year in [2025, 2026] {
        stored(&desk, &name(year), ("", "")).await;
    }
    stored(&desk, "socialnamnden-namndsbudget-2026.md", ("Socialnämnden", "Fritidsnämnden")).await;
    assert!(proposed(&desk).await.iter().all(|it| it.row.kind != Lasting::Body));
    other.remove().await.unwrap();
}
